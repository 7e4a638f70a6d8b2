"""`annotate rebase`: the annotations of a text go to its revision, with a report; nothing is lost or overwritten."""

import io
import json
import shutil

import pytest

from annotate.api.load import load_annotations, load_text
from annotate.attach.anchor import resolve_all
from annotate.model.anchor import Outcome
from tests.revisions import Revision
from tests.surroundings import SAMPLES

SOURCE = """The Lighthouse Keeper's Dog

The film begins with a dog on a rock, and for a good while nothing else happens at all.

The keeper, who is never named, feeds it at six; the sea does the rest of the work.

Nobody who has seen it forgets the last reel, which is lost.

Was it worth the wait? Yes.
"""
REVISED = (
    SOURCE.replace("The film begins", "It was made in 1922.\n\nThe film begins")
    .replace("feeds it at six", "feeds it at seven")
    .replace("Nobody who has seen it forgets the last reel, which is lost.\n\n", "")
)
MOVES, CHANGES, GOES = "for a good while nothing else happens at all", "feeds it at six", "forgets the last reel"


@pytest.fixture
def texts(tmp_path, annotate):
    """An annotated text and its revision, in which one passage moves, one is changed, and one is dropped."""
    for name, source in (("dog", SOURCE), ("revised", REVISED)):
        (tmp_path / f"{name}.txt").write_text(source, "utf-8")
        annotate("parse", "-q", tmp_path / f"{name}.txt", code=0)
    old, new = tmp_path / "dog.xml", tmp_path / "revised.xml"
    annotate("source", "add", old, "--type", "book", "--title", "Dogs of the Sea", "--id", "dogs", code=0)
    annotate("claim", "add", old, MOVES, "--supports", "dogs", "--locator", "page:3", code=0)
    annotate("note", "add", old, CHANGES, "--body", "Or at seven.", code=0)
    annotate("note", "add", old, GOES, "--body", "It is.", code=0)
    return old, new


def file_of(text):
    return text.with_suffix(".annotations.json")


def outcomes(text):
    held = load_annotations(file_of(text)).annotations
    found = resolve_all(held, load_text(text).reading)
    return {" ".join((target.exact or "").split()): str(found[name].outcome) for name, target in held.targets()}


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix in {".xml", ".json", ".txt"}}


def answers(monkeypatch, *lines):
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def test_a_dry_run_shows_before_and_after_and_writes_nothing(texts, annotate):
    old, new = texts
    before = contents(old.parent)
    _, out, err = annotate("rebase", old, new, "--dry-run", code=0)
    moved = next(line for line in out.splitlines() if MOVES[:20] in line)
    assert " moved " in moved
    assert f" b2 ({load_text(old).reading.text.index(MOVES)} to " in moved
    assert f" b3 ({load_text(new).reading.text.index(MOVES)} to " in moved
    assert "“feeds it at [-six-] {+seven+}”" in out
    assert "no place" in next(line for line in out.splitlines() if GOES in line)
    assert "dog.annotations.json: 3 annotations, 1 moved, 1 near, 1 orphaned" in out
    assert "would be written to" in err
    assert "2 annotations waiting for a decision" in err
    assert contents(old.parent) == before


def test_all_annotations_go_to_the_revision_and_those_without_a_place_wait(texts, annotate):
    old, new = texts
    annotate("rebase", old, new, code=0)
    assert outcomes(new) == {MOVES: "exact", CHANGES: "near", GOES: "orphaned"}
    held, made = (json.loads(file_of(text).read_text("utf-8")) for text in (new, old))
    for data in (held, made):
        for record in (*data["claims"], *data["notes"]):
            assert "modified" not in record
            del record["target"]
        del data["text"]
    assert held == made


def test_running_it_twice_changes_nothing(texts, annotate):
    old, new = texts
    annotate("rebase", old, new, code=0)
    before = contents(old.parent)
    _, out, err = annotate("rebase", old, new, code=0)
    assert contents(old.parent) == before
    assert "3 annotations, 1 there already, 1 near, 1 orphaned" in out
    assert "nothing to change in" in err


def test_each_that_waits_is_offered_for_a_decision(texts, annotate, monkeypatch):
    old, new = texts
    answers(monkeypatch, "1", "")
    _, _, err = annotate("rebase", old, new, "-i", "--as", "E. Marsh", code=0)
    assert "1 of 2: n-" in err
    assert "[1] b4 The keeper, who is never named, [feeds it at seven]; the sea" in err
    assert "1 annotation waiting" in err
    assert outcomes(new) == {MOVES: "exact", "feeds it at seven": "exact", GOES: "orphaned"}
    notes = {note["target"]["exact"]: note for note in json.loads(file_of(new).read_text("utf-8"))["notes"]}
    assert notes["feeds it at seven"]["modified_by"] == "E. Marsh"
    assert "modified" not in notes[GOES]


def test_what_was_left_waiting_can_be_decided_later_and_what_was_decided_stays(texts, annotate, monkeypatch):
    old, new = texts
    annotate("rebase", old, new, code=0)
    answers(monkeypatch, "1", '"It was made in 1922"')
    annotate("rebase", old, new, "-i", code=0)
    decided = {MOVES: "exact", "feeds it at seven": "exact", "It was made in 1922": "exact"}
    assert outcomes(new) == decided
    before = contents(new.parent)
    assert "3 annotations, 3 there already" in annotate("rebase", old, new, code=0)[1]
    assert contents(new.parent) == before


def test_an_answer_that_is_not_understood_is_asked_again(texts, annotate, monkeypatch):
    old, new = texts
    answers(monkeypatch, "7", "words that stand nowhere", "1", "q")
    _, _, err = annotate("rebase", old, new, "-i", code=0)
    assert "there is no place of this number" in err
    assert " A102 " in err
    assert outcomes(new)["feeds it at seven"] == "exact"


def test_giving_up_writes_nothing(texts, annotate, monkeypatch):
    old, new = texts
    answers(monkeypatch, "1", "x")
    annotate("rebase", old, new, "-i", code=0)
    assert not file_of(new).exists()


def test_what_the_revision_has_already_stays_and_a_difference_is_told(texts, annotate):
    old, new = texts
    annotate("rebase", old, new, code=0)
    annotate("note", "add", new, "the sea does the rest", "--body", "And the gulls.", code=0)
    claim = load_annotations(file_of(old)).annotations.claims[0].id
    data = json.loads(file_of(new).read_text("utf-8"))
    data["claims"][0]["statement"] = "Nothing else happens."
    file_of(new).write_text(json.dumps(data), "utf-8")
    _, out, _ = annotate("rebase", old, new, code=0)
    assert f" warning A113 {claim} stands in revised.annotations.json already" in out
    held = load_annotations(file_of(new)).annotations
    assert held.claims[0].statement == "Nothing else happens."
    assert len(held.notes) == 3


def test_every_annotators_file_goes_to_one_of_its_own(texts, annotate):
    old, new = texts
    shutil.copy(file_of(old), old.with_name("dog.marsh.annotations.json"))
    annotate("rebase", old, new, code=0)
    assert file_of(new).exists()
    assert load_annotations(new.with_name("revised.marsh.annotations.json")).annotations.text.file == "revised.xml"


def test_annotations_of_a_text_that_was_replaced_are_carried_in_their_file_by_its_older_version(texts, annotate):
    old, new = texts
    older = old.with_name("older.xml")
    shutil.copy(old, older)
    shutil.copy(new, old)
    _, out, _ = annotate("rebase", older, old, code=0)
    assert "1 moved, 1 near, 1 orphaned" in out
    assert outcomes(old) == {MOVES: "exact", CHANGES: "near", GOES: "orphaned"}
    before = contents(old.parent)
    annotate("rebase", older, old, code=0)
    assert contents(old.parent) == before


def test_a_text_without_annotations_and_a_text_onto_itself_are_refused(texts, annotate):
    old, new = texts
    file_of(old).unlink()
    assert " A114 " in annotate("rebase", old, new, code=1)[2]
    assert " A115 " in annotate("rebase", old, old, code=1)[2]
    assert annotate("rebase", old, new, "-i", "--dry-run", code=2)


def test_annotations_of_a_third_text_are_refused(texts, annotate):
    old, new = texts
    other = old.with_name("other.xml")
    shutil.copy(old, other)
    assert " A107 " in annotate("rebase", other, new, "--annotations", file_of(old), code=1)[2]


def test_links_to_other_files_lead_there_from_another_folder_too(texts, annotate):
    old, new = texts
    data = json.loads(file_of(old).read_text("utf-8"))
    note = data["notes"][0]["id"]
    data["links"] = [{"id": "l-000001", "from": note, "relation": "restates", "to": "essay.annotations.json#n-000001"}]
    file_of(old).write_text(json.dumps(data), "utf-8")
    below = new.parent / "second"
    below.mkdir()
    shutil.copy(new, below / "dog.xml")
    annotate("rebase", old, below / "dog.xml", code=0)
    (link,) = load_annotations(below / "dog.annotations.json").annotations.links
    assert (link.start, link.end) == (note, "../essay.annotations.json#n-000001")


def test_the_report_as_json_has_a_row_for_each_annotation(texts, annotate):
    old, new = texts
    rows = json.loads(annotate("rebase", old, new, "--dry-run", "--json", code=0)[1])
    by_quote = {row["quote"]: row for row in rows}
    assert {quote: row["outcome"] for quote, row in by_quote.items()} == {
        MOVES: "moved",
        CHANGES: "near",
        GOES: "orphaned",
    }
    assert by_quote[CHANGES]["after"][0]["words"] == "feeds it at seven"
    assert by_quote[CHANGES]["difference"] == "“feeds it at [-six-] {+seven+}”"
    assert by_quote[GOES]["after"] == []


def test_annotations_survive_thirty_revisions_in_a_row(tmp_path, annotate):
    """Each revision is made of the one before, and each has all annotations of the first."""
    name = "train-essay"
    for ending in (".xml", ".annotations.json"):
        shutil.copy(SAMPLES / f"{name}{ending}", tmp_path / f"r0{ending}")
    data = json.loads((tmp_path / "r0.annotations.json").read_text("utf-8"))
    data["text"]["file"] = "r0.xml"
    (tmp_path / "r0.annotations.json").write_text(json.dumps(data), "utf-8")
    first = load_annotations(tmp_path / "r0.annotations.json").annotations
    for number in range(1, 31):
        older, newer = tmp_path / f"r{number - 1}.xml", tmp_path / f"r{number}.xml"
        revision = Revision(load_text(older).reading.text, number).revise(2)
        newer.with_suffix(".txt").write_text("\n\n".join(revision.texts) + "\n", "utf-8")
        annotate("parse", "-q", newer.with_suffix(".txt"), code=0)
        annotate("rebase", older, newer, code=0)
    last = load_annotations(tmp_path / "r30.annotations.json").annotations
    assert last.ids() == first.ids()
    assert last.links == first.links
    assert [claim.evidence for claim in last.claims] == [claim.evidence for claim in first.claims]
    reading = load_text(tmp_path / "r30.xml").reading
    words = {name: [piece.exact for piece in target.pieces] for name, target in first.targets()}
    trusted = 0
    for record_id, found in resolve_all(last, reading).items():
        if found.outcome.trusted:
            trusted += 1
            assert [reading.slice(span) for span in found.spans] == words[record_id]
    assert trusted > len(words) / 2
    assert {found.outcome for found in resolve_all(last, reading).values()} <= set(Outcome)


def test_a_quote_mended_by_hand_counts_once_the_mark_of_the_older_text_is_gone(texts, annotate):
    old, new = texts
    annotate("rebase", old, new, code=0)
    data = json.loads(file_of(new).read_text("utf-8"))
    target = next(note["target"] for note in data["notes"] if note["target"]["exact"] == CHANGES)
    target["exact"] = "feeds it at seven"
    file_of(new).write_text(json.dumps(data), "utf-8")
    assert " error A117 " in annotate("validate", new, code=1)[1]
    for name in ("reading_sha256", "prefix", "suffix", "start", "end"):
        del target[name]
    file_of(new).write_text(json.dumps(data), "utf-8")
    assert outcomes(new)["feeds it at seven"] == "exact"
