"""The benchmark measures what it says: texts of the length asked for, and whole processes that succeed."""

from __future__ import annotations

import sys

import pytest

from bench.measure import Command, compare, cost
from bench.prose import interview


@pytest.mark.parametrize("words", [300, 3_000])
def test_a_text_has_the_length_asked_for_and_is_the_same_each_time(words):
    text = interview(words)
    assert words <= len(text.split()) < words + 300
    assert text == interview(words)
    assert text != interview(words, seed=2)


def test_a_process_is_measured_with_its_children(tmp_path):
    allocate = f"import subprocess, sys; subprocess.run([sys.executable, '-c', 'bytearray({80 << 20})'])"
    spent = cost(Command((sys.executable, "-c", allocate), tmp_path))
    assert spent.processor_seconds > 0
    assert spent.peak_mebibytes > 80


def test_a_command_that_fails_is_not_measured(tmp_path):
    with pytest.raises(RuntimeError, match="left with 3\nno such thing"):
        cost(Command((sys.executable, "-c", "print('no such thing'); raise SystemExit(3)"), tmp_path))


def test_two_commands_are_compared_pair_by_pair(tmp_path):
    command = Command((sys.executable, "-c", "pass"), tmp_path)
    found = compare(command, command, pairs=3)
    assert found.pairs == 3
    assert found.lowest_ratio <= found.ratio <= found.highest_ratio
