"""Annotations carried to a text that has some already: both stand there, and nobody's work is overwritten."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from annotate.attach.join import joined, waits
from annotate.model.annotation import SECTIONS, Annotations, Entity, Note, Target, TextReference

OLDER, HERE = "0" * 64, "f" * 64


def notes(draw, label):
    """Notes with ids from a small stock, some of which wait for a place."""
    names = draw(st.sets(st.integers(0, 5)))
    return tuple(
        Note(
            f"n-00000{name}",
            Target(exact="ten men", start=0, end=7, reading_sha256=draw(st.sampled_from([None, OLDER]))),
            "gloss",
            draw(st.sampled_from(["Eleven.", f"{label} says ten."])),
        )
        for name in sorted(names)
    )


@st.composite
def files(draw, label):
    entities = tuple(
        Entity(f"e{n}", "person", draw(st.sampled_from(["Ada", label]))) for n in range(draw(st.integers(0, 3)))
    )
    return Annotations(TextReference("new.xml", HERE), entities=entities, notes=notes(draw, label))


@given(files("held"), files("brought"))
def test_every_record_of_both_is_there_and_what_stood_there_says_what_it_said(held, brought):
    both, differing = joined(held, brought)
    assert both.ids() == held.ids() | brought.ids()
    assert both.text == held.text
    for section in SECTIONS:
        after = {record.id: record for record in getattr(both, section)}
        for record in getattr(held, section):
            other = next((found for found in getattr(brought, section) if found.id == record.id), None)
            if section == "notes" and waits(record.target):
                assert replace(after[record.id], target=record.target) == record
                assert waits(after[record.id].target) == (other is None or waits(other.target))
            else:
                assert after[record.id] == record
            says_else = other is not None and _words(other) != _words(record)
            assert (record.id in differing) == says_else


def _words(record):
    return record.body if isinstance(record, Note) else record


@given(files("held"), files("brought"))
def test_joining_again_changes_nothing(held, brought):
    once, _ = joined(held, brought)
    assert joined(once, brought)[0] == once
