"""`annotate init`: set up a folder of texts."""

from __future__ import annotations

from pathlib import Path

import click

from annotate.api.project import set_up_git
from annotate.cli.output import say


@click.command(epilog="Example: annotate init --git")
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False), default=Path())
@click.option("--git", "with_git", is_flag=True, help="Let git merge annotation files by id and field.")
@click.option("--dry-run", is_flag=True, help="Write nothing; print what would be done.")
def init(*, folder: Path, with_git: bool, dry_run: bool) -> None:
    """Set up a folder of texts.

    The repository that FOLDER (default: this one) is in learns how to merge annotations; what was done is printed.
    Everybody who clones it runs this once, since git takes no commands from a repository.
    """
    if not with_git:
        raise click.UsageError("Say what to set up: --git.")
    done = set_up_git(folder, dry_run=dry_run)
    for line in done:
        click.echo(line)
    if not done:
        say("everything is set up already")
