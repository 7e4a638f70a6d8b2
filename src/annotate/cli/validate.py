"""`annotate validate`: what is wrong with texts and annotation files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotate import __version__, report
from annotate.api.validate import validate as validate_files
from annotate.check.suppress import Selection
from annotate.cli.output import say
from annotate.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotate.api.validate import Validation
    from annotate.diagnostics import Finding

_SEVERITIES = [severity.label for severity in sorted(Severity, reverse=True)]
_STDIN = Path("-")


def _codes(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Return codes, or beginnings of codes, that were given apart or with commas between them."""
    codes = tuple(code.strip().upper() for value in values for code in value.split(",") if code.strip())
    if codes:
        from annotate.api.settings import known_codes  # noqa: PLC0415  # it loads every module with rules

        for code in codes:
            if not any(known.startswith(code) for known in known_codes()):
                raise click.BadParameter(f"no finding has the code {code}, nor one that begins with it")
    return codes


@click.command(epilog='Example: annotate validate "reviews/**/*.annotations.json" --ignore S150 --severity warning')
@click.argument("paths", metavar="PATH...", type=click.Path(path_type=Path, allow_dash=True), nargs=-1, required=True)
@click.option("--select", multiple=True, callback=_codes, help="Report these only: C, C1, C103; with commas between.")
@click.option("--ignore", multiple=True, callback=_codes, help="Do not report these; the longer of two decides.")
@click.option(
    "--severity",
    type=click.Choice(_SEVERITIES),
    help="From which severity on the exit code is 1. Default: as annotate.toml says, else error.",
)
@click.option(
    "--format",
    "as_format",
    type=click.Choice(["text", "json", "sarif", "github"]),
    default="text",
    show_default=True,
    help="Findings for a person, for a program, for a code host, or for a workflow of GitHub.",
)
@click.option(
    "--fix", is_flag=True, help="First put right what is safe: order, white space, positions that only moved."
)
@click.option("--watch", is_flag=True, help="Check again whenever a file changes, until Ctrl-C.")
@click.option("--jobs", type=click.IntRange(min=1), help="How many processes share the work. Default: found out.")
@click.option("--name", type=click.Path(path_type=Path), help="The file that standard input (-) stands for.")
@click.pass_context
def validate(
    context: click.Context,
    paths: tuple[Path, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    severity: str | None,
    as_format: str,
    name: Path | None,
    jobs: int | None,
    *,
    fix: bool,
    watch: bool,
) -> None:
    """Check texts and annotation files.

    PATH is a text, an annotation file, a folder of them, a pattern in quotation marks, or “-” for standard input. A
    text is checked with the annotation files beside it. Each finding shows where it is, its code, and what to do;
    annotate explain CODE says more. The nearest annotate.toml in the folder of a file, or above it, says what is
    reported.
    """
    if name and _STDIN not in paths:
        raise click.UsageError("--name says what standard input stands for: give “-” as PATH.")
    if _STDIN in paths and (fix or watch):
        raise click.UsageError("Standard input can neither be watched nor put right.")

    def check() -> Validation:
        if fix:
            _fix(paths)
        limit = Severity[severity.upper()] if severity else None
        checked = validate_files(paths, Selection(select, ignore), fail_from=limit, name=name, jobs=jobs or 0)
        _print(checked, as_format)
        return checked

    if watch:
        _watch(check, paths)
    context.exit(1 if check().failed else 0)


def _watch(check: Callable[[], Validation], paths: tuple[Path, ...]) -> None:
    from annotate.api.watching import rounds  # noqa: PLC0415  # only who watches needs it

    say("checking again whenever a file changes; Ctrl-C ends it")
    for number in rounds(paths):
        if number > 1:
            say(f"--- change {number - 1}")
        check()
        sys.stdout.flush()


def _fix(paths: tuple[Path, ...]) -> None:
    from annotate.api.fix import fix  # noqa: PLC0415

    for fixed in fix(paths):
        say(f"{fixed.path}: {'; '.join(fixed.told)}")


def _print(checked: Validation, as_format: str) -> None:
    findings = checked.findings
    if as_format == "sarif":
        sys.stdout.write(_sarif(findings))
    elif as_format == "github":
        sys.stdout.write(report.as_github(findings))
    else:
        sys.stdout.write(report.as_json(findings) if as_format == "json" else report.as_text(findings))
    if not findings:
        say(f"clean: {len(checked.files)} {'file' if len(checked.files) == 1 else 'files'} checked")


def _sarif(findings: tuple[Finding, ...]) -> str:
    from annotate.api.catalogue import catalogue  # noqa: PLC0415  # it loads every module with rules
    from annotate.sarif import as_sarif  # noqa: PLC0415

    return as_sarif(findings, {rule.code: rule for rule in catalogue()}, __version__)
