"""Recognises what stands before the text: department, title, subtitle, bylines, dates."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.structure.bylines import (
    author_who_does,
    authors_of,
    is_bare_name,
    is_byline,
    is_handle,
    is_name_with_date,
    names_a_person,
)
from annotate.structure.dates import dates_of_line, is_date_line
from annotate.structure.draft import Draft, Kind
from annotate.structure.headline import may_be_title
from annotate.structure.masthead import claim_masthead
from annotate.structure.voice import announces, asks

if TYPE_CHECKING:
    from annotate.structure.draft import Sketch

_TITLE_BELOW_AUTHOR = 4  # words
_AT_THE_END = 3  # blocks in which a text tells who wrote it
_FARTHEST = 30  # blocks; what stands before a text ends sooner
_PROSE = 30  # words; a block this long is the text itself, or a standfirst where a byline or date follows it
_STANDFIRST = 70  # words
_NEAR = 3  # blocks in which the byline follows a long standfirst
_SENTENCE_TITLE = 15  # words of a headline that ends in a full stop
_BY_ALONE = lazy_pattern(r"(?:(?:written|reviewed|review|words|text|posted) )?(?:by|von|par|por):?", re.IGNORECASE)
_LETTER = lazy_pattern(r"[^\W\d_]")
_BESIDE = frozenset({Kind.TITLE, Kind.CREDITS, Kind.RATING, Kind.PICTURE, Kind.CAPTION})
_WHERE_THEY_WORK = "where the authors work, below their names"
_HEADLINE = lazy_pattern(r"(?:Interview|Q\s?&\s?A)\s?[:–—|-]")  # in the first line, not who led it
_AFFILIATION = lazy_pattern(
    r"\b(?:Universi[td]\w+|Hochschule|Institut\w*|College|Academ(?:y|ia|ie)|Archives?|Museum|Department|Faculty|Facul\w+"
    r"|School of|CNRS)\b|^(?:Corresponding author|Contact|E-?mail)\b|大学|大學|学院|學院|研究所"
)


def recognise_opening(sketch: Sketch) -> None:
    """Claim the department, title, subtitle, bylines and dates before the first prose."""
    opening = _opening(sketch)
    for draft in opening:
        if draft.kind is not None or not is_date_line(draft.text):
            continue
        if is_name_with_date(draft.text):
            draft.becomes(Kind.BYLINE, "a person's name and a date", certainty=0.9)
        else:
            draft.becomes(Kind.DATE, "a line before the text that gives a date and nothing else")
    if sketch.first(Kind.TITLE) is None:
        claim_masthead(sketch, opening)
        _claim_title(sketch, opening)
    if any(draft.kind is Kind.TITLE for draft in opening):
        _claim_bylines(opening, _who_answer(sketch))
        _claim_subtitle(opening)
    else:
        _claim_bylines_without_title(opening)
    _note_metadata(sketch)


def _opening(sketch: Sketch) -> list[Draft]:
    """Return the blocks before the first prose, boilerplate left out."""
    texts = [draft for draft in sketch.drafts[: 3 * _FARTHEST] if draft.kind is not Kind.BOILERPLATE]
    opening: list[Draft] = []
    for index, draft in enumerate(texts[:_FARTHEST]):
        if draft.kind is not None and draft.kind not in _BESIDE:
            break
        if (
            draft.kind is None
            and draft.words >= _PROSE
            and not _is_standfirst(draft, texts[index + 1 : index + 1 + _NEAR])
        ):
            break
        opening.append(draft)
    return opening


def _is_standfirst(draft: Draft, following: list[Draft]) -> bool:
    """Whether a long block still stands before the text, since a byline or a date comes after it."""
    return draft.words <= _STANDFIRST and any(
        is_date_line(below.text) or (is_byline(below.text) and names_a_person(below.text))
        for below in following
        if below.kind is None and below.words < _PROSE
    )


def _claim_title(sketch: Sketch, opening: list[Draft]) -> None:
    free = [draft for draft in opening if draft.kind is None]
    while free and is_byline(free[0].text) and names_a_person(free[0].text) and not _HEADLINE.match(free[0].text):
        del free[0]
    if not free or free[0] is sketch.drafts[-1]:
        return
    if len(free) > 1 and _is_author_above_title(free[0], free[1], sketch):
        free[0].becomes(Kind.BYLINE, "a person's name above the title, told of at the end alone", certainty=0.8)
        del free[0]
    at = opening.index(free[0])
    if may_be_title(free[0], *opening[max(at - 1, 0) : at], *opening[at + 1 : at + 2]):
        free[0].becomes(Kind.TITLE, "the first line, short and without a full stop")


def _is_author_above_title(draft: Draft, below: Draft, sketch: Sketch) -> bool:
    """Whether a name stands right above a longer title and comes again at the end alone, as its author's does."""
    if not is_bare_name(draft.text) or below.words < _TITLE_BELOW_AUTHOR or not may_be_title(below):
        return False
    if is_byline(below.text):
        return False
    name = draft.text.casefold()
    texts = [o.text.casefold() for o in sketch.drafts if o is not draft and o.kind is not Kind.BOILERPLATE]
    told = any(name in text for text in texts[-_AT_THE_END:])
    return told and not any(name.split()[-1] in text for text in texts[:-_AT_THE_END])


def _who_answer(sketch: Sketch) -> set[str]:
    """Return who speaks in the text and seldom asks."""
    turns = [draft for draft in sketch.drafts if draft.kind is Kind.TURN]
    asked = Counter(draft.speaker for draft in turns if asks(draft.text))
    return {name for name, spoken in Counter(draft.speaker for draft in turns).items() if 3 * asked[name] < spoken}


def _claim_bylines(opening: list[Draft], answering: set[str]) -> None:
    """Claim lines that begin with "by" or the like, else a person's name alone below the title.

    The name of somebody who answers (`answering`) heads his answers; a name below a question is an answer itself.
    """
    for draft in opening:
        if draft.kind is None and is_byline(draft.text):
            draft.becomes(Kind.BYLINE, "says who wrote the text")
    _claim_announced_names(opening)
    title = next(i for i, draft in enumerate(opening) if draft.kind is Kind.TITLE)
    for index in range(title + 1, len(opening)):
        draft, before = opening[index], opening[index - 1]
        after = opening[index + 1] if index + 1 < len(opening) else None
        if draft.kind is not None:
            continue
        if before.kind is Kind.BYLINE and draft.text.startswith("in ") and before.line + 1 == draft.line:
            draft.becomes(Kind.BOILERPLATE, "the departments in which it was posted, below the name", "topics")
        elif before.kind is Kind.BYLINE and is_handle(draft.text):
            draft.becomes(Kind.BYLINE, "the author's address below the name")
        elif (before.kind is Kind.BYLINE or before.reason == _WHERE_THEY_WORK) and _is_affiliation(draft):
            draft.becomes(Kind.PARAGRAPH, _WHERE_THEY_WORK, certainty=0.9)
        elif draft.text.casefold() == opening[title].text.casefold():
            continue  # the title again
        elif is_bare_name(draft.text) and not any(other.kind is Kind.BYLINE for other in opening):
            if after is not None and after.kind is Kind.CREDITS and before.kind is not Kind.TITLE:
                continue  # the title of a film above its credits
            if draft.text in answering or (before.kind is None and asks(before.text)):
                continue
            certainty = 0.7 if before.kind is None else 0.9
            draft.becomes(Kind.BYLINE, "a person's name alone below the title", certainty=certainty)


def _claim_bylines_without_title(opening: list[Draft]) -> None:
    for draft in opening:
        if (
            draft.kind is None
            and draft.words <= _SENTENCE_TITLE
            and is_byline(draft.text)
            and names_a_person(draft.text)
        ):
            draft.becomes(Kind.BYLINE, "says who wrote the text, which has no title", certainty=0.9)


def _claim_announced_names(opening: list[Draft]) -> None:
    """Claim a lone "By" with the name on the line below it."""
    for draft, below in pairwise(opening):
        if draft.kind is None and _BY_ALONE.fullmatch(draft.text) and is_bare_name(below.text):
            draft.becomes(Kind.BYLINE, "announces whose name is on the next line")
            below.becomes(Kind.BYLINE, "the name that the line above announces")


def _claim_subtitle(opening: list[Draft]) -> None:
    """Claim the lines after the title, where a byline, date or credits still follow them, as subtitle or standfirst."""
    title = next(i for i, draft in enumerate(opening) if draft.kind is Kind.TITLE)
    named = [i for i, draft in enumerate(opening) if draft.kind in {Kind.BYLINE, Kind.DATE}]
    for draft in opening[title + 1 : title + 2]:
        if draft.kind is None and _tells_the_sort(draft):
            draft.becomes(Kind.SUBTITLE, "stands right below the title and says what the text is", certainty=0.85)
    for draft in opening[title + 1 :]:
        if draft.kind is None and _says_the_title_again(draft, opening[title]):
            draft.becomes(Kind.SUBTITLE, "says the title again, and more", certainty=0.85)
    # Once author and date are told, what stands above credits is the title of a film.
    last = max(named or [i for i, draft in enumerate(opening) if draft.kind in {Kind.CREDITS, Kind.RATING}], default=0)
    asked = [i for i in range(title + 1, last) if opening[i].kind is None and asks(opening[i].text)]
    if len(asked) > 1:
        last = asked[0]  # a subtitle may ask, but not twice
    subtitled = False
    for draft in opening[title + 1 : last if named else min(last, title + 2)]:
        if draft.kind is not None or not _LETTER.search(draft.text):
            continue
        in_brackets = draft.text[0] in "[(（【" and draft.text[-1] in "])）】"  # "[First printed in ...]"
        label, _, name = draft.text.partition(": ")
        entry = " " not in label and is_bare_name(name)  # "Interviewee: Otto Brandes"
        if subtitled or in_brackets or entry or draft.ends_sentence or draft.words > _PROSE:
            draft.becomes(Kind.PARAGRAPH, "a standfirst, above the byline, date or credits", certainty=0.9)
        else:
            draft.becomes(Kind.SUBTITLE, "stands between the title and the lines below it", certainty=0.9)
            subtitled = True


def _says_the_title_again(draft: Draft, title: Draft) -> bool:
    """Whether a line begins with the whole title, of two words at least, and goes on after a sign."""
    again, rest = draft.text[: len(title.text)], draft.text[len(title.text) :]
    return title.words > 1 and again.casefold() == title.text.casefold() and rest[:1] in set(".:,|–—-") and bool(rest)


def _is_affiliation(draft: Draft) -> bool:
    return bool(_AFFILIATION.search(draft.text)) and not draft.ends_sentence


def _tells_the_sort(draft: Draft) -> bool:
    """Whether a line says what sort of text it stands above: "Entretien avec …"; or, in Chinese, begins with a dash."""
    if draft.ends_sentence or draft.words > _SENTENCE_TITLE:
        return False
    return draft.text.startswith("——") or announces(draft.text, draft.languages)


def _note_metadata(sketch: Sketch) -> None:
    for draft in sketch.drafts:
        if draft.kind is Kind.BYLINE and not is_handle(draft.text):
            sketch.authors.extend(name for _, _, name in authors_of(draft.text) if name not in sketch.authors)
        if draft.kind in {Kind.DATE, Kind.BYLINE} and sketch.date is None:
            sketch.date = next((found.when for found in dates_of_line(draft.text) if found.when), None)
    if not sketch.authors:
        said = [
            author_who_does(d.text)
            for d in sketch.drafts[:_FARTHEST]
            if d.words < _PROSE and d.kind is not Kind.BOILERPLATE
        ]
        sketch.authors.extend([author for author in said if author][:1])
