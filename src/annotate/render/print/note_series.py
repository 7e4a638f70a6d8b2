"""The series of notes in print: claims and editor's notes, each at the foot of the page, at its side or at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.model.edition import ClaimEntry, called, edition_blocks
from annotate.render.entry_html import entry_html
from annotate.render.markup import english_attributes, text
from annotate.render.print.entry_keys import key_html

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotate.model.edition import Edition, NoteEntry
    from annotate.model.edition_choices import Choices

_STAND = {"foot": "at the foot of the page", "side": "in the margin", "end": "after the text"}


class NoteSeries:
    """Says where each claim and note of an edition stands, and writes those that stand at one place."""

    def __init__(self, edition: Edition, choices: Choices) -> None:
        self._edition = edition
        self._claims = choices.notes
        self._notes = choices.notes if choices.glosses == "with" else choices.glosses
        self._apart = choices.glosses != "with"
        self._keys = choices.keys
        self._english = english_attributes(edition.language)

    def in_words(self) -> str:
        """Return what calls claims and notes and where they stand, as a reader is told it; "" where none is called."""
        claims = any(claim.place for claim in self._edition.claims)
        notes = any(note.place for note in self._edition.notes)
        if not (claims and notes):
            called = f"A number in the text calls a claim {_STAND[self._claims]}." if claims else ""
            return f"A letter in the text calls a note {_STAND[self._notes]}." if notes else called
        if self._claims != self._notes:
            stand = f"claims stand {_STAND[self._claims]}, notes {_STAND[self._notes]}"
        else:
            stand = f"both stand {_STAND[self._claims]}" + (", notes below claims" if self._below else "")
        return f"A number in the text calls a claim, a letter a note; {stand}."

    def foot(self, entry: ClaimEntry | NoteEntry) -> str:
        """Return an entry that stands at the foot of the page that calls it, "" if it stands elsewhere."""
        if self._place(entry) != "foot":
            return ""
        second = " second" if self._below and not isinstance(entry, ClaimEntry) else ""
        return self._entry(entry, second, self._english)

    def sections(self) -> Iterator[tuple[str, str, str]]:
        """Yield the sections after the text that hold entries: anchor, heading, HTML."""
        entries = self._called("end")
        claims = [entry for entry in entries if isinstance(entry, ClaimEntry)]
        notes = [entry for entry in entries if not isinstance(entry, ClaimEntry)]
        if claims and notes and not self._apart:
            yield "end-notes", "Claims and notes", self._at_end(entries)
            return
        if claims:
            yield "end-claims", "Claims", self._at_end(claims)
        if notes:
            yield "end-notes", "Notes", self._at_end(notes)

    def side(self) -> str:
        """Return the entries that stand in the margin, in the order of their calls, each with the id of its call."""
        return "".join(
            f'<div class="side-note {_kind(entry)}" id="{text(entry.anchor)}" data-call="call.{text(entry.anchor)}">'
            f"{key_html(entry, self._keys)}{entry_html(entry)}</div>\n"
            for entry in self._called("side")
        )

    @property
    def _below(self) -> bool:
        return self._apart and self._claims == self._notes == "foot"

    def _place(self, entry: ClaimEntry | NoteEntry) -> str:
        return self._claims if isinstance(entry, ClaimEntry) else self._notes

    def _called(self, place: str) -> list[ClaimEntry | NoteEntry]:
        """Return the entries that stand at a place, in the order of their calls."""
        if place not in {self._claims, self._notes}:
            return []
        calls = (name for block in edition_blocks(self._edition.parts) for name in called(block.pieces))
        entries = (self._edition.entry(name) for name in calls)
        return [entry for entry in entries if entry is not None and self._place(entry) == place]

    def _at_end(self, entries: Iterable[ClaimEntry | NoteEntry]) -> str:
        return "".join(f'<p class="end-note">{self._entry(entry)}</p>\n' for entry in entries)

    def _entry(self, entry: ClaimEntry | NoteEntry, more_classes: str = "", attributes: str = "") -> str:
        own = f'class="foot {_kind(entry)}{more_classes}" id="{text(entry.anchor)}"{attributes}'
        return f"<span {own}>{key_html(entry, self._keys)}{entry_html(entry)}</span>"


def _kind(entry: ClaimEntry | NoteEntry) -> str:
    return "claim" if isinstance(entry, ClaimEntry) else "note"
