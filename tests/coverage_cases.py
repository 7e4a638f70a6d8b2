"""Texts and annotations about invented persons, for tests of reports."""

from __future__ import annotations

import json

from annotate.model.document import Block, Document, Group, Metadata
from annotate.model.text import reading_text
from annotate.write.tei import write_tei


def text_of(*sections, title="The Ferryman’s Clock", language="en"):
    """Return a document: a title, and sections of (heading or None, paragraphs)."""
    number = iter(range(2, 100_000))
    body: list[Group | Block] = []
    for heading, paragraphs in sections:
        blocks = [Block(f"b{next(number)}", "head", (heading,))] if heading else []
        blocks += [Block(f"b{next(number)}", "p", (words,)) for words in paragraphs]
        body += [Group("div", tuple(blocks))] if heading else blocks
    front = (Group("docTitle", (Block("b1", "titlePart", (title,)),)),)
    return Document(Metadata(title, genre="review", language=language), front, tuple(body))


def project(folder, document, *, name="ferry", who="", **sections):
    """Write a text and an annotation file into a folder; targets may be the words alone. Return the text's path."""
    path = folder / f"{name}.xml"
    path.write_bytes(write_tei(document))
    held = {
        "$schema": "https://annotate.invalid/schemas/annotations-1.schema.json",
        "format": 1,
        "text": {
            "file": path.name,
            "reading_sha256": reading_text(document).sha256,
            "reading_rule": 1,
            "unit": "code-point",
        },
    }
    for section in ("entities", "sources", "claims", "notes", "mentions", "passages", "links"):
        held[section] = sections.get(section, [])
    (folder / f"{name}{who and f'.{who}'}.annotations.json").write_text(json.dumps(held), "utf-8")
    return path


def claim(number, words, *, kind="factual", status="unreviewed", **more):
    """Return a claim as the file has it; its id ends in `number`."""
    return {"id": f"c-{number:06}", "target": {"exact": words}, "kind": kind, "status": status, **more}


def evidence(number, source, relation="supports", **more):
    """Return evidence as the file has it."""
    return {"id": f"e-{number:06}", "source": source, "relation": relation, **more}
