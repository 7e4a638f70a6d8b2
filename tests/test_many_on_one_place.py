"""Editions of what nobody writes by hand: thousands of claims on one paragraph, words and tables without end."""

import pytest

from annotate.model.anchor import Outcome, Resolution
from annotate.model.annotation import Annotations, Claim, Entity, Mention, Target, TextReference
from annotate.model.text import Span, reading_text
from annotate.read.tei.reader import read_tei
from annotate.render.pieces import MOST_OVER
from annotate.render.screen.page import html_edition
from annotate.render.view import build_view
from tests.edition_cases import has_class, parse

HEAD = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Much</title></titleStmt>'
    "<publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><body>"
)


def page(body, spans=(), mentions=()):
    """Return the page of a text with a claim on each of `spans` and a mention of one film on each of `mentions`."""
    document = read_tei(f"{HEAD}{body}</body></text></TEI>".encode(), "much.xml")
    reading = reading_text(document)
    placed = {f"c-{number:06d}": span for number, span in enumerate(spans)}
    placed |= {f"m-{number:06d}": span for number, span in enumerate(mentions)}
    where = {name: Target(reading.slice(span)[:40]) for name, span in placed.items()}
    annotations = Annotations(
        TextReference("much.xml", reading.sha256),
        entities=(Entity("the-film", "film", "The Film"),),
        claims=tuple(Claim(name, target, "factual") for name, target in where.items() if name.startswith("c")),
        mentions=tuple(Mention(name, target, "the-film") for name, target in where.items() if name.startswith("m")),
    )
    resolutions = {name: Resolution(Outcome.EXACT, (span,), 1.0) for name, span in placed.items()}
    return html_edition(build_view(document, reading, annotations, resolutions))


def named(made, name, css_class=""):
    return [one for one in made.iter(name) if not css_class or has_class(one, css_class)]


def nested(count):
    return [Span(number, 10 * count - number) for number in range(count)]


def staggered(count):
    return [Span(2 * number, 2 * number + 5 * count) for number in range(count)]


@pytest.mark.parametrize("lying", [nested, staggered])
def test_a_page_grows_with_its_claims_and_not_with_how_they_overlap(lying):
    words = f"<p>{'word ' * 4_000}</p>"
    few, many = (len(page(words, lying(count))) for count in (500, 2_000))
    assert many < 5 * few


def test_of_claims_over_one_another_each_has_its_card_and_its_call():
    made = parse(page(f"<p>{'word ' * 500}</p>", nested(200)))
    assert len(named(made, "div", "card")) == 200
    assert len(named(made, "a", "call")) == 200
    over = [span.get("data-over").split() for span in named(made, "span") if span.get("data-over")]
    assert max(map(len, over)) == MOST_OVER


def test_all_claims_and_mentions_of_one_word_can_be_led_to():
    word = Span(4, 8)
    made = parse(page("<p>one word here</p>", [word] * 400, [word] * 400))
    ids = {element.get("id") for element in made.iter()}
    assert {f"c-{number:06d}" for number in range(400)} <= ids
    assert {f"m-{number:06d}" for number in range(400)} <= ids
    (paragraph,) = [block for block in named(made, "p") if block.get("id") == "b1"]
    assert "".join(paragraph.itertext()).startswith("one word")


def test_elements_around_one_word_are_not_nested_without_limit():
    word = Span(4, 8)
    made = parse(page("<p>one word here</p>", [word] * 400, [word] * 400))

    row, depth = [made], 0
    while row:
        row, depth = [child for element in row for child in element], depth + 1
    assert depth < 40


def test_a_word_of_a_million_letters_is_quoted_by_its_ends():
    made = page(f"<p>It said {'a' * 1_000_000} twice.</p>", [Span(8, 1_000_008)] * 20)
    cards = named(parse(made), "div", "card")
    assert len(cards) == 20
    assert all(len("".join(card.itertext())) < 1_000 for card in cards)


def test_a_cell_wider_than_any_page_is_one_cell():
    made = page('<table><row><cell cols="1000000000" rows="999999999">wide</cell></row></table>')
    (cell,) = named(parse(made), "td")
    assert not {"colspan", "rowspan"} & set(cell.attrib)
