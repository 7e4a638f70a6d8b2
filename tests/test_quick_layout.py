"""Our code in WeasyPrint's place makes the same pages, and loses no note."""

import json
import os
import random
import subprocess
import sys
from html import escape

import pytest
import weasyprint
from hypothesis import given, settings
from hypothesis import strategies as st

from annotate.render.fonts import faces as fonts
from annotate.render.pdf import quick as quick_layout

WORDS = "the lamp burns in every scene but one and nobody of the crew of eleven remembers who lit it first".split()
FEET = (
    "border-top: 1px solid; padding-top: 4px; margin-top: 9px",
    "margin-top: 6px",
    "padding-bottom: 7px",
    "max-height: 60px; border-top: 1px solid",
    "direction: rtl",
)
LOST_BY_WEASYPRINT = 20  # the seed of a text of which WeasyPrint alone leaves a note out
NOTES = (
    "margin-bottom: 3px",
    "margin: 5px 0; padding-left: 12px",
    "footnote-display: inline",
    "footnote-policy: line; padding: 2px 0",
    "border: 1px solid; position: relative",
)
INSIDE = (
    "{}",
    "<b>{}</b>",
    "<i style='display: block; margin: 4px 0'>{}</i>",
    "<i style='display: inline-block; width: 20px'>1</i>{}",
)


@pytest.fixture(scope="module")
def lay_out_twice():
    environment = {**os.environ, "FONTCONFIG_FILE": str(fonts.fonts().configuration)}
    with subprocess.Popen(
        [sys.executable, "-m", "tests.laid_out_twice"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        text=True,
    ) as process:
        asked, told = process.stdin, process.stdout
        assert asked
        assert told

        def lay_out(html):
            asked.write(json.dumps(html) + "\n")
            asked.flush()
            return json.loads(told.readline())

        yield lay_out
        asked.close()


def words(chance, least, most):
    return " ".join(chance.choice(WORDS) for _ in range(chance.randint(least, most)))


def page(body, foot=FEET[0], note=NOTES[0]):
    return (
        f'<html lang="en"><title>Lamp</title><style>@page {{ size: 260px 300px; margin: 20px; @footnote {{ {foot} }} }}'
        'body { font: 10px/1.3 "Source Serif 4"; margin: 0; text-align: justify; hyphens: auto } p { margin: 0 }'
        f".foot {{ float: footnote; font-size: 8px; {note} }}</style><body>{body}"
    )


def text_with_notes(seed, insides=INSIDE[:1], paragraphs=6):
    """Return a text of some pages in which some words call notes, each of which begins with its own name."""
    chance = random.Random(seed)
    number, html = 0, []
    for _ in range(paragraphs):
        parts = []
        for _ in range(chance.randint(1, 7)):
            parts.append(escape(words(chance, 2, 20)))
            for _ in range(chance.choice((0, 1, 1, 2))):
                number += 1
                inside = chance.choice(insides).format(words(chance, 1, 25))
                parts.append(f'<span class="foot" id="n{number}">note{number} {inside}</span>')
        html.append(f"<{chance.choice(('p', 'p', 'blockquote', 'h3'))}>{' '.join(parts)}")
    return "\n".join(html), number


@settings(max_examples=5, deadline=None)
@given(
    seed=st.integers(0, 10_000),
    foot=st.sampled_from(FEET),
    note=st.sampled_from(NOTES),
    insides=st.sampled_from((INSIDE[:1], INSIDE)),
)
def test_pages_with_notes_are_the_same_to_the_byte(lay_out_twice, seed, foot, note, insides):
    html, _ = text_with_notes(seed, insides)
    made = lay_out_twice(page(html, foot, note))
    assert made["quick"]["words"] == made["mended"]["words"]
    assert made["quick"]["pdf"] == made["mended"]["pdf"]


@settings(max_examples=5, deadline=None)
@given(seed=st.integers(0, 10_000), note=st.sampled_from(NOTES[:2]))
def test_no_note_is_lost_and_none_stands_twice(lay_out_twice, seed, note):
    html, number = text_with_notes(seed)
    made = lay_out_twice(page(html, note=note))
    named = [text.split()[0] for _, text, _, _ in made["quick"]["words"] if text.startswith("note")]
    assert sorted(named) == sorted(f"note{each}" for each in range(1, number + 1))


def test_a_note_called_by_the_line_that_ends_a_page_moves_on(lay_out_twice):
    """The second line of a paragraph is kept with the first, and its note finds no place on their page."""
    made = lay_out_twice(page(text_with_notes(LOST_BY_WEASYPRINT)[0], note=NOTES[0]))
    notes = {name: [text for _, text, _, _ in made[name]["words"] if text.startswith("note")] for name in made}
    assert len(notes["plain"]) < len(notes["quick"])


def test_it_is_written_for_the_version_that_is_installed():
    assert weasyprint.__version__.startswith(quick_layout.VERSION)
