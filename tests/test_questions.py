"""Questions that a theme asks a class: one of each claim of a kind, in the order of the text, before the notes."""

import lxml.html

from annotate.api.themes import theme_named
from annotate.model.edition_choices import Choices
from annotate.render.print.page import print_html
from annotate.render.screen.page import html_edition
from tests.edition_cases import lamplighter_edition


def test_a_class_is_asked_one_question_of_each_claim_before_it_reads_the_notes():
    held, theme = lamplighter_edition(), theme_named("classroom")
    asked = [claim for claim in held.claims if claim.kind in theme.questions and claim.place]
    editors = [note for note in held.notes if note.kind == "question" and note.place]
    assert asked
    for page in (html_edition(held, choices=Choices(theme)).decode(), print_html(held, Choices(theme, notes="end"))):
        root = lxml.html.document_fromstring(page)
        (section,) = root.xpath("//section[@id='questions']")
        marks = [mark.text for mark in section.xpath(".//li/a[@class='mark']")]
        assert marks == [entry.mark for entry in (*editors, *asked)]
        said = [question.text_content().strip() for question in section.xpath(".//span[@class='question']")]
        assert said[len(editors) :] == [theme.questions[claim.kind] for claim in asked]
        others = root.xpath("//section[@id='end-notes' or @id='claims']")
        assert page.index('id="questions"') < page.index(f'id="{others[0].get("id")}"')
        assert "questions" not in print_html(held)
