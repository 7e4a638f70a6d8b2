"""What a careful reader would mark in a plain text, fixture by fixture."""

from pathlib import Path

import pytest

from annotate.api.parse import parse_bytes
from annotate.model.document import Document, Group, leaves, whole_text

FIXTURES = sorted((Path(__file__).parent / "fixtures" / "structure").glob("*.*"))
KINDS = {"titlePart": "title", "docDate": "date", "ab": "p", "item": "list", "note": "p"}


def read_fixture(path: Path) -> tuple[str, list[list[str]]]:
    source, _, expected = path.read_text("utf-8").partition("--- expected\n")
    return source, [[cell.strip() for cell in line.split("|")] for line in expected.strip().splitlines()]


def described(document: Document) -> list[tuple[str, str, str]]:
    names = {person.id: person.name for person in document.metadata.persons}
    rows = []
    for block, groups in leaves(document.parts):
        text = whole_text(block.content)
        turn = next((group for group in groups if group.name == "sp"), None)
        if block.boilerplate:
            kind = "boilerplate"
        elif turn is not None and block.name == "p":
            kind = "turn"
        elif any(group.name in {"quote", "cit"} for group in groups):
            kind = "quote"
        elif any(group.name == "figure" for group in groups):
            kind = "figure"
        elif block.attributes.get("type") == "keywords":
            kind = "keywords"
        else:
            kind = KINDS.get(block.name, block.name)
        rows.append((kind, names[turn.who[0]] if turn is not None and kind == "turn" else "", text))
    return rows


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_a_text_has_the_structure_a_careful_reader_sees(path):
    source, expected = read_fixture(path)
    found = described(parse_bytes(source.encode(), path.name).document)
    assert [row[:2] for row in found] == [tuple(row[:2]) for row in expected]
    assert all(text.startswith(starts) for (*_, text), (*_, starts) in zip(found, expected, strict=True))


@pytest.mark.parametrize("path", [path for path in FIXTURES if path.suffix == ".txt"], ids=lambda path: path.stem)
def test_nothing_of_the_source_is_lost_and_its_order_kept(path):
    source, _ = read_fixture(path)
    document = parse_bytes(source.encode(), path.name).document
    assert "".join(everything(document).split()) == "".join(source.split())


def everything(document: Document) -> str:
    """Return every character of a document in order, speaker labels in their place."""
    pieces: list[str] = []

    def walk(parts) -> None:
        for part in parts:
            if isinstance(part, Group):
                pieces.append(whole_text(part.label))
                walk(part.children)
            else:
                pieces.append(whole_text(part.content))

    walk(document.parts)
    return "".join(pieces)


def fixture_document(name: str) -> Document:
    source, _ = read_fixture(next(path for path in FIXTURES if path.stem == name))
    return parse_bytes(source.encode(), f"{name}.txt").document


def test_a_caption_stands_between_the_joined_parts_of_the_turn_it_cuts():
    document = fixture_document("interview-cut-by-a-caption")
    turns = [part for part in document.body if isinstance(part, Group)]
    assert [(part.name, part.id, part.attributes.get("next"), part.attributes.get("prev")) for part in turns] == [
        ("sp", "t1", None, None),
        ("sp", "t2", "#t3", None),
        ("figure", "", None, None),
        ("sp", "t3", None, "#t2"),
        ("sp", "t4", None, None),
        ("sp", "t5", None, None),
    ]


def test_the_header_tells_title_author_date_and_genre():
    metadata = fixture_document("labelled-with-initials").metadata
    assert (metadata.title, metadata.authors, metadata.date) == (
        "The Last Projectionist: A Conversation",
        ("Nora Fenn",),
        "2019-03-12",
    )
    assert (metadata.genre, metadata.language) == ("interview", "en")
    assert [(person.name, person.role) for person in metadata.persons] == [
        ("Nora Fenn", "interviewer"),
        ("Ida Marrow", "interviewee"),
    ]


def test_the_film_of_a_review_is_named_in_the_header():
    (film,) = fixture_document("review-with-credits").metadata.films
    assert (film.title, film.directors, film.date, film.runtime) == (
        "The General",
        ("Buster Keaton", "Clyde Bruckman"),
        "1926",
        79 * 60,
    )


def test_a_date_that_can_be_read_in_two_ways_is_not_normalised():
    assert parse_bytes(b"A Title\n\n03/04/2018\n\n" + b"word " * 40, "a.txt").document.metadata.date is None


def test_a_cut_quotation_and_its_paragraph_are_joined():
    tei = parse_bytes(read_fixture(FIXTURES[0])[0].encode(), "a.txt").tei.decode()
    assert FIXTURES[0].stem == "advert-in-a-quotation"
    assert '<p xml:id="b3" part="I" next="#b7">' in tei
    assert '<said xml:id="q1" next="#q2">“It is terrible to see,”</said> he might have said, ' in tei
    assert '<said xml:id="q2" prev="#q1" next="#q3">“this grey life that</said></p>' in tei
    assert '<p xml:id="b7" part="F" prev="#b3"><said xml:id="q3" prev="#q2">goes on without a word.”</said>' in tei


@pytest.mark.parametrize(
    ("sentence", "markup"),
    [
        ("He called it “a machine for seeing” once.", "<q>“a machine for seeing”</q>"),
        ("“I saw it,” he said.", "<said>“I saw it,”</said>"),
        ("The film “The Lost Reel” ends.", '<title level="m">“The Lost Reel”</title>'),
        ("In Sunrise (1927) it rains.", '<title level="m">Sunrise</title> (1927)'),
        ("She said, “He told me ‘no’ twice.”", "<said>“He told me <said>‘no’</said> twice.”</said>"),
        ("Il dit « non » et partit.", "<said>« non »</said>"),
        ("The boys’ club of the ’90s stayed.", "The boys’ club of the ’90s stayed."),
        ("It's 6\" wide and isn't 'im.", "It's 6\" wide and isn't 'im."),
    ],
)
def test_quotations_and_titles_are_marked_with_their_marks_inside(sentence, markup):
    text = f"A Title\n\n{sentence} {'More words follow here. ' * 8}\n"
    assert markup in parse_bytes(text.encode(), "a.txt").tei.decode()


def test_a_review_with_an_interview_in_it_is_mixed():
    metadata = fixture_document("mixed-review-with-an-interview-in-it").metadata
    assert (metadata.genre, metadata.rating, metadata.authors) == ("mixed", "4/5", ("Saskia Plum",))


def test_each_film_of_a_text_with_several_is_named_in_the_header():
    films = fixture_document("capsules-of-several-films").metadata.films
    assert [(film.title, film.directors, film.date, film.runtime) for film in films][:2] == [
        ("The Wind", ("Victor Sjöström",), "1928", 95 * 60),
        ("Seven Chances", ("Buster Keaton",), "1925", 56 * 60),
    ]


def test_the_film_is_named_by_credits_that_stand_below_the_text():
    metadata = fixture_document("newspaper-review-with-credit-line-at-the-end").metadata
    (film,) = metadata.films
    assert (film.title, film.directors, film.runtime) == ("The General", ("Buster Keaton", "Clyde Bruckman"), 79 * 60)
    assert (metadata.rating, metadata.authors, metadata.date) == ("9/10", ("Margit Olander",), "2014-03-05")


def test_the_header_tells_keywords_and_where_a_text_first_appeared():
    assert fixture_document("scholarly-article-with-numbered-sections").metadata.keywords[:2] == (
        "city symphony",
        "delay",
    )
    assert fixture_document("dated-diary-essay").metadata.publisher == "Bench Notes"


def test_a_page_of_films_with_certificates_and_stars_is_a_review_and_its_author_is_no_newspaper():
    page = (
        "At the Regal this week\n\nBy Dot Arkwright The Evening Star\n\n3 May 1961\n\n"
        "The Wind (PG) ***\n\nSand gets into the bread, the bed and the marriage for eighty minutes, and out.\n\n"
        "Sunrise (U) ****\n\nA tram goes from the woods to the city without a stop and takes a marriage with it.\n"
    )
    metadata = parse_bytes(page.encode(), "page.txt").document.metadata
    assert (metadata.genre, metadata.authors) == ("review", ("Dot Arkwright",))


def test_who_wrote_a_film_is_not_said_to_have_written_a_word_in_quotation_marks():
    text = 'Low Tide (written and directed by Karl Dorn) is a small "art" picture.\n\nKarl Dorn was at the show.\n'
    document = parse_bytes(f"Low Tide\n\n{text}".encode(), "text.txt").document
    quoted = [node for block, _ in leaves(document.parts) for node in block.content if not isinstance(node, str)]
    assert not any("who" in node.attributes for node in quoted)
