"""Texts made to stop or break whoever publishes them: each ends at its limit, is named, and leaves nothing behind."""

from __future__ import annotations

import json
import re
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import pypdfium2
import pytest

from annotate.api.load import load_text
from annotate.render.pdf.make import Limits

TEI = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>The Well</title></titleStmt>
<publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>
<text><body><p xml:id="b1">Nobody looks down.</p>{}</body></text></TEI>
"""
SMALL = Limits(cpu_seconds=3, memory_bytes=2 * 1024**3, wall_seconds=120)


@pytest.fixture
def render(tmp_path, monkeypatch, annotate):
    """Render a text with this in its body; give exit code, what was said, and the files that are there."""
    monkeypatch.chdir(tmp_path)

    def call(body, *options):
        Path("well.xml").write_text(TEI.format(body), "utf-8")
        before = set(Path().iterdir())
        code, out, err = annotate("render", "well.xml", *options)
        assert out == ""
        return code, err, {str(path) for path in set(Path().iterdir()) - before}

    return call


def words_of(path):
    with pypdfium2.PdfDocument(path) as document:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())


@pytest.fixture
def small_limits(monkeypatch):
    monkeypatch.setattr(Limits, "for_length", classmethod(lambda *_: SMALL))


@pytest.fixture
def processes(monkeypatch):
    """The processes that were started to lay out pages."""
    started = []
    popen = subprocess.Popen

    def watched(*given, **how):
        started.append(popen(*given, **how))
        return started[-1]

    monkeypatch.setattr(subprocess, "Popen", watched)
    return started


def nested(name, depth, inside="<p>x</p>"):
    return f"<{name}>" * depth + inside + f"</{name}>" * depth


@pytest.mark.parametrize(
    "body",
    [
        nested("quote", 240),
        nested("div", 240),
        "<list><item>" * 120 + "x" + "</item></list>" * 120,
        "<table><row><cell>" * 80 + "x" + "</cell></row></table>" * 80,
    ],
    ids=["quotations", "divisions", "lists", "tables"],
)
def test_what_is_nested_too_deeply_is_named_and_the_page_is_written_if_it_can_be(body, render):
    code, err, written = render(body)
    assert code == 3
    assert "error E309 the text is nested too deeply to be set" in err
    assert written <= {"well.html"}


def test_a_chapter_that_is_nested_too_deeply_is_named(tmp_path, monkeypatch, annotate):
    monkeypatch.chdir(tmp_path)
    Path("well.xml").write_text(TEI.format(nested("quote", 240)), "utf-8")
    Path("annotate.toml").write_text('[books.wells]\ntitle = "Wells"\ntexts = ["well.xml"]\n', "utf-8")
    _, _, err = annotate("book", "--to", "pdf", code=3)
    assert "well.xml:1:1: error E309 the text is nested too deeply to be set" in err


def test_a_page_of_a_book_that_another_process_cannot_make_is_named(tmp_path, monkeypatch, annotate):
    monkeypatch.chdir(tmp_path)
    for name in ("well", "pump"):
        Path(f"{name}.xml").write_text(TEI.format(nested("quote", 240)), "utf-8")
    Path("annotate.toml").write_text('[books.wells]\ntitle = "Wells"\ntexts = ["well.xml", "pump.xml"]\n', "utf-8")
    _, _, err = annotate("book", "--to", "html", "--jobs", "2", code=3)
    assert "well.xml:1:1: error E309 the text is nested too deeply to be set" in err


def test_what_is_nested_within_reason_is_set(render):
    code, _, written = render(nested("quote", 60))
    assert (code, written) == (0, {"well.html", "well.pdf"})


@pytest.mark.parametrize("attribute", ["cols", "rows"])
def test_a_cell_that_claims_a_million_columns_takes_none_of_them(attribute, render):
    body = f'<table><row><cell {attribute}="1000000">left</cell><cell>right</cell></row></table>'
    code, _, written = render(body)
    assert (code, written) == (0, {"well.html", "well.pdf"})
    assert "left right" in words_of("well.pdf")


def test_a_word_of_a_million_letters_is_set_whole(render):
    code, _, written = render(f"<p>{'x' * 1_000_000}</p>", "--to", "html")
    assert (code, written) == (0, {"well.html"})
    assert "x" * 1_000_000 in Path("well.html").read_text("utf-8")


def one_bit_png(width, height):
    """Return a PNG of one colour that is a thousandth of what it takes in memory."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    packer = zlib.compressobj(9)
    row = bytes(1 + -(-width // 8))
    data = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def test_a_picture_that_would_fill_the_memory_is_left_out_and_named(render):
    Path("bomb.png").write_bytes(one_bit_png(20_000, 20_000))
    code, err, written = render('<figure><graphic url="bomb.png"/><figDesc>Night</figDesc></figure>')
    assert (code, written) == (0, {"well.html", "well.pdf"})
    assert "warning E311 the picture bomb.png is not shown: it has 20000 by 20000 pixels" in err


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux limits address space")
def test_pictures_that_fill_the_memory_together_are_stopped_and_named(render, monkeypatch, processes):
    tight = Limits(cpu_seconds=60, memory_bytes=600 * 1024**2, wall_seconds=180)
    monkeypatch.setattr(Limits, "for_length", classmethod(lambda *_: tight))
    Path("night.png").write_bytes(one_bit_png(9_999, 9_999))
    code, err, written = render('<figure><graphic url="night.png"/><figDesc>Night</figDesc></figure>')
    assert code == 3
    assert "well.pdf:1:1: error E302" in err
    assert written == {"well.html"}
    assert [process.poll() is not None for process in processes] == [True]


CROWDS = {
    "claims in one paragraph": lambda number: (
        f"<p>{' '.join(f'word{at}' for at in range(number))}</p>",
        [f"word{at}" for at in range(number)],
    ),
    "notes of its author on one page": lambda number: (
        "<p>" + "".join(f"w<note place='foot' n='{at}'><p>N{at}</p></note> " for at in range(number)) + "</p>",
        [f"N{at}" for at in range(number)],
    ),
}


@pytest.mark.parametrize("crowd", CROWDS)
def test_crowds_are_shown_on_screen_whole_and_stopped_in_print(crowd, render, small_limits, processes):
    body, words = CROWDS[crowd](3_000)
    quotes = words if crowd.startswith("claims") else []
    Path("well.xml").write_text(TEI.format(body), "utf-8")
    if quotes:
        write_claims(quotes)
    code, err, written = render(body)
    assert code == 3
    assert "well.pdf:1:1: error E301 laying out the PDF was stopped after 3 seconds" in err
    assert written == {"well.html"}
    assert set(words) <= set(re.findall(r"\w+", Path("well.html").read_text("utf-8")))
    assert [process.poll() is not None for process in processes] == [True]


def write_claims(quotes):
    """Write an annotation file with a claim on each of these words, which follow one another."""
    reading = load_text(Path("well.xml")).reading
    claims, at = [], 0
    for number, quote in enumerate(quotes):
        at = reading.text.index(quote, at)
        place = {"start": at, "end": at + len(quote)}
        target = {"exact": quote, "prefix": reading.text[max(at - 9, 0) : at], "suffix": "", **place}
        claims.append({"id": f"c-{number:06}", "target": target, "kind": "factual", "status": "unreviewed"})
        at += len(quote)
    about = {"file": "well.xml", "reading_sha256": reading.sha256, "reading_rule": 1, "unit": "code-point"}
    record = {"format": 1, "text": about, "claims": claims}
    Path("well.annotations.json").write_text(json.dumps(record), "utf-8")


@pytest.mark.parametrize(
    ("rules", "code"),
    [
        (".apparatus, .apparatus * { display: flex } main, main * { display: flex }", {"E301", "E309", "E310", "E312"}),
        ("p { font-size: 1e9px }", {"E301", "E302", "E310"}),
    ],
    ids=["flex", "size"],
)
def test_a_theme_that_stops_the_layout_is_stopped_and_named(rules, code, render, small_limits, processes):
    Path("theme").mkdir()
    Path("theme/theme.toml").write_text('title = "Well"\ndescription = "Stops whoever uses it."\n', "utf-8")
    Path("theme/print.css").write_text(rules, "utf-8")
    body = nested("quote", 30) + "<list><item>x</item></list>" * 20
    status, err, written = render(body, "--theme", "theme")
    assert status == 3
    assert any(f"well.pdf:1:1: error {one}" in err for one in code), err
    assert written == {"well.html"}
    assert [process.poll() is not None for process in processes] == [True]
