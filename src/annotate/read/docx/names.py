"""The names of WordprocessingML (ECMA-376, part 1) that the reader knows, and strict documents in the same names."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from lxml import etree

T = TypeVar("T")
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_STRICT = "http://purl.oclc.org/ooxml"
_PREFIXES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": f"{_OFFICE}/relationships",
    "m": f"{_OFFICE}/math",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
# ISO/IEC 29500-1 strict names of the same vocabularies.
_TRANSITIONAL = {
    f"{_STRICT}/wordprocessingml/main": _PREFIXES["w"],
    f"{_STRICT}/officeDocument/relationships": _PREFIXES["r"],
    f"{_STRICT}/officeDocument/math": _PREFIXES["m"],
    f"{_STRICT}/drawingml/wordprocessingDrawing": _PREFIXES["wp"],
    f"{_STRICT}/drawingml/main": _PREFIXES["a"],
    f"{_STRICT}/drawingml/picture": _PREFIXES["pic"],
}


def name(prefixed: str) -> str:
    """Return lxml's name of an element or attribute: `w:p` as `{http://...}p`."""
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


VAL = name("w:val")
ID = name("w:id")
TYPE = name("w:type")
RELATION = name("r:id")


def value(parent: etree._Element | None, child: str) -> str | None:
    """Return the `w:val` of a child element, None where it has no such child or no value."""
    found = None if parent is None else parent.find(child)
    return None if found is None else found.get(VAL)


def is_on(element: etree._Element | None) -> bool:
    """Whether a property that is on or off (17.17.4, ST_OnOff) is there and on."""
    return element is not None and element.get(VAL, "true") not in {"0", "false", "off", "none"}


def made_transitional(root: etree._Element) -> None:
    """Give the elements and attributes of a strict document their transitional names."""
    if _namespace(root.tag) not in _TRANSITIONAL:
        return
    for element in root.iter("*"):
        element.tag = _renamed(element.tag)
        for key in [key for key in element.attrib if _namespace(key) in _TRANSITIONAL]:
            content = element.attrib.pop(key)
            element.set(_renamed(key), content)


def _namespace(tag: object) -> str:
    return str(tag).removeprefix("{").rpartition("}")[0]


def _renamed(tag: object) -> str:
    namespace = _namespace(tag)
    return str(tag).replace(f"{{{namespace}}}", f"{{{_TRANSITIONAL.get(namespace, namespace)}}}", 1)
