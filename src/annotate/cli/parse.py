"""`annotate parse`: from source texts to TEI."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotate.api.parse_many import parse_all
from annotate.api.sources import jobs
from annotate.api.summary import short_summary_of, summary_of
from annotate.cli.output import print_findings, say
from annotate.cli.parsing import parsing_options, said_by, speaker_option

if TYPE_CHECKING:
    from annotate.api.parse_many import Done

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
@speaker_option
@click.option("--explain", is_flag=True, help="Print what was decided of each block, why, and how sure it is.")
@click.option("--json", "as_json", is_flag=True, help="With --explain: as JSON.")
@click.option("--dry-run", is_flag=True, help="Write nothing; say what would be found and what would move.")
@click.option("--force", is_flag=True, help="Replace a text that annotations point at or that was edited by hand.")
@click.option("-q", "--quiet", is_flag=True, help="Do not say what was found.")
@click.pass_context
def parse(
    context: click.Context,
    /,
    sources: tuple[Path, ...],
    output: Path | None,
    *,
    explain: bool,
    as_json: bool,
    dry_run: bool,
    force: bool,
    quiet: bool,
    **said: object,
) -> None:
    """Make TEI texts from reviews, interviews and essays.

    SOURCE is a text, a web page, a Word file or the like; the format is found out. A folder stands for all sources in
    it and below; “-” reads standard input. What the options say is kept in the text's parse file and holds for every
    later parse.
    """
    if as_json and not explain:
        raise click.UsageError("--json says how --explain prints.")
    wanted = jobs(sources, output)
    several = len(sources) > 1 or any(source.is_dir() for source in sources)
    if several and output is not None and (output == STDOUT or output.is_file()):
        raise click.UsageError("Several sources go to a folder: name one with -o.")
    if as_json and any(job.text is None for job in wanted):
        raise click.UsageError("Both the TEI and JSON would go to stdout: name a file with -o, or leave out --json.")
    printed = _Printed(explain=explain, as_json=as_json, quiet=quiet, several=several, dry_run=dry_run)
    codes = [0]
    for done in parse_all(wanted, said_by(**said), force=force, write=not dry_run):
        printed.print(done)
        codes.append(done.code)
    printed.end(codes[1:])
    context.exit(max(codes))


class _Printed:
    """Prints what became of each source; where several are parsed, one line each."""

    def __init__(self, *, explain: bool, as_json: bool, quiet: bool, several: bool, dry_run: bool) -> None:
        self._explain, self._as_json = explain, as_json
        self._quiet, self._several, self._dry_run = quiet, several, dry_run
        self._explanations: list[dict[str, Any]] = []

    def print(self, done: Done) -> None:
        to_stdout = done.job.text is None
        if done.parsed is None:
            print_findings(done.findings, to_stderr=True)
            return
        if to_stdout:
            click.echo(done.parsed.tei, nl=False)
        if self._explain:
            self._explained(done)
        print_findings(done.findings, to_stderr=to_stdout or self._as_json)
        if not self._quiet:
            self._summed_up(done)

    def end(self, codes: list[int]) -> None:
        """Print what is to be said of all sources together."""
        if self._as_json:
            from annotate.cli.output import print_json  # noqa: PLC0415

            print_json(self._explanations)
        if self._several and not self._quiet:
            parsed = sum(code == 0 for code in codes)
            say(f"{parsed} of {len(codes)} sources parsed" if codes else "no sources found")

    def _explained(self, done: Done) -> None:
        from annotate.cli.explanation import explanation, print_explanation  # noqa: PLC0415  # only for --explain

        decisions = done.parsed.decisions if done.parsed else ()
        if self._as_json:
            self._explanations.append(explanation(done.job.source, done.job.text, decisions))
            return
        to_stderr = done.job.text is None
        if self._several:
            click.echo(f"{done.job.source}:", err=to_stderr)
        print_explanation(decisions, to_stderr=to_stderr)

    def _summed_up(self, done: Done) -> None:
        if done.parsed is None:
            return
        place = f"would be written to {done.job.text}" if self._dry_run else f"written to {done.job.text}"
        if self._several:
            say(f"{done.job.source}: {short_summary_of(done.parsed.document, done.parsed.decisions)}, {place}")
            return
        for line in summary_of(done.parsed.document):
            say(line)
        if done.job.text is not None:
            say(place)
