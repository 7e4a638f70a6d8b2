"""`annotate book`: which book is meant, what is wrong with one, and the page that leads to its chapters."""

import tempfile

import pytest

from annotate.model.book import BookPlan, ListedChapter, chapter_keys
from annotate.render.book.page import book_page
from tests.book_cases import write_book
from tests.edition_cases import parse


def test_without_a_book_in_the_settings_a_person_is_told_how_to_write_one(tmp_path, monkeypatch, annotate):
    monkeypatch.chdir(tmp_path)
    _, _, err = annotate("book", code=1)
    assert "annotate.toml:1:1: error E340" in err
    assert "[books.NAME]" in err


def test_a_name_that_is_nearly_right_is_named_with_the_right_one(tmp_path, monkeypatch, annotate):
    monkeypatch.chdir(write_book(tmp_path / "book"))
    _, _, err = annotate("book", "lantern", code=1)
    assert "error E341 there is no book “lantern”" in err
    assert "did you mean “lanterns”?" in err


def test_of_several_books_one_must_be_named(tmp_path, monkeypatch, annotate):
    folder = write_book(tmp_path / "book")
    settings = folder / "annotate.toml"
    settings.write_text(settings.read_text("utf-8") + '[books.other]\ntitle = "Other"\ntexts = ["lamp.xml"]\n', "utf-8")
    monkeypatch.chdir(folder)
    _, _, err = annotate("book", code=1)
    assert "lanterns, other" in err


def test_every_chapter_without_a_text_is_named_where_the_settings_name_it(tmp_path, monkeypatch, annotate):
    folder = write_book(tmp_path / "book")
    (folder / "ferry.xml").unlink()
    (folder / "märz.xml").unlink()
    monkeypatch.chdir(folder)
    _, _, err = annotate("book", code=1)
    assert "annotate.toml:6:22: error E342 there is no text ferry.xml" in err
    assert "annotate.toml:6:35: error E342 there is no text märz.xml" in err
    assert not list(folder.glob("*.pdf"))


def test_a_chapter_that_cannot_be_read_makes_no_book(tmp_path, monkeypatch, annotate):
    folder = write_book(tmp_path / "book")
    (folder / "lamp.annotations.json").write_text("{", "utf-8")
    monkeypatch.chdir(folder)
    _, _, err = annotate("book", "--to", "pdf", code=1)
    assert "lamp.annotations.json" in err
    assert not list(folder.glob("*.pdf"))


def test_where_chapters_can_be_kept_nowhere_a_person_is_told_what_to_set(tmp_path, monkeypatch, annotate):
    def refuse(**_):
        raise OSError(28, "No space left on device")

    monkeypatch.chdir(write_book(tmp_path / "book"))
    monkeypatch.setattr(tempfile, "mkdtemp", refuse)
    _, _, err = annotate("book", "--to", "pdf", "--jobs", "1", code=3)
    assert "error E203" in err
    assert "set XDG_CACHE_HOME or TMPDIR" in err


def test_the_name_of_a_page_is_no_place_for_several(misuse):
    assert "name a folder" in misuse("book", "-o", "book.html")


@pytest.mark.parametrize("name", ["a b", "ä", "-a", "a/b"])
def test_a_book_is_named_as_files_can_be(tmp_path, monkeypatch, annotate, name):
    (tmp_path / "annotate.toml").write_text(f'[books."{name}"]\ntitle = "T"\ntexts = ["a.xml"]\n', "utf-8")
    monkeypatch.chdir(tmp_path)
    _, _, err = annotate("book", code=1)
    assert f"annotate.toml:1:8: error F164 “{name}” is not written so" in err


def test_chapters_from_files_of_one_name_have_names_of_their_own():
    assert chapter_keys(BookPlan("b", "T", ("a/one.xml", "b/one.xml", "one.xml"))) == ["one", "one-2", "one-3"]


PLAN = BookPlan("b", "<Lanterns> & Co.", ("a.xml",), subtitle="Reviews", authors=("Nora Fenn",), imprint=("1931",))
LISTED = [
    ListedChapter("lamp.html", "The Lamp", ("Nora Fenn",), claims=3, notes=1, language="en"),
    ListedChapter("märz & co.html", "Ein Märzabend", ("Ida Brandt", "Otto Lind"), language="de"),
]


def test_the_contents_on_screen_lead_to_each_chapter_and_say_what_is_in_it():
    root = parse(book_page(PLAN, LISTED))
    links = root.findall(".//ol/li/a")
    assert [link.get("href") for link in links] == ["lamp.html", "m%C3%A4rz%20%26%20co.html"]
    assert [link.text for link in links] == ["The Lamp", "Ein Märzabend"]
    assert [link.get("lang") for link in links] == ["en", "de"]
    items = ["".join(item.itertext()) for item in root.findall(".//ol/li")]
    assert items == ["The Lamp 3 claims and 1 note", "Ein Märzabend Ida Brandt and Otto Lind"]


def test_the_contents_on_screen_show_what_the_settings_say_and_run_nothing():
    page = book_page(PLAN, LISTED)
    root = parse(page)
    (policy,) = (meta.get("content") for meta in root.iter("meta") if meta.get("http-equiv"))
    assert "".join(root.find(".//h1").itertext()) == "<Lanterns> & Co."
    assert root.find(".//script") is None
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert page == book_page(PLAN, LISTED)
