"""Notes in a margin keep their order and their distance, stay in the column and move no further than they must."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotate.render.notes.margin_column import Wish, how_many_fit, tops

TOP, BOTTOM, GAP = 40.0, 640.0, 6.0
EXACTLY = 1e-6

wishes = st.lists(st.builds(Wish, st.floats(8, 300), st.floats(TOP, BOTTOM - 8)), max_size=60).map(
    lambda drawn: sorted(drawn, key=lambda wish: wish.top)
)


def fitting(drawn):
    return drawn[: how_many_fit([wish.height for wish in drawn], GAP, BOTTOM - TOP)]


@given(wishes)
def test_as_many_notes_fit_as_the_column_is_high(drawn):
    held = fitting(drawn)
    assert sum(wish.height + GAP for wish in held) - GAP <= BOTTOM - TOP + EXACTLY
    if len(held) < len(drawn):
        assert sum(wish.height + GAP for wish in drawn[: len(held) + 1]) - GAP > BOTTOM - TOP


@given(wishes)
def test_no_note_lies_over_another_or_runs_off_the_column(drawn):
    held = fitting(drawn)
    placed = tops(held, TOP, BOTTOM, GAP)
    ends = [top + wish.height for top, wish in zip(placed, held, strict=True)]
    assert all(end + GAP <= top + EXACTLY for end, top in zip(ends, placed[1:], strict=False))
    assert all(top >= TOP - EXACTLY for top in placed)
    assert all(end <= BOTTOM + EXACTLY for end in ends)


@given(wishes)
def test_a_note_stands_beside_its_call_unless_a_neighbour_or_the_foot_of_the_column_pushes_it(drawn):
    held = fitting(drawn)
    placed = tops(held, TOP, BOTTOM, GAP)
    for number, (top, wish) in enumerate(zip(placed, held, strict=True)):
        above = placed[number - 1] + held[number - 1].height + GAP if number else TOP
        below = placed[number + 1] - GAP if number + 1 < len(held) else BOTTOM
        pushed_down = top > wish.top and abs(top - above) < EXACTLY
        pushed_up = top < wish.top and abs(top + wish.height - below) < EXACTLY
        assert abs(top - wish.top) < EXACTLY or pushed_down or pushed_up


def test_a_note_called_on_the_last_line_stands_on_its_page():
    assert tops([Wish(100, 630)], TOP, BOTTOM, GAP) == [540]


def test_notes_called_on_one_line_follow_each_other():
    assert tops([Wish(20, 100), Wish(30, 100), Wish(10, 100)], TOP, BOTTOM, GAP) == [100, 126, 162]
