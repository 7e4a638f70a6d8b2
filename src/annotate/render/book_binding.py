"""Binding a book: laid-out parts become one PDF, in the order of pages, each number and reference filled in.

What a PDF has one of for all its pages is put together here: the tree of pages, the structure, the names, the outline,
the labels. What says something of the whole file (language, metadata, attached files) comes with the frame, the part
that has the title page and the contents before the others and the sources and the index behind them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from annotate.render.book_file import PdfFile
from annotate.render.book_part import SEPARATOR, PartBody, PartHead

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from annotate.render.book_part import Body, Bookmark

_MARK = re.compile(rb"\0([RTKXGW])(\d+)\0")
_SPECIAL = re.compile(rb"[()\\]")
_SHARES = {"left": 0.0, "center": 0.5, "right": 1.0}


@dataclass(frozen=True, slots=True)
class Leaf:
    """A part that is to be bound: what can be told of it, and how its objects are read when they are wanted."""

    head: PartHead
    read: Callable[[], bytes]

    @classmethod
    def of(cls, read: Callable[[], bytes]) -> Leaf:
        """Return the part that `read` gives the bytes of."""
        return cls(PartHead.of(read()), read)


@dataclass(frozen=True, slots=True)
class Placed:
    """Pages of a part in their place in the book.

    Attributes:
        leaf: the part, and `first` and `end` which of its pages, from 0, half open.
        start: how many pages of the book stand before.
        folio: the number its first page bears; 0 if these pages are not numbered.
    """

    leaf: Leaf
    first: int
    end: int
    start: int
    folio: int

    def holds(self, page: int) -> bool:
        """Whether a page of the part is among these."""
        return self.first <= page < self.end


def placed(frame: Leaf, front: int, leaves: Sequence[Leaf]) -> list[Placed]:
    """Return the parts of a book in their places: `front` pages of the frame, the parts, the rest of the frame.

    Each begins on a right-hand page, behind a blank page where need be. Numbers begin behind the front.
    """
    found = [Placed(frame, 0, front, 0, 0)]
    start = numbered = front + front % 2
    for leaf, first in (*((leaf, 0) for leaf in leaves), (frame, front)):
        start += start % 2
        end = len(leaf.head.pages)
        found.append(Placed(leaf, first, end, start, start - numbered + 1))
        start += end - first
    return found


def bind(places: Sequence[Placed], also: Mapping[str, str]) -> tuple[bytes, int]:
    """Return the book as a PDF, and how many pages it has.

    The first of `places` is the frame's, which speaks for the whole; `also` are further names of places, by name. The
    same parts give the same bytes. Raises LookupError where a part links to a place that is in none.
    """
    folios = {
        name: place.folio + page - place.first if place.folio else 0
        for place in places
        for name, (page, _, _) in place.leaf.head.names.items()
        if place.holds(page)
    }
    folios |= {name: folios[target] for name, target in also.items()}
    needed = (name for place in places for name in place.leaf.head.needs)
    if missing := [name for name in needed if name not in folios]:
        raise LookupError(f"the book has no place named {missing[0]}")
    binding = _Binding(places, folios)
    for leaf in {id(place.leaf): place.leaf for place in places}.values():
        binding.add(leaf)
    return binding.finished(also)


class _Binding:
    """Writes a book: part by part, then what holds them together."""

    def __init__(self, places: Sequence[Placed], folios: Mapping[str, int]) -> None:
        self._file = PdfFile()
        self._places = places
        self._folios = folios
        # Of what the book has one of: the tree of pages, the root of the structure's elements, the fonts.
        self._pages, self._document, self._fonts = (self._file.new() for _ in range(3))
        self._firsts: dict[int, int] = {}
        self._fonts_held: dict[str, bytes] = {}
        self._parents: list[bytes] = []
        self._shared: dict[bytes, int] = {}
        self._catalogue: dict[str, bytes] = {}

    def add(self, leaf: Leaf) -> None:
        """Write the objects of a part; of fonts, pictures and other data only what no part before has brought."""
        head, body = leaf.head, PartBody.of(leaf.read())
        first = self._file.new(head.plain)
        self._firsts[id(leaf)] = first
        tree = (self._pages, self._document, self._fonts)
        marks = _Marks(head, tree, first, len(self._parents), self._printed(leaf))
        # A stream that an earlier one refers to (the mask of a picture) has its number before its turn.
        ahead = {number: self._file.new() for number in marks.referred_ahead(body.streams)}
        for number, number_ahead in ahead.items():
            marks.number_stream(number, number_ahead)
        for number, stream in enumerate(body.streams):
            self._stream(number, stream, marks, ahead.get(number))
        for number, data in enumerate(marks.filled(body.plain).split(SEPARATOR) if head.plain else (), first):
            self._file.plain(number, data)
        self._parents += marks.filled(body.parents).split(SEPARATOR)
        for name, number in head.embedded.items():
            self._fonts_held.setdefault(name, _reference(marks.numbers(number)))
        if leaf is self._places[0].leaf:
            self._catalogue = {key: marks.filled(value.encode("ascii")) for key, value in head.catalogue.items()}

    def _stream(self, own: int, stream: Body, marks: _Marks, number: int | None) -> None:
        """Write a stream of a part, under a number it has already or one of its own, unless it is there."""
        head = marks.filled(stream.head)
        digest = b"" if stream.open_data or number else sha256(head + b"\n" + stream.data).digest()
        if digest in self._shared:
            marks.number_stream(own, self._shared[digest])
            return
        number = number or self._file.new()
        marks.number_stream(own, number)
        if stream.open_data:
            self._file.packed(number, head, marks.filled(stream.data))
        else:
            self._file.stream(number, head, stream.data)
        if digest:
            self._shared[digest] = number

    def _printed(self, leaf: Leaf) -> list[str]:
        """Return the words of the numbers that a part prints."""
        own = [place for place in self._places if place.leaf is leaf]
        firsts = [place.first for place in own]
        found = []
        for number in leaf.head.numbers:
            place = own[bisect_right(firsts, number.page) - 1]
            folio = self._folios[number.target] if number.target else place.folio + number.page - place.first
            found.append(f"{number.before}{folio}{number.after}")
        return found

    def finished(self, also: Mapping[str, str]) -> tuple[bytes, int]:
        """Write what a book has one of, and return the file and how many pages it has."""
        pages: list[int] = []
        names: dict[str, bytes] = {}
        elements: list[bytes] = []
        outline: list[_Item] = []
        for place in self._places:
            head, first = place.leaf.head, self._firsts[id(place.leaf)]
            while len(pages) < place.start:
                pages.append(self._blank(head.media))
            own = [first + number for number in head.pages]
            pages += own[place.first : place.end]
            elements += (_reference(first + number) for number, page in head.elements if place.holds(page))
            for name, (page, x, y) in head.names.items():
                if place.holds(page):
                    names[name] = _target(own[page], x, y)
            outline += _items([bookmark for bookmark in head.bookmarks if place.holds(bookmark.page)], own)
        names |= {name: names[target] for name, target in also.items()}
        self._catalogue |= {
            "StructTreeRoot": _reference(self._structure(elements)),
            "Names": self._names(names),
            "PageLabels": b"<</Nums [0 <</S /r>> %d <</S /D>>]>>"
            % next(one.start for one in self._places if one.folio),
        }
        if outline:
            self._catalogue["Outlines"] = _reference(self._outline(outline))
        kids = b" ".join(map(_reference, pages))
        self._file.plain(self._pages, b"<</Type /Pages/Count %d/Kids [%s]>>" % (len(pages), kids))
        self._file.plain(self._fonts, _dictionary(self._fonts_held))
        self._file.plain(root := self._file.new(), self._root())
        self._file.plain(told := self._file.new(), self._places[0].leaf.head.info.encode("ascii"))
        return self._file.finished(root, told), len(pages)

    def _root(self) -> bytes:
        return _dictionary({"Type": b"/Catalog", "Pages": _reference(self._pages), **self._catalogue})

    def _structure(self, elements: Iterable[bytes]) -> int:
        root, parents = self._file.new(), self._file.new()
        nums = b" ".join(b"%d %s" % (key, owner) for key, owner in enumerate(self._parents))
        self._file.plain(parents, b"<</Nums [%s]>>" % nums)
        element = b"<</Type /StructElem/S /Document/P %s/K [%s]>>" % (_reference(root), b" ".join(elements))
        self._file.plain(self._document, element)
        told = (_reference(self._document), _reference(parents), len(self._parents))
        self._file.plain(root, b"<</Type /StructTreeRoot/K [%s]/ParentTree %s/ParentTreeNextKey %d>>" % told)
        return root

    def _names(self, names: Mapping[str, bytes]) -> bytes:
        """Return the dictionary of names: those of places, and what else the frame names."""
        listed = b" ".join(b"%s %s" % (_string(name), names[name]) for name in sorted(names, key=_sorted_as))
        self._file.plain(number := self._file.new(), b"<</Names [%s]>>" % listed)
        others = self._catalogue.get("Names", b"<<>>").removesuffix(b">>")
        return b"%s/Dests %s>>" % (others, _reference(number))

    def _outline(self, items: Sequence[_Item]) -> int:
        number = self._file.new()
        first, last, count = self._siblings(items, number)
        told = (_reference(first), _reference(last), count)
        self._file.plain(number, b"<</Type /Outlines/First %s/Last %s/Count %d>>" % told)
        return number

    def _siblings(self, items: Sequence[_Item], parent: int) -> tuple[int, int, int]:
        """Write the entries below one; return the first, the last, and how many there are with all below them."""
        first = self._file.new(len(items))
        count = len(items)
        for number, item in enumerate(items, first):
            told = {"Title": _string(item.words), "Parent": _reference(parent), "Dest": item.target}
            if number > first:
                told["Prev"] = _reference(number - 1)
            if number < first + len(items) - 1:
                told["Next"] = _reference(number + 1)
            if item.below:
                inner, last, below = self._siblings(item.below, number)
                told |= {"First": _reference(inner), "Last": _reference(last), "Count": b"%d" % below}
                count += below
            self._file.plain(number, _dictionary(told))
        return first, first + len(items) - 1, count

    def _blank(self, media: str) -> int:
        """Write an empty page and return its number."""
        self._file.stream(content := self._file.new(), b"<</Length 0>>", b"")
        told = (_reference(self._pages), media.encode("ascii"), _reference(content))
        page = b"<</Type /Page/Parent %s/MediaBox %s/Contents %s/Resources <<>>>>" % told
        self._file.plain(number := self._file.new(), page)
        return number


class _Marks:
    """Fills in the marks of one part."""

    def __init__(
        self, head: PartHead, tree: tuple[int, int, int], first: int, key: int, printed: Sequence[str]
    ) -> None:
        self._head = head
        self._tree = tree
        self._first = first
        self._key = key
        self._printed = printed
        self._streams: dict[int, int] = {}

    def number_stream(self, own: int, number: int) -> None:
        """Note the number that a stream of the part has in the book."""
        self._streams[own] = number

    def referred_ahead(self, streams: Sequence[Body]) -> list[int]:
        """Return the streams that one before them refers to."""
        plain = self._head.plain
        found = (
            int(index) - plain
            for own, stream in enumerate(streams)
            for kind, index in _MARK.findall(stream.head)
            if kind == b"R" and int(index) - plain > own
        )
        return list(dict.fromkeys(found))

    def numbers(self, own: int) -> int:
        """Return the number that an object of the part has in the book."""
        return self._first + own if own < self._head.plain else self._streams[own - self._head.plain]

    def filled(self, data: bytes) -> bytes:
        """Return bytes with what the binding puts in."""
        return _MARK.sub(self._mark, data)

    def _mark(self, mark: re.Match[bytes]) -> bytes:
        kind, index = mark[1], int(mark[2])
        if kind == b"R":
            return _reference(self.numbers(index))
        if kind == b"T":
            return _reference(self._tree[index])
        if kind == b"K":
            return b"%d" % (self._key + index)
        words = self._printed[index]
        if kind == b"W":
            return words.encode("utf-16-be").hex().encode()
        number = self._head.numbers[index]
        digits = self._head.digits[number.digits]
        if kind == b"G":
            return digits.shown(words)
        return b"%.2f" % (number.x - digits.width(words) * _SHARES[number.align])


@dataclass(frozen=True, slots=True)
class _Item:
    """An entry of the outline: its words, where it leads, what stands below it."""

    words: str
    target: bytes
    below: Sequence[_Item]


def _items(bookmarks: Iterable[Bookmark], pages: Sequence[int]) -> list[_Item]:
    """Return bookmarks of a part as entries of the outline; `pages` are the numbers of its pages in the book."""
    return [
        _Item(bookmark.words, _target(pages[bookmark.page], bookmark.x, bookmark.y), _items(bookmark.below, pages))
        for bookmark in bookmarks
    ]


def _target(page: int, x: float, y: float) -> bytes:
    """Return a place on a page (ISO 32000-1, 12.3.2.2)."""
    return b"[%s /XYZ %.2f %.2f 0]" % (_reference(page), x, y)


def _reference(number: int) -> bytes:
    return b"%d 0 R" % number


def _dictionary(values: Mapping[str, bytes]) -> bytes:
    return b"<<" + b"".join(b"/%s %s" % (key.encode("ascii"), value) for key, value in values.items()) + b">>"


def _string(words: str) -> bytes:
    """Return words as a PDF string (ISO 32000-1, 7.9.2)."""
    if words.isascii():
        return b"(%s)" % _SPECIAL.sub(rb"\\\g<0>", words.encode("ascii"))
    return b"<feff%s>" % words.encode("utf-16-be").hex().encode()


def _sorted_as(name: str) -> bytes:
    """Return the bytes of a name as PDF compares them (ISO 32000-1, 7.9.6)."""
    return name.encode("ascii") if name.isascii() else b"\xfe\xff" + name.encode("utf-16-be")
