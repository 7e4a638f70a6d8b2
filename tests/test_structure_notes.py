"""Notes called in a text: nothing in them is lost, whatever they hold, and each stands right after its call."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from annotate.model.document import leaves, plain_text
from annotate.model.source import Form, RawBlock, RawNote, SourceText
from annotate.model.text import reading_text
from annotate.read.tei.reader import read_tei
from annotate.resources import resource_path
from annotate.structure.pipeline import structure
from annotate.write.tei import write_tei

FORMS = (Form.PARAGRAPH, Form.PARAGRAPH, Form.UNSAID, Form.ITEM, Form.QUOTATION, Form.VERSE, Form.CELL, Form.HEADING)
words = st.text("abcdefgh", min_size=1, max_size=8)


def blocks_of(notes) -> st.SearchStrategy[RawBlock]:
    return st.builds(
        RawBlock,
        st.builds(lambda first, second: f"{first} {second}", words, words),
        st.just(1),
        st.sampled_from(FORMS),
        notes=notes,
    )


def notes_in(blocks: st.SearchStrategy[RawBlock]) -> st.SearchStrategy[tuple[RawNote, ...]]:
    note = st.builds(RawNote, st.integers(0, 5), st.lists(blocks, min_size=1, max_size=3).map(tuple))
    return st.lists(note, max_size=2).map(tuple)


nested_blocks = st.recursive(blocks_of(st.just(())), lambda inner: blocks_of(notes_in(inner)), max_leaves=12)


def words_in_order(block: RawBlock) -> list[str]:
    notes = sorted(block.notes, key=lambda note: note.at)
    return [block.text, *(text for note in notes for inner in note.blocks for text in words_in_order(inner))]


def written(*blocks: RawBlock):
    title = RawBlock("A Title", 1, Form.TITLE)
    document = structure(SourceText("a.html", "0" * 64, (title, *blocks)), "0.1.0").document
    return document, write_tei(document)


@given(st.lists(nested_blocks, min_size=1, max_size=4))
def test_every_block_of_every_note_follows_the_block_that_calls_it(blocks):
    document, _ = written(*blocks)
    found = [" ".join(plain_text(block.content).split()) for block, _ in leaves(document.parts)][1:]
    assert found == [text for block in blocks for text in words_in_order(block)]
    assert [block.id for block, _ in leaves(document.parts)] == [f"b{n}" for n in range(1, len(found) + 2)]


@given(st.lists(nested_blocks, min_size=1, max_size=4))
def test_notes_in_notes_are_written_and_read_back(blocks):
    document, tei = written(*blocks)
    again = read_tei(tei, "a.xml")
    assert (again.front, again.body, again.back) == (document.front, document.body, document.back)
    assert reading_text(again) == reading_text(document)
    schema = etree.RelaxNG(etree.parse(str(resource_path("schemas/text.rng"))))
    assert schema.validate(etree.fromstring(tei)), schema.error_log.last_error
