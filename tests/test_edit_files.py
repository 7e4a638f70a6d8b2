"""Editing the annotation file of a text: nothing anybody wrote is lost, and a refused edit changes no file."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from annotate.api.claims import add_claim, remove_claim
from annotate.api.entities import add_mention
from annotate.api.evidence import EvidenceDraft, add_evidence, remove_evidence
from annotate.api.listing import list_claims, list_notes, show
from annotate.api.load import load_annotations, load_text
from annotate.api.notes import add_note
from annotate.api.parse import parse
from annotate.api.source_records import add_source, remove_source
from annotate.attach.passage import Passage
from annotate.diagnostics import Finding
from annotate.errors import AnnotateError, InputRefused, WorkFailed
from annotate.model.annotation import Locator, TextReference

if TYPE_CHECKING:
    from pathlib import Path

REVIEW = """The Bridge

by Vera Holm

A locomotive falls from a burning bridge. It was the costliest shot of the silent era, people say.

Keaton would not use a model. He bought a real engine and let it fall, and the film went on.

The wreck lay in the river until the war. Then the film was forgotten, and the river too.
"""

TALK = """A talk about a film

Ada Brown met the director Ben Okri in May to talk about his film on the bridge, which took him six years to make.

Ada Brown: Why did you make this film about the bridge?

Ben Okri: Because the bridge was there. It had to be filmed before it fell.

AB: And who paid for the film?

BO: Nobody paid for it. We sold the car.

AB: And then?

BO: Then we walked.
"""


@pytest.fixture(autouse=True)
def _reproducible(monkeypatch):
    monkeypatch.setenv("ANNOTATE_SEED", "7")
    monkeypatch.setenv("ANNOTATE_USER", "E. Marsh")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795168800")


def parsed(folder: Path, source: str, name: str = "review") -> Path:
    (folder / f"{name}.txt").write_text(source, encoding="utf-8")
    text = folder / f"{name}.xml"
    text.write_bytes(parse(folder / f"{name}.txt").tei)
    return text


@pytest.fixture
def review(tmp_path):
    return parsed(tmp_path, REVIEW)


def held(text: Path):
    return load_annotations(text.with_suffix(".annotations.json")).annotations


def snapshot(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def finding_of(failed: pytest.ExceptionInfo[AnnotateError]) -> Finding:
    error = failed.value
    assert isinstance(error, (InputRefused, WorkFailed))
    finding = error.findings[0]
    assert isinstance(finding, Finding)
    return finding


def test_the_first_annotation_makes_the_file_for_the_text_it_is_about(review):
    done = add_claim(review, Passage("a real engine"), tags=["engine", "engine"])
    made = held(review)
    assert made.text == TextReference("review.xml", load_text(review).reading.sha256)
    (claim,) = made.claims
    assert (claim.id, claim.target.exact, claim.tags) == (done.id, "a real engine", ("engine",))
    assert (claim.creator, claim.created, claim.modified) == ("E. Marsh", "2026-11-20T10:00:00Z", None)
    assert [(entity.id, entity.name) for entity in made.entities] == [("vera-holm", "Vera Holm")]
    assert done.remarks == ("new person: Vera Holm (vera-holm)",)


def test_annotating_never_changes_the_text(review):
    before = review.read_bytes()
    add_note(review, Passage("a real engine"), body="It was the *Texas*.")
    assert review.read_bytes() == before


def test_the_same_commands_give_the_same_bytes(tmp_path):
    files = []
    for name in ("one", "two"):
        folder = tmp_path / name
        folder.mkdir()
        text = parsed(folder, REVIEW)
        source = add_source(text, {"type": "book", "title": "A Book", "issued": {"date-parts": [[1960]]}}).id
        claim = add_claim(text, Passage("a real engine"), evidence=[EvidenceDraft(source, "supports")]).id
        add_evidence(text, claim, EvidenceDraft(source, "qualifies", "weak", Locator("page", "9"), "An engine"))
        add_mention(text, Passage("Keaton"), entity="Buster Keaton", entity_type="person")
        files.append(snapshot(folder))
    assert files[0] == files[1]


def test_a_claim_in_a_turn_is_the_speakers_and_else_the_authors(tmp_path):
    talk = parsed(tmp_path, TALK, "talk")
    for quote, by in (("It had to be filmed", "Ben Okri"), ("who paid for the film", "Ada Brown")):
        claim = add_claim(talk, Passage(quote)).id
        found = show(talk, "claims", claim)
        assert found.name(found.records[0].claimant) == by
    claim = add_claim(talk, Passage("We sold the car"), by="Cleo Diaz").id
    assert show(talk, "claims", claim).records[0].claimant == "cleo-diaz"


def test_claims_are_listed_in_the_order_of_their_passages_and_by_what_is_asked(review):
    last = add_claim(review, Passage("until the war"), kind="evaluative", tags=["river"]).id
    first = add_claim(review, Passage("the costliest shot"), by="Buster Keaton", status="disputed").id
    assert [claim.id for claim in list_claims(review).records] == [first, last]
    assert [claim.id for claim in list_claims(review, by="buster keaton").records] == [first]
    assert [claim.id for claim in list_claims(review, by="vera-holm", tag="river").records] == [last]
    assert list_claims(review, status="disputed", kind="evaluative").records == ()


def test_a_text_without_annotations_has_none_to_list(review):
    assert list_claims(review).records == ()
    assert list_notes(review).records == ()
    assert not review.with_suffix(".annotations.json").exists()


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (lambda text: add_claim(text, Passage("the film")), "A101"),
        (lambda text: add_claim(text, Passage("a real motor")), "A102"),
        (lambda text: add_claim(text, Passage("the film", "b99")), "A103"),
        (lambda text: add_claim(text, Passage("a real engine"), evidence=[EvidenceDraft("hall", "supports")]), "S101"),
        (lambda text: add_note(text, Passage("a real engine"), body=" "), "N105"),
        (lambda text: add_mention(text, Passage("Keaton"), entity="Buster Keaton"), "N106"),
        (lambda text: add_source(text, {"type": "book", "id": "Not an Id"}), "S104"),
        (lambda text: remove_claim(text, "c-000000"), "C102"),
        (lambda text: remove_evidence(text, "e-000000"), "C104"),
        (lambda text: add_evidence(text, "c-000000", EvidenceDraft("hall", "supports")), "C102"),
        (lambda text: add_note(text, Passage("a real engine"), body="a byte \udcff"), "F305"),
    ],
)
@pytest.mark.parametrize("annotated", [False, True])
def test_a_refused_edit_changes_no_file_and_leaves_none_behind(review, edit, code, annotated):
    if annotated:
        add_note(review, Passage("a real engine"), body="A note.")
    before = snapshot(review.parent)
    with pytest.raises(InputRefused) as refused:
        edit(review)
    assert finding_of(refused).code == code
    assert snapshot(review.parent) == before


@pytest.mark.parametrize(
    "item", [{"type": "film"}, {"type": "book", "title": "a\x07b"}, {"type": "book", "titel": "A"}]
)
def test_what_the_schema_does_not_know_is_never_written(review, item):
    before = snapshot(review.parent)
    with pytest.raises(InputRefused):
        add_source(review, item)
    assert snapshot(review.parent) == before


def test_a_source_in_use_is_kept_until_its_evidence_is_gone(review):
    source = add_source(review, {"type": "webpage", "title": "A page"}).id
    claim = add_claim(review, Passage("a real engine"), evidence=[EvidenceDraft(source, "supports")]).id
    with pytest.raises(InputRefused) as refused:
        remove_source(review, source)
    assert (finding_of(refused).code, claim in finding_of(refused).sentence) == ("S103", True)
    assert "removed evidence" in remove_claim(review, claim).changes[1]
    remove_source(review, source)
    assert held(review).sources == ()


def test_a_text_that_was_corrected_elsewhere_carries_its_anchors_along_and_says_so(review):
    add_claim(review, Passage("a real engine"))
    parsed(review.parent, REVIEW.replace("A locomotive falls", "In one long shot a locomotive falls"))
    done = add_claim(review, Passage("the costliest shot"))
    text, made = load_text(review), held(review)
    assert made.text.reading_sha256 == text.reading.sha256
    targets = [claim.target for claim in made.claims]
    assert sorted(target.exact or "" for target in targets) == ["a real engine", "the costliest shot"]
    assert all(text.reading.text[target.start : target.end] == target.exact for target in targets)
    assert "carried" in done.remarks[0]


def test_nothing_is_added_where_the_text_changed_under_an_anchor(review):
    claim = add_claim(review, Passage("He bought a real engine and let it fall")).id
    parsed(review.parent, REVIEW.replace("a real engine", "a genuine engine"))
    before = snapshot(review.parent)
    with pytest.raises(InputRefused) as refused:
        add_claim(review, Passage("the costliest shot"))
    finding = finding_of(refused)
    assert (finding.code, f"{claim} near" in finding.sentence) == ("A106", True)
    assert snapshot(review.parent) == before
    remove_claim(review, claim)
    add_claim(review, Passage("the costliest shot"))


def test_annotations_of_another_text_are_not_mixed_with_this_ones(review, tmp_path):
    add_claim(review, Passage("a real engine"))
    talk = parsed(tmp_path, TALK, "talk")
    with pytest.raises(InputRefused) as refused:
        add_claim(talk, Passage("We sold the car"), annotations=review.with_suffix(".annotations.json"))
    assert finding_of(refused).code == "A107"


def test_a_second_annotators_file_stands_where_it_is_wanted(review, tmp_path):
    (tmp_path / "theirs").mkdir()
    other = tmp_path / "theirs" / "review.ben.annotations.json"
    done = add_claim(review, Passage("a real engine"), annotations=other)
    assert load_annotations(other).annotations.text.file == "../review.xml"
    assert list_claims(review, annotations=other).records[0].id == done.id
    add_note(review, Passage("until the war"), body="Which?", annotations=other)


@pytest.mark.parametrize("content", [b"", b"{", b'{"format": 9}', b'{"format": 1, "format": 1}', b"\xff\xfe"])
def test_a_broken_annotation_file_is_refused_and_never_overwritten(review, content):
    file = review.with_suffix(".annotations.json")
    file.write_bytes(content)
    with pytest.raises(InputRefused):
        add_claim(review, Passage("a real engine"))
    assert file.read_bytes() == content


ADD_CLAIMS = """
import sys
from pathlib import Path
from annotate.api.claims import add_claim
from annotate.attach.passage import Passage
for number in range(10):
    add_claim(Path(sys.argv[1]), Passage("a real engine"), statement=f"{sys.argv[2]} {number}")
"""


def test_four_people_who_annotate_at_once_lose_nothing(review, monkeypatch):
    monkeypatch.delenv("ANNOTATE_SEED")
    writers = [subprocess.Popen([sys.executable, "-c", ADD_CLAIMS, review, name]) for name in "abcd"]
    assert [writer.wait() for writer in writers] == [0, 0, 0, 0]
    claims = held(review).claims
    assert {claim.statement for claim in claims} == {f"{name} {number}" for name in "abcd" for number in range(10)}
    assert len({claim.id for claim in claims}) == 40


def test_the_file_of_every_step_is_valid_json_with_sorted_ids(review):
    for number in range(5):
        add_claim(review, Passage("a real engine"), statement=str(number))
        value = json.loads(review.with_suffix(".annotations.json").read_bytes())
        assert [claim["id"] for claim in value["claims"]] == sorted(claim["id"] for claim in value["claims"])
        assert len(value["claims"]) == number + 1
