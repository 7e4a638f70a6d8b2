"""The title on the title page: whole, in lines of even length, broken where its script allows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.render.print.title_lines import title_lines


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("Nosferatu", ["Nosferatu"]),
        ("The Man on the Connecting Rod", ["The Man on the", "Connecting Rod"]),
        ("木匠与水果摊：看《劳工之爱情》", ["木匠与水果摊：看", "《劳工之爱情》"]),
        ("カメラを持った男のいない街角で", ["カメラを持った男", "のいない街角で"]),
        ("A Rindfleischetikettierungsüberwachungsaufgabe", ["A", "Rindfleischetikettierungsüberwachungsaufgabe"]),
        ("", [""]),
    ],
)
def test_a_title_is_set_in_even_lines(title, lines):
    assert title_lines(title) == lines


@given(st.text(st.sampled_from("ab 城《》：、"), max_size=80))
def test_no_character_is_lost_and_no_line_begins_with_a_mark_that_closes(title):
    lines = title_lines(title)
    assert "".join(lines).replace(" ", "") == title.replace(" ", "")
    assert all(line[0] not in "》：、" for line in lines[1:] if line)


def test_a_whole_text_marked_as_its_title_is_broken_too():
    lines = title_lines("lantern " * 30_000)  # minutes, if each word had all before it measured anew
    assert len(lines) == 10_000
    assert set(lines) == {"lantern lantern lantern"}
