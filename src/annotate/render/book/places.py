"""Where in a book the pages of its parts come to stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotate.render.book.part import PartHead

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


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
