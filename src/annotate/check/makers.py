"""Whether annotations say who made them and when, each person in one way; and by which schema the file is made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotate.check import maker_rules as rules
from annotate.check.records import SIGNED, described
from annotate.model.annotation import SCHEMA_URL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotate.check.subject import Subject
    from annotate.diagnostics import Finding

RULES = rules.RULES
_OLDEST = "1993"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with makers and times of annotations, and with the file's schema (N175 to N180, N191)."""
    yield from _schema(subject)
    written: dict[str, str] = {}
    unsigned: list[tuple[str, int, str]] = []
    for section in SIGNED:
        for index, record in enumerate(getattr(subject.annotations, section)):
            if not (record.creator or "").strip() and not _is_told_elsewhere(section, record):
                unsigned.append((section, index, described(section, record)))
            if record.created is not None or record.modified is not None or record.modified_by is not None:
                yield from _times(subject, section, index, record)
            for field in ("creator", "modified_by"):
                name = getattr(record, field)
                if not name:
                    continue
                other = written.get(name) or written.setdefault(_alike(name), name)
                written.setdefault(name, other)
                if other != name:
                    yield subject.finding(
                        rules.NAMED_TWO_WAYS,
                        section,
                        index,
                        field,
                        record=described(section, record),
                        name=name,
                        other=other,
                    )
    if unsigned:
        # One finding for all: a file written by hand may name nobody at all.
        section, index, record_name = unsigned[0]
        others = f", nor do {len(unsigned) - 1} others" if len(unsigned) > 1 else ""
        yield subject.finding(rules.BY_NOBODY, section, index, record=record_name, others=others)


def _is_told_elsewhere(section: str, record: Any) -> bool:
    """Whether somebody signs for the changed record, or it is a claim whose verdict nobody signs (C191)."""
    return bool(record.modified_by) or (section == "claims" and record.status != "unreviewed")


def _alike(name: str) -> str:
    """Return what two ways of writing one name have in common."""
    return " ".join(name.casefold().replace(".", " ").split())


def _times(subject: Subject, section: str, index: int, record: Any) -> Iterator[Finding]:
    for field in ("created", "modified"):
        time = getattr(record, field)
        if time is None:
            continue
        if not time.endswith("Z") or time[10] != "T":
            yield subject.finding(
                rules.NOT_IN_UTC, section, index, field, record=described(section, record), field=field, time=time
            )
        if time < _OLDEST:
            yield subject.finding(
                rules.LONG_AGO, section, index, field, record=described(section, record), field=field, time=time
            )
    if (record.modified is None) != (record.modified_by is None):
        given, missing = ("modified_by", "modified") if record.modified is None else ("modified", "modified_by")
        yield subject.finding(
            rules.CHANGED_BY_NOBODY,
            section,
            index,
            given,
            record=described(section, record),
            given=given,
            missing=missing,
        )


def _schema(subject: Subject) -> Iterator[Finding]:
    found = subject.json.value.get("$schema")
    if found is None:
        yield subject.finding(rules.NO_SCHEMA, wanted=SCHEMA_URL)
    # A copy of the schema is named by its path.
    elif found != SCHEMA_URL and (not found.endswith(".schema.json") or ":" in found or "//" in found):
        yield subject.finding(rules.OTHER_SCHEMA, "$schema", found=found, wanted=SCHEMA_URL)
