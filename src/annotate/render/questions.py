"""What a theme asks a class about a text: the editor's own questions, then one of each claim, with room to answer."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from annotate.render.apparatus import mark_link
from annotate.render.entry_html import style_classes
from annotate.render.markup import text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from annotate.model.edition import ClaimEntry, Edition, NoteEntry
    from annotate.render.pointers import Pointers


def questions_html(edition: Edition, asked: Mapping[str, str], pointers: Pointers) -> str:
    """Return the questions in the order of the marks in the text, as a list; "" where nothing is asked.

    `asked` is the theme's question by kind of claim. A claim of another kind, or without a certain place, is asked
    nothing; an editor's note of the kind `question` asks what it says.
    """
    if not asked:
        return ""
    asking = chain(
        (_of_note(note, pointers) for note in edition.notes if note.kind == "question" and note.place),
        _of_claims(edition, asked, pointers),
    )
    items = "\n".join(asking)
    return f'<ol class="entries questions">\n{items}\n</ol>\n' if items else ""


def _of_claims(edition: Edition, asked: Mapping[str, str], pointers: Pointers) -> Iterator[str]:
    for claim in edition.claims:
        if claim.kind in asked and claim.place:
            attributes = f' class="{style_classes(claim)}" data-claim="{text(claim.anchor)}"'
            yield _item(claim, text(asked[claim.kind]), pointers, attributes)


def _of_note(note: NoteEntry, pointers: Pointers) -> str:
    return _item(note, note.body, pointers)


def _item(entry: ClaimEntry | NoteEntry, asked: str, pointers: Pointers, attributes: str = "") -> str:
    quoted = f'<span class="quote">“{text(entry.lemma.rstrip(".,;:"))}”</span>'
    question = f'<span class="question">{asked}</span>'
    answer = '<span class="answer"></span>'
    return f"<li{attributes}>{mark_link(entry)}{quoted} {question} {pointers.to_call(entry)}{answer}</li>"
