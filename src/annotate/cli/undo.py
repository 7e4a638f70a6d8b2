"""`annotate undo`: take back the last changes of the annotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from annotate.api.undo import changes_kept
from annotate.api.undo import undo as take_back
from annotate.cli.options import json_option, library_option, print_changed, text_argument, writing_options
from annotate.cli.output import print_json, print_table
from annotate.match.excerpt import shortened

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Unpack

    from annotate.api.editing import How


@click.command(epilog="Example: annotate undo review.xml")
@text_argument
@click.option(
    "--steps", type=click.IntRange(min=1), default=1, show_default=True, help="How many changes to take back."
)
@click.option("--list", "listed", is_flag=True, help="Only list the changes that are kept, the last first.")
@json_option
@library_option
@writing_options
def undo(*, text: Path, steps: int, listed: bool, as_json: bool, **how: Unpack[How]) -> None:
    """Take back the last change of the annotations, and print what that changes.

    An undo is itself a change, and to take it back is to do again what it undid. The last 20 changes are kept beside
    the file, and can be taken back while nothing else has changed it.
    """
    if not listed:
        if as_json:
            raise click.UsageError("--json goes with --list.")
        print_changed(take_back(text, steps=steps, **how))
        return
    kept = changes_kept(text, **how)
    if as_json:
        print_json([{"when": one.when, "who": one.who, "changes": list(one.told)} for one in kept])
        return
    print_table(("when", "who", "what"), [(one.when, one.who or "", shortened("; ".join(one.told))) for one in kept])
