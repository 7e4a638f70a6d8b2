"""The main job on real texts and on the samples: parse, annotate, validate, publish, nothing lost on the way."""

import json
import re
import shutil

import pytest
from lxml import html

from annotate.api.load import load_text
from tests.pdf_text import body_text, squeezed
from tests.surroundings import SAMPLE_NAMES, SAMPLES, SHARED, needs_shared

ORIGINALS = ("interview-unlabelled", "interview-labelled", "essay-with-adverts")


def passages(reading, count: int) -> list[str]:
    """Choose passages by rule: in each paragraph of 25 words and more, the words from the fourth to the eleventh."""
    chosen = []
    for text in (reading.slice(block.span) for block in reading.blocks):
        words = list(re.finditer(r"\S+", text))
        if len(words) >= 25:
            passage = text[words[3].start() : words[10].end()]
            if reading.text.count(passage) == 1:
                chosen.append(passage)
    return chosen[:count]


SOURCES = (
    (
        "a-film",
        "motion_picture",
        "--title",
        "A Film",
        "--director",
        "Ada Quill",
        "--issued",
        "2012",
        "--runtime",
        "1:31:00",
    ),
    ("a-book", "book", "--title", "A Book", "--author", "Nora Fenn", "--issued", "2010", "--publisher", "Orient"),
    (
        "a-paper",
        "article-newspaper",
        "--title",
        "A Report",
        "--container-title",
        "The Gazette",
        "--issued",
        "2011-04-05",
    ),
    ("a-page", "webpage", "--title", "A Page", "--url", "https://example.org/page", "--accessed", "2012-08-01"),
)


def annotate_by_rule(annotate, text) -> list[str]:
    for source_id, kind, *fields in SOURCES:
        _, out, _ = annotate("source", "add", text, "--id", source_id, "--type", kind, *fields, code=0)
        assert out.strip() == source_id
    ids = []
    chosen = passages(load_text(text).reading, 12)
    assert len(chosen) >= 10
    for number, passage in enumerate(chosen):
        source = SOURCES[number % 4][0]
        locator = {"a-film": ["--locator", f"timestamp:00:{number:02}:00"], "a-book": ["--locator", "page:12"]}.get(
            source, []
        )
        disputed = number % 3 == 0
        _, out, _ = annotate(
            *("claim", "add", text, passage, "--kind", ("factual", "evaluative")[number % 2]),
            *("--statement", f"Statement {number}", "--by", "Ada Quill"),
            *("--status", "disputed" if disputed else "supported"),
            *("--disputes" if disputed else "--supports", source, *locator),
            code=0,
        )
        ids.append(out.strip())
        assert re.fullmatch(r"c-[0-9a-hjkmnp-tv-z]{6}", ids[-1])
    annotate(
        "note",
        "add",
        text,
        chosen[0],
        "--kind",
        "gloss",
        "--body",
        "A *gloss*, see [here](https://example.org).",
        code=0,
    )
    return ids


def visible_text_of_html(data: bytes) -> str:
    page = html.fromstring(data)
    for hidden in page.xpath("//script | //style"):
        hidden.drop_tree()
    return squeezed(page.text_content())


def stands_in_order(blocks, whole: str) -> list[str]:
    """Return the blocks that are not found one after the other in a text."""
    missing, at = [], 0
    for block in blocks:
        found = whole.find(squeezed(block), at)
        if found < 0:
            missing.append(block)
        else:
            at = found + len(squeezed(block))
    return missing


def check_editions(annotate, text, ids):
    annotate("render", text, "--to", "html", "--to", "pdf", code=0)
    reading = load_text(text).reading
    blocks = [reading.slice(block.span) for block in reading.blocks]
    page = text.with_suffix(".html").read_bytes()
    markup = page.decode("utf-8")
    assert all(f'id="{claim_id}"' in markup for claim_id in ids)
    article = html.fromstring(page).xpath("//*[@data-reading-text]")
    assert article, "the page does not say where its text stands"
    for aside in article[0].xpath(".//*[@data-apparatus]"):
        aside.drop_tree()
    assert stands_in_order(blocks, squeezed(article[0].text_content())) == []
    pdf = text.with_suffix(".pdf").read_bytes()
    assert pdf.startswith(b"%PDF-")
    assert stands_in_order(blocks, body_text(pdf)) == []


@needs_shared
@pytest.mark.parametrize("name", ORIGINALS)
def test_a_real_text_goes_through_the_whole_chain(name, tmp_path, annotate):
    source = shutil.copy(SHARED / "texts" / f"{name}.txt", tmp_path)
    text = tmp_path / f"{name}.xml"
    annotate("parse", source, "-o", text, code=0)
    ids = annotate_by_rule(annotate, text)
    listed = json.loads(annotate("claim", "list", text, "--json", code=0)[1])
    assert sorted(claim["id"] for claim in listed) == sorted(ids)
    _, out, err = annotate("validate", tmp_path, code=0)
    assert "error" not in out, out + err
    check_editions(annotate, text, ids)


@pytest.mark.parametrize("name", SAMPLE_NAMES)
def test_a_sample_validates_clean_and_is_published_whole(name, tmp_path, annotate):
    for path in SAMPLES.glob(f"{name}.*"):
        shutil.copy(path, tmp_path)
    text = tmp_path / f"{name}.xml"
    _, out, _ = annotate("validate", tmp_path, code=0)
    assert not re.search(r": (?:error|warning) ", out), out
    listed = json.loads(annotate("claim", "list", text, "--json", code=0)[1])
    check_editions(annotate, text, [claim["id"] for claim in listed])


def test_the_same_input_gives_the_same_editions(tmp_path, annotate):
    made = []
    for folder in (tmp_path / "one", tmp_path / "two"):
        folder.mkdir()
        for path in SAMPLES.glob("general-review.*"):
            shutil.copy(path, folder)
        annotate("render", folder / "general-review.xml", "--to", "html", "--to", "pdf", code=0)
        made.append([(folder / f"general-review.{ending}").read_bytes() for ending in ("html", "pdf")])
    assert made[0] == made[1]


def test_an_edition_is_written_under_the_name_it_is_given(tmp_path, annotate):
    text = shutil.copy(SAMPLES / "general-review.xml", tmp_path)
    named, folder = tmp_path / "out" / "for print.html", tmp_path / "editions"
    annotate("render", text, "-o", named, code=0)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["for print.html"]
    annotate("render", text, "--to", "html", "-o", folder, code=0)
    assert (folder / "general-review.html").read_bytes() == named.read_bytes()
    _, _, err = annotate("render", text, "--to", "html", "-o", tmp_path / "a.pdf", code=2)
    assert "is the name of one PDF file" in err
    assert not (tmp_path / "a.pdf").exists()


def test_a_pdf_carries_what_it_was_made_from(tmp_path, annotate):
    pikepdf = pytest.importorskip("pikepdf")
    page_validation = pytest.importorskip("page", reason="the package page-validation is not installed")
    for path in SAMPLES.glob("general-review.*"):
        shutil.copy(path, tmp_path)
    annotate("render", tmp_path / "general-review.xml", "--to", "pdf", code=0)
    written = (tmp_path / "general-review.pdf").read_bytes()
    with pikepdf.open(tmp_path / "general-review.pdf") as pdf:
        carried = {
            name: (str(item.relationship), item.get_file().read_bytes()) for name, item in pdf.attachments.items()
        }
    for name in ("general-review.xml", "general-review.annotations.json"):
        assert carried[name] == ("/Source", (tmp_path / name).read_bytes())
    relationship, sources = carried["general-review.csl.json"]
    assert relationship == "/Data"
    listed = json.loads((tmp_path / "general-review.annotations.json").read_text("utf-8"))["sources"]
    assert [item["id"] for item in json.loads(sources)] == [item["id"] for item in listed]
    report = page_validation.validate_pdf_bytes(written, profile="ua1")
    assert [failure.message for failure in report.failures] == []


def test_a_pdf_that_does_not_conform_is_not_published_but_the_other_edition_is(tmp_path, annotate):
    source = tmp_path / "runes.txt"
    source.write_text("Runes\n\nThe title card reads ᚠᚢᚦᚨᚱᚲ, and nobody in the hall can read it.\n", "utf-8")
    annotate("parse", source, code=0)
    (tmp_path / "runes.pdf").write_bytes(b"the edition before")
    _, _, err = annotate("render", tmp_path / "runes.xml", code=3)
    assert "error E312 the PDF fails a requirement of PDF/UA-1 (PDFUA1-NOTDEF-GLYPH-001)" in err
    assert "PDF/A" not in err
    assert "warning E204" in err
    assert (tmp_path / "runes.html").exists()
    assert (tmp_path / "runes.pdf").read_bytes() == b"the edition before"
    _, _, err = annotate("render", tmp_path / "runes.xml", "--to", "pdf", "--pdf-a", code=3)
    assert "error E312 the PDF fails a requirement of PDF/A-3a (PDFA3A-" in err
    assert (tmp_path / "runes.pdf").read_bytes() == b"the edition before"
    _, _, err = annotate("render", tmp_path / "runes.xml", "--to", "pdf", "--draft", code=0)
    assert "warning E312" in err
    assert (tmp_path / "runes.pdf").exists()
