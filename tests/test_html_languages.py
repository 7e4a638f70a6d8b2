"""What language a screen edition says its words are in: the text's, the editor's English, or none where nobody says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotate.render.screen.page import html_edition
from tests.edition_cases import lamplighter_edition, parse
from tests.rich_editions import LANGUAGE_NAMES, language_edition


def languages(page: str, css_class: str) -> set[str]:
    """Return the languages that all elements of a class are said to be in."""
    return {said for element, said in _within(parse(page), "") if css_class in element.get("class", "").split()}


def _within(element, language):
    language = element.get("lang", language)
    yield element, language
    for inner in element:
        yield from _within(inner, language)


@pytest.mark.parametrize("name", LANGUAGE_NAMES)
def test_a_statement_about_a_foreign_text_is_in_no_stated_language_and_quoted_words_are_in_its_own(name):
    edition = language_edition(name)
    page = html_edition(edition).decode()
    assert languages(page, "statement") <= {""}
    assert languages(page, "lemma") == {edition.language}
    assert languages(page, "what") == {"en"}
    assert languages(page, "said") <= {"", edition.language}
    quoting = html_edition(replace(edition, claims=tuple(replace(item, statement=None) for item in edition.claims)))
    assert languages(quoting.decode(), "said") == {edition.language}


def test_all_words_about_an_english_text_are_english():
    page = html_edition(lamplighter_edition()).decode()
    assert languages(page, "statement") == languages(page, "said") == languages(page, "lemma") == {"en"}
