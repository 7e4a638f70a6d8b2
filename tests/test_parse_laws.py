"""Laws of reading plain text: nothing lost, the same bytes each time, what is written reads back the same."""

import re
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from annotate.api.parse import parse_bytes
from annotate.errors import InputRefused
from annotate.model.document import leaves
from annotate.model.text import reading_text
from annotate.read.tei.reader import read_tei
from annotate.resources import resource_path
from tests.surroundings import SHARED, needs_shared

TEI = "{http://www.tei-c.org/ns/1.0}"
FRAGMENTS = st.sampled_from(
    [
        *("Nora Fenn: ", "NF: ", "Q: ", "A: ", "By ", "(1926)", "?", ".", ":", "\n", "\n\n", " ", "\t", "\f", "——"),
        *("“", "”", "‘", "’", '"', "'", "«", "»", "《城南旧事》", "的电影", "é", "e\u0301", "😀", "\u200b", "\ufeff"),
        *("Buy now", "Share this", "Advertisement", "Cite this page", "About the author", "Leave a reply"),
        *("★★★", "4/5", "- ", "1. ", "2. ", "March 3, 2019", "Ida Marrow", "The General", "you", "I", "\u00a0"),
        *("\u2028", "\x85", "und der", "a longer run of words "),
    ]
)
texts = st.lists(st.one_of(FRAGMENTS, st.text(max_size=8)), min_size=1, max_size=40).map("".join)


def visible(text: str) -> str:
    return "".join(character for character in text if not character.isspace())


def text_of(tei: bytes) -> str:
    text = etree.fromstring(tei).find(f"{TEI}text")
    assert text is not None
    return "".join(str(piece) for piece in text.itertext())


def parsed_or_refused(text: str):
    try:
        return parse_bytes(text.encode("utf-8", "surrogatepass"), "law.txt")
    except InputRefused:
        return None


@given(texts)
@example("“a\n\n‘b’ “c")
@example("A: x\nB: y\nA: z\nB: “open")
def test_every_visible_character_is_in_the_tei_once_and_in_order(text):
    parsed = parsed_or_refused(text)
    if parsed is not None:
        written, source = visible(text_of(parsed.tei)), visible(text.removeprefix("\ufeff"))
        if any(finding.code == "T124" for finding in parsed.findings):  # hyphens at line ends, which it names
            written, source = (re.sub("[-‐\u00ad¬]", "", side) for side in (written, source))
        assert written == source


@given(texts)
def test_parsing_twice_gives_the_same_bytes(text):
    first, second = parsed_or_refused(text), parsed_or_refused(text)
    assert (first and first.tei) == (second and second.tei)


@given(texts)
def test_reading_what_was_written_gives_the_same_document(text):
    parsed = parsed_or_refused(text)
    if parsed is not None:
        again = read_tei(parsed.tei, "law.xml")
        header = again.metadata
        assert header.provenance is not None
        assert header.provenance.text_sha256
        bare = replace(header, provenance=replace(header.provenance, text_sha256=None))
        assert replace(again, metadata=bare) == parsed.document
        assert reading_text(again).text == reading_text(parsed.document).text


@given(texts)
def test_blocks_are_numbered_in_order_and_ids_are_unique(text):
    parsed = parsed_or_refused(text)
    if parsed is not None:
        numbers = [int(block.id[1:]) for block, _ in leaves(parsed.document.parts)]
        assert numbers == list(range(1, len(numbers) + 1))
        ids = re.findall(rb'xml:id="([^"]+)"', parsed.tei)
        assert len(ids) == len(set(ids))


@given(texts)
def test_what_is_written_is_valid(text):
    parsed = parsed_or_refused(text)
    if parsed is not None:
        schema = etree.RelaxNG(etree.parse(str(resource_path("schemas/text.rng"))))
        assert schema.validate(etree.fromstring(parsed.tei)), schema.error_log.last_error


@needs_shared
@pytest.mark.parametrize("path", sorted((SHARED / "texts").glob("*.txt")), ids=lambda path: path.stem)
def test_real_texts_lose_nothing_and_are_valid(path):
    data = path.read_bytes()
    parsed = parse_bytes(data, path.name)
    root = etree.fromstring(parsed.tei)
    assert visible(text_of(parsed.tei)) == visible(data.decode("utf-8").removeprefix("\ufeff"))
    schema = etree.RelaxNG(etree.parse(str(resource_path("schemas/text.rng"))))
    assert schema.validate(root), schema.error_log.last_error
