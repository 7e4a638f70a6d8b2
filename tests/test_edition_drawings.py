"""The map of the claims and the graph of the sources: what they draw is what the record says."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from annotate.model.edition import edition_blocks, stretches
from annotate.render.screen.claim_map import WIDTH, extent, map_svg
from annotate.render.screen.page import html_edition
from annotate.render.screen.source_graph import graph_svg
from tests.edition_cases import lamplighter_edition


@pytest.fixture(scope="module")
def edition():
    return lamplighter_edition()


def in_order_of_place(edition):
    """Return the claims that have a place by where they begin, of equals the longest first."""
    found = extent(edition).reaches
    placed = [claim for claim in edition.claims if claim.id in found]
    return sorted(placed, key=lambda claim: (found[claim.id].start, -found[claim.id].end))


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


def test_the_map_of_a_text_from_right_to_left_begins_on_the_right(edition):
    mirrored = ElementTree.fromstring(map_svg(replace(edition, language="he")))
    for bar, other in zip(ElementTree.fromstring(map_svg(edition)).iter("rect"), mirrored.iter("rect"), strict=True):
        before = float(bar.attrib["x"])
        after = WIDTH - float(other.attrib["x"]) - float(other.attrib["width"])
        assert after == pytest.approx(before)
        assert (bar.attrib["y"], bar.attrib["width"]) == (other.attrib["y"], other.attrib["width"])


def test_a_status_is_told_by_its_pattern_and_not_by_colour_alone(edition):
    drawing = ElementTree.fromstring(map_svg(edition))
    lines = {f"url(#{made.attrib['id']})": made[0].attrib["d"] for made in drawing.iter("pattern")}
    drawn: dict[str, set[tuple[str, bool]]] = {}
    for link, claim in zip(drawing.iter("a"), in_order_of_place(edition), strict=True):
        fills = [rect.get("fill", "") for rect in link.iter("rect")]
        drawn.setdefault(claim.status, set()).add((lines.get(fills[-1], "plain"), claim.status == "unreviewed"))
    assert set(drawn) == {"supported", "disputed", "refuted", "unverifiable", "unreviewed"}
    assert all(len(looks) == 1 for looks in drawn.values())
    assert len(set.union(*drawn.values())) == len(drawn)


def test_a_status_of_a_projects_own_is_not_drawn_as_unreviewed(edition):
    own = replace(edition, claims=tuple(replace(claim, status="retracted") for claim in edition.claims))
    drawing = map_svg(own)
    assert 'class="bar status-other"' in drawing
    assert "status-unreviewed" not in drawing
    assert ", retracted</title>" in drawing
    page = html_edition(own).decode()
    assert re.search(r'<span class="sample"><svg class="swatch".*?</svg> retracted</span>', page)


def test_each_evidence_is_a_line_of_its_relation(edition):
    drawing = graph_svg(edition)
    for relation in ("supports", "disputes", "qualifies", "mentions"):
        called = sum(item.relation == relation for claim in edition.claims for item in claim.evidence if item.anchor)
        lines = re.findall(f'class="line {relation}" d="([^"]*)"', drawing)
        assert "".join(lines).count("M") == called
    links = {link.attrib["href"].removeprefix("#") for link in ElementTree.fromstring(drawing).iter("a")}
    called_for = {item.anchor for claim in edition.claims for item in claim.evidence if item.anchor}
    assert called_for <= links


def test_without_claims_nothing_is_drawn(edition):
    assert map_svg(replace(edition, claims=())) == graph_svg(replace(edition, claims=())) == ""
