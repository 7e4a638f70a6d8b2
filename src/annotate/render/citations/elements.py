"""citeproc-py's rendering elements, with what they get wrong about our kinds of source put right.

Each class replaces the element of the same name when a style is read, and says what was wrong. The rules are those of
the CSL 1.0.2 specification (https://docs.citationstyles.org/en/stable/specification.html); section names in quotes.
"""
# mypy cannot see into citeproc, so every base class here is Any to it.
# mypy: disable-error-code="misc, no-untyped-call"
# ruff: noqa: D102  (each class says what its methods do otherwise than citeproc-py's)

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from citeproc import model
from citeproc.source import LiteralDate, VariableError
from citeproc.string import String

from annotate.render.citations import marks

if TYPE_CHECKING:
    from annotate.render.citations.cite import Cite

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_NUMERIC = re.compile(r"[A-Za-z]*\d+[A-Za-z]*(?:\s*[-–,&]\s*[A-Za-z]*\d+[A-Za-z]*)*$")
_SEVERAL = re.compile(r"\d[^\d.]*[-–,&][^\d.]*\d")
# Where a language has no term of a form, the next form is used ("Terms").
_NEXT_FORM = {"symbol": "short", "verb-short": "verb", "short": None, "verb": None}


class Style(model.Style):
    """A style with its locales; macros are looked up once."""

    def set_languages(self, language: str, locale_roots: list[Any]) -> None:
        """Set the locales terms are looked for in: those in the style for `language` first, then `locale_roots`."""
        own = [
            locale
            for wanted in (language, language.partition("-")[0], None)
            for locale in self.xpath_search("./cs:locale")
            if locale.get(_LANGUAGE) == wanted
        ]
        self.locales = [*own, *locale_roots]
        for locale in self.locales:
            locale.style = self
        # citeproc-py looks for ordinals in the locales of the first one's language, which a style's own may not name.
        for locale in own:
            locale.set(_LANGUAGE, locale_roots[0].get(_LANGUAGE))
        self.macros = {macro.get("name"): macro for macro in self.xpath_search("./cs:macro")}


class Terms:
    """Terms that fall back to the next form."""

    def get_term(self, name: str, form: str | None = None, **options: Any) -> Any:
        while (term := super().get_term(name, form, **options)) is None and form:
            form = _NEXT_FORM.get(form)
        return term


class Macros:
    """Macros by name, without a search through the whole style for each use."""

    def get_macro(self, name: str) -> Any:
        return self.get_root().macros[name]  # type: ignore[attr-defined]


class Cased:
    """Text case by the work's language, and of text that carries marks."""

    def case(self, text: Any, language: str | None = "en") -> Any:
        changed = str(text)
        match self.get("text-case"):  # type: ignore[attr-defined]
            case "title" if language == "en":
                changed = marks.title_case(changed)
            case "capitalize-first":
                changed = marks.capitalised_first(changed)
            case "lowercase":
                changed = changed.lower()
            case "uppercase":
                changed = changed.upper()
        return String(changed)


class Numbers:
    """Only numbers and ranges of numbers are given a dash ("Number"); "TR-12b" and a time code are left as they are."""

    def _process(self, value: Any, variable: str) -> Any:
        if not _NUMERIC.match(str(value)):
            return value
        return super()._process(value, variable)


class Text(Terms, Macros, Cased, Numbers, model.Text):
    """Quotation marks as marks; a variable printed in another's place is not printed again."""

    def process(self, item: Cite, context: Any = None, **options: Any) -> tuple[Any, str]:
        text, _ = super().process(item, context=context, **options)
        item.parts += bool(text and self.get("macro"))
        return text, "en" if item.reference.english else "und"

    def _variable(self, item: Cite, context: Any) -> Any:
        variable = self.get("variable")
        printed = False
        try:
            text = None if variable in item.suppressed else super()._variable(item, context)
            printed = bool(text)
        finally:
            item.ask(variable, printed=printed)
        return text

    def quote(self, text: Any) -> Any:
        return f"{marks.QUOTE_ON}{text}{marks.QUOTE_OFF}" if self.get("quotes") == "true" else text


class Number(Terms, Cased, Numbers, model.Number):
    """A variable printed in another's place is not printed again."""

    def process(self, item: Cite, context: Any = None, **options: Any) -> Any:
        variable = self.get("variable")
        printed = False
        try:
            text = None if variable in item.suppressed else super().process(item, context=context, **options)
            printed = bool(text)
        finally:
            item.ask(variable, printed=printed)
        return text


class Date(Terms, model.Date):
    """Ranges whose ends have no month or day; a date as text and one in another's place are printed once."""

    def process(self, item: Cite, variable: str | None = None, **options: Any) -> Any:
        if variable is not None:  # the language's form, called from the style's
            return super().process(item, variable, **options)
        name = self.get("variable")
        printed = False
        try:
            # A style asks for year, month and day one by one; a date as text stands where the year is asked for.
            elsewhere = isinstance(item.reference[name], LiteralDate) and not self._asks_for_year()
            text = None if name in item.suppressed or elsewhere else super().process(item, **options)
            printed = bool(text)
        finally:
            item.ask(name, printed=printed)
        return text

    def _asks_for_year(self) -> bool:
        if self.get("form") is not None:
            return "year" in self.get("date-parts", "year")
        return any(part.get("name") == "year" for part in self.iterchildren())

    def render_date_range(self, date_range: Any, show_parts: Any = None, context: Any = None) -> Any:
        """Return the parts that differ joined by a dash, with those that are the same once ("3–5 April 2011")."""
        begin, end = date_range.begin, date_range.end
        differing = _differing(begin, end)
        asked = [part.get("name") for part in self.iterchildren() if part.get("name") in show_parts]
        apart = [name for name in asked if name in differing]
        if not apart:
            return self.render_single_date(begin, show_parts, context)
        from_index = asked.index(apart[0])
        before = [name for name in asked[:from_index] if name not in apart]
        after = [name for name in asked[from_index:] if name not in apart]
        lead, first, last, tail = (
            "".join(map(str, self.parts(date, names, context)))
            for date, names in ((begin, before), (begin, apart), (end, apart), (begin, after))
        )
        if first and last:
            first, last = f"{first.rstrip(' ,')}–", last.lstrip()
        return f"{lead}{first}{last}{tail}".rstrip(" ,")


def _differing(begin: Any, end: Any) -> tuple[str, ...]:
    """Return the parts from the largest that differs down: year, month, day."""
    scale = ("year", "month", "day")
    first = next((index for index, part in enumerate(scale) if begin.get(part) != end.get(part)), len(scale))
    return scale[first:]


class DatePart(Terms, Cased, model.Date_Part):
    """A part keeps the attributes the locale gives it, whatever an earlier date asked of it."""

    def render(self, *arguments: Any, **options: Any) -> Any:
        kept = dict(self.attrib)
        try:
            return super().render(*arguments, **options)
        finally:
            self.attrib.clear()
            self.attrib.update(kept)


class Label(Terms, Cased, model.Label):
    """A label is plural where its variable holds several numbers."""

    def _is_plural(self, item: Cite) -> bool:
        variable = self.get("variable")
        value = str(item.identifier if variable == "locator" else item.reference.get(variable, ""))
        if variable.startswith("number-of"):
            return value.isdigit() and int(value) > 1
        return _SEVERAL.search(value) is not None


class Group(model.Group):
    """A group is left out if it asks for variables and none is there ("Group")."""

    def process(self, item: Cite, context: Any = None, **options: Any) -> Any:
        tried, printed = item.tried, len(item.rendered) + item.parts
        pieces = []
        for child in self.iterchildren():
            passed = {**options, "delimiter": self.get("delimiter", "")} if isinstance(child, model.Choose) else options
            with suppress(VariableError):
                if text := child.render(item, context=context, **passed):
                    pieces.append(text)
        if not pieces or (item.tried > tried and len(item.rendered) + item.parts == printed):
            raise VariableError
        item.parts += 1
        return self.join(pieces)


class If(model.If):
    """`disambiguate` is a condition of its own; what counts as numeric ("Choose")."""

    def render(self, item: Cite, *arguments: Any, **options: Any) -> Any:
        if self.get("disambiguate") == "true" and not item.disambiguate:
            raise model.ConditionFailed
        return super().render(item, *arguments, **options)

    def _is_numeric(self, item: Cite) -> list[bool]:
        return [
            _NUMERIC.match(str(item.identifier if variable == "locator" else item.reference.get(variable, "")))
            is not None
            for variable in self.get("is-numeric").split()
        ]


class ElseIf(If, model.Else_If):
    """As `If`."""
