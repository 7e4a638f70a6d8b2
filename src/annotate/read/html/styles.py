"""What attributes say of elements: hidden, in italics, in another language."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from annotate.lazy_pattern import lazy_pattern
from annotate.read.html.names import INLINES

if TYPE_CHECKING:
    from collections.abc import Mapping

_WITH_STYLE = etree.XPath("//*[@style or @hidden or @aria-hidden='true']")
_WITH_LANGUAGE = etree.XPath("//*[@lang or @xml:lang]")
_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_NOT_DISPLAYED = lazy_pattern(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
_STYLES = (
    (lazy_pattern(r"font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE), "italic"),
    (lazy_pattern(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE), "bold"),
    (lazy_pattern(r"text-decoration[\w-]*\s*:[^;]*underline", re.IGNORECASE), "underline"),
    (lazy_pattern(r"text-decoration[\w-]*\s*:[^;]*line-through", re.IGNORECASE), "strikethrough"),
    (lazy_pattern(r"font-variant[\w-]*\s*:[^;]*small-caps", re.IGNORECASE), "small-caps"),
    (lazy_pattern(r"vertical-align\s*:\s*super", re.IGNORECASE), "superscript"),
    (lazy_pattern(r"vertical-align\s*:\s*sub\b", re.IGNORECASE), "subscript"),
)
_STYLED = frozenset({"span", "font", "p", "div", "a", "h1", "h2", "h3", "h4", "h5", "h6", "td", "li"})
_SPOKEN_APART = INLINES | {"p", "blockquote", "li", "td", "h1", "h2", "h3", "h4", "h5", "h6"}
_LANGUAGE_TAG = lazy_pattern(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
# A page that opens a dialogue hides all else from screen readers, with this attribute alone.
_LONGEST_SILENT = 400  # code points
_NEVER_HIDDEN = frozenset({"html", "body", "main", "article"})


@dataclass(frozen=True, slots=True)
class Styles:
    """Elements a browser does not show, and TEI markup (element, attributes) that attributes ask for."""

    hidden: frozenset[etree._Element] = frozenset()
    marks: Mapping[etree._Element, tuple[tuple[str, Mapping[str, str]], ...]] = field(default_factory=dict)


def styles_of(root: etree._Element, language: str | None) -> Styles:
    """Return what the attributes of a page's elements say; `language` is the page's own (BCP 47)."""
    hidden: set[etree._Element] = set()
    marks: dict[etree._Element, tuple[tuple[str, Mapping[str, str]], ...]] = {}
    for element in _elements(_WITH_STYLE, root):
        style = element.get("style", "")
        if _is_hidden(element, style):
            hidden.add(element)
        elif style and element.tag in _STYLED:
            rends = [rend for pattern, rend in _STYLES if pattern.search(style)]
            if rends:
                marks[element] = tuple(("hi", {"rend": rend}) for rend in rends)
    own = _primary(language or "")
    for element in _elements(_WITH_LANGUAGE, root):
        tag = element.get("lang") or element.get(_XML_LANGUAGE) or ""
        if element.tag in _SPOKEN_APART and own and _LANGUAGE_TAG.fullmatch(tag) and _primary(tag) != own:
            marks[element] = (("foreign", {"xml:lang": tag}), *marks.get(element, ()))
    return Styles(frozenset(hidden), marks)


def _elements(query: etree.XPath, root: etree._Element) -> list[etree._Element]:
    found = query(root)
    return [element for element in found if etree.iselement(element)] if isinstance(found, list) else []


def _is_hidden(element: etree._Element, style: str) -> bool:
    if element.tag in _NEVER_HIDDEN:
        return False
    if (element.get("hidden") is not None and element.get("hidden") != "until-found") or _NOT_DISPLAYED.search(style):
        return True
    return element.get("aria-hidden") == "true" and len("".join(element.itertext())) <= _LONGEST_SILENT


def _primary(tag: str) -> str:
    return tag.partition("-")[0].lower()
