"""`annotate report`: how far texts and projects are annotated."""

from __future__ import annotations

from pathlib import Path

import click

from annotate.cli.output import print_findings, print_json, say

STDOUT = Path("-")


@click.command(epilog="Example: annotate report review.xml --html review-report.html")
@click.argument("paths", metavar="PATH...", type=click.Path(path_type=Path, allow_dash=True), nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="As JSON, with every claim, passage and source that is open.")
@click.option(
    "--html",
    "page",
    type=click.Path(path_type=Path, allow_dash=True, dir_okay=False),
    help="Write a page with charts to this file, “-” for stdout.",
)
@click.pass_context
def report(context: click.Context, paths: tuple[Path, ...], page: Path | None, *, as_json: bool) -> None:
    """Show how far texts are annotated, and what is open.

    PATH is a text, an annotation file or a folder of them. Claims are counted by kind, status and claimant; what is
    without source, disputed or contradicted, passages that nobody has annotated, sources never cited, quotations never
    checked and annotations without a certain place are named.
    """
    if as_json and page is not None:
        raise click.UsageError("--json and --html are two reports; ask for one of them.")
    from annotate.api.report import report as report_on  # noqa: PLC0415  # a wrong option should not wait for it

    made = report_on(paths)
    if as_json:
        from annotate.coverage.record import as_record  # noqa: PLC0415  # only for JSON

        print_json(as_record(made.coverage))
    elif page is not None:
        from annotate.api.report import report_page, write_report  # noqa: PLC0415

        if page == STDOUT:
            click.echo(report_page(made.coverage), nl=False)
        else:
            write_report(made.coverage, page)
            say(f"written to {page}")
    else:
        from annotate.cli.report_tables import print_report  # noqa: PLC0415  # loads rich

        print_report(made.coverage)
    print_findings(made.findings, to_stderr=True)
    context.exit(1 if made.findings else 0)
