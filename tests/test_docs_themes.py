"""`docs/themes.md` works as it stands there, and every theme has a page that shows it."""

import pytest

from annotate.api.themes import theme_named
from annotate.model.theme import THEMES
from tests.surroundings import ROOT
from tests.worked_examples import run_fences

DOCS = ROOT / "docs"


def test_the_example_works_line_by_line(tmp_path, monkeypatch, annotate):
    run_fences(DOCS / "themes.md", tmp_path, annotate, monkeypatch)
    page = (tmp_path / "lamp.html").read_text("utf-8")
    assert "#005f73" in page
    assert "Where would you look this up?" in page


@pytest.mark.parametrize("name", THEMES)
def test_every_theme_has_a_page_that_shows_it_and_says_what_it_sets(name):
    page = (DOCS / "themes" / f"{name}.md").read_text("utf-8")
    assert f"({name}.png)" in page
    assert (DOCS / "themes" / f"{name}.png").read_bytes().startswith(b"\x89PNG")
    for choice, word in theme_named(name).choices.items():
        assert f'`{choice} = "{word}"`' in page
    assert f"(themes/{name}.md)" in (DOCS / "themes.md").read_text("utf-8")
