"""What stands in the frames and shapes of an OpenDocument text: pictures, text boxes, formulas, objects."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from annotate.read.odt.names import name, names
from annotate.read.office import rules
from annotate.read.office.blocks import Picture

if TYPE_CHECKING:
    from lxml import etree

    from annotate.read.odt.reading import Reading

_FRAME, _IMAGE, _BOX, _OBJECT = map(name, ("draw:frame", "draw:image", "draw:text-box", "draw:object"))
_OLE, _PLUGIN, _LINK, _GROUP = map(name, ("draw:object-ole", "draw:plugin", "draw:a", "draw:g"))
_FLOATING = name("draw:floating-frame")
_HREF, _TITLE, _DESCRIPTION = name("xlink:href"), name("svg:title"), name("svg:desc")
_MATH, _ANNOTATION = name("math:math"), name("math:annotation")
_SHAPES = names(
    """draw:custom-shape draw:rect draw:ellipse draw:circle draw:line draw:polyline draw:polygon draw:path
    draw:connector draw:caption draw:regular-polygon draw:measure"""
)
_TAKEN = {_FRAME, _LINK, _GROUP, *_SHAPES}
_PARAGRAPHS = names("text:p text:h")


class Frames:
    """Collects what frames hold: pictures, with whether they stand before the words of their paragraph, and boxes."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self.pictures: list[tuple[Picture, bool]] = []
        self.boxes: list[etree._Element] = []

    def takes(self, element: etree._Element) -> bool:
        """Whether an element is a frame, a shape, or a link or group of them."""
        return element.tag in _TAKEN

    def add(self, element: etree._Element, *, before_words: bool, hidden: bool) -> str:
        """Take what an element holds, and return the characters of formulas in it.

        Of what is hidden, only the words are reported.
        """
        if hidden:
            for paragraph in element.iter(*_PARAGRAPHS):
                self._reading.report.leave_out(rules.HIDDEN, "".join(paragraph.itertext()) + " ")
            return ""
        if element.tag == _FRAME:
            return self._frame(element, before_words=before_words)
        if element.tag in _SHAPES:
            self.boxes.append(element)
            return ""
        if element.tag == _LINK:
            target, reason = element.get(_HREF, ""), "it covers no words of its own"
            self._reading.report.add(rules.LINK_DROPPED, target=target, reason=reason)
        inside = (child for child in element if self.takes(child))
        return "".join(self.add(child, before_words=before_words, hidden=False) for child in inside)

    def taken(self) -> tuple[list[tuple[Picture, bool]], list[etree._Element]]:
        """Return the pictures and boxes collected so far, and forget them."""
        found = self.pictures, self.boxes
        self.pictures, self.boxes = [], []
        return found

    def _frame(self, frame: etree._Element, *, before_words: bool) -> str:
        described = frame.find(_DESCRIPTION)
        if described is None:
            described = frame.find(_TITLE)
        alternative = "" if described is None else " ".join("".join(described.itertext()).split())
        self.boxes += frame.iterchildren(_BOX)
        objects = list(frame.iterchildren(_OBJECT, _OLE, _PLUGIN, _FLOATING))
        formulas = [words for element in objects if (words := self._formula(element)) is not None]
        if formulas:
            return " ".join(formulas)  # a picture beside a formula shows the same
        if objects:
            self._reading.report.add(rules.OBJECT, what="an embedded object")
        images = list(frame.iterchildren(_IMAGE))
        if images:
            # Several images of one frame are the same in several formats, the best first (10.4.2).
            self.pictures.append((self._picture(images[0], alternative), before_words))
        return ""

    def _picture(self, image: etree._Element, alternative: str) -> Picture:
        address = image.get(_HREF, "")
        inside = posixpath.normpath(address) if address else ""
        if inside and inside in self._reading.package:
            return Picture(inside, alternative)
        if not address:
            self._reading.report.add(rules.PICTURE_ELSEWHERE, url=alternative or "without a name")
        return Picture(address, alternative)

    def _formula(self, element: etree._Element) -> str | None:
        """Return the characters of a formula; None where the object is none."""
        math = element.find(_MATH)
        if math is None:
            part = posixpath.join(posixpath.normpath(element.get(_HREF) or "-"), "content.xml")
            math = self._reading.package.tree_if_sound(part, "an object", self._reading.report.findings)
        if math is None or math.tag != _MATH:
            return None
        for source in list(math.iter(_ANNOTATION)):  # the formula once more, in another notation
            source.text = None
        words = " ".join(" ".join(math.itertext()).split())
        self._reading.report.add(rules.MATH, words=words)
        return words
