"""The benchmark measures what it says: texts of the length asked for, and whole processes that succeed."""

from __future__ import annotations

import sys

import pytest

from annotate.api.parse import parse
from annotate.check.schema import schema_findings
from annotate.model.document import leaves, whole_text
from annotate.model.text import reading_text
from annotate.read.annotations.reader import read_json
from annotate.write.annotations import write_annotations
from bench.formats import as_markdown, as_page, write_word
from bench.many import many_annotations
from bench.measure import Command, compare, cost, growth
from bench.prose import interview, interview_parts


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


def test_a_text_says_the_same_in_every_format(tmp_path):
    parts = interview_parts(600)
    (tmp_path / "interview.md").write_text(as_markdown(parts), encoding="utf-8")
    (tmp_path / "interview.html").write_text(as_page(parts), encoding="utf-8")
    write_word(parts, tmp_path / "interview.docx")
    last = parts[-1].text.split()[-1]
    for name in ("interview.md", "interview.html", "interview.docx"):
        blocks = [whole_text(block.content) for block, _ in leaves(parse(tmp_path / name).document.parts)]
        assert any(last in block for block in blocks), name
        assert sum("says more of this" in block for block in blocks) >= 600 // 60 - 2, name


def test_the_growth_of_a_linear_cost_is_one_and_of_a_quadratic_one_two():
    sizes = [10, 100, 1000]
    assert growth(sizes, [3 * size for size in sizes]) == pytest.approx(1)
    assert growth(sizes, [size * size for size in sizes]) == pytest.approx(2)


def test_many_annotations_are_as_many_as_asked_for_and_in_order(tmp_path):
    (tmp_path / "interview.txt").write_text(interview(900), encoding="utf-8")
    parsed = parse(tmp_path / "interview.txt")
    annotations = many_annotations(reading_text(parsed.document), 200)
    assert sum(1 for _ in annotations.targets()) == 200
    assert len(annotations.ids()) == len(annotations.sources) + len(annotations.entities) + 200 + len(
        annotations.claims
    )
    assert schema_findings(read_json(write_annotations(annotations), "a.json")) == []
