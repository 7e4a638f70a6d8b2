"""A RELAX NG grammar as one rule for each element: its attributes, its content model, whether it may hold text.

Only what `schemas/text.rng` uses is understood: no interleave, no name classes, no mixed content other than by text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from annotate.check.content_model import EMPTY, Model, Name, choice, repeated, sequence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_RNG = "{http://relaxng.org/ns/structure/1.0}"
_DATATYPES = "http://www.w3.org/2001/XMLSchema-datatypes"
_CONTENT_OF_TEXT = {"text", "data", "value", "list"}


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute of an element: whether it must stand there, and the patterns its value may fit."""

    required: bool
    values: tuple[etree._Element, ...]


@dataclass(frozen=True, slots=True)
class ElementRule:
    """What one definition of an element allows."""

    attributes: Mapping[str, Attribute]
    content: Model
    has_text: bool


class Grammar:
    """The rules of a grammar by element name; a name may have several, for different places."""

    def __init__(self, data: bytes) -> None:
        """Read a grammar in RELAX NG's XML syntax; it is one of ours, shipped with the program."""
        self._root = etree.fromstring(data)
        self._named = {str(define.get("name")): define for define in self._root.iter(f"{_RNG}define")}
        self._validators: dict[etree._Element, etree.RelaxNG] = {}
        self._judged: dict[tuple[etree._Element, str], bool] = {}
        self.rules: dict[str, list[ElementRule]] = {}
        for pattern in self._root.iter(f"{_RNG}element"):
            self.rules.setdefault(str(pattern.get("name")), []).append(self._rule(pattern))

    def accepts(self, attribute: Attribute, value: str) -> bool:
        """Whether an attribute may have this value."""
        return any(self._fits(pattern, value) for pattern in attribute.values)

    def allowed_values(self, attribute: Attribute) -> list[str]:
        """Return the words an attribute may have as value; [] where it is not a choice of words."""
        words: list[str] = []
        for pattern in attribute.values:
            found = pattern
            while found.tag == f"{_RNG}ref":
                found = next(_patterns(self._named[str(found.get("name"))]))
            words += [str(value.text) for value in found.iter(f"{_RNG}value")]
        return words

    def _fits(self, pattern: etree._Element, value: str) -> bool:
        key = (pattern, value)
        if key not in self._judged:
            holder = etree.Element("v")
            holder.text = value
            self._judged[key] = self._validator(pattern).validate(holder)
        return self._judged[key]

    def _validator(self, pattern: etree._Element) -> etree.RelaxNG:
        if pattern not in self._validators:
            grammar = etree.Element(f"{_RNG}grammar", {"datatypeLibrary": _DATATYPES})
            start = etree.SubElement(etree.SubElement(grammar, f"{_RNG}start"), f"{_RNG}element", {"name": "v"})
            start.append(etree.fromstring(etree.tostring(pattern)))
            for define in self._named.values():
                grammar.append(etree.fromstring(etree.tostring(define)))
            self._validators[pattern] = etree.RelaxNG(grammar)
        return self._validators[pattern]

    def _rule(self, pattern: etree._Element) -> ElementRule:
        attributes: dict[str, Attribute] = {}
        self._collect_attributes(pattern, True, attributes)
        inside = list(_patterns(pattern))
        return ElementRule(attributes, sequence(self._model(p) for p in inside), any(map(self._has_text, inside)))

    def _collect_attributes(self, pattern: etree._Element, required: bool, found: dict[str, Attribute]) -> None:
        for inner in _patterns(pattern):
            kind = _kind(inner)
            if kind == "attribute":
                name = str(inner.get("name"))
                earlier = found[name].values if name in found else ()
                found[name] = Attribute(required, (*earlier, next(_patterns(inner))))
            elif kind == "ref":
                self._collect_attributes(self._named[str(inner.get("name"))], required, found)
            elif kind != "element":
                self._collect_attributes(inner, required and kind == "group", found)

    def _model(self, pattern: etree._Element) -> Model:
        kind = _kind(pattern)
        if kind == "element":
            return Name(str(pattern.get("name")))
        if kind == "ref":
            return sequence(self._model(inner) for inner in _patterns(self._named[str(pattern.get("name"))]))
        if kind == "attribute" or kind in _CONTENT_OF_TEXT:
            return EMPTY
        inner_models = [self._model(inner) for inner in _patterns(pattern)]
        if kind == "choice":
            return choice(inner_models)
        inner_model = sequence(inner_models)
        if kind == "optional":
            return choice((inner_model, EMPTY))
        if kind == "zeroOrMore":
            return repeated(inner_model)
        return sequence((inner_model, repeated(inner_model))) if kind == "oneOrMore" else inner_model

    def _has_text(self, pattern: etree._Element) -> bool:
        kind = _kind(pattern)
        if kind == "ref":
            return any(map(self._has_text, _patterns(self._named[str(pattern.get("name"))])))
        if kind in {"element", "attribute"}:
            return False
        return kind in _CONTENT_OF_TEXT or any(map(self._has_text, _patterns(pattern)))


def _kind(pattern: etree._Element) -> str:
    return str(pattern.tag).removeprefix(_RNG)


def _patterns(pattern: etree._Element) -> Iterator[etree._Element]:
    """Yield the patterns directly inside one, annotations left out."""
    return (inner for inner in pattern if isinstance(inner.tag, str) and inner.tag.startswith(_RNG))
