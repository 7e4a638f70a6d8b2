"""The map of the claims and the graph of the sources: what they draw is what the record says."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from annotate.model.edition import edition_blocks, stretches
from annotate.render.claim_map import WIDTH, extent, map_svg
from annotate.render.source_graph import graph_svg
from tests.edition_cases import lamplighter_edition


@pytest.fixture(scope="module")
def edition():
    return lamplighter_edition()


def test_each_claim_lies_on_the_map_where_it_lies_in_the_text(edition):
    text = "".join(stretches(block.pieces) for block in edition_blocks(edition.parts))
    found = extent(edition)
    assert found.length == len(text)
    for claim in edition.claims:
        if claim.place is None:
            assert claim.id not in found.reaches
        elif "…" not in claim.lemma:
            reach = found.reaches[claim.id]
            assert text[reach.start : reach.end].split() == claim.lemma.split()


def test_no_bar_lies_on_another_and_none_over_the_edge(edition):
    drawing = ElementTree.fromstring(map_svg(edition))
    bars = [bar for bar in drawing.iter("rect") if "bar" in bar.get("class", "")]
    assert len(bars) == sum(claim.place is not None for claim in edition.claims)
    rows: dict[str, list[tuple[float, float]]] = {}
    for bar in bars:
        left, width = float(bar.attrib["x"]), float(bar.attrib["width"])
        assert left >= 0
        assert left + width <= WIDTH
        rows.setdefault(bar.attrib["y"], []).append((left, left + width))
    for places in rows.values():
        places.sort()
        assert all(one[1] < other[0] for one, other in pairwise(places))


def test_a_status_is_told_by_its_pattern_and_not_by_colour_alone(edition):
    drawing = ElementTree.fromstring(map_svg(edition))
    patterns = {pattern.attrib["id"]: [path.attrib["d"] for path in pattern] for pattern in drawing.iter("pattern")}
    drawn = [patterns[f"map.{status}"] for status in ("supported", "disputed", "refuted", "unverifiable")]
    assert len({str(path) for path in drawn}) == 4


def test_each_evidence_is_a_line_of_its_relation(edition):
    drawing = graph_svg(edition)
    for relation in ("supports", "disputes", "qualifies", "mentions"):
        called = sum(item.relation == relation for claim in edition.claims for item in claim.evidence if item.anchor)
        assert len(re.findall(f'class="line {relation}"', drawing)) == called
    links = {link.attrib["href"].removeprefix("#") for link in ElementTree.fromstring(drawing).iter("a")}
    called_for = {item.anchor for claim in edition.claims for item in claim.evidence if item.anchor}
    assert called_for <= links


def test_without_claims_nothing_is_drawn(edition):
    assert map_svg(replace(edition, claims=())) == graph_svg(replace(edition, claims=())) == ""
