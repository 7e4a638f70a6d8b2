"""The reading text: the vectors of docs/reading-text.md, and the laws every offset stands on."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.model.document import Block, Document, Group, Inline, Metadata
from annotate.model.text import Span, reading_text
from annotate.read.tei.reader import read_tei

PAGE = Path(__file__).parent.parent / "docs" / "reading-text.md"
VECTOR = re.compile(r"^### (.+?)\n\n```xml\n(.*?)\n```\n\n```text\n(.*?)\n```$", re.MULTILINE | re.DOTALL)
VECTORS = VECTOR.findall(PAGE.read_text("utf-8"))


def tei(inside: str) -> bytes:
    header = "<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt></fileDesc></teiHeader>"
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{header}<text>{inside}</text></TEI>'.encode()


@pytest.mark.parametrize(("inside", "expected"), [v[1:] for v in VECTORS], ids=[v[0] for v in VECTORS])
def test_the_vectors_of_the_documentation(inside, expected):
    assert reading_text(read_tei(tei(inside), "vector.xml")).text == expected


def test_the_documentation_has_a_vector_for_each_heading():
    headings = PAGE.read_text("utf-8").partition("## Test vectors")[2].count("\n### ")
    assert len(VECTORS) == headings >= 20


words = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=12)


@st.composite
def blocks(draw):
    count = draw(st.integers(1, 8))
    made = []
    for number in range(1, count + 1):
        content = tuple(
            Inline("hi", (text,)) if draw(st.booleans()) else text
            for text in draw(st.lists(words, min_size=1, max_size=4))
        )
        hidden = {"type": "boilerplate", "subtype": "advert"} if draw(st.integers(0, 4)) == 0 else {}
        made.append(Block(f"b{number}", "ab" if hidden else "p", content, hidden))
    return tuple(made)


@given(blocks())
def test_each_block_stands_where_its_span_says_and_boilerplate_nowhere(made):
    reading = reading_text(Document(Metadata("T"), body=made))
    texts = {block.id: "".join(n if isinstance(n, str) else n.content[0] for n in block.content) for block in made}
    assert [block.id for block in reading.blocks] == [block.id for block in made if not block.boilerplate]
    assert all(reading.slice(block.span) == texts[block.id] for block in reading.blocks)
    assert "\n\n".join(reading.slice(block.span) for block in reading.blocks) == reading.text
    for block in reading.blocks:
        assert reading.block_at(block.span.start) == block


def test_a_cut_paragraph_is_found_by_either_half():
    halves = (
        Block("b1", "p", ("one",), {"part": "I", "next": "#b3"}),
        Block("b2", "ab", ("Buy",), {"type": "boilerplate"}),
        Block("b3", "p", ("two",), {"part": "F", "prev": "#b1"}),
    )
    reading = reading_text(Document(Metadata("T"), body=halves))
    assert reading.text == "one two"
    assert reading.block("b3") is reading.block("b1")
    whole = reading.block("b1")
    assert whole is not None
    assert whole.halves == (("b1", 0), ("b3", 4))


def test_a_turn_knows_its_blocks_and_its_speaker():
    turn = Group("sp", (Block("b1", "p", ("Yes.",)), Block("b2", "p", ("No.",))), "t1", {"who": "#ada"}, ("A:",))
    reading = reading_text(Document(Metadata("T"), body=(turn,)))
    assert [(block.id, block.who) for block in reading.turn_blocks("t1")] == [("b1", ("ada",)), ("b2", ("ada",))]


@given(st.integers(-3, 5), st.integers(-3, 5))
def test_a_span_is_a_range_or_refused(start, end):
    if 0 <= start <= end:
        assert len(Span(start, end)) == end - start
    else:
        with pytest.raises(ValueError, match="not a span"):
            Span(start, end)
