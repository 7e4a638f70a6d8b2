"""A file with a mistake of each kind gives exactly the findings that are marked in it, at the marked places.

In the file, «C150» stands before the value at which C150 is to be found, and READING for the digest of the text.
"""

from __future__ import annotations

import re
from pathlib import Path

from tests.test_check_examples import READING, judged_text

FILE = Path(__file__).parent / "fixtures" / "one_of_each.txt"
MARK = re.compile("«([A-Z][0-9]{3})»")


def _marked(text: str) -> tuple[str, list[tuple[int, int, str]]]:
    """Return a text without its marks, and where these stood: line, column, code."""
    lines, places = [], []
    for number, line in enumerate(text.splitlines(), start=1):
        marks = 0
        for mark in MARK.finditer(line):
            places.append((number, mark.start() - marks + 1, mark[1]))
            marks += len(mark[0])
        lines.append(MARK.sub("", line))
    return "\n".join(lines), sorted(places)


def test_a_file_with_a_mistake_of_each_kind_gives_exactly_these_findings_at_their_places() -> None:
    text, expected = _marked(FILE.read_text(encoding="utf-8").replace("READING", READING.sha256))
    found = sorted((finding.line, finding.column, finding.code) for finding in judged_text(text))
    assert found == expected


def test_no_kind_of_mistake_is_in_the_file_twice() -> None:
    codes = MARK.findall(FILE.read_text(encoding="utf-8"))
    assert len(codes) == len(set(codes))
    assert len(codes) > 50
