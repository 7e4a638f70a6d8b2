"""Whether a source has the place that a locator names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.check import evidence_rules, locator_rules
from annotate.model.locator_value import fault, number_ranges
from annotate.model.time_code import seconds_of
from annotate.model.timeline import time_code

if TYPE_CHECKING:
    from annotate.diagnostics import Rule
    from annotate.model.annotation import Locator, Source

# Types of CSL items that have time codes even where the item does not say how long they run.
WITH_TIME = frozenset({"motion_picture"})
# Fields that say which part of a larger work the source itself is, by the label of the locators that name such parts.
_OWN_NUMBERS = {"volume": "volume", "issue": "issue", "chapter": "chapter-number"}
_COUNTS = {"volume": "number-of-volumes"}


def locator_fault(source: Source, locator: Locator) -> tuple[Rule, dict[str, object]] | None:
    """Return the rule that a locator breaks in its source, with what its sentence names besides the evidence.

    None where it can be there, as far as is known.
    """
    reason = fault(locator)
    if reason is not None:
        rule = evidence_rules.ILL_FORMED_TIME if locator.label == "timestamp" else locator_rules.ILL_FORMED
        return rule, {"label": locator.label, "reason": reason}
    if locator.label == "timestamp":
        return _time_fault(source, locator.value)
    if locator.label == "page":
        return _page_fault(source, locator.value)
    return _part_fault(source, locator) if locator.label in _OWN_NUMBERS else None


def _time_fault(source: Source, value: str) -> tuple[Rule, dict[str, object]] | None:
    _, last = seconds_of(value)
    if source.runtime is None:
        return (evidence_rules.TIME_UNCHECKED, {}) if source.type in WITH_TIME else None
    if last > source.runtime:
        return evidence_rules.TIME_AFTER_END, {"runtime": time_code(source.runtime)}
    return None


def _page_fault(source: Source, value: str) -> tuple[Rule, dict[str, object]] | None:
    """Compare page numbers where both are plain numbers: a roman page or a letter before it says nothing."""
    own = number_ranges(str(source.item.get("page", "")))
    count = number_ranges(str(source.item.get("number-of-pages", "")))
    known = own or [(1, last) for _, last in count[:1]]
    if not known or all(_within(page, known) for page in number_ranges(value)):
        return None
    return evidence_rules.PAGE_OUTSIDE, {"pages": source.item["page"] if own else f"1-{known[0][1]}"}


def _part_fault(source: Source, locator: Locator) -> tuple[Rule, dict[str, object]] | None:
    """Compare a volume, an issue or a chapter with the one that the source is, or with how many it has."""
    field = _OWN_NUMBERS[locator.label]
    shown = str(source.item.get(field, ""))
    known = number_ranges(shown)
    if not known and (field := _COUNTS.get(locator.label, "")) in source.item:
        known = [(1, last) for _, last in number_ranges(str(source.item[field]))[:1]]
        shown = f"1 to {source.item[field]}"
    if not known or all(_within(part, known) for part in number_ranges(locator.value)):
        return None
    return locator_rules.ELSEWHERE, {"label": locator.label, "known": shown, "field": field}


def _within(part: tuple[int, int], known: list[tuple[int, int]]) -> bool:
    return any(first <= part[0] and part[1] <= last for first, last in known)
