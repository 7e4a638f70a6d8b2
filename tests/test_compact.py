"""The style sheet and the script that a page carries: shorter than ours, and the same to a browser."""

import re
import shutil
import subprocess

import pytest

from annotate.render.screen.compact import compact_script, compact_style
from annotate.resources import resource_text

SHEET, SCRIPT = resource_text("templates/screen.css"), resource_text("templates/screen.js")
STRINGS = re.compile(r'"(?:[^"\\\n]|\\.)*"|`[^`]*`')


def test_the_style_sheet_says_what_it_said():
    whole, short = re.sub(r"/\*.*?\*/", "", SHEET, flags=re.DOTALL), compact_style(SHEET)
    assert len(short) < 0.85 * len(SHEET)
    assert re.sub(r"\s", "", short) == re.sub(r"\s", "", whole).replace(";}", "}")
    # What a space parts stays apart: words, and a class or state of something within.
    assert re.findall(r"[^\s{};:,]+", short) == re.findall(r"[^\s{};:,]+", whole)
    assert re.findall(r"[^\s{},;] :", short) == re.findall(r"[^\s{},;] :", whole)
    assert [found for found in STRINGS.findall(SHEET) if re.search(r"/\*|[;:,]\s|\s?[{}]\s?", found)] == []


def test_no_string_of_the_script_runs_over_lines():
    assert [line for line in SCRIPT.splitlines() if line.count("`") % 2] == []
    assert "/*" not in SCRIPT


def test_the_script_keeps_its_lines_but_for_comments():
    kept = [line.strip() for line in SCRIPT.splitlines() if line.strip() and not line.strip().startswith("//")]
    assert compact_script(SCRIPT).splitlines() == kept


@pytest.mark.skipif(shutil.which("node") is None, reason="no node on this machine")
def test_the_script_is_still_one():
    subprocess.run(["node", "--check", "-"], input=compact_script(SCRIPT).encode(), check=True)
