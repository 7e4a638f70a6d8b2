"""`annotate correct`: put right what the parser got wrong."""

from __future__ import annotations

from pathlib import Path

import click

from annotate.api.correct import correct as correct_text
from annotate.cli.output import print_findings, say
from annotate.cli.parsing import parsing_options, said_by
from annotate.model.parsing import KINDS, Correction


@click.command(epilog="Example: annotate correct review.xml b12 --kind boilerplate")
@click.argument("text", type=click.Path(path_type=Path))
@click.argument("block", required=False)
@click.option("--kind", type=click.Choice(KINDS), help="What the block is.")
@click.option(
    "--subtype", help="Of boilerplate: advert, navigation, call-to-action, comments, citation, topics, media."
)
@click.option("--turn-of", "speaker", help="Whose turn the block is: a full name.")
@click.option("--join-next", is_flag=True, help="The next block goes on with this one.")
@click.option("--split-at", help="The words at which a new block begins.")
@parsing_options
def correct(
    text: Path,
    block: str | None,
    kind: str | None,
    subtype: str | None,
    speaker: str | None,
    *,
    join_next: bool,
    split_at: str | None,
    **said: object,
) -> None:
    """Put right what the parser got wrong.

    BLOCK is a number that “annotate show” prints. The correction is written to TEXT's parse file, applied at once and
    at every later parse, and the annotations follow.
    """
    options = said_by(**said)
    of_block = any((kind, speaker, join_next, split_at))
    if of_block and block is None:
        raise click.UsageError("Say which block: “annotate show” prints the numbers.")
    if block is not None and not of_block:
        raise click.UsageError("Say what is wrong with it: --kind, --turn-of, --join-next or --split-at.")
    if not of_block and options is None:
        raise click.UsageError("Say what to correct.")
    corrections = [Correction("", block, kind, subtype, speaker, join_next, split_at)] if block is not None else []
    corrected = correct_text(text, corrections, options)
    print_findings(corrected.parsed.findings, to_stderr=False)
    say(f"written to {text}" + (f", with {corrected.carried} annotations" if corrected.carried else ""))
