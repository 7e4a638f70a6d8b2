"""Whether a source is described so that a reader can find it, and as itself."""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from annotate.check import identifiers
from annotate.check import source_item_rules as rules
from annotate.check.dates import Days, days_covered
from annotate.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotate.check.subject import Subject
    from annotate.diagnostics import Finding
    from annotate.model.annotation import Source

RULES = rules.RULES
_FILM = "motion_picture"
_FIRST_FILM = 1888  # Le Prince's Roundhay Garden Scene
_FEATURES = 1915  # from then on a film of one to four minutes is rarer than a running time in minutes
_MINUTES = range(60, 241)
_DATES = ("issued", "event-date", "original-date", "available-date", "submitted", "accessed")
_MADE_BY = ("container-title", "collection-title", "publisher", "archive", "authority", "event-title", "event")
_TELLING_APART = ("volume", "issue", "page", "number", "edition", "container-title", "medium", "version", "section")
_PAGES = lazy_pattern(r"\s*([0-9]{1,6})\s*[-–—]\s*([0-9]{1,6})\s*")
_OTHERS = lazy_pattern(r"(?i)(?:et\.? al\.?|and others|others|u\. ?a\.|various|diverse)")
_TRACKING = lazy_pattern(r"(?i)(?:^|&)(utm_[a-z]+|fbclid|gclid|mc_eid|igshid)=")
_LANGUAGE = lazy_pattern(r"(?i)([a-z]{2,3})(?:[-_][a-z]{4})?(?:[-_](?:[a-z]{2}|[0-9]{3}))?(?:[-_][a-z0-9]{4,8})*")
# ISO 639-1; of the longer codes of ISO 639-3 there are 8,000, and none is judged.
_LANGUAGES = frozenset(
    """aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el
    en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it
    iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt
    my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk
    sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi
    yo za zh zu""".split()
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with how sources are described (S161 to S166, S168 to S177)."""
    works: dict[object, str] = {}
    for index, source in enumerate(subject.annotations.sources):
        issued = _days(source.item.get("issued"))
        yield from _found_again(subject, index, source, works, issued)
        yield from _made(subject, index, source)
        yield from _dated(subject, index, source, issued)
        if "URL" in source.item:
            yield from _address(subject, index, source)
        yield from _numbers(subject, index, source)


def _found_again(
    subject: Subject, index: int, source: Source, works: dict[object, str], issued: Days | None
) -> Iterator[Finding]:
    """Yield whether a source is the text, or one that was there before."""
    place = ("sources", index)
    if _is_the_text(subject, source):
        yield subject.finding(rules.OWN_SOURCE, *place, id=source.id)
    if not source.title.strip() or issued is None:
        return
    makers = tuple(str(names) for names in source.item.values() if isinstance(names, list))
    apart = tuple(str(source.item.get(field)) for field in _TELLING_APART)
    work = (" ".join(source.title.casefold().split()), source.type, issued, makers, apart)
    other = works.setdefault(work, source.id)
    if other != source.id:
        yield subject.finding(rules.LIKE_ANOTHER, *place, id=source.id, other=other)


def _is_the_text(subject: Subject, source: Source) -> bool:
    """Whether a source has the text's own words as its copy, or its address."""
    copied = source.copy.reading_sha256 if source.copy is not None else None
    if copied is not None and copied == subject.annotations.text.reading_sha256:
        return True
    address = subject.document.metadata.url if subject.document is not None else None
    here = identifiers.comparable_address(source.item.get("URL", ""))
    return bool(address and here) and identifiers.comparable_address(address or "") == here


def _made(subject: Subject, index: int, source: Source) -> Iterator[Finding]:
    """Yield what is wrong with the names of who made a source."""
    named = any(str(source.item.get(field, "")).strip() for field in _MADE_BY)
    for field, value in source.item.items():
        if not isinstance(value, list):
            continue
        for number, name in enumerate(item for item in value if isinstance(item, dict)):
            named = True
            written = " ".join(str(name[part]) for part in ("given", "family", "literal") if part in name)
            place = ("sources", index, field, number)
            if not any(character.isalpha() for character in written):
                yield subject.finding(rules.EMPTY_NAME, *place, id=source.id, field=field)
            elif _OTHERS.fullmatch(written.strip()):
                yield subject.finding(rules.ET_AL, *place, id=source.id, name=written)
    if not named:
        yield subject.finding(rules.BY_NOBODY, "sources", index, id=source.id)


def _dated(subject: Subject, index: int, source: Source, issued: Days | None) -> Iterator[Finding]:
    item = source.item
    if not any(field in item for field in _DATES):
        yield subject.finding(rules.NO_DATE, "sources", index, id=source.id)
    if issued is None:
        return
    if source.type == _FILM and issued[1].year < _FIRST_FILM:
        yield subject.finding(rules.BEFORE_FILM, "sources", index, "issued", id=source.id, date=issued[0].year)
    if item.get("status") == "forthcoming" and issued[1] < subject.today:
        yield subject.finding(rules.HAS_APPEARED, "sources", index, "status", id=source.id, date=issued[1])
    runtime = source.runtime or 0
    if source.type == _FILM and runtime in _MINUTES and issued[0].year >= _FEATURES and not item.get("note"):
        yield subject.finding(
            rules.MINUTES,
            "sources",
            index,
            "custom",
            "runtime",
            id=source.id,
            runtime=int(runtime),
            seconds=int(runtime) * 60,
        )


def _address(subject: Subject, index: int, source: Source) -> Iterator[Finding]:
    """Yield what is wrong with where an address leads; whether it is one at all is S156's matter."""
    place = ("sources", index, "URL")
    try:
        parts = urlsplit(source.item["URL"])
        host = (parts.hostname or "").lower()
    except ValueError:
        return
    if parts.username is not None:
        yield subject.finding(rules.PASSWORD, *place, id=source.id)
    if _is_private(host):
        yield subject.finding(rules.ONLY_HERE, *place, id=source.id, host=host)
    tracking = _TRACKING.search(parts.query)
    if tracking is not None:
        yield subject.finding(rules.TRACKED, *place, id=source.id, parameter=tracking[1])
    if host in {"doi.org", "dx.doi.org"}:
        found = identifiers.plain_doi(parts.path.lstrip("/"))
        doi = source.item.get("DOI")
        if not identifiers.is_doi(found):
            return
        if doi is None:
            yield subject.finding(rules.DOI_AS_ADDRESS, *place, id=source.id, found=found)
        elif identifiers.plain_doi(doi) != found:
            yield subject.finding(rules.TWO_DOIS, *place, id=source.id, found=found, doi=doi)


def _is_private(host: str) -> bool:
    if host == "localhost" or host.endswith((".localhost", ".local", ".lan", ".internal", ".home.arpa")):
        return True
    if not host.replace(".", "").isdigit() and ":" not in host:
        return False
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    return address.is_private or address.is_loopback


def _numbers(subject: Subject, index: int, source: Source) -> Iterator[Finding]:
    pages = _PAGES.fullmatch(str(source.item.get("page", "")))
    # "112-8" is short for 112 to 118.
    if pages is not None and len(pages[1]) <= len(pages[2]) and int(pages[2]) < int(pages[1]):
        yield subject.finding(rules.PAGES_BACKWARDS, "sources", index, "page", id=source.id, value=source.item["page"])
    language = source.item.get("language")
    if language is not None:
        tag = _LANGUAGE.fullmatch(language.strip())
        if tag is None or (len(tag[1]) == len("en") and tag[1].lower() not in _LANGUAGES):
            yield subject.finding(rules.NO_LANGUAGE, "sources", index, "language", id=source.id, value=language)


def _days(value: Any) -> Days | None:
    try:
        return days_covered(value) if value is not None else None
    except ValueError:
        return None  # a finding of its own (S153)
