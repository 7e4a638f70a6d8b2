"""The words that editions print of themselves: right in number, and nothing said of what is not there."""

import lxml.html
import pytest

from annotate.model.anchor import Outcome, Resolution
from annotate.model.annotation import Annotations, Claim, Note, Target, TextReference
from annotate.model.document import Block, Document, Film, Metadata
from annotate.model.edition_choices import Choices
from annotate.model.text import Span, reading_text
from annotate.render.about import about_html, film_credit
from annotate.render.apparatus import description
from annotate.render.print.page import print_html
from annotate.render.screen.page import html_edition
from annotate.render.view import build_view

WORDS = "The lamp burns in every scene but one."
DOCUMENT = Document(
    Metadata(title="The Lamp", publisher="The Quiet Screen", language="en"),
    body=(Block("b1", "head", ("The pier",)), Block("b2", "p", (WORDS,)), Block("b3", "p", ("It goes out.",))),
)


def edition_of(*, claims: int = 0, notes: int = 0, score: float = 1.0, outcome: Outcome = Outcome.EXACT):
    reading = reading_text(DOCUMENT)
    start = reading.text.index("lamp burns")
    target = Target(exact="lamp burns")
    annotations = Annotations(
        text=TextReference("lamp.xml", reading.sha256),
        claims=tuple(Claim(f"c-00000{at}", target, "factual", "It burns.", status="refuted") for at in range(claims)),
        notes=tuple(Note(f"n-00000{at}", target, "gloss", "A gas lamp.") for at in range(notes)),
    )
    found = Resolution(outcome, (Span(start, start + len("lamp burns")),), score)
    return build_view(DOCUMENT, reading, annotations, {name: found for name, _ in annotations.targets()})


def read(html: str) -> str:
    return " ".join(lxml.html.document_fromstring(html).text_content().split())


@pytest.mark.parametrize(
    ("claims", "notes", "said"),
    [
        (0, 0, "An edition without annotations."),
        (1, 0, "An annotated edition with 1 claim."),
        (2, 1, "An annotated edition with 2 claims and 1 note."),
    ],
)
def test_an_edition_counts_what_it_holds_and_nothing_else(claims, notes, said):
    assert description(edition_of(claims=claims, notes=notes)) == said


def test_a_text_without_annotations_is_not_said_to_be_annotated():
    about = read(about_html(edition_of()))
    assert "Annotated by" not in about
    assert "annotated edition" not in about
    assert "“The Lamp.” The Quiet Screen. SHA-256" in about
    assert "calls a" not in print_html(edition_of())
    assert "This text is annotated" not in html_edition(edition_of()).decode()


@pytest.mark.parametrize(
    ("claims", "notes", "said"),
    [
        (1, 0, "A number in the text calls a claim at the foot of the page."),
        (0, 1, "A letter in the text calls a note at the foot of the page."),
        (1, 1, "A number in the text calls a claim, a letter a note; both stand at the foot of the page."),
    ],
)
def test_the_key_explains_the_calls_that_the_text_has(claims, notes, said):
    edition = edition_of(claims=claims, notes=notes)
    assert read(print_html(edition)).count(f"{said} Small figures") == (1 if claims else 0)
    on_screen = read(html_edition(edition).decode())
    assert ("umber in the text calls a claim" in on_screen) == bool(claims)
    assert ("etter in the text calls a note" in on_screen) == (notes and not claims)


def test_the_key_explains_what_else_the_margins_count():
    edition = edition_of(claims=1)
    assert "Others count the lines" not in print_html(edition)
    numbered = read(print_html(edition, Choices(line_numbers="page")))
    assert "Others count the lines of each page: 12.5 is page 12, line 5." in numbered


def test_a_passage_that_reads_the_same_is_not_called_alike_in_percent():
    same = edition_of(claims=1, outcome=Outcome.NEAR).unplaced[0]
    assert (same.reason, same.nearest) == ("The same words stand in the text, but perhaps in another passage.", "")
    close = edition_of(claims=1, outcome=Outcome.NEAR, score=0.998).unplaced[0]
    assert (close.reason, close.nearest) == ("The text has only a passage that is 99% alike.", "lamp burns")


def test_a_claim_without_a_certain_place_is_listed_as_such_and_named_on_no_page():
    html = print_html(edition_of(claims=1, outcome=Outcome.NEAR))
    assert "It burns. (factual, refuted; no certain place)" in read(html)
    assert "Numbers in parentheses" not in html


def test_a_film_of_one_minute_is_one_minute_long():
    assert film_credit(Film("The Lamp", date="1897", runtime=60)) == "(1897, 1 minute)"
