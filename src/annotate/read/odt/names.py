"""The names of OpenDocument text (ODF 1.3, part 3) that the reader knows."""

from __future__ import annotations

from typing import TypeVar

T = TypeVar("T")
_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_PREFIXES = {
    **{prefix: f"{_ODF}{prefix}:1.0" for prefix in ("office", "text", "table", "style", "meta", "manifest")},
    "draw": f"{_ODF}drawing:1.0",
    "fo": f"{_ODF}xsl-fo-compatible:1.0",
    "svg": f"{_ODF}svg-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
    "math": "http://www.w3.org/1998/Math/MathML",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
}


def name(prefixed: str) -> str:
    """Return lxml's name of an element or attribute: `text:p` as `{urn:...}p`."""
    prefix, _, local = prefixed.partition(":")
    return f"{{{_PREFIXES[prefix]}}}{local}"


def names(prefixed: str) -> frozenset[str]:
    """Return lxml's names of several elements, parted by spaces."""
    return frozenset(map(name, prefixed.split()))


def by_name(*handlers: tuple[str, T]) -> dict[str, T]:
    """Return a table from lxml's names of elements to what handles them; names of one handler are parted by spaces."""
    return {name(prefixed): handler for elements, handler in handlers for prefixed in elements.split()}


def shown(tag: str) -> str:
    """Return an element's name as a person knows it: with the prefix, where the vocabulary is known."""
    namespace, _, local = tag.removeprefix("{").rpartition("}")
    prefix = next((prefix for prefix, uri in _PREFIXES.items() if uri == namespace), "")
    return f"{prefix}:{local}" if prefix else local
