"""The text on paper: marks in the text, each claim and note at the foot of the page where it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.model.edition import ClaimEntry
from annotate.render.entry_html import entry_html
from annotate.render.flow import Flow
from annotate.render.markup import text

if TYPE_CHECKING:
    from annotate.model.edition import Call, NoteEntry, Stretch


class PrintFlow(Flow):
    """Sets the text for print."""

    def stretch(self, stretch: Stretch) -> str:
        """Return a run of text; where a passage begins that the index or a note points to, the run is its anchor."""
        return self.anchored(stretch, text(stretch.text))

    def call(self, call: Call) -> str:
        """Return the marks called at one place, and their entries, which the stylesheet sends to the foot."""
        entries = [entry for name in call.entries if (entry := self.edition.entry(name)) is not None]
        marks = ", ".join(map(_mark, entries))
        # The word joiner keeps a mark on the line of the word it follows.
        return f'<sup class="calls">\u2060{marks}</sup>{"".join(map(_foot, entries))}'


def _mark(entry: ClaimEntry | NoteEntry) -> str:
    kind = "claim" if isinstance(entry, ClaimEntry) else "note"
    return (
        f'<a class="call {kind}" id="call.{text(entry.anchor)}" href="#{text(entry.anchor)}"'
        f' aria-label="{kind.capitalize()} {entry.mark}">{entry.mark}</a>'
    )


def _foot(entry: ClaimEntry | NoteEntry) -> str:
    kind = "claim" if isinstance(entry, ClaimEntry) else "note"
    back = f'<a class="mark" href="#call.{text(entry.anchor)}">{entry.mark}</a>'
    return f'<span class="foot {kind}" id="{text(entry.anchor)}">{back}{entry_html(entry)}</span>'
