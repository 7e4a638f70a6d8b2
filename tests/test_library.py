"""A project's library: its texts see its sources and entities as if they stood in their own files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.test_whole_record import REVIEW


@pytest.fixture
def project(tmp_path, monkeypatch, annotate):
    """Work in a project with two texts in a folder, whose library stands above them."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "annotate.toml").write_text("", encoding="utf-8")
    (tmp_path / "texts").mkdir()
    for name in ("review", "essay"):
        (tmp_path / "texts" / f"{name}.txt").write_text(REVIEW.replace("Bridge", name.title()), encoding="utf-8")
    annotate("parse", "texts/review.txt", "texts/essay.txt", "-q", code=0)
    (tmp_path / "library.json").write_text('{"format": 1}', encoding="utf-8")

    def run(*arguments):
        return annotate(*arguments, code=0)[1].strip()

    return run


TEXT, OTHER = "texts/review.xml", "texts/essay.xml"
HALL = ("--type", "book", "--title", "The Bridge", "--author", "Mordaunt Hall", "--issued", "1927")


def library():
    return json.loads(Path("library.json").read_text(encoding="utf-8"))


def test_what_is_added_to_the_library_serves_every_text_and_stands_in_none(project, annotate):
    assert project("source", "add", TEXT, *HALL, "--library") == "hall-1927"
    assert project("entity", "add", TEXT, "Vera Holm", "--type", "person", "--library") == "vera-holm"
    for text in (TEXT, OTHER):
        claim = project("claim", "add", text, "a real engine", "--supports", "hall-1927", "--locator", "page:2")
        assert json.loads(project("claim", "show", text, claim, "--json"))["claimant"] == "vera-holm"
        assert "Vera Holm" in project("claim", "list", text)
        assert "The Bridge" in project("source", "show", text, "hall-1927")
        own = json.loads(Path(text).with_suffix(".annotations.json").read_text(encoding="utf-8"))
        assert (own["sources"], own["entities"]) == ([], [])
    assert [one["id"] for one in library()["sources"]] == ["hall-1927"]
    assert annotate("validate", ".", code=0)[1] == ""
    annotate("render", TEXT, "--to", "html", code=0)
    page = Path(TEXT).with_suffix(".html").read_text(encoding="utf-8")
    assert "Hall, Mordaunt" in page
    assert "Vera Holm" in page


def test_an_edition_lists_of_the_library_only_what_its_text_uses(project, annotate):
    project("source", "add", TEXT, *HALL, "--library")
    project("source", "add", TEXT, "--type", "book", "--title", "Never Opened", "--library")
    project("claim", "add", TEXT, "a real engine", "--supports", "hall-1927")
    annotate("render", TEXT, "--to", "html", code=0)
    assert "Never Opened" not in Path(TEXT).with_suffix(".html").read_text(encoding="utf-8")


def test_a_text_without_library_gets_one_beside_it(tmp_path, monkeypatch, annotate):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "annotate.toml").write_text("", encoding="utf-8")
    (tmp_path / "review.txt").write_text(REVIEW, encoding="utf-8")
    annotate("parse", "review.txt", "-q", code=0)
    annotate("source", "add", "review.xml", *HALL, "--library", code=0)
    assert [one["id"] for one in library()["sources"]] == ["hall-1927"]
    assert (
        json.loads(annotate("source", "list", "review.xml", "--library", "--json", code=0)[1]) == library()["sources"]
    )
    assert not Path("review.annotations.json").exists()


def test_a_text_that_is_not_there_has_no_library(project, annotate):
    assert "F101" in annotate("source", "add", "txets/review.xml", *HALL, "--library", code=1)[2]


def test_an_entry_of_the_library_is_changed_there_and_nowhere_else(project, annotate):
    project("source", "add", TEXT, *HALL, "--library")
    before = library()
    for arguments in (("edit", TEXT, "hall-1927", "--page", "2"), ("remove", TEXT, "hall-1927", "--cascade")):
        assert "N120" in annotate("source", *arguments, code=1)[2]
    assert "S102" in annotate("source", "add", TEXT, *HALL, "--id", "hall-1927", code=1)[2]
    assert library() == before
    assert project("source", "edit", TEXT, "hall-1927", "--page", "2", "--library") == "hall-1927 page: (none) -> 2"


def test_an_entry_that_any_text_uses_stays_in_the_library(project, annotate):
    project("source", "add", TEXT, *HALL, "--library")
    project("entity", "add", TEXT, "Buster Keaton", "--type", "person", "--library")
    claim = project("claim", "add", OTHER, "a real engine", "--by", "buster-keaton", "--disputes", "hall-1927")
    for arguments in (("source", "remove", TEXT, "hall-1927"), ("entity", "remove", TEXT, "Buster Keaton")):
        said = annotate(*arguments, "--library", "--cascade", code=1)[2]
        assert "essay.annotations.json" in said
    project("claim", "remove", OTHER, claim)
    assert "removed source hall-1927" in annotate("source", "remove", TEXT, "hall-1927", "--library", code=0)[2]


def test_a_file_that_says_otherwise_than_the_library_is_a_finding_with_the_fields(project, annotate):
    project("source", "add", TEXT, *HALL)
    project("claim", "add", TEXT, "a real engine", "--supports", "hall-1927", "--locator", "page:2")
    own = json.loads(Path("texts/review.annotations.json").read_text(encoding="utf-8"))
    shared = {"format": 1, "sources": own["sources"], "entities": own["entities"]}
    Path("library.json").write_text(json.dumps(shared), encoding="utf-8")
    assert annotate("validate", TEXT, code=0)[1] == ""
    shared["sources"][0]["page"] = "12"
    shared["entities"][0]["type"] = "organisation"
    Path("library.json").write_text(json.dumps(shared), encoding="utf-8")
    found = annotate("validate", TEXT, code=1)[1]
    assert "S106 the source hall-1927 is not the same in library.json: page" in found
    assert "N121 the entity vera-holm is not the same in library.json: type" in found


@pytest.mark.parametrize(
    "content", ['{"format": 1, "sources": [{"id": "x"}]}', "{", '{"format": 9}', '{"format": 1, "claims": []}']
)
def test_a_broken_library_is_named_and_stops_what_needs_it(project, annotate, content):
    Path("library.json").write_text(content, encoding="utf-8")
    for arguments in (("validate", "."), ("claim", "add", TEXT, "a real engine")):
        _, out, said = annotate(*arguments)
        assert "library.json:1:" in out + said
    assert not Path("texts/review.annotations.json").exists()


def test_another_programs_file_of_this_name_is_passed_over(project, annotate):
    Path("library.json").write_text('{"name": "blink", "frameworks": "*"}', encoding="utf-8")
    project("claim", "add", TEXT, "a real engine")
    assert annotate("validate", ".", code=0)[1] == ""


def test_the_search_for_a_library_ends_at_the_top_of_the_project(project, annotate):
    project("source", "add", TEXT, *HALL, "--library")
    Path("texts/annotate.toml").write_text("", encoding="utf-8")
    assert json.loads(project("source", "list", TEXT, "--json")) == []


def test_faults_in_the_entries_of_a_library_are_found_but_not_that_nothing_uses_them(project, annotate):
    project("source", "add", TEXT, *HALL, "--isbn", "978-0-306-40615-8", "--library")
    found = annotate("validate", ".")[1]
    assert "ISBN" in found or "isbn" in found
    assert "S150" not in found


def test_the_last_change_of_a_library_can_be_taken_back(project):
    before = library()
    project("source", "add", TEXT, *HALL, "--library")
    project("undo", TEXT, "--library")
    assert library() == before


def test_the_id_of_an_entry_that_a_text_names_stays(project, annotate):
    project("source", "add", TEXT, *HALL, "--library")
    assert project("source", "edit", TEXT, "hall-1927", "--id", "hall", "--library").splitlines() == [
        "removed source hall-1927",
        "added source hall",
    ]
    project("claim", "add", OTHER, "a real engine", "--supports", "hall")
    assert "N122" in annotate("source", "edit", TEXT, "hall", "--id", "hall-1927", "--library", code=1)[2]
