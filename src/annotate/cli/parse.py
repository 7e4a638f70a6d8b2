"""`annotate parse`: from a source text to TEI."""

from __future__ import annotations

from pathlib import Path

import click

from annotate.api.parse import parse as parse_text
from annotate.api.parse import write_parsed
from annotate.api.summary import summary_of
from annotate.cli.output import print_findings, say

STDOUT = Path("-")


@click.command(epilog="Example: annotate parse review.txt -o review.xml")
@click.argument("source", type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, allow_dash=True),
    help="Where the TEI goes; “-” is stdout. Default: SOURCE with the ending .xml.",
)
@click.option("--force", is_flag=True, help="Replace a text that annotations point at or that was edited by hand.")
@click.option("-q", "--quiet", is_flag=True, help="Do not say what was found.")
def parse(source: Path, output: Path | None, *, force: bool, quiet: bool) -> None:
    """Make a TEI text from a review, an interview or an essay.

    SOURCE is a plain text; “-” reads standard input.
    """
    parsed = parse_text(source)
    destination = output or (STDOUT if source == STDOUT else source.with_suffix(".xml"))
    if destination == STDOUT:
        click.echo(parsed.tei, nl=False)
    else:
        write_parsed(parsed, source, destination, force=force)
    print_findings(parsed.findings, to_stderr=destination == STDOUT)
    if not quiet:
        for line in summary_of(parsed.document):
            say(line)
        if destination != STDOUT:
            say(f"written to {destination}")
