"""Who wrote a text: recognises bylines and finds the authors' names in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotate.structure.dates import dates_in, is_date_line
from annotate.structure.names import PERSON, PERSON_ONLY, persons_in

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_WORDS = 22
_BY = re.compile(
    r"(?:(?:a |an |the )?(?:[\w\-]+ ){0,2}?(?:reviewed|review|written|words|text|story|interview|interviewed|essay|compiled|posted|contributed|reported|report"
    r"|edited|translated|introduced|selected|dispatch|submitted|published|column|criticism|article|feature)\s+by"
    r"|by|par|von|por|di|(?:words|text[eo]?|author|writer|reviewer|critic|story|report|review|posted by|written by|by|autor[ae]?|auteur)\s*:)\s+(?P<name>\S.{1,110})$",
    re.IGNORECASE,
)
_POSTED = re.compile(
    r"(?:posted|published|written|updated)(?: on)?\s+(?P<date>.{6,40}?)\s+by\s+(?P<name>\S.{1,60})$", re.IGNORECASE
)
_OTHER_WORK = re.compile(
    r"\s*(?:[|/·•;,—–]|\band\b)?\s*(?:photograph(?:s|y|ed)?|photos?|pictures|illustrat(?:ed|ions?)|images?|art(?:work)?|translated|edited)\s*(?:by\b|:).*$",
    re.IGNORECASE,
)
# What may follow a name: a date, a place, an office, an address.
_REST = re.compile(r"\s*(?:[|·•,–—/(@]|\s-\s|\b(?:on|in|at|for|from|is|of)\b)\s*")
_AND = re.compile(r"\s*,?\s+(?:and|&|und|et|y|e|with)\s+|\s*,\s*")
_CONJUNCTION = re.compile(r"\s(?:and|&|und|et|y|e)\s")
_HANDLE = re.compile(r"@\w{2,30}|(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+")
_OFFICE = re.compile(
    r"[\w’' &\-]{0,30}\b(?:critic|editor|writer|reviewer|correspondent|columnist|contributor|reporter|staff|professor|author|historian)\b[\w’' &\-]{0,20}",
    re.IGNORECASE,
)
_DOES = re.compile(
    rf"(?P<name>{PERSON.pattern})\s+(?:reviews|revisits|reports|considers|looks|goes|argues|explores|remembers|watches|rewatches|recommends"
    r"|surveys|reconsiders|celebrates|reflects|rounds|picks|on|finds|examines|assesses|sifts|admires|is)\b"
)


def is_byline(text: str) -> bool:
    """Whether a line before the text says by whom it is: "By X", "Words: X", "Posted by X on 3 May 2011"."""
    return text.count(" ") < _LONGEST_WORDS and bool(_BY.fullmatch(text) or _POSTED.fullmatch(text))


def names_a_person(byline: str) -> bool:
    """Whether what a byline names is a person's full name: "By Ada Quill", not "By the Law"."""
    match = _BY.fullmatch(byline) or _POSTED.fullmatch(byline)
    return match is not None and PERSON.match(match["name"]) is not None and bool(persons_in(match["name"]))


def is_bare_name(text: str) -> bool:
    """Whether a line is a person's name or several, alone or with a date, a place or an office after it."""
    if text.count(" ") > 11 or text.endswith((".", "?", "!", ":", ";")):
        return False
    if _is_names(text):
        return True
    match = PERSON.match(text)
    if match is None or not _is_names(match.group()):
        return False
    rest = text[match.end() :]
    parting = _REST.match(rest)
    if parting is None:
        return False
    tail = rest[parting.end() :].strip(" )") if "@" not in parting.group() else rest.strip()
    place = tail.count(" ") <= 2 and tail[:1].isupper() and "," not in tail and ":" not in tail
    return (
        is_date_line(tail)
        or bool(_HANDLE.fullmatch(tail) or _OFFICE.fullmatch(tail))
        or (place and "for" not in parting.group())
    )


def is_handle(text: str) -> bool:
    """Whether a line is nothing but an author's address on the web: "@dotarkwright"."""
    return bool(_HANDLE.fullmatch(text))


def _is_names(text: str) -> bool:
    parts = _AND.split(text) if _CONJUNCTION.search(text) else [text]
    return all(PERSON_ONLY.fullmatch(part) and persons_in(part) for part in parts)


def authors_of(byline: str) -> list[tuple[int, int, str]]:
    """Return where each author's name stands in a byline (start, end, in code points) and the name."""
    match = _POSTED.fullmatch(byline) or _BY.fullmatch(byline)
    start, end = (match.start("name"), match.end("name")) if match else (0, len(byline))
    other = _OTHER_WORK.search(byline, start)
    end = other.start() if other and other.start() > start else end
    return list(_names_in(byline, start, end)) if end > start else []


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
    """Return a name without the date, place or address that follows it."""
    dates = dates_in(part)
    if dates:
        part = part[: dates[0].start]
    person = PERSON.match(part)
    if person is not None:
        rest = part[person.end() :]
        if not rest.strip() or _REST.match(rest):
            return person.group()
    return re.split(r"\s+(?:on|in|at|for|from)$|\s*[|·•(@–—].*$", part.rstrip(" .|,(-–—"))[0].rstrip(" .|,")
