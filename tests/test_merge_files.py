"""Merging annotation files by command: what goes where, what is said, and how conflicts are settled."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from annotate.api.load import load_annotations
from annotate.write.annotations import in_form_of
from tests.surroundings import SAMPLES

QUOTE, OTHER_QUOTE = "The lamps go", "locomotive rushes"


@pytest.fixture
def project(tmp_path, annotate, monkeypatch):
    """A text with one claim, in three copies of its annotations: base, mine (the text's own) and theirs."""
    monkeypatch.chdir(tmp_path)
    shutil.copy(SAMPLES / "train-essay.xml", "essay.xml")
    annotate("source", "add", "essay.xml", "--type", "book", "--title", "Lumière", "--id", "loiperdinger-2004", code=0)
    annotate("claim", "add", "essay.xml", QUOTE, "--tag", "myth", code=0)
    for name in ("base", "theirs"):
        shutil.copy("essay.annotations.json", f"{name}.annotations.json")
    return tmp_path


def claim_of(name):
    return load_annotations(Path(name)).annotations.claims[0]


def theirs(annotate, *command):
    annotate(*command[:2], "essay.xml", *command[2:], "--annotations", "theirs.annotations.json", code=0)


def mine(annotate, *command):
    annotate(*command[:2], "essay.xml", *command[2:], code=0)


def merged(annotate, *options, code=0):
    names = ("base.annotations.json", "essay.annotations.json", "theirs.annotations.json")
    return annotate("merge", *names, *options, code=code)


def test_different_fields_and_records_of_both_sides_come_together(project, annotate):
    claim = claim_of("base.annotations.json").id
    mine(annotate, "claim", "edit", claim, "--kind", "interpretive", "--tag", "fright")
    theirs(annotate, "claim", "edit", claim, "--certainty", "doubtful", "--tag", "panic")
    theirs(annotate, "note", "add", OTHER_QUOTE, "--body", "A train of 1896.")
    _, out, err = merged(annotate)
    assert out == ""
    assert "added note" in err
    found = load_annotations(project / "essay.annotations.json").annotations
    assert (found.claims[0].kind, found.claims[0].certainty) == ("interpretive", "doubtful")
    assert set(found.claims[0].tags) == {"myth", "fright", "panic"}
    assert len(found.notes) == 1
    annotate("validate", "essay.xml", code=0)


def test_evidence_is_merged_by_its_id_within_its_claim(project, annotate, monkeypatch):
    claim = claim_of("base.annotations.json").id
    mine(annotate, "evidence", "add", claim, "--source", "loiperdinger-2004", "--relation", "disputes")
    monkeypatch.setenv("ANNOTATE_SEED", "2")
    theirs(annotate, "evidence", "add", claim, "--source", "loiperdinger-2004", "--relation", "mentions")
    merged(annotate)
    assert sorted(item.relation for item in claim_of("essay.annotations.json").evidence) == ["disputes", "mentions"]


@pytest.fixture
def conflict(project, annotate):
    """The same field of the same claim, changed differently on both sides, and merged."""
    claim = claim_of("base.annotations.json").id
    mine(annotate, "claim", "edit", claim, "--statement", "They ran.")
    theirs(annotate, "claim", "edit", claim, "--statement", "They stayed.")
    return claim, merged(annotate, code=1)


def test_a_field_that_both_sides_changed_keeps_mine_and_names_both(conflict, annotate):
    claim, (_, out, _) = conflict
    assert "error C140" in out
    assert '"They ran."' in out
    assert '"They stayed."' in out
    assert claim_of("essay.annotations.json").statement == "They ran."
    _, listed, _ = annotate("conflict", "list", "essay.xml", "--json", code=0)
    expected = {"record": claim, "field": "statement", "mine": "They ran.", "theirs": "They stayed."}
    assert json.loads(listed) == [expected]
    _, table, _ = annotate("conflict", "list", "essay.xml", code=0)
    assert "They stayed." in table
    _, out, _ = annotate("validate", "essay.xml", code=1)
    assert "C140" in out


@pytest.mark.parametrize(
    ("choice", "statement"), [("--mine", "They ran."), ("--theirs", "They stayed."), ("--keep", "Nobody ran.")]
)
def test_a_conflict_is_settled_for_either_side_or_for_what_stands_there(conflict, annotate, choice, statement):
    claim, _ = conflict
    annotate("claim", "edit", "essay.xml", claim, "--statement", "Nobody ran.", code=0)
    annotate("conflict", "settle", "essay.xml", claim, "statement", choice, code=0)
    assert claim_of("essay.annotations.json").statement == statement
    assert "conflicts" not in json.loads(Path("essay.annotations.json").read_text("utf-8"))
    annotate("validate", "essay.xml", code=0)


def test_a_settled_conflict_can_be_taken_back_and_all_can_be_settled_at_once(conflict, annotate):
    annotate("conflict", "settle", "essay.xml", "--all", "--theirs", code=0)
    annotate("undo", "essay.xml", code=0)
    assert claim_of("essay.annotations.json").statement == "They ran."
    assert len(load_annotations(Path("essay.annotations.json")).annotations.conflicts) == 1


def test_what_is_no_conflict_cannot_be_settled(conflict, annotate, misuse):
    claim, _ = conflict
    _, _, err = annotate("conflict", "settle", "essay.xml", claim, "kind", "--mine", code=1)
    assert "C142" in err
    _, _, err = annotate("conflict", "settle", "essay.xml", f"{claim[:-1]}x", "--mine", code=1)
    assert f"the nearest is {claim}" in err
    assert "--mine, --theirs or --keep" in misuse("conflict", "settle", "essay.xml", claim)
    assert "or give --all" in misuse("conflict", "settle", "essay.xml", "--mine")


def test_a_conflict_that_a_person_has_spoilt_is_named_and_nothing_is_written(conflict, annotate):
    claim, _ = conflict
    file = json.loads(Path("essay.annotations.json").read_text("utf-8"))
    for spoilt in ({"field": "target", "theirs": 5}, {"field": "no_field", "theirs": 5}, {"field": "kind"}):
        file["conflicts"] = [{"record": claim, **spoilt}]
        before = json.dumps(file)
        Path("essay.annotations.json").write_text(before, "utf-8")
        _, _, err = annotate("conflict", "settle", "essay.xml", claim, "--theirs", code=1)
        assert "C143" in err
        assert Path("essay.annotations.json").read_text("utf-8") == before


def test_a_claim_that_one_side_removed_and_the_other_changed_is_kept_until_somebody_decides(project, annotate):
    claim = claim_of("base.annotations.json").id
    mine(annotate, "claim", "remove", claim)
    theirs(annotate, "claim", "edit", claim, "--kind", "normative")
    _, out, _ = merged(annotate, code=1)
    assert "mine removed it, theirs needs it" in out
    assert claim_of("essay.annotations.json").kind == "normative"
    annotate("conflict", "settle", "essay.xml", claim, "--mine", code=0)
    assert load_annotations(Path("essay.annotations.json")).annotations.claims == ()


def test_a_source_that_one_side_removed_and_the_other_has_cited_is_kept(project, annotate):
    claim = claim_of("base.annotations.json").id
    mine(annotate, "source", "remove", "loiperdinger-2004")
    theirs(annotate, "evidence", "add", claim, "--source", "loiperdinger-2004", "--relation", "mentions")
    merged(annotate, code=1)
    assert load_annotations(Path("essay.annotations.json")).annotations.source("loiperdinger-2004") is not None
    _, _, err = annotate("conflict", "settle", "essay.xml", "loiperdinger-2004", "--mine", code=1)
    assert "S103" in err
    annotate("conflict", "settle", "essay.xml", "loiperdinger-2004", "--theirs", code=0)
    annotate("validate", "essay.xml", code=0)


def test_a_merge_can_be_printed_tried_or_written_elsewhere_and_mine_stays(project, annotate):
    theirs(annotate, "note", "add", OTHER_QUOTE, "--body", "A train of 1896.")
    before = (project / "essay.annotations.json").read_bytes()
    _, printed, _ = merged(annotate, "-o", "-")
    _, tried, _ = merged(annotate, "--dry-run")
    merged(annotate, "-o", "new.annotations.json")
    assert (project / "essay.annotations.json").read_bytes() == before
    assert (project / "new.annotations.json").read_text("utf-8") == printed
    assert '+      "body": "A train of 1896.",' in tried


def test_a_merge_can_be_taken_back(project, annotate):
    theirs(annotate, "note", "add", OTHER_QUOTE, "--body", "A train of 1896.")
    before = (project / "essay.annotations.json").read_bytes()
    merged(annotate)
    annotate("undo", "essay.xml", code=0)
    assert (project / "essay.annotations.json").read_bytes() == before


def test_an_empty_base_is_none_and_both_sides_are_kept(project, annotate):
    theirs(annotate, "note", "add", OTHER_QUOTE, "--body", "A train of 1896.")
    (project / "base.annotations.json").write_bytes(b"")
    merged(annotate)
    found = load_annotations(Path("essay.annotations.json")).annotations
    assert (len(found.claims), len(found.notes)) == (1, 1)


def test_a_side_that_is_no_annotation_file_stops_the_merge_and_mine_stays(project, annotate):
    before = (project / "essay.annotations.json").read_bytes()
    (project / "theirs.annotations.json").write_text('{"format": 1,')
    _, _, err = merged(annotate, code=1)
    assert "theirs.annotations.json:1:" in err
    assert (project / "essay.annotations.json").read_bytes() == before


def revised(annotate, *replaced):
    """Revise the text, by replacing words of its source, and carry mine to it."""
    source = (SAMPLES / "train-essay.txt").read_text("utf-8")
    for old, new in replaced:
        assert old in source
        source = source.replace(old, new)
    Path("essay.txt").write_text(source, "utf-8")
    annotate("parse", "essay.txt", "-o", "essay.xml", "--force", code=0)


def test_what_was_made_on_the_old_text_is_carried_to_the_revised_one_that_mine_is_about(project, annotate):
    theirs(annotate, "note", "add", OTHER_QUOTE, "--body", "A train of 1896.")
    shutil.move("theirs.annotations.json", "aside")  # a file beside the text would be carried by the parser
    shutil.move("base.annotations.json", "aside-too")
    revised(annotate, ("Everyone who teaches", "By now everyone who teaches"))
    shutil.move("aside", "theirs.annotations.json")
    shutil.move("aside-too", "base.annotations.json")
    _, out, _ = merged(annotate)
    assert "F141" in out
    assert "F142" not in out
    _, out, _ = annotate("validate", "essay.xml", code=0)
    assert "A1" not in out
    found = load_annotations(Path("essay.annotations.json")).annotations
    assert all(target.reading_sha256 is None for _, target in found.targets())


def test_what_has_no_certain_place_in_the_revised_text_is_named_and_keeps_the_digest_it_was_made_on(project, annotate):
    old = load_annotations(Path("base.annotations.json")).annotations.text.reading_sha256
    theirs(annotate, "note", "add", OTHER_QUOTE, "--body", "A train of 1896.")
    shutil.move("theirs.annotations.json", "aside")
    shutil.move("base.annotations.json", "aside-too")
    revised(annotate, ("a locomotive rushes out of the screen", "something comes out of the dark"))
    shutil.move("aside", "theirs.annotations.json")
    shutil.move("aside-too", "base.annotations.json")
    _, out, _ = merged(annotate)
    found = load_annotations(Path("essay.annotations.json")).annotations
    assert f"F142 {found.notes[0].id}" in out
    assert found.notes[0].target.reading_sha256 == old
    assert found.text.reading_sha256 != old


def test_a_file_keeps_the_byte_order_mark_and_the_line_ends_that_it_has(project, annotate):
    file = project / "essay.annotations.json"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    mine(annotate, "claim", "add", OTHER_QUOTE)
    data = file.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf{\r\n")
    assert data.count(b"\n") == data.count(b"\r\n")
    assert in_form_of(data, b"{\n}\n") == b"\xef\xbb\xbf{\r\n}\r\n"
    assert in_form_of(b"{\n}\n", b"{\n}\n") == b"{\n}\n"
    assert in_form_of(b"", b"{\n}\n") == b"{\n}\n"


def test_conflicts_about_evidence_and_about_the_text_itself_are_settled_where_they_are(project, annotate):
    claim = claim_of("base.annotations.json").id
    mine(annotate, "evidence", "add", claim, "--source", "loiperdinger-2004", "--relation", "mentions", "--note", "n")
    evidence = claim_of("essay.annotations.json").evidence[0].id
    file = json.loads(Path("essay.annotations.json").read_text("utf-8"))
    file["conflicts"] = [
        {"record": evidence, "field": "relation", "mine": "mentions", "theirs": "qualifies"},
        {"record": evidence, "field": "note", "base": "m", "mine": "n"},
        {"field": "file", "mine": "essay.xml", "theirs": "other.xml"},
    ]
    Path("essay.annotations.json").write_text(json.dumps(file), "utf-8")
    _, out, _ = annotate("validate", "essay.annotations.json", code=1)
    assert out.count("error C140") == 3
    assert "theirs says nothing" in out
    annotate("conflict", "settle", "essay.xml", evidence, "--theirs", code=0)
    settled = claim_of("essay.annotations.json").evidence[0]
    assert (settled.relation, settled.note) == ("qualifies", None)
    annotate("conflict", "settle", "essay.xml", "text", "file", "--theirs", code=0)
    assert load_annotations(Path("essay.annotations.json")).annotations.text.file == "other.xml"


def test_a_conflict_about_what_is_gone_is_named_and_can_be_put_away(conflict, annotate):
    claim, _ = conflict
    annotate("claim", "remove", "essay.xml", claim, code=0)
    _, out, _ = annotate("validate", "essay.xml", code=0)
    assert "warning C141" in out
    annotate("conflict", "settle", "essay.xml", claim, "--keep", code=0)
    _, out, _ = annotate("validate", "essay.xml", code=0)
    assert "C141" not in out


def test_a_merge_waits_for_a_command_that_is_changing_the_file(project, annotate, monkeypatch):
    from annotate import store

    monkeypatch.setattr(store, "LOCK_SECONDS", 0.05)
    theirs(annotate, "note", "add", OTHER_QUOTE, "--body", "A train of 1896.")
    before = Path("essay.annotations.json").read_bytes()
    with store.locked(Path("essay.annotations.json")):
        _, _, err = merged(annotate, code=3)
    assert "F302" in err
    assert Path("essay.annotations.json").read_bytes() == before
