"""Recognises what stands before the text: title, subtitle, byline, dates, rating and credits."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from annotate.structure.dates import dates_in, is_date_line
from annotate.structure.draft import Draft, Kind
from annotate.structure.names import PERSON_ONLY
from annotate.structure.phrases import starts_with

if TYPE_CHECKING:
    from annotate.structure.draft import Sketch

_FARTHEST = 12  # blocks; what stands before a text ends sooner
_PROSE = 30  # words; a block this long is the text itself
_TITLE_WORDS = 28
_BY = re.compile(
    r"(?:(?:reviewed|review|written|words|text|story|interview|interviewed|an? (?:essay|review|interview))\s+by"
    r"|by|par|von|por|di|texte?\s*:|author\s*:)\s+(?P<name>\S.{1,80})$",
    re.IGNORECASE,
)
_RATING = starts_with(
    r"""
    (?:rating\s*:\s*)?[★☆✭⭐½⯪\s]+$
    (?:rating\s*:\s*)?\d(?:[.,]\d)?\s*(?:/|out of)\s*(?:4|5|10)(?:\s+stars?)?$
    (?:rating\s*:\s*)?\d(?:[.,]\d|½)?\s+stars?(?: out of \w+)?$
    """
)
_CREDIT = starts_with(
    r"""
    (?:directed|written|produced|photographed) by \S|starring:? \S|running time|dir\. \S|réalisé par \S
    (?:director|screenplay|cast|with|runtime|music(?: by)?|cinematography|country|year|genre|distributor)s?: \S
    (?:regie|réalisation|dirección|direção|durée|länge|avec|mit): \S
    """
)
_CREDITS_WORDS = 60
_NAME_WITH_DATE = re.compile(r"(?P<name>.+?)\s*(?:[|·•,–—-]|\bon\b)\s*(?P<rest>.+)$")


def recognise_opening(sketch: Sketch) -> None:
    """Claim title, subtitle, byline, date, rating and credit lines before the first prose."""
    opening: list[Draft] = []
    texts = (draft for draft in sketch.drafts if draft.kind is not Kind.BOILERPLATE)
    for draft in islice(texts, _FARTHEST):
        claimed = draft.kind not in {None, Kind.TITLE}
        if claimed or (draft.kind is None and draft.words >= _PROSE and not _is_credits(draft)):
            break
        opening.append(draft)
    for draft in (draft for draft in opening if draft.kind is None):
        if is_date_line(draft.text):
            draft.becomes(Kind.DATE, "a line before the text that gives a date and nothing else")
        elif _RATING.match(draft.text):
            draft.becomes(Kind.RATING, "a rating before the text")
    if sketch.first(Kind.TITLE) is None:
        _claim_title(sketch, opening)
    if any(draft.kind is Kind.TITLE for draft in opening):
        _claim_bylines(opening)
        _claim_subtitle(opening)
    _note_metadata(sketch)


def _claim_title(sketch: Sketch, opening: list[Draft]) -> None:
    free = [draft for draft in opening if draft.kind is None]
    if not free or free[0].words > _TITLE_WORDS or free[0].label:
        return
    title = free[0]
    # A sentence of its own, before prose, is a paragraph; a headline has no full stop at its end.
    if title.text.endswith((".", ":", ",", ";")) and not title.text.endswith(("...", "Jr.", "Sr.")):
        return
    if title is not sketch.drafts[-1]:
        title.becomes(Kind.TITLE, "the first line, short and without a full stop")


def _claim_bylines(opening: list[Draft]) -> None:
    for index, draft in enumerate(opening):
        if draft.kind is not None or draft.words > 14 or draft.ends_sentence:
            continue
        if _BY.match(draft.text):
            draft.becomes(Kind.BYLINE, "begins with “by” before the text")
        elif _is_credits(draft):
            draft.becomes(Kind.CREDITS, "names the makers or the running time of a film before the text")
        elif index and opening[index - 1].kind in {Kind.TITLE, Kind.SUBTITLE, Kind.DATE} and _bare_name(draft.text):
            draft.becomes(Kind.BYLINE, "a person's name alone below the title")
    for draft in opening:
        if draft.kind is None and _is_credits(draft):
            draft.becomes(Kind.CREDITS, "names the makers or the running time of a film before the text")


def _bare_name(text: str) -> bool:
    if PERSON_ONLY.fullmatch(text):
        return True
    match = _NAME_WITH_DATE.match(text)
    return match is not None and bool(PERSON_ONLY.fullmatch(match["name"])) and is_date_line(match["rest"])


def _is_credits(draft: Draft) -> bool:
    return draft.words <= _CREDITS_WORDS and bool(_CREDIT.match(draft.text))


def _claim_subtitle(opening: list[Draft]) -> None:
    """Claim the line after the title as subtitle where a byline, date or credits still follow it."""
    kinds = [draft.kind for draft in opening]
    at = kinds.index(Kind.TITLE)
    after = at + 1
    follows = any(kind in {Kind.BYLINE, Kind.DATE, Kind.CREDITS, Kind.RATING} for kind in kinds[after + 1 :])
    if after < len(opening) and kinds[after] is None and follows and opening[after].words <= _PROSE:
        opening[after].becomes(Kind.SUBTITLE, "stands between the title and the lines below it")


def _note_metadata(sketch: Sketch) -> None:
    for draft in sketch.drafts:
        if draft.kind is Kind.BYLINE:
            sketch.authors.append(author_of(draft.text)[2])
        if draft.kind in {Kind.DATE, Kind.BYLINE} and sketch.date is None:
            sketch.date = next((found.when for found in dates_in(draft.text) if found.when), None)


def author_of(byline: str) -> tuple[int, int, str]:
    """Return where the author's name stands in a byline (start, end, in code points) and the name."""
    match = _BY.match(byline)
    start = match.start("name") if match else 0
    found = _NAME_WITH_DATE.match(byline[start:])
    dated = found is not None and bool(dates_in(found["rest"]))
    name = found["name"] if found is not None and dated else byline[start:]
    name = name.rstrip(" .|,")
    return start, start + len(name), name
