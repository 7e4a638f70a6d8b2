"""A part of a book: pages laid out by themselves, kept in a form that can be bound with others.

A part is to a book what an object file is to a program. Its PDF objects are numbered from 0, and what only the binding
knows is left open as a mark between two null bytes, which PDF text never holds:

- `R12`: a reference to the part's object 12;
- `K3`: a key of the structure's parent tree, the part's fourth (ISO 32000-1, 14.7.4.4);
- `X5`, `G5`, `W5`: of the printed number 5 where it begins, its glyphs, and its words (UTF-16), in hexadecimal.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Self

ELSEWHERE = "book:"
"""What an address begins with that leads to a place in another part, by its name in the book, percent-encoded."""
Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Body:
    """A PDF object: its own bytes, and the data of a stream (None for what is none).

    `open_data` says that the data hold marks and are not compressed yet; else `head` is the whole stream's dictionary.
    """

    head: bytes
    data: bytes | None = None
    open_data: bool = False


@dataclass(frozen=True, slots=True)
class Digits:
    """The signs of a typeface that numbers are printed with, by sign: glyph number and width (thousandths)."""

    font: str
    size: float
    glyphs: Mapping[str, tuple[int, int]]

    def width(self, words: str) -> float:
        """Return the width of words in points of the page's own space."""
        return sum(self.glyphs[sign][1] for sign in words) * self.size / 1000

    def shown(self, words: str) -> bytes:
        """Return words as a string of glyph numbers, in hexadecimal."""
        return "".join(f"{self.glyphs[sign][0]:04x}" for sign in words).encode()


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """A page number that is printed when the part is bound.

    Attributes:
        page: the page of the part it is printed on, from 0.
        digits: which of the part's `Digits` it is printed with.
        x: where on the line it begins, has its middle or ends, by `align`; in the page's own space.
        target: the name of the place whose page is meant, "" for the page it is printed on.
        before, after: what stands beside the number, such as the number of a line with its point.
    """

    page: int
    digits: int
    x: float
    align: Align
    target: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class PartFont:
    """A font as Pango names it, with the width and the text of each glyph that a part shows."""

    hash: str
    family: str
    style: int
    weight: int
    variations: str
    size: float
    widths: Mapping[int, int]
    to_unicode: Mapping[int, str]
    missing: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline: its words, its page in the part (from 0), its place there, what stands below it."""

    words: str
    page: int
    x: float
    y: float
    below: tuple[Bookmark, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """Pages that were laid out by themselves.

    Attributes:
        objects: the PDF objects; `pages` are the numbers of those that are pages, in order.
        tree: the numbers of the three objects that the book has one of for all parts: the tree of pages, the root of
            the structure's elements, the fonts.
        elements: the structure elements right below the root, in order: number and page (from 0).
        parents: what stands in the parent tree, in the order of keys.
        names: what can be linked to: page (from 0) and place on it in points, by name.
        needs: names of places in other parts that this part links to.
        media: the box of a page, as PDF has it.
        embedded: numbers of the fonts it brings itself, by the names they have on its pages.
        catalogue: what it says of the whole file, by key of the catalogue.
    """

    objects: tuple[Body, ...]
    pages: tuple[int, ...]
    tree: tuple[int, int, int]
    elements: tuple[tuple[int, int], ...]
    parents: tuple[bytes, ...]
    media: bytes
    names: Mapping[str, tuple[int, float, float]] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    numbers: tuple[PrintedNumber, ...] = ()
    digits: tuple[Digits, ...] = ()
    fonts: tuple[PartFont, ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()
    embedded: Mapping[str, int] = field(default_factory=dict)
    catalogue: Mapping[str, bytes] = field(default_factory=dict)

    def to_bytes(self) -> bytes:
        """Return the part as it is kept: a line of JSON, then the bytes it counts, one after the other."""
        blobs: list[bytes] = []
        for body in self.objects:
            blobs += [body.head, body.data or b""]
        blobs += self.parents
        head = {
            "objects": [
                [len(body.head), -1 if body.data is None else len(body.data), body.open_data] for body in self.objects
            ],
            "parents": [len(parent) for parent in self.parents],
            "pages": self.pages,
            "tree": self.tree,
            "elements": self.elements,
            "media": self.media.decode("ascii"),
            "names": self.names,
            "needs": self.needs,
            "numbers": [asdict(number) for number in self.numbers],
            "digits": [asdict(digits) for digits in self.digits],
            "fonts": [asdict(font) for font in self.fonts],
            "bookmarks": [asdict(bookmark) for bookmark in self.bookmarks],
            "embedded": self.embedded,
            "catalogue": {key: value.decode("ascii") for key, value in self.catalogue.items()},
        }
        return b"".join([json.dumps(head).encode(), b"\n", *blobs])

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Return the part that was kept. Raises ValueError, KeyError or TypeError if it is none."""
        end = data.index(b"\n")
        head: dict[str, Any] = json.loads(data[:end])
        taken = _Taken(data, end + 1)
        objects = tuple(
            Body(taken.next(length), None if held < 0 else taken.next(held), open_data)
            for length, held, open_data in head["objects"]
        )
        pages, tree = tuple(head["pages"]), head["tree"]
        return cls(
            objects=objects,
            pages=pages,
            tree=(tree[0], tree[1], tree[2]),
            elements=tuple((element[0], element[1]) for element in head["elements"]),
            parents=tuple(taken.next(length) for length in head["parents"]),
            media=head["media"].encode("ascii"),
            names={name: (place[0], place[1], place[2]) for name, place in head["names"].items()},
            needs=tuple(head["needs"]),
            numbers=tuple(PrintedNumber(**number) for number in head["numbers"]),
            digits=tuple(_digits(digits) for digits in head["digits"]),
            fonts=tuple(_font(font) for font in head["fonts"]),
            bookmarks=tuple(map(_bookmark, head["bookmarks"])),
            embedded=head["embedded"],
            catalogue={key: value.encode("ascii") for key, value in head["catalogue"].items()},
        )


class _Taken:
    """Takes bytes one length after the other."""

    def __init__(self, data: bytes, position: int) -> None:
        self._data = data
        self._position = position

    def next(self, length: int) -> bytes:
        start, self._position = self._position, self._position + length
        return self._data[start : self._position]


def _digits(read: dict[str, Any]) -> Digits:
    return Digits(read["font"], read["size"], {sign: (of[0], of[1]) for sign, of in read["glyphs"].items()})


def _font(read: dict[str, Any]) -> PartFont:
    by_glyph = {name: {int(key): value for key, value in read[name].items()} for name in ("widths", "to_unicode")}
    missing = {int(key): value for key, value in read["missing"].items()}
    return PartFont(**{**read, **by_glyph, "missing": missing})


def _bookmark(read: dict[str, Any]) -> Bookmark:
    return Bookmark(read["words"], read["page"], read["x"], read["y"], tuple(map(_bookmark, read["below"])))
