"""Texts that annotate wrote: do they fit our grammar, point at what is there, and stand as they were written."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from lxml import etree

from annotate.check import text_rules as rules
from annotate.check.grammar_errors import GrammarErrors, attributes_of, local_name
from annotate.check.nearest import suggestion
from annotate.check.xml_places import XmlPlaces
from annotate.diagnostics import in_order
from annotate.resources import resource_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotate.diagnostics import Finding

GRAMMAR = "schemas/text.rng"
_TEI = "{http://www.tei-c.org/ns/1.0}"
_APPLICATION = f"{_TEI}teiHeader/{_TEI}encodingDesc/{_TEI}appInfo/{_TEI}application[@ident='annotate']"
_POINTERS = ("who", "next", "prev", "target", "start", "end", "since", "origin")
_OPPOSITE = {"next": "prev", "prev": "next"}


def text_findings(root: etree._Element, data: bytes, path: str, text_sha256: str | None) -> list[Finding]:
    """Return what is wrong with a TEI text that annotate wrote (T201 to T211), in the file's order.

    `root` is what parsing `data` gave; `text_sha256` the digest of its `text` as it stands (`write.tei.digest_in`).
    A text of another hand is not held to our grammar and has no findings.
    """
    application = root.find(_APPLICATION)
    if application is None:
        return []
    places = XmlPlaces(root, data)
    findings = list(_edited(application, places, path, text_sha256))
    validator = _validator()
    if not validator.validate(root):
        findings += _grammar_errors().findings(root, places, path) or [_unexplained(validator, path)]
    findings += _references(root, places, path)
    return in_order(findings)


@cache
def _validator() -> etree.RelaxNG:
    return etree.RelaxNG(etree.fromstring(resource_bytes(GRAMMAR)))


@cache
def _grammar_errors() -> GrammarErrors:
    return GrammarErrors(resource_bytes(GRAMMAR))


def _unexplained(validator: etree.RelaxNG, path: str) -> Finding:
    """Return libxml2's own words, for what no single element is to blame for."""
    errors = [entry for entry in validator.error_log if entry.line > 0]
    last = errors[-1] if errors else None
    return rules.NOT_OUR_GRAMMAR.at(
        path, last.line if last else 1, 1, reason=last.message if last else "no reason given"
    )


def _edited(application: etree._Element, places: XmlPlaces, path: str, text_sha256: str | None) -> Iterator[Finding]:
    digest = next((ab for ab in application.iter(f"{_TEI}ab") if ab.get("type") == "text-sha256"), None)
    if digest is not None and text_sha256 is not None and (digest.text or "").strip() != text_sha256:
        yield rules.EDITED.at(path, *places.of(digest))


def _references(root: etree._Element, places: XmlPlaces, path: str) -> Iterator[Finding]:
    elements = [(element, attributes_of(element)) for element in root.iter(etree.Element)]
    by_id = {attributes["xml:id"]: (element, attributes) for element, attributes in elements if "xml:id" in attributes}
    for element, attributes in elements:
        if attributes.keys().isdisjoint(_POINTERS):
            continue
        for name in _POINTERS:
            for pointer in attributes.get(name, "").split():
                if not pointer.startswith("#"):
                    continue
                other = by_id.get(pointer[1:])
                if other is None:
                    remedy = suggestion(pointer[1:], by_id, f"delete {name}, or give the element meant this xml:id")
                    line, column = places.of(element)
                    yield rules.POINTS_NOWHERE.at(
                        path, line, column, attribute=name, pointer=pointer, name=local_name(element), remedy=remedy
                    )
                elif name in _OPPOSITE and other[1].get(_OPPOSITE[name]) != f"#{attributes.get('xml:id')}":
                    line, column = places.of(element)
                    yield rules.JOINTS_DISAGREE.at(path, line, column, name=local_name(element), pointer=pointer)
