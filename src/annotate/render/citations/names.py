"""How names are composed: who stands in the place of whom, short and full forms, labels."""
# mypy cannot see into citeproc, so every base class here is Any to it.
# mypy: disable-error-code="misc, no-untyped-call"
# ruff: noqa: D102  (each class says what its methods do otherwise than citeproc-py's)

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from citeproc import model
from citeproc.source import VariableError
from lxml import etree

from annotate.render.citations.elements import Terms

if TYPE_CHECKING:
    from annotate.render.citations.cite import Cite

_NAMESPACE = "http://purl.org/net/xbiblio/csl"


class Names(Terms, model.Names):
    """Names in the place of others inherit their form, also inside a choice, and are not printed again."""

    def process(self, item: Cite, names_context: Any = None, context: Any = None, **options: Any) -> Any:
        context = self if context is None else context
        form = self._form_giver()
        wanted = self.get("variable").split()
        roles = [role for role in wanted if role in item.reference and role not in item.suppressed]
        item.ask(" ".join(wanted), printed=False)
        item.rendered += roles
        if not roles:
            substitute = self.substitute()
            if substitute is None:
                raise VariableError(self.get("variable"))
            return substitute.render(item, context=context, **options)
        if {"editor", "translator"} <= set(roles) and item.reference["editor"] == item.reference["translator"]:
            roles.remove("translator")
        printed = [_of_role(form, item, role, context, options) for role in roles]
        return self.join(printed, self.get_parent_delimiter(context))

    def _form_giver(self) -> Any:
        """Return the element whose `name` and `label` apply: itself, or the one it substitutes for ("Substitute")."""
        names = self
        while names.name is None and names.label is None:
            outer = names.xpath_search("./ancestor::cs:names[1]")
            if not outer:
                return names
            names = outer[0]
        return names


def _of_role(form: Any, item: Cite, role: str, context: Any, options: Any) -> Any:
    """Return the names of one role with their label, before or after them as the style has it."""
    name = form.name
    if name is None:
        name = etree.SubElement(form, f"{{{_NAMESPACE}}}name")
    text = name.render(item, role, context=context, **options)
    if form.label is None or item.sorting:
        return text
    label = form.label.render(item, role, len(item.reference[role]) > 1)
    if label is None:
        return text
    return label + text if form.index(form.label) < form.index(name) else text + label


class Name(Terms, model.Name):
    """`initialize="false"` is heeded; a given name is added where it tells authors apart; sort keys are inverted."""

    def get_option(self, name: str, *arguments: Any, **options: Any) -> Any:
        if name == "initialize-with" and self.get("initialize") == "false":
            return None
        return super().get_option(name, *arguments, **options)

    def process(self, item: Cite, variable: str, context: Any = None, sort_options: Any = None, **options: Any) -> Any:
        if item.sorting:
            sort_options = {"form": "long", "name-as-sort-order": "all", **(sort_options or {})}
        if item.sorting or not (item.full_names and self.get("form") == "short"):
            return super().process(item, variable, context=context, sort_options=sort_options, **options)
        names = item.reference[variable]
        item.reference[variable] = [names[0], *map(_without_given, names[1:])]
        try:
            return super().process(item, variable, context=context, sort_options={"form": "long"}, **options)
        finally:
            item.reference[variable] = names


def _without_given(name: Any) -> Any:
    kept = {part: value for part, value in name.items() if part in {"family", "non-dropping-particle", "literal"}}
    return type(name)(**kept)


class Substitute(model.Substitute):
    """Whatever variables are printed in the place of others are not printed again ("Substitute")."""

    def render(self, item: Cite, context: Any = None, **options: Any) -> Any:
        for child in self.iterchildren():
            before = len(item.rendered)
            try:
                text = child.render(item, context=context, **options)
            except VariableError:
                text = None
            if text:
                item.suppressed.update(item.rendered[before:])
                return text
            del item.rendered[before:]
        return None
