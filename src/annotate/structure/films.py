"""The films a review is about: title, directors, year, running time; from its credits, headline and prose."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.model.document import Film
from annotate.structure.chinese_names import is_chinese_name
from annotate.structure.draft import Draft, Kind
from annotate.structure.phrases import Phrases, any_of
from annotate.structure.vocabulary import credits as words
from annotate.structure.works import titles_with_year

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotate.structure.draft import Sketch

_BY_DIRECTOR = r"""
    \bdirected (?:and \w+ )?by:?|\bdirect(?:or|ion)s?\s*:|\bdirs?\b[.:]*
"""
_DIRECTED_ABROAD = Phrases(  # in the language of the text
    words.DIRECTOR,
    r"(?<!\w)(?i:PHRASES)(?:\s*[:：]|\s+(?=[^\W\d_a-z]))\s*(?P<names>[^;|·•()（\n]+)",
    re.RegexFlag(0),
)
_DIRECTED = lazy_pattern(rf"{any_of(_BY_DIRECTOR)}\s*(?P<names>[^;|·•()\n]+)", re.IGNORECASE)
_MINUTES = lazy_pattern(r"\b(?P<minutes>\d{1,3})\s*(?:min(?:ute)?s?\b|m\b|′|Min\b)")
_HOURS = lazy_pattern(
    r"\b(?P<hours>\d)\s*h(?:ours?|rs?)?\.?,?\s*(?:and\s*)?(?P<minutes>\d{1,2})?(?=\s*m|\b)", re.IGNORECASE
)
_MINUTES_ABROAD = lazy_pattern(rf"(?<!\d){words.MINUTES}", re.IGNORECASE)
_HOURS_ABROAD = lazy_pattern(rf"(?<!\d){words.HOURS}", re.IGNORECASE)
_RUNS = lazy_pattern(
    r"\b(?:runs?|running|lasts?|clocks? in)\b[^.]{0,30}?\b(?P<minutes>\d{2,3})\s*(?:min(?:ute)?s?\b)", re.IGNORECASE
)
_YEAR = lazy_pattern(r"(?<![\w.])(?:18[89]|19\d|20\d)\d(?!\d)")
_REVIEW_ABROAD = (
    r"critique(?: du film)?|(?:film)?kritik(?: zu)?|rezension|cr[ií]tica(?: d[aeo] \w+)?|rese[ñn]a|resenha|影评|影評"
)
_REVIEW = lazy_pattern(
    r"(?:\s*[-–—:|]\s*|\s+)(?:film |movie )?review$|^(?:film |movie )?review\s*[-–—:]\s*"
    rf"|^(?:{_REVIEW_ABROAD})\s*[-–—:：|]\s*|\s*[-–—|(]\s*(?:{_REVIEW_ABROAD})\)?$",
    re.IGNORECASE,
)
_CERTIFIED = lazy_pattern(r"(?P<title>\S.{0,80}?)\s+\((?:U|PG|12A?|15|18|G|R|PG-13|NC-17|cert\b[^)]*)\)$")
_PARTED = lazy_pattern(r"\s+[–—|-]\s+|:\s+|\s+\(")
_AND = lazy_pattern(r"[,、，/]\s*(?:and\s+)?|\s+(?:and|&|und|et|y|e)\s+|(?<=[a-zà-ÿ]{2})\.\s")
_LAST = lazy_pattern(r"[^.;]*?\s(?:and|&|und|et)\s[^,.;]+(?:[A-Z]\.[^,.;]+)*")
_NAME = lazy_pattern(r"(?:[^\W\d_a-z][\w’'\-]*\.?(?:[A-Z]\.)*\s+)(?:\w[\w’'.\-]*\s+){0,3}[^\W\d_a-z][\w’'\-]+\.?")
_TITLE_WORDS = 8
_NEAR = 2  # blocks between the title of a film and its credits
_MANY = 2
_OF_FILM = frozenset({Kind.CREDITS, Kind.RATING})
_QUOTES = "“”‘’„«»《》\"' "


def recognise_films(sketch: Sketch) -> None:
    """Enter the films a review is about: one for each block of credits below a heading, else the one of the text."""
    if sketch.genre not in {"review", "mixed"}:
        return
    several = list(_headed(sketch.drafts))
    if len(several) >= _MANY:
        sketch.films.extend(
            _film(title, " · ".join(line.text for line in lines), sketch.languages) for title, lines in several
        )
        return
    credit_lines = " · ".join(draft.text for draft in sketch.drafts if draft.kind is Kind.CREDITS)
    title, year = _title(sketch)
    if title:
        film = _film(title, credit_lines, sketch.languages, year)
        sketch.films.append(_completed(film, sketch))


def _headed(drafts: list[Draft]) -> Iterator[tuple[str, list[Draft]]]:
    """Yield the headings that have credits below them, with the credits."""
    texts = [draft for draft in drafts if draft.kind is not Kind.BOILERPLATE]
    for index, draft in enumerate(texts):
        if draft.kind is Kind.HEADING and draft.words <= _TITLE_WORDS:
            below = texts[index + 1 : index + 2 + _NEAR]
            if not below or below[0].kind not in _OF_FILM:
                continue
            block = takewhile(lambda other: other.kind in _OF_FILM, islice(texts, index + 1, None))
            lines = [other for other in (*block, *below) if other.kind is Kind.CREDITS]
            if lines:
                yield draft.text.strip(_QUOTES), list({id(line): line for line in lines}.values())


def _film(title: str, credit_lines: str, languages: tuple[str, ...], year: str | None = None) -> Film:
    dated = next(titles_with_year(title), None)
    directed = _DIRECTED.search(credit_lines) or _DIRECTED_ABROAD.of(languages).search(credit_lines)
    years = [year, dated.year if dated else None, *_YEAR.findall(credit_lines)]
    name = dated.title if dated else title
    return Film(name, _directors(directed), next((found for found in years if found), None), _runtime(credit_lines))


def _directors(directed: re.Match[str] | None) -> tuple[str, ...]:
    """Return the names after "directed by", up to the first part that is no person's name (a country, a role)."""
    if directed is None:
        return ()
    joined = _LAST.match(directed["names"])  # what follows the last of them is a company's or a country's
    parts = (part.strip(" .") for part in _AND.split(joined.group() if joined else directed["names"]))
    return tuple(dict.fromkeys(takewhile(_is_director, parts)))


def _is_director(part: str) -> bool:
    return (bool(_NAME.fullmatch(part)) and " by " not in part) or is_chinese_name(part)


def _title(sketch: Sketch) -> tuple[str | None, str | None]:
    """Return the title of the one film a text is about, and its year where it stands beside it."""
    drafts = sketch.drafts
    opening = [d.text for d in drafts if d.kind in {Kind.TITLE, Kind.SUBTITLE, Kind.CREDITS}]
    named = next((found for text in opening for found in titles_with_year(text)), None)
    if named is not None:
        return named.title, named.year
    certified = next((m["title"] for d in drafts if d.kind is Kind.CREDITS and (m := _CERTIFIED.match(d.text))), None)
    if certified:
        return certified, None
    prose = [draft.text for draft in drafts if draft.kind is Kind.PARAGRAPH]
    headline = sketch.first(Kind.TITLE)
    if headline is not None:
        short = _PARTED.split(_REVIEW.sub("", headline.text))[0].strip(_QUOTES)
        candidates = [short, short.title()] if short.isupper() else [short]
        credited = any(draft.kind is Kind.CREDITS for draft in drafts)
        for candidate in candidates:
            said = sum(candidate in text for text in prose)
            if candidate.count(" ") < _TITLE_WORDS and (
                said >= _MANY or (said or (credited and short == headline.text))
            ):
                return candidate, None
    dated = [found for text in prose[:6] for found in titles_with_year(text)]
    if not dated:
        return None, None
    counts = Counter({found.title: sum(found.title in text for text in prose) for found in dated})
    best = max(dated, key=lambda found: counts[found.title])
    return best.title, best.year


def _completed(film: Film, sketch: Sketch) -> Film:
    """Return a film with what only the prose tells: its year, who directed it, how long it runs."""
    prose = " ".join(draft.text for draft in sketch.drafts if draft.kind is Kind.PARAGRAPH)
    year = next((found.year for found in titles_with_year(prose) if found.title == film.title), None)
    said = re.search(
        rf"{re.escape(film.title)}[^.]{{0,80}}?\bdirected (?:and \w+ )?by\s+(?P<names>[^,;.()]+(?:[A-Z]\.[^,;.()]+)*)",
        prose,
    )
    directors = _directors(said)
    runs = _RUNS.search(prose)
    return Film(
        film.title,
        film.directors or directors,
        film.date or year,
        film.runtime or (int(runs["minutes"]) * 60 if runs else None),
    )


def _runtime(credit_lines: str) -> int | None:
    hours = _HOURS.search(credit_lines)
    if hours:
        return int(hours["hours"]) * 3600 + int(hours["minutes"] or 0) * 60
    hours = _HOURS_ABROAD.search(credit_lines)
    if hours:
        return int(hours["hours"]) * 3600 + int(hours["more"] or 0) * 60
    minutes = _MINUTES.search(credit_lines) or _MINUTES_ABROAD.search(credit_lines)
    return int(minutes["minutes"]) * 60 if minutes else None
