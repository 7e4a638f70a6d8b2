"""Places in long JSON files: the same as counting every line, and nothing is taken for flat that is deep."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.errors import InputRefused
from annotate.model.json_text import JsonText
from annotate.read.annotations.reader import MAX_DEPTH, read_json

PIECES = st.sampled_from(["\n", "\n\n", "a", "é" * 7, "x" * 5000, "\n" * 300, "y" * 8192, "\u2028", "\x0b"])


def counted(text: str, offset: int) -> tuple[int, int]:
    before = re.split("\r\n|\n|\r", text[:offset])
    return len(before), len(before[-1]) + 1


@given(st.lists(PIECES, max_size=12), st.lists(st.integers(0, 60_000), max_size=6))
def test_line_and_column_are_those_one_counts(pieces: list[str], offsets: list[int]) -> None:
    text = "".join(pieces)
    json_text = JsonText("a.json", text, None)
    for offset in (*(at % (len(text) + 1) for at in offsets), len(text)):
        assert json_text.line_and_column(offset) == counted(text, offset)


@given(st.lists(PIECES | st.sampled_from(["\r\n", "\r"]), max_size=12), st.integers(0, 60_000))
def test_other_line_ends_count_too(pieces: list[str], at: int) -> None:
    text = "".join(pieces)
    offset = at % (len(text) + 1)
    if text[offset - 1 : offset + 1] != "\r\n":
        assert JsonText("a.json", text, None).line_and_column(offset) == counted(text, offset)


VALUES = st.recursive(
    st.integers() | st.text('a[]{}"\\', max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text('a[]{}"\\:', max_size=3), inner, max_size=3),
    max_leaves=10,
)


@given(VALUES, st.integers(1, 80), st.booleans(), st.sampled_from([None, 2]))
def test_depth_is_told_whatever_the_strings_hold(value, levels: int, in_objects: bool, indent: int | None) -> None:
    whole = [value]
    for _ in range(levels):
        whole = [{"a]": [value], 'b"[': whole}] if in_objects else [whole, value]
    data = json.dumps(whole, indent=indent).encode()
    deepest = depth(whole)
    if deepest <= MAX_DEPTH:
        assert read_json(data, "a.json").value == whole
    else:
        with pytest.raises(InputRefused):
            read_json(data, "a.json")


def depth(value) -> int:
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    return 0 if inside is None else 1 + max(map(depth, inside), default=0)
