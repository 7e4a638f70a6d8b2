"""What a person says wrongly to `annotate render` or `annotate book` is told in a sentence, and nothing is written."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.surroundings import SAMPLES

REVIEW = SAMPLES / "general-review.xml"


@pytest.fixture
def here(tmp_path, monkeypatch):
    """An empty folder that the commands are typed in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


OTHERS = {
    "review.txt": (b"The Lamp\n\nBy Nora Fenn\n\nIt burns.\n", "plain text"),
    "review.pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "a PDF"),
    "review.html": (b"<!DOCTYPE html><html><head><meta charset=utf-8></head><p>It burns.", "a web page"),
    "review.docx": (b"PK\x03\x04 word/document.xml", "a Word file"),
    "review.annotations.json": (json.dumps({"format": 1}).encode(), "plain text"),
    "review.xml": (
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        "XML with the root element <svg> in the namespace http://www.w3.org/2000/svg",
    ),
}


@pytest.mark.parametrize("name", OTHERS)
def test_a_file_that_is_no_text_of_ours_is_called_what_it_is(here, annotate, name):
    data, kind = OTHERS[name]
    Path(name).write_bytes(data)
    _, _, err = annotate("render", name, code=1)
    assert f"{name}:1:1: error F122 this is {kind}, not TEI" in err
    assert "annotate parse" in err
    assert [path.name for path in here.iterdir()] == [name]


def test_markup_that_is_broken_is_still_told_where_it_is(here, annotate):
    Path("review.xml").write_text('<TEI xmlns="http://www.tei-c.org/ns/1.0">\n<text></TEI>', "utf-8")
    assert "review.xml:2:" in annotate("render", "review.xml", code=1)[2]


@pytest.mark.parametrize("command", [("render", REVIEW), ("book",)])
@pytest.mark.parametrize("name", ["edition.epub", "edition.docx", "edition.xml"])
def test_a_file_of_another_format_is_not_made_a_folder_of(here, misuse, command, name):
    assert ".html or .pdf" in misuse(*command, "-o", name)
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("command", [("render", REVIEW), ("book",)])
def test_a_file_where_a_folder_should_be_is_left_alone(here, misuse, command):
    Path("notes").write_text("mine", "utf-8")
    assert "“notes” is a file" in misuse(*command, "-o", "notes")
    assert Path("notes").read_text("utf-8") == "mine"


def test_a_folder_may_have_a_point_in_its_name(here, annotate):
    annotate("render", REVIEW, "--to", "html", "-o", "v1.2", code=0)
    assert [path.name for path in Path("v1.2").iterdir()] == ["general-review.html"]


def test_a_book_is_not_written_to_a_folder_called_as_the_standard_output_is(here, misuse):
    assert "stdout" in misuse("book", "--to", "pdf", "-o", "-")
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("command", [("render", REVIEW), ("book",)])
def test_keys_by_line_and_no_lines_numbered_contradict_each_other(here, misuse, command):
    assert "--keys line" in misuse(*command, "-o", "out", "--keys", "line", "--line-numbers", "none")


def test_a_folder_that_is_no_theme_is_told_what_it_lacks(here, annotate):
    Path("house").mkdir()
    _, _, err = annotate("render", REVIEW, "--to", "html", "--theme", "house", code=1)
    assert "house:1:1: error E401 the folder “house” has no theme.toml" in err


def test_what_a_theme_lacks_is_said_once(here, annotate):
    Path("house").mkdir()
    Path("house/theme.toml").write_text('base = "reader"\n', "utf-8")
    _, _, err = annotate("render", REVIEW, "--to", "html", "--theme", "house", code=1)
    assert err.count("has no “title”") == err.count("has no “description”") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_a_full_disk_behind_the_standard_output_is_named():
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "annotate", "render", str(REVIEW), "--to", "html", "-o", "-"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 3
    assert done.stderr.decode("utf-8").startswith("annotate: the output cannot be written: no space left on device\n")
    assert b"internal error" not in done.stderr
    assert b"Exception" not in done.stderr
