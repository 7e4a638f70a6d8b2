"""`annotate render`: publish annotated editions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotate.cli.edition_options import edition_choices
from annotate.cli.edition_output import refuse_contradictions, wanted_formats
from annotate.cli.rendering import print_all, print_done

if TYPE_CHECKING:
    from annotate.api.render_many import Done, HowToRender

STDOUT = Path("-")


@click.command(epilog="Example: annotate render review.xml --to html --to pdf --style mla")
@click.argument("texts", metavar="TEXT...", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--to", "formats", type=click.Choice(["html", "pdf"]), multiple=True, help="What to make. Default: both.")
@edition_choices
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, allow_dash=True),
    help="A folder for the editions, a file for one (edition.pdf), or “-” for stdout. Default: beside each TEXT.",
)
@click.option("--draft", is_flag=True, help="Write a PDF even if it does not conform to PDF/UA-1.")
@click.option("--annotations", type=click.Path(path_type=Path), help="The annotation file. Default: the text's own.")
@click.option("--fresh", is_flag=True, help="Render anew what has not changed, too.")
@click.option("--jobs", type=click.IntRange(min=1), help="How many processes share the work. Default: found out.")
@click.option("-q", "--quiet", is_flag=True, help="Do not say what was written.")
@click.pass_context
def render(
    context: click.Context,
    /,
    texts: tuple[Path, ...],
    formats: tuple[str, ...],
    output: Path | None,
    annotations: Path | None,
    jobs: int | None,
    *,
    draft: bool,
    fresh: bool,
    quiet: bool,
    **choices: Any,
) -> None:
    """Publish annotated editions as HTML and PDF.

    TEXT is a TEI file; its annotations stand beside it. A folder stands for all texts in it and below, a pattern in
    quotation marks for those it fits. The editions are named after the text. What has not changed since it was rendered
    is not rendered again.
    """
    refuse_contradictions(choices)
    # Citations and templates are heavy; a wrong option should not wait for them.
    from annotate.api.render_many import HowToRender, render_all  # noqa: PLC0415
    from annotate.api.texts_to_render import texts_to_render  # noqa: PLC0415

    wanted, named = wanted_formats(formats, output)
    if named and wanted != (named,):
        raise click.UsageError(f"{output} is the name of one {named.upper()} file: name a folder for other formats.")
    if output == STDOUT and len(wanted) != 1:
        raise click.UsageError("Only one format fits on stdout: say --to html or --to pdf.")
    meant = texts_to_render(texts, output)
    if meant.several and (named or output == STDOUT):
        raise click.UsageError("The editions of several texts go to a folder: name one with -o.")
    if meant.several and annotations:
        raise click.UsageError("--annotations is for one text: render the others by themselves.")
    how = HowToRender(wanted, choices, annotations, draft=draft, fresh=fresh)
    if meant.several:
        context.exit(print_all(render_all(meant.texts, how, jobs or 0), len(meant.texts), quiet=quiet))
    done = _to_stdout(texts[0], how) if output == STDOUT else next(render_all(meant.texts, how))
    print_done(done, several=False, quiet=quiet)
    context.exit(done.code)


def _to_stdout(text: Path, how: HowToRender) -> Done:
    from annotate.api.render_many import render_one  # noqa: PLC0415  # as in `render`

    rendered, done = render_one(text, how)
    for data in rendered.editions.values() if rendered else ():
        click.echo(data, nl=False)
    return done
