"""Whatever annotations lie over a text, the edition shows each character once, in order, and every annotation."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.model.anchor import Outcome, Resolution
from annotate.model.annotation import Annotations, Claim, Mention, Note, Target, TextReference
from annotate.model.document import Block, Document, Group, Inline, Metadata
from annotate.model.edition import Call, EditionBlock, Markup, Stretch, stretches
from annotate.model.text import Span, reading_text
from annotate.render.view import build_view

WORDS = st.text("ab c.,’”é🎞", min_size=1, max_size=12)
INLINE_NAMES = st.sampled_from(["said", "q", "title", "emph", "hi", "ref", "foreign", "date", "seg"])
CONTENT = st.recursive(
    st.lists(WORDS, min_size=1, max_size=3).map(tuple),
    lambda inside: st.lists(
        st.one_of(
            WORDS, st.builds(Inline, INLINE_NAMES, inside), st.builds(lambda: Inline("ref", ("1",), silent=True))
        ),
        min_size=1,
        max_size=4,
    ).map(tuple),
    max_leaves=8,
)


@st.composite
def documents(draw):
    contents = draw(st.lists(CONTENT, min_size=1, max_size=5))
    blocks = [Block(f"b{number}", draw(st.sampled_from(["p", "head", "lg", "ab"])), content)
              for number, content in enumerate(contents, 1)]  # fmt: skip
    cut = draw(st.integers(0, len(blocks)))
    rest = (Group("div", tuple(blocks[cut:])),) if cut < len(blocks) else ()
    body: tuple[Group | Block, ...] = (*blocks[:cut], *rest)
    return Document(Metadata(title="A title"), body=body)


@st.composite
def annotated(draw):
    """A document and annotations over any parts of it, nested, crossing, over block borders or nothing at all."""
    document = draw(documents())
    reading = reading_text(document)
    length = len(reading.text)
    spans = st.tuples(st.integers(0, length), st.integers(0, length)).map(lambda ends: Span(min(ends), max(ends)))
    resolutions = {}
    records: dict[str, list[Any]] = {"claims": [], "notes": [], "mentions": []}
    for number in range(draw(st.integers(0, 8))):
        section = draw(st.sampled_from(list(records)))
        record_id = f"{section[0]}-{number:06}"
        target = Target(exact="x")
        outcome = draw(st.sampled_from([Outcome.EXACT, Outcome.EXACT, Outcome.MOVED, *Outcome]))
        parts = tuple(draw(st.lists(spans, min_size=1, max_size=2)))
        resolutions[record_id] = Resolution(outcome, parts, 1.0)
        records[section].append(
            Claim(record_id, target, "factual")
            if section == "claims"
            else Note(record_id, target, "gloss", "A note.")
            if section == "notes"
            else Mention(record_id, target, "nobody")
        )
    reference = TextReference("text.xml", reading.sha256)
    annotations = Annotations(reference)
    for name, items in records.items():
        annotations = annotations.with_section(name, tuple(items))
    return document, reading, annotations, resolutions


def blocks_of(edition):
    def walk(nodes):
        for node in nodes:
            if isinstance(node, EditionBlock):
                yield node
            else:
                yield from walk(node.children)

    return list(walk(edition.parts))


def pieces_of(edition, kind):
    def walk(pieces):
        for piece in pieces:
            if isinstance(piece, kind):
                yield piece
            if isinstance(piece, Markup):
                yield from walk(piece.content)

    return [piece for block in blocks_of(edition) for piece in walk(block.pieces)]


@given(annotated())
def test_each_blocks_text_is_the_reading_text_whatever_lies_over_it(case):
    document, reading, annotations, resolutions = case
    edition = build_view(document, reading, annotations, resolutions)
    shown = [(block.anchor, stretches(block.pieces)) for block in blocks_of(edition)]
    assert shown == [(block.id, reading.slice(block.span)) for block in reading.blocks]
    assert all(stretch.text for stretch in pieces_of(edition, Stretch))


@given(annotated())
def test_an_annotation_lies_over_just_the_text_it_was_resolved_to(case):
    document, reading, annotations, resolutions = case
    edition = build_view(document, reading, annotations, resolutions)
    unplaced = {item.id for item in edition.unplaced}
    covered: dict[str, set[int]] = {record_id: set() for record_id in resolutions}
    for block, read in zip(blocks_of(edition), reading.blocks, strict=True):
        at = read.span.start
        for stretch in (piece for piece in _flat(block.pieces) if isinstance(piece, Stretch)):
            for record_id in stretch.over:
                covered[record_id].update(range(at, at + len(stretch.text)))
            at += len(stretch.text)
    inside = {offset for block in reading.blocks for offset in range(block.span.start, block.span.end)}
    for record_id, resolution in resolutions.items():
        parts = [span for span in resolution.spans if reading.slice(span).strip()]
        wanted = {offset for span in parts for offset in range(span.start, span.end)} & inside
        assert covered[record_id] == (set() if record_id in unplaced else wanted)


@given(annotated())
def test_every_claim_and_note_is_called_once_or_listed_as_without_a_place(case):
    document, reading, annotations, resolutions = case
    edition = build_view(document, reading, annotations, resolutions)
    called = [name for call in pieces_of(edition, Call) for name in call.entries]
    unplaced = [item.id for item in edition.unplaced if item.entry is not None]
    records = [record.id for record in (*annotations.claims, *annotations.notes)]
    assert sorted(called + unplaced) == sorted(records)
    assert {item.id for item in edition.unplaced} >= {
        record_id for record_id, resolution in resolutions.items() if not resolution.outcome.trusted
    }


@given(annotated())
def test_marks_rise_as_one_reads_and_those_without_a_place_come_last(case):
    document, reading, annotations, resolutions = case
    edition = build_view(document, reading, annotations, resolutions)
    called = [name for call in pieces_of(edition, Call) for name in call.entries]
    for entries in (edition.claims, edition.notes):
        own = {entry.id for entry in entries}
        placed = [name for name in called if name in own]
        assert [entry.id for entry in entries][: len(placed)] == placed
    assert [claim.mark for claim in edition.claims] == [str(n) for n in range(1, len(edition.claims) + 1)]


@given(annotated())
def test_claims_that_overlap_have_lines_of_their_own(case):
    document, reading, annotations, resolutions = case
    edition = build_view(document, reading, annotations, resolutions)
    for stretch in pieces_of(edition, Stretch):
        lanes = [entry.lane for name in stretch.over if (entry := edition.entry(name)) in edition.claims]
        assert len(lanes) == len(set(lanes))


@pytest.mark.parametrize(
    ("text", "quote", "language", "expected"),
    [
        ("It fell in 1926. Then", "fell in 1926", "en", "It fell in 1926.^ Then"),
        ("He said “it fell”, and", "it fell", "en", "He said “it fell”,^ and"),
        ("Keaton's film", "Keaton", "en", "Keaton^'s film"),
        ("It cost 3.5 million", "It cost 3", "en", "It cost 3^.5 million"),
        ("Il tomba en 1926. Puis", "en 1926", "fr", "Il tomba en 1926^. Puis"),
        ("the end ", "the end", "en", "the end^"),
    ],
)
def test_a_mark_stands_where_a_printer_would_put_it(text, quote, language, expected):
    document = Document(Metadata(title="T", language=language), body=(Block("b1", "p", (text.strip(),)),))
    reading = reading_text(document)
    start = reading.text.index(quote)
    claim = Claim("c-000001", Target(exact=quote), "factual")
    found = {claim.id: Resolution(Outcome.EXACT, (Span(start, start + len(quote)),), 1.0)}
    annotations = Annotations(TextReference("t.xml", reading.sha256), claims=(claim,))
    (block,) = blocks_of(build_view(document, reading, annotations, found))
    shown = "".join("^" if isinstance(piece, Call) else piece.text for piece in block.pieces)
    assert shown == expected


def _flat(pieces):
    for piece in pieces:
        if isinstance(piece, Markup):
            yield from _flat(piece.content)
        else:
            yield piece
