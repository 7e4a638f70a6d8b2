"""What introduces a claim or note in print: its number, or the paragraph or line of its call and then its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.render.markup import text
from annotate.render.pdf.page_references import key_width
from annotate.resources import resource_text

if TYPE_CHECKING:
    from annotate.model.edition import ClaimEntry, Edition, NoteEntry
    from annotate.model.edition_choices import Keys

_WORDS = {
    "number": "",
    "paragraph": "Each is introduced by the number of its paragraph.",
    "line": "Each is introduced by its line, with the page before it (12.5) where that is another one.",
}


def key_html(entry: ClaimEntry | NoteEntry, keys: Keys) -> str:
    """Return what introduces an entry, linked to its call: `3`, or in another column before it `12 (3)`.

    The number stays in every case, as the text calls by it and both editions share it. A line is filled in when the
    pages are laid out (`page_references`).
    """
    anchor = text(entry.anchor)
    href = f"#call.{anchor}"
    if keys == "number":
        return f'<a class="mark" href="{href}">{entry.mark}</a>'
    if keys == "line":
        key = f'<span class="key" data-key="call.{anchor} {anchor}"></span>'
    else:
        key = f'<span class="key">{_paragraph(entry)}</span>'
    return f'<a class="mark keyed" href="{href}">{key}({entry.mark})</a> '


def key_style(edition: Edition, keys: Keys) -> str:
    """Return the rules for what introduces entries; a column for lines gets its width when they are known."""
    if keys == "number":
        return ""
    rules = resource_text("templates/print/keys.css")
    entries: list[ClaimEntry | NoteEntry] = [*edition.claims, *edition.notes]
    longest = max((len(_paragraph(entry)) for entry in entries), default=0)
    return rules if keys == "line" else f"{rules}\n{key_width(longest)}"


def keys_in_words(keys: Keys) -> str:
    """Return what a reader must know of them, "" where the numbers speak for themselves."""
    return _WORDS[keys]


def _paragraph(entry: ClaimEntry | NoteEntry) -> str:
    """Return the number of the paragraph of a call, "" in a title or heading."""
    return str(entry.place.paragraph) if entry.place and entry.place.paragraph is not None else ""
