"""Laws of merging: who changed nothing changes nothing, order of the sides does not matter, and nothing is lost."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from annotate.attach.merge import merge
from annotate.attach.three_way import canonical
from annotate.check.schema import schema_findings
from annotate.model.annotation import SECTIONS, Annotations
from annotate.read.annotations.reader import read_json

# Three files are large examples: shrinking them takes minutes, and a failure is plain enough without.
quickly = settings(max_examples=60, phases=[Phase.explicit, Phase.reuse, Phase.generate])
DIGESTS = ("a" * 64, "b" * 64, "c" * 64)
WORDS = st.sampled_from(["the first reel", "no print survives", "Oregon", "1922", "a\nb", "“x”"])
TIMES = st.sampled_from([f"2026-11-2{day}T09:30:00Z" for day in range(4)])
NAMES = st.sampled_from(["Ada Quill", "Ben Ash"])
FEW = st.integers(0, 2)


def record(required: dict[str, Any], optional: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(required, optional=optional)


def ids(letter: str) -> st.SearchStrategy[str]:
    return FEW.map(lambda number: f"{letter}-00000{number}")


def by_id(records: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[list[dict[str, Any]]]:
    return st.lists(records, max_size=3, unique_by=lambda one: one["id"])


SOURCE_IDS = FEW.map(lambda number: f"paper-192{number}")
ENTITY_IDS = FEW.map(lambda number: f"person-{number}")
PART = record({"exact": WORDS}, {"prefix": WORDS, "reading_sha256": st.sampled_from(DIGESTS)})
PLACED = st.tuples(WORDS, FEW).map(lambda got: {"exact": got[0], "start": got[1], "end": got[1] + 3})
TARGETS = PART | PLACED | st.lists(PART, min_size=1, max_size=2).map(lambda parts: {"parts": parts})
TAGS = st.lists(st.sampled_from("abc"), min_size=1, max_size=3, unique=True)
SIGNED = {"creator": NAMES, "modified": TIMES, "modified_by": NAMES}
LOCATORS = st.sampled_from([{"label": "page", "value": "12"}, {"label": "chapter", "value": "3"}])
EVIDENCE = record(
    {"id": ids("e"), "source": SOURCE_IDS, "relation": st.sampled_from(["supports", "disputes"])},
    {"locator": LOCATORS, "quote": WORDS, "target": PLACED},
)
CLAIMS = record(
    {"id": ids("c"), "target": TARGETS, "kind": st.sampled_from(["factual", "normative"])},
    {
        "statement": WORDS,
        "claimant": ENTITY_IDS,
        "status": st.just("unreviewed") | st.just("disputed"),
        "tags": TAGS,
        "evidence": by_id(EVIDENCE).filter(bool),
        **SIGNED,
    },
)
LINKS = record(
    {
        "id": ids("l"),
        "from": ids("c"),
        "relation": st.just("restates"),
        "to": ids("c") | ids("n") | st.just("other.annotations.json#c-000000"),
    },
    SIGNED,
)
CONFLICTS = record({"record": ids("c"), "field": st.just("status")}, {"mine": st.just("refuted"), "theirs": WORDS})
FILES = st.fixed_dictionaries(
    {
        "text": st.fixed_dictionaries(
            {
                "file": st.sampled_from(["review.xml", "essay.xml"]),
                "reading_sha256": st.sampled_from([*DIGESTS, *DIGESTS[:1] * 3]),
            }
        ),
        "entities": by_id(
            record({"id": ENTITY_IDS, "type": st.just("person"), "name": NAMES}, {"sort_name": st.just("Quill, A.")})
        ),
        "sources": by_id(
            record(
                {"id": SOURCE_IDS, "type": st.just("book")},
                {"title": WORDS, "volume": st.sampled_from([1, "1", 2]), "custom": st.just({"runtime": 60})},
            )
        ),
        "claims": by_id(CLAIMS),
        "notes": by_id(record({"id": ids("n"), "target": TARGETS, "kind": st.just("gloss"), "body": WORDS}, SIGNED)),
        "mentions": by_id(record({"id": ids("m"), "target": TARGETS, "entity": ENTITY_IDS}, SIGNED)),
        "links": by_id(LINKS),
        "conflicts": st.lists(CONFLICTS, max_size=2, unique_by=canonical),
    }
).map(lambda sections: Annotations.from_json({"format": 1, **sections}))


@st.composite
def branches(draw) -> tuple[Annotations, Annotations, Annotations]:
    """Return a file and two that set out from it: each record and field is the old one or another."""
    files = [draw(FILES).to_json() for _ in range(3)]
    base = files[0]
    for side in files[1:]:
        for section in ("text", *SECTIONS, "conflicts"):
            if draw(st.booleans()):
                if section in base:
                    side[section] = json.loads(json.dumps(base[section]))
                else:
                    side.pop(section, None)
    one, two, three = (Annotations.from_json(file) for file in files)
    return one, two, three


def unordered(annotations: Annotations) -> Any:
    """Return the file with evidence and tags in an order that does not depend on the side."""
    whole = annotations.to_json()
    for section in SECTIONS:
        for one in whole[section]:
            for name in ("tags", "same_as", "evidence"):
                if name in one:
                    one[name] = sorted(one[name], key=canonical)
    return whole


@quickly
@given(FILES, FILES)
def test_of_two_sides_one_of_which_is_the_base_the_other_counts(base, side):
    for mine, theirs in ((base, side), (side, base)):
        merged, added = merge(base, mine, theirs)
        assert merged.to_json() == side.to_json()
        assert added == ()


@quickly
@given(FILES, FILES)
def test_what_both_sides_have_made_alike_stands(base, side):
    merged, added = merge(base, side, side)
    assert merged.to_json() == side.to_json()
    assert added == ()


@quickly
@given(branches())
def test_the_merged_file_is_valid_and_survives_being_written(files):
    merged, _ = merge(*files)
    written = merged.to_json()
    assert schema_findings(read_json(json.dumps(written).encode(), "a.json")) == []
    assert Annotations.from_json(written).to_json() == written


@quickly
@given(branches())
def test_the_order_of_the_sides_changes_nothing_but_whose_value_stands_in_a_conflict(files):
    base, mine, theirs = files
    one, other = merge(base, mine, theirs), merge(base, theirs, mine)
    swap = {"mine": "theirs", "theirs": "mine"}

    def swapped(conflict):
        written = {swap.get(name, name): value for name, value in conflict.to_json().items()}
        return canonical({**written, **({"removed": swap[written["removed"]]} if "removed" in written else {})})

    assert sorted(canonical(c.to_json()) for c in one[1]) == sorted(map(swapped, other[1]))
    same_text = len({side.text.reading_sha256 for side in files}) == 1
    if not one[1] and same_text:
        assert unordered(one[0]) == unordered(other[0])


def values(annotations: Annotations, *, placed: bool = False):
    """Yield (id, field, value) of everything a person may have written, each tag and each evidence by itself.

    Of a target only the words, unless `placed`: its position is another in another text.
    """
    for section in SECTIONS:
        for one in annotations.to_json()[section]:
            yield from fields_of(one, placed=placed)


def fields_of(one, *, placed: bool):
    for name, value in one.items():
        if name == "evidence":
            for item in value:
                yield from fields_of(item, placed=True)
        elif name in {"tags", "same_as"}:
            yield from ((one["id"], name, canonical(item)) for item in value)
        elif name == "target" and not placed:
            yield one["id"], name, canonical([piece["exact"] for piece in value.get("parts", [value])])
        elif name not in {"modified", "modified_by"}:
            yield one["id"], name, canonical(value)


@quickly
@given(branches())
def test_nothing_that_either_side_has_written_is_lost(files):
    base, mine, theirs = files
    merged, _ = merge(base, mine, theirs)
    placed = len({side.text.reading_sha256 for side in files}) == 1
    known = set(values(merged, placed=placed))
    for conflict in merged.conflicts:
        for value in (conflict.mine, conflict.theirs):
            if conflict.record and conflict.field and value is not None:
                in_text = not conflict.record.startswith("e-")
                known |= set(fields_of({"id": conflict.record, conflict.field: value}, placed=placed or not in_text))
    for side in (mine, theirs):
        assert set(values(side, placed=placed)) - set(values(base, placed=placed)) <= known


@quickly
@given(branches())
def test_nothing_is_there_that_neither_side_has_written(files):
    base, mine, theirs = files
    merged, _ = merge(base, mine, theirs)
    assert set(values(merged)) <= set(values(mine)) | set(values(theirs))


@quickly
@given(branches())
def test_a_record_is_gone_only_where_a_side_removed_it_and_the_other_left_it_alone(files):
    base, mine, theirs = files
    merged, _ = merge(base, mine, theirs)
    for section in SECTIONS:
        before, here, there, now = (
            {one["id"]: one for one in side.to_json()[section]} for side in (base, mine, theirs, merged)
        )
        for gone in (here.keys() | there.keys()) - now.keys():
            assert gone in before
            assert gone not in here or gone not in there


@quickly
@given(branches())
def test_nobodys_reference_loses_what_it_refers_to(files):
    base, mine, theirs = (without_loose_ends(side) for side in files)
    merged, _ = merge(base, mine, theirs)
    assert without_loose_ends(merged).to_json() == merged.to_json()


def without_loose_ends(side: Annotations) -> Annotations:
    """Return a file without what refers to something that is not there."""
    whole = side.to_json()
    ids = {one["id"] for section in SECTIONS for one in whole[section]}
    for claim in whole["claims"]:
        if claim.get("claimant", next(iter(ids), "")) not in ids:
            del claim["claimant"]
        claim["evidence"] = [item for item in claim.get("evidence", []) if item["source"] in ids]
    whole["mentions"] = [one for one in whole["mentions"] if one["entity"] in ids]
    ends = {"other.annotations.json#c-000000", *ids}
    whole["links"] = [one for one in whole["links"] if one["from"] in ends and one["to"] in ends]
    return Annotations.from_json(whole)


@quickly
@given(branches())
def test_no_position_passes_for_one_in_a_text_it_was_not_made_on(files):
    base, mine, theirs = files
    merged, _ = merge(base, mine, theirs)
    digest = merged.text.reading_sha256
    made = [
        (name, piece, piece.reading_sha256 or side.text.reading_sha256)
        for side in (mine, theirs)
        for name, target in side.targets()
        for piece in target.pieces
    ]
    made_on_it = {(name, replace(piece, reading_sha256=None)) for name, piece, text in made if text == digest}
    for name, target in merged.targets():
        for piece in target.pieces:
            if piece.reading_sha256 in {None, digest}:
                assert (name, replace(piece, reading_sha256=None)) in made_on_it
