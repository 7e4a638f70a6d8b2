"""Write the grammar of texts from its description: `python -m tools.grammar`, or `make grammar`.

`schemas/text.odd` is a TEI customisation in pure ODD (TEI Guidelines, chapter 22); `schemas/text.rng` says the same in
RELAX NG. Understood is what the description uses: complete specifications, without inheritance from TEI's classes.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEMAS = Path(__file__).resolve().parent.parent / "schemas"
_TEI_NAMESPACE = "http://www.tei-c.org/ns/1.0"
_TEI = f"{{{_TEI_NAMESPACE}}}"
_RNG_NAMESPACE = "http://relaxng.org/ns/structure/1.0"
_RNG = f"{{{_RNG_NAMESPACE}}}"
_NOTES_NAMESPACE = "http://relaxng.org/ns/compatibility/annotations/1.0"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_HEAD = """
     The texts annotate writes, as RELAX NG (ISO/IEC 19757-2): a part of TEI P5, within TEI All. It is this
     small because everyday checking has to be quick; a text of another hand is not held to it.

     Written by `make grammar` from text.odd: change that file, not this one.
"""
_OCCURRENCES = {("0", "1"): "optional", ("0", "unbounded"): "zeroOrMore", ("1", "unbounded"): "oneOrMore"}


def grammar(odd: bytes) -> bytes:
    """Return the RELAX NG grammar a description in ODD stands for. Raises ValueError for what is not understood."""
    description = etree.fromstring(odd)
    root = etree.Element(
        f"{_RNG}grammar",
        {"ns": _TEI_NAMESPACE, "datatypeLibrary": "http://www.w3.org/2001/XMLSchema-datatypes"},
        nsmap={None: _RNG_NAMESPACE, "a": _NOTES_NAMESPACE},
    )
    schema = next(description.iter(f"{_TEI}schemaSpec"))
    _add(_add(root, "start"), "ref", name=str(schema.get("start")))
    groups = {f"#{group.get(_ID)}": group for group in description.iter(f"{_TEI}specGrp")}
    for reference in schema.iter(f"{_TEI}specGrpRef"):
        group = groups[str(reference.get("target"))]
        root.append(etree.Comment(f" {group.xpath('string(../tei:head)', namespaces={'tei': _TEI_NAMESPACE})} "))
        for specification in _elements(group):
            _define(specification, root)
    etree.indent(root, "  ")
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<!--{_HEAD}-->\n'
    return head.encode() + etree.tostring(root) + b"\n"


def _define(specification: etree._Element, root: etree._Element) -> None:
    """Add the definition that the specification of an element, a macro, a class or a datatype stands for."""
    name = str(specification.get("ident"))
    define = _add(root, "define", name=name)
    description = specification.findtext(f"{_TEI}desc")
    if description:
        etree.SubElement(define, f"{{{_NOTES_NAMESPACE}}}documentation").text = " ".join(description.split())
    into = define
    if _kind(specification) == "elementSpec":
        into = _add(define, "element", name=specification.findtext(f"{_TEI}altIdent") or name)
    for part in _elements(specification):
        if _kind(part) == "classes":
            for member in _elements(part):
                _add(into, "ref", name=str(member.get("key")))
        elif _kind(part) == "attList":
            _attributes(part, into)
    for part in specification.findall(f"{_TEI}content"):
        for pattern in _elements(part):
            _content(pattern, into)


def _attributes(listed: etree._Element, into: etree._Element) -> None:
    """Add the attributes of a list; where its `org` is choice, one of its members is wanted."""
    if listed.get("org") == "choice":
        into = _add(into, "choice")
    elif listed.get("org") == "group":
        into = _add(into, "group")
    for part in _elements(listed):
        if _kind(part) == "attList":
            _attributes(part, into)
        else:
            holder = into if part.get("usage") == "req" else _add(into, "optional")
            attribute = _add(holder, "attribute", name=str(part.get("ident")))
            for value in _elements(part):
                _value(value, attribute)


def _value(value: etree._Element, into: etree._Element) -> None:
    """Add what an attribute's value may be: a datatype, several of it, or one of a list of words."""
    if _kind(value) == "datatype":
        if value.get("maxOccurs") == "unbounded":
            into = _add(_add(into, "list"), "oneOrMore")
        for pattern in _elements(value):
            _content(pattern, into)
    elif _kind(value) == "valList":
        _content(value, into)


def _content(pattern: etree._Element, into: etree._Element) -> None:
    """Add a pattern of a content model, as often as it may occur."""
    occurrence = pattern.get("minOccurs", "1"), pattern.get("maxOccurs", "1")
    if occurrence != ("1", "1"):
        into = _add(into, _OCCURRENCES[occurrence])
    kind = _kind(pattern)
    if kind in {"elementRef", "macroRef"}:
        _add(into, "ref", name=str(pattern.get("key")))
    elif kind in {"sequence", "alternate"}:
        within = _add(into, "group" if kind == "sequence" else "choice")
        for inner in _elements(pattern):
            _content(inner, within)
    elif kind == "valList":
        words = [str(word.get("ident")) for word in pattern.findall(f"{_TEI}valItem")]
        into = into if len(words) == 1 else _add(into, "choice")
        for word in words:
            _add(into, "value").text = word
    elif kind == "dataRef":
        _data(pattern, into)
    elif kind in {"textNode", "empty"}:
        _add(into, {"textNode": "text", "empty": "empty"}[kind])
    else:
        raise ValueError(f"line {pattern.sourceline}: {kind} in a content model")


def _data(reference: etree._Element, into: etree._Element) -> None:
    """Add a datatype of the description (`key`), or one of XML Schema's (`name`) with its pattern."""
    if reference.get("key"):
        _add(into, "ref", name=str(reference.get("key")))
        return
    data = _add(into, "data", type=str(reference.get("name")))
    if reference.get("restriction"):
        _add(data, "param", name="pattern").text = reference.get("restriction")


def _add(into: etree._Element, kind: str, **attributes: str) -> etree._Element:
    return etree.SubElement(into, f"{_RNG}{kind}", attributes)


def _kind(element: etree._Element) -> str:
    return str(element.tag).removeprefix(_TEI)


def _elements(element: etree._Element) -> Iterator[etree._Element]:
    return (inner for inner in element if isinstance(inner.tag, str))


def main() -> None:
    """Write the grammar."""
    (SCHEMAS / "text.rng").write_bytes(grammar((SCHEMAS / "text.odd").read_bytes()))
    print("schemas/text.rng written")


if __name__ == "__main__":
    main()
