"""What commands print: tables, JSON, findings; results to stdout, the rest to stderr."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotate.diagnostics import Finding


def print_table(columns: Sequence[str], rows: Sequence[Sequence[str]], *, to_stderr: bool = False) -> None:
    """Print rows under column heads, columns as wide as their widest cell; wide characters count two."""
    table = [tuple(columns), *(tuple(_printable(cell) for cell in row) for row in rows)]
    widths = [max(_width(row[index]) for row in table) for index in range(len(columns))]
    for number, row in enumerate(table):
        line = "  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True))
        click.echo(click.style(line.rstrip(), bold=number == 0), err=to_stderr)


def print_json(value: Any) -> None:
    """Print a value as JSON, one field a line, characters as they are."""
    import json  # noqa: PLC0415  # most commands print none

    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def print_findings(findings: Iterable[Finding], *, to_stderr: bool) -> None:
    """Print findings one after the other, to stderr where stdout carries a product."""
    for finding in findings:
        click.echo(str(finding), err=to_stderr)


def say(message: str) -> None:
    """Tell the person something that is no result (stderr)."""
    click.echo(message, err=True)


def _printable(cell: str) -> str:
    return "".join(c if c.isprintable() else " " for c in cell)


def _width(text: str) -> int:
    """Return how many terminal cells a text takes (Unicode Standard Annex 11: wide and fullwidth take two)."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
