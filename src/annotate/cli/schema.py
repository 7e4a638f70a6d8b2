"""`annotate schema`: the schemas of what people write by hand, for their editors."""

from __future__ import annotations

from pathlib import Path

import click

_HERE = Path()
SCHEMAS = ("annotations", "library", "settings", "theme")


@click.command(epilog="Example: annotate schema annotations")
@click.argument("name", metavar="|".join(SCHEMAS), type=click.Choice(SCHEMAS))
@click.option(
    "--for",
    "folder",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=_HERE,
    help="The folder whose annotate.toml adds words to vocabularies. Default: the current one.",
)
def schema(name: str, folder: Path) -> None:
    """Print the schema of annotation files, libraries, settings or themes, for an editor.

    It is JSON Schema 2020-12. An editor that is given it completes fields and values and explains them while you type:
    name the file it is in as “$schema” at the top of your file, or in the editor's own settings.
    """
    from annotate.api.schemas import schema_for  # noqa: PLC0415  # jsonschema-rs costs --help 35 ms

    click.echo(schema_for(name, folder), nl=False)
