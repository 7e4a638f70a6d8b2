"""`annotate book`: publish several texts as one book."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from annotate.cli.edition_options import edition_choices
from annotate.cli.edition_output import refuse_contradictions, wanted_formats
from annotate.cli.output import print_findings, say
from annotate.errors import WorkFailed


@click.command(epilog="Example: annotate book lamplight --page 6x9")
@click.argument("name", required=False)
@click.option("--to", "formats", type=click.Choice(["html", "pdf"]), multiple=True, help="What to make. Default: both.")
@edition_choices
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="A folder for the book, or a file for its PDF (lamplight.pdf). Default: beside annotate.toml.",
)
@click.option("--draft", is_flag=True, help="Write a PDF even if it does not conform to PDF/UA-1.")
@click.option("--jobs", type=click.IntRange(min=1), help="How many processes share the work. Default: found out.")
@click.option("-q", "--quiet", is_flag=True, help="Do not say what was written.")
def book(
    name: str | None,
    formats: tuple[str, ...],
    output: Path | None,
    jobs: int | None,
    *,
    draft: bool,
    quiet: bool,
    **choices: Any,
) -> None:
    """Publish several texts as one book.

    Which texts make a book, annotate.toml says: [books.NAME] has its title, authors and texts. The PDF has a title
    page, contents, each text as a chapter, and one list of claims, of sources, one index for all; the page NAME.html
    leads to a page for each chapter. NAME can be left out where there is one book. Chapters that have not changed are
    not laid out again.
    """
    refuse_contradictions(choices)
    if output == Path("-"):
        raise click.UsageError("A book does not go to stdout: name a folder, or a file for its PDF.")
    # Citations and templates are heavy; a wrong option should not wait for them.
    from annotate.api.book import book_plan, made_book  # noqa: PLC0415

    wanted, named = wanted_formats(formats, output)
    if named == "html" or (named and wanted != (named,)):
        raise click.UsageError(f"{output} is the name of one file, and a book has several: name a folder.")
    plan, home = book_plan(name, Path())
    made = made_book(plan, home, wanted, output=output, jobs=jobs or 0, draft=draft, **choices)
    if not quiet:
        if made.chapters:
            say(f"{made.chapters} chapters, {made.anew} of them laid out anew")
        for one in made.written:
            pages = f" ({made.pages} pages)" if one.path.suffix == ".pdf" else ""
            say(f"{one.path} is unchanged{pages}" if one.unchanged else f"written to {one.path}{pages}")
    print_findings(made.findings, to_stderr=True)
    if made.failed:
        raise WorkFailed(*made.failed)
