"""EPUB books: parts in reading order, notes at their calls, navigation set apart, what is broken or locked."""

from __future__ import annotations

import io
import zipfile
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotate.errors import InputRefused
from annotate.model.source import Declared, Form, RawBlock
from annotate.read.epub.reader import read_epub

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
    '<rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
METADATA = (
    '<dc:title>Shadows</dc:title><dc:creator id="a">Ann Vole</dc:creator><dc:creator id="b">Ed Itor</dc:creator>'
    '<meta refines="#b" property="role">edt</meta><dc:language>en</dc:language><dc:publisher>Small Press</dc:publisher>'
    "<dc:date>1999-05-02T00:00:00Z</dc:date><dc:subject>Film</dc:subject>"
)


def page(body: str, attributes: str = "") -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"'
        f' xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body {attributes}>{body}</body></html>'
    )


def book(
    *bodies: str, more: dict[str, str] | None = None, spine: str = "", manifest: str = "", guide: str = ""
) -> bytes:
    """Return an EPUB of parts `c1.xhtml`, `c2.xhtml`, ... in the folder `text`."""
    names = [f"text/c{number}.xhtml" for number in range(1, len(bodies) + 1)]
    items = "".join(
        f'<item id="c{n}" href="{name}" media-type="application/xhtml+xml"/>' for n, name in enumerate(names, 1)
    )
    order = "".join(f'<itemref idref="c{n}"/>' for n in range(1, len(names) + 1))
    opf = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{METADATA}</metadata>'
        f"<manifest>{items}{manifest}</manifest><spine>{order}{spine}</spine><guide>{guide}</guide></package>"
    )
    files = {"META-INF/container.xml": CONTAINER, "OPS/book.opf": opf, **(more or {})}
    files |= {f"OPS/{name}": page(body) for name, body in zip(names, bodies, strict=True)}
    return packed(files)


def packed(files: dict[str, str]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        for name, text in files.items():
            archive.writestr(name, text)
    return target.getvalue()


def blocks_of(data: bytes) -> tuple[RawBlock, ...]:
    return read_epub(data, "book.epub")[0].blocks


def refused(data: bytes) -> list[str]:
    with pytest.raises(InputRefused) as raised:
        read_epub(data, "book.epub")
    return [finding.code for finding in raised.value.findings]


def test_parts_are_read_in_the_order_of_the_spine() -> None:
    blocks = blocks_of(book("<h1>One</h1><p>a</p>", "<h1>Two</h1><ul><li>b</li></ul>"))
    assert [(block.line, block.form.value, block.text) for block in blocks] == [
        (1, "heading", "One"),
        (2, "paragraph", "a"),
        (3, "heading", "Two"),
        (4, "item", "b"),
    ]


def test_the_package_declares_title_authors_date_and_language() -> None:
    source, _ = read_epub(book("<h1>Shadows</h1><p>a</p>"), "book.epub")
    assert source.declared == Declared(
        title="Shadows",
        authors=("Ann Vole",),
        date="1999-05-02",
        publisher="Small Press",
        language="en",
        tags=("Film",),
    )
    assert source.blocks[0].form is Form.TITLE


def test_a_note_of_another_part_stands_at_its_call() -> None:
    data = book(
        '<p id="p">Said<a epub:type="noteref" href="c2.xhtml#n1">1</a> and<a epub:type="noteref" href="#f">*</a>.</p>'
        '<aside epub:type="footnote" id="f"><p>* Near</p><p>and far.</p></aside>',
        '<h2>N</h2><ul><li epub:type="note" id="n1"><p>1. A <em>note</em>. <a href="c1.xhtml#p">↩</a></p></li></ul>',
    )
    first, heading = blocks_of(data)
    assert (first.text, heading.text) == ("Said and.", "N")
    assert [(n.at, n.sign, [b.text for b in n.blocks]) for n in first.notes] == [
        (4, "1", ["A note."]),
        (8, "*", ["Near", "and far."]),
    ]


def test_navigation_and_cover_stand_outside_the_text() -> None:
    data = book(
        "<p>The cover</p>",
        '<nav epub:type="toc"><ol><li><a href="c3.xhtml#x">1</a></li></ol></nav>',
        '<p id="x">Text</p>',
        guide='<reference type="cover" href="text/c1.xhtml"/>',
    )
    assert [(block.boilerplate, block.text) for block in blocks_of(data)] == [
        ("navigation", "The cover"),
        ("navigation", "1"),
        ("", "Text"),
    ]


def test_pictures_have_their_name_in_the_package() -> None:
    (picture,) = [b for b in blocks_of(book('<p>x</p><p><img src="../img/a%20b.png" alt="A"/></p>')) if not b.text]
    assert picture.attributes["url"] == "OPS/img/a%20b.png"


def test_a_chapter_that_is_missing_or_broken_is_named() -> None:
    data = book(
        "<p>a &amp; b</p>",
        more={"OPS/bad.xhtml": "<html><body><p>c & d<p>e</body></html>"},
        manifest='<item id="bad" href="bad.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="gone" href="gone.xhtml" media-type="application/xhtml+xml"/>',
        spine='<itemref idref="bad"/><itemref idref="gone"/><itemref idref="unknown"/>',
    )
    source, findings = read_epub(data, "book.epub")
    assert [block.text for block in source.blocks] == ["a & b", "c & d", "e"]
    assert [finding.code for finding in findings] == ["F492", "F492", "F493"]


def test_findings_name_the_part_they_lie_in() -> None:
    _, findings = read_epub(book("<p>a</p>", "<p>b</p>\n<p hidden='hidden'>c</p>"), "book.epub")
    assert [(f.path, f.line, f.code) for f in findings] == [("book.epub/OPS/text/c2.xhtml", 2, "F454")]


@pytest.mark.parametrize(
    ("code", "data"),
    [
        ("F500", b"no zip"),
        ("F490", packed({"a.txt": "x"})),
        ("F490", packed({"META-INF/container.xml": CONTAINER})),
        ("F490", book()),
        ("F462", book("<p> </p>")),
        (
            "F491",
            book(
                "<p>x</p>",
                more={
                    "META-INF/encryption.xml": '<encryption><CipherReference xmlns="http://www.w3.org/2001/04/xmlenc#"'
                    ' URI="OPS/text/c1.xhtml"/></encryption>'
                },
            ),
        ),
        ("F502", book("<p>x</p>", more={"../escape.xhtml": "x"})),
        ("F123", packed({"META-INF/container.xml": '<!DOCTYPE c [<!ENTITY x "y">]><c>&x;</c>'})),
    ],
)
def test_what_is_no_readable_book_is_refused(code: str, data: bytes) -> None:
    assert refused(data) == [code]


def test_a_reference_out_of_the_package_is_not_followed() -> None:
    data = book(
        "<p>x</p>",
        manifest='<item id="out" href="../../etc/passwd" media-type="application/xhtml+xml"/>',
        spine='<itemref idref="out"/>',
    )
    source, findings = read_epub(data, "book.epub")
    assert [block.text for block in source.blocks] == ["x"]
    assert [finding.code for finding in findings] == ["F492"]


TEXTS = st.text(st.sampled_from("abcxyz0189 .,;“”&<>\u00a0中한é"), min_size=1, max_size=20)
PARAGRAPHS = st.lists(
    st.tuples(st.sampled_from(["p", "h2", "blockquote", "li", "div"]), TEXTS, st.booleans()), max_size=5
)


@settings(max_examples=80, deadline=None)
@given(st.lists(PARAGRAPHS, min_size=1, max_size=4))
def test_every_visible_character_is_in_the_blocks_once_and_in_order(parts: list[list[tuple[str, str, bool]]]) -> None:
    bodies: list[str] = []
    notes: list[str] = []
    for number, part in enumerate(parts):
        body = ""
        for name, text, noted in part:
            call = ""
            if noted:
                call = f'<a epub:type="noteref" href="notes.xhtml#n{len(notes)}" id="r{number}-{len(notes)}">*</a>'
                notes.append(f'<aside epub:type="footnote" id="n{len(notes)}"><p>note {escape(text)}</p></aside>')
            body += f"<{name}>{escape(text)}{call}</{name}>"
        bodies.append(f"<p>part</p>{body}")
    data = book(
        *bodies,
        more={"OPS/text/notes.xhtml": page("<p>end</p>" + "".join(notes))},
        manifest='<item id="notes" href="text/notes.xhtml" media-type="application/xhtml+xml"/>',
        spine='<itemref idref="notes"/>',
    )
    read = "".join(
        block.text + "".join(inner.text for note in block.notes for inner in note.blocks) for block in blocks_of(data)
    )
    whole = "".join(
        "part" + "".join(text + (f"note {text}" if noted else "") for _, text, noted in part) for part in parts
    )
    assert "".join(read.split()) == "".join(f"{whole}end".split())
