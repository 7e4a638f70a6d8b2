"""What a format declares about its text, held against what the text itself shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.model.document import GENRES, Film
from annotate.structure.draft import Draft, Kind

if TYPE_CHECKING:
    from annotate.model.source import Declared
    from annotate.structure.draft import Sketch

_FARTHEST = 10  # blocks of text before which the title stands


def recognise_declared_title(sketch: Sketch, declared: Declared) -> None:
    """Claim the title of a text whose format marks headings: the one declared, else the first of the highest level."""
    if sketch.first(Kind.TITLE) is not None:
        return
    texts = [draft for draft in sketch.drafts if draft.kind is not Kind.BOILERPLATE][:_FARTHEST]
    headings = [draft for draft in texts if draft.kind is Kind.HEADING]
    named = next((draft for draft in texts if declared.title and _same(draft, declared.title)), None)
    if named is not None:
        named.becomes(Kind.TITLE, "the title that the source declares")
    elif headings and headings[0].level == min(heading.level for heading in headings) and headings[0] in texts[:3]:
        headings[0].becomes(Kind.TITLE, "the first heading, of the highest level")


def apply_declared(sketch: Sketch, declared: Declared) -> None:
    """Take over what the text itself does not show: author, date, language, genre, film."""
    sketch.authors = sketch.authors or list(declared.authors)
    sketch.date = sketch.date or declared.date
    sketch.language = declared.language or sketch.language
    if declared.genre in GENRES and sketch.genre not in {"interview", "mixed"}:
        sketch.genre = str(declared.genre)
    if declared.film and not sketch.films:
        sketch.films.append(Film(declared.film, declared.directors, declared.film_date, declared.runtime))


def _same(draft: Draft, title: str) -> bool:
    return " ".join(draft.text.split()).casefold() == " ".join(title.split()).casefold()
