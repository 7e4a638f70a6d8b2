"""Binding a book: laid-out parts become one PDF, in the order of pages, each number and reference filled in.

What a PDF has one of for all its pages is put together here: the tree of pages, the structure, the names, the outline,
the labels. What says something of the whole file (language, metadata, attached files) comes with the frame, the part
that has the title page and the contents before the others and the sources and the index behind them.
"""

from __future__ import annotations

from bisect import bisect_right
from hashlib import sha256
from typing import TYPE_CHECKING

from annotate.render.book.attachments import write_attachments
from annotate.render.book.file import PdfFile
from annotate.render.book.marks import Marks
from annotate.render.book.outline import items, write_outline
from annotate.render.book.part import SEPARATOR, PartBody
from annotate.render.pdf.syntax import dictionary, reference, string, target

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from annotate.render.book.outline import Item
    from annotate.render.book.part import Body
    from annotate.render.book.places import Leaf, Placed
    from annotate.render.pdf.make import Attachment


def bind(
    places: Sequence[Placed], also: Mapping[str, str], attachments: Sequence[Attachment] = ()
) -> tuple[bytes, int]:
    """Return the book as a PDF, and how many pages it has.

    The first of `places` is the frame's, which speaks for the whole; `also` are further names of places, by name;
    `attachments`, sorted as PDF sorts their names, are the files it carries. The same parts give the same bytes.
    Raises LookupError where a part links to a place that is in none.
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
    binding.attach(attachments)
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
        marks = Marks(head, tree, first, len(self._parents), self._printed(leaf))
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
            self._fonts_held.setdefault(name, reference(marks.numbers(number)))
        if leaf is self._places[0].leaf:
            self._catalogue = {key: marks.filled(value.encode("ascii")) for key, value in head.catalogue.items()}

    def _stream(self, own: int, stream: Body, marks: Marks, number: int | None) -> None:
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

    def attach(self, attachments: Sequence[Attachment]) -> None:
        """Write the files the book carries."""
        if attachments:
            tree, specifications = write_attachments(self._file, attachments)
            self._catalogue["Names"] = b"<</EmbeddedFiles %s>>" % reference(tree)
            self._catalogue["AF"] = b"[%s]" % b" ".join(map(reference, specifications))

    def finished(self, also: Mapping[str, str]) -> tuple[bytes, int]:
        """Write what a book has one of, and return the file and how many pages it has."""
        pages: list[int] = []
        names: dict[str, bytes] = {}
        elements: list[bytes] = []
        outline: list[Item] = []
        for place in self._places:
            head, first = place.leaf.head, self._firsts[id(place.leaf)]
            while len(pages) < place.start:
                pages.append(self._blank(head.media))
            own = [first + number for number in head.pages]
            pages += own[place.first : place.end]
            elements += (reference(first + number) for number, page in head.elements if place.holds(page))
            for name, (page, x, y) in head.names.items():
                if place.holds(page):
                    names[name] = target(own[page], x, y)
            outline += items([bookmark for bookmark in head.bookmarks if place.holds(bookmark.page)], own)
        names |= {name: names[target] for name, target in also.items()}
        self._catalogue |= {
            "StructTreeRoot": reference(self._structure(elements)),
            "Names": self._names(names),
            "PageLabels": b"<</Nums [0 <</S /r>> %d <</S /D>>]>>"
            % next(one.start for one in self._places if one.folio),
        }
        if outline:
            self._catalogue["Outlines"] = reference(write_outline(self._file, outline))
        kids = b" ".join(map(reference, pages))
        self._file.plain(self._pages, b"<</Type /Pages/Count %d/Kids [%s]>>" % (len(pages), kids))
        self._file.plain(self._fonts, dictionary(self._fonts_held))
        self._file.plain(root := self._file.new(), self._root())
        self._file.plain(told := self._file.new(), self._places[0].leaf.head.info.encode("ascii"))
        return self._file.finished(root, told), len(pages)

    def _root(self) -> bytes:
        return dictionary({"Type": b"/Catalog", "Pages": reference(self._pages), **self._catalogue})

    def _structure(self, elements: Iterable[bytes]) -> int:
        root, parents = self._file.new(), self._file.new()
        nums = b" ".join(b"%d %s" % (key, owner) for key, owner in enumerate(self._parents))
        self._file.plain(parents, b"<</Nums [%s]>>" % nums)
        element = b"<</Type /StructElem/S /Document/P %s/K [%s]>>" % (reference(root), b" ".join(elements))
        self._file.plain(self._document, element)
        told = (reference(self._document), reference(parents), len(self._parents))
        self._file.plain(root, b"<</Type /StructTreeRoot/K [%s]/ParentTree %s/ParentTreeNextKey %d>>" % told)
        return root

    def _names(self, names: Mapping[str, bytes]) -> bytes:
        """Return the dictionary of names: those of places, and what else the frame names."""
        listed = b" ".join(b"%s %s" % (string(name), names[name]) for name in sorted(names, key=_sorted_as))
        self._file.plain(number := self._file.new(), b"<</Names [%s]>>" % listed)
        others = self._catalogue.get("Names", b"<<>>").removesuffix(b">>")
        return b"%s/Dests %s>>" % (others, reference(number))

    def _blank(self, media: str) -> int:
        """Write an empty page and return its number."""
        self._file.stream(content := self._file.new(), b"<</Length 0>>", b"")
        told = (reference(self._pages), media.encode("ascii"), reference(content))
        page = b"<</Type /Page/Parent %s/MediaBox %s/Contents %s/Resources <<>>>>" % told
        self._file.plain(number := self._file.new(), page)
        return number


def _sorted_as(name: str) -> bytes:
    """Return the bytes of a name as PDF compares them (ISO 32000-1, 7.9.6)."""
    return name.encode("ascii") if name.isascii() else b"\xfe\xff" + name.encode("utf-16-be")
