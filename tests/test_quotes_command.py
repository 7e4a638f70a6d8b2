"""`annotate quotes`: what a person and a program are told of quotations, and when it fails."""

from __future__ import annotations

import json

import pytest

TALK = """The Last Lamp

Ben Example talks to Ada Example.

BEN: How long did you work at the Rialto?

ADA: For thirty-one years. I never liked the new projectors, and I did not hide it.

BEN: And the old machines?

ADA: They were sold for scrap in the spring of 1974.
"""
ESSAY = """The Woman at the Lamp

By Cora Writer

“I liked the new projectors, and I did not hide it,” says Ada Example.

The machines were sold for scrap in the spring of 1974, as one reads.
"""


@pytest.fixture
def essay(tmp_path, monkeypatch, annotate):
    """The path of an essay with a source `talk` and its copy, which a claim cites for the quotation."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "talk.txt").write_text(TALK, "utf-8")
    (tmp_path / "essay.txt").write_text(ESSAY, "utf-8")
    annotate("parse", "-q", "essay.txt", code=0)
    annotate("source", "add", "essay.xml", "--id", "talk", "--type", "interview", "--title", "The Last Lamp", code=0)
    annotate("source", "attach", "essay.xml", "talk", "talk.txt", code=0)
    annotate(
        "claim", "add", "essay.xml", "I liked the new projectors", "--kind", "factual", "--supports", "talk", code=0
    )
    return tmp_path / "essay.xml"


def test_json_tells_the_place_and_the_difference_of_each_quotation(essay, annotate):
    _, out, err = annotate("quotes", essay, "--json", code=1)
    told = json.loads(out)
    (quoted,) = told["quotations"]
    assert (quoted["block"], quoted["verdict"], quoted["source"], quoted["cited"]) == ("b3", "altered", "talk", True)
    assert {"operation": "added", "quoted": "", "found": "never"} in quoted["difference"]
    assert quoted["found"][0]["words"] == "I never liked the new projectors, and I did not hide it"
    assert quoted["said_there_by"] == ["Ada Example"]
    assert quoted["same_speaker"] is True
    assert [finding["code"] for finding in told["findings"]] == ["Q101"]
    assert "reused" not in told
    assert err == ""


def test_validate_reports_the_same_finding(essay, annotate):
    _, out, _ = annotate("validate", essay, "--format", "json", code=1)
    assert "Q101" in {finding["code"] for finding in json.loads(out)}


def test_reuse_is_looked_for_only_when_asked_and_from_so_many_words_on(essay, annotate, misuse):
    _, out, _ = annotate("quotes", essay, "--reuse", "--json", code=1)
    (reused,) = json.loads(out)["reused"]
    assert (reused["block"], reused["source"], reused["count"]) == ("b4", "talk", 9)
    assert reused["words"] == "were sold for scrap in the spring of 1974"
    _, out, _ = annotate("quotes", essay, "--reuse", "--min-words", "10", "--json", code=1)
    assert json.loads(out)["reused"] == []
    assert "--min-words" in misuse("quotes", essay, "--min-words", "0")


def test_a_suppressed_finding_lets_it_pass(essay, annotate):
    settings = '[[suppress]]\ncode = "Q101"\nreason = "she asked for it to be printed so"\n'
    assert " Q101 " in annotate("quotes", essay, code=1)[1]
    (essay.parent / "annotate.toml").write_text(settings, "utf-8")
    _, out, _ = annotate("quotes", essay, code=0)
    assert " Q101 " not in out
    assert "altered" in out  # the table still says what it is


def test_a_changed_copy_is_none_and_is_told(essay, annotate):
    (essay.parent / "sources" / "talk" / "talk.txt").write_text(TALK + "Another line.\n", "utf-8")
    _, out, err = annotate("quotes", essay, code=1)
    assert "S131" in out
    assert err == "1 quotation held against 0 copies: 1 no-copy\n"


def test_a_text_without_annotations_has_no_copies(essay, annotate):
    essay.with_name("essay.annotations.json").unlink()
    _, out, err = annotate("quotes", essay, "--reuse", code=0)
    assert out.splitlines()[1].split()[:2] == ["b3", "no-copy"]
    assert err == "1 quotation held against 0 copies: 1 no-copy\n"


def test_sources_of_the_library_are_held_against_too(essay, annotate):
    annotations = essay.with_name("essay.annotations.json")
    held = json.loads(annotations.read_text("utf-8"))
    essay.with_name("library.json").write_text(json.dumps({"format": 1, "sources": held.pop("sources")}), "utf-8")
    annotations.write_text(json.dumps(held | {"claims": []}), "utf-8")
    _, out, _ = annotate("quotes", essay, "--json", code=0)
    told = json.loads(out)
    assert [(quoted["verdict"], quoted["cited"]) for quoted in told["quotations"]] == [("altered", False)]
    assert [finding["code"] for finding in told["findings"]] == ["Q107"]


def test_only_the_quotations_of_one_verdict_are_shown_when_asked(essay, annotate):
    _, out, _ = annotate("quotes", essay, "--verdict", "verbatim", "--json", code=1)
    assert json.loads(out)["quotations"] == []
