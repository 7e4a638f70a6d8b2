"""What the styles of a Word file say: which paragraphs are headings, quotations, captions, and how runs look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from annotate.lazy_pattern import lazy_pattern
from annotate.model.source import Form
from annotate.read.docx.names import VAL, is_on, name, value
from annotate.read.office.style_names import CODE, CONTENTS, EMPHASIS, form_of, squeezed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

    from annotate.read.block_text import Markup

_TYPE, _STYLE_ID, _DEFAULT = name("w:type"), name("w:styleId"), name("w:default")
_NAME, _BASED_ON, _OUTLINE = name("w:name"), name("w:basedOn"), name("w:outlineLvl")
_PPR, _RPR, _NUM_PR, _NUM_ID, _LEVEL = map(name, ("w:pPr", "w:rPr", "w:numPr", "w:numId", "w:ilvl"))
_DEFAULTS = f"{name('w:docDefaults')}/{name('w:rPrDefault')}/{_RPR}"
_LANG, _RUN_STYLE, _VERTICAL, _HIGHLIGHT = map(name, ("w:lang", "w:rStyle", "w:vertAlign", "w:highlight"))
_UNDERLINE, _VANISH = name("w:u"), name("w:vanish")
_EAST_ASIA = name("w:eastAsia")
_LOOKS = {
    name("w:b"): "bold",
    name("w:i"): "italic",
    _UNDERLINE: "underline",
    name("w:strike"): "strikethrough",
    name("w:dstrike"): "strikethrough",
    name("w:smallCaps"): "small-caps",
    _VANISH: "hidden",
}
_ORDER = ("bold", "italic", "underline", "strikethrough", "small-caps", "superscript", "subscript", "highlighted")
_DEEPEST_CHAIN = 64

# The looks of these are signs of a link or a note, not the author's.
_NO_LOOK = lazy_pattern(r"(?:followed)?hyperlink|(?:visited)?internetlink|(?:foot|end)note.*|annotationreference")

Look: TypeAlias = "Mapping[str, bool]"


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a paragraph's style says of it.

    Attributes:
        form, level: as in `model.source.RawBlock`.
        contents: it belongs to a table of contents.
        number, depth: the id and the level (from "0") of the list it puts paragraphs in; "" where in none.
        look: how its runs look; of a paragraph only, as headings and quotations are set apart by their form.
    """

    form: Form
    level: int
    contents: bool
    number: str
    depth: str
    look: Look


@dataclass(frozen=True, slots=True)
class RunLook:
    """How a run looks: its markup, whether it is hidden, the languages it is marked with (Western, East Asian)."""

    markup: tuple[Markup, ...] = ()
    hidden: bool = False
    western: str = ""
    eastern: str = ""


_PLAIN = RunLook()


class Styles:
    """The styles of a document; a style that is not declared is known by its id, which is its name without spaces."""

    def __init__(self, root: etree._Element | None) -> None:
        self._paragraphs: dict[str, etree._Element] = {}
        self._characters: dict[str, etree._Element] = {}
        self._default = ""
        self.language = ""
        if root is not None:
            self._collect(root)
        self._known: dict[str, ParagraphStyle] = {}
        self._looks: dict[tuple[object, ...], RunLook] = {}

    def _collect(self, root: etree._Element) -> None:
        for style in root.iterchildren(name("w:style")):
            kind, identifier = style.get(_TYPE), style.get(_STYLE_ID, "")
            if kind == "paragraph":
                self._paragraphs[identifier] = style
                if style.get(_DEFAULT) in {"1", "true", "on"}:
                    self._default = identifier
            elif kind == "character":
                self._characters[identifier] = style
        default = self._paragraphs.get(self._default)
        for properties in (None if default is None else default.find(_RPR), root.find(_DEFAULTS)):
            self.language = self.language or value(properties, _LANG) or ""

    def paragraph(self, identifier: str | None) -> ParagraphStyle:
        """Return what the style with this id says; None means the document's default style."""
        key = self._default if identifier is None else identifier
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._paragraph(key)
        return known

    def _paragraph(self, identifier: str) -> ParagraphStyle:
        chain = _chain(self._paragraphs, identifier)
        titles = [_plain_name(style) for style in chain] or [squeezed(identifier)]
        form, level = next((said for said in map(form_of, titles) if said is not None), (Form.PARAGRAPH, 0))
        contents = any(CONTENTS.fullmatch(title) for title in titles)
        number = depth = ""
        outline: str | None = None
        for properties in (style.find(_PPR) for style in reversed(chain)):
            outline = value(properties, _OUTLINE) or outline
            list_of = None if properties is None else properties.find(_NUM_PR)
            if list_of is not None:
                number = value(list_of, _NUM_ID) or number
                depth = value(list_of, _LEVEL) or depth or "0"
        form, level = with_outline(form, level, outline)
        look = _look_of(chain) if form is Form.PARAGRAPH else {}
        return ParagraphStyle(form, level, contents, number, depth, look)

    def run(self, properties: etree._Element | None, base: Look) -> RunLook:
        """Return how a run with these properties looks in a paragraph whose style gives it the look `base`."""
        direct: list[tuple[str, ...]] = [] if properties is None else _direct(properties)
        if not direct and not base:
            return _PLAIN
        key = (id(base) if base else 0, *direct)  # the look of a style, which lives as long as this object
        look = self._looks.get(key)
        if look is None:
            look = self._looks[key] = self._look(direct, base)
        return look

    def _look(self, direct: list[tuple[str, ...]], base: Look) -> RunLook:
        said: dict[str, bool] = {}
        western = eastern = ""
        styled: Look = {}
        special: Markup | None = None
        for what, *values in direct:
            if what == "style":
                styled, special = self._character(values[0])
            elif what == "language":
                western, eastern = values
            elif what == "vertical":
                said[values[0]] = True
            else:
                said[what] = values[0] == "on"
        # 17.7.3: a property that the paragraph's and the character's style both switch on is off.
        looks = {look for look in _LOOK_NAMES if said.get(look, base.get(look, False) != styled.get(look, False))}
        if special is not None:
            looks -= {"italic"} if special[0] == "emph" else set()
        markup = [("hi", (("rend", look),)) for look in _ORDER if look in looks]
        return RunLook(tuple([special, *markup] if special else markup), "hidden" in looks, western, eastern)

    def _character(self, identifier: str) -> tuple[Look, Markup | None]:
        chain = _chain(self._characters, identifier)
        titles = [_plain_name(style) for style in chain] or [squeezed(identifier)]
        if _NO_LOOK.fullmatch(titles[0]):
            return {}, None
        if not EMPHASIS.isdisjoint(titles):
            return _look_of(chain), ("emph", ())
        if not CODE.isdisjoint(titles):
            return _look_of(chain), ("hi", (("rend", "code"),))
        if not chain and titles[0] == "strong":
            return {"bold": True}, None
        return _look_of(chain), None


_LOOK_NAMES = (*_ORDER, "hidden")


def _chain(styles: Mapping[str, etree._Element], identifier: str) -> list[etree._Element]:
    """Return a style and those it is based on, nearest first."""
    chain: list[etree._Element] = []
    while identifier in styles and len(chain) < _DEEPEST_CHAIN:
        chain.append(styles[identifier])
        identifier = value(chain[-1], _BASED_ON) or ""
    return chain


def _look_of(chain: list[etree._Element]) -> dict[str, bool]:
    look: dict[str, bool] = {}
    for style in reversed(chain):
        properties = style.find(_RPR)
        for what, *values in [] if properties is None else _direct(properties):
            if what == "vertical":
                look[values[0]] = True
            elif what not in {"style", "language"}:
                look[what] = values[0] == "on"
    return {what: on for what, on in look.items() if on}


def _direct(properties: etree._Element) -> list[tuple[str, ...]]:
    """Return what run properties say of looks and language, in a form that can be a key."""
    said: list[tuple[str, ...]] = []
    for child in properties:
        tag = child.tag
        if tag in _LOOKS:
            said.append((_LOOKS[tag], "on" if is_on(child) else "off"))
        elif tag == _RUN_STYLE:
            said.append(("style", child.get(VAL, "")))
        elif tag == _LANG:
            said.append(("language", child.get(VAL, ""), child.get(_EAST_ASIA, "")))
        elif tag == _VERTICAL and child.get(VAL) in {"superscript", "subscript"}:
            said.append(("vertical", child.get(VAL, "")))
        elif tag == _HIGHLIGHT and child.get(VAL) != "none":
            said.append(("highlighted", "on"))
    return said


def with_outline(form: Form, level: int, outline: str | None) -> tuple[Form, int]:
    """Return form and level of a block after its outline level (17.3.1.20: "0" to "8", "9" for body text)."""
    if outline == "9" and form is Form.HEADING:
        return Form.PARAGRAPH, 0
    if form in {Form.PARAGRAPH, Form.HEADING} and outline in set("012345678"):
        return Form.HEADING, min(int(outline) + 1, 6)
    return form, level


def _plain_name(style: etree._Element) -> str:
    return squeezed(value(style, _NAME) or style.get(_STYLE_ID) or "")
