"""References within a chapter of a book: they name the pages of the book, not those of the chapter by itself."""

import re

import pytest

from annotate.api.book import book_plan, made_book
from tests.book_cases import RECORDS, write_book
from tests.test_book import opened

CALLS = [(chapter, claim["id"]) for chapter, record in RECORDS.items() for claim in record["claims"]]


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    folder = write_book(tmp_path_factory.mktemp("book-references") / "lanterns")
    settings = folder / "annotate.toml"
    choices = 'theme = "classroom"\npage = "A5"\nnotes = "end"\nkeys = "line"'
    settings.write_text(f"{settings.read_text(encoding='utf-8')}\n[edition]\n{choices}\n", encoding="utf-8")
    result = made_book(*book_plan(None, folder), ("pdf",))
    assert not result.failed
    assert result.findings == ()
    return opened(folder)


@pytest.mark.parametrize(("chapter", "claim"), CALLS)
def test_an_entry_after_its_chapter_is_introduced_by_page_of_the_book_and_line(book, chapter, claim):
    words = book.pages[book.places[f"{chapter}/{claim}"]]
    number = 1 + [name for where, name in CALLS if where == chapter].index(claim)
    found = re.search(rf"(\d+)\.\d+ \({number}\)", words.partition("Claims")[2])
    assert found
    assert int(found[1]) == book.folio(f"{chapter}/call.{claim}")


@pytest.mark.parametrize("chapter", RECORDS)
def test_what_is_asked_of_a_claim_names_the_page_of_the_book(book, chapter):
    words = book.pages[book.places[f"{chapter}/questions"]].partition("Questions")[2].partition("Claims")[0]
    named = [int(page) for page in re.findall(r"(\d+)\.\d+(?!\S)", words)]
    assert named == [book.folio(f"{chapter}/call.{claim}") for where, claim in CALLS if where == chapter]
