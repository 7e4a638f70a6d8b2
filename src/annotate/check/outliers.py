"""Whether a record stands out among those of its file as mistakes do: by a missing field, or by one character."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import chain
from typing import TYPE_CHECKING, Any

from annotate.check import outlier_rules as rules
from annotate.check.records import described
from annotate.check.twins import rare_twins
from annotate.lazy_pattern import lazy_pattern
from annotate.model.annotation import SECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotate.check.subject import Subject
    from annotate.diagnostics import Finding

RULES = rules.RULES
_SHOWN = 30
"""Code points of a word that are shown on either side of what is odd in it."""
_ENOUGH = 5
"""Records of a kind from which on what all but one have is a habit."""
# Told by rules of their own: N175, N179.
_OWN_RULE = frozenset({"creator", "modified", "modified_by"})
# Neither the signs of addresses, abbreviations and Markdown, nor those of several words written as one.
_SIGN = lazy_pattern(r'[!#$%;=?^`{|}~\\,+"0-9][a-z]{2}')
_NO_WORD = ("//", "www.", "@", "`")


def check(subject: Subject) -> Iterator[Finding]:
    """Yield records that stand out (N187 to N189)."""
    for section in SECTIONS:
        # What a source has depends on what it is; sources have rules of their own.
        if section != "sources":
            yield from _missing(subject, section)
    yield from _evidence_missing(subject)
    yield from _twins(subject)
    yield from _signs(subject)


def _missing(subject: Subject, section: str) -> Iterator[Finding]:
    """Yield fields that one record lacks and all others of its kind have; entities go by their types."""
    groups: dict[str, list[tuple[int, Any]]] = defaultdict(list)
    for index, record in enumerate(subject.json.value.get(section, ())):
        groups[record.get("type", "")].append((index, record))
    for members in groups.values():
        for index, field in _lacking([record for _, record in members]):
            at, record = members[index]
            named = f"{described(section, getattr(subject.annotations, section)[at])}"
            yield subject.finding(
                rules.FIELD_OF_ALL_OTHERS, section, at, record=named, field=field, others=len(members) - 1
            )


def _evidence_missing(subject: Subject) -> Iterator[Finding]:
    members = [
        ((index, number), item)
        for index, claim in enumerate(subject.json.value.get("claims", ()))
        for number, item in enumerate(claim.get("evidence", ()))
    ]
    for at, field in _lacking([item for _, item in members]):
        (index, number), item = members[at]
        place = ("claims", index, "evidence", number)
        named = f"evidence {item['id']}"
        yield subject.finding(rules.FIELD_OF_ALL_OTHERS, *place, record=named, field=field, others=len(members) - 1)


def _lacking(records: list[dict[str, Any]]) -> Iterator[tuple[int, str]]:
    """Yield the number of a record and a field that it alone lacks."""
    if len(records) <= _ENOUGH:
        return
    counts = Counter(chain.from_iterable(records))
    for field, count in counts.items():
        if count == len(records) - 1 and field not in _OWN_RULE:
            yield next(index for index, record in enumerate(records) if field not in record), field


def _twins(subject: Subject) -> Iterator[Finding]:
    """Yield tags, names of annotators and of newspapers that differ by one character from a common one."""
    places: dict[str, dict[str, list[tuple[str, str, tuple[str | int, ...]]]]] = {
        kind: defaultdict(list) for kind in ("tag", "name", "container")
    }
    for section in ("claims", "notes"):
        for index, record in enumerate(getattr(subject.annotations, section)):
            for number, tag in enumerate(record.tags):
                at_tag = (section, index, "tags", number)
                places["tag"][tag].append(("a tag", described(section, record), at_tag))
    for section in ("claims", "notes", "mentions", "passages", "links"):
        for index, record in enumerate(getattr(subject.annotations, section)):
            for field in ("creator", "modified_by"):
                name = getattr(record, field)
                if name:
                    places["name"][name].append((field, described(section, record), (section, index, field)))
    for index, source in enumerate(subject.annotations.sources):
        title = source.item.get("container-title")
        if title:
            at_title = ("sources", index, "container-title")
            places["container"][title].append(("container-title", f"source {source.id}", at_title))
    for found in places.values():
        for word, other in rare_twins({word: len(where) for word, where in found.items()}).items():
            field, named, place = found[word][0]
            times = len(found[other])
            yield subject.finding(
                rules.LIKE_A_COMMON_ONE, *place, field=field, record=named, word=word, other=other, times=times
            )


def _signs(subject: Subject) -> Iterator[Finding]:
    odd = _SIGN.search
    for place, value, named in _written(subject):
        # Most have none of these signs before a letter, which is asked first.
        if value and odd(value) is not None:
            word = _word_with_a_sign(value)
            if word is not None:
                section, index = place[:2]
                record = named or described(section, getattr(subject.annotations, section)[index])
                yield subject.finding(rules.SIGN_IN_A_WORD, *place, field=place[-1], record=record, word=word)


def _written(subject: Subject) -> Iterator[tuple[tuple[Any, ...], str | None, str]]:
    """Yield place and words of each field that somebody wrote, and what holds it unless that is the record itself."""
    for index, claim in enumerate(subject.annotations.claims):
        yield ("claims", index, "statement"), claim.statement, ""
        for number, evidence in enumerate(claim.evidence):
            yield ("claims", index, "evidence", number, "quote"), evidence.quote, f"evidence {evidence.id}"
            yield ("claims", index, "evidence", number, "note"), evidence.note, f"evidence {evidence.id}"
    for index, note in enumerate(subject.annotations.notes):
        yield ("notes", index, "body"), note.body, ""
    for index, entity in enumerate(subject.annotations.entities):
        yield ("entities", index, "name"), entity.name, ""
    for index, source in enumerate(subject.annotations.sources):
        for field in ("title", "container-title", "publisher"):
            yield ("sources", index, field), source.item.get(field), ""


def _word_with_a_sign(text: str) -> str | None:
    """Return the first word with a sign or figure between its letters, shortened; no address and no code is one."""
    for word in text.split():
        if any(mark in word for mark in _NO_WORD):
            continue
        for found in _SIGN.finditer(word):
            before = word[max(0, found.start() - 2) : found.start()]
            if before[-1:].islower() and (not found[0][0].isdigit() or (len(before) > 1 and before.isalpha())):
                return word[max(0, found.start() - _SHOWN) : found.end() + _SHOWN]
    return None
