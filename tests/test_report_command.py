"""`annotate report` on the command line: tables that fit a terminal, a stable JSON, files that cannot be read."""

import json
import unicodedata

import pytest

from tests.coverage_cases import claim, project, text_of
from tests.surroundings import SAMPLES

FERRY = text_of((None, ["The film was shot in eleven days."]), ("What the camera sees", ["At noon.", "The water."]))
NAMES = (
    "Nora Fenn",
    "張藝謀",
    "Maximiliane Freifrau von Hohenstein-Rautenberg-Schwarzenfels",
    "[bold]Ruth[/bold]\u202e",
)


@pytest.fixture
def many(tmp_path):
    """A text with 500 claims by 12 claimants, most of them with long or foreign names."""
    paragraphs = [f"Sentence {number} of this long text says that reel {number} was shot." for number in range(500)]
    entities = [
        {"id": f"person-{number}", "type": "person", "name": f"{NAMES[number % 4]} {number}"} for number in range(12)
    ]
    claims = [
        claim(
            number, f"reel {number} was shot", claimant=f"person-{number % 12}", statement="夜" * (number % 90) or None
        )
        for number in range(500)
    ]
    for one in claims:
        if one["statement"] is None:
            del one["statement"]
    return project(tmp_path, text_of((None, paragraphs)), entities=entities, claims=claims)


def width(line):
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in line
    )


@pytest.mark.parametrize("text", ["many", "sample", "folder"])
def test_tables_fit_a_terminal_of_80_columns(text, many, annotate, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    path = {"many": many, "sample": SAMPLES / "general-review.xml", "folder": SAMPLES}[text]
    _, out, _ = annotate("report", path, code=0)
    assert [line for line in out.splitlines() if width(line.rstrip()) > 80] == []


def test_what_goes_through_a_pipe_is_plain_text(many, annotate):
    _, out, _ = annotate("report", many, code=0)
    assert "\x1b" not in out
    assert "[bold]Ruth[/bold]" in out
    assert "張藝謀" in out


def test_a_long_list_is_cut_and_says_how_much_is_left(many, annotate):
    _, out, _ = annotate("report", many, code=0)
    assert "and 488 more claims; --json and --html list all" in out


def test_several_texts_are_compared_in_one_table(tmp_path, annotate):
    project(tmp_path, FERRY, name="ferry", claims=[claim(1, "eleven days")])
    project(tmp_path, FERRY, name="lamp")
    _, out, _ = annotate("report", tmp_path, code=0)
    rows = [line.split() for line in out.splitlines()]
    assert ["ferry.xml", "1", "1", "–", "–", "65", "%"] in rows
    assert ["lamp.xml", "–", "–", "–", "–", "0", "%"] in rows


def test_the_json_of_a_report_has_the_shape_that_is_documented(tmp_path, annotate):
    path = project(tmp_path, FERRY, claims=[claim(1, "eleven days")])
    _, out, _ = annotate("report", path, "--json", code=0)
    made = json.loads(out)
    counts = {"claims", "without_source", "disputed", "contradicted", "by_kind", "by_status", "by_claimant"}
    counts |= {"passages", "quotations", "unsure_anchors", "uncited_sources"}
    assert set(made) == {"format", "total", "texts", "uncited_in_libraries"}
    assert set(made["total"]) == {"texts", *counts}
    lists = {"file", "title", "annotations", "others", "sections", "open", "quoted"}
    assert set(made["texts"][0]) == counts | lists
    documented = (SAMPLES.parent / "docs" / "formats.md").read_text("utf-8").partition("## Reports")[2]
    assert [name for name in counts | lists if f"`{name}`" not in documented] == []


def test_a_text_without_annotations_is_reported_on(tmp_path, annotate):
    path = tmp_path / "ferry.txt"
    path.write_text("The Clock\n\nThe clock never moves.\n", "utf-8")
    annotate("parse", "-q", path, code=0)
    _, out, _ = annotate("report", tmp_path / "ferry.xml", code=0)
    assert "no annotations; 0 % of the text annotated" in out


def test_an_empty_folder_is_a_finding_and_no_fault(tmp_path, annotate):
    _, out, err = annotate("report", tmp_path, code=1)
    assert "No text to report on." in out
    assert "error F336" in err
    _, out, _ = annotate("report", tmp_path, "--json", code=1)
    assert json.loads(out)["total"]["texts"] == 0
    assert json.loads(out)["total"]["passages"]["annotated_share"] is None


def test_what_cannot_be_read_is_told_beside_the_report(tmp_path, annotate):
    path = project(tmp_path, FERRY, claims=[claim(1, "eleven days")])
    (tmp_path / "torn.xml").write_text('<TEI xmlns="http://www.tei-c.org/ns/1.0"><text>', "utf-8")
    _, out, err = annotate("report", tmp_path, code=1)
    assert "1 claim" in out
    assert "torn.xml:1" in err
    assert path.name not in err


def test_a_page_is_written_to_a_file_or_to_stdout(tmp_path, annotate):
    path = project(tmp_path, FERRY, claims=[claim(1, "eleven days")])
    _, out, _ = annotate("report", path, "--html", tmp_path / "page.html", code=0)
    assert out == ""
    _, out, _ = annotate("report", path, "--html", "-", code=0)
    assert out == (tmp_path / "page.html").read_text("utf-8")


def test_two_kinds_of_report_at_once_are_refused(tmp_path, misuse):
    assert "ask for one of them" in misuse("report", tmp_path, "--json", "--html", "-")
