"""Side notes in the structure of a PDF: each read right after the block that calls it, whatever margin it stands in.

Among the boxes of the text a note stands behind that block only where both are on one page, and behind all of a table
that holds it; a note that moved on to a later page would be read there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotate.render.pdf.objects import referred

if TYPE_CHECKING:
    from annotate.render.notes.side_notes import SideNotes

# Elements that hold what follows in them, since their parents take none but their like (ISO 32000-1, 14.8.4.3).
_HOLDING = frozenset({"/LBody", "/TD", "/TH", "/Caption"})


class SideNoteTags:
    """The structure elements of side notes and of the blocks that call them.

    Attributes:
        beginnings: what `id` gives for the first box of each note: the one whose element is the note's.
    """

    def __init__(self, notes: SideNotes) -> None:
        self.beginnings = frozenset(id(parts[0]) for parts in notes.parts)
        self._notes = notes
        self._wanted = {id(box) for parts in notes.parts for box in parts} | set(map(id, notes.blocks))
        self._elements: dict[int, Any] = {}

    def meet(self, box: Any, element: Any) -> None:
        """Take down the structure element that a box has become; of several the last, which holds the others."""
        if id(box) in self._wanted:
            self._elements[id(box)] = element

    def set_in_order(self, pdf: Any) -> None:
        """Make one element of each note and set it after the block that calls it, several in their order."""
        following: dict[bytes, list[bytes]] = {}  # by the element of a block, the notes it calls
        moved: dict[bytes, set[bytes]] = {}  # by an element, which of those in it go elsewhere
        for parts, block in zip(self._notes.parts, self._notes.blocks, strict=True):
            note, *others = (self._elements[id(box)] for box in parts)
            for other in others:
                _join(note, other, pdf)
                moved.setdefault(other["P"], set()).add(other.reference)
            if block is not None:
                moved.setdefault(note["P"], set()).add(note.reference)
                following.setdefault(self._elements[id(block)].reference, []).append(note.reference)
        for holder, gone in moved.items():
            kids = referred(pdf, holder)["K"]
            kids[:] = [kid for kid in kids if kid not in gone]
        _insert(following, pdf)


def _join(note: Any, other: Any, pdf: Any) -> None:
    """Put what a later part of a note holds into the note."""
    for kid in other["K"]:
        if isinstance(kid, bytes) and "P" in referred(pdf, kid):
            referred(pdf, kid)["P"] = note.reference
    note["K"].extend(other["K"])


def _insert(following: dict[bytes, list[bytes]], pdf: Any) -> None:
    """Set notes behind the elements they follow, each element that holds some being gone through once."""
    holders: dict[bytes, dict[bytes, list[bytes]]] = {}
    for reference, notes in following.items():
        block = referred(pdf, reference)
        if block["S"] == "/LI":
            block = next((referred(pdf, kid) for kid in block["K"] if referred(pdf, kid)["S"] == "/LBody"), block)
        holder = block if block["S"] in _HOLDING else referred(pdf, block["P"])
        if holder is block:
            holder["K"].extend(notes)
        else:
            holders.setdefault(holder.reference, {})[reference] = notes
        for note in notes:
            referred(pdf, note)["P"] = holder.reference
    for reference, places in holders.items():
        kids = referred(pdf, reference)["K"]
        kids[:] = [each for kid in kids for each in (kid, *(places.get(kid, ()) if isinstance(kid, bytes) else ()))]
