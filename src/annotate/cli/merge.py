"""`annotate merge`: the annotations of two people, or two branches, in one file."""

from __future__ import annotations

from pathlib import Path

import click

from annotate.api.merge import STANDARD_OUTPUT, merge_files, merge_lines
from annotate.cli.output import print_findings, say
from annotate.diagnostics import Severity, worst
from annotate.errors import InputRefused

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command(epilog="Example: annotate merge old.annotations.json review.annotations.json theirs.annotations.json")
@click.argument("base", type=_FILE)
@click.argument("mine", type=_FILE)
@click.argument("theirs", type=_FILE)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, allow_dash=True),
    help="Where the merged file goes. Default: MINE; “-” prints it.",
)
@click.option("--path", "named", type=_FILE, help="What the file is called, where git hands over copies of it.")
@click.option("--dry-run", is_flag=True, help="Write nothing; print what would change in MINE, as a diff.")
def merge(*, base: Path, mine: Path, theirs: Path, output: Path | None, named: Path | None, dry_run: bool) -> int:
    """Merge the annotations of two people or branches.

    MINE and THEIRS set out from BASE, and are merged field by field and by id.

    Where both have changed one field in different ways, the file says what MINE says and keeps both values under
    “conflicts”; the exit code is then 1. “annotate conflict” lists and settles them.
    """
    to_stdout = dry_run or output == STANDARD_OUTPUT
    try:
        merged = merge_files(base, mine, theirs, output=output, named=named, dry_run=dry_run)
    except InputRefused as refused:
        if named is None or to_stdout or output is not None:
            raise
        print_findings([*refused.findings, merge_lines(base, mine, theirs, named)], to_stderr=True)
        return 1
    if dry_run:
        click.echo(merged.diff, nl=False)
    elif to_stdout:
        click.echo(merged.data, nl=False)
    if named is None and not to_stdout:
        for line in merged.changes:
            say(line)
    print_findings(merged.findings, to_stderr=to_stdout)
    return 1 if worst(merged.findings) is Severity.ERROR else 0
