"""What holds for the records of all sections: ids given once, times in order, the text they are of."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from annotate.check import record_rules as rules
from annotate.model.annotation import SECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotate.check.subject import Subject
    from annotate.diagnostics import Finding
    from annotate.model.annotation import Annotations

RULES = rules.RULES
_NAMES = {
    "entities": "entity",
    "sources": "source",
    "claims": "claim",
    "notes": "note",
    "mentions": "mention",
    "passages": "passage",
    "links": "link",
}
_A_TIME_ZONE = timedelta(days=1)
_TARGETED = ("claims", "notes", "mentions", "passages")
SIGNED = (*_TARGETED, "links")


def targeted(annotations: Annotations) -> Iterator[tuple[str, int, Any]]:
    """Yield section, index and record of everything that has a target in the text, in the file's order."""
    for section in _TARGETED:
        for index, record in enumerate(getattr(annotations, section)):
            yield section, index, record


def described(section: str, record: Any) -> str:
    """Return what a person calls a record: `claim c-7k2m9x`."""
    return f"{_NAMES[section]} {record.id}"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with ids, times and the text named (F330 to F335)."""
    yield from _duplicate_ids(subject)
    named = subject.annotations.text.file
    if subject.text_name is not None and named != subject.text_name:
        yield subject.finding(rules.OTHER_TEXT, "text", "file", named=named, actual=subject.text_name)
    today = subject.today.isoformat()
    for section in SIGNED:
        for index, record in enumerate(getattr(subject.annotations, section)):
            # A single time of today or before is in order; to tell that, it need not be understood.
            if record.modified is not None or (record.created or "")[: len(today)] > today:
                yield from _times(subject, section, index, record)


def _duplicate_ids(subject: Subject) -> Iterator[Finding]:
    first: dict[str, tuple[str | int, ...]] = {}
    for pointer, record_id in _ids(subject.annotations):
        earlier = first.setdefault(record_id, pointer)
        if earlier != pointer:
            line, _ = subject.json.place(earlier)
            yield subject.finding(rules.DUPLICATE_ID, *pointer, id=record_id, first=line)


def _ids(annotations: Annotations) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for section in SECTIONS:
        for index, record in enumerate(getattr(annotations, section)):
            yield (section, index, "id"), record.id
            for number, evidence in enumerate(record.evidence if section == "claims" else ()):
                yield (section, index, "evidence", number, "id"), evidence.id


def _times(subject: Subject, section: str, index: int, record: Any) -> Iterator[Finding]:
    given = {name: getattr(record, name) for name in ("created", "modified")}
    times = {name: time for name, value in given.items() if value and (time := _time(value)) is not None}
    if len(times) == 2 and times["modified"] < times["created"]:
        yield subject.finding(
            rules.MODIFIED_BEFORE_CREATED, section, index, "modified", record=described(section, record)
        )
    for name, time in times.items():
        if time.date() > subject.today + _A_TIME_ZONE:
            record_name = described(section, record)
            yield subject.finding(
                rules.MADE_IN_FUTURE, section, index, name, record=record_name, time=given[name], field=name
            )


def _time(value: str) -> datetime | None:
    """Return a time of RFC 3339, which the schema has accepted; None for one that Python cannot hold."""
    try:
        # A leap second, which Python does not know, counts as the second before it.
        return datetime.fromisoformat(value.upper().replace(":60", ":59"))
    except ValueError:
        return None
