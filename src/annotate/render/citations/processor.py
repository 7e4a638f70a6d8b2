"""The CSL processor: which class stands for which element when a style is read."""

from __future__ import annotations

from typing import Any

from citeproc import model
from lxml import etree

from annotate.render.citations import elements, names, sorting
from annotate.render.citations.lookups import Lookups

_NAMESPACE = "http://purl.org/net/xbiblio/csl"
# mypy cannot see that these are lxml elements, because citeproc-py has no types.
_ELEMENTS: dict[str | None, Any] = {
    "style": elements.Style,
    "text": elements.Text,
    "number": elements.Number,
    "date": elements.Date,
    "date-part": elements.DatePart,
    "label": elements.Label,
    "group": elements.Group,
    "if": elements.If,
    "else-if": elements.ElseIf,
    "names": names.Names,
    "name": names.Name,
    "substitute": names.Substitute,
    "key": sorting.Key,
}


def parser() -> etree.XMLParser:
    """Return a parser that makes citeproc-py's elements, and ours in the place of those that need mending."""
    lookup = etree.ElementNamespaceClassLookup()
    classes = lookup.get_namespace(_NAMESPACE)
    made_by: dict[str | None, Any] = {None: model.CitationStylesElement}
    for element in model.CitationStylesElement.__subclasses__():
        made_by[element.__name__.replace("_", "-").lower()] = element
    made_by.update(_ELEMENTS)
    classes.update({name: type(element.__name__, (Lookups, element), {}) for name, element in made_by.items()})
    made = etree.XMLParser(remove_comments=True, no_network=True, resolve_entities=False)
    made.set_element_class_lookup(lookup)
    return made
