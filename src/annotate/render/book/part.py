"""A part of a book: pages laid out by themselves, kept in a form that can be bound with others.

A part is to a book what an object file is to a program. Its PDF objects are numbered from 0, those without a stream
first, and what only the binding knows is left open as a mark between two null bytes, which PDF text never holds:

- `R12`: a reference to the part's object 12;
- `T0`, `T1`, `T2`: one to the book's tree of pages, the root of its structure's elements, its fonts;
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
SEPARATOR = b"\x01"
"""What stands between objects; no more than a null byte can it be in one."""
Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Body:
    """A PDF stream: its dictionary and its data.

    `open_data` says that the data hold marks and are not compressed yet, and that the dictionary does not tell their
    length.
    """

    head: bytes
    data: bytes
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
class PartHead:
    """What can be told of a part without its objects.

    Attributes:
        plain: how many objects it has that are no streams.
        pages: the numbers of the objects that are pages, in order.
        elements: the structure elements right below the root, in order: number and page (from 0).
        keys: how many keys of the parent tree it takes.
        media: the box of a page, as PDF has it.
        names: what can be linked to: page (from 0) and place on it in points, by name.
        needs: names of places in other parts that this part links to.
        embedded: numbers of the fonts it brings itself, by the names they have on its pages.
        catalogue: what it says of the whole file, by key of the catalogue.
        info: what it says of the whole file in the document information.
    """

    plain: int
    pages: tuple[int, ...]
    elements: tuple[tuple[int, int], ...]
    keys: int
    media: str
    names: Mapping[str, tuple[int, float, float]] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    numbers: tuple[PrintedNumber, ...] = ()
    digits: tuple[Digits, ...] = ()
    fonts: tuple[PartFont, ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()
    embedded: Mapping[str, int] = field(default_factory=dict)
    catalogue: Mapping[str, str] = field(default_factory=dict)
    info: str = "<<>>"

    @classmethod
    def of(cls, data: bytes) -> Self:
        """Return the head of a part that was kept. Raises ValueError, KeyError or TypeError if it is none."""
        read: dict[str, Any] = json.loads(data[: data.index(b"\n")])["head"]
        own: dict[str, Any] = {
            "pages": tuple(read["pages"]),
            "elements": tuple((element[0], element[1]) for element in read["elements"]),
            "names": {name: (place[0], place[1], place[2]) for name, place in read["names"].items()},
            "needs": tuple(read["needs"]),
            "numbers": tuple(PrintedNumber(**number) for number in read["numbers"]),
            "digits": tuple(_digits(digits) for digits in read["digits"]),
            "fonts": tuple(read_font(font) for font in read["fonts"]),
            "bookmarks": tuple(map(_bookmark, read["bookmarks"])),
        }
        return cls(**{**read, **own})


@dataclass(frozen=True, slots=True)
class PartBody:
    """The objects of a part: those that are no streams, the owners in its share of the parent tree, the streams.

    The first two are joined by SEPARATOR.
    """

    plain: bytes
    parents: bytes
    streams: tuple[Body, ...]

    @classmethod
    def of(cls, data: bytes) -> Self:
        """Return the objects of a part that was kept. Raises ValueError, KeyError or TypeError if it is none."""
        end = data.index(b"\n")
        lengths: dict[str, Any] = json.loads(data[:end])["lengths"]
        taken = _Taken(data, end + 1)
        plain, parents = taken.next(lengths["plain"]), taken.next(lengths["parents"])
        streams = (Body(taken.next(head), taken.next(held), open_data) for head, held, open_data in lengths["streams"])
        return cls(plain, parents, tuple(streams))


def part_bytes(head: PartHead, body: PartBody) -> bytes:
    """Return a part as it is kept: a line of JSON, then the bytes it counts, one after the other."""
    lengths = {
        "plain": len(body.plain),
        "parents": len(body.parents),
        "streams": [[len(stream.head), len(stream.data), stream.open_data] for stream in body.streams],
    }
    blobs = [blob for stream in body.streams for blob in (stream.head, stream.data)]
    line = json.dumps({"head": asdict(head), "lengths": lengths}).encode()
    return b"".join([line, b"\n", body.plain, body.parents, *blobs])


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


def read_font(read: dict[str, Any]) -> PartFont:
    """Return a font whose fields are JSON values."""
    by_glyph = {name: {int(key): value for key, value in read[name].items()} for name in ("widths", "to_unicode")}
    missing = {int(key): value for key, value in read["missing"].items()}
    return PartFont(**{**read, **by_glyph, "missing": missing})


def _bookmark(read: dict[str, Any]) -> Bookmark:
    return Bookmark(read["words"], read["page"], read["x"], read["y"], tuple(map(_bookmark, read["below"])))
