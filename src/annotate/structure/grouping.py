"""Runs of blocks that belong together: lists, block quotations, tables, figures."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.model.document import Block, Group
from annotate.structure.draft import Draft, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotate.structure.blocks import BlockBuilder

_GROUPED = frozenset({Kind.ITEM, Kind.QUOTATION, Kind.CELL})
# A quotation's last line names its source: "— Maxim Gorky".
_ATTRIBUTION = lazy_pattern(r"[—–―]\s*\S.{0,120}$")


def units(drafts: Sequence[Draft]) -> Iterator[list[Draft]]:
    """Yield runs of blocks that make one list, quotation, table or figure; any other block alone."""
    run: list[Draft] = []
    for draft in drafts:
        if run and not _belongs(run[-1], draft):
            yield run
            run = []
        run.append(draft)
    if run:
        yield run


def part_of(unit: Sequence[Draft], builder: BlockBuilder) -> Group | Block:
    """Return the block or group a unit is."""
    kind = unit[0].kind
    if kind is Kind.ITEM:
        return _list(unit, builder)
    if kind is Kind.QUOTATION:
        return _quotation(unit, builder)
    if kind is Kind.CELL:
        rows = groupby(unit, key=lambda draft: draft.row)
        return Group("table", tuple(Group("row", tuple(builder.block(cell) for cell in cells)) for _, cells in rows))
    if kind in {Kind.PICTURE, Kind.CAPTION}:
        return Group("figure", tuple(part for draft in unit for part in builder.figure_parts(draft)))
    return builder.block(unit[0])


def _belongs(before: Draft, draft: Draft) -> bool:
    if before.kind in {Kind.PICTURE, Kind.CAPTION}:
        return (
            draft.kind is Kind.CAPTION
            and before.kind is Kind.PICTURE
            and bool(draft.group)
            and draft.group == before.group
        )
    return draft.kind is before.kind and draft.kind in _GROUPED and draft.group == before.group


def _list(items: Sequence[Draft], builder: BlockBuilder) -> Group:
    """Return a list; items deeper than the one before them make a list inside it."""
    children: list[Group | Block] = []
    index = 0
    while index < len(items):
        item = items[index]
        deeper = index + 1
        while deeper < len(items) and items[deeper].level > item.level:
            deeper += 1
        block = builder.block(item)
        if deeper > index + 1:
            inner = _list(items[index + 1 : deeper], builder)
            paragraph = Block(block.id, "p", block.content, line=block.line)
            children.append(Group("item", (paragraph, inner)))
        else:
            children.append(block)
        index = deeper
    rend = items[0].attributes.get("rend")
    return Group("list", tuple(children), attributes={"rend": rend} if rend else {})


def _quotation(unit: Sequence[Draft], builder: BlockBuilder) -> Group:
    blocks = [builder.block(draft) for draft in unit]
    if len(unit) > 1 and _ATTRIBUTION.match(unit[-1].text):
        source = blocks[-1]
        named = Block(source.id, "bibl", source.content, line=source.line)
        return Group("cit", (Group("quote", tuple(blocks[:-1])), named))
    return Group("quote", tuple(blocks))
