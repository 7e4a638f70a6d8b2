"""The running text of a block as HTML: TEI's inline markup in HTML's own elements, every string escaped."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from annotate.model.edition import Call, EditionPicture, Markup, Sign, Stretch, stretches
from annotate.render.markup import address, attribute, language_attributes, link, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from annotate.model.edition import Edition, Piece

_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_OPENING_QUOTES = tuple("“‘\"'«„‚‹「『")
_RENDITIONS: Mapping[str, str] = {
    "italic": "i",
    "italics": "i",
    "bold": "b",
    "sup": "sup",
    "superscript": "sup",
    "sub": "sub",
    "subscript": "sub",
    "underline": "u",
    "strikethrough": "s",
    "code": "code",
}
_PLAIN: Mapping[str, str] = {"emph": "em", "code": "code", "del": "s", "soCalled": "span"}
# A title of these levels names a part of something larger and is set upright, between quotation marks if any.
_UPRIGHT_TITLES = frozenset({"a", "u"})
_MOST_NESTED = 8  # anchors around one another; browsers take no more than some hundred elements within each other


class Inlines(ABC):
    """Turns pieces into HTML; an edition says how annotated stretches and calls look."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.calls_set: set[str] = set()  # anchors of the text's own notes whose calls have been set

    @abstractmethod
    def stretch(self, stretch: Stretch) -> str:
        """Return the HTML of a run of text."""

    @abstractmethod
    def call(self, call: Call) -> str:
        """Return the HTML of the marks that stand at one place."""

    def pieces(self, pieces: Iterable[Piece]) -> str:
        """Return the HTML of pieces, in order."""
        written: list[str] = []
        for piece in pieces:
            if isinstance(piece, Stretch):
                written.append(self.stretch(piece))
            elif isinstance(piece, Call):
                written.append(self.call(piece))
            elif isinstance(piece, Sign):
                written.append(self._sign(piece))
            else:
                written.append(self._markup(piece))
        return "".join(written)

    def anchored(self, stretch: Stretch, html: str) -> str:
        """Return a stretch's HTML within the anchors of the passages that begin in it.

        Anchors hold text: beside an empty element WeasyPrint 70 can break a line too early. Only where more begin than
        a browser should nest, the others stand before it.
        """
        if not stretch.begins:
            return html
        anchors = [anchor for name in stretch.begins if (anchor := self.edition.passages.get(name))]
        for anchor in anchors[:_MOST_NESTED]:
            html = f'<span id="{text(anchor)}">{html}</span>'
        return "".join(f'<span id="{text(anchor)}"></span>' for anchor in anchors[_MOST_NESTED:]) + html

    def _sign(self, sign: Sign) -> str:
        """Return a sign that calls a note of the text's own, linked to the note; the note leads back to its first."""
        if not sign.anchor:
            return f'<sup class="sign" data-apparatus>{text(sign.text)}</sup>'
        own = "" if sign.anchor in self.calls_set else attribute("id", call_anchor(sign.anchor))
        self.calls_set.add(sign.anchor)
        return f'<sup class="sign"{own} data-apparatus>{link(f"#{sign.anchor}", text(sign.text))}</sup>'

    def picture(self, picture: EditionPicture) -> str:
        """Return the HTML of a picture, "" where it is not at hand; an edition puts the file in its place."""
        held = self.edition.pictures.get(picture.address)
        if held is None:
            return ""
        words = picture.alternative or "Picture"  # a tagged PDF asks for a description of every picture
        size = f' width="{held.width}" height="{held.height}"'
        return f'<img src="{text(held.name)}" alt="{text(words)}"{size}>'

    def _markup(self, markup: Markup) -> str:
        if markup.name == "graphic":
            return self.picture(EditionPicture(markup.attributes.get("url", "")))
        inside = self.pieces(markup.content)
        name, more = self._element(markup)
        own = attribute("id", markup.anchor) + language_attributes(markup.attributes.get("xml:lang")) + more
        return f"<{name}{own}>{inside}</{name}>" if own or name != "span" else inside

    def _element(self, markup: Markup) -> tuple[str, str]:
        """Return the HTML element for TEI markup, and its attributes."""
        match markup.name:
            case "title":
                return _title(markup)
            case "hi" | "seg":
                return _rendition(markup.attributes.get("rend", ""))
            case "foreign":
                return "i", ""
            case "mentioned":
                return ("span" if stretches(markup.content).startswith(_OPENING_QUOTES) else "i"), ""
            case "ref":
                return self._reference(markup.attributes.get("target", ""))
            case "date":
                when = markup.attributes.get("when", "")
                return ("time", attribute("datetime", when)) if _DATE.fullmatch(when) else ("span", "")
            case "l":
                return "span", ' class="line"'
            case name:
                return _PLAIN.get(name, "span"), ""

    def _reference(self, target: str) -> tuple[str, str]:
        if target.startswith("#"):
            anchor = self.edition.anchors.get(target[1:])
            return ("a", f' href="#{text(anchor)}"') if anchor else ("span", "")
        href = address(target)
        return ("a", attribute("href", href)) if href else ("span", "")


def _title(markup: Markup) -> tuple[str, str]:
    # A title between quotation marks is already set off, and one of a part of a work is not italic.
    upright = markup.attributes.get("level") in _UPRIGHT_TITLES or stretches(markup.content).startswith(_OPENING_QUOTES)
    return "cite", ' class="upright"' if upright else ""


def _rendition(rend: str) -> tuple[str, str]:
    words = rend.replace("-", "").lower().split()
    if "smallcaps" in words:
        return "span", ' class="small-caps"'
    return next((_RENDITIONS[word] for word in words if word in _RENDITIONS), "span"), ""


def call_anchor(note: str) -> str:
    """Return the anchor of the first call of a note of the text's own."""
    return f"ref.{note}"
