"""The parse file: what annotate writes into it is read back, and what a person wrote there stays."""

from __future__ import annotations

import tomllib
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from annotate.api.parsing_toml import parsing_toml

WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)
OPTIONS = st.fixed_dictionaries({"source": WORDS}, optional={"title": WORDS, "authors": st.lists(WORDS, min_size=1)})
CORRECTIONS = st.lists(
    st.fixed_dictionaries(
        {"words": WORDS}, optional={"kind": st.sampled_from(["p", "head"]), "join_next": st.just(True)}
    ),
    max_size=4,
)
SPEAKERS = st.dictionaries(WORDS, WORDS, max_size=3)

BY_HAND = """\
# our rules for this paper
source = "reel.txt" # saved on Monday
# the paper left it out
title = "Reel Talk"

[speakers]
# the director
"BT" = "Bijan Tehrani"

[[correction]]
# an advert, whatever it looks like
words = "All our films" # half price
kind = "boilerplate"

[[correction]]
words = "A second"
kind = "p"
"""


def said(options: dict[str, Any], speakers: dict[str, str], corrections: list[dict[str, Any]]) -> dict[str, Any]:
    whole = dict(options)
    if speakers:
        whole["speakers"] = speakers
    if corrections:
        whole["correction"] = corrections
    return whole


@given(OPTIONS, SPEAKERS, CORRECTIONS)
def test_what_is_written_is_read_back(options, speakers, corrections):
    assert tomllib.loads(parsing_toml("", options, speakers, corrections)) == said(options, speakers, corrections)


@given(OPTIONS, SPEAKERS, CORRECTIONS, CORRECTIONS)
def test_a_file_brought_up_to_date_says_just_what_is_so_now(options, speakers, before, after):
    old = parsing_toml("", options, speakers, before)
    new = parsing_toml(old, options, speakers, after)
    assert tomllib.loads(new).get("correction", []) == after
    assert parsing_toml(new, options, speakers, after) == new


def test_a_persons_comments_stay_when_a_correction_is_added():
    kept = tomllib.loads(BY_HAND)
    new = parsing_toml(
        BY_HAND,
        {"source": "reel.txt", "title": "Reel Talk", "genre": "review"},
        kept["speakers"],
        [*kept["correction"], {"words": "A third", "kind": "head"}],
    )
    assert (
        new
        == BY_HAND.replace('title = "Reel Talk"\n', 'title = "Reel Talk"\ngenre = "review"\n')
        + '\n[[correction]]\nwords = "A third"\nkind = "head"\n'
    )


def test_the_comments_of_a_correction_that_is_replaced_are_not_lost():
    kept = tomllib.loads(BY_HAND)
    changed = [kept["correction"][1], {"words": "All our films", "kind": "p"}]
    new = parsing_toml(BY_HAND, {"source": "reel.txt"}, kept["speakers"], changed)
    assert tomllib.loads(new)["correction"] == changed
    for comment in ("an advert, whatever it looks like", "half price", "saved on Monday", "the director"):
        assert comment in new
