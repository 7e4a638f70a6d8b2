"""`annotate validate`: what is wrong with texts and annotation files."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from annotate import report
from annotate.api.validate import validate as validate_files
from annotate.cli.output import say
from annotate.diagnostics import Severity, worst

_SEVERITIES = [severity.label for severity in sorted(Severity, reverse=True)]


@click.command(epilog="Example: annotate validate review.xml review.annotations.json")
@click.argument("paths", metavar="PATH...", type=click.Path(path_type=Path, allow_dash=True), nargs=-1, required=True)
@click.option(
    "--format",
    "as_format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Findings for a person, or for a program.",
)
@click.option(
    "--severity",
    type=click.Choice(_SEVERITIES),
    default="error",
    show_default=True,
    help="From which severity on the exit code is 1.",
)
@click.pass_context
def validate(context: click.Context, paths: tuple[Path, ...], as_format: str, severity: str) -> None:
    """Check texts and annotation files.

    PATH is a text, an annotation file or a folder of them. A text is checked with the annotation files beside it. Each
    finding shows where it is, its code, and what to do; annotate explain CODE says more.
    """
    checked = validate_files(paths)
    findings = checked.findings
    sys.stdout.write(report.as_json(findings) if as_format == "json" else report.as_text(findings))
    if not findings:
        say(f"clean: {len(checked.files)} {'file' if len(checked.files) == 1 else 'files'} checked")
    gravest = worst(findings)
    context.exit(1 if gravest is not None and gravest >= Severity[severity.upper()] else 0)
