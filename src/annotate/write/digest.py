"""The digest by which an edit of a text by hand is seen."""

from __future__ import annotations

from hashlib import sha256

from lxml import etree


def digest_in(data: bytes) -> str | None:
    """Return the SHA-256 (hex) of the canonical form (Exclusive C14N 1.0) of a TEI file's `text`.

    None if it has none; well-formed XML only. `write.tei` records the same in the header.
    """
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    text = root.find("{http://www.tei-c.org/ns/1.0}text")
    return sha256(etree.tostring(text, method="c14n", exclusive=True)).hexdigest() if text is not None else None
