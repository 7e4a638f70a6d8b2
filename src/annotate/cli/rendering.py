"""What `annotate render` tells of the texts it renders; nothing of it goes to stdout, which may carry an edition."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from annotate.cli.output import print_findings, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotate.api.render_many import Done

_CLEAR_LINE = "\r\x1b[K"


def print_done(done: Done, *, several: bool, quiet: bool) -> None:
    """Print what became of a text, in a line where it is one of several, and what was found."""
    if not quiet:
        if several and done.written:
            say(f"{done.text}: {_editions(done)}")
        elif not several:
            for one in done.written:
                pages = f" ({done.pages} pages)" if one.path.suffix == ".pdf" else ""
                say(f"{one.path} is unchanged{pages}" if one.unchanged else f"written to {one.path}{pages}")
    print_findings(done.findings, to_stderr=True)
    if done.errors and not done.code and not quiet:
        number = "an error" if done.errors == 1 else f"{done.errors} errors"
        say(f"the checks find {number} here; see “annotate validate {done.text}”")


def print_all(found: Iterable[Done], number: int, *, quiet: bool) -> int:
    """Print what became of several texts as they are done, and their sum; return the exit code due."""
    shows_progress = not quiet and is_terminal()
    codes, unchanged = [0], 0
    if shows_progress:
        click.echo(f"0 of {number} texts", nl=False, err=True)
    for count, done in enumerate(found, 1):
        if shows_progress:
            click.echo(_CLEAR_LINE, nl=False, err=True)
        print_done(done, several=True, quiet=quiet)
        codes.append(done.code)
        unchanged += bool(done.written) and all(one.unchanged for one in done.written)
        if shows_progress and count < number:
            click.echo(f"{count} of {number} texts", nl=False, err=True)
    if not quiet:
        rendered = codes[1:].count(0)
        same = f", {unchanged} of them unchanged" if unchanged else ""
        say(f"{rendered} of {number} texts rendered{same}")
    return max(codes)


def is_terminal() -> bool:
    """Whether a person sees what is printed as it is printed."""
    return sys.stderr.isatty()


def _editions(done: Done) -> str:
    """Return what became of the editions of a text, in words."""
    pages = f" ({done.pages} pages)" if done.pages else ""
    if all(one.unchanged for one in done.written):
        return f"unchanged{pages}"
    names = [str(one.path) for one in done.written if not one.unchanged]
    return f"written to {' and '.join(names)}{pages}"
