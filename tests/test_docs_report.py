"""The worked example of `docs/report.md` works as it stands there."""

from __future__ import annotations

from tests.surroundings import ROOT
from tests.worked_examples import run_fences

PAGE = ROOT / "docs" / "report.md"


def test_the_example_prints_what_the_page_shows(tmp_path, monkeypatch, annotate):
    monkeypatch.setenv("COLUMNS", "80")
    run_fences(PAGE, tmp_path, annotate, monkeypatch)
    annotate("report", "ferry.xml", "--html", "ferry-report.html", code=0)
    assert "ferry-report.html" in PAGE.read_text("utf-8")
    assert "The Ferryman’s Clock" in (tmp_path / "ferry-report.html").read_text("utf-8")
