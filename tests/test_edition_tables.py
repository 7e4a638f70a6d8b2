"""The tables of an edition: they say in words what its map and its graph draw."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

from annotate.render.screen.claim_table import claim_table
from annotate.render.screen.source_table import source_table
from annotate.render.words import RELATIONS
from tests.rich_editions import EVIDENCE, rich_edition


def cells():
    """Return the cells of the table of the rich edition: addresses of sources by address of claim and heading."""
    table = ElementTree.fromstring(source_table(rich_edition()))
    heads = ["".join(head.itertext()) for head in table.iter("th") if head.get("scope") == "col"]
    found = {}
    for row in table.findall("tbody/tr"):
        (claim,) = [link.get("href") for link in row.findall("th/a")]
        for head, cell in zip(heads[1:], row.findall("td"), strict=True):
            found[claim, head] = [link.get("href") for link in cell.iter("a")]
    return found


def test_the_sources_of_a_claim_stand_in_its_row_under_their_relations():
    found = cells()
    for claim in rich_edition().claims:
        for name in EVIDENCE if claim.evidence else ():
            called = [f"#{item.anchor}" for item in claim.evidence if item.relation == name]
            assert found[f"#{claim.anchor}", RELATIONS.get(name, name.capitalize())] == called


def test_the_table_has_a_column_for_each_relation_and_a_row_for_each_claim_with_evidence():
    found = cells()
    called = [claim for claim in rich_edition().claims if claim.evidence]
    assert {heading for _, heading in found} == {RELATIONS.get(name, name.capitalize()) for name in EVIDENCE}
    assert len({claim for claim, _ in found}) == len(called)


def test_without_evidence_there_is_no_table():
    edition = rich_edition()
    bare = replace(edition, claims=tuple(replace(claim, evidence=()) for claim in edition.claims))
    assert source_table(bare) == ""


def test_the_map_of_the_claims_is_a_table_too():
    edition = rich_edition()
    table = ElementTree.fromstring(claim_table(edition))
    rows = [["".join(cell.itertext()) for cell in row] for row in table.findall("tbody/tr")]
    placed = [(claim, claim.place) for claim in edition.claims if claim.place]
    assert rows == [[claim.mark, place.label, claim.kind, claim.status] for claim, place in placed]
    assert claim_table(replace(edition, claims=())) == ""
