"""`annotate render`: publish an annotated edition."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from annotate.cli.output import print_findings, say
from annotate.errors import WorkFailed
from annotate.model.edition_choices import LINE_NUMBERS, NOTES, PAGES, STYLES
from annotate.model.theme import STANDARD, THEMES

STDOUT = Path("-")


@click.command(epilog="Example: annotate render review.xml --to html --to pdf --style mla")
@click.argument("text", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--to", "formats", type=click.Choice(["html", "pdf"]), multiple=True, help="What to make. Default: both.")
@click.option(
    "--theme",
    metavar="NAME|FOLDER",
    help=f"How the editions look: {', '.join(THEMES)}, or a folder of your own. Default: as annotate.toml says, else"
    f" {STANDARD}.",
)
@click.option(
    "--style",
    type=click.Choice(STYLES),
    help="The citation style of the sources. Default: as annotate.toml says, else chicago.",
)
@click.option(
    "--page",
    type=click.Choice(PAGES, case_sensitive=False),
    help="The page size of the PDF. Default: as annotate.toml says, else A5.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, allow_dash=True),
    help="A folder for the editions, a file for one (edition.pdf), or “-” for stdout. Default: beside TEXT.",
)
@click.option(
    "--notes",
    type=click.Choice(NOTES),
    help="Where the PDF has claims and notes. Default: as annotate.toml says, else at the foot of its pages.",
)
@click.option(
    "--line-numbers",
    type=click.Choice(LINE_NUMBERS),
    help="Number every fifth line of the PDF, counted anew by page, by section, or not at all (text). Default: as"
    " annotate.toml says, else none.",
)
@click.option(
    "--comments/--no-comments",
    default=None,
    help="Lay the claims and notes on the words of the PDF as comments, too. Default: as annotate.toml says, else not.",
)
@click.option(
    "--pdf-a/--no-pdf-a",
    default=None,
    help="Make the PDF one for an archive (PDF/A-3a). Default: as annotate.toml says, else not.",
)
@click.option("--draft", is_flag=True, help="Write a PDF even if it does not conform to PDF/UA-1.")
@click.option("--annotations", type=click.Path(path_type=Path), help="The annotation file. Default: the text's own.")
def render(
    text: Path,
    formats: tuple[str, ...],
    output: Path | None,
    annotations: Path | None,
    *,
    draft: bool,
    **choices: Any,
) -> None:
    """Publish an annotated edition as HTML and PDF.

    TEXT is a TEI file; its annotations stand beside it. The editions are named after it.
    """
    # Citations and templates are heavy; a wrong option should not wait for them.
    from annotate.api.edition_choices import choices_for  # noqa: PLC0415
    from annotate.api.render import render as render_text  # noqa: PLC0415
    from annotate.api.rendered import named_format, write_editions  # noqa: PLC0415

    named = named_format(output) if output else None
    wanted = tuple(dict.fromkeys(formats)) or ((named,) if named else ("html", "pdf"))
    if named and wanted != (named,):
        raise click.UsageError(f"{output} is the name of one {named.upper()} file: name a folder for other formats.")
    if output == STDOUT and len(wanted) != 1:
        raise click.UsageError("Only one format fits on stdout: say --to html or --to pdf.")
    rendered = render_text(
        text,
        wanted,
        annotations=annotations,
        choices=choices_for(text, **choices),
        draft=draft,
    )
    if output == STDOUT and rendered.editions:
        click.echo(rendered.editions[wanted[0]], nl=False)
    elif rendered.editions:
        for written in write_editions(rendered, text, output):
            pages = f" ({rendered.pages} pages)" if written.path.suffix == ".pdf" else ""
            say(f"{written.path} is unchanged{pages}" if written.unchanged else f"written to {written.path}{pages}")
    print_findings(rendered.findings, to_stderr=True)
    if rendered.failed:
        raise WorkFailed(*rendered.failed)
    if rendered.errors:
        say(f"the checks find {rendered.errors} errors here; “annotate validate {text}” names them")
