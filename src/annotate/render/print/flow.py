"""The text on paper: marks in the text, each claim and note at the foot of the page where it is called."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotate.model.edition import ClaimEntry, stretches
from annotate.render.flow import Flow
from annotate.render.markup import attribute, text

if TYPE_CHECKING:
    from annotate.model.edition import Call, Edition, EditionBlock, NoteEntry, Stretch
    from annotate.render.print.note_series import NoteSeries


_PAUSE = re.compile(r"[:.?!]\s|\s[–—]\s")
_ADDRESS = re.compile(r"https?://[^\s<>]+")
_RUNNING_HEAD = 56  # characters of the small italic that the head of the narrowest page holds


class PrintFlow(Flow):
    """Sets the text for print, with those claims and notes that their series has at the foot of the page."""

    def __init__(self, edition: Edition, series: NoteSeries) -> None:
        super().__init__(edition)
        self._series = series

    def heading_attributes(self, block: EditionBlock) -> str:
        """Return the words of a heading as the head of the page repeats them."""
        return attribute("data-head", running_head(stretches(block.pieces)))

    def stretch(self, stretch: Stretch) -> str:
        """Return a run of text; where a passage begins that the index or a note points to, the run is its anchor."""
        html = text(stretch.text)
        if "://" in html:
            html = _ADDRESS.sub(r'<span class="address">\g<0></span>', html)
        return self.anchored(stretch, html)

    def call(self, call: Call) -> str:
        """Return the marks called at one place, and their entries, which the stylesheet sends to the foot if wanted."""
        entries = [entry for name in call.entries if (entry := self.edition.entry(name)) is not None]
        marks = ", ".join(map(_mark, entries))
        # The word joiner keeps a mark on the line of the word it follows.
        feet = "".join(map(self._series.foot, entries))
        return f'<sup class="calls">\u2060{marks}</sup>{feet}'


def running_head(words: str) -> str:
    """Return a heading short enough for the head of a page: up to a colon or dash in it, else cut between words."""
    if len(words) <= _RUNNING_HEAD:
        return words
    first = _PAUSE.split(words, maxsplit=1)[0].strip()
    if 0 < len(first) <= _RUNNING_HEAD:
        return first
    return f"{words[: _RUNNING_HEAD - 1].rsplit(' ', 1)[0].rstrip(',;:')} …"


def _mark(entry: ClaimEntry | NoteEntry) -> str:
    kind = "claim" if isinstance(entry, ClaimEntry) else "note"
    return (
        f'<a class="call {kind}" id="call.{text(entry.anchor)}" href="#{text(entry.anchor)}"'
        f' aria-label="{kind.capitalize()} {entry.mark}">{entry.mark}</a>'
    )
