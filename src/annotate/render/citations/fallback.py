"""The plain entry of a source that the citation style cannot format: all that names it, in a fixed order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotate.render.citations.marks import field_text, name_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from annotate.model.annotation import Source

_NAMED = ("author", "director", "editor", "producer", "translator")
_PRINTED = ("title", "container-title", "edition", "volume", "issue", "page", "publisher", "genre", "DOI", "URL")


def plain_entry(source: Source) -> str:
    """Return names, title, date and what else identifies a source, as composed text; its id if it has none of them."""
    pieces = [*_names(source.item), *_fields(source.item)]
    return f"{'. '.join(pieces)}." if pieces else f"{source.id}."


def plain_label(source: Source) -> str:
    """Return a source's title, or its id, as composed text for a citation in the text."""
    return field_text(source.title) or source.id


def _names(item: Mapping[str, Any]) -> Iterator[str]:
    for role in _NAMED:
        written = item.get(role)
        for name in written if isinstance(written, list) else [written] if written else []:
            parts = name if isinstance(name, dict) else {"literal": name}
            shown = parts.get("literal") or ", ".join(str(parts[key]) for key in ("family", "given") if parts.get(key))
            if shown:
                yield name_text(str(shown))


def _fields(item: Mapping[str, Any]) -> Iterator[str]:
    for field in _PRINTED:
        if item.get(field):
            yield field_text(str(item[field]))
        if field == "title" and (date := _date(item.get("issued"))):
            yield date


def _date(value: Any) -> str:
    if not isinstance(value, dict):
        return field_text(str(value or ""))
    written = value.get("literal") or value.get("raw")
    if written:
        return field_text(str(written))
    parts = value.get("date-parts")
    dates = [part for part in parts if isinstance(part, list)] if isinstance(parts, list) else []
    return "–".join("-".join(str(number) for number in date) for date in dates)
