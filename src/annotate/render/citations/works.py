"""From a source's CSL-JSON item to the reference that citeproc-py composes from: names, dates and fields made regular.

citeproc-py's own reader knows no directors, keeps empty values (so that a style takes an empty date for a date), and
loses dates given as text; see the CSL-JSON schema (https://github.com/citation-style-language/schema) for the forms.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from citeproc.source import Date, DateRange, LiteralDate, Name, VariableError
from citeproc.string import String

from annotate.render.citations.marks import field_text, name_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

NAME_VARIABLES = frozenset(
    "author chair collection-editor compiler composer container-author contributor curator director editor "
    "editor-translator editorial-director executive-producer guest host illustrator interviewer narrator organizer "
    "original-author performer producer recipient reviewed-author script-writer series-creator translator".split()
)
DATE_VARIABLES = frozenset("accessed available-date container event-date issued original-date submitted".split())
_IDENTIFYING = ("title", "container-title", "publisher", "genre", "number", "URL", "DOI")
_NAME_PARTS = ("family", "given", "dropping-particle", "non-dropping-particle", "suffix")
# Fields that address something and must stand exactly as they are.
_VERBATIM = frozenset(("URL", "DOI", "ISBN", "ISSN", "PMID", "PMCID"))
_EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
# ISO 8601 and EDTF level 1 dates as far as a style can print them: year, month, day, "~" or "?" for circa.
_ISO_DATE = re.compile(r"(-?\d{1,4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?([~?%]?)$")
_UNSPECIFIED = re.compile(r"(?:-XX)+(?=[~?%]?$)")  # EDTF: a day, or a month, that nobody knows
_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}


class Work:
    """One source as citeproc-py reads it: a mapping of CSL variables, both `script-writer` and `script_writer`.

    A variable that is not there raises citeproc's `VariableError`, by key and by attribute.
    """

    def __init__(self, item: Mapping[str, Any], language: str) -> None:
        self.key = str(item.get("id", ""))
        self.type = str(item.get("type", "document")).lower()
        self.language_tag = str(item.get("language") or language).casefold()
        self._variables: dict[str, Any] = {}
        for variable, value in item.items():
            if variable not in {"id", "type", "custom"} and (read := _read(variable, value)):
                self[variable] = read

    def __setitem__(self, variable: str, value: object) -> None:
        self._variables[variable.replace("-", "_")] = value

    def __contains__(self, variable: str) -> bool:
        return variable.replace("-", "_") in self._variables

    def __getitem__(self, variable: str) -> Any:
        try:
            return self._variables[variable.replace("-", "_")]
        except KeyError:
            raise VariableError(variable) from None

    def __getattr__(self, variable: str) -> Any:
        return self[variable]

    def get(self, variable: str, default: object = None) -> Any:
        """Return a variable's value, or `default` if the source has none."""
        return self._variables.get(variable.replace("-", "_"), default)

    @property
    def english(self) -> bool:
        """Whether the work's title is English, so that a style may capitalise its words."""
        return self.language_tag[:2] == "en"

    @property
    def identified(self) -> bool:
        """Whether anything but a date says which work it is."""
        return self.has_names or any(variable in self for variable in _IDENTIFYING)

    @property
    def has_names(self) -> bool:
        """Whether any person or body is named, in whatever role."""
        return any(variable in self for variable in NAME_VARIABLES)


def _read(variable: str, value: Any) -> Any:
    if variable in NAME_VARIABLES:
        return list(_names(value))
    if variable in DATE_VARIABLES:
        return _date(value)
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    if variable in _VERBATIM:
        return String("".join(str(value).split()))
    return String(field_text(str(value)))


def _names(value: Any) -> Iterator[Name]:
    """Yield the names of a role; a plain string is taken for a name as it stands, an empty name is left out."""
    for written in value if isinstance(value, list) else [value]:
        given_parts = written if isinstance(written, dict) else {"literal": str(written)}
        parts = {part: name_text(str(given_parts[part])) for part in _NAME_PARTS if given_parts.get(part)}
        literal = name_text(str(given_parts.get("literal") or ""))
        family, given = parts.get("family", ""), parts.get("given", "")
        if not literal and _EAST_ASIAN.match(family) and _EAST_ASIAN.match(given):
            literal = family + given  # written in one, family name first, in every position
        if not literal and not family:
            literal = given
        if literal:
            yield Name(literal=literal)
        elif parts:
            yield Name(**parts)


def _date(value: Any) -> Any:
    """Return a citeproc date from date-parts, raw, literal or an ISO 8601 string, None if there is none."""
    if isinstance(value, (str, int)):
        return _date_from_text(str(value))
    if not isinstance(value, dict):
        return None
    circa = str(value.get("circa") or "").casefold() not in {"", "0", "false"}
    season = _season(value.get("season"))
    dates = [
        date for parts in value.get("date-parts") or [] if (date := _date_parts(parts, circa=circa, season=season))
    ]
    if len(dates) > 1 and dates[0] != dates[1]:
        return DateRange(begin=dates[0], end=dates[1], circa=circa)
    if dates:
        return dates[0]
    text = next((str(value[form]) for form in ("raw", "edtf", "literal") if value.get(form)), "")
    return _date_from_text(text)


def _date_from_text(text: str) -> Any:
    begin, slash, end = text.strip().partition("/")
    dates = [_iso_date(part) for part in ((begin, end) if slash else (begin,))]
    if all(dates):
        return DateRange(begin=dates[0], end=dates[1]) if slash else dates[0]
    if slash and any(dates):  # EDTF: an end that is open or unknown
        begin, end = (shown.strip().replace("..", "") for shown in (begin, end))
        return LiteralDate(field_text(f"{begin}–{end}"))
    return LiteralDate(field_text(text)) if text.strip() else None


def _iso_date(text: str) -> Any:
    match = _ISO_DATE.match(_UNSPECIFIED.sub("", text.strip()))
    if not match:
        return None
    year, month, day, uncertain = match.groups()
    return _date_parts([part for part in (year, month, day) if part], circa=bool(uncertain), season=None)


def _date_parts(parts: Any, *, circa: bool, season: int | None) -> Any:
    """Return the date of one list of year, month and day; a month or day that no calendar has is left out."""
    try:
        numbers = [int(part) for part in parts]
    except (TypeError, ValueError):
        return None
    if not numbers or numbers[0] == 0:
        return None
    read: dict[str, Any] = {"year": numbers[0], "circa": circa}
    if len(numbers) > 1 and 1 <= numbers[1] <= 12:
        read["month"] = numbers[1]
        if len(numbers) > 2 and 1 <= numbers[2] <= 31:
            read["day"] = numbers[2]
    elif len(numbers) > 1 and 21 <= numbers[1] <= 24:  # EDTF seasons
        read["season"] = numbers[1] - 20
    elif season:
        read["season"] = season
    return Date(**read)


def _season(value: Any) -> int | None:
    if str(value).isdigit() and 1 <= int(value) <= 4:
        return int(value)
    return _SEASONS.get(str(value or "").casefold())
