"""Pictures at hand are kept beside the text and shown in both editions; others are named, and none is ever fetched."""

import base64
import io
import re
import zipfile
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from annotate.api.parse import parse_bytes
from annotate.api.pictures import kept_pictures
from annotate.model.source import Form, Picture, RawBlock, SourceText
from annotate.read.picture_kind import PictureKind, picture_kind
from annotate.resources import resource_path
from tests.office_files import odt_file, paragraph, word_file
from tests.picture_files import claimed_png, gif, jpeg, png, webp

TEI = "{http://www.tei-c.org/ns/1.0}"
DATA_URL = f"data:image/png;base64,{base64.b64encode(png(7, 7)).decode()}"
ARTICLE = (
    "<html><head><title>The General</title>{head}</head><body><article><h1>The General</h1><p>The train moves and so "
    "does the film, for seventy-nine minutes, which is long for a chase and short for a war.</p>{body}<p>We saw it in "
    "a small hall with a piano, on a Sunday, and nobody left before the bridge had fallen.</p></article></body></html>"
)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (png(4, 3), PictureKind("image/png", "png", 4, 3)),
        (gif(5, 2), PictureKind("image/gif", "gif", 5, 2)),
        (jpeg(6, 7), PictureKind("image/jpeg", "jpg", 6, 7)),
        (webp(8, 9), PictureKind("image/webp", "webp", 8, 9)),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", None),
        (b"BM" + bytes(60), None),
        (b"", None),
    ],
    ids=["PNG", "GIF", "JPEG", "WebP", "SVG", "BMP", "nothing"],
)
def test_a_picture_is_known_by_its_content(data, kind):
    assert picture_kind(data) == kind


@given(st.sampled_from([png(), gif(), jpeg(), webp()]), st.integers(0, 60), st.binary(max_size=20))
def test_a_picture_cut_short_is_what_it_was_or_unknown_and_none_has_no_size(data, at, other):
    assert picture_kind(data[:at]) in {None, picture_kind(data)}
    changed = picture_kind(data[:at] + other)
    assert changed is None or (changed.width > 0 and changed.height > 0)


def figures(tei: bytes) -> list[tuple[str, str, str]]:
    """Return the address, description and caption of each figure."""
    return [
        (
            "".join(graphic.get("url", "") for graphic in figure.iter(f"{TEI}graphic")),
            "".join(str(words) for description in figure.iter(f"{TEI}figDesc") for words in description.itertext()),
            "".join(str(words) for head in figure.iter(f"{TEI}head") for words in head.itertext()),
        )
        for figure in etree.fromstring(tei).iter(f"{TEI}figure")
    ]


@pytest.fixture
def folder(tmp_path):
    """A folder with a source's pictures, and one outside it."""
    inside = tmp_path / "work"
    (inside / "stills").mkdir(parents=True)
    (inside / "Still One.PNG").write_bytes(png(4, 3))
    (inside / "stills" / "engine.jpg").write_bytes(png(9, 9))
    (inside / "drawing.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    (tmp_path / "secret.png").write_bytes(png(2, 2))
    (inside / "linked.png").symlink_to(tmp_path / "secret.png")
    return inside


MARKDOWN = """# The General

The train moves, and so does the film.

![Buster on the engine](<Still One.PNG>)
*The engine in the wood.*

More words about ![](stills/engine.jpg) the engine stand here.
"""


def test_pictures_beside_a_markdown_text_are_kept_with_description_and_caption(annotate, folder):
    (folder / "general.md").write_text(MARKDOWN, encoding="utf-8")
    _, out, _ = annotate("parse", folder / "general.md", code=0)
    assert "F58" not in out
    tei = (folder / "general.xml").read_bytes()
    assert figures(tei) == [("general.media/still-one.png", "Buster on the engine", "The engine in the wood.")]
    assert b'<graphic url="general.media/engine.png"/>' in tei
    assert {path.name: path.read_bytes() for path in (folder / "general.media").iterdir()} == {
        "still-one.png": png(4, 3),
        "engine.png": png(9, 9),
    }


def test_pictures_are_called_after_the_text_wherever_it_goes(annotate, folder, tmp_path):
    (folder / "general.md").write_text(MARKDOWN, encoding="utf-8")
    annotate("parse", folder / "general.md", "-o", tmp_path / "My Text.xml", code=0)
    assert figures((tmp_path / "My Text.xml").read_bytes())[0][0] == "My%20Text.media/still-one.png"
    assert sorted(path.name for path in (tmp_path / "My Text.media").iterdir()) == ["engine.png", "still-one.png"]
    _, out, _ = annotate("render", tmp_path / "My Text.xml", "--to", "html", "-o", "-", code=0)
    assert out.count('<img src="data:image/png;base64,') == 2


@pytest.mark.parametrize(
    ("address", "code", "words"),
    [
        ("https://example.org/still.png", "F580", "https://example.org/still.png in line 3"),
        ("//example.org/still.png", "F580", "//example.org/still.png"),
        ("lost.png", "F581", "lost.png in line 3"),
        ("../secret.png", "F582", "it leads out of the folder"),
        ("stills/%2E%2E/%2E%2E/secret.png", "F582", "it leads out of the folder"),
        ("linked.png", "F582", "it leads out of the folder"),
        ("/etc/hostname", "F582", "it leads out of the folder"),
        ("drawing.svg", "F582", "a drawing (SVG)"),
        ("data:image/svg+xml,%3Csvg%2F%3E", "F582", "in a data URL is not kept: it is a drawing (SVG)"),
        ("data:image/png;base64,AAA", "F582", "its base64 is broken"),
    ],
)
def test_what_is_not_kept_is_named(folder, address, code, words):
    block = RawBlock("", 3, Form.PICTURE, attributes={"url": address, "alt": "A still"})
    source, files, findings = kept_pictures(SourceText("page.html", "", (block,)), "page", folder)
    assert files == ()
    assert [finding.code for finding in findings] == [code]
    assert words in findings[0].sentence
    assert source.blocks[0].attributes == {"url": "" if code == "F582" else address, "alt": "A still"}


def test_a_picture_that_claims_to_fill_the_memory_is_not_kept(folder):
    (folder / "bomb.png").write_bytes(claimed_png(60_000, 60_000))
    block = RawBlock("", 1, Form.PICTURE, attributes={"url": "bomb.png"})
    _, files, findings = kept_pictures(SourceText("page.html", "", (block,)), "page", folder)
    assert files == ()
    assert "60000 by 60000 pixels" in findings[0].sentence


@pytest.mark.parametrize(
    ("head", "img", "kept"),
    [
        ("", '<img src="stills/engine.jpg" alt="x">', "page.media/engine.png"),
        ('<base href="https://example.org/a/">', '<img src="stills/engine.jpg" alt="x">', "page.media/engine.png"),
        ("", f'<img src="{DATA_URL}" alt="x">', "page.media/picture.png"),
        ("", f'<img src="{DATA_URL}" data-src="https://example.org/a.png" alt="x">', "https://example.org/a.png"),
    ],
    ids=["beside the page", "beside a page of a known address", "data URL", "a blank before it is loaded"],
)
def test_pictures_of_a_saved_page(folder, head, img, kept):
    page = ARTICLE.format(head=head, body=f"<figure>{img}<figcaption>The engine</figcaption></figure>")
    parsed = parse_bytes(page.encode(), "page.html", beside=folder)
    assert figures(parsed.tei) == [(kept, "x", "The engine")]


def test_pictures_within_a_word_file_an_odt_and_a_book_are_kept():
    blip = (
        '<w:r><w:drawing><wp:docPr descr="A train"/><a:graphic><a:graphicData uri="x/picture"><pic:pic><pic:blipFill>'
        '<a:blip r:embed="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></w:drawing></w:r>'
    )
    words = paragraph("<w:r><w:t>The train moves.</w:t></w:r>")
    word = word_file(
        words + paragraph(blip), links={"rId9": "image media/image1.png"}, extra=[("word/media/image1.png", png())]
    )
    frame = '<draw:frame><draw:image xlink:href="Pictures/1.gif"/><svg:desc>A train</svg:desc></draw:frame>'
    odt = odt_file(f"<text:p>It moves.</text:p><text:p>{frame}</text:p>", extra=[("Pictures/1.gif", gif())])
    for data, name, kept, content in (
        (word, "essay.docx", "image1.png", png()),
        (odt, "essay.odt", "1.gif", gif()),
        (book(), "essay.epub", "image.jpg", jpeg()),
    ):
        parsed = parse_bytes(data, name)
        assert figures(parsed.tei) == [(f"essay.media/{kept}", "A train", "")], name
        assert [(picture.name, picture.data) for picture in parsed.pictures] == [(kept, content)]


def book() -> bytes:
    target = io.BytesIO()
    container = '<rootfiles><rootfile full-path="a.opf"/></rootfiles></container>'
    body = '<p>It moves.</p><p><img src="Image.JPG" alt="A train"/></p>'
    page = f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{body}</body></html>'
    files: dict[str, str | bytes] = {
        "META-INF/container.xml": f'<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">{container}',
        "a.opf": '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="c" href="c.xhtml" '
        'media-type="application/xhtml+xml"/></manifest><spine><itemref idref="c"/></spine></package>',
        "c.xhtml": page,
        "Image.JPG": jpeg(),
    }
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


ADDRESSES = st.one_of(
    st.sampled_from(
        ["a.png", "A.PNG", "b/a.png", "a b.png", "con.png", "..", ".png", "é.png", "a.png?x", "%00.png", "x" * 90]
    ),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12),
)


@given(st.lists(st.tuples(ADDRESSES, st.integers(1, 4)), max_size=8))
def test_file_names_are_safe_different_and_the_same_each_time(given_pictures):
    held = {address: png(size, 1) for address, size in given_pictures}
    blocks = tuple(RawBlock("", 1, Form.PICTURE, attributes={"url": address}) for address in held)
    source = SourceText("law.html", "", blocks, pictures=tuple(Picture(*pair) for pair in held.items()))
    changed, files, findings = kept_pictures(source, "law", None)
    assert (changed, files, findings) == kept_pictures(source, "law", None)
    assert findings == []
    names = [file.name for file in files]
    assert all(re.fullmatch(r"[a-z0-9_][a-z0-9_\-]*\.png", name) for name in names)
    assert len(names) == len(set(names)) == len(set(held.values()))
    by_name = {f"law.media/{file.name}": file.data for file in files}
    assert [by_name[block.attributes["url"]] for block in changed.blocks] == list(held.values())


def test_parsing_again_keeps_what_a_person_put_there_or_changed(annotate, folder):
    source = folder / "general.md"
    source.write_text(MARKDOWN, encoding="utf-8")
    annotate("parse", source, code=0)
    media = folder / "general.media"
    (media / "mine.png").write_bytes(png(1, 1))
    (media / "still-one.png").write_bytes(png(2, 1))
    _, out, _ = annotate("parse", source, code=0)
    assert f"{media / 'still-one.png'}:1:1: warning F583" in out
    assert (media / "still-one.png").read_bytes() == png(2, 1)
    annotate("parse", source, "--force", code=0)
    assert (media / "still-one.png").read_bytes() == png(4, 3)
    assert (media / "mine.png").read_bytes() == png(1, 1)


def test_a_text_that_is_not_replaced_gets_no_pictures(annotate, folder):
    (folder / "general.md").write_text(MARKDOWN, encoding="utf-8")
    (folder / "general.xml").write_text("a letter", encoding="utf-8")
    annotate("parse", folder / "general.md", code=1)
    assert not (folder / "general.media").exists()


def test_what_is_written_of_pictures_is_valid(folder):
    text = MARKDOWN + "\n![up](../secret.png)\n\n![](../secret.png)\n\nThe end.\n"
    parsed = parse_bytes(text.encode(), "general.md", beside=folder)
    schema = etree.RelaxNG(etree.parse(str(resource_path("schemas/text.rng"))))
    assert schema.validate(etree.fromstring(parsed.tei)), schema.error_log.last_error
    assert figures(parsed.tei)[1:] == [("", "up", "")]


@pytest.fixture
def general(annotate, folder) -> Path:
    (folder / "general.md").write_text(MARKDOWN, encoding="utf-8")
    annotate("parse", folder / "general.md", code=0)
    return Path(folder / "general.xml")


def test_the_html_edition_holds_its_pictures(annotate, general):
    annotate("render", general, "--to", "html", code=0)
    page = general.with_suffix(".html").read_text(encoding="utf-8")
    embedded = [base64.b64decode(data) for data in re.findall(r'<img src="data:image/png;base64,([^"]*)"', page)]
    assert embedded == [png(4, 3), png(9, 9)]
    assert 'alt="Buster on the engine" width="4" height="3"' in page
    assert "The engine in the wood." in page


def test_the_pdf_edition_shows_and_describes_its_pictures(annotate, general):
    _, _, err = annotate("render", general, "--to", "pdf", code=0)
    assert "E3" not in err
    with pikepdf.open(general.with_suffix(".pdf")) as document:
        figures = [
            item for item in document.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure"
        ]
        assert [str(figure.Alt) for figure in figures] == ["Buster on the engine", "Picture"]
    page_validation = pytest.importorskip("page", reason="the package page-validation is not installed")
    report = page_validation.validate_pdf_bytes(general.with_suffix(".pdf").read_bytes(), profile="ua1")
    assert [failure.message for failure in report.failures] == []


def test_a_missing_picture_is_named_and_its_caption_stands(annotate, general):
    (general.parent / "general.media" / "still-one.png").unlink()
    (general.parent / "general.media" / "engine.png").write_text("<svg/>", encoding="utf-8")
    _, _, err = annotate("render", general, "--to", "html", code=0)
    assert "E311 the picture general.media/still-one.png is not shown: there is no such file" in err
    assert "E311 the picture general.media/engine.png is not shown: it is a drawing (SVG)" in err
    page = general.with_suffix(".html").read_text(encoding="utf-8")
    assert "<img" not in page
    assert "The engine in the wood." in page


def test_an_edition_takes_no_picture_from_outside_the_folder_of_its_text(annotate, folder):
    body = '<figure><graphic url="../secret.png"/><head>A still</head></figure><p>x</p>'
    header = "<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt></fileDesc></teiHeader>"
    text = folder / "foreign.xml"
    text.write_text(
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{header}<text><body>{body}</body></text></TEI>', encoding="utf-8"
    )
    _, _, err = annotate("render", text, "--to", "html", code=0)
    assert "E311 the picture ../secret.png is not shown: it leads out of the folder of the text" in err
    assert "<img" not in text.with_suffix(".html").read_text(encoding="utf-8")
