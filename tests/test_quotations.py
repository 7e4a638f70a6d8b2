"""What a careful reader would mark of the quotations in a text: speech and whose, titles, terms, irony."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from annotate.api.parse import parse_bytes
from annotate.model.document import Document, Inline, leaves, plain_text
from annotate.read.tei.reader import read_tei
from annotate.resources import resource_path
from annotate.structure.quotations import quotations_in

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


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_nobody_is_given_words_of_somebody_else(path):
    _, expected = read_fixture(path)
    pairs = zip(found_in(path), expected, strict=True)
    assert [(words, who) for (_, who, _, words), (_, speaker, *_) in pairs if who not in {"", speaker}] == []


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_the_parts_of_an_utterance_are_joined(path):
    _, expected = read_fixture(path)
    assert [row[2] for row in found_in(path)] == [row[2] for row in expected]


def test_of_all_quotations_nearly_every_kind_and_speaker_is_right():
    pairs = [pair for path in FIXTURES for pair in zip(found_in(path), read_fixture(path)[1], strict=True)]
    kinds = sum(found[0] == expected[0] for found, expected in pairs)
    named = [(found[1], expected[1]) for found, expected in pairs if expected[1]]
    assert kinds >= 0.97 * len(pairs)
    assert sum(found == speaker for found, speaker in named) >= 0.97 * len(named)


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_reading_the_written_tei_gives_the_same_quotations(path):
    parsed = parse_bytes(read_fixture(path)[0].encode(), path.name)
    assert quotations_of(read_tei(parsed.tei, "again.xml")) == quotations_of(parsed.document)


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_what_is_marked_is_valid(path):
    schema = etree.RelaxNG(etree.parse(str(resource_path("schemas/text.rng"))))
    schema.assertValid(etree.fromstring(parse_bytes(read_fixture(path)[0].encode(), path.name).tei))


def test_a_quotation_of_several_paragraphs_is_no_finding_and_one_that_never_closes_is():
    statement, near_misses = (
        parse_bytes(read_fixture(path)[0].encode(), path.name).findings
        for path in FIXTURES
        if path.stem in {"long-statement", "near-misses"}
    )
    assert [finding.code for finding in statement if finding.code == "T104"] == []
    assert [(finding.line, finding.column) for finding in near_misses if finding.code == "T104"] == [(19, 21)]


@given(
    st.lists(st.sampled_from([*"“”‘’\"'«»„‚‹›「」", "a", "B.", " ", "said ", "Ada Moll ", "he ", ", "]), max_size=60)
)
def test_quotations_lie_wholly_inside_or_outside_each_other(pieces):
    text = "".join(pieces)
    found = quotations_in(text)
    assert all(0 <= quotation.start < quotation.end <= len(text) for quotation in found)
    for first, second in itertools.pairwise(found):
        assert second.start >= first.start
        assert second.start >= first.end or second.end <= first.end
