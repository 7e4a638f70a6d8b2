"""Printing one record for reading: a field a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from annotate.match.excerpt import shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from annotate.api.listing import LinkListed
    from annotate.model.annotation import Claim, Evidence

_WIDTH = 10


def print_fields(fields: Iterable[tuple[str, object]]) -> None:
    """Print names and values in two columns; empty values are left out, further lines of a value are indented."""
    for name, value in fields:
        if value in (None, "", ()):
            continue
        lines = printable(str(value)).splitlines() or [""]
        click.echo(f"{name:<{_WIDTH}}  {lines[0]}")
        for line in lines[1:]:
            click.echo(f"{'':<{_WIDTH}}  {line}")


def signed(record: Any) -> list[tuple[str, object]]:
    """Return who made and changed a record, and when."""
    made = " ".join(filter(None, (record.created, record.creator and f"by {record.creator}")))
    changed = " ".join(filter(None, (record.modified, record.modified_by and f"by {record.modified_by}")))
    return [("created", made), ("modified", changed)]


def evidence_lines(claim: Claim, copies: Mapping[str, str]) -> str:
    """Return the evidence of a claim, up to four lines each; `copies` says where copies have it, by its id."""
    return "\n".join(_evidence_line(item, copies.get(item.id)) for item in claim.evidence)


def link_lines(links: Iterable[LinkListed], record_id: str) -> str:
    """Return the links of a record, a line each, with the words at their other ends."""
    return "\n".join(_link_line(one, record_id) for one in links)


def printable(text: str) -> str:
    """Return `text` without characters that would steer the terminal; line feeds stay."""
    return "".join(c if c.isprintable() or c == "\n" else " " for c in text)


def _evidence_line(item: Evidence, in_copy: str | None) -> str:
    where = f", {item.locator.label} {item.locator.value}" if item.locator else ""
    strength = f" ({item.strength})" if item.strength else ""
    quote = f"\n  “{' '.join(item.quote.split())}”" if item.quote else ""
    copy = f"\n  in copy: {in_copy}" if in_copy else ""
    note = f"\n  {' '.join(item.note.split())}" if item.note else ""
    return f"{item.id} {item.relation} it: {item.source}{where}{strength}{quote}{copy}{note}"


def _link_line(listed: LinkListed, record_id: str) -> str:
    link = listed.link
    away = link.start == record_id
    other, words = (link.end, listed.end_words) if away else (link.start, listed.start_words)
    told = f"{link.relation} {other}" if away else f"{other} {link.relation} it"
    return f"{link.id}: {told}" + (f" “{shortened(words)}”" if words else "")
