"""The words of a `NAME.parse.toml`, brought up to date without touching what a person wrote around them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tomlkit import TOMLDocument
    from tomlkit.items import Table

_HEAD = "# How annotate parses the text of this name. “annotate correct” writes here, and so may you.\n\n"


def parsing_toml(
    old: str, options: Mapping[str, Any], speakers: Mapping[str, str], corrections: Sequence[Mapping[str, Any]]
) -> str:
    """Return the text of a parse file that says just this.

    Takes the text of the file that is there, or an empty string, and the values by their keys (TOML 1.0). Comments,
    order and layout of what stays are kept; the comments of a correction that goes stay with the last one.
    """
    import tomlkit  # noqa: PLC0415  # only where something is kept

    document = tomlkit.parse(old or _HEAD)
    for name, value in options.items():
        if document.get(name) != value:
            document[name] = value
    if speakers:
        _say_speakers(document, speakers)
    _say_corrections(document, corrections)
    return tomlkit.dumps(document)


def _say_speakers(document: TOMLDocument, speakers: Mapping[str, str]) -> None:
    import tomlkit  # noqa: PLC0415  # only where something is kept

    if "speakers" not in document:
        document.add(tomlkit.nl())
        document["speakers"] = tomlkit.table()
    table = document["speakers"]
    for label, name in speakers.items():
        if table.get(label) != name:
            table[label] = name


def _say_corrections(document: TOMLDocument, corrections: Sequence[Mapping[str, Any]]) -> None:
    import tomlkit  # noqa: PLC0415  # only where something is kept

    tables: Any = document.get("correction")
    if tables is None:
        if not corrections:
            return
        document["correction"] = tables = tomlkit.aot()
    stay, homeless = 0, list[str]()
    while stay < len(tables):
        if stay < len(corrections) and dict(tables[stay]) == dict(corrections[stay]):
            stay += 1
        else:
            homeless += _comments(tables[stay])
            del tables[stay]
    for correction in corrections[stay:]:
        table = tomlkit.table()
        table.trivia.indent = "\n"
        for name, value in correction.items():
            table[name] = value
        tables.append(table)
    for comment in homeless:
        (tables[-1] if tables else document).add(tomlkit.comment(comment))


def _comments(table: Table) -> Iterator[str]:
    """Yield what the comments of a table say, those at the ends of its lines too."""
    from tomlkit.items import Whitespace  # noqa: PLC0415  # only where something is kept

    for _key, item in table.value.body:
        if not isinstance(item, Whitespace) and item.trivia.comment:
            yield item.trivia.comment.lstrip("# ")
