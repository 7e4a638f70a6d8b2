"""The text on screen: annotated passages underlined, marks linked, the notes of each block in the margin beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.model.edition import ClaimEntry, EditionGroup, called
from annotate.render.apparatus import data
from annotate.render.entry_html import entry_html, style_classes
from annotate.render.flow import Flow
from annotate.render.markup import attribute, english_attributes, statement_attributes, text
from annotate.render.words import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotate.model.edition import Call, EditionBlock, NoteEntry, Stretch

# More underlines than this cannot be told apart, and elements nested without limit stop a browser.
_MOST_UNDERLINES = 4


class ScreenFlow(Flow):
    """Sets the text for the screen."""

    def set_apart(self, node: EditionGroup | EditionBlock) -> str:
        """Return the node as one box of the text's column, followed by the notes called in it."""
        html = self.element(node, "column")
        cards = "".join(self._card(entry) for name in _called(node) if (entry := self.edition.entry(name)) is not None)
        return f'{html}<div class="margin" data-apparatus>\n{cards}</div>\n' if cards else html

    def stretch(self, stretch: Stretch) -> str:
        """Return a run of text within a span for each claim over it, so that overlaps are underlined side by side."""
        html = text(stretch.text)
        if not stretch.over:
            return html
        marked = [entry for name in stretch.over if (entry := self.edition.entry(name)) is not None]
        if marked:
            claims = [entry for entry in marked if isinstance(entry, ClaimEntry)]
            for claim in reversed(claims[:_MOST_UNDERLINES]):
                lane = f" lane-{claim.lane % _MOST_UNDERLINES}" if claim.lane else ""
                html = f'<span class="{style_classes(claim)}{lane}">{html}</span>'
            html = f'<span data-over="{text(" ".join([entry.id for entry in marked]))}">{html}</span>'
        return self.anchored(stretch, html)

    def call(self, call: Call) -> str:
        """Return the marks called at one place, each a link to its note."""
        entries = [entry for name in call.entries if (entry := self.edition.entry(name)) is not None]
        return f'<sup class="calls" data-apparatus>{"<span>, </span>".join(map(_mark, entries))}</sup>'

    def _card(self, entry: ClaimEntry | NoteEntry) -> str:
        claim = isinstance(entry, ClaimEntry)
        name = f"{'Claim' if claim else 'Note'} {entry.mark}"
        kind = f"{style_classes(entry)}" if isinstance(entry, ClaimEntry) else "note"
        more = data(entry) if isinstance(entry, ClaimEntry) else ""
        back = (
            f'<a class="mark" href="#call.{text(entry.anchor)}" aria-label="{name}, back to the text">{entry.mark}</a>'
        )
        language = self.edition.language
        written = entry_html(entry, english_attributes(language), statement_attributes(language))
        return (
            f'<div class="card {kind}" role="note" aria-label="{name}"{attribute("id", entry.anchor)}{more}>'
            f"<p>{back} {written}{_more(entry)}</p></div>\n"
        )


def _more(entry: ClaimEntry | NoteEntry) -> str:
    """Return the link that unfolds a claim's note in the margin, where it is folded to what the claim is."""
    if not isinstance(entry, ClaimEntry) or not (entry.evidence or entry.note or entry.references):
        return ""
    what = counted(len(entry.evidence), "source") if entry.evidence else "more"
    return f' <a class="more" href="#{text(entry.anchor)}" aria-label="Unfold claim {entry.mark}: {what}">{what}</a>'


def _mark(entry: ClaimEntry | NoteEntry) -> str:
    if isinstance(entry, ClaimEntry):
        kind, label = style_classes(entry), f"Claim {entry.mark}, {entry.kind}, {entry.status}"
    else:
        kind, label = "note", f"Note {entry.mark}, {entry.kind}"
    return (
        f'<a class="call {kind}" role="doc-noteref" id="call.{text(entry.anchor)}" href="#{text(entry.anchor)}"'
        f' aria-label="{text(label)}">{entry.mark}</a>'
    )


def _called(node: EditionGroup | EditionBlock) -> Iterator[str]:
    """Yield the ids called in a node, in order."""
    if isinstance(node, EditionGroup):
        for child in node.children:
            yield from _called(child)
    else:
        yield from called(node.pieces)
