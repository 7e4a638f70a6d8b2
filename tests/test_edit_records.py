"""Editing changes what was asked and nothing else, and refuses what would leave the file in contradiction."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotate.attach import edit, ids
from annotate.attach.claimant import claimant_name
from annotate.attach.clock import now
from annotate.attach.find import ensure_entity, find
from annotate.attach.remove import removed, removed_evidence
from annotate.attach.select import select
from annotate.attach.where import Where
from annotate.attach.who import writer
from annotate.diagnostics import Finding
from annotate.errors import InputRefused
from annotate.model.annotation import (
    Annotations,
    Claim,
    Entity,
    Evidence,
    Link,
    Locator,
    Mention,
    Note,
    Passage,
    Source,
    Target,
    TextReference,
)
from annotate.model.document import Block, Document, Group, Metadata, Person
from annotate.model.text import reading_text
from annotate.read.annotations.reader import read_json
from annotate.write.annotations import write_annotations

SIGNATURE = edit.Signature("E. Marsh", "2026-11-20T10:00:00Z")
HALL = Source({"id": "hall-1927", "type": "article-newspaper", "title": "The Screen"})
CLAIM = Claim(
    "c-000001", Target("shot in Oregon"), "factual", evidence=(Evidence("e-000001", "hall-1927", "supports"),)
)
NOTE = Note("n-000001", Target("the Texas"), "gloss", "An engine.")
MENTION = Mention("m-000001", Target("Keaton"), "buster-keaton")
KEATON = Entity("buster-keaton", "person", "Buster Keaton", "Keaton, Joseph Frank")
HELD = Annotations(TextReference("a.xml", "0" * 64), (KEATON,), (HALL,), (CLAIM,), (NOTE,), (MENTION,))
WHERE = Where("a.annotations.json", read_json(write_annotations(HELD), "a.annotations.json"))


def refusal(function, *arguments, **options) -> Finding:
    with pytest.raises(InputRefused) as refused:
        function(*arguments, **options)
    (finding,) = refused.value.findings
    assert isinstance(finding, Finding)
    return finding


def taken(held, section, record_id, **options):
    return removed(held, section, record_id, SIGNATURE, WHERE, **options)


def test_what_is_added_and_removed_leaves_the_rest_as_it_was():
    source = Source({"id": "pittenger-1863", "type": "book"})
    assert taken(edit.add_source(HELD, source, WHERE), "sources", source.id) == HELD
    claim = replace(CLAIM, id="c-000002", evidence=())
    assert taken(edit.add_claim(HELD, claim, WHERE), "claims", claim.id) == HELD
    note = replace(NOTE, id="n-000002")
    assert taken(edit.add_note(HELD, note, WHERE), "notes", note.id) == HELD
    mention = replace(MENTION, id="m-000002")
    assert taken(edit.add_mention(HELD, mention), "mentions", mention.id) == HELD


def test_evidence_added_or_removed_marks_its_claim_as_modified():
    item = Evidence("e-000002", "hall-1927", "disputes", "weak", Locator("page", "12"), "not in Oregon")
    more = edit.add_evidence(HELD, CLAIM.id, item, SIGNATURE, WHERE)
    (claim,) = more.claims
    assert claim.evidence == (*CLAIM.evidence, item)
    assert (claim.modified_by, claim.modified) == ("E. Marsh", "2026-11-20T10:00:00Z")
    less = removed_evidence(more, item.id, SIGNATURE, WHERE)
    assert less.claims[0].evidence == CLAIM.evidence


def test_a_source_still_cited_is_kept_and_the_claims_are_named_at_its_place_in_the_file():
    finding = refusal(taken, HELD, "sources", "hall-1927")
    assert finding.code == "S103"
    assert "c-000001 (e-000001)" in finding.sentence
    text = write_annotations(HELD).decode().splitlines()
    assert text[finding.line - 1][finding.column - 1 :].startswith('"hall-1927"')


@pytest.mark.parametrize(("section", "record", "code"), [("claims", "c-000001", "N103"), ("notes", "n-000001", "N103")])
def test_what_a_link_refers_to_is_kept(section, record, code):
    linked = replace(HELD, links=(Link("l-000001", "c-000001", "restates", "n-000001"),))
    finding = refusal(taken, linked, section, record)
    assert (finding.code, "l-000001" in finding.sentence) == (code, True)


@pytest.mark.parametrize(
    ("section", "record", "code", "nearest"),
    [
        ("sources", "hal-1927", "S101", "hall-1927"),
        ("claims", "c-000002", "C102", "c-000001"),
        ("notes", "n-000011", "N101", "n-000001"),
        ("mentions", "m-00001", "N102", "m-000001"),
        ("entities", "buster-keeton", "N110", "buster-keaton"),
        ("passages", "p-000002", "N111", "p-000001"),
        ("links", "l-000002", "N112", "l-000001"),
    ],
)
def test_an_unknown_id_is_refused_with_the_nearest_known(section, record, code, nearest):
    passage, link = Passage("p-000001", Target("the Texas")), Link("l-000001", "c-000001", "restates", "n-000001")
    held = replace(HELD, passages=(passage,), links=(link,))
    for function in (taken, lambda held, section, record: find(held, section, record, WHERE)):
        finding = refusal(function, held, section, record)
        assert (finding.code, finding.sentence.endswith(f"; the nearest is {nearest}")) == (code, True)


def test_unknown_evidence_and_evidence_from_an_unknown_source_are_refused():
    assert refusal(removed_evidence, HELD, "e-000009", SIGNATURE, WHERE).code == "C104"
    stray = Evidence("e-000002", "hal-1927", "supports")
    assert refusal(edit.add_evidence, HELD, CLAIM.id, stray, SIGNATURE, WHERE).code == "S101"
    assert refusal(edit.add_evidence, HELD, "c-9", stray, SIGNATURE, WHERE).code == "C102"
    assert refusal(edit.add_claim, HELD, replace(CLAIM, id="c-000002", evidence=(stray,)), WHERE).code == "S101"


@pytest.mark.parametrize(
    ("source_id", "code"),
    [("hall-1927", "S102"), ("buster-keaton", "S102"), ("Hall 1927", "S104"), ("", "S104"), ("a" * 81, "S104")],
)
def test_a_source_needs_an_id_of_its_own(source_id, code):
    assert refusal(edit.add_source, HELD, Source({"id": source_id, "type": "book"}), WHERE).code == code


def test_a_note_must_say_something():
    assert refusal(edit.add_note, HELD, replace(NOTE, id="n-000002", body=" \n"), WHERE).code == "N105"


@pytest.mark.parametrize("name", ["buster-keaton", "Buster Keaton", "buster  KEATON", "Joseph Frank Keaton"])
def test_an_entity_is_found_by_id_or_name(name):
    assert ensure_entity(HELD, name, WHERE, usually="person") == (HELD, "buster-keaton")


def test_a_new_name_becomes_an_entity_with_a_readable_id():
    more, entity_id = ensure_entity(HELD, "Jean-François  Ångström", WHERE, usually="person")
    assert entity_id == "jean-francois-angstrom"
    assert more.entity(entity_id) == Entity(entity_id, "person", "Jean-François Ångström")


def test_a_name_in_another_script_gets_a_readable_id_too():
    more, first = ensure_entity(HELD, "艾未未", WHERE, usually="person")
    _, second = ensure_entity(more, "王兵", WHERE, usually="person")
    assert (first, second) == ("person", "person-2")


def test_a_film_and_its_hero_may_bear_one_name():
    film = Entity("the-general", "film", "The General")
    held = replace(HELD, entities=(film, Entity("the-general-2", "person", "The General")))
    assert ensure_entity(held, "The General", WHERE, entity_type="film")[1] == "the-general"
    assert ensure_entity(held, "The General", WHERE, usually="person")[1] == "the-general-2"
    assert ensure_entity(held, "The General", WHERE, entity_type="work")[1] == "the-general-3"
    finding = refusal(ensure_entity, held, "The General", WHERE)
    assert (finding.code, "the-general, the-general-2" in finding.sentence) == ("N104", True)


def test_an_organisation_can_claim_something_without_becoming_a_person():
    held = replace(HELD, entities=(Entity("loc", "organisation", "Library of Congress"),))
    assert ensure_entity(held, "Library of Congress", WHERE, usually="person") == (held, "loc")


def test_a_new_entity_needs_a_type():
    finding = refusal(ensure_entity, HELD, "Buster Keeton", WHERE)
    assert (finding.code, "Buster Keaton" in finding.sentence, "film" in finding.help) == ("N106", True, True)


@given(st.lists(st.sampled_from("cnme"), max_size=200), st.one_of(st.none(), st.text(min_size=1)))
@settings(deadline=None)
def test_ids_are_well_formed_and_never_taken_twice(letters, seed):
    used: set[str] = set()
    for letter in letters:
        made = ids.new_id(letter, used, seed)
        assert made not in used
        assert made[:2] == f"{letter}-"
        assert len(made) == 8
        assert set(made[2:]) <= set(ids.ALPHABET)
        used.add(made)


def test_a_seed_gives_the_same_ids_again_over_several_calls():
    def series(seed: str) -> list[str]:
        used: list[str] = []
        for letter in "ccnce":
            used.append(ids.new_id(letter, used, seed))
        return used

    assert series("1") == series("1")
    assert series("1") != series("2")


@pytest.mark.parametrize(
    ("names", "title", "year", "made"),
    [
        (("Hall",), "The Screen", "1927", "hall-1927"),
        (("Library of Congress",), "", "", "library-of-congress"),
        ((), "L’Arrivée d’un train à La Ciotat", "1896", "arrivee-train-ciotat-1896"),
        ((), "The General", "1926", "general-1926"),
        ((), "艾未未", "2012", "source-2012"),
        (("Keaton",), "", "1960", "keaton-1960-2"),
    ],
)
def test_a_source_without_id_gets_a_readable_one(names, title, year, made):
    assert ids.source_id(names, title, year, {"keaton-1960"}) == made


@given(st.text())
@settings(deadline=None)
def test_a_slug_is_empty_or_a_readable_id(text):
    assert ids.slug(text) == "" or ids.is_readable_id(ids.slug(text))
    assert len(ids.slug(text)) <= 48


def test_the_time_is_rfc_3339_in_utc_and_can_be_set():
    assert now({"SOURCE_DATE_EPOCH": "1795168800"}) == "2026-11-20T10:00:00Z"
    assert len(now({})) == 20


@pytest.mark.parametrize("value", ["yesterday", "1e400", "9" * 30, "-" + "9" * 30])
def test_a_time_that_is_none_is_refused(value):
    assert refusal(now, {"SOURCE_DATE_EPOCH": value}).code == "F304"


def test_who_writes_is_said_or_set_or_known_to_git_or_unknown(tmp_path, monkeypatch):
    assert writer(" E. Marsh ", {"ANNOTATE_USER": "other"}) == "E. Marsh"
    assert writer(None, {"ANNOTATE_USER": "E. Marsh"}) == "E. Marsh"
    (tmp_path / "gitconfig").write_text("[user]\n\tname = Ada Núñez\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", "/dev/null")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    for name in ("GIT_CONFIG_COUNT", "GIT_DIR"):
        monkeypatch.delenv(name, raising=False)
    assert writer(None, {}) == "Ada Núñez"
    monkeypatch.setenv("PATH", str(tmp_path))
    assert writer("  ", {}) is None


ADA, BEN = Person("ada", "Ada Núñez", "interviewer"), Person("ben", "Ben Okri")
TALK = Document(
    Metadata("A talk", authors=("Ada Núñez",), genre="interview", persons=(ADA, BEN)),
    body=(
        Block("b1", "p", ("They met in May.",)),
        Group("sp", (Block("b2", "p", ("Why a film?",)),), "t1", {"who": "#ada"}),
        Group("sp", (Block("b3", "p", ("It had to be.",)), Block("b4", "p", ("And soon.",))), "t2", {"who": "#ben"}),
        Group("sp", (Block("b5", "p", ("Thank you!",)),), "t3", {"who": "#ada #ben"}),
        Group("sp", (Block("b6", "p", ("A voice from the hall.",)),), "t4"),
    ),
)
READING = reading_text(TALK)


@pytest.mark.parametrize(
    ("quote", "name"),
    [
        ("met in May", "Ada Núñez"),
        ("Why a film", "Ada Núñez"),
        ("in May. Why", "Ada Núñez"),
        ("had to be", "Ben Okri"),
        ("It had to be. And soon.", "Ben Okri"),
        ("A voice from the hall", None),
    ],
)
def test_words_are_the_speakers_in_a_turn_and_else_the_authors(quote, name):
    assert claimant_name(TALK, READING, select(READING, quote, path="x"), "talk.xml") == name


@pytest.mark.parametrize("quote", ["a film? It had", "soon. Thank", "Thank you"])
def test_words_of_several_persons_are_nobodys_until_somebody_says_so(quote):
    finding = refusal(claimant_name, TALK, READING, select(READING, quote, path="x"), "talk.xml")
    assert (finding.code, finding.path) == ("C101", "talk.xml")


def test_a_text_without_author_leaves_the_claimant_open():
    document = Document(Metadata("Essay"), body=(Block("b1", "p", ("It is so.",)),))
    reading = reading_text(document)
    assert claimant_name(document, reading, select(reading, "is so", path="x"), "x") is None


TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=12)
NUMBERS = st.integers(0, 10**6)
TARGETS = st.builds(Target, TEXTS, st.none() | TEXTS, st.none() | TEXTS, st.none() | NUMBERS, st.none() | NUMBERS)
EVIDENCE = st.builds(Evidence, TEXTS, TEXTS, TEXTS, st.none() | TEXTS, st.none() | st.builds(Locator, TEXTS, TEXTS))
CLAIMS = st.builds(Claim, TEXTS, TARGETS, TEXTS, evidence=st.lists(EVIDENCE, max_size=3).map(tuple))
FILES = st.builds(
    Annotations,
    st.builds(TextReference, TEXTS, TEXTS),
    claims=st.lists(CLAIMS, max_size=5, unique_by=lambda claim: claim.id).map(tuple),
    sources=st.lists(TEXTS, max_size=5, unique=True).map(
        lambda names: tuple(Source({"id": name, "type": "book", "title": "“Ä”"}) for name in names)
    ),
)


@given(FILES, st.randoms())
@settings(deadline=None)
def test_a_written_file_is_read_back_the_same_and_its_order_plays_no_part(held, shuffle):
    data = write_annotations(held)
    again = Annotations.from_json(read_json(data, "x").value)
    assert write_annotations(again) == data
    assert sorted(again.claims, key=lambda claim: claim.id) == sorted(held.claims, key=lambda claim: claim.id)
    claims = list(held.claims)
    shuffle.shuffle(claims)
    assert write_annotations(replace(held, claims=tuple(claims))) == data


def test_a_file_is_written_a_field_a_line_in_its_own_letters():
    lines = write_annotations(replace(HELD, entities=(Entity("x", "person", "Ångström “Å”"),))).decode().split("\n")
    assert '      "name": "Ångström “Å”"' in lines
    assert lines[0] == "{"
    assert lines[-2:] == ["}", ""]
