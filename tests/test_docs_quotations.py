"""The worked example of `docs/quotations.md` works as it stands there."""

from __future__ import annotations

from tests.surroundings import ROOT
from tests.worked_examples import run_fences


def test_the_example_works_line_by_line_and_prints_what_is_shown(tmp_path, monkeypatch, annotate):
    run_fences(ROOT / "docs" / "quotations.md", tmp_path, annotate, monkeypatch)
