"""From a WeasyPrint document to a part of a book: its PDF objects with all that only the binding knows left open."""
# mypy: disable-error-code="no-untyped-call"

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pydyf  # type: ignore[import-untyped]
from weasyprint.formatting_structure import boxes

from annotate.render.book import numbers as book_numbers
from annotate.render.book.fonts import leave_fonts_out, shown_fonts
from annotate.render.book.part import ELSEWHERE, SEPARATOR, Body, Bookmark, PartBody, PartHead
from annotate.render.pdf.objects import referred
from annotate.render.pdf.tags import Tagging

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotate.render.pdf.comments import CommentLayer

_REFERENCE = re.compile(rb"(\d+) 0 R")
_WORDS = re.compile("\0W(\\d+)\0")
_KEYS = ("StructParents", "StructParent")
_OF_PAGES = frozenset(("Type", "Pages", "StructTreeRoot", "Outlines"))
_POINTS = 0.75  # a CSS pixel in points


class PartTagging(Tagging):
    """Builds the structure of a part: links lead to places by their names in the book, numbers are still open.

    `prefix` goes before the names of the part's own places.
    """

    def __init__(self, prefix: str, comments: CommentLayer) -> None:
        super().__init__(comments)
        self.needs: dict[str, None] = {}
        self.numbers = book_numbers.Numbers()
        self.places: list[dict[int, int]] = []
        self.prefix = prefix

    def _build(
        self, box: Any, parent: Any, pdf: Any, page_number: int, nums: dict[int, bytes], annotations: Any, marked: Any
    ) -> Iterator[Any]:
        if isinstance(box, boxes.PageBox):
            held = self.numbers.held[page_number]
            self.places.append({marked[found]["mcid"]: number for found, number in held.items()})
            for found, number in held.items():
                found.text = f"\0W{number}\0"  # what the link around it is described by
        for element in super()._build(box, parent, pdf, page_number, nums, annotations, marked):
            if "ID" in element:
                element["ID"] = pydyf.String(self.prefix + element["ID"].string)
            if "Headers" in element.get("A", ()):
                element["A"]["Headers"][:] = [
                    pydyf.String(self.prefix + header.string) for header in element["A"]["Headers"]
                ]
            yield element

    def _keep_link(self, box: Any, link: Any, *, nested: bool) -> bool:
        address = link["A"]["URI"].string if "A" in link else ""
        if address.startswith(ELSEWHERE):
            name = unquote(address.removeprefix(ELSEWHERE))
            self.needs.setdefault(name)
            del link["A"]
            link["Dest"] = pydyf.String(name)
        elif "Dest" in link:
            link["Dest"] = pydyf.String(self.prefix + link["Dest"].string)
        return super()._keep_link(box, link, nested=nested)


class Cut:
    """Makes a part of one document that is laid out. The fonts are left to the book (`book_fonts`) unless `whole`."""

    def __init__(self, document: Any, tagging: PartTagging, *, whole: bool = False) -> None:
        self.tagging = tagging
        self._document = document
        if not whole:
            leave_fonts_out()
        self.tagging.numbers = book_numbers.numbers_of(document)
        self._bookmarks = document.make_bookmark_tree(_POINTS, transform_pages=True)
        document.make_bookmark_tree = lambda *_, **__: []  # the book has one outline

    def leave_open(self, pdf: Any) -> None:
        """Put marks in the place of the numbers; to be called before the tags are finished."""
        for reference, places in zip(pdf.page_references, self.tagging.places, strict=True):
            if places:
                page = referred(pdf, reference)
                book_numbers.leave_open(referred(pdf, page["Contents"]).stream, places)

    def part(self, pdf: Any) -> tuple[PartHead, PartBody]:
        """Return the part; to be called last of all that finishes the PDF."""
        root = referred(pdf, pdf.catalog["StructTreeRoot"])
        document_element = referred(pdf, root["K"][0])
        parent_tree = referred(pdf, root["ParentTree"])
        pages = [referred(pdf, reference) for reference in pdf.page_references]
        fonts = referred(pdf, referred(pdf, pages[0]["Resources"])["Font"])
        open_streams = {
            referred(pdf, page["Contents"]).number
            for page, places in zip(pages, self.tagging.places, strict=True)
            if places
        }
        left_out = {item.number for item in (pdf.pages, pdf.catalog, root, document_element, parent_tree, fonts)}
        kept = [item for item in pdf.objects if item.number and item.number not in left_out]
        plain = [item for item in kept if not isinstance(item, pydyf.Stream)]
        streams = [item for item in kept if isinstance(item, pydyf.Stream)]
        numbers = {item.number: number for number, item in enumerate((*plain, *streams))}
        writer = _Writer(numbers, (pdf.pages.number, document_element.number, fonts.number))
        page_numbers = {page.number: number for number, page in enumerate(pages)}
        elements = [referred(pdf, kid) for kid in document_element["K"]]
        parents = parent_tree["Nums"][1::2]
        head = PartHead(
            plain=len(plain),
            pages=tuple(numbers[page] for page in page_numbers),
            elements=tuple((numbers[item.number], page_numbers[referred(pdf, item["Pg"]).number]) for item in elements),
            keys=len(parents),
            media=pages[0]["MediaBox"].data.decode("ascii"),
            names=self._names(pdf, page_numbers),
            needs=tuple(self.tagging.needs),
            numbers=tuple(self.tagging.numbers.printed),
            digits=tuple(self.tagging.numbers.digits),
            fonts=shown_fonts(self._document),
            bookmarks=tuple(_bookmarks(self._bookmarks)),
            embedded={name: numbers[referred(pdf, reference).number] for name, reference in fonts.items()},
            catalogue=dict(_catalogue(pdf, writer)),
            info=pdf.info.data.decode("ascii"),
        )
        body = PartBody(
            writer.joined(plain),
            writer.joined(parents),
            tuple(writer.stream(item, open_data=item.number in open_streams) for item in streams),
        )
        return head, body

    def _names(self, pdf: Any, numbers: dict[int, int]) -> dict[str, tuple[int, float, float]]:
        listed = pdf.catalog.get("Names", {}).get("Dests", {}).get("Names", [])
        return {
            self.tagging.prefix + name.string: (
                numbers[referred(pdf, place[0]).number],
                float(place[2]),
                float(place[3]),
            )
            for name, place in zip(listed[::2], listed[1::2], strict=True)
        }


def _catalogue(pdf: Any, writer: _Writer) -> Iterator[tuple[str, str]]:
    """Yield what the catalogue says of the file itself, not of its pages."""
    for key, value in pdf.catalog.items():
        if key == "Names":
            kept = pydyf.Dictionary({name: inner for name, inner in value.items() if name != "Dests"})
            if kept:
                yield key, writer.written(kept).decode("ascii")
        elif key not in _OF_PAGES:
            yield key, writer.written(value).decode("ascii")


def _bookmarks(tree: Iterable[Any]) -> Iterator[Bookmark]:
    for words, (page, x, y), below, _state in tree:
        yield Bookmark(words, page, round(x, 3), round(y, 3), tuple(_bookmarks(below)))


class _Writer:
    """Writes the objects of one document with marks for what the binding puts in.

    `numbers` are those the objects have in the part, by the document's; `tree` the document's of what the book has one
    of.
    """

    def __init__(self, numbers: dict[int, int], tree: tuple[int, ...]) -> None:
        self._marks = {number: b"\0R%d\0" % own for number, own in numbers.items()}
        self._marks.update((number, b"\0T%d\0" % place) for place, number in enumerate(tree))

    def joined(self, values: Iterable[Any]) -> bytes:
        """Return objects with separators between them. Raises ValueError where one holds such a byte itself."""
        written = [self.written(value) for value in values]
        if any(SEPARATOR in value for value in written):
            raise ValueError("a text of the page holds a control character")
        return SEPARATOR.join(written)

    def stream(self, item: Any, *, open_data: bool) -> Body:
        """Return a stream, compressed unless its data are still open."""
        data = b"\n".join(pydyf._to_bytes(line) for line in item.stream)  # noqa: SLF001  # as pydyf's own streams do
        extra = dict(item.extra)
        if not open_data:
            if item.compress:
                data = zlib.compress(data, 9)
                extra["Filter"] = "/FlateDecode"
            extra["Length"] = len(data)
        return Body(self.written(pydyf.Dictionary(extra)), data, open_data)

    def written(self, value: Any) -> bytes:
        """Return a value as PDF has it, with marks."""
        if isinstance(value, bytes):
            reference = _REFERENCE.fullmatch(value)
            return self._marks[int(reference[1])] if reference else value
        if isinstance(value, pydyf.Dictionary):
            return b"<<" + b"".join(self._entry(str(key), inner) for key, inner in value.items()) + b">>"
        if isinstance(value, pydyf.Array):
            return b"[" + b" ".join(map(self.written, value)) + b"]"
        if isinstance(value, pydyf.String) and "\0" in str(value.string):
            return b"<feff" + b"".join(_open_words(value.string)) + b">"
        plain: bytes = pydyf._to_bytes(value)  # noqa: SLF001  # how pydyf writes numbers, names and strings
        return plain

    def _entry(self, key: str, value: Any) -> bytes:
        written = b"\0K%d\0" % value if key in _KEYS else self.written(value)
        return b"/" + key.encode("ascii") + b" " + written


def _open_words(words: str) -> Iterator[bytes]:
    for index, piece in enumerate(_WORDS.split(words)):
        yield b"\0W%d\0" % int(piece) if index % 2 else piece.encode("utf-16-be").hex().encode()
