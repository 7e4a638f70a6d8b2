"""`annotate parse`: from a source text to TEI."""

from __future__ import annotations

from pathlib import Path

import click

from annotate.api.parse import parse_to
from annotate.api.summary import summary_of
from annotate.cli.output import print_findings, say
from annotate.cli.parsing import parsing_options, said_by

STDOUT = Path("-")


@click.command(epilog="Example: annotate parse review.txt -o review.xml")
@click.argument(
    "sources", metavar="SOURCE...", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True)
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, allow_dash=True),
    help="Where the TEI goes; “-” is stdout; of several sources, a folder. Default: SOURCE with the ending .xml.",
)
@parsing_options
@click.option("--force", is_flag=True, help="Replace a text that annotations point at or that was edited by hand.")
@click.option("-q", "--quiet", is_flag=True, help="Do not say what was found.")
def parse(sources: tuple[Path, ...], output: Path | None, *, force: bool, quiet: bool, **said: object) -> None:
    """Make a TEI text from a review, an interview or an essay.

    SOURCE is a text, a web page, a Word file or the like; the format is found out. “-” reads standard input. What the
    options say is kept in the text's parse file and holds for every later parse.
    """
    if len(sources) > 1 and output is not None and not output.is_dir():
        raise click.UsageError("Several sources go to a folder: name one that exists with -o.")
    options = said_by(**said)
    for source in sources:
        destination = output or (STDOUT if source == STDOUT else source.with_suffix(".xml"))
        if destination != STDOUT and destination.is_dir():
            destination = destination / f"{source.stem}.xml"
        to_stdout = destination == STDOUT
        parsed = parse_to(source, None if to_stdout else destination, options, force=force)
        if to_stdout:
            click.echo(parsed.tei, nl=False)
        print_findings(parsed.findings, to_stderr=to_stdout)
        if not quiet:
            for line in summary_of(parsed.document):
                say(line)
            if not to_stdout:
                say(f"written to {destination}")
