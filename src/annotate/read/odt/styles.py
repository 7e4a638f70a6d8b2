"""What the styles of an OpenDocument text say of its paragraphs, its runs and its lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from annotate.lazy_pattern import lazy_pattern
from annotate.model.source import Form
from annotate.read.odt.names import name, names
from annotate.read.office.style_names import CODE, CONTENTS, EMPHASIS, form_of, squeezed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

    from annotate.read.block_text import Markup

_STYLE, _DEFAULT, _LIST = name("style:style"), name("style:default-style"), name("text:list-style")
_NAME, _FAMILY, _PARENT = name("style:name"), name("style:family"), name("style:parent-style-name")
_DISPLAY, _OUTLINE = name("style:display-name"), name("style:default-outline-level")
_TEXT_PROPERTIES, _PARAGRAPH_PROPERTIES = name("style:text-properties"), name("style:paragraph-properties")
_BREAK_BEFORE, _LEVEL = name("fo:break-before"), name("text:level")
_LANGUAGE, _COUNTRY, _ASIAN = name("fo:language"), name("fo:country"), name("style:language-asian")
_NUMBERED = name("text:list-level-style-number")
_CONTAINERS = names("office:automatic-styles office:styles")
_ESCAPE = lazy_pattern(r"_([0-9a-f]{2})_")  # how names hold characters that XML names cannot (19.502)
_DEEPEST_CHAIN = 64
_NONE = {"", "none"}
_DEFAULT_POSITION = lazy_pattern(r"0%.*")
_ORDER = ("bold", "italic", "underline", "strikethrough", "small-caps", "superscript", "subscript", "highlighted")
_NO_LOOK = lazy_pattern(r"(?:visited)?internetlink|(?:foot|end)note.*|definition|bulletsymbols|numberingsymbols")
_DIVIDERS = {"horizontalline"}

# How runs look, as far as it is said: "" for what is switched off; `language` and `asian` are BCP 47 tags.
Look: TypeAlias = "Mapping[str, str]"


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a paragraph's style says: form and level as in `model.source.RawBlock`, and how its runs look.

    `contents`: it belongs to a table of contents; `new_page`: it begins on a new page; `divides`: if empty, it is a
    line between parts.
    """

    form: Form
    level: int
    contents: bool
    new_page: bool
    divides: bool
    look: Look


class Styles:
    """The styles of a file, those of the content before those of the whole document."""

    def __init__(self, *roots: etree._Element | None) -> None:
        self._styles: dict[tuple[str, str], etree._Element] = {}
        self._lists: dict[str, dict[str, str]] = {}
        self.language = ""
        for container in (child for root in roots if root is not None for child in root):
            if container.tag in _CONTAINERS:
                self._collect(container)
        self._paragraphs: dict[str, ParagraphStyle] = {}
        self._spans: dict[str, tuple[Look, str]] = {}
        self._markup: dict[tuple[tuple[str, str], ...], tuple[Markup, ...]] = {}

    def _collect(self, container: etree._Element) -> None:
        for style in container:
            if style.tag == _STYLE:
                self._styles.setdefault((style.get(_FAMILY, ""), style.get(_NAME, "")), style)
            elif style.tag == _LIST:
                levels = {
                    level.get(_LEVEL, ""): "numbered" if level.tag == _NUMBERED else "bulleted" for level in style
                }
                self._lists.setdefault(style.get(_NAME, ""), levels)
            elif style.tag == _DEFAULT and style.get(_FAMILY) == "paragraph":
                self.language = self.language or look_of(style).get("language", "")

    def rend(self, list_style: str, level: int) -> str:
        """Return `numbered` or `bulleted` for a level (from 1) of a list in this style."""
        levels = self._lists.get(list_style, {})
        return levels.get(str(level)) or levels.get("1", "bulleted")

    def paragraph(self, identifier: str) -> ParagraphStyle:
        """Return what the paragraph style of this name says."""
        known = self._paragraphs.get(identifier)
        if known is None:
            known = self._paragraphs[identifier] = self._paragraph(identifier)
        return known

    def _paragraph(self, identifier: str) -> ParagraphStyle:
        chain = self._chain("paragraph", identifier)
        titles = [_title(style) for style in chain] or [_squeezed(identifier)]
        form, level = next((said for said in map(form_of, titles) if said is not None), (Form.PARAGRAPH, 0))
        outlines = (style.get(_OUTLINE) for style in chain)
        outline = next((said for said in outlines if said is not None), "")
        if form is Form.PARAGRAPH and outline.isascii() and outline.isdigit() and outline != "0":
            form, level = Form.HEADING, min(int(outline[:3]), 6)
        look: dict[str, str] = {}
        for style in reversed(chain):
            look.update(look_of(style))
        if form is not Form.PARAGRAPH:
            look = {key: said for key, said in look.items() if key in {"language", "asian", "hidden"}}
        look.pop("highlighted", None)  # the colour behind a paragraph
        return ParagraphStyle(
            form,
            level,
            contents=any(CONTENTS.fullmatch(title) for title in titles),
            new_page=any(_begins_page(style) for style in chain[:1]),
            divides=not _DIVIDERS.isdisjoint(titles),
            look=look,
        )

    def span(self, identifier: str) -> tuple[Look, str]:
        """Return how the text style of this name looks, and "emph" or "code" where its name says so."""
        known = self._spans.get(identifier)
        if known is None:
            chain = self._chain("text", identifier)
            titles = [_title(style) for style in chain] or [_squeezed(identifier)]
            look: dict[str, str] = {}
            for style in reversed(chain):
                look.update(look_of(style))
            if any(map(_NO_LOOK.fullmatch, titles)):
                look = {key: said for key, said in look.items() if key not in _ORDER}
            special = "" if EMPHASIS.isdisjoint(titles) else "emph"
            known = self._spans[identifier] = look, special or ("" if CODE.isdisjoint(titles) else "code")
        return known

    def markup(self, look: Look) -> tuple[Markup, ...]:
        """Return the markup of a look."""
        key = tuple(sorted(look.items()))
        known = self._markup.get(key)
        if known is None:
            special = look.get("special", "")
            kinds = [kind for kind in _ORDER if look.get(kind) and not (special == "emph" and kind == "italic")]
            first: list[Markup] = [("emph", ())] if special == "emph" else []
            first += [("hi", (("rend", "code"),))] if special == "code" else []
            known = self._markup[key] = (*first, *(("hi", (("rend", kind),)) for kind in kinds))
        return known

    def _chain(self, family: str, identifier: str) -> list[etree._Element]:
        chain: list[etree._Element] = []
        while (family, identifier) in self._styles and len(chain) < _DEEPEST_CHAIN:
            chain.append(self._styles[family, identifier])
            identifier = chain[-1].get(_PARENT, "")
        return chain


def look_of(style: etree._Element) -> dict[str, str]:
    """Return what a style's own text properties (16.29.29) say of looks and language."""
    look: dict[str, str] = {}
    properties = style.find(_TEXT_PROPERTIES)
    if properties is None:
        return look
    for attribute, said in properties.attrib.items():
        reader = _PROPERTIES.get(str(attribute))
        if reader is not None:
            kind, on = reader
            look[kind] = "on" if on(str(said)) else ""
    position = properties.get(name("style:text-position"))
    if position is not None:
        look["superscript"] = "on" if position.startswith("super") or position[:1].isdigit() else ""
        look["subscript"] = "on" if position.startswith(("sub", "-")) else ""
        if _DEFAULT_POSITION.match(position):
            look["superscript"] = ""
    language = properties.get(_LANGUAGE, "")
    if language not in _NONE:
        country = properties.get(_COUNTRY, "")
        look["language"] = language if country in _NONE else f"{language}-{country}"
    if properties.get(_ASIAN, "") not in _NONE:
        look["asian"] = properties.get(_ASIAN, "")
    return look


def _is_bold(weight: str) -> bool:
    return weight == "bold" or (weight.isascii() and weight.isdigit() and int(weight[:4]) >= 600)


def _is_shown(kind: str) -> bool:
    return kind not in _NONE


_PROPERTIES = {
    name("fo:font-weight"): ("bold", _is_bold),
    name("fo:font-style"): ("italic", lambda kind: kind in {"italic", "oblique"}),
    name("style:text-underline-style"): ("underline", _is_shown),
    name("style:text-line-through-style"): ("strikethrough", _is_shown),
    name("style:text-line-through-type"): ("strikethrough", _is_shown),
    name("fo:font-variant"): ("small-caps", lambda kind: kind == "small-caps"),
    name("fo:background-color"): ("highlighted", lambda colour: colour != "transparent"),
    name("text:display"): ("hidden", lambda shown: shown == "none"),
}


def _begins_page(style: etree._Element) -> bool:
    properties = style.find(_PARAGRAPH_PROPERTIES)
    return properties is not None and properties.get(_BREAK_BEFORE) == "page"


def _title(style: etree._Element) -> str:
    return _squeezed(style.get(_DISPLAY) or style.get(_NAME) or "")


def _squeezed(identifier: str) -> str:
    return squeezed(_ESCAPE.sub(lambda escape: chr(int(escape[1], 16)), identifier))
