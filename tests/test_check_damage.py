"""Damage to an annotation file: bits turned over and lines left out are found, or are where every value is legal."""

from __future__ import annotations

import pytest

from bench.damage import DEFAULTED, FREE_FIELDS, Damage, Sample

# What may be left out is more than what may have any value.
OPTIONAL = FREE_FIELDS | DEFAULTED


@pytest.fixture(scope="module")
def sample() -> Sample:
    return Sample("train-essay")


def _missed(damages: list[Damage]) -> list[str]:
    return [f"{damage.field}: {damage.what}" for damage in damages if not damage.found]


def test_a_bit_turned_over_is_found_or_gives_a_legal_value(sample: Sample) -> None:
    damages = list(sample.flips(1_000, seed=7))
    assert not [damage for damage in damages if not damage.found and damage.field not in FREE_FIELDS]
    assert len(_missed(damages)) < 200, "more than before: a rule finds less than it did"


def test_a_line_left_out_is_found_or_could_be_left_out(sample: Sample) -> None:
    damages = list(sample.deletions())
    assert not [damage.what for damage in damages if not damage.found and damage.field not in OPTIONAL]
    assert len(_missed(damages)) < len(damages) / 8
