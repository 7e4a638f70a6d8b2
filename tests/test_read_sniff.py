"""The format of a file is found by what is in it; its name decides only where that leaves it open."""

import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.read.sniff import format_of
from tests.surroundings import SHARED, needs_shared

FORMATS = set("plain markdown html docx odt epub pdf srt vtt tei xml rtf doc picture binary".split())
TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text/></TEI>'
SUBTITLES = "1\n00:00:01,000 --> 00:00:04,000\nThe train is late.\n"


def archive(**parts: str) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name, content in parts.items():
            # A `ZipInfo` of its own has no time of day in it, so the test is called the same in every process.
            part = zipfile.ZipInfo(name.replace("__", "/").replace("TYPES", "[Content_Types].xml"))
            file.writestr(part, content)
    return made.getvalue()


WORD = archive(TYPES='<Types><Override ContentType="application/vnd.x.wordprocessingml.document.main+xml"/></Types>')


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"%PDF-1.7\n...", "pdf"),
        (b"\xef\xbb\xbf%PDF-1.4\n...", "pdf"),
        (b"junk of a mail program\n%PDF-1.4\n...startxref\n0\n%%EOF", "pdf"),
        (WORD, "docx"),
        (archive(mimetype="application/epub+zip"), "epub"),
        (archive(mimetype="application/vnd.oasis.opendocument.text"), "odt"),
        (archive(notes="a plain zip"), "binary"),
        (archive(TYPES="<Types>spreadsheetml</Types>"), "binary"),
        (archive(word__document="...")[:-30] + b"word/document.xml", "docx"),
        (archive(mimetype="application/epub+zip")[:70], "epub"),
        (b"PK\x03\x04", "binary"),
        (b"{\\rtf1\\ansi The General}", "rtf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00", "doc"),
        (b"\x89PNG\r\n\x1a\n\x00", "picture"),
        (b"\xff\xd8\xff\xe0\x00", "picture"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "picture"),
        (bytes(range(32)) * 9, "binary"),
        (TEI.encode(), "tei"),
        (('<?xml version="1.0"?>\n<?xml-model href="a"?>\n<!-- kept -->\n' + TEI).encode(), "tei"),
        (TEI.encode("utf-16"), "tei"),
        (b'<tei:TEI xmlns:tei="http://www.tei-c.org/ns/1.0"/>', "tei"),
        (b"<teiCorpus xmlns='http://www.tei-c.org/ns/1.0'><TEI/></teiCorpus>", "tei"),
        (b'<?xml version="1.0"?><article/>', "xml"),
        (b"<!DOCTYPE doc [<!ELEMENT doc (#PCDATA)>]><doc/>", "xml"),
        (b"<review><p>Good.</p></review>", "xml"),
        (b"<!DOCTYPE html><title>x</title>", "html"),
        (b"\n <!-- saved from a page -->\n<HTML lang=en><p>x", "html"),
        (b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>', "html"),
        (b"<p>A fragment of a page</p>", "html"),
        (b"WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n", "vtt"),
        (b"\xef\xbb\xbfWEBVTT - Interview\r\n\r\n", "vtt"),
        (SUBTITLES.encode(), "srt"),
        (SUBTITLES.replace("\n", "\r\n").encode("utf-16"), "srt"),
        (SUBTITLES.removeprefix("1\n").encode(), "srt"),
        (b"", "plain"),
        ("Überraschung\n\nEin Film.".encode("cp1252"), "plain"),
        ("城南旧事".encode("gb18030"), "plain"),
    ],
)
def test_a_format_is_known_by_its_content_whatever_the_file_is_called(data, expected):
    assert {format_of(data, name) for name in ("review", "review.txt", "review.bin")} == {expected}


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: The General\ndate: 2020-01-02\n---\n\nA review.",
        '+++\ntitle = "The General"\n+++\n\nA review.',
        "# The General\n\nA *great* film, says [its page](https://example.org/general).",
        "# The General\n\n## The chase\n\nA train.",
        "A film.[^1]\n\n[^1]: Of 1926.",
        "![The bridge](bridge.jpg)\n\nIt falls.",
        "**Q: Was it hard?**\n\nIt was.\n\n**Q: And then?**\n\nThen we left.",
        "| Film | Year |\n|------|------|\n| The General | 1926 |",
        "Before.\n\n```\ncode\n```\n",
    ],
)
def test_markdown_is_known_by_its_signs(text):
    assert format_of(text.encode(), "review.txt") == "markdown"


@pytest.mark.parametrize(
    "text",
    [
        "- Was it hard?\n- It was.\n- And then?\n- Then we left.",
        "One part.\n\n* * *\n\nAnother part.\n\n***\n\nThe last.",
        "# 1\n\nThe first part.\n\n# 2\n\nThe second part.\n\n# 3\n\nThe third.",
        "#film #keaton\n\nWe are #1 at the box office.",
        "He wrote _The General_ and _Our Hospitality_, and she read _Emma_.",
        "5 * 3 * 2 is 30, and 2*3*4 is 24.",
        "Rated **** by one paper and ** by another.",
        "> On Monday he wrote:\n> It is late.\n\nSo it is.",
        "He said [laughs] that it was [sic] (in his words) over.",
        "The General\n===========\n\nA film of 1926.",
        "1. First\n2. Second\n\n   indented",
        "A claim [1] and another [2].\n\n[1] The Guardian, 2008.\n[2] The Times, 2009.",
        "<laughs> I never said so.\n\nQ: Did you?",
        "Title: The General\nDirector: Buster Keaton\n\nA film.",
        '{"title": "**bold** and [a link](https://example.org/)"}',
        "At 00:43:12 --> the bridge falls.",
    ],
)
def test_a_plain_text_with_signs_like_markdown_stays_plain(text):
    assert format_of(text.encode(), "review.txt") == "plain"


def test_the_name_decides_where_the_content_leaves_it_open():
    prose = b"Just a paragraph.\n\nAnd another."
    assert format_of(prose, "REVIEW.MD") == format_of(prose, "a/review.markdown") == "markdown"
    assert format_of(prose, "review.html") == "plain"
    assert format_of(b"<div align='center'>A badge</div>\n\nText", "readme.md") == "markdown"
    assert format_of(b"%PDF-1.7", "readme.md") == "pdf"


@given(
    st.binary(max_size=300) | st.text(alphabet="#*_[]()<>!-|`~{}%\n ab1:\\/", max_size=300).map(str.encode),
    st.text(max_size=9),
)
def test_any_bytes_have_a_format(data, name):
    assert format_of(data, name) in FORMATS


@needs_shared
def test_real_texts_are_plain_and_real_word_files_are_word_files():
    texts = sorted((SHARED / "texts").glob("*.txt"))
    assert {path.name: found for path in texts if (found := format_of(path.read_bytes(), path.name)) != "plain"} == {}
    word_files = sorted((SHARED / "suites/docx").glob("*.docx"))
    assert {format_of(path.read_bytes(), "x") for path in word_files} == {"docx"}
    pages = sorted((SHARED / "suites/extraction").rglob("source.html"))
    assert {str(path): found for path in pages if (found := format_of(path.read_bytes(), "x")) != "html"} == {}
