"""Copies of sources: what is kept, what is said when it changes, and that nothing outside the folder is ever read."""

from __future__ import annotations

import json
import os
import re
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.api import source_copy
from annotate.api.load import load_text
from annotate.api.source_attach import attach_copy
from annotate.api.source_copy import inside
from annotate.api.source_records import add_source
from annotate.errors import AnnotateError

REVIEW = """The Bridge

by Vera Holm

A locomotive falls from a burning bridge. It was the costliest shot of the silent era, people say.
"""
REPORT = """The Screen

By Edmund Vale

The engine was not a model. It cost the company forty-two thousand dollars, and it lay in the river for years.

The engine was not a model, the director said, and 500 people watched it fall from the bridge at noon.
"""
COST = "It cost the company forty-two thousand dollars"
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(64)
TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Report</title></titleStmt>
<publicationStmt><p>Press</p></publicationStmt><sourceDesc><p>None</p></sourceDesc></fileDesc></teiHeader>
<text><body><p><pb n="12"/>The first page ends in the midst of a <pb n="13"/>sentence that goes on.</p>
<p>The bridge burned all night.</p></body></text></TEI>"""


@pytest.fixture
def folder(tmp_path, monkeypatch, annotate):
    """A folder with a text that has one claim, its source `vale-1927` without copy, and the file of that source."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "review.txt").write_text(REVIEW, encoding="utf-8")
    annotate("parse", "review.txt", "-q", code=0)
    annotate("claim", "add", "review.xml", "the costliest shot", code=0)
    fields = ("--type", "article-newspaper", "--title", "The Screen", "--issued", "1927")
    annotate("source", "add", "review.xml", "--id", "vale-1927", *fields, code=0)
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def evidence(folder, annotate):
    """Return a command that adds evidence from the source to the claim, and gives its record and what was told."""

    def add(quote, *options, code=0):
        claim = held(folder)["claims"][0]["id"]
        arguments = ("--source", "vale-1927", "--relation", "supports", "--quote", quote, *options)
        _, out, err = annotate("evidence", "add", "review.xml", claim, *arguments, code=code)
        found = [item for item in held(folder)["claims"][0].get("evidence", []) if item["id"] == out.strip()]
        return (found[0] if found else None), err

    return add


def held(folder):
    return json.loads((folder / "review.annotations.json").read_bytes())


def copy_of(folder):
    return held(folder)["sources"][0]["copy"]


def attach(annotate, file="report.txt", *options, code=0):
    return annotate("source", "attach", "review.xml", "vale-1927", file, *options, code=code)


def copy_findings(annotate):
    """Return what is wrong with copies and with quotations from them."""
    return [line for line in annotate("validate", "review.xml")[1].splitlines() if re.search(r" S1[34]\d ", line)]


def record_copy(folder, **copy):
    """Write a record of a copy by hand."""
    path = folder / "review.annotations.json"
    value = held(folder)
    value["sources"][0]["copy"] = copy
    path.write_text(json.dumps(value), encoding="utf-8")


def test_the_bytes_are_kept_with_their_text_and_the_digests_of_both(folder, annotate):
    _, out, err = attach(annotate)
    record = copy_of(folder)
    kept = folder / record["file"]
    assert kept == folder / "sources" / "vale-1927" / "vale-1927.txt"
    assert kept.read_bytes() == REPORT.encode()
    assert record["sha256"] == sha256(REPORT.encode()).hexdigest()
    reading = load_text(kept.with_suffix(".xml")).reading
    assert record["reading_sha256"] == reading.sha256
    assert COST in reading.text
    assert "vale-1927 copy: (none) -> sources/vale-1927/vale-1927.txt" in out
    assert "its text has 46 words" in err


def test_keeping_the_same_file_again_changes_nothing(folder, annotate, evidence):
    evidence(COST)
    attach(annotate)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    _, out, err = attach(annotate)
    assert out == ""
    assert "nothing was changed" in err
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_what_was_quoted_before_is_found_when_the_copy_comes(folder, annotate, evidence):
    item, _ = evidence(COST)
    absent, _ = evidence("It cost the company fifty thousand dollars")
    _, _, err = attach(annotate)
    first, second = held(folder)["claims"][0]["evidence"]
    found, other = (first, second) if first["id"] == item["id"] else (second, first)
    assert found["target"]["exact"] == COST
    assert found["target"]["reading_sha256"] == copy_of(folder)["reading_sha256"]
    assert f"{item['id']} found" in err
    assert "target" not in other
    assert f"{absent['id']} is not in this copy as it is quoted" in err


def test_another_file_needs_to_be_said_to_replace_the_first(folder, annotate):
    attach(annotate)
    (folder / "other.txt").write_text(REPORT.replace("noon", "dusk"), encoding="utf-8")
    _, _, err = attach(annotate, "other.txt", code=1)
    assert "S146" in err
    assert (folder / copy_of(folder)["file"]).read_text("utf-8") == REPORT
    attach(annotate, "other.txt", "--replace")
    assert "dusk" in (folder / copy_of(folder)["file"]).read_text("utf-8")
    annotate("source", "check", "review.xml", code=0)


def test_a_new_copy_says_what_became_of_each_quotation(folder, annotate, evidence):
    attach(annotate)
    stays, _ = evidence("The engine was not a model, the director said, and 500 people watched it fall from the bridge")
    goes, _ = evidence(COST)
    new = "An opening was added.\n\n" + REPORT.replace("forty-two", "forty-one")
    (folder / "other.txt").write_text(new, encoding="utf-8")
    _, _, err = attach(annotate, "other.txt", "--replace")
    assert f"{stays['id']} is moved in this copy" in err
    assert f"{goes['id']} is near in this copy" in err
    assert "[-forty-two-] {+forty-one+}" in err
    now = {item["id"]: item for item in held(folder)["claims"][0]["evidence"]}
    assert now[stays["id"]]["target"]["reading_sha256"] == copy_of(folder)["reading_sha256"]
    assert now[goes["id"]]["target"] == goes["target"]
    (wrong,) = copy_findings(annotate)
    assert f"S137 the copy of vale-1927 does not say what evidence {goes['id']} quotes" in wrong


def test_a_picture_is_kept_and_said_not_to_be_searchable(folder, annotate):
    (folder / "page.png").write_bytes(PICTURE)
    _, _, err = attach(annotate, "page.png")
    assert "cannot be searched: " in err
    assert "reading_sha256" not in copy_of(folder)
    assert (folder / copy_of(folder)["file"]).read_bytes() == PICTURE
    _, out, _ = annotate("source", "check", "review.xml", code=0)
    assert "note S135" in out


def test_tei_is_its_own_parsed_text_and_page_breaks_tell_the_page(folder, annotate, evidence):
    (folder / "report.xml").write_text(TEI, encoding="utf-8")
    attach(annotate, "report.xml")
    assert [path.name for path in (folder / "sources" / "vale-1927").iterdir() if path.suffix != ".lock"] == [
        "vale-1927.xml"
    ]
    both, told = evidence("in the midst of a sentence", "--locate")
    assert both["locator"] == {"label": "page", "value": "12-13"}
    assert "locator from the copy: page 12-13" in told
    later, told = evidence("The bridge burned all night.")
    assert "locator" not in later
    assert "the copy has it at page 13; --locate makes that the locator" in told
    _, told = evidence("The bridge burned", "--locator", "page:12")
    assert "not where the locator says" in told
    assert "S142" in annotate("validate", "review.xml")[1]


def test_subtitles_tell_when_it_is_said(folder, annotate, evidence):
    (folder / "film.srt").write_text(
        "1\n00:43:12,000 --> 00:43:15,500\nThe bridge is burning.\n\n"
        "2\n00:43:16,000 --> 00:43:19,000\nSend the engine over it.\n",
        encoding="utf-8",
    )
    attach(annotate, "film.srt")
    item, _ = evidence("Send the engine over it", "--locate")
    assert item["locator"] == {"label": "timestamp", "value": "00:43:16-00:43:19"}
    claim = annotate("claim", "show", "review.xml", held(folder)["claims"][0]["id"], code=0)[1]
    assert "in copy: exact in b2 (timestamp 00:43:16-00:43:19)" in claim


def test_a_quotation_is_stored_at_its_place_whatever_its_quotation_marks(folder, annotate, evidence):
    (folder / "report.txt").write_text(REPORT.replace("a model,", "“a model”,"), encoding="utf-8")
    attach(annotate)
    item, told = evidence('the engine was not "a model", the director said')
    assert item["quote"] == 'the engine was not "a model", the director said'
    assert item["target"]["exact"] == "The engine was not “a model”, the director said"
    assert told == ""
    shown = json.loads(annotate("evidence", "show", "review.xml", item["id"], "--json", code=0)[1])
    assert shown["in_copy"]["outcome"] == "exact"


def test_a_quotation_with_parts_left_out_has_a_place_for_each(folder, annotate, evidence):
    attach(annotate)
    item, _ = evidence("It cost the company […] dollars, and it lay in the river")
    parts = [part["exact"] for part in item["target"]["parts"]]
    assert parts == ["It cost the company", "dollars, and it lay in the river"]
    assert copy_findings(annotate) == []


@pytest.mark.parametrize(
    ("quote", "difference"),
    [
        ("It cost the company forty-three thousand dollars", "[-forty-three-] {+forty-two+}"),
        ("and 600 people watched it fall", "[-600-] {+500+}"),
        ("The engine was a model, the director said", "{+not+}"),
    ],
)
def test_a_changed_number_or_a_dropped_not_gets_no_place_and_is_shown(folder, annotate, evidence, quote, difference):
    attach(annotate)
    item, told = evidence(quote)
    assert "target" not in item
    assert item["quote"] == quote
    assert "the copy of vale-1927 does not say what is quoted" in told
    assert difference in told
    assert "S137" in annotate("validate", "review.xml", code=1)[1]


def test_what_is_nowhere_like_anything_is_stored_and_said(folder, annotate, evidence):
    attach(annotate)
    item, told = evidence("Zwölf Büchsen Film verbrannten damals im Keller")
    assert "target" not in item
    assert "nothing in it is like it" in told
    assert "S139" in annotate("validate", "review.xml", code=1)[1]


def test_words_at_several_places_are_chosen_from(folder, annotate, evidence):
    attach(annotate)
    none, told = evidence("The engine was not a model", code=1)
    assert none is None
    assert "A101" in told
    assert "--quote-in b3 or --quote-occurrence 2" in told
    by_block, _ = evidence("The engine was not a model", "--quote-in", "b4")
    by_number, _ = evidence("The engine was not a model", "--quote-occurrence", "2")
    assert by_block["target"] == by_number["target"]
    assert "A103" in evidence("The engine was not a model", "--quote-in", "b99", code=1)[1]
    assert "A104" in evidence("The engine was not a model", "--quote-occurrence", "3", code=1)[1]
    assert "A102" in evidence(COST, "--quote-in", "b4", code=1)[1]


def test_a_place_in_a_copy_that_is_not_there_cannot_be_chosen(folder, annotate, evidence):
    assert "S147" in evidence(COST, "--quote-in", "b3", code=1)[1]


def test_a_changed_quotation_is_looked_up_anew(folder, annotate, evidence):
    attach(annotate)
    item, _ = evidence("and 600 people watched it fall")
    annotate("evidence", "edit", "review.xml", item["id"], "--quote", "and 500 people watched it fall", code=0)
    (now,) = held(folder)["claims"][0]["evidence"]
    assert now["target"]["exact"] == "and 500 people watched it fall"
    annotate("evidence", "edit", "review.xml", item["id"], "--quote", "The engine was not a model", code=1)
    annotate("evidence", "edit", "review.xml", item["id"], "--quote", "It was a model", code=0)
    (now,) = held(folder)["claims"][0]["evidence"]
    assert "target" not in now


def test_a_place_that_says_something_else_than_the_quotation_is_an_error(folder, annotate, evidence):
    attach(annotate)
    evidence(COST)
    path = folder / "review.annotations.json"
    path.write_text(path.read_text("utf-8").replace(f'"quote": "{COST}"', '"quote": "at noon"'), encoding="utf-8")
    assert "S141" in annotate("validate", "review.xml", code=1)[1]


def test_letting_go_of_a_copy_leaves_its_files_and_undo_brings_it_back(folder, annotate, evidence):
    attach(annotate)
    evidence(COST)
    before = (folder / "review.annotations.json").read_bytes()
    _, _, err = annotate("source", "detach", "review.xml", "vale-1927", code=0)
    assert "the files stay where they are: sources/vale-1927" in err
    assert "copy" not in held(folder)["sources"][0]
    assert "target" not in held(folder)["claims"][0]["evidence"][0]
    assert (folder / "sources" / "vale-1927" / "vale-1927.txt").exists()
    assert "S147" in annotate("source", "detach", "review.xml", "vale-1927", code=1)[2]
    annotate("undo", "review.xml", code=0)
    assert (folder / "review.annotations.json").read_bytes() == before
    annotate("source", "check", "review.xml", code=0)


def test_a_trial_writes_nothing(folder, annotate):
    before = (folder / "review.annotations.json").read_bytes()
    _, out, _ = attach(annotate, "report.txt", "--dry-run")
    assert '+        "file": "sources/vale-1927/vale-1927.txt"' in out
    assert not (folder / "sources").exists()
    assert (folder / "review.annotations.json").read_bytes() == before


def test_a_source_of_the_library_has_its_copy_beside_the_library(folder, annotate, evidence):
    (folder / "texts").mkdir()
    fields = ("--library", "--id", "shared-1927", "--type", "book", "--title", "Shared", "--issued", "1927")
    annotate("source", "add", "review.xml", *fields, code=0)
    (folder / "review.xml").rename(folder / "texts" / "essay.xml")
    text = "texts/essay.xml"
    annotate("source", "attach", text, "shared-1927", "report.txt", "--library", code=0)
    assert (folder / "sources" / "shared-1927" / "shared-1927.txt").exists()
    claim = annotate("claim", "add", text, "a burning bridge", code=0)[1].strip()
    arguments = ("--source", "shared-1927", "--relation", "supports", "--quote", COST, "--locator", "page:3")
    item = annotate("evidence", "add", text, claim, *arguments, code=0)[1].strip()
    assert "in copy     exact in b3" in annotate("evidence", "show", text, item, code=0)[1]
    annotate("source", "check", text, "shared-1927", code=0)
    (folder / "sources" / "shared-1927" / "shared-1927.txt").write_text("Something else.", encoding="utf-8")
    assert "S131" in annotate("source", "check", text, "shared-1927", code=1)[1]
    assert "library.json" in annotate("validate", "texts", code=1)[1]


# What has become of copies


def test_copies_that_are_gone_or_changed_are_told(folder, annotate):
    attach(annotate)
    kept = folder / copy_of(folder)["file"]
    _, out, _ = annotate("source", "check", "review.xml", code=0)
    assert [line.split() for line in out.splitlines()][1] == ["vale-1927", "sound", "yes", copy_of(folder)["file"]]
    kept.write_text(REPORT.replace("forty-two", "sixty-two"), encoding="utf-8")
    assert "S131" in annotate("source", "check", "review.xml", code=1)[1]
    assert "S131" in annotate("validate", "review.xml", code=1)[1]
    kept.unlink()
    _, out, _ = annotate("source", "check", "review.xml", "--json", code=1)
    (row,) = json.loads(out)
    assert (row["state"], row["searchable"], row["found_sha256"]) == ("missing", False, None)


def test_a_parsed_text_with_other_words_no_longer_fits(folder, annotate, evidence):
    attach(annotate)
    text = folder / "sources" / "vale-1927" / "vale-1927.xml"
    text.write_text(text.read_text("utf-8").replace("forty-two", "sixty-two"), encoding="utf-8")
    assert "S134" in annotate("source", "check", "review.xml", code=1)[1]
    item, told = evidence("It cost the company sixty-two thousand dollars")
    assert "target" not in item
    assert "was not looked up" in told


def test_a_lost_parsed_text_is_made_anew_from_the_original(folder, annotate, evidence):
    attach(annotate)
    (folder / "sources" / "vale-1927" / "vale-1927.xml").unlink()
    annotate("source", "check", "review.xml", code=0)
    assert evidence(COST)[0]["target"]["exact"] == COST


def test_a_record_written_by_hand_will_do(folder, annotate, evidence):
    record_copy(folder, file="report.txt", sha256=sha256(REPORT.encode()).hexdigest())
    annotate("source", "check", "review.xml", code=0)
    assert evidence(COST)[0]["target"]["exact"] == COST


def test_the_same_file_for_two_sources_is_told(folder, annotate):
    fields = ("--type", "article-newspaper", "--title", "The Stage", "--issued", "1927")
    annotate("source", "add", "review.xml", "--id", "stage-1927", *fields, code=0)
    attach(annotate)
    _, _, err = annotate("source", "attach", "review.xml", "stage-1927", "report.txt", code=0)
    assert "the same file is the copy of vale-1927" in err
    assert "warning S136" in annotate("source", "check", "review.xml", code=0)[1]


def test_the_place_of_another_sources_copy_is_never_taken(folder, annotate):
    attach(annotate)
    annotate("source", "edit", "review.xml", "vale-1927", "--id", "screen-1927", code=0)
    fields = ("--type", "article-newspaper", "--title", "The Stage", "--issued", "1927")
    annotate("source", "add", "review.xml", "--id", "vale-1927", *fields, code=0)
    (folder / "other.txt").write_text("Something else.", encoding="utf-8")
    assert "S129" in attach(annotate, "other.txt", "--replace", code=1)[2]
    assert (folder / "sources" / "vale-1927" / "vale-1927.txt").read_text("utf-8") == REPORT
    annotate("source", "check", "review.xml", code=0)


def test_who_else_relies_on_a_replaced_copy_is_told(folder, annotate):
    attach(annotate)
    theirs = json.dumps(held(folder)).replace("\n", "")
    (folder / "review.ben.annotations.json").write_text(theirs, encoding="utf-8")
    (folder / "other.txt").write_text(REPORT.replace("noon", "dusk"), encoding="utf-8")
    _, _, err = attach(annotate, "other.txt", "--replace")
    assert "review.ben.annotations.json names this copy as it was before" in err
    assert "S131" in annotate("source", "check", "review.xml", "--own", "--as", "Ben", code=1)[1]


def test_removing_a_source_says_that_the_files_of_its_copy_stay(folder, annotate):
    attach(annotate)
    _, _, err = annotate("source", "remove", "review.xml", "vale-1927", code=0)
    assert "the files of its copy stay: sources/vale-1927/vale-1927.txt" in err


# Hostile input


@pytest.mark.parametrize("file", ["review.xml", "review.annotations.json"])
def test_a_text_is_not_its_own_source(folder, annotate, file):
    assert "S145" in attach(annotate, file, code=1)[2]
    assert not (folder / "sources").exists()


def test_what_is_no_plain_file_is_not_taken(folder, annotate):
    assert "F101" in attach(annotate, "nothing.txt", code=1)[2]
    assert "it is a folder" in attach(annotate, ".", code=1)[2]
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "pipe")
        assert "it is no plain file" in attach(annotate, "pipe", code=1)[2]
    assert not (folder / "sources").exists()


def test_a_file_beyond_the_limit_is_neither_taken_nor_read(folder, annotate, monkeypatch):
    attach(annotate)
    monkeypatch.setattr(source_copy, "LARGEST", 40)
    assert "S148" in attach(annotate, code=1)[2]
    _, out, _ = annotate("source", "check", "review.xml", code=1)
    assert "S133" in out
    assert "larger than" in out


@pytest.mark.parametrize("file", ["../outside.txt", "/etc/hostname", "sources/../../outside.txt", "C:\\x.txt", "..\\x"])
def test_a_record_that_leads_out_of_the_folder_is_not_followed(folder, annotate, evidence, file):
    (folder.parent / "outside.txt").write_text(REPORT, encoding="utf-8")
    record_copy(folder, file=file, sha256=sha256(REPORT.encode()).hexdigest())
    assert "S132" in annotate("source", "check", "review.xml", code=1)[1]
    item, told = evidence(COST)
    assert "target" not in item
    assert "is outside" in told


def test_a_symbolic_link_out_of_the_folder_is_not_followed(folder, annotate):
    outside = folder.parent / "elsewhere"
    outside.mkdir()
    (outside / "report.txt").write_text(REPORT, encoding="utf-8")
    (folder / "link.txt").symlink_to(outside / "report.txt")
    record_copy(folder, file="link.txt", sha256=sha256(REPORT.encode()).hexdigest())
    assert "S132" in annotate("source", "check", "review.xml", code=1)[1]
    (folder / "sources").symlink_to(outside)
    assert "S148" in attach(annotate, "report.txt", "--replace", code=1)[2]
    assert [path.name for path in outside.iterdir()] == ["report.txt"]


def test_a_file_of_another_kind_in_the_place_of_a_copy_is_not_overwritten(folder, annotate):
    (folder / "sources" / "vale-1927").mkdir(parents=True)
    (folder / "sources" / "vale-1927" / "vale-1927.txt").write_text("My own notes.", encoding="utf-8")
    assert "S146" in attach(annotate, code=1)[2]
    assert (folder / "sources" / "vale-1927" / "vale-1927.txt").read_text("utf-8") == "My own notes."
    assert "copy" not in held(folder)["sources"][0]


def test_where_a_copy_cannot_be_written_no_record_says_that_it_is_there(folder, annotate):
    (folder / "sources").write_text("a file where a folder should be", encoding="utf-8")
    before = (folder / "review.annotations.json").read_bytes()
    assert annotate("source", "attach", "review.xml", "vale-1927", "report.txt")[0] in {1, 3}
    assert (folder / "review.annotations.json").read_bytes() == before


@given(data=st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_whatever_bytes_are_kept_they_are_those_that_were_given(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("bytes")
    text = folder / "essay.xml"
    text.write_text(TEI, encoding="utf-8")
    add_source(text, {"id": "s-1", "type": "book", "title": "A book"})
    (folder / "given.dat").write_bytes(data)
    try:
        attach_copy(text, "s-1", folder / "given.dat")
    except AnnotateError as error:
        raise AssertionError(f"{data!r} was refused: {error}") from error
    record = json.loads((folder / "essay.annotations.json").read_bytes())["sources"][0]["copy"]
    assert (folder / record["file"]).read_bytes() == data
    assert record["sha256"] == sha256(data).hexdigest()


@given(st.lists(st.sampled_from(["..", ".", "", "a", "sources", "\\", "c:", "~"]), max_size=5).map("/".join))
def test_no_name_leads_out_of_the_folder(tmp_path_factory, name):
    folder = tmp_path_factory.getbasetemp() / "names"
    folder.mkdir(exist_ok=True)
    found = inside(folder, name)
    assert found is None or os.path.realpath(found).startswith(os.path.realpath(folder) + os.sep)


def test_what_parsing_a_copy_has_to_tell_is_told(folder, annotate):
    (folder / "page.md").write_text(
        "# Report\n\nA note that leads nowhere.[^1]\n\n![Bridge](no.png)\n", encoding="utf-8"
    )
    _, _, err = attach(annotate, "page.md")
    assert "warning" in err
    assert "sources/vale-1927/vale-1927.md:" in err


def test_the_old_file_of_another_kind_stays_and_is_named(folder, annotate):
    attach(annotate)
    (folder / "page.md").write_text("# Report\n\nThe engine fell.\n", encoding="utf-8")
    _, _, err = attach(annotate, "page.md", "--replace")
    assert "the file of the old copy stays: sources/vale-1927/vale-1927.txt" in err
    annotate("source", "check", "review.xml", code=0)


def test_anchors_lists_quotations_with_the_copy_they_stand_in(folder, annotate, evidence):
    attach(annotate)
    right, _ = evidence(COST)
    wrong, _ = evidence("and 600 people watched it fall")
    rows = {row["id"]: row for row in json.loads(annotate("anchors", "review.xml", "--json", code=0)[1])}
    assert (rows[right["id"]]["outcome"], rows[right["id"]]["source"]) == ("exact", "vale-1927")
    assert rows[right["id"]]["place"][0]["words"] == COST
    assert (rows[wrong["id"]]["outcome"], rows[wrong["id"]]["difference"]) == (
        "near",
        "“and [-600-] {+500+} people watched it fall”",
    )
    assert {row["source"] for row in rows.values()} == {None, "vale-1927"}


def test_a_place_that_the_source_cannot_have_is_told_at_once(folder, annotate, evidence):
    annotate("source", "edit", "review.xml", "vale-1927", "--page", "12-14", "--runtime", "1:18:52", code=0)
    item, told = evidence(COST, "--locator", "timestamp:1:20:00")
    assert "lies after the end of vale-1927, which runs 01:18:52" in told
    _, told = evidence("and 500 people", "--locator", "page:13")
    assert told == ""
    _, _, told = annotate("evidence", "edit", "review.xml", item["id"], "--locator", "page:15", code=0)
    assert "gives page 15 of vale-1927, which has the pages 12-14" in told
    _, told = evidence("at noon", "--locator", "page:14-12", code=2)
    assert "“14-12” ends before it begins" in told
