"""Looking up what evidence quotes in the copy of its source when it is added, changed or shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from annotate.api import source_copy_rules as rules
from annotate.diagnostics import one_line
from annotate.match.difference import brief_difference

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from annotate.attach.where import Where
    from annotate.model.anchor import Resolution
    from annotate.model.annotation import Annotations, Copy, Evidence, Source
    from annotate.model.copy_place import CopyCount, CopyPlace
    from annotate.model.source_copy import SourceCopy
    from annotate.model.text import ReadingText, Span


@dataclass(frozen=True, slots=True)
class QuotePlace:
    """What a person says of the place of a quotation in the copy of its source.

    Attributes:
        within: the block or turn of the copy it begins in.
        occurrence: which of several places, counted from 1.
        locate: that the copy's page or time is to be the locator.
    """

    within: str | None = None
    occurrence: int | None = None
    locate: bool = False

    @property
    def chosen(self) -> bool:
        """Whether anything is said."""
        return self.within is not None or self.occurrence is not None or self.locate


ANYWHERE = QuotePlace()


class Copies:
    """The copies of sources, each opened once however many quotations are looked up in it."""

    def __init__(self, where: Where) -> None:
        """Take the annotation file that cites the sources."""
        self._where = where
        self._opened: dict[tuple[str, Copy], SourceCopy | None] = {}

    def of(self, source: Source | None) -> SourceCopy | None:
        """Return the copy of a source, None where it has none."""
        if source is None or source.copy is None:
            return None
        key = source.id, source.copy
        if key not in self._opened:
            from annotate.api.source_copy import open_copy  # noqa: PLC0415  # only with a copy

            self._opened[key] = open_copy(source, self.folder(source))
        return self._opened[key]

    def folder(self, source: Source) -> Path:
        """Return the folder that the copy of a source is named in."""
        from annotate.api.source_copy import copy_folder  # noqa: PLC0415  # as above

        return copy_folder(source.id, self._where)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where what evidence quotes stands in the copy of its source.

    `resolution` is None where the copy is not in order or cannot be searched; `told` says it in words.
    """

    told: str
    resolution: Resolution | None = None


def placed(
    item: Evidence, held: Annotations, where: Where, copies: Copies, at: QuotePlace = ANYWHERE
) -> tuple[Evidence, list[str]]:
    """Return evidence with the place of what it quotes, and what a person should be told of it.

    Without a quotation or a copy it stays as it is; so it does where the copy does not say it, which is told with the
    nearest passage. Raises InputRefused: A101 to A104 for a place that is not clear, S147 where a place is chosen and
    there is no copy.
    """
    source = held.source(item.source)
    if source is None or not item.quote or not item.quote.strip():
        return item, ["it quotes nothing that could be looked up in a copy"] if at.chosen else []
    copy = copies.of(source)
    if copy is None or source.copy is None:
        if at.chosen:
            raise where.refuse(rules.NO_COPY, id=item.source, detail=" that a place could be chosen in")
        return item, []
    if copy.reading is None or copy.count is None:
        return item, [f"the quotation was not looked up: {_unsearched(item.source, copy)}"]
    from annotate.attach.quotes import evidence_resolution, quote_target  # noqa: PLC0415

    path = str(copies.folder(source) / source.copy.file)
    target = quote_target(item.quote, copy.reading, within=at.within, occurrence=at.occurrence, path=path)
    if target is None:
        resolution = evidence_resolution(replace(item, target=None), copy.reading)
        nearest = _nearest(item, resolution, copy.reading)
        return item, [f"the copy of {item.source} does not say what is quoted; {nearest}"]
    spans = tuple(_span(piece.start, piece.end) for piece in target.pieces)
    return _located(replace(item, target=target), copy.count, spans, locate=at.locate)


def locator_remarks(item: Evidence, held: Annotations) -> list[str]:
    """Return what is to be told of a locator that its source cannot have, or that cannot be checked."""
    source = held.source(item.source)
    if source is None or item.locator is None:
        return []
    from annotate.check.locators import locator_fault  # noqa: PLC0415  # only with a locator

    found = locator_fault(source, item.locator)
    if found is None:
        return []
    rule, fields = found
    told = {"id": item.id, "source": source.id, "value": item.locator.value, **fields}
    return [one_line(rule.sentence.format(**told))]


def standing(item: Evidence, held: Annotations, copies: Copies) -> Standing | None:
    """Return where what evidence quotes stands in the copy of its source; None where there is neither or no copy."""
    copy = copies.of(held.source(item.source))
    if copy is None:
        return None
    if copy.reading is None or copy.count is None:
        return Standing(_unsearched(item.source, copy))
    from annotate.attach.quotes import evidence_resolution  # noqa: PLC0415  # only with a copy

    resolution = evidence_resolution(item, copy.reading)
    if resolution is None:
        return None
    spans = resolution.spans or resolution.rivals
    blocks = _blocks(copy.reading, spans)
    told = f"{resolution.outcome}" + (f" in {blocks}" if blocks else "")
    if resolution.spans:
        told += _counted(copy.count.place(resolution.spans))
        quoted, found = _quoted(item), [copy.reading.slice(span) for span in resolution.spans]
        if not resolution.outcome.trusted and quoted != found:
            told += f": {brief_difference(quoted, found)}"
    return Standing(told, resolution)


def _located(item: Evidence, count: CopyCount, spans: Sequence[Span], *, locate: bool) -> tuple[Evidence, list[str]]:
    """Return evidence with the copy's own page or time, if that is wanted, and what is to be told of it."""
    from annotate.model.locator_value import contradicts  # noqa: PLC0415  # only with a copy

    place = count.place(spans)
    counted = _counted(place).strip(" ()")
    if item.locator is not None and not locate:
        disagrees = contradicts(place, item.locator)
        return item, [f"the copy has the quotation at {counted}, not where the locator says"] if disagrees else []
    if place.locator is None:
        return item, [f"the copy of {item.source} tells neither page nor time"] if locate else []
    if locate:
        return replace(item, locator=place.locator), [f"locator from the copy: {counted}"]
    return item, [f"the copy has it at {counted}; --locate makes that the locator"]


def _unsearched(source: str, copy: SourceCopy) -> str:
    if not copy.sound:
        return f"the copy of {source} is {copy.state}; annotate source check says more"
    return f"the copy of {source} cannot be searched: {copy.reason}"


def _nearest(item: Evidence, resolution: Resolution | None, reading: ReadingText) -> str:
    spans = (resolution.spans or resolution.rivals[:1]) if resolution is not None else ()
    if not spans:
        return "nothing in it is like it"
    found = [reading.slice(span) for span in spans]
    return f"the nearest passage, in {_blocks(reading, spans)}: {brief_difference([item.quote or ''], found)}"


def _quoted(item: Evidence) -> list[str]:
    return [piece.exact or "" for piece in item.target.pieces] if item.target else [item.quote or ""]


def _counted(place: CopyPlace) -> str:
    return f" ({place.locator.label} {place.locator.value})" if place.locator else ""


def _blocks(reading: ReadingText, spans: Sequence[Span]) -> str:
    found = (reading.block_at(span.start) for span in spans)
    return ", ".join(dict.fromkeys(block.id for block in found if block))


def _span(start: int | None, end: int | None) -> Span:
    from annotate.model.text import Span  # noqa: PLC0415  # as above

    return Span(start or 0, end or 0)
