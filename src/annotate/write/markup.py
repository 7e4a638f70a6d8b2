"""XML as strings in two forms at once: as a file has it, and canonical, as its digest is taken of.

Building a tree costs three times as much as the strings, and loading what builds it as much as a short text takes.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_NONE: Mapping[str, str] = MappingProxyType({})
_INDENT = "  "
# What is written as a reference: in a file as libxml2 does, in canonical form by Canonical XML 1.0, 2.3.
_IN_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_IN_ATTRIBUTE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)
_IN_CANONICAL_ATTRIBUTE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", '"': "&quot;", "\t": "&#x9;", "\n": "&#xA;", "\r": "&#xD;"}
)
# XML 1.0, production 2 (Char): no control characters but these three, no surrogates, not the last two of plane 0.
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r"))


class Markup:
    """A piece of XML that grows at its end. Names are taken as they are: they must be names of XML."""

    __slots__ = ("_canonical", "_pieces")

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._canonical: dict[int, str] = {}  # of the pieces that differ there, by index

    def open(self, name: str, attributes: Mapping[str, str] = _NONE) -> None:
        """Add a start tag, the attributes in their order."""
        if not attributes:
            self._pieces.append(f"<{name}>")
            return
        self.add(f"<{name}{_written(attributes)}>", f"<{name}{_canonical(attributes)}>")

    def close(self, name: str) -> None:
        """Add an end tag."""
        self._pieces.append(f"</{name}>")

    def empty(self, name: str, attributes: Mapping[str, str] = _NONE) -> None:
        """Add an element without content."""
        self.add(f"<{name}{_written(attributes)}/>", f"<{name}{_canonical(attributes)}></{name}>")

    def text(self, text: str) -> None:
        """Add characters."""
        if "&" in text or "<" in text or ">" in text or "\r" in text:
            written = text.translate(_IN_TEXT)
            self.add(written, written.replace("&#13;", "&#xD;"))
        else:
            self._pieces.append(text)

    def line(self, depth: int) -> None:
        """Begin a line at a depth of nesting."""
        self._pieces.append("\n" + _INDENT * depth)

    def add(self, written: str, canonical: str) -> None:
        """Add a piece that is XML already, in both forms."""
        if written != canonical:
            self._canonical[len(self._pieces)] = canonical
        self._pieces.append(written)

    def written(self) -> str:
        """Return it as a file has it."""
        return "".join(self._pieces)

    def canonical(self) -> str:
        """Return it in canonical form (Exclusive XML Canonicalization 1.0)."""
        pieces = self._pieces.copy()
        for index, piece in self._canonical.items():
            pieces[index] = piece
        return "".join(pieces)


def encoded(xml: str) -> bytes:
    """Return XML in UTF-8. Raises ValueError for characters XML cannot hold (XML 1.0, production 2)."""
    data = xml.encode("utf-8")  # refuses surrogates
    if len(data.translate(None, _CONTROLS)) != len(data) or "\ufffe" in xml or "\uffff" in xml:
        raise ValueError("XML cannot hold control characters, U+FFFE and U+FFFF")
    return data


def _written(attributes: Mapping[str, str]) -> str:
    return "".join([f' {name}="{_escaped(value, _IN_ATTRIBUTE)}"' for name, value in attributes.items()])


def _canonical(attributes: Mapping[str, str]) -> str:
    # Those without a namespace come first, each group in the order of its names (Canonical XML 1.0, 2.2).
    in_order = list(attributes.items())
    if len(in_order) > 1:
        in_order.sort(key=lambda attribute: (attribute[0].startswith("xml:"), attribute[0]))
    return "".join([f' {name}="{_escaped(value, _IN_CANONICAL_ATTRIBUTE)}"' for name, value in in_order])


def _escaped(value: str, references: dict[int, str]) -> str:
    return value if value.isalnum() else value.translate(references)  # most are the id of a block
