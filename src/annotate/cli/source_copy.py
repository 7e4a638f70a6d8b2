"""`annotate source attach`, `check` and `detach`: the copies of sources that quotations are held against."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotate.cli.options import (
    json_option,
    library_option,
    print_changed,
    reading_options,
    text_argument,
    writing_options,
)
from annotate.cli.output import print_findings, print_json, print_table, say
from annotate.diagnostics import Severity, worst

if TYPE_CHECKING:
    from typing import Unpack

    from annotate.api.editing import How
    from annotate.api.source_check import CheckedCopy


@click.command(epilog="Example: annotate source attach review.xml hall-1927 ~/Downloads/screen-1927.pdf")
@text_argument
@click.argument("source_id", metavar="ID")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--replace", "replacing", is_flag=True, help="Put FILE in the place of the copy there is.")
@library_option
@writing_options
def attach(*, text: Path, source_id: str, file: Path, replacing: bool, **how: Unpack[How]) -> None:
    """Keep a copy of FILE, which the source is in, below sources/ID, and look up in it what evidence quotes.

    FILE may be of any format that annotate parse reads, or TEI; other files are kept, and cannot be searched.
    """
    from annotate.api.source_attach import attach_copy  # noqa: PLC0415  # loads what parses and searches

    print_changed(attach_copy(text, source_id, file, replacing=replacing, **how))


@click.command(epilog="Example: annotate source check review.xml --json")
@text_argument
@click.argument("source_id", metavar="ID", required=False)
@json_option
@library_option
@reading_options
def check(*, text: Path, source_id: str | None, annotations: Path | None, library: bool, as_json: bool) -> int:
    """Tell which copies are in order, and which are missing, have changed or have other words than when kept."""
    from annotate.api.source_check import check_copies  # noqa: PLC0415  # loads what parses

    found = check_copies(text, source_id, annotations=annotations, library=library)
    if as_json:
        print_json([_row(one) for one in found.copies])
    else:
        if found.copies:
            print_table(("id", "copy", "searchable", "file"), [_cells(one) for one in found.copies])
        else:
            say("no source has a copy; annotate source attach keeps one")
        print_findings(found.findings, to_stderr=False)
    return 1 if (worst(found.findings) or Severity.NOTE) >= Severity.ERROR else 0


@click.command(epilog="Example: annotate source detach review.xml hall-1927")
@text_argument
@click.argument("source_id", metavar="ID")
@library_option
@writing_options
def detach(*, text: Path, source_id: str, **how: Unpack[How]) -> None:
    """Let go of the copy of a source and of the places of quotations in it; the files stay where they are."""
    from annotate.api.source_attach import detach_copy  # noqa: PLC0415  # as attach

    print_changed(detach_copy(text, source_id, **how))


def _cells(one: CheckedCopy) -> tuple[str, ...]:
    copy = one.source.copy
    return one.source.id, str(one.copy.state), "yes" if one.copy.reading else "no", copy.file if copy else ""


def _row(one: CheckedCopy) -> dict[str, Any]:
    copy = one.source.copy
    return {
        "id": one.source.id,
        "file": copy.file if copy else None,
        "state": str(one.copy.state),
        "searchable": one.copy.reading is not None,
        "reason": one.copy.reason,
        "sha256": copy.sha256 if copy else None,
        "found_sha256": one.copy.sha256 or None,
    }
