"""Passages that nest, cross, join, recur, run over blocks and turns, or have gaps, from the commands to the page."""

from __future__ import annotations

import json

import pytest

from annotate.api.load import load_text
from tests.edition_cases import elements, parse, text_of
from tests.pdf_text import body_text, squeezed
from tests.surroundings import SAMPLES

PASSAGES = (
    # one inside the other, and the same once more
    ["--block", "b6"],
    ["A 16 mm negative"],
    ["A 16 mm negative"],
    ["mm", "--in", "b6"],
    # crossing
    ["the Museo del Cine in Buenos Aires"],
    ["in Buenos Aires, with some"],
    # end to end
    ["nobody has lost Metropolis,"],
    [" it is on my shelf"],
    # over blocks, and over turns
    ["I sat down on the floor", "--last", "until then"],
    ["with good manners", "--last", "Because a distributor was quick"],
    ["--turn", "t2"],
    # with gaps, also around another and over the same words
    ["It was somebody else’s", "twenty-five minutes", "black hole"],
    ["somebody else", "--last", "hole"],
    ["Why Buenos", "Aires?"],
)


@pytest.fixture(scope="module")
def talk(tmp_path_factory):
    path = tmp_path_factory.mktemp("overlaps") / "talk.xml"
    path.write_bytes((SAMPLES / "archive-interview.xml").read_bytes())
    return path


@pytest.fixture
def annotated(talk, annotate):
    """Annotate the talk once, each passage as a claim; give their ids."""
    file = talk.with_suffix(".annotations.json")
    if not file.exists():
        for number, how in enumerate(PASSAGES):
            annotate("claim", "add", talk, *how, "--by", "Marta Ilieva", "--note", number, code=0)
    claims = json.loads(file.read_text())["claims"]
    assert len(claims) == len(PASSAGES)
    return talk


def reading(talk):
    return load_text(talk).reading


def test_every_passage_stands_exactly_where_it_was_chosen(annotated, annotate):
    _, out, _ = annotate("anchors", annotated, "--json", code=0)
    assert {row["outcome"] for row in json.loads(out)} == {"exact"}


def test_such_passages_are_nothing_to_complain_of(annotated, annotate):
    _, out, _ = annotate("validate", annotated)
    assert " A" not in out


def test_the_text_is_shown_whole_with_every_annotation(annotated, annotate):
    _, out, _ = annotate("show", annotated, "--json", code=0)
    blocks = {block["id"]: block for block in json.loads(out)}
    shown = {name for block in blocks.values() for name in block.get("annotations", ())}
    assert len(shown) == len(PASSAGES)


def test_the_page_has_each_character_once_and_in_order(annotated, annotate):
    annotate("render", annotated, "--to", "html", code=0)
    page = parse(annotated.with_suffix(".html").read_bytes())
    (text,) = (element for element in elements(page) if "data-reading-text" in element.attrib)
    shown = text_of(text, lambda element: "data-apparatus" in element.attrib)
    assert "".join(shown.split()) == "".join(reading(annotated).text.split())


def test_the_page_calls_every_claim_once(annotated, annotate):
    annotate("render", annotated, "--to", "html", code=0)
    page = parse(annotated.with_suffix(".html").read_bytes())
    calls = [name for element in elements(page) if (name := element.get("id", "")).startswith("call.c-")]
    assert len(calls) == len(set(calls)) == len(PASSAGES)


def test_the_pdf_has_every_block_in_order(annotated, annotate):
    annotate("render", annotated, "--to", "pdf", code=0)
    found = body_text(annotated.with_suffix(".pdf").read_bytes())
    at = 0
    for block in reading(annotated).blocks:
        words = squeezed(reading(annotated).slice(block.span))
        place = found.find(words, at)
        assert place >= 0, f"{block.id} does not follow the block before it"
        at = place + len(words)
