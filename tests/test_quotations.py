"""What a careful reader would mark of the quotations in a text: speech and whose, titles, terms, irony."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from annotate.api.parse import parse_bytes
from annotate.model.document import Document, Inline, leaves, plain_text

FIXTURES = sorted((Path(__file__).parent / "fixtures" / "quotations").glob("*.txt"))
MARKED = {"said", "q", "quote", "title", "term", "soCalled", "mentioned"}


def read_fixture(path: Path) -> tuple[str, list[tuple[str, ...]]]:
    source, _, expected = path.read_text("utf-8").partition("--- expected\n")
    return source, [tuple(cell.strip() for cell in line.split("|")) for line in expected.strip().splitlines()]


def quotations_of(document: Document) -> list[tuple[str, str, str, str]]:
    """Return element, speaker, part (I, M, F) and words of all quotations and titles in document order."""
    names = {person.id: person.name for person in document.metadata.persons}
    rows: list[tuple[str, str, str, str]] = []

    def walk(content) -> None:
        for node in content:
            if isinstance(node, Inline):
                if node.name in MARKED:
                    rows.append(row(node))
                walk(node.content)

    def row(node: Inline) -> tuple[str, str, str, str]:
        more = node.attributes.get("type") or node.attributes.get("level")
        more = "thought" if "aloud" in node.attributes else more
        part = {(True, False): "I", (True, True): "M", (False, True): "F"}.get(
            ("next" in node.attributes, "prev" in node.attributes), ""
        )
        who = names[node.attributes["who"].removeprefix("#")] if "who" in node.attributes else ""
        return f"{node.name} {more}" if more else node.name, who, part, plain_text(node.content)

    for block, _ in leaves(document.parts):
        walk(block.content)
    return rows


def found_in(path: Path) -> list[tuple[str, str, str, str]]:
    return quotations_of(parse_bytes(read_fixture(path)[0].encode(), path.name).document)


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_every_quotation_is_found_once_and_in_order(path):
    _, expected = read_fixture(path)
    found = found_in(path)
    assert [row[3][: len(starts)] for row, (*_, starts) in zip(found, expected, strict=False)] == [
        r[3] for r in expected
    ]
    assert len(found) == len(expected)
