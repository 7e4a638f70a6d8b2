"""Whatever is edited in whatever order, nothing in the file refers to what is not there, and every change is told."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from annotate.attach import edit
from annotate.attach.changes import changes
from annotate.attach.find import LINKABLE
from annotate.attach.library import parted_from
from annotate.attach.remove import removed, removed_evidence
from annotate.attach.rename import renamed
from annotate.attach.where import Where
from annotate.errors import InputRefused
from annotate.model.annotation import (
    SECTIONS,
    Annotations,
    Claim,
    Entity,
    Evidence,
    Link,
    Mention,
    Note,
    Passage,
    Source,
    Target,
    TextReference,
)
from annotate.model.library import Library

SIGNATURE = edit.Signature("E. Marsh", "2026-11-20T10:00:00Z")
WHERE = Where("a.annotations.json")
NUMBERS = st.integers(0, 3)
IDS = {
    "entities": "x{}",
    "sources": "s{}",
    "claims": "c-00000{}",
    "notes": "n-00000{}",
    "mentions": "m-00000{}",
    "passages": "p-00000{}",
    "links": "l-00000{}",
}


def added(held: Annotations, section: str, record_id: str, other: str, end: str) -> Annotations:
    """Return the annotations with a record more that refers to `other`, a link from one to the other end."""
    target = Target("x")
    if record_id in held.ids():
        return held
    if section == "entities":
        return edit.add_entity(held, Entity(record_id, "person", record_id), WHERE)
    if section == "sources":
        return edit.add_source(held, Source({"id": record_id, "type": "book"}), WHERE)
    if section == "claims":
        claimant = other if held.entity(other) else None
        return edit.add_claim(held, Claim(record_id, target, "factual", claimant=claimant), WHERE)
    if section == "notes":
        return edit.add_note(held, Note(record_id, target, "gloss", "x"), WHERE)
    if section == "mentions":
        return edit.add_mention(held, Mention(record_id, target, other)) if held.entity(other) else held
    if section == "passages":
        return edit.add_passage(held, Passage(record_id, target))
    return edit.add_link(held, Link(record_id, other, "supports", end), WHERE, {})


@st.composite
def steps(draw):
    section = draw(st.sampled_from(list(SECTIONS)))
    ends = st.sampled_from(LINKABLE).flatmap(lambda name: NUMBERS.map(IDS[name].format))
    others = NUMBERS.map(IDS["entities"].format) if section in {"claims", "mentions"} else ends
    verb = draw(st.sampled_from(["add", "add", "add", "evidence", "no evidence", "remove", "cascade", "rename"]))
    return verb, section, draw(NUMBERS), draw(NUMBERS), draw(others), draw(ends)


def done(held: Annotations, verb, section, number, other_number, other, end) -> Annotations:
    record_id = IDS[section].format(number)
    if verb == "add":
        return added(held, section, record_id, other, end)
    if verb == "evidence":
        item = Evidence(f"e-0000{number}{other_number}", IDS["sources"].format(other_number), "supports")
        if item.id in held.ids():
            return held
        return edit.add_evidence(held, IDS["claims"].format(number), item, SIGNATURE, WHERE)
    if verb == "no evidence":
        return removed_evidence(held, f"e-0000{number}{other_number}", SIGNATURE, WHERE)
    if verb == "rename":
        kind = "sources" if number % 2 else "entities"
        return renamed(held, kind, IDS[kind].format(number), IDS[kind].format(other_number), SIGNATURE, WHERE)
    return removed(held, section, record_id, SIGNATURE, WHERE, cascade=verb == "cascade")


def dangling(held: Annotations) -> list[str]:
    entities, sources = {one.id for one in held.entities}, {one.id for one in held.sources}
    ends = {one.id for section in LINKABLE for one in getattr(held, section)}
    wrong = [claim.id for claim in held.claims if claim.claimant not in {None, *entities}]
    wrong += [item.id for claim in held.claims for item in claim.evidence if item.source not in sources]
    wrong += [mention.id for mention in held.mentions if mention.entity not in entities]
    return wrong + [link.id for link in held.links if not {link.start, link.end} <= ends]


def unsigned(held: Annotations) -> dict[str, object]:
    return {
        record.id: replace(record, modified=None, modified_by=None) if hasattr(record, "modified") else record
        for section in SECTIONS
        for record in getattr(held, section)
    }


@given(st.lists(steps(), max_size=30))
def test_no_edit_leaves_a_reference_to_what_is_not_there_and_each_tells_what_it_changed(edits):
    held = Annotations(TextReference("a.xml", "0" * 64))
    for step in edits:
        before = held
        with suppress(InputRefused):
            held = done(held, *step)
        assert dangling(held) == []
        assert bool(list(changes(before, held))) == (unsigned(before) != unsigned(held))
        ids = [record.id for section in SECTIONS for record in getattr(held, section)]
        assert len(ids) == len(set(ids))


@given(st.lists(steps(), max_size=15), st.lists(steps(), max_size=15))
def test_what_stands_in_a_library_is_seen_by_edits_and_never_written_or_changed_by_them(shared, edits):
    held = Annotations(TextReference("a.xml", "0" * 64))
    lent = held
    for step in shared:
        with suppress(InputRefused):
            lent = done(lent, *step)
    library = Library.of(lent)
    for step in edits:
        with suppress(InputRefused):
            held = parted_from(library, held, done(library.joined_to(held), *step), WHERE)
        assert dangling(library.joined_to(held)) == []
        assert not {one.id for one in held.sources} & {one.id for one in library.sources}
        assert not {one.id for one in held.entities} & {one.id for one in library.entities}
