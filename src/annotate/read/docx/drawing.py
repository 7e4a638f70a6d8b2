"""What stands in the drawings of a Word file: pictures, text boxes, and objects that are not read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotate.read.docx.names import RELATION, name, names
from annotate.read.office import rules
from annotate.read.office.blocks import Picture

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

    from annotate.read.docx.parts import Relation
    from annotate.read.docx.reading import Reading

_DOC_PROPERTIES, _PICTURE_PROPERTIES, _PICTURE = name("wp:docPr"), name("pic:cNvPr"), name("pic:pic")
_BLIP, _IMAGE_DATA, _BOX = name("a:blip"), name("v:imagedata"), name("w:txbxContent")
_EMBED, _LINK = name("r:embed"), name("r:link")
_GRAPHIC, _TEXT_PATH, _RECTANGLE, _RULE = map(name, ("a:graphicData", "v:textpath", "v:rect", "o:hr"))
_CHOICE, _ALTERNATES = name("mc:Choice"), name("mc:AlternateContent")
_OLE = name("o:OLEObject")
_VML_SHAPES = names("v:shape v:rect v:roundrect v:oval v:image")
_NOT_READ = {"chart": "a chart", "chartex": "a chart", "diagram": "a diagram (SmartArt)"}


@dataclass(slots=True)
class Drawing:
    """What a drawing holds, in order: pictures, the content of text boxes, words drawn as shapes, a dividing rule."""

    pictures: list[Picture] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    rule: bool = False


def drawing_in(element: etree._Element, relations: Mapping[str, Relation], reading: Reading) -> Drawing:
    """Return what a `w:drawing`, `w:pict` or `w:object` holds; what is not read is reported."""
    drawing = Drawing()
    alternative = ""
    waiting = [element]
    while waiting:
        node = waiting.pop()
        tag = node.tag
        if tag == _BOX:
            drawing.boxes.append(node)
            continue
        if tag == _ALTERNATES:
            choice = node.find(_CHOICE)
            waiting += [choice] if choice is not None else list(node)[::-1]
            continue
        if tag in {_DOC_PROPERTIES, _PICTURE_PROPERTIES}:
            alternative = node.get("descr") or node.get("title") or alternative
        elif tag in _VML_SHAPES:
            alternative = node.get("alt") or alternative
            drawing.rule = drawing.rule or (tag == _RECTANGLE and node.get(_RULE) in {"t", "true"})
        elif tag == _BLIP:
            relation = node.get(_EMBED) or node.get(_LINK) or ""
            drawing.pictures.append(_picture(relation, alternative, relations, reading))
        elif tag == _IMAGE_DATA:
            drawing.pictures.append(_picture(node.get(RELATION, ""), alternative, relations, reading))
        elif tag == _TEXT_PATH and node.get("string"):
            drawing.words.append(node.get("string", ""))
        elif tag == _OLE:
            reading.report.add(
                rules.OBJECT, what=f"an embedded object ({node.get('ProgID') or 'of an unknown program'})"
            )
        elif tag == _GRAPHIC:
            kind = node.get("uri", "").rpartition("/")[2]
            if kind in _NOT_READ:
                reading.report.add(rules.OBJECT, what=_NOT_READ[kind])
        waiting += list(node)[::-1]
    return drawing


def _picture(identifier: str, alternative: str, relations: Mapping[str, Relation], reading: Reading) -> Picture:
    relation = relations.get(identifier)
    alternative = " ".join(alternative.split())
    if relation is None:
        reading.report.add(rules.PICTURE_ELSEWHERE, url=alternative or "without a name")
        return Picture("", alternative)
    if relation.external:
        return Picture(relation.target, alternative)
    return Picture(relation.target, alternative)
