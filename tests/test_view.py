"""What the edition of an interview holds: numbers, speakers, sources with their uses, index, what has no place."""

from types import MappingProxyType

import pytest

from annotate.model.anchor import Outcome, Resolution
from annotate.model.document import Block, Document, Group, Inline, Metadata
from annotate.model.edition import EditionBlock, EditionGroup, Markup, Sign, Speaker, stretches
from annotate.model.text import reading_text
from annotate.render.citations import Bibliography
from annotate.render.view import build_view
from tests.edition_cases import NEAR, ORPHAN, lamplighter, lamplighter_edition


@pytest.fixture(scope="module")
def edition():
    return lamplighter_edition()


def blocks(edition):
    def walk(nodes, turn):
        for node in nodes:
            if isinstance(node, EditionBlock):
                yield node, turn
            else:
                yield from walk(node.children, node.speaker or turn)

    return {block.anchor: (block, turn) for block, turn in walk(edition.parts, None)}


def test_paragraphs_are_numbered_and_titles_headings_captions_and_cells_are_not(edition):
    numbers = {anchor: block.number for anchor, (block, _) in blocks(edition).items()}
    assert [numbers[name] for name in ("b5", "b7", "b10", "b11", "b12")] == [1, 2, 3, 4, 5]
    assert {numbers[name] for name in ("b1", "b3", "b9", "b21", "b25", "b26", "b41")} == {None}


def test_boilerplate_is_left_out_and_a_paragraph_cut_by_it_is_whole(edition):
    shown = blocks(edition)
    assert "b6" not in shown
    assert "b39" not in shown
    assert "b40" not in shown
    whole = stretches(shown["b38"][0].pieces)
    assert whole.endswith("wished to have seen. That is how reputations are made, and it is no way to judge a film. "
                          "Judge it by the eleven seconds.")  # fmt: skip
    assert shown["b38"][0].also == ("b40",)


def test_turns_bear_the_label_the_source_printed(edition):
    assert blocks(edition)["b10"][1].label == "Ines Halloran:"
    assert blocks(edition)["b13"][1].label == "IH:"
    assert not blocks(edition)["b13"][1].supplied


def test_a_turn_without_a_label_is_given_its_speakers_name():
    document, *_ = lamplighter()
    turn = Group("sp", (Block("b1", "p", ("What came then?",)),), "t1", {"who": "#ines"})
    unlabelled = Document(document.metadata, body=(turn,))
    (group,) = build_view(unlabelled, reading_text(unlabelled)).body
    assert isinstance(group, EditionGroup)
    assert group.speaker == Speaker("Ines Halloran", supplied=True)


def test_headings_have_ranks_in_order_and_the_title_is_the_first(edition):
    levels = [block.level for block, _ in blocks(edition).values() if block.level]
    assert edition.titled
    assert levels == [1, 2, 2]


def test_a_text_without_a_title_of_its_own_takes_the_headers(edition):
    document = Document(Metadata(title="From the header"), body=(Block("b1", "p", ("Words.",)),))
    bare = build_view(document, reading_text(document))
    assert not bare.titled
    assert [bare.claims, bare.notes, bare.sources] == [(), (), ()]


def test_a_first_heading_that_is_the_title_is_not_printed_twice():
    document = Document(Metadata(title="Stairs"), body=(Block("b1", "head", ("Stairs",)), Block("b2", "p", ("Up.",))))
    edition = build_view(document, reading_text(document))
    assert edition.titled
    assert [block.level for block, _ in blocks(edition).values()] == [1, 0]


def test_claims_bear_numbers_and_notes_letters_in_the_order_of_their_calls(edition):
    assert [claim.id for claim in edition.claims][:4] == ["c-000002", "c-000003", "c-000001", "c-000004"]
    assert [note.mark for note in edition.notes] == ["a", "b", "c", "d", "e"]


def test_a_claim_over_two_paragraphs_is_called_at_the_end_of_the_second(edition):
    claim = edition.entry("c-000005")
    assert claim.place.anchor == "b12"
    assert claim.lemma == "A reel of … to the window."


def test_annotations_without_a_certain_place_are_listed_with_outcome_and_reason(edition):
    listed = {item.id: item for item in edition.unplaced}
    assert set(listed) == {NEAR, ORPHAN}
    assert listed[ORPHAN].outcome is Outcome.ORPHANED
    assert listed[ORPHAN].reason == "The quoted words stand nowhere in the text."
    assert listed[ORPHAN].entry.place is None
    assert listed[NEAR].nearest == "eleven seconds you look"
    assert [place.paragraph for place in listed[NEAR].near] == [7]
    assert edition.claims[-1].id == ORPHAN


def test_an_annotation_nobody_resolved_counts_as_not_searched():
    document, reading, annotations, _ = lamplighter()
    edition = build_view(document, reading, annotations, MappingProxyType({}))
    assert len(edition.unplaced) == len(list(annotations.targets()))
    assert {item.outcome for item in edition.unplaced} == {Outcome.NOT_SEARCHED}


def test_an_ambiguous_quote_names_the_paragraphs_it_fits():
    document, reading, annotations, found = lamplighter()
    rivals = tuple(block.span for block in reading.blocks if block.id in {"b5", "b7"})
    found["c-000003"] = Resolution(Outcome.AMBIGUOUS, rivals=rivals)
    edition = build_view(document, reading, annotations, found)
    item = next(item for item in edition.unplaced if item.id == "c-000003")
    assert item.reason == "The quoted words fit 2 places of the text equally well."
    assert [place.label for place in item.near] == ["1", "2"]


def test_sources_say_what_they_support_and_dispute_and_unused_ones_are_listed(edition):
    uses = {source.id: dict(source.uses) for source in edition.sources}
    assert uses["ledger-1928"] == {"supports": ("c-000012",), "disputes": ("c-000001",)}
    assert uses["unused-1999"] == {}


def test_evidence_is_cited_in_the_style_with_its_locator_and_without_parentheses():
    _, _, annotations, _ = lamplighter()
    edition = lamplighter_edition(Bibliography("apa", annotations.sources, "en"))
    claim = edition.entry("c-000010")
    assert [item.citation for item in claim.evidence] == ["Vane, 1961, Chapter 7", "Vane, 1927, 01:08:12–01:08:23"]
    assert next(source for source in edition.sources if source.id == "vane-1961").citation == (
        "Vane, O. (1961). <i>Too Many Stairs</i>. Harrow &amp; Sons."
    )


def test_links_are_told_at_both_ends_and_those_to_other_files_are_named(edition):
    told = {entry.id: [(item.words, item.label) for item in entry.references] for entry in edition.claims}
    assert told["c-000009"] == [("restates", "claim\u00a08")]
    assert told["c-000008"] == [("is restated by", "claim\u00a07")]
    assert told["c-000010"] == [("is supported by", "the passage “He lets the lamp go out”")]
    assert told["c-000004"] == [("contradicts", "other.annotations.json#c-7k2m9x")]


def test_the_index_names_places_and_claims_by_type_and_name(edition):
    assert [(entry.type, entry.name) for entry in edition.index][:3] == [
        ("person", "Dusil, Marek"),
        ("person", "Halloran, Ines"),
        ("person", "Lom, Vera"),
    ]
    lom = next(entry for entry in edition.index if entry.id == "lom")
    assert [place.label for place in lom.places] == ["5", "after 16"]


def test_an_authors_note_follows_its_paragraph_and_its_sign_points_to_it(edition):
    shown = blocks(edition)
    assert list(shown).index("b8") == list(shown).index("b7") + 1
    assert shown["b8"][0].sign == "*"
    signs = [piece for piece in shown["b7"][0].pieces if isinstance(piece, Sign)]
    assert signs == [Sign("*", "b8")]


def test_ids_of_the_text_give_way_to_those_of_annotations_and_of_the_page():
    document, _reading, annotations, found = lamplighter()
    own = Document(
        document.metadata,
        body=(
            Block("sources", "p", ("Words. ", Inline("seg", ("More.",), {"xml:id": "c-000001"}))),
            *document.body,
        ),
    )
    edition = build_view(own, reading_text(own), annotations, found)
    first = next(iter(blocks(edition)))
    assert first == "sources.2"
    markup = next(piece for piece in blocks(edition)[first][0].pieces if isinstance(piece, Markup))
    assert markup.anchor == "c-000001.2"
    assert next(claim for claim in edition.claims if claim.id == "c-000001").anchor == "c-000001"
