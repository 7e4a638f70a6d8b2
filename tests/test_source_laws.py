"""Laws of what becomes of any reader's blocks: nothing lost, valid, read back the same, numbered in order."""

import re
from dataclasses import replace

from hypothesis import given
from lxml import etree

from annotate.model.document import leaves
from annotate.model.source import Form
from annotate.model.text import reading_text
from annotate.read.tei.reader import read_tei
from annotate.resources import resource_path
from annotate.structure.pipeline import structure
from annotate.write.tei import write_tei
from tests.source_texts import SOURCES

TEI = "{http://www.tei-c.org/ns/1.0}"


def visible(text):
    return "".join(character for character in text if not character.isspace())


def words_of(blocks):
    """Return the visible characters of blocks in order, notes at the place of their call."""
    pieces = []
    for block in blocks:
        at = 0
        for note in block.notes:
            pieces += [block.text[at : note.at], words_of(note.blocks)]
            at = note.at
        pieces.append(block.text[at:])
        if block.form is Form.PICTURE:
            pieces.append(block.attributes["alt"])
    return visible("".join(pieces))


def written(source):
    structured = structure(source, "1")
    return structured.document, write_tei(structured.document), structured.findings


@given(SOURCES)
def test_every_visible_character_stands_in_the_text_once_and_in_order(source):
    text = next(etree.fromstring(written(source)[1]).iter(f"{TEI}text"))
    assert visible("".join(map(str, text.itertext()))) == words_of(source.blocks)


@given(SOURCES)
def test_the_same_blocks_give_the_same_bytes(source):
    assert written(source)[1] == written(source)[1]


@given(SOURCES)
def test_what_is_written_reads_back_the_same(source):
    document, tei, _ = written(source)
    again = read_tei(tei, "law.xml")
    bare = replace(again.metadata, provenance=document.metadata.provenance)
    assert replace(again, metadata=bare) == document
    assert reading_text(again).text == reading_text(document).text


@given(SOURCES)
def test_blocks_are_numbered_in_order_and_ids_are_unique(source):
    document, tei, _ = written(source)
    numbers = [int(block.id[1:]) for block, _ in leaves(document.parts) if block.id]
    assert numbers == sorted(numbers)
    ids = re.findall(rb'xml:id="([^"]+)"', tei)
    assert len(ids) == len(set(ids))


@given(SOURCES)
def test_what_is_written_is_valid(source):
    schema = etree.RelaxNG(etree.parse(str(resource_path("schemas/text.rng"))))
    assert schema.validate(etree.fromstring(written(source)[1])), schema.error_log.last_error
