"""`annotate completion`: shell completion."""

from __future__ import annotations

import click

_LINES = {
    "bash": 'eval "$(_ANNOTATE_COMPLETE=bash_source annotate)"',
    "zsh": 'eval "$(_ANNOTATE_COMPLETE=zsh_source annotate)"',
    "fish": "_ANNOTATE_COMPLETE=fish_source annotate | source",
}


@click.command(epilog="Example: annotate completion bash >> ~/.bashrc")
@click.argument("shell", type=click.Choice(sorted(_LINES)))
def completion(shell: str) -> None:
    """Print the line that turns on shell completion."""
    click.echo(_LINES[shell])
