"""Fields of front matter to what a text declares about itself; what is not taken over is named."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.model.document import GENRES
from annotate.model.source import Declared
from annotate.read.language_tag import language_tag
from annotate.read.markdown import rules
from annotate.read.markdown.fields import Field, Value, shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotate.read.markdown.report import Report

# The names that Jekyll, Hugo, Eleventy, Zola and their themes give to what we keep.
_NAMES = {
    name: ours
    for ours, names in {
        "title": "title headline",
        "subtitle": "subtitle",
        "authors": "author authors by byline writer",
        "date": "date published publishdate pubdate publication_date date_published published_at",
        "language": "language lang locale languagecode",
        "tags": "tags tag keywords topics categories category",
        "rating": "rating stars score",
        "publisher": "publisher publication",
        "url": "url canonical canonical_url canonicalurl link",
        "genre": "genre type",
        "film": "film movie film_title movie_title",
        "directors": "director directors",
        "film_date": "film_year release_year film_date",
        "runtime": "runtime running_time",
    }.items()
    for name in names.split()
}
_FILM_NAMES = {
    "title": "film",
    "name": "film",
    "director": "directors",
    "directors": "directors",
    "year": "film_date",
    "date": "film_date",
    "runtime": "runtime",
}
_LISTS = frozenset({"authors", "tags", "directors"})
_ISO = lazy_pattern(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]+(\S.*))?")
_SHORT_ISO = lazy_pattern(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?")
_MONTHS = {name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_MONTH = r"(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_IN_WORDS = (
    (lazy_pattern(rf"{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})", re.IGNORECASE), (3, 1, 2)),
    (lazy_pattern(rf"(\d{{1,2}})(?:st|nd|rd|th)?\.?\s+{_MONTH},?\s+(\d{{4}})", re.IGNORECASE), (3, 2, 1)),
)
_MINUTES = lazy_pattern(
    r"(?:(\d{1,2})\s*h(?:ours?|rs?)?)?\s*(?:(\d{1,3})\s*(?:m|min|mins|minutes|['′])?\.?)?", re.IGNORECASE
)
_FORBIDDEN = lazy_pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(slots=True)
class _Gathered:
    """What the fields say so far: single values, lists, and the line each was first given on."""

    report: Report
    single: dict[str, str] = field(default_factory=dict)
    many: dict[str, list[str]] = field(default_factory=dict)
    lines: dict[str, tuple[str, int]] = field(default_factory=dict)

    def leave_out(self, key: str, value: Value, line: int) -> None:
        self.report.add(rules.FIELD_NOT_TAKEN, line, key, key=_clean(key), value=_clean(shown(value)) or "empty")

    def misunderstand(self, key: str, value: str, line: int, wanted: str, example: str) -> None:
        self.report.add(
            rules.VALUE_NOT_UNDERSTOOD, line, key, key=_clean(key), value=value, wanted=wanted, example=example
        )


def declared_by(fields: Iterable[Field], report: Report) -> Declared:
    """Return what fields of front matter declare; the others, and values that cannot be used, are named in `report`."""
    gathered = _Gathered(report)
    for entry in fields:
        line = entry.line + 2  # after the opening fence; lines count from 1
        name = _NAMES.get(re.sub(r"[\s-]+", "_", entry.key.strip().casefold()), "")
        if name == "film" and isinstance(entry.value, tuple):
            for key, value in entry.value:
                _take(gathered, f"{entry.key}.{key}", _FILM_NAMES.get(key.casefold(), ""), value, line)
        else:
            _take(gathered, entry.key, name, entry.value, line)
    single, many = gathered.single, gathered.many
    if "film" not in single:
        for name in ("directors", "film_date", "runtime"):
            if name in gathered.lines:
                key, line = gathered.lines[name]
                gathered.leave_out(key, single.pop(name, "") or list[Value](many.pop(name, [])), line)
    return Declared(
        title=single.get("title"),
        subtitle=single.get("subtitle"),
        authors=tuple(many.get("authors", ())),
        date=single.get("date"),
        publisher=single.get("publisher"),
        url=single.get("url"),
        language=single.get("language"),
        genre=single.get("genre"),
        tags=tuple(many.get("tags", ())),
        rating=single.get("rating"),
        film=single.get("film"),
        directors=tuple(many.get("directors", ())),
        film_date=single.get("film_date"),
        runtime=int(single["runtime"]) if "runtime" in single else None,
    )


def _take(gathered: _Gathered, key: str, name: str, value: Value, line: int) -> None:
    if not shown(value):
        return
    if not name or name in gathered.single:
        gathered.leave_out(key, value, line)
        return
    gathered.lines.setdefault(name, (key, line))
    if name in _LISTS:
        taken = gathered.many.setdefault(name, [])
        for item in value if isinstance(value, list) else [value]:
            _take_item(gathered, key, taken, item, line)
        return
    text = _clean(shown(value))
    if not isinstance(value, str):
        gathered.leave_out(key, value, line)
    elif name in {"date", "film_date"}:
        _take_date(gathered, key, name, text, line)
    elif name == "language" and not language_tag(text):
        gathered.misunderstand(key, text, line, "a language tag", "en or pt-BR")
    elif name == "runtime" and not _seconds(text):
        gathered.misunderstand(key, text, line, "a running time", "94 min")
    elif name == "genre" and text.casefold() not in GENRES:
        gathered.leave_out(key, value, line)
    else:
        changed = {"language": language_tag(text) or "", "runtime": str(_seconds(text)), "genre": text.casefold()}
        gathered.single[name] = changed.get(name, text)


def _take_item(gathered: _Gathered, key: str, taken: list[str], item: Value, line: int) -> None:
    """Take an author, a director or a tag: one or several names in a text, or a mapping that has a name."""
    if isinstance(item, tuple):
        for inner, value in item:
            if inner.casefold() == "name" and isinstance(value, str):
                taken.append(_clean(shown(value)))
            else:
                gathered.leave_out(f"{key}.{inner}", value, line)
    elif isinstance(item, list):
        gathered.leave_out(key, item, line)
    else:
        is_tag = _NAMES.get(key.casefold()) == "tags"
        names = re.split(r"\s*[,;]\s*" if is_tag else r"\s*;\s*|\s+(?:and|&)\s+", _clean(shown(item)))
        taken += (name for name in names if name)


def _take_date(gathered: _Gathered, key: str, name: str, text: str, line: int) -> None:
    if name == "film_date" and not _SHORT_ISO.fullmatch(text) and not _ISO.fullmatch(text):
        gathered.misunderstand(key, text, line, "a year", "1926")
        return
    found = _iso_date(text)
    if found is None:
        gathered.misunderstand(key, text, line, "a date that can be read in one way only", "2019-04-03")
        return
    gathered.single[name], time_of_day = found
    if time_of_day:
        gathered.leave_out(f"{key} (time of day)", time_of_day, line)


def _iso_date(text: str) -> tuple[str, str] | None:
    """Return a date as ISO 8601, and its time of day; None where it can be read in several ways, or in none."""
    if _SHORT_ISO.fullmatch(text):
        return text, ""
    found = _ISO.fullmatch(text)
    if found:
        day = _day(found[1], int(found[2]), found[3])
        return (day, found[4] or "") if day else None
    for pattern, (year, month, day_of_month) in _IN_WORDS:
        found = pattern.fullmatch(text)
        if found:
            day = _day(found[year], _MONTHS[found[month][:3].lower()], found[day_of_month])
            return (day, "") if day else None
    return None


def _day(year: str, month: int, day: str) -> str | None:
    try:
        return date(int(year), month, int(day)).isoformat()
    except ValueError:
        return None


def _seconds(text: str) -> int:
    """Return a running time in seconds: "94", "94 min", "1h 34m"; 0 for what is none."""
    found = _MINUTES.fullmatch(text)
    return (int(found[1] or 0) * 60 + int(found[2] or 0)) * 60 if found else 0


def _clean(text: str) -> str:
    """Return text as XML can hold it: escapes of YAML and TOML may stand for any character."""
    return _FORBIDDEN.sub("\ufffd", text)
