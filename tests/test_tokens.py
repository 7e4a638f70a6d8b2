"""The words and signs of a text, and where a run of them stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.match import tokens
from annotate.match.tokens import TokenRange, TokenText

WORDS = st.lists(st.sampled_from("the a not".split()), max_size=30)


@pytest.mark.parametrize("most_compared", [0, 20_000_000], ids=["by a string", "by the rarest word"])
@given(text=WORDS, wanted=WORDS.filter(len))
def test_all_places_of_a_run_are_found_in_order(most_compared: int, text: list[str], wanted: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tokens, "_MOST_COMPARED", most_compared)
        expected = [
            TokenRange(at, at + len(wanted)) for at in range(len(text)) if text[at : at + len(wanted)] == wanted
        ]
        assert TokenText(" ".join(text)).places(wanted) == expected
