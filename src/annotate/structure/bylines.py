"""Who wrote a text: recognises bylines and finds the authors' names in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.structure.chinese_names import is_chinese_name
from annotate.structure.dates import dates_in, is_date_line
from annotate.structure.names import PERSON, PERSON_ONLY, persons_in
from annotate.structure.phrases import LANGUAGES, words_of
from annotate.structure.vocabulary.bylines import BY, LABEL

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_WORDS = 22
_STAFF_WORDS = 4  # "by the editors of Screen."
_FIRST_CHINESE = lazy_pattern(r"[\s，,、|/／（(]")
_BY = lazy_pattern(
    r"(?:(?:a |an |the )?(?:[\w\-]+ ){0,2}?(?:reviewed|review|written|words|text|story|interview|interviewed|essay"
    r"|compiled|posted|contributed|reported|report|edited|translated|introduced|selected|dispatch|submitted|published"
    r"|column|criticism|article|feature)\s*[:–—-]?\s+by"
    r"|(?:reviewed|review|critique|posted|submitted) by:|by|par|von|por|di"
    r"|(?P<label>words|text[eo]?|author|writer|reviewer|critic|story|report|review|posted by|written by|by|autor[ae]?"
    r"|auteur)\s*:)\s+(?P<name>\S.{1,110})$",
    re.IGNORECASE,
)
_DATED = lazy_pattern(r"(?P<date>.{4,40}?\d.{0,20}?),?\s*(?:\bby\b|[/|])\s*(?P<name>[^\W\d_].{1,60})$", re.IGNORECASE)
_POSTED = lazy_pattern(
    r"(?:posted|published|written|updated)(?: on)?\s+(?P<date>.{6,40}?)\s+by\s+(?P<name>\S.{1,60})$", re.IGNORECASE
)
_OTHER_WORK = lazy_pattern(
    r"\s*(?:[|/·•;,—–]|\band\b)?\s*(?:photograph(?:s|y|ed)?|photos?|pictures|illustrat(?:ed|ions?)|images?|art(?:work)?"
    r"|translated|edited)\s*(?:by\b|:).*$",
    re.IGNORECASE,
)
# What may follow a name: a date, a place, an office, an address.
_REST = lazy_pattern(r"\s*(?:[|·•,–—/(@]|\s-\s|\b(?:on|in|at|for|from|is|of|le|à|am|den|vom|el|em|aus)\b)\s*")
_AND = lazy_pattern(r"\s*,?\s+(?:and|&|und|et|y|e|with)\s+|\s*,\s*")
_CONJUNCTION = lazy_pattern(r"\s(?:and|&|und|et|y|e)\s")
_GLUED = lazy_pattern(r"(?<=[^\W\d_]{2})\d.*$")  # "Ada Quill22 Dec 2016"
_HANDLE = lazy_pattern(r"@\w{2,30}|(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+")
_POSSESSIVE = lazy_pattern(r"[^,|]{2,30}[’']s\s")  # what is somebody's is nobody's name
_NEVER_FIRST = words_of(
    """the a an on in at of for with about to from by my our your his her their no all some this that what who why how
    when where and or new after before"""
)
_OF_PAGES = words_of(
    """series rating ratings review reviews release releases movie movies cinema edition collection letters stars
    archives classics guide picks notes contents credits verdict trailer synopsis"""
)
_NAME_BEFORE_DATE = lazy_pattern(r"(?P<name>[^|·•\d]{4,40}?)(?:\s*[|·•]|\s[-–—])\s*(?=[^\W\d_]*\.?\s?\d)")
_PLACES = frozenset(
    place.strip()
    for place in """new york/los angeles/san francisco/san sebastián/san sebastian/san diego/las vegas/park city
    /cape town/hong kong/tel aviv/mexico city/new delhi/buenos aires/são paulo/sao paulo/rio de janeiro/new orleans
    /karlovy vary/la rochelle/le havre/kansas city/palm springs/salt lake city/st. petersburg""".split("/")
)
_AND_PAPER = lazy_pattern(r"(?<=\w)\s+T(?:HE|he) [^\W\d_a-zß-öø-ÿ].*$")  # "By Ada Quill The Evening Star"
_NO_PLACE = lazy_pattern(r"[\d,:)]")
_TITLED = lazy_pattern(r".{3,40}[.:|–—]\s+by\s+(?P<name>[^\W\d_].{3,40}?)\.?$", re.IGNORECASE)
_OFFICE = lazy_pattern(
    r"[\w’' &\-]{0,30}\b(?:critic|editor|writer|reviewer|correspondent|columnist|contributor|reporter|staff|professor"
    r"|author|historian)\b[\w’' &\-]{0,20}",
    re.IGNORECASE,
)
_DOES = lazy_pattern(
    rf"(?P<name>{PERSON.pattern})\s+(?:reviews|revisits|reports|considers|looks|goes|argues|explores|remembers|watches"
    r"|rewatches|recommends|surveys|reconsiders|celebrates|reflects|rounds|picks|finds|examines|assesses"
    r"|sifts|admires)\b"
)


def is_byline(text: str) -> bool:
    """Whether a line before the text says by whom it is: "By X", "Words: X", "Posted by X on 3 May 2011"."""
    return text.count(" ") < _LONGEST_WORDS and _match(text) is not None


def names_a_person(byline: str) -> bool:
    """Whether what a byline names is a person's full name: "By Ada Quill", not "By the Law"."""
    match = _match(byline)
    return match is not None and _begins_with_name(match["name"])


def is_bare_name(text: str) -> bool:
    """Whether a line is a person's name or several, alone or with a date, a place or an office after it."""
    if text.count(" ") > 11 or text.endswith((".", "?", "!", ":", ";")) or _POSSESSIVE.match(text):
        return False
    if _opens_a_title(text):
        return False
    if _is_names(text) or is_chinese_name(text):
        return True
    dates = dates_in(text)
    if dates and dates[0].start and _is_names(text[: dates[0].start].strip(" ,|–—-")):
        return is_date_line(text[dates[0].start :])
    match = PERSON.match(text)
    if match is None or not _is_names(match.group()):
        return False
    rest = text[match.end() :]
    parting = _REST.match(rest)
    if parting is None:
        return False
    tail = rest[parting.end() :].strip(" )") if "@" not in parting.group() else rest.strip()
    place = tail.count(" ") <= 2 and tail[:1].isupper() and not _NO_PLACE.search(tail)
    return (
        is_date_line(tail)
        or bool(_HANDLE.fullmatch(tail) or _OFFICE.fullmatch(tail))
        or (place and "for" not in parting.group())
    )


def _opens_a_title(text: str) -> bool:
    """Whether a line begins as titles do, or speaks of films and pages: "On Dangerous Ground", "Archive Series"."""
    words = text.casefold().split()
    return bool(words) and (words[0] in _NEVER_FIRST or not _OF_PAGES.isdisjoint(words))


def is_name_with_date(text: str) -> bool:
    """Whether a line of a date begins with a person's name, not a place's: "Ada Quill | 3 May 1921"."""
    match = _NAME_BEFORE_DATE.match(text)
    return match is not None and match["name"].casefold() not in _PLACES and _is_names(match["name"])


def is_handle(text: str) -> bool:
    """Whether a line is nothing but an author's address on the web: "@dotarkwright"."""
    return bool(_HANDLE.fullmatch(text))


def _is_names(text: str) -> bool:
    parts = _AND.split(text) if _CONJUNCTION.search(text) else [text]
    return all(PERSON_ONLY.fullmatch(part) and persons_in(part) for part in parts)


def authors_of(byline: str) -> list[tuple[int, int, str]]:
    """Return where each author's name stands in a byline (start, end, in code points) and the name."""
    match = _match(byline)
    start, end = (match.start("name"), match.end("name")) if match else (0, len(byline))
    other = _OTHER_WORK.search(byline, start)
    end = other.start() if other and other.start() > start else end
    dated = next((date.start for date in dates_in(byline) if date.start > start), end)
    end = min(end, dated)
    return list(_names_in(byline, start, end)) if end > start else []


def _match(line: str) -> re.Match[str] | None:
    """Return the match of a byline with its group "name"; in other languages than English it must name a person."""
    match = _POSTED.fullmatch(line) or _BY.fullmatch(line)
    if match is not None and (not match.groupdict().get("label") or is_bare_name(match["name"])):
        return None if _is_sentence(match["name"]) else match
    match = _DATED.fullmatch(line)
    if match is not None and is_date_line(match["date"]) and _begins_with_name(match["name"]):
        return match
    match = _TITLED.fullmatch(line)  # "Faust: review. By Ada Quill."
    if match is not None and _is_names(match["name"]):
        return match
    match = BY.of(LANGUAGES).fullmatch(line)
    if match is not None and _begins_with_name(match["name"]):
        return match
    match = LABEL.of(LANGUAGES).fullmatch(line)
    return match if match is not None and (is_bare_name(match["name"]) or _is_chinese(match["name"])) else None


def _is_sentence(name: str) -> bool:
    """Whether what follows "by" or "por" is how a sentence goes on, and no name: "Por primera vez rodé solo."."""
    return name[0].islower() and name[-1] in ".!?…" and name.count(" ") > _STAFF_WORDS


def _begins_with_name(text: str) -> bool:
    return bool(PERSON.match(text) and persons_in(text)) or _is_chinese(text)


def _is_chinese(text: str) -> bool:
    return is_chinese_name(_FIRST_CHINESE.split(text, maxsplit=1)[0])


def author_who_does(text: str) -> str | None:
    """Return who is said to review in a subtitle: "Dag Ferrier reviews The Bat"."""
    match = _DOES.match(text)
    found = persons_in(match["name"]) if match else []
    return found[0] if found else None


def _names_in(byline: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield the names at [start, end): all that are joined by "and", else the first."""
    joined = bool(_CONJUNCTION.search(byline, start, end))
    at = start
    for number, part in enumerate(_AND.split(byline[start:end])):
        where = byline.find(part, at, end)
        at = where + len(part)
        if number and not (joined and PERSON_ONLY.fullmatch(part)):
            return
        name = _without_rest(part)
        if name:
            yield where, where + len(name), name


def _without_rest(part: str) -> str:
    """Return a name without the date, place or address that follows it, even where no space parts them."""
    part = _AND_PAPER.sub("", _GLUED.sub("", part))
    dates = dates_in(part)
    if dates:
        part = part[: dates[0].start].rstrip(" ,|–—-") or part
    chinese = _FIRST_CHINESE.split(part, maxsplit=1)[0]
    if is_chinese_name(chinese):
        return chinese
    person = PERSON.match(part)
    if person is not None:
        rest = part[person.end() :]
        if not rest.strip() or _REST.match(rest):
            return person.group()
    return re.split(r"\s+(?:on|in|at|for|from)$|\s*[|·•(@–—].*$", part.rstrip(" .|,(-–—"))[0].rstrip(" .|,")
