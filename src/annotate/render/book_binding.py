"""Binding a book: laid-out parts and the book's own front and back matter become one PDF.

The front and back matter are one WeasyPrint document; while it is written, the parts' objects are added to its PDF, so
that the catalogue, the metadata, the attached files and the file's form are those of any other edition. What a PDF has
one of for all its pages is put together here: the tree of pages, the structure, the names, the outline, the labels.
"""
# mypy: disable-error-code="no-untyped-call"

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pydyf  # type: ignore[import-untyped]
from weasyprint.pdf.anchors import add_outlines

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from annotate.render.book_part import Body, Bookmark, Part

_MARK = re.compile(rb"\0([RKXGW])(\d+)\0")
_SHARED = b"<</Type /Font"  # fonts and their descriptors, of which parts can bring equal ones


class _Written(pydyf.Object):  # type: ignore[misc]
    """An object whose bytes are there already."""

    def __init__(self, data: bytes, *, stream: bool) -> None:
        super().__init__()
        self._data = data
        self._stream = stream

    @property
    def data(self) -> bytes:
        """Its bytes."""
        return self._data

    @property
    def compressible(self) -> bool:
        """Whether it can stand in an object stream (ISO 32000-1, 7.5.7): streams cannot."""
        return not self._stream


@dataclass(frozen=True, slots=True)
class Placed:
    """Pages of a part in their place in the book.

    Attributes:
        part: the part, and `first` and `end` which of its pages, from 0, half open.
        start: how many pages of the book stand before.
        folio: the number its first page bears; 0 if these pages are not numbered.
    """

    part: Part
    first: int
    end: int
    start: int
    folio: int


def placed(frame: Part, front: int, parts: Sequence[Part]) -> list[Placed]:
    """Return the parts of a book in their places: `front` pages of the frame, the parts, the rest of the frame.

    Each begins on a right-hand page, behind a blank page where need be. Numbers begin behind the front.
    """
    found = [Placed(frame, 0, front, 0, 0)]
    numbered = front + front % 2
    start = numbered
    for part, first in (*((part, 0) for part in parts), (frame, front)):
        start += start % 2
        found.append(Placed(part, first, len(part.pages), start, start - numbered + 1))
        start += len(part.pages) - first
    return found


def folios(places: Iterable[Placed]) -> dict[str, int]:
    """Return the number of the page of each place that can be linked to, by name; of those whose page has one."""
    return {
        name: place.folio + page - place.first
        for place in places
        if place.folio
        for name, (page, _, _) in place.part.names.items()
        if place.first <= page < place.end
    }


def bind(pdf: Any, places: Sequence[Placed], also: Mapping[str, str]) -> int:
    """Make a PDF that WeasyPrint has made of a book's frame that of the whole book, and return how many pages it has.

    `also` are further names of places, by name. Raises LookupError where a part links to a place that is in none.
    """
    known = {name for place in places for name in place.part.names} | also.keys()
    if missing := [name for place in places for name in place.part.needs if name not in known]:
        raise LookupError(f"the book has no place named {missing[0]}")
    info = pdf.info
    pdf.__init__()
    pdf.info = info
    binding = _Binding(pdf, places, also)
    for part in {id(place.part): place.part for place in places}.values():
        binding.add(part)
    binding.finish()
    return int(pdf.pages["Count"])


class _Binding:
    """Adds parts to a PDF, then what holds them together."""

    def __init__(self, pdf: Any, places: Sequence[Placed], also: Mapping[str, str]) -> None:
        self._pdf = pdf
        self._also = also
        self._places = places
        self._folios = folios(places)
        self._root, self._document = pydyf.Dictionary(), pydyf.Dictionary()
        self._parents, self._fonts = pydyf.Array(), pydyf.Dictionary()
        for item in (self._root, self._document, self._fonts):
            pdf.add_object(item)
        self._numbers: dict[int, list[int]] = {}
        self._shared: dict[bytes, int] = {}

    def add(self, part: Part) -> None:
        """Add the objects of a part; of fonts, pictures and other data only what no part before has brought."""
        numbers = [0] * len(part.objects)  # 0 is none yet
        tree = (self._pdf.pages, self._document, self._fonts)
        for number, item in zip(part.tree, tree, strict=True):
            numbers[number] = item.number
        marks = _Marks(part, numbers, len(self._parents) // 2, self._printed(part))
        fresh: list[Body] = []
        for number, body in enumerate(part.objects):
            if body.head:
                numbers[number] = following = len(self._pdf.objects) + len(fresh)
                if digest := marks.digest(body):
                    numbers[number] = self._shared.setdefault(digest, following)
                if numbers[number] == following:
                    fresh.append(body)
        for body in fresh:
            self._pdf.add_object(marks.written(body))
        for key, owner in enumerate(part.parents, marks.key):
            self._parents.extend((key, marks.filled(owner)))
        for name, number in part.embedded.items():
            self._fonts.setdefault(name, _reference(numbers[number]))
        for entry, value in part.catalogue.items():
            self._pdf.catalog.setdefault(entry, marks.filled(value))
        self._numbers[id(part)] = numbers

    def _printed(self, part: Part) -> list[str]:
        """Return the words of the numbers that a part prints."""
        own = [place for place in self._places if place.part is part]
        found = []
        for number in part.numbers:
            place = next(place for place in own if place.first <= number.page < place.end)
            folio = self._folios.get(number.target, 0) if number.target else place.folio + number.page - place.first
            found.append(f"{number.before}{folio}{number.after}")
        return found

    def finish(self) -> None:
        """Write what a book has one of."""
        pages: list[int] = []
        names: dict[str, Any] = {}
        bookmarks: list[Any] = []
        elements = pydyf.Array()
        for place in self._places:
            numbers = self._numbers[id(place.part)]
            while len(pages) < place.start:
                pages.append(self._blank(place.part.media))
            pages += [numbers[number] for number in place.part.pages[place.first : place.end]]
            elements.extend(
                _reference(numbers[number]) for number, page in place.part.elements if place.first <= page < place.end
            )
            for name, (page, x, y) in place.part.names.items():
                if place.first <= page < place.end:
                    target = pages[place.start + page - place.first]
                    names[name] = pydyf.Array([_reference(target), "/XYZ", x, y, 0])
            bookmarks += _outline(place, place.part.bookmarks)
        self._pdf.pages["Kids"].extend(item for number in pages for item in (number, 0, "R"))
        self._pdf.pages["Count"] = len(pages)
        self._finish_structure(elements)
        names.update({name: names[target] for name, target in self._also.items()})
        ordered = sorted(names, key=_sorted_as)
        self._name(pydyf.Array(item for name in ordered for item in (pydyf.String(name), names[name])))
        add_outlines(self._pdf, bookmarks)
        front = next(place.start for place in self._places if place.folio)
        labels = pydyf.Array([0, pydyf.Dictionary({"S": "/r"}), front, pydyf.Dictionary({"S": "/D"})])
        self._pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": labels})

    def _finish_structure(self, elements: Any) -> None:
        parents = pydyf.Dictionary({"Nums": self._parents})
        self._pdf.add_object(parents)
        self._document.update(
            {"Type": "/StructElem", "S": "/Document", "K": elements, "P": self._root.reference},
        )
        self._root.update(
            {
                "Type": "/StructTreeRoot",
                "ParentTree": parents.reference,
                "ParentTreeNextKey": len(self._parents) // 2,
                "K": pydyf.Array([self._document.reference]),
            }
        )
        self._pdf.catalog["StructTreeRoot"] = self._root.reference

    def _name(self, names: Any) -> None:
        destinations = pydyf.Dictionary({"Names": names})
        self._pdf.add_object(destinations)
        others = self._pdf.catalog.get("Names", b"<<>>")
        self._pdf.catalog["Names"] = b"%s/Dests %s>>" % (others.removesuffix(b">>"), destinations.reference)

    def _blank(self, media: bytes) -> int:
        """Add an empty page and return its number."""
        content = pydyf.Stream()
        self._pdf.add_object(content)
        page = pydyf.Dictionary(
            {
                "Type": "/Page",
                "Parent": self._pdf.pages.reference,
                "MediaBox": media,
                "Contents": content.reference,
                "Resources": pydyf.Dictionary(),
            }
        )
        self._pdf.add_object(page)
        return int(page.number)


class _Marks:
    """Fills in the marks of one part."""

    def __init__(self, part: Part, numbers: list[int], key: int, printed: Sequence[str]) -> None:
        self._part = part
        self._numbers = numbers
        self._printed = printed
        self.key = key

    def filled(self, data: bytes) -> bytes:
        """Return bytes with what the binding puts in."""
        return _MARK.sub(self._mark, data) if b"\0" in data else data

    def digest(self, body: Body) -> bytes | None:
        """Return what tells equal fonts and equal data from others; None of what only one part can have.

        Objects that refer to a later one are not compared, as what that is has not been told yet.
        """
        shared = body.head.startswith(_SHARED) or (body.data is not None and not body.open_data)
        if not shared or any(
            kind == b"R" and not self._numbers[int(index)] for kind, index in _MARK.findall(body.head)
        ):
            return None
        return sha256(self.filled(body.head) + b"\n" + (body.data or b"")).digest()

    def written(self, body: Body) -> _Written:
        """Return an object as it stands in the file."""
        head = self.filled(body.head)
        if body.data is None:
            return _Written(head, stream=False)
        data = body.data
        if body.open_data:
            data = zlib.compress(self.filled(data), 9)
            head = b"%s/Filter /FlateDecode/Length %d>>" % (head.removesuffix(b">>"), len(data))
        return _Written(b"\n".join((head, b"stream", data, b"endstream")), stream=True)

    def _mark(self, mark: re.Match[bytes]) -> bytes:
        kind, index = mark[1], int(mark[2])
        if kind == b"R":
            return _reference(self._numbers[index])
        if kind == b"K":
            return b"%d" % (self.key + index)
        words = self._printed[index]
        if kind == b"W":
            return words.encode("utf-16-be").hex().encode()
        number = self._part.numbers[index]
        digits = self._part.digits[number.digits]
        if kind == b"G":
            return digits.shown(words)
        share = {"left": 0.0, "center": 0.5, "right": 1.0}[number.align]
        return b"%.2f" % (number.x - digits.width(words) * share)


def _outline(place: Placed, bookmarks: Iterable[Bookmark]) -> list[Any]:
    """Return the bookmarks of the pages in a place, as WeasyPrint writes outlines."""
    return [
        (
            bookmark.words,
            (place.start + bookmark.page - place.first, bookmark.x, bookmark.y),
            _outline(place, bookmark.below),
            "open",
        )
        for bookmark in bookmarks
        if place.first <= bookmark.page < place.end
    ]


def _reference(number: int) -> bytes:
    return b"%d 0 R" % number


def _sorted_as(name: str) -> bytes:
    """Return the bytes of a name as PDF compares them (ISO 32000-1, 7.9.6)."""
    return name.encode("ascii") if name.isascii() else b"\xfe\xff" + name.encode("utf-16-be")
