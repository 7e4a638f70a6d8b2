"""What checking a quotation has shown stands in both editions beside it, and nothing where nobody could check."""

from __future__ import annotations

import json

import pypdfium2
import pytest

from annotate.render.words import VERDICTS

SAID = "The bridge burned all night, and nobody on the bank did anything about it."


@pytest.fixture
def claim(tmp_path, monkeypatch, annotate):
    """A text with one claim and a source; returns a command that adds evidence with a quote."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "review.txt").write_text("The Bridge\n\nIt is the costliest shot of the year.\n", "utf-8")
    (tmp_path / "report.txt").write_text(f"The Screen\n\n{SAID}\n", "utf-8")
    annotate("parse", "-q", "review.txt", code=0)
    _, out, _ = annotate("claim", "add", "review.xml", "the costliest shot", code=0)
    annotate("source", "add", "review.xml", "--id", "vale-1927", "--type", "book", "--title", "The Screen", code=0)
    identifier = out.strip()

    def add(quote):
        options = ("--source", "vale-1927", "--relation", "supports", "--quote", quote)
        annotate("evidence", "add", "review.xml", identifier, *options)

    return add


def editions(annotate, tmp_path):
    annotate("render", "review.xml", code=0)
    document = pypdfium2.PdfDocument(tmp_path / "review.pdf")
    words = "".join(sheet.get_textpage().get_text_range() for sheet in document)
    document.close()
    return (tmp_path / "review.html").read_text("utf-8"), words


@pytest.mark.parametrize(
    ("quote", "verdict"),
    [
        ("nobody on the bank did anything about it", "verbatim"),
        ("Nobody on the bank did anything about it", "normalised"),
        ("The bridge burned … and nobody on the bank did anything", "elided"),
        ("somebody on the bank did anything about it", "altered"),
        ("the hero jumped from the roof of the mill", "absent"),
    ],
)
def test_both_editions_say_whether_a_quotation_is_word_for_word(quote, verdict, claim, tmp_path, annotate):
    annotate("source", "attach", "review.xml", "vale-1927", "report.txt", code=0)
    claim(quote)
    held = json.loads((tmp_path / "review.annotations.json").read_bytes())
    assert held["claims"][0]["evidence"][0]["quote"] == quote
    html, pdf = editions(annotate, tmp_path)
    assert f'<span class="verdict">Checked: {VERDICTS[verdict]}.</span>' in html
    assert "Checked:" in pdf


def test_nothing_is_said_where_nobody_could_check(claim, tmp_path, annotate):
    claim("nobody on the bank did anything about it")
    html, pdf = editions(annotate, tmp_path)
    assert 'class="verdict"' not in html
    assert "Checked:" not in pdf
