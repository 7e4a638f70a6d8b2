"""The worked example of `docs/books.md` works as it stands there."""

from tests.surroundings import ROOT
from tests.worked_examples import run_fences


def test_the_example_works_line_by_line_and_makes_what_it_says(tmp_path, monkeypatch, annotate):
    run_fences(ROOT / "docs" / "books.md", tmp_path, annotate, monkeypatch, shows_errors=True)
    assert (tmp_path / "for-the-printer.pdf").read_bytes().startswith(b"%PDF-")
    assert 'href="lamp.html"' in (tmp_path / "lanterns.html").read_text("utf-8")
