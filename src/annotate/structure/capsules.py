"""Recognises what parts several reviews of one page: the line that names a film, who signs below, a post's date."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.structure.bylines import is_bare_name
from annotate.structure.dates import is_date_line
from annotate.structure.draft import Draft, Kind

if TYPE_CHECKING:
    from annotate.structure.draft import Sketch

# "Faust (1926) Dir. F.W. Murnau", "FAUST (d. F.W. Murnau, Germany)"
_FILM = lazy_pattern(
    r"[^()]{1,80}\((?:(?:18|19|20)\d\d\)\s*[,–—-]?\s*(?:dir(?:ected by)?|d)\b[.:]?\s*\S.{2,60}"
    r"|(?:d|dir)[.:]\s*[^()]{3,60}\))[^.]{0,20}$",
    re.IGNORECASE,
)
_QUOTED = lazy_pattern(r"[“\"][^“”\"]+[”\"]|«[^«»]+»|„[^„“”]+[“”]|《[^《》]+》")
_FILM_WORDS = 20
_PROSE = 15  # words
_SEVERAL = 2
_NAME_WORDS = 4
_HEADLINE_WORDS = 20


def recognise_capsules(sketch: Sketch) -> None:
    """Claim the lines between the reviews of several films, or the posts of a blog, that stand one below the other."""
    films = [draft for draft, below in pairwise(sketch.drafts) if _names_film(draft, below)]
    if len(films) >= _SEVERAL:
        for draft in films:
            draft.becomes(Kind.HEADING, "names a film and its director above one of several reviews", certainty=0.9)
    quoted = [draft for draft, below in pairwise(sketch.drafts) if _is_quoted_title(draft, below)]
    if len(quoted) >= _SEVERAL:
        for draft in quoted:
            draft.becomes(Kind.HEADING, "the title of a film above the credits of one of several", certainty=0.9)
    named = {id(draft) for draft in films}
    names = Counter(draft.text for _, draft in sketch.open() if draft.words <= _NAME_WORDS)
    for before, draft, after in zip(sketch.drafts, sketch.drafts[1:], sketch.drafts[2:], strict=False):
        if draft.kind is not None or draft.label:
            continue
        if (
            _is_below_text(before)
            and (names[draft.text] >= _SEVERAL or id(after) in named)
            and is_bare_name(draft.text)
        ):
            draft.becomes(Kind.PARAGRAPH, "a person's name below one of several reviews", certainty=0.85)
        elif after.kind is None and _may_be_headline(after) and is_date_line(draft.text):
            draft.becomes(Kind.PARAGRAPH, "the date of a post, above its headline", certainty=0.85)
            after.becomes(Kind.HEADING, "the headline of a post, below its date", certainty=0.85)


def _names_film(draft: Draft, below: Draft) -> bool:
    return (
        draft.kind in {None, Kind.CREDITS}
        and draft.words <= _FILM_WORDS
        and below.kind is None
        and below.words >= _PROSE
        and not draft.text[0].islower()
        and bool(_FILM.match(draft.text))
    )


def _is_quoted_title(draft: Draft, below: Draft) -> bool:
    """Whether a line is a title in quotation marks and nothing else, right above the credits of a film."""
    if draft.kind not in {None, Kind.CREDITS} or below.kind is not Kind.CREDITS or draft.words > _HEADLINE_WORDS:
        return False
    return bool(_QUOTED.fullmatch(draft.text))


def _is_below_text(before: Draft) -> bool:
    return before.kind is Kind.RATING or (before.kind in {None, Kind.PARAGRAPH} and before.ends_sentence)


def _may_be_headline(draft: Draft) -> bool:
    return draft.words <= _HEADLINE_WORDS and not draft.ends_sentence and not is_date_line(draft.text)
