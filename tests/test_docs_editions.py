"""The worked example of `docs/editions.md` works as it stands there."""

import re

from tests.surroundings import ROOT
from tests.worked_examples import run_fences

PAGE = ROOT / "docs" / "editions.md"


def test_the_example_works_line_by_line_and_makes_what_it_says(tmp_path, monkeypatch, annotate):
    run_fences(PAGE, tmp_path, annotate, monkeypatch)
    assert (tmp_path / "for-the-printer.pdf").read_bytes().startswith(b"%PDF-")
    assert 'id="c-8z9v70"' in (tmp_path / "lamp.html").read_text("utf-8")


def test_every_page_size_is_named(annotate):
    _, out, _ = annotate("render", "--help", code=0)
    sizes = re.search(r"--page \[([^\]]*)\]", out.replace("\n", " "))
    assert sizes is not None
    assert all(size.strip().casefold() in PAGE.read_text("utf-8").casefold() for size in sizes[1].split("|"))
