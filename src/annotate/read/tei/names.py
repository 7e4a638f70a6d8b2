"""Which TEI elements are blocks, groups of blocks or left out of the reading text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

TEI_NAMESPACE = "http://www.tei-c.org/ns/1.0"
XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"
XML_ID = f"{{{XML_NAMESPACE}}}id"
_XML_PREFIX = f"{{{XML_NAMESPACE}}}"
_TEI_PREFIX = f"{{{TEI_NAMESPACE}}}"

# Elements that hold blocks and have no running text of their own.
GROUPS = frozenset(
    """argument back body castGroup castList div div1 div2 div3 div4 div5 div6 div7 docTitle epigraph epilogue figure
    floatingText front group lg list listBibl performance postscript prologue row set sp spGrp table text timeline
    titlePage""".split()
)
# Elements that start a block wherever they stand.
ALWAYS_BLOCK = GROUPS | frozenset(
    """ab byline castItem cell closer dateline desc docEdition docImprint figDesc head imprimatur item l opener p salute
    signed speaker stage titlePart trailer u""".split()
)
# Elements that are blocks where their parent holds blocks, and running text elsewhere.
BLOCK_IN_GROUP = frozenset("bibl biblStruct cit docAuthor docDate gloss label note q quote said seg".split())


def local_name(element: etree._Element) -> str:
    """Return the name of an element without its namespace; "" for comments and processing instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attributes_of(element: etree._Element) -> dict[str, str]:
    """Return an element's attributes, those of the XML namespace with the prefix `xml:`, other namespaces left out."""
    found: dict[str, str] = {}
    for name, value in element.attrib.items():
        key = str(name)
        if key.startswith(_XML_PREFIX):
            found[f"xml:{key.removeprefix(_XML_PREFIX)}"] = str(value)
        elif not key.startswith("{"):
            found[key] = str(value)
    return found


def is_speaker_label(element: etree._Element) -> bool:
    """Whether an element is the label of a turn: `speaker`, or in a `u`, which may hold none, a `label` so typed."""
    return local_name(element) == "speaker" or _stands_in_turn(element, "label", "speaker")


def is_turn_paragraph(element: etree._Element) -> bool:
    """Whether an element is a paragraph of a `u`, which may hold no `p`: `seg type="paragraph"`."""
    return _stands_in_turn(element, "seg", "paragraph")


def _stands_in_turn(element: etree._Element, name: str, kind: str) -> bool:
    if element.get("type") != kind or local_name(element) != name:
        return False
    parent = element.getparent()
    return parent is not None and local_name(parent) == "u"


def is_editorial(note: etree._Element) -> bool:
    """Whether a note is the editor's, not the author's."""
    return note.get("type") == "editorial" or note.get("resp") is not None
