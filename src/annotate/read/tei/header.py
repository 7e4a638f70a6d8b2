"""The TEI header as metadata."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotate.model.document import GENRES, Film, Metadata, Person, Provenance
from annotate.read.tei.names import TEI_NAMESPACE, XML_ID

if TYPE_CHECKING:
    from lxml import etree

_TEI = {"t": TEI_NAMESPACE}
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_UNTITLED = "Untitled"


def read_header(root: etree._Element) -> Metadata:
    """Return what the header of a TEI document says of the text; what it does not say is None or empty."""
    bibl = "t:teiHeader/t:fileDesc/t:sourceDesc//t:bibl"
    titles = _texts(root, "t:teiHeader/t:fileDesc/t:titleStmt/t:title[@type='main']") or _texts(
        root, "t:teiHeader/t:fileDesc/t:titleStmt/t:title"
    )
    publisher = _texts(root, f"{bibl}/t:publisher") or _texts(
        root, "t:teiHeader/t:fileDesc/t:publicationStmt/t:publisher"
    )
    return Metadata(
        title=titles[0] if titles else _UNTITLED,
        authors=tuple(_texts(root, "t:teiHeader/t:fileDesc/t:titleStmt/t:author")),
        date=_date(root, f"{bibl}/t:date") or _date(root, "t:teiHeader/t:fileDesc/t:publicationStmt/t:date"),
        publisher=publisher[0] if publisher else None,
        url=_first(root, f"{bibl}/t:ref/@target"),
        genre=next(
            (term for term in _texts(root, "t:teiHeader//t:textClass//t:term[@type='genre']") if term in GENRES), None
        ),
        language=_language(root),
        keywords=tuple(_texts(root, "t:teiHeader//t:textClass//t:term[not(@type='genre')]")),
        rating=next(iter(_texts(root, "t:teiHeader/t:fileDesc/t:notesStmt/t:note[@type='rating']")), None),
        persons=tuple(_persons(root)),
        films=tuple(_film(bibl) for bibl in _find(root, "t:teiHeader//t:relatedItem[@type='reviewed']/t:bibl")),
        provenance=_provenance(root),
    )


def _find(element: etree._Element, path: str) -> list[etree._Element]:
    found: list[etree._Element] = element.xpath(path, namespaces=_TEI)
    return found


def _texts(element: etree._Element, path: str) -> list[str]:
    found = (" ".join("".join(str(piece) for piece in node.itertext()).split()) for node in _find(element, path))
    return [text for text in found if text]


def _first(element: etree._Element, path: str) -> str | None:
    found = _find(element, path)
    return str(found[0]) if found else None


def _date(root: etree._Element, path: str) -> str | None:
    for node in _find(root, path):
        date = node.get("when") or " ".join("".join(str(piece) for piece in node.itertext()).split())
        if date:
            return date
    return None


def _language(root: etree._Element) -> str | None:
    text = _find(root, "t:text")[0]
    return text.get(_XML_LANG) or root.get(_XML_LANG) or _first(root, "t:teiHeader//t:langUsage/t:language/@ident")


def _persons(root: etree._Element) -> list[Person]:
    persons = []
    for node in _find(root, "t:teiHeader//t:particDesc//t:person | t:teiHeader//t:particDesc//t:personGrp"):
        person_id = node.get(XML_ID)
        names = _texts(node, ".//t:persName") or _texts(node, ".")
        if person_id and names:
            persons.append(Person(person_id, names[0], node.get("role")))
    return persons


def _film(bibl: etree._Element) -> Film:
    titles = _texts(bibl, "t:title")
    measure = next(iter(_find(bibl, "t:extent/t:measure[@type='runtime']")), None)
    return Film(
        title=titles[0] if titles else _UNTITLED,
        directors=tuple(_texts(bibl, "t:respStmt/t:name")),
        date=_date(bibl, "t:date"),
        runtime=_seconds(measure) if measure is not None else None,
    )


def _seconds(measure: etree._Element) -> int | None:
    quantity = measure.get("quantity", "")
    factor = {"s": 1, "min": 60, "h": 3600}.get(measure.get("unit", "s"))
    return int(float(quantity) * factor) if factor and re.fullmatch(r"\d+(\.\d+)?", quantity) else None


def _provenance(root: etree._Element) -> Provenance | None:
    application = next(iter(_find(root, "t:teiHeader//t:appInfo/t:application[@ident='annotate']")), None)
    if application is None:
        return None
    source = _texts(application, "t:ab[@type='source-sha256']")
    text = _texts(application, "t:ab[@type='text-sha256']")
    return Provenance(application.get("version", ""), source[0] if source else "", text[0] if text else None)
