"""Styles looked up faster than WeasyPrint 70 does, with the same values.

A box asks for some hundred properties, of which a style sheet sets a few: the others are their parent's or have their
initial value, which takes no more than a look at a table. What WeasyPrint asks of a style for each piece of text (its
font, its font's features) is kept with the style.
"""
# mypy: disable-error-code="no-untyped-call"

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from weasyprint import css
from weasyprint.css.computed_values import PHYSICAL_FUNCTIONS
from weasyprint.css.properties import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES, Dimension
from weasyprint.layout import percent
from weasyprint.text import fonts, line_break

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotate.render.pdf.quick import Replacement

# Properties whose value depends on more than what is set for them, their parent's and the initial one.
_PARTICULAR = frozenset(("float", "display", "position", "page")) | INITIAL_NOT_COMPUTED
_INHERITED = INHERITED - _PARTICULAR
_INITIAL = frozenset(
    name for name in INITIAL_VALUES if name not in INHERITED | _PARTICULAR and not name.startswith("text_decoration_")
)
# The logical names of physical properties, as "margin_block_start" of "margin_top".
_LOGICAL = frozenset(
    logical(block="ttb", inline=direction) for logical in PHYSICAL_FUNCTIONS.values() for direction in ("ltr", "rtl")
)
_AT_LEAST = frozenset(("min_width", "min_height"))
_FINISHED = (str, int, float, bool, type(None))  # types of values that cannot hold a calculation
# Pseudo-elements that only an element has which is set at the foot or in the margin of its page.
_OF_FOOTNOTES = frozenset(("footnote-call", "footnote-marker"))
_OF_NOTES = frozenset(("note-call", "note-marker", "note-callback"))


def replacements() -> list[Replacement]:
    """Return what is to stand in the place of what in WeasyPrint, for `pdf.quick`."""
    set_styles = css.StyleFor.set_computed_styles

    def set_computed_styles(styles: Any, element: Any, parent: Any, **options: Any) -> None:
        if _has_pseudo_element(styles, element, options.get("pseudo_type")):
            set_styles(styles, element, parent, **options)

    return [
        (css.ComputedStyle, "__missing__", _finding(css.ComputedStyle.__missing__)),
        (css.StyleFor, "set_computed_styles", set_computed_styles),
        (percent, "resolve_one_percentage", _resolving(percent.resolve_one_percentage)),
        (line_break, "_font_style_cache_key", _kept_key(line_break._font_style_cache_key)),  # noqa: SLF001
        (line_break, "get_font_description", _kept_description(fonts.get_font_description)),
        (line_break, "font_features", lru_cache(maxsize=None)(fonts.font_features)),
    ]


def _finding(compute: Callable[[Any, str], Any]) -> Callable[[Any, str], Any]:
    """Return the function that finds the value of a property a style is asked for the first time, and keeps it."""

    def value(style: Any, name: str) -> Any:
        if name in _INITIAL:
            if name not in style.cascaded and (name not in PHYSICAL_FUNCTIONS or _LOGICAL.isdisjoint(style.cascaded)):
                found = style[name] = INITIAL_VALUES[name]
                return found
        elif name in _INHERITED and style.parent_style is not None and name not in style.cascaded:
            found = style.parent_style[name]
            if type(found) in _FINISHED:
                style[name] = found
                return found
        return compute(style, name)

    return value


def _resolving(resolve: Callable[[Any, str, Any], None]) -> Callable[[Any, str, Any], None]:
    """Return the function that gives a box a length of its style, which most often is one in pixels already."""

    def resolve_one_percentage(box: Any, name: str, whole: Any) -> None:
        value = box.style[name]
        if type(value) is Dimension and value.unit == "px":
            setattr(box, name, value.value)
        elif value == "auto":
            setattr(box, name, 0 if name in _AT_LEAST else value)
        else:
            resolve(box, name, whole)

    return resolve_one_percentage


def _has_pseudo_element(styles: Any, element: Any, pseudo_type: str | None) -> bool:
    """Return whether an element can have such a pseudo-element; WeasyPrint's own style sheet gives each to all."""
    if pseudo_type in _OF_FOOTNOTES:
        return bool(styles.get_computed_styles()[element, None]["float"] == "footnote")
    if pseudo_type in _OF_NOTES:
        return bool(styles.get_computed_styles()[element, None]["position"][0] == "note()")
    return True


def _kept_key(original: Callable[..., str]) -> Callable[..., str]:
    """Return the function that tells fonts of styles apart, asking each style once."""

    def font_style_cache_key(style: Any, include_size: bool = False) -> str:
        kept: tuple[str, str] | None = vars(style).get("_font_key")
        if kept is None:
            kept = style._font_key = original(style), original(style, include_size=True)  # noqa: SLF001
        return kept[include_size]

    return font_style_cache_key


def _kept_description(original: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Return the function that describes a style's font to Pango, which takes a copy, asking each style once."""

    def get_font_description(style: Any) -> Any:
        kept = vars(style).get("_font_description")
        if kept is None:
            kept = style._font_description = original(style)  # noqa: SLF001
        return kept

    return get_font_description
