"""The parser measured on real texts with a hand-made reading of each: a floor it must not fall below."""

import re
import subprocess
import sys

import pytest

from tests.surroundings import SHARED, needs_shared

ORIGINALS = ("interview-unlabelled", "interview-labelled", "essay-with-adverts")
GOLD = sorted((SHARED / "texts").glob("*.gold.tsv"))
LINE = re.compile(r"kinds (\d+)/(\d+), speakers (\d+)/(\d+), extra blocks (\d+), lost (\d+)")


@needs_shared
@pytest.mark.parametrize("gold", GOLD, ids=lambda path: path.name.removesuffix(".gold.tsv"))
def test_a_real_text_is_read_as_a_careful_reader_would(gold):
    command = f"{sys.executable} -m annotate parse -q {{src}} -o {{out}}"
    script = [sys.executable, str(SHARED / "score_structure.py"), "-v", "--command", command, str(gold)]
    printed = subprocess.run(script, capture_output=True, text=True, check=True, timeout=120).stdout
    line = LINE.search(printed)
    assert line is not None, printed
    kinds, rows, speakers, spoken, extra, lost = map(int, line.groups())
    original = gold.name.removesuffix(".gold.tsv") in ORIGINALS
    assert kinds >= (0.95 if original else 0.90) * rows, printed
    assert speakers >= (1.0 if original else 0.97) * spoken, printed
    assert lost == 0, printed
    assert extra <= (0 if original else 0.03 * rows), printed
