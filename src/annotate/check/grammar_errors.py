"""Where a text departs from our grammar, element by element, in a person's words.

libxml2 tells quickly whether a text fits, but not well why; so a text that does not fit is gone through again here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from annotate.check import text_rules as rules
from annotate.check.content_model import NOTHING, Model, after, first_names, may_end
from annotate.check.grammar import ElementRule, Grammar
from annotate.check.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotate.check.xml_places import XmlPlaces
    from annotate.diagnostics import Finding

_XML_NAMESPACE = "{http://www.w3.org/XML/1998/namespace}"
_LISTED = 12
# Elements of HTML and of TEI that people write, and what our texts have instead.
_INSTEAD = {
    "b": 'write <hi rend="bold">',
    "i": "write <emph>, or <title> for the title of a work",
    "a": 'write <ref target="...">',
    "em": "write <emph>",
    "strong": 'write <hi rend="bold">',
    "br": "write <lb/>",
    "ul": "write <list>",
    "ol": "write <list>",
    "li": "write <item>",
    "blockquote": "write <quote>",
    "img": 'write <graphic url="...">',
    "h1": "write <head>",
    "h2": "write <head>",
}


class GrammarErrors:
    """Goes through a text and names every departure from a grammar that one element is to blame for."""

    def __init__(self, grammar: bytes) -> None:
        self._grammar = Grammar(grammar)

    def findings(self, root: etree._Element, places: XmlPlaces, path: str) -> list[Finding]:
        """Return the departures (T201 to T207) in the order of the text."""
        found: list[Finding] = []
        for element in root.iter(etree.Element):
            candidates = self._grammar.rules.get(local_name(element))
            if candidates is None:
                line, column = places.of(element)
                found.append(self._unknown(element, path, line, column))
                continue
            # An element name may have several rules, for different places: that which fits best is the one meant.
            judged: list[list[Finding]] = [list(self._judge(element, rule, places, path)) for rule in candidates]
            best = min(judged, key=len)
            found += best
        return found

    def _unknown(self, element: etree._Element, path: str, line: int, column: int) -> Finding:
        name = local_name(element)
        near = nearest(name, self._grammar.rules)
        remedy = f"did you mean <{near}>?" if near else "take the tags away and leave the words"
        return rules.UNKNOWN_ELEMENT.at(path, line, column, name=name, remedy=_INSTEAD.get(name, remedy))

    def _judge(self, element: etree._Element, rule: ElementRule, places: XmlPlaces, path: str) -> Iterator[Finding]:
        yield from self._judge_attributes(element, rule, places, path)
        yield from self._judge_content(element, rule, places, path)

    def _judge_attributes(
        self, element: etree._Element, rule: ElementRule, places: XmlPlaces, path: str
    ) -> Iterator[Finding]:
        name = local_name(element)
        present = attributes_of(element)
        for key, value in present.items():
            attribute = rule.attributes.get(key)
            if attribute is None:
                near = nearest(key, rule.attributes)
                remedy = f"did you mean {near}?" if near else "delete it"
                line, column = places.of(element)
                yield rules.UNKNOWN_ATTRIBUTE.at(path, line, column, name=name, attribute=key, remedy=remedy)
            elif not self._grammar.accepts(attribute, value):
                words = self._grammar.allowed_values(attribute)
                remedy = (
                    f"allowed are: {', '.join(words)}" if words else _FORM.get(key, "see the values of other texts")
                )
                line, column = places.of(element)
                yield rules.WRONG_VALUE.at(path, line, column, name=name, attribute=key, value=value, remedy=remedy)
        for key, attribute in rule.attributes.items():
            if attribute.required and key not in present:
                words = self._grammar.allowed_values(attribute)
                remedy = f": {', '.join(words)}" if words else ""
                yield rules.MISSING_ATTRIBUTE.at(path, *places.of(element), name=name, attribute=key, remedy=remedy)

    def _judge_content(
        self, element: etree._Element, rule: ElementRule, places: XmlPlaces, path: str
    ) -> Iterator[Finding]:
        name = local_name(element)
        if not rule.has_text and _own_words(element):
            wanted = _listed(first_names(rule.content))
            yield rules.LOOSE_WORDS.at(path, *places.of(element), name=name, wanted=wanted)
        model: Model = rule.content
        for child in element.iterchildren(etree.Element):
            following = after(model, local_name(child))
            if following is NOTHING:
                if local_name(child) in self._grammar.rules:
                    allowed = first_names(model)
                    remedy = f"allowed here: {_listed(allowed)}" if allowed else f"end <{name}> before it"
                    line, column = places.of(child)
                    yield rules.MISPLACED_ELEMENT.at(
                        path, line, column, name=local_name(child), parent=name, remedy=remedy
                    )
                return
            model = following
        if not may_end(model):
            yield rules.INCOMPLETE_ELEMENT.at(path, *places.of(element), name=name, wanted=_listed(first_names(model)))


# What attributes without a list of words take.
_FORM = {
    "when": "write a date as 1922-03-04, 1922-03 or 1922",
    "xml:lang": "write a language tag such as en or zh-Hant",
    "quantity": "write a number such as 4.5",
    "xml:id": "begin with a letter; letters, digits, dots, hyphens and underscores may follow",
    "target": "write an address that begins with https://, or # and an xml:id",
    "who": "write # and the xml:id of a person",
    "next": "write # and an xml:id",
    "prev": "write # and an xml:id",
    "version": "write numbers with dots, such as 1.0.2",
}


def local_name(element: etree._Element) -> str:
    """Return an element's name; with its namespace where that is not TEI's."""
    return str(element.tag).removeprefix("{http://www.tei-c.org/ns/1.0}")


def attributes_of(element: etree._Element) -> dict[str, str]:
    """Return an element's attributes, those of the XML namespace with the prefix `xml:`."""
    return {str(name).replace(_XML_NAMESPACE, "xml:"): str(value) for name, value in element.attrib.items()}


def _own_words(element: etree._Element) -> bool:
    return any(text and text.strip() for text in (element.text, *(child.tail for child in element)))


def _listed(names: set[str]) -> str:
    shown = [f"<{name}>" for name in sorted(names)]
    return ", ".join(shown[:_LISTED]) + (" ..." if len(shown) > _LISTED else "")
