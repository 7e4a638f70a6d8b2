"""Many annotations of a table at once: each row is accounted for, what is good is written, and nothing twice."""

from __future__ import annotations

import csv
import io
import json
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.errors import InputRefused
from annotate.read.table import read_table
from tests.surroundings import SAMPLES

COLUMNS = ("quote", "kind", "tags")


@pytest.fixture
def review(tmp_path):
    path = tmp_path / "review.xml"
    path.write_bytes((SAMPLES / "general-review.xml").read_bytes())
    return path


@pytest.fixture
def held(review):
    """Give the annotations that are there now."""
    return lambda: json.loads(review.with_suffix(".annotations.json").read_text())


def table(tmp_path, text, name="claims.csv"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


GOOD = """\
quote,kind,statement,by,tags,status
"said to have cost 42,000 dollars",factual,The shot cost 42000 dollars.,,budget; shot,supported
the trestle folds,evaluative,,Mordaunt Hall,,
"""


def test_every_row_becomes_a_claim_and_is_reported_with_its_id(review, held, tmp_path, annotate):
    _, out, err = annotate("claim", "add", review, "--from", table(tmp_path, GOOD), code=0)
    first, second = sorted(held()["claims"], key=lambda claim: claim["target"]["start"])
    if first["kind"] != "factual":
        first, second = second, first
    assert first["tags"] == ["budget", "shot"]
    assert (first["status"], first["statement"]) == ("supported", "The shot cost 42000 dollars.")
    assert (first["claimant"], second["claimant"]) == ("helen-marrable", "mordaunt-hall")
    assert [line.split()[:2] for line in out.splitlines()[1:]] == [["2", first["id"]], ["3", second["id"]]]
    assert "2 claims added" in err


def test_a_table_taken_again_adds_nothing(review, held, tmp_path, annotate):
    path = table(tmp_path, GOOD)
    annotate("claim", "add", review, "--from", path, code=0)
    before = held()
    _, out, err = annotate("claim", "add", review, "--from", path, code=0)
    assert held() == before
    assert out.count("there already") == 2
    assert "0 claims added, 2 there already" in err


BAD = """\
quote,in,kind,supports,locator
the trestle folds,,factual,,
the trestle unfolds,,fact,,
the film,,,,
a real engine,b99,,,
Marion Mack,,,nobody-1927,page:
Marion Mack,,,,page:12
,,evaluative,,
"""


def test_what_is_wrong_is_told_with_its_cell_and_the_good_rows_are_written(review, held, tmp_path, annotate):
    path = table(tmp_path, BAD)
    _, out, err = annotate("claim", "add", review, "--from", path, code=1)
    assert len(held()["claims"]) == 1
    assert len(out.splitlines()) == 2
    told = [line.removeprefix(f"{path}:").split(" ")[:3] for line in err.splitlines() if line.startswith(str(path))]
    assert [(place.rstrip(":"), code) for place, _, code in told] == [
        ("3:1", "A102"),
        ("3:22", "A146"),
        ("4:1", "A101"),
        ("5:15", "A103"),
        ("6:27", "A146"),
        ("7:16", "A147"),
        ("8:1", "A145"),
    ]
    assert "1 claim added, 6 rows refused" in err
    assert "--in" not in err


def test_all_or_nothing_writes_nothing_where_a_row_is_refused(review, tmp_path, annotate):
    _, out, err = annotate("claim", "add", review, "--from", table(tmp_path, BAD), "--all-or-nothing", code=1)
    assert not review.with_suffix(".annotations.json").exists()
    assert not out
    assert "0 claims added, 6 rows refused" in err


def test_a_source_that_is_not_there_refuses_its_row(review, tmp_path, annotate):
    path = table(tmp_path, "quote,supports\nthe trestle folds,nobody-1927\n")
    _, _, err = annotate("claim", "add", review, "--from", path, code=1)
    assert f"{path}:2:19: error S101" in err


def test_evidence_stands_in_the_row(review, held, tmp_path, annotate):
    annotate("source", "add", review, "--type", "book", "--title", "Screen Notes", "--id", "notes-1927", code=0)
    row = "the trestle folds,notes-1927,page:12,It folds.,strong\n"
    path = table(tmp_path, "quote,disputes,locator,source_quote,strength\n" + row)
    annotate("claim", "add", review, "--from", path, code=0)
    (evidence,) = held()["claims"][0]["evidence"]
    assert {name: value for name, value in evidence.items() if name != "id"} == {
        "source": "notes-1927",
        "relation": "disputes",
        "strength": "strong",
        "locator": {"label": "page", "value": "12"},
        "quote": "It folds.",
    }


def test_what_a_row_quotes_of_a_source_is_looked_up_in_its_copy(review, held, tmp_path, annotate):
    annotate("source", "add", review, "--type", "book", "--title", "Screen Notes", "--id", "notes-1927", code=0)
    copy = tmp_path / "notes.txt"
    copy.write_text("Screen Notes\n\nIt folds, and how it folds. The bridge burned at noon.\n", encoding="utf-8")
    annotate("source", "attach", review, "notes-1927", copy, code=0)
    rows = [
        f"{quote},notes-1927" for quote in ("the trestle folds,The bridge burned", "It took,folds", "Row River,No.")
    ]
    path = table(tmp_path, "\n".join(["quote,source_quote,supports", *rows]))
    _, _, err = annotate("claim", "add", review, "--from", path, code=1)
    assert f"{path}:3:9: error A101" in err
    assert "help: quote more words" in err
    assert "line 4: the copy of notes-1927 does not say what is quoted" in err
    found = {claim["target"]["exact"]: claim["evidence"][0] for claim in held()["claims"]}
    assert "target" in found["the trestle folds"]
    assert "target" not in found["Row River"]


def test_options_hold_for_rows_whose_cells_are_empty(review, held, tmp_path, annotate):
    path = table(tmp_path, "quote,kind\nthe trestle folds,\nMarion Mack,evaluative\n")
    annotate("claim", "add", review, "--from", path, "--kind", "normative", "--tag", "batch", code=0)
    assert {claim["target"]["exact"]: (claim["kind"], claim["tags"]) for claim in held()["claims"]} == {
        "the trestle folds": ("normative", ["batch"]),
        "Marion Mack": ("evaluative", ["batch"]),
    }


def test_json_lines_may_have_lists_and_passages_of_several_parts(review, held, tmp_path, annotate):
    lines = [{"quote": ["the trestle", "42,000 dollars"], "tags": ["a", "b"]}, {"block": "b4", "kind": "evaluative"}]
    text = "\n\n".join(json.dumps(line) for line in lines)
    annotate("claim", "add", review, "--from", table(tmp_path, text, "claims.jsonl"), code=0)
    parted = next(claim for claim in held()["claims"] if "parts" in claim["target"])
    assert {part["exact"] for part in parted["target"]["parts"]} == {"the trestle", "42,000 dollars"}
    assert parted["tags"] == ["a", "b"]


def test_a_line_that_is_no_json_is_refused_with_its_place(review, tmp_path, annotate):
    path = table(tmp_path, '{"quote": "the trestle folds"}\n{"quote": \n["x"]\n{"qoute": "x"}', "claims.jsonl")
    _, _, err = annotate("claim", "add", review, "--from", path, code=1)
    assert [line for line in ("2:", "3:1:", "4:2:") if f"{path}:{line}" in err] == ["2:", "3:1:", "4:2:"]
    assert "1 claim added, 3 rows refused" in err


def test_notes_and_mentions_are_taken_of_tables_too(review, held, tmp_path, annotate):
    notes = table(tmp_path, "quote,body,kind\nthe trestle folds,It *fell*.,gloss\nMarion Mack,,\n", "notes.csv")
    _, _, err = annotate("note", "add", review, "--from", notes, code=1)
    assert f"{notes}:3:1: error A148" in err
    names = table(tmp_path, "quote,entity,type\nMarion Mack,Marion Mack,person\nthe trestle,Somewhere,\n", "names.csv")
    _, _, err = annotate("mention", "add", review, "--from", names, code=1)
    assert f"{names}:3:13: error N106" in err
    assert [note["body"] for note in held()["notes"]] == ["It *fell*."]
    assert [mention["entity"] for mention in held()["mentions"]] == ["marion-mack"]


@pytest.mark.parametrize(
    ("text", "code"),
    [("quote,kynd\nx,y\n", "A140"), ("quote,quote\nx,y\n", "A141"), ("quote,kind\n", "A149"), ("", "F104")],
)
def test_a_table_that_is_none_is_refused_whole(review, tmp_path, annotate, text, code):
    _, out, err = annotate("claim", "add", review, "--from", table(tmp_path, text), code=1)
    assert f"error {code}" in err
    assert not out
    assert not review.with_suffix(".annotations.json").exists()


def test_a_trial_shows_what_would_be_written(review, tmp_path, annotate):
    _, out, _ = annotate("claim", "add", review, "--from", table(tmp_path, GOOD), "--dry-run", code=0)
    assert out.count('+      "id": "c-') == 2
    assert not review.with_suffix(".annotations.json").exists()


def test_one_undo_takes_the_whole_table_back(review, held, tmp_path, annotate):
    annotate("claim", "add", review, "--from", table(tmp_path, GOOD), code=0)
    annotate("undo", review, code=0)
    assert not review.with_suffix(".annotations.json").exists() or not held()["claims"]


def test_a_table_and_what_does_not_go_with_it_are_misuse(review, tmp_path, misuse):
    path = table(tmp_path, GOOD)
    assert "takes the passages from the table" in misuse("claim", "add", review, "the trestle", "--from", path)
    assert "one place in the copy for each row" in misuse("claim", "add", review, "--from", path, "--quote-in", "b2")
    assert "goes with --from" in misuse("claim", "add", review, "the trestle", "--all-or-nothing")
    assert not review.with_suffix(".annotations.json").exists()


def test_a_table_may_come_from_standard_input(review, held, annotate, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(GOOD.encode())))
    annotate("claim", "add", review, "--from", "-", code=0)
    assert len(held()["claims"]) == 2


@pytest.mark.parametrize(("delimiter", "line_end"), [(",", "\n"), (";", "\r\n"), ("\t", "\n")])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_tables_are_read_as_spreadsheets_write_them(delimiter, line_end, encoding):
    head = delimiter.join(["Quote", "Kind", ""])
    text = line_end.join([head, delimiter.join(['"“a, b; c”"', "factual", ""]), delimiter * 2, ""])
    found = read_table(text.encode(encoding), "t.csv", COLUMNS)
    assert [row.values for row in found.rows] == [{"quote": "“a, b; c”", "kind": "factual"}]
    assert not found.findings


def test_a_row_with_more_cells_than_columns_is_refused_at_the_first_of_them():
    found = read_table(b"quote,kind\na, b,factual\nc,factual\n", "t.csv", COLUMNS)
    assert [(one.code, one.line, one.column) for one in found.findings] == [("A143", 2, 6)]
    assert [row.values["quote"] for row in found.rows] == ["c"]


@pytest.mark.parametrize("text", ['quote\na\n"b', 'quote\na\n"b" c\n'])
def test_a_cell_that_does_not_end_is_refused_where_it_begins(text):
    found = read_table(text.encode(), "t.csv", COLUMNS)
    assert [(one.code, one.line, one.column) for one in found.findings] == [("A142", 3, 1)]
    assert len(found.rows) == 1


CELLS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"], include_characters="\n"), max_size=9
)


@given(st.lists(st.tuples(CELLS, CELLS), max_size=6))
def test_what_csv_writers_write_is_read_and_every_cell_stands_where_it_is_said_to(rows):
    rows = [row for row in rows if any(cell.strip() for cell in row)]
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerows([("quote", "kind"), *rows])
    try:
        found = read_table(written.getvalue().encode(), "t.csv", COLUMNS)
    except InputRefused as refused:
        assert {finding.code for finding in refused.findings} <= {"F108"}  # noqa: PT017
        return
    assert [[row.values.get(name, "") for name in ("quote", "kind")] for row in found.rows] == [
        [cell.strip() for cell in row] for row in rows
    ]
    lines = written.getvalue().split("\n")
    for row in found.rows:
        for name, (line, column) in row.places.items():
            value = row.values[name]
            assert isinstance(value, str)
            assert lines[line - 1][column - 1] == '"'
