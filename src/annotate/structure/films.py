"""What the credit lines before a review say of the film."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotate.model.document import Film
from annotate.structure.draft import Kind
from annotate.structure.names import persons_in
from annotate.structure.phrases import any_of
from annotate.structure.works import titles_with_year

if TYPE_CHECKING:
    from annotate.structure.draft import Sketch

_BY_DIRECTOR = r"""
    \bdirected by|\bdirectors?\s*:|\bdir\.|\bregie\s*:
    \bréalisé par|\bréalisation\s*:|\bdirección\s*:|\bdireção\s*:
"""
_DIRECTED = re.compile(
    rf"{any_of(_BY_DIRECTOR)}\s*(?P<names>[^.;|·•()]+)",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"\b(?P<minutes>\d{1,3})\s*(?:min(?:ute)?s?\b|′|Min\b)")
_HOURS = re.compile(r"\b(?P<hours>\d)\s*h(?:ours?|rs?)?\.?\s*(?P<minutes>\d{1,2})?\b")
_YEAR = re.compile(r"\b(?:18|19|20)\d\d\b")


def recognise_film(sketch: Sketch) -> None:
    """Enter the film a review's opening names: its title, directors, year and running time."""
    opening = [d.text for d in sketch.drafts if d.kind in {Kind.TITLE, Kind.SUBTITLE, Kind.CREDITS}]
    credit_lines = " · ".join(d.text for d in sketch.drafts if d.kind is Kind.CREDITS)
    named = [found for text in opening for found in titles_with_year(text)]
    title = next((found.title for found in named), None)
    if sketch.genre != "review" or title is None:
        return
    directed = _DIRECTED.search(credit_lines)
    year = next((found.year for found in named), None) or next(iter(_YEAR.findall(credit_lines)), None)
    directors = tuple(dict.fromkeys(persons_in(directed["names"]))) if directed else ()
    sketch.films.append(Film(title, directors, year, _runtime(credit_lines)))


def _runtime(credit_lines: str) -> int | None:
    minutes = _MINUTES.search(credit_lines)
    if minutes:
        return int(minutes["minutes"]) * 60
    hours = _HOURS.search(credit_lines)
    return int(hours["hours"]) * 3600 + int(hours["minutes"] or 0) * 60 if hours else None
