"""Parts of a book bound together: what all have is held once, and what one has stays its own."""

import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from annotate.render.book.binding import bind
from annotate.render.book.glyphs import joined_fonts
from annotate.render.book.places import Leaf, placed
from annotate.render.pdf.conformance import conformance_findings
from annotate.render.pdf.make import make_pdf
from annotate.render.pdf.protocol import InBook

STYLE = """\
@page { size: 90mm 120mm; margin: 15mm; @bottom-center { content: "– " counter(page) " –" } }
@page front { @bottom-center { content: none } }
nav { page: front; break-after: right }
h1 { bookmark-level: 1 } section { bookmark-level: none }
"""


def page(title, inside):
    head = f'<html lang="en"><head><meta charset="utf-8"><title>{title}</title><style>{STYLE}</style></head>'
    return f"{head}<body>{inside}</body></html>"


def chapter(title, more=""):
    picture = '<p><img src="lamp.png" alt="A lamp"></p>'
    return page(title, f'<h1 id="top">{title}</h1>{picture}<p id="b1">See <a href="#top">above</a>.</p>{more}')


def lamp():
    """Return a picture that lets the paper through, which a PDF holds as two streams, one for the mask."""
    written = io.BytesIO()
    Image.new("RGBA", (8, 8), (200, 120, 0, 90)).save(written, "PNG")
    return {"lamp.png": written.getvalue()}


@pytest.fixture(scope="module")
def parts(tmp_path_factory):
    folder = tmp_path_factory.mktemp("parts")
    chapters = {
        "a": chapter("A Lamp", '<p lang="de">Größe</p>' * 30),
        "b": chapter("A Ferry", '<p>See <a href="book:a/b1">A Lamp</a>.</p>'),
    }
    for key, html in chapters.items():
        (folder / key).write_bytes(make_pdf(html, files=lamp(), book=InBook(f"{key}/")).data)
    return tuple(str(folder / key) for key in chapters)


FRAME = page(
    "Two Pieces",
    '<nav><p>Contents</p><p><a href="book:b/top">A Ferry <span data-bound="b/top">000</span></a></p></nav>'
    '<section id="about"><p>About</p></section>',
)


def bind_in(frame, parts):
    """Return the parts bound into a frame, and how many pages that has."""
    leaves = [Leaf.of(Path(part).read_bytes) for part in parts]
    fonts = joined_fonts(font for leaf in leaves for font in leaf.head.fonts)
    made = make_pdf(frame, book=InBook(fonts=fonts))
    leaf = Leaf.of(lambda: made.data)
    front, _, _ = leaf.head.names["about"]
    return bind(placed(leaf, front, leaves), {})


@pytest.fixture(scope="module")
def bound(parts):
    data, _ = bind_in(FRAME, parts)
    return data


def test_the_whole_conforms_and_any_reader_can_open_it(bound):
    assert conformance_findings(bound, "book.pdf") == ()
    with pikepdf.open(io.BytesIO(bound)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert str(pdf.docinfo.Title) == "Two Pieces"


def test_a_picture_keeps_the_mask_that_lets_the_paper_through(bound):
    with pikepdf.open(io.BytesIO(bound)) as pdf:
        streams = [item for item in pdf.objects if isinstance(item, pikepdf.Stream)]
        masks = [item.SMask for item in streams if item.get("/Subtype") == "/Image" and "/SMask" in item]
        assert len(masks) == 2
        assert all(mask.ColorSpace == "/DeviceGray" and len(mask.read_bytes()) == 64 for mask in masks)


def test_numbers_are_printed_as_the_pages_come_to_stand(bound):
    document = pypdfium2.PdfDocument(bound)
    words = [" ".join(one.get_textpage().get_text_bounded().split()) for one in document]
    labels = [document.get_page_label(number) for number in range(len(document))]
    document.close()
    ferry = next(number for number, text in enumerate(words) if "A Ferry" in text and "Contents" not in text)
    assert f"A Ferry {labels[ferry]}" in words[0]
    assert words[ferry].endswith(f"– {labels[ferry]} –")
    assert labels[:2] == ["i", "ii"]


def test_a_link_describes_itself_by_the_number_that_is_printed(bound):
    with pikepdf.open(io.BytesIO(bound)) as pdf:
        (link,) = pdf.pages[0].Annots
        assert str(link.Contents).startswith("A Ferry ")
        assert str(link.Contents).removeprefix("A Ferry ").isdigit()
        assert str(link.Dest) == "b/top"


def test_a_link_to_a_place_that_no_part_has_makes_no_book(parts):
    astray = FRAME.replace("book:b/top", "book:b/nowhere")
    with pytest.raises(LookupError, match="b/nowhere"):
        bind_in(astray, parts)
