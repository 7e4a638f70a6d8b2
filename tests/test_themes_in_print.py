"""Every sample in every theme becomes a PDF that conforms, with the same claims and notes, and small enough to send."""

import pytest

from annotate.api.edition_choices import choices_for
from annotate.api.load import load_annotations
from annotate.api.render import render
from annotate.model.theme import THEMES
from tests.pdf_text import squeezed, whole_text
from tests.surroundings import SAMPLE_NAMES, SAMPLES

LARGEST = 400_000  # bytes


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", SAMPLE_NAMES)
def test_a_sample_in_a_theme_conforms_and_says_all_that_was_found(name, theme):
    text = SAMPLES / f"{name}.xml"
    made = render(text, ("pdf",), choices=choices_for(text, theme=theme))
    assert (made.findings, made.failed) == ((), ())
    data = made.editions["pdf"]
    assert len(data) < LARGEST
    printed = whole_text(data)
    annotations = load_annotations(SAMPLES / f"{name}.annotations.json").annotations
    assert [claim.id for claim in annotations.claims if squeezed(claim.statement or "") not in printed] == []
