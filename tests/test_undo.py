"""Undo gives back the file as it was, byte for byte, and never what somebody else has written since."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.api import annotation_file, journal
from annotate.api.claims import add_claim, edit_claim
from annotate.api.undo import undo
from annotate.attach.passage import Passage
from annotate.errors import WorkFailed
from annotate.store import NOT_WRITTEN
from tests.surroundings import ROOT
from tests.test_whole_record import REVIEW

FILE = Path("review.annotations.json")
TEXT = Path("review.xml")


@pytest.fixture
def review(tmp_path, monkeypatch, annotate):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "review.txt").write_text(REVIEW, encoding="utf-8")
    annotate("parse", "review.txt", "-q", code=0)


def a_claim(words="a real engine"):
    return add_claim(TEXT, Passage(words)).id


def test_undo_takes_back_each_kind_of_change_and_a_second_undo_does_it_again(review, annotate):
    claim = a_claim()
    for arguments in (
        ("claim", "edit", TEXT, claim, "--kind", "evaluative", "--by", "Buster Keaton"),
        ("note", "add", TEXT, "until the war", "--body", "Which “war”?"),
        ("passage", "add", TEXT, "a burning bridge"),
        ("link", "add", TEXT, claim, "restates", "p-"),
        ("claim", "remove", TEXT, claim, "--cascade"),
    ):
        before = FILE.read_bytes()
        passages = json.loads(before)["passages"]
        annotate(*(passages[0]["id"] if word == "p-" else word for word in arguments), code=0)
        after = FILE.read_bytes()
        annotate("undo", TEXT, code=0)
        assert FILE.read_bytes() == before
        annotate("undo", TEXT, code=0)
        assert FILE.read_bytes() == after


def test_undo_says_what_it_changes(review, annotate):
    claim = a_claim()
    edit_claim(TEXT, claim, {"kind": "evaluative"})
    assert annotate("undo", TEXT, code=0)[1] == f"{claim} kind: evaluative -> factual\n"
    assert annotate("undo", TEXT, code=0)[1] == f"{claim} kind: factual -> evaluative\n"
    listed = json.loads(annotate("undo", TEXT, "--list", "--json", code=0)[1])
    assert [one["changes"] for one in listed[:3]] == [
        [f"undone: {claim} kind: factual -> evaluative"],
        [f"undone: {claim} kind: evaluative -> factual"],
        [f"{claim} kind: factual -> evaluative"],
    ]
    assert {one["who"] for one in listed} == {"Ada Quill"}


def test_the_command_that_made_the_file_is_undone_to_a_file_without_annotations(review, annotate):
    claim = a_claim()
    assert f"removed claim {claim}" in annotate("undo", TEXT, code=0)[1]
    assert json.loads(FILE.read_bytes())["claims"] == []
    annotate("undo", TEXT, code=0)
    assert json.loads(FILE.read_bytes())["claims"][0]["id"] == claim


def test_several_changes_are_taken_back_as_one(review, annotate):
    states = []
    for _ in range(4):
        a_claim()
        states.append(FILE.read_bytes())
    annotate("undo", TEXT, "--steps", 3, code=0)
    assert FILE.read_bytes() == states[0]
    annotate("undo", TEXT, code=0)
    assert FILE.read_bytes() == states[3]


def test_a_file_as_a_person_wrote_it_comes_back_as_they_wrote_it(review):
    a_claim()
    by_hand = FILE.read_text(encoding="utf-8").replace("\n", "\n\n").replace("  ", "\t") + "\n\n"
    FILE.write_text(by_hand, encoding="utf-8")
    a_claim("until the war")
    undo(TEXT)
    assert FILE.read_text(encoding="utf-8") == by_hand


def test_what_somebody_has_changed_since_is_never_overwritten(review, annotate):
    a_claim()
    changed = FILE.read_text(encoding="utf-8").replace("factual", "evaluative")
    FILE.write_text(changed, encoding="utf-8")
    assert "N119" in annotate("undo", TEXT, code=1)[2]
    assert FILE.read_text(encoding="utf-8") == changed


@pytest.mark.parametrize("content", [None, b"", b"{", b"[]\n", b'{"who": 1}\n', b"\xff\n"])
def test_without_a_sound_journal_there_is_nothing_to_take_back(review, annotate, content):
    a_claim()
    path = journal.journal_path(FILE)
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    before = FILE.read_bytes()
    assert "N118" in annotate("undo", TEXT, code=1)[2]
    assert FILE.read_bytes() == before
    a_claim("until the war")
    annotate("undo", TEXT, code=0)
    assert FILE.read_bytes() == before


def test_a_change_that_was_never_made_is_not_taken_back(review, monkeypatch):
    a_claim()
    before = FILE.read_bytes()
    a_claim("until the war")
    after = FILE.read_bytes()

    def disk_full(path, data):
        raise WorkFailed(NOT_WRITTEN.at(path, reason="no space"))

    with monkeypatch.context() as broken:
        broken.setattr(annotation_file, "replace_file", disk_full)
        with pytest.raises(WorkFailed):
            a_claim("the river too")
    assert FILE.read_bytes() == after
    undo(TEXT)
    assert FILE.read_bytes() == before


def test_a_change_whose_journal_cannot_be_written_is_not_made(review, monkeypatch):
    a_claim()
    before = FILE.read_bytes()

    def disk_full(path, data, **_):
        raise WorkFailed(NOT_WRITTEN.at(path, reason="no space"))

    monkeypatch.setattr(journal, "replace_file", disk_full)
    with pytest.raises(WorkFailed):
        a_claim("until the war")
    assert FILE.read_bytes() == before


def test_a_journal_stays_small(review, monkeypatch):
    for number in range(journal.KEPT + 5):
        edit_claim(TEXT, a_claim() if number == 0 else claim_id(), {"statement": str(number)})
    assert len(journal.changes_of(FILE)) == journal.KEPT
    monkeypatch.setattr(journal, "KEPT_BYTES", 5000)
    edit_claim(TEXT, claim_id(), {"statement": "x" * 4000})
    assert sum(map(len, journal.journal_path(FILE).read_bytes().splitlines())) <= 5000
    edit_claim(TEXT, claim_id(), {"statement": "y" * 6000})
    assert len(journal.changes_of(FILE)) == 1
    undo(TEXT)
    assert json.loads(FILE.read_bytes())["claims"][0]["statement"] == "x" * 4000


def claim_id():
    return json.loads(FILE.read_bytes())["claims"][0]["id"]


STATES = st.lists(
    st.binary(max_size=40) | st.lists(st.sampled_from([b"\n    {", b"a", b"\xc3\xa9", b"b\n"])).map(b"".join),
    min_size=2,
    max_size=8,
)


@given(STATES)
def test_every_state_a_journal_knows_comes_back_as_it_was(tmp_path_factory, states):
    path = tmp_path_factory.mktemp("journal") / "a.json"
    kept = [states[0]]
    for state in states[1:]:
        if state != kept[-1]:
            journal.keep(path, journal.change_between(kept[-1], state, None, "", ()))
            kept.append(state)
    assert journal.states_before(path, kept[-1]) == kept[-2::-1]


KILLED_AT_EVERY_CALL = """
import os, sys
from pathlib import Path
from annotate import file_lock, store
from annotate.api.claims import add_claim
from annotate.attach.passage import Passage
from tests.system_faults import System, dies_before

def add():
    add_claim(Path("review.xml"), Passage("a real engine"))

store.os = file_lock.os = system = System()
add()
print(len(system.calls))
for number in range(len(system.calls)):
    if os.fork() == 0:
        store.os = file_lock.os = System(number, dies_before)
        add()
        os._exit(0)
    print(os.waitstatus_to_exitcode(os.wait()[1]), flush=True)
    store.os = file_lock.os = os
    add()
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system knows no fork")
def test_after_a_kill_at_any_moment_every_acknowledged_change_can_still_be_taken_back(review, monkeypatch):
    told = subprocess.run(
        [sys.executable, "-c", KILLED_AT_EVERY_CALL],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    calls, *codes = map(int, told)
    assert codes == [9] * calls
    claims = json.loads(FILE.read_bytes())["claims"]
    assert len(claims) >= 1 + calls
    assert not list(Path.cwd().glob(".*.tmp"))
    for taken in range(1, journal.KEPT + 1):
        undo(TEXT, steps=taken, dry_run=True)
    undo(TEXT, steps=journal.KEPT)
    assert len(json.loads(FILE.read_bytes())["claims"]) == len(claims) - journal.KEPT
