"""Editions to test with: an invented interview with every kind of block, and editions of whatever a test makes up."""

import json
from pathlib import Path
from xml.etree.ElementTree import Element

import tinyhtml5  # type: ignore[import-untyped]

from annotate.model.anchor import Outcome, Resolution
from annotate.model.annotation import Annotations
from annotate.model.text import Span, reading_text
from annotate.read.tei.reader import read_tei
from annotate.render.view import build_view

LAMPLIGHTER = Path(__file__).parent / "fixtures" / "editions" / "lamplighter.xml"
NEAR = "n-000003"
ORPHAN = "c-000015"
XHTML = "{http://www.w3.org/1999/xhtml}"


def lamplighter():
    """Return the document, reading text, annotations and resolutions of the interview."""
    document = read_tei(LAMPLIGHTER.read_bytes(), LAMPLIGHTER.name)
    reading = reading_text(document)
    data = json.loads(LAMPLIGHTER.with_suffix(".annotations.json").read_text(encoding="utf-8"))
    annotations = Annotations.from_json(data)
    return document, reading, annotations, resolutions(annotations, reading)


def resolutions(annotations, reading):
    """Return where each target stands verbatim; the one near miss and the orphan of the interview by hand."""
    found = {}
    for record_id, target in annotations.targets():
        start = reading.text.find(target.exact)
        if start >= 0:
            found[record_id] = Resolution(Outcome.EXACT, (Span(start, start + len(target.exact)),), 1.0)
        elif record_id == NEAR:
            start = reading.text.index("eleven seconds")
            found[record_id] = Resolution(Outcome.NEAR, (Span(start, start + 23),), 0.71)
        else:
            found[record_id] = Resolution(Outcome.ORPHANED)
    return found


def lamplighter_edition(citations=None):
    document, reading, annotations, found = lamplighter()
    return build_view(document, reading, annotations, found, citations=citations)


def parse(page):
    """Return a page as a browser reads it (the HTML parsing algorithm, without namespaces' prefixes)."""
    data = page.encode("utf-8", errors="surrogatepass") if isinstance(page, str) else page
    root = tinyhtml5.parse(data, namespace_html_elements=False, override_encoding="utf-8")
    return getattr(root, "getroot", lambda: root)()


def has_class(element: Element, name: str) -> bool:
    return name in element.get("class", "").split()


def text_of(element: Element, leave_out) -> str:
    """Return an element's text without the elements that `leave_out` says are not part of it."""
    pieces = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and not leave_out(child):
            pieces.append(text_of(child, leave_out))
        pieces.append(child.tail or "")
    return "".join(pieces)


def elements(root: Element) -> list[Element]:
    return [element for element in root.iter() if isinstance(element.tag, str)]


def by_id(root: Element) -> dict[str, Element]:
    return {element.attrib["id"]: element for element in elements(root) if element.get("id")}


def inner_links(root: Element) -> set[str]:
    """Return the ids that links of a page point to."""
    addresses = [element.get("href", "") for element in elements(root)]
    return {address[1:] for address in addresses if address.startswith("#")}
