"""XML bytes to a tree: no DTD, no entities, no network, no recovery, and every refusal a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from annotate.errors import InputRefused
from annotate.read import rules

if TYPE_CHECKING:
    from annotate.diagnostics import Finding

MAX_BYTES = 256 * 1024 * 1024


def parse_xml(data: bytes, path: str) -> etree._Element:
    """Return the root of an XML document.

    Raises InputRefused with the parser's complaint and its place. libxml2's own limits (256 levels, 10 MB of text in
    one node) stay in force; declared entities are refused even where nothing uses them, as they are a way to hide text.
    """
    if not data.strip():
        raise InputRefused(rules.EMPTY.at(path))
    if len(data) > MAX_BYTES:
        raise InputRefused(rules.TOO_LARGE.at(path, limit=MAX_BYTES))
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        recover=False,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise InputRefused(_complaint(error, path)) from None
    except ValueError as error:
        raise InputRefused(rules.NOT_WELL_FORMED.at(path, reason=str(error))) from None
    _refuse_declarations(root, path)
    return root


def _complaint(error: etree.XMLSyntaxError, path: str) -> Finding:
    line, column = error.position
    reason = str(error.msg).partition(", line ")[0]
    entry = error.error_log.last_error if error.error_log else None
    kind = entry.type_name if entry is not None else ""
    rule = rules.NOT_WELL_FORMED
    if kind in {"ERR_RESOURCE_LIMIT", "ERR_NAME_TOO_LONG", "ERR_ENTITY_LOOP"} or "huge" in reason.lower():
        rule = rules.XML_LIMIT
    return rule.at(path, max(line, 1), max(column, 1), reason=reason)


def _refuse_declarations(root: etree._Element, path: str) -> None:
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None:
        entity, element = next(dtd.iterentities(), None), next(dtd.iterelements(), None)
        if entity is not None:
            raise InputRefused(rules.DECLARES_ENTITIES.at(path, what=f"declares the entity “{entity.name}”"))
        if element is not None:  # with its attributes, whose defaults would be words nobody sees in the file
            raise InputRefused(rules.DECLARES_ENTITIES.at(path, what=f"declares the element “{element.name}”"))
    used = next(iter(root.iter(etree.Entity)), None)
    if used is not None:
        raise InputRefused(
            rules.DECLARES_ENTITIES.at(path, used.sourceline or 1, what=f"uses the entity {used.text!s}")
        )
