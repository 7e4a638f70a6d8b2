"""The choices of an edition are the same on the command line, in the settings and where they are carried out."""

from __future__ import annotations

import json

from annotate.model.edition_choices import CHOSEN, PAGES, SIDE_PAGES, STYLES, Choices
from annotate.render.citations import STYLES as CITED
from annotate.render.print.page_sizes import PAGES as SET
from annotate.render.print.page_sizes import SIDES
from annotate.resources import resource_text


def test_every_page_can_be_set_and_every_style_cited():
    assert set(PAGES) == set(SET)
    assert set(STYLES) == set(CITED)
    assert set(SIDE_PAGES) == set(SIDES)


def test_the_settings_know_the_words_of_the_command_line():
    edition = json.loads(resource_text("schemas/settings.schema.json"))["properties"]["edition"]["properties"]
    assert {name: tuple(edition[name]["enum"]) for name in CHOSEN} == CHOSEN
    assert {name: edition[name]["default"] for name in CHOSEN} == {
        name: getattr(Choices(), name.replace("-", "_")) for name in CHOSEN
    }


def test_a_theme_can_set_each_of_them():
    edition = json.loads(resource_text("schemas/theme.schema.json"))["properties"]["edition"]["properties"]
    assert {name: tuple(field["enum"]) for name, field in edition.items()} == CHOSEN


def test_the_command_line_offers_them_all(annotate):
    said = " ".join(annotate("render", "--help", code=0)[1].split())
    for words in CHOSEN.values():
        assert "|".join(words).casefold() in said.casefold()
