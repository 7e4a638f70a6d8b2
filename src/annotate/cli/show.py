"""`annotate show`: a text in the terminal, numbered, its annotations marked."""

from __future__ import annotations

from pathlib import Path

import click

from annotate.api.show import ShownBlock, show_text
from annotate.cli.output import print_json, say

_MEASURE = 76  # characters a line; wider lines are hard to read
_MARGIN = 8


@click.command(epilog="Example: annotate show review.xml --block b12")
@click.argument("text", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--annotations", type=click.Path(path_type=Path), help="The annotation file. Default: the text's own.")
@click.option("--block", "wanted", multiple=True, help="Show only this block or turn (b12, t3); may be given again.")
@click.option("--boilerplate", is_flag=True, help="Show what a web page adds around the text, too.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, with the offsets of each block in the reading text.")
def show(text: Path, annotations: Path | None, wanted: tuple[str, ...], *, boilerplate: bool, as_json: bool) -> None:
    """Show a text with its block numbers and annotations.

    Each block stands under its number, which other commands take; annotated passages are in brackets, with the ids of
    their claims and notes behind them.
    """
    shown = show_text(text, annotations, wanted=wanted, boilerplate=boilerplate)
    if as_json:
        print_json([block.to_json() for block in shown.blocks])
        return
    for block in shown.blocks:
        click.echo(_laid_out(block))
    for line in shown.unplaced:
        say(line)


def _laid_out(block: ShownBlock) -> str:
    head = click.style(f"{block.id:>6}", bold=True, dim=bool(block.boilerplate))
    about = "  ".join(filter(None, (block.time, block.kind, block.speaker)))
    lines = [f"{head}  {click.style(about, dim=True)}"]
    words = "".join(
        click.style(piece.text, underline=True) if piece.marked else click.style(piece.text, dim=piece.is_id)
        for piece in block.pieces
    )
    lines += [click.wrap_text(line, _MEASURE + _MARGIN, " " * _MARGIN, " " * _MARGIN) for line in words.split("\n")]
    return "\n".join(lines) + "\n"
