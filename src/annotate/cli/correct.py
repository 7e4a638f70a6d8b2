"""`annotate correct`: put right what the parser got wrong."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from annotate.api.correct import correct as correct_text
from annotate.cli.output import print_findings, say
from annotate.cli.parsing import labelled_names, parsing_options, said_by
from annotate.model.parsing import KINDS, Correction


@click.command(epilog="Example: annotate correct review.xml b12 --kind boilerplate")
@click.argument("text", type=click.Path(path_type=Path))
@click.argument("block", required=False)
@click.option("--kind", type=click.Choice(KINDS), help="What the block is.")
@click.option(
    "--subtype", help="Of boilerplate: advert, navigation, call-to-action, comments, citation, topics, media, other."
)
@click.option("--join-next", is_flag=True, help="The next block goes on with this one.")
@click.option("--split-at", help="The words at which a new block begins.")
@click.option(
    "--speaker",
    "names",
    multiple=True,
    help="With BLOCK, whose turn it is: “Alison Klayman”; else whose label it is: “BT=Bijan Tehrani”.",
)
@parsing_options
@click.option("-i", "--interactive", is_flag=True, help="Walk through the doubtful blocks, one key a choice.")
@click.option("--all", "every", is_flag=True, help="With -i: through every block.")
@click.pass_context
def correct(
    context: click.Context,
    /,
    text: Path,
    block: str | None,
    names: tuple[str, ...],
    *,
    interactive: bool,
    every: bool,
    **given: Any,
) -> None:
    """Put right what the parser got wrong.

    BLOCK is a number that “annotate show” prints. The correction is written to TEXT's parse file, applied at once and
    at every later parse, and the annotations follow.
    """
    of_block = {name: given.pop(name) for name in ("kind", "subtype", "join_next", "split_at")}
    speaker = names[0] if block is not None and len(names) == 1 and "=" not in names[0] else None
    options = said_by(**given, speakers={} if speaker else labelled_names(names))
    correction = Correction("", block or "", speaker=speaker, **of_block)
    says_block = replace(correction, block="") != Correction("")
    if every and not interactive:
        raise click.UsageError("--all says how far -i walks.")
    if interactive:
        if says_block or options is not None or block is not None:
            raise click.UsageError("-i asks what to correct: leave out the rest.")
        from annotate.cli.walk import walk_through  # noqa: PLC0415  # only for -i

        context.exit(walk_through(text, every=every))
    _refuse_misuse(block, says_block=says_block, says_text=options is not None, correction=correction)
    corrected = correct_text(text, [correction] if block is not None else [], options)
    print_findings(corrected.parsed.findings, to_stderr=False)
    say(f"written to {text}")
    for line in corrected.followed:
        say(line)


def _refuse_misuse(block: str | None, *, says_block: bool, says_text: bool, correction: Correction) -> None:
    if says_block and block is None:
        raise click.UsageError("Say which block: “annotate show” prints the numbers.")
    if block is not None and not says_block:
        raise click.UsageError("Say what is wrong with it: --kind, --speaker, --join-next or --split-at.")
    if not says_block and not says_text:
        raise click.UsageError("Say what to correct.")
    if correction.subtype and correction.kind != "boilerplate":
        raise click.UsageError("--subtype goes with --kind boilerplate.")
