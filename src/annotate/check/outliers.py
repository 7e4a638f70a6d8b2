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
_SIGN = lazy_pattern(r'[a-z][!#$%;=?^`{|}~\\,+"][a-z]{2}|[a-z]{2}[0-9][a-z]{2}')
_WEB = lazy_pattern(r"\S*(?://|www\.|@)\S*|`[^`]*`")
_WORDS = {"claims": ("statement",), "notes": ("body",), "entities": ("name",)}


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
    for section, fields in _WORDS.items():
        for index, record in enumerate(getattr(subject.annotations, section)):
            for field in fields:
                yield from _sign(subject, (section, index, field), getattr(record, field), described(section, record))
            if section == "claims":
                for number, evidence in enumerate(record.evidence):
                    for field in ("quote", "note"):
                        place = (section, index, "evidence", number, field)
                        yield from _sign(subject, place, getattr(evidence, field), f"evidence {evidence.id}")
    for index, source in enumerate(subject.annotations.sources):
        for field in ("title", "container-title", "publisher"):
            yield from _sign(subject, ("sources", index, field), source.item.get(field), f"source {source.id}")


def _sign(subject: Subject, place: tuple[str | int, ...], value: str | None, record: str) -> Iterator[Finding]:
    if not value or _SIGN.search(value) is None:
        return
    plain = _WEB.sub(" ", value)
    found = _SIGN.search(plain)
    if found is not None:
        start = plain.rfind(" ", max(0, found.start() - _SHOWN), found.start()) + 1 or found.start()
        word = plain[start : found.end() + _SHOWN].split()[0]
        yield subject.finding(rules.SIGN_IN_A_WORD, *place, field=str(place[-1]), record=record, word=word)
