"""Every record can be added, listed, shown, changed and removed by commands, and a change names what it changed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotate.resources import resource_text

REVIEW = """The Bridge

by Vera Holm

A locomotive falls from a burning bridge. It was “the costliest shot” of the silent era, people say.

Keaton would not use a model. He bought a real engine and let it fall, and the film went on.

The wreck lay in the river until the war. Then the film was forgotten, and the river too.
"""


@pytest.fixture
def review(tmp_path, monkeypatch, annotate):
    """Work in a folder with `review.xml`."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "review.txt").write_text(REVIEW, encoding="utf-8")
    annotate("parse", "review.txt", "-q", code=0)
    return tmp_path


@pytest.fixture
def made(review, annotate):
    """Return a command that must succeed and print one id, or lines."""

    def run(*arguments):
        return annotate(*arguments, code=0)[1].strip()

    return run


@pytest.fixture
def claim(made):
    """Return the id of a claim with a statement."""
    return made("claim", "add", "review.xml", "the costliest shot", "--statement", "No shot had cost more.")


def record(noun, record_id, annotate):
    return json.loads(annotate(noun, "show", "review.xml", record_id, "--json", code=0)[1])


def held(name="review.annotations.json"):
    return json.loads(Path(name).read_text(encoding="utf-8"))


def test_a_changed_claim_says_what_was_and_what_is_and_who_changed_it(made, claim, annotate, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700003600")
    told = made(
        *("claim", "edit", "review.xml", claim, "--certainty", "probable", "--tag", "budget", "--tag", "bridge"),
        *("--by", "Buster Keaton", "--clear", "statement", "--as", "Ben Okri"),
    )
    assert set(told.splitlines()) == {
        "added entity buster-keaton",
        f"{claim} certainty: certain -> probable",
        f"{claim} claimant: vera-holm -> buster-keaton",
        f"{claim} tags: (none) -> budget, bridge",
        f"{claim} statement: No shot had cost more. -> (none)",
    }
    now = record("claim", claim, annotate)
    assert (now["creator"], now["created"]) == ("Ada Quill", "2023-11-14T22:13:20Z")
    assert (now["modified_by"], now["modified"]) == ("Ben Okri", "2023-11-14T23:13:20Z")
    assert made("claim", "edit", "review.xml", claim, "--untag", "budget") == f"{claim} tags: budget, bridge -> bridge"
    assert made("claim", "edit", "review.xml", claim, "--clear", "tags") == f"{claim} tags: bridge -> (none)"


def test_a_claim_moves_to_other_words_of_the_text(made, claim, annotate):
    told = made("claim", "edit", "review.xml", claim, "--on", "a real engine", "--in", "b4")
    assert told == f"{claim} target: “the costliest shot” -> “a real engine”"
    target = record("claim", claim, annotate)["target"]
    assert (target["exact"], target["prefix"].endswith("He bought ")) == ("a real engine", True)


def test_of_two_long_texts_the_words_that_differ_are_shown(made, claim):
    long = "The fall of the engine from the bridge cost more than any other shot of the years before {} war."
    made("claim", "edit", "review.xml", claim, "--statement", long.format("the"))
    told = made("claim", "edit", "review.xml", claim, "--statement", long.format("that"))
    assert told.endswith("of the years before [-the-] {+that+} war.")


def test_what_is_so_already_is_not_written_again(made, claim, annotate):
    before = Path("review.annotations.json").stat()
    code, out, said = annotate("claim", "edit", "review.xml", claim, "--kind", "factual")
    assert (code, out, said) == (0, "", f"{claim} is so already; nothing was changed\n")
    assert Path("review.annotations.json").stat().st_ino == before.st_ino


def test_several_claims_get_a_status_at_once_or_none_does(made, claim, annotate):
    other = made("claim", "add", "review.xml", "a real engine")
    assert made("claim", "set-status", "review.xml", claim, other, "disputed").splitlines() == [
        f"{claim} status: unreviewed -> disputed",
        f"{other} status: unreviewed -> disputed",
    ]
    before = held()
    assert "C102" in annotate("claim", "set-status", "review.xml", claim, "c-00000z", "supported", code=1)[2]
    assert held() == before


def test_evidence_is_listed_shown_changed_and_removed_with_or_without_its_claim(made, claim, annotate):
    made("source", "add", "review.xml", "--id", "hall-1927", "--type", "book", "--title", "T")
    evidence = made(
        *("evidence", "add", "review.xml", claim, "--source", "hall-1927", "--relation", "supports"),
        *("--locator", "page:12", "--quote", "a costly shot", "--note", "Seen."),
    )
    told = made("evidence", "edit", "review.xml", claim, evidence, "--locator", "page:21", "--strength", "weak")
    assert told.splitlines() == [f"{evidence} locator: page 12 -> page 21", f"{evidence} strength: (none) -> weak"]
    made("evidence", "edit", "review.xml", evidence, "--clear", "note", "--relation", "qualifies")
    assert record("evidence", evidence, annotate) == {
        "claim": claim,
        "id": evidence,
        "source": "hall-1927",
        "relation": "qualifies",
        "strength": "weak",
        "locator": {"label": "page", "value": "21"},
        "quote": "a costly shot",
    }
    other = made("claim", "add", "review.xml", "a real engine")
    assert json.loads(made("evidence", "list", "review.xml", other, "--json")) == []
    assert [one["id"] for one in json.loads(made("evidence", "list", "review.xml", "--json"))] == [evidence]
    assert "C105" in annotate("evidence", "remove", "review.xml", other, evidence, code=1)[2]
    assert "S101" in annotate("evidence", "edit", "review.xml", evidence, "--source", "hall", code=1)[2]
    assert f"removed evidence {evidence}" in annotate("evidence", "remove", "review.xml", claim, evidence, code=0)[2]


def test_a_changed_quote_loses_the_place_that_was_found_for_the_old_one(made, claim, annotate):
    made("source", "add", "review.xml", "--id", "hall-1927", "--type", "book", "--title", "T")
    evidence = made(
        *("evidence", "add", "review.xml", claim, "--source", "hall-1927", "--relation", "supports", "--quote", "x")
    )
    file = held()
    file["claims"][0]["evidence"][0]["target"] = {"exact": "x"}
    Path("review.annotations.json").write_text(json.dumps(file), encoding="utf-8")
    made("evidence", "edit", "review.xml", evidence, "--quote", "y")
    assert "target" not in record("evidence", evidence, annotate)


def test_an_entity_is_known_by_id_or_name(made, annotate):
    keaton = made("entity", "add", "review.xml", "Buster Keaton", "--type", "person", "--same-as", "https://a.example/")
    assert keaton == "buster-keaton"
    told = made("entity", "edit", "review.xml", "Buster Keaton", "--sort-name", "Keaton, Buster", "--clear", "same-as")
    assert told.splitlines() == [
        "buster-keaton same_as: https://a.example/ -> (none)",
        "buster-keaton sort_name: (none) -> Keaton, Buster",
    ]
    made("mention", "add", "review.xml", "Keaton", "--entity", "buster keaton")
    (row,) = (line.split() for line in made("entity", "list", "review.xml").splitlines()[1:])
    assert row == ["buster-keaton", "person", "Buster", "Keaton", "0", "1"]
    assert "N110" in annotate("entity", "show", "review.xml", "Buster Keeton", code=1)[2]
    assert (
        "S102"
        in annotate("entity", "add", "review.xml", "B. K.", "--type", "person", "--id", "buster-keaton", code=1)[2]
    )


def test_a_note_and_a_mention_can_be_changed(made, annotate):
    note = made("note", "add", "review.xml", "a real engine", "--body", "The Texas.", "--tag", "engine")
    assert made("note", "edit", "review.xml", note, "--body", "The *Texas*.", "--kind", "gloss").splitlines() == [
        f"{note} kind: commentary -> gloss",
        f"{note} body: The Texas. -> The *Texas*.",
    ]
    assert "N105" in annotate("note", "edit", "review.xml", note, "--body", " ", code=1)[2]
    mention = made("mention", "add", "review.xml", "Keaton", "--entity", "Joe Keaton", "--type", "person")
    told = made("mention", "edit", "review.xml", mention, "--entity", "Buster Keaton", "--type", "person")
    assert told.splitlines() == ["added entity buster-keaton", f"{mention} entity: joe-keaton -> buster-keaton"]


def test_links_tie_claims_notes_and_passages_of_one_file_and_of_others(made, claim, annotate):
    Path("essay.txt").write_text(REVIEW.replace("Bridge", "Essay"), encoding="utf-8")
    annotate("parse", "essay.txt", "-q", code=0)
    theirs = made("claim", "add", "essay.xml", "a real engine")
    passage = made("passage", "add", "review.xml", "a burning bridge")
    inner = made("link", "add", "review.xml", claim, "supports", passage)
    outer = made(
        "link", "add", "review.xml", f"review.annotations.json#{claim}", "restates", f"essay.annotations.json#{theirs}"
    )
    assert record("link", outer, annotate)["from"] == claim
    rows = made("link", "list", "review.xml", "--of", claim).splitlines()
    assert [row.split()[0] for row in rows[1:]] == sorted([inner, outer])
    assert all("the costliest shot" in row for row in rows[1:])
    assert sum("a real engine" in row for row in rows) == 1
    shown = made("claim", "show", "review.xml", claim)
    assert f"{inner}: supports {passage} “a burning bridge”" in shown
    assert f"{outer}: restates essay.annotations.json#{theirs} “a real engine”" in shown
    shown = made("passage", "show", "review.xml", passage)
    assert f"{inner}: {claim} supports it “the costliest shot”" in shown
    assert made("link", "edit", "review.xml", outer, "--relation", "contradicts") == (
        f"{outer} relation: restates -> contradicts"
    )
    for start, end, code in (
        (claim, "c-00000z", "N114"),
        (claim, "essay.annotations.json#c-00000z", "N114"),
        (claim, f"lost.annotations.json#{theirs}", "N114"),
        ("vera-holm", claim, "N114"),
        (claim, claim, "N115"),
        (claim, passage, "N116"),
    ):
        assert code in annotate("link", "add", "review.xml", start, "supports", end, code=1)[2]
    annotate("validate", "review.xml", "essay.xml", code=0)


def test_what_others_refer_to_stays_until_they_are_gone_or_go_with_it(made, claim, annotate):
    source = made("source", "add", "review.xml", "--type", "book", "--title", "T", "--author", "Mordaunt Hall")
    evidence = made("evidence", "add", "review.xml", claim, "--source", source, "--relation", "supports")
    mention = made("mention", "add", "review.xml", "Keaton", "--entity", "vera-holm")
    passage = made("passage", "add", "review.xml", "a burning bridge")
    link = made("link", "add", "review.xml", claim, "supports", passage)
    for noun, name, places in (
        ("source", source, (claim, evidence)),
        ("entity", "vera-holm", (claim, mention)),
        ("claim", claim, (link,)),
        ("passage", passage, (link,)),
    ):
        said = annotate(noun, "remove", "review.xml", name, code=1)[2]
        assert all(place in said for place in places)
        assert "--cascade" in said
    said = annotate("source", "remove", "review.xml", source, "--cascade", code=0)[2].splitlines()
    assert said[0] == f"removed source {source}"
    assert said[1].startswith(f"removed evidence {evidence} ")
    said = annotate("entity", "remove", "review.xml", "vera-holm", "--cascade", code=0)[2].splitlines()
    assert said == ["removed entity vera-holm", f"{claim} claimant: vera-holm -> (none)", f"removed mention {mention}"]
    said = annotate("passage", "remove", "review.xml", passage, "--cascade", code=0)[2].splitlines()
    assert said == [f"removed passage {passage}", f"removed link {link}"]
    assert "dangling" not in annotate("validate", "review.xml", code=0)[1]


def test_a_link_of_another_file_keeps_what_it_leads_to_even_from_a_cascade(made, claim, annotate):
    Path("essay.txt").write_text(REVIEW.replace("Bridge", "Essay"), encoding="utf-8")
    annotate("parse", "essay.txt", "-q", code=0)
    theirs = made("claim", "add", "essay.xml", "a real engine")
    link = made("link", "add", "essay.xml", theirs, "restates", f"review.annotations.json#{claim}")
    for more in ((), ("--cascade",)):
        assert f"essay.annotations.json#{link}" in annotate("claim", "remove", "review.xml", claim, *more, code=1)[2]
    made("link", "remove", "essay.xml", link)
    annotate("claim", "remove", "review.xml", claim, code=0)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("1927-02-08", {"date-parts": [[1927, 2, 8]]}),
        ("1926/1927", {"date-parts": [[1926], [1927]]}),
        ("1927~", "1927~"),
        ("1927-02?", "1927-02?"),
        ("192x", "192X"),
        ("1927-02-XX", "1927-02-XX"),
        ("1927-21", "1927-21"),
        ("1927/..", "1927/.."),
        ("/1927", "/1927"),
        ("-0044", "-0044"),
    ],
)
def test_a_date_is_kept_as_exact_as_edtf_says_it(made, annotate, typed, kept):
    source = made("source", "add", "review.xml", "--type", "book", "--title", "T", "--issued", typed)
    assert record("source", source, annotate)["issued"] == kept


@pytest.mark.parametrize(
    "typed", ["1927-13", "1927-02-30", "27", "1927-2-8", "..", "/", "1928/1927", "1927/28/29", "soon"]
)
def test_what_is_no_date_in_edtf_is_misuse(made, annotate, typed):
    said = annotate("source", "add", "review.xml", "--type", "book", "--title", "T", "--issued", typed, code=2)[2]
    assert f"“{typed}” is no date" in said


def test_any_field_of_csl_can_be_set_changed_and_cleared(made, annotate):
    fields = json.loads(resource_text("schemas/annotations.schema.json"))["$defs"]["source"]["properties"]
    values = {
        "names": ("Ada Quill", [{"family": "Quill", "given": "Ada"}]),
        "date": ("1927", {"date-parts": [[1927]]}),
    }
    settings, wanted = [], {}
    for name, field in fields.items():
        if name in {"id", "type", "copy", "custom", "title", "author"}:
            continue
        typed, kept = values.get(
            field.get("$ref", "").rpartition("/")[2], ("x", ["x"] if name == "categories" else "x")
        )
        settings += ["--set", f"{name}={typed}"]
        wanted[name] = kept
    source = made(*("source", "add", "review.xml", "--type", "book", "--title", "T", *settings, "--runtime", "79"))
    kept = record("source", source, annotate)
    assert {name: kept[name] for name in wanted} == wanted
    cleared = [part for name in (*wanted, "runtime") for part in ("--clear", name)]
    made("source", "edit", "review.xml", source, *cleared, "--author", "B C", "--author", "{D E}")
    assert record("source", source, annotate) == {
        "id": source,
        "type": "book",
        "title": "T",
        "author": [{"family": "C", "given": "B"}, {"literal": "D E"}],
    }


@pytest.mark.parametrize(
    "arguments",
    [
        ("claim", "edit", "review.xml", "c-000000"),
        ("claim", "edit", "review.xml", "c-000000", "--note", "x", "--clear", "note"),
        ("claim", "edit", "review.xml", "c-000000", "--note", "x", "--in", "b3"),
        ("claim", "edit", "review.xml", "c-000000", "--clear", "status"),
        ("claim", "edit", "review.xml", "c-000000", "--statement", " "),
        ("claim", "edit", "review.xml", "c-000000", "--tag", " "),
        ("claim", "edit", "review.xml", "c-000000", "--by", ""),
        ("claim", "set-status", "review.xml", "supported"),
        ("claim", "list", "review.xml", "--own", "--annotations", "a.annotations.json"),
        ("source", "add", "review.xml", "--type", "book", "--title", "T", "--library", "--own"),
        ("evidence", "remove", "review.xml", "c-000000", "e-000000", "e-000001"),
        ("mention", "edit", "review.xml", "m-000000", "--type", "person"),
        ("note", "edit", "review.xml", "n-000000", "--on", "-", "--body", "-"),
        ("source", "edit", "review.xml", "hall-1927", "--page", "1", "--clear", "page"),
        ("source", "edit", "review.xml", "hall-1927", "--set", "pges=1"),
        ("source", "edit", "review.xml", "hall-1927", "--set", "runtime=1"),
        ("source", "edit", "review.xml", "hall-1927", "--set", "genre"),
        ("source", "edit", "review.xml", "hall-1927", "--set", "genre=a", "--set", "genre=b"),
        ("source", "edit", "review.xml", "hall-1927", "--clear", "id"),
        ("link", "add", "review.xml", "c-000000", "likes", "c-000001"),
        ("link", "edit", "review.xml", "l-000000"),
        ("undo", "review.xml", "--json"),
    ],
)
def test_an_edit_that_makes_no_sense_is_misuse(review, annotate, arguments):
    assert annotate(*arguments, code=2)[1] == ""
    assert not Path("review.annotations.json").exists()


def test_a_dry_run_shows_the_change_of_every_command_and_writes_nothing(made, claim, annotate):
    source = made("source", "add", "review.xml", "--type", "book", "--title", "T", "--author", "Mordaunt Hall")
    evidence = made("evidence", "add", "review.xml", claim, "--source", source, "--relation", "supports")
    note = made("note", "add", "review.xml", "a real engine", "--body", "x")
    mention = made("mention", "add", "review.xml", "Keaton", "--entity", "vera-holm")
    passage = made("passage", "add", "review.xml", "a burning bridge")
    link = made("link", "add", "review.xml", claim, "supports", passage)
    before = {path.name: path.read_bytes() for path in Path.cwd().iterdir()}
    for arguments in (
        ("claim", "add", "review.xml", "the river too"),
        ("claim", "edit", "review.xml", claim, "--kind", "evaluative"),
        ("claim", "set-status", "review.xml", claim, "supported"),
        ("claim", "remove", "review.xml", claim, "--cascade"),
        ("evidence", "add", "review.xml", claim, "--source", source, "--relation", "disputes"),
        ("evidence", "edit", "review.xml", evidence, "--strength", "weak"),
        ("evidence", "remove", "review.xml", evidence),
        ("source", "add", "review.xml", "--type", "book", "--title", "U"),
        ("source", "add", "review.xml", "--type", "book", "--title", "U", "--library"),
        ("source", "edit", "review.xml", source, "--title", "U"),
        ("source", "remove", "review.xml", source, "--cascade"),
        ("entity", "add", "review.xml", "Joe", "--type", "person"),
        ("entity", "edit", "review.xml", "vera-holm", "--type", "work"),
        ("entity", "remove", "review.xml", "vera-holm", "--cascade"),
        ("note", "add", "review.xml", "a real engine", "--body", "y"),
        ("note", "edit", "review.xml", note, "--body", "y"),
        ("note", "remove", "review.xml", note),
        ("mention", "add", "review.xml", "Keaton", "--entity", "vera-holm"),
        ("mention", "edit", "review.xml", mention, "--on", "He"),
        ("mention", "remove", "review.xml", mention),
        ("passage", "add", "review.xml", "the river too"),
        ("passage", "edit", "review.xml", passage, "the river too"),
        ("passage", "remove", "review.xml", passage, "--cascade"),
        ("link", "add", "review.xml", claim, "restates", passage),
        ("link", "edit", "review.xml", link, "--relation", "restates"),
        ("link", "remove", "review.xml", link),
        ("undo", "review.xml"),
    ):
        shown = annotate(*arguments, "--dry-run", code=0)[1].splitlines()
        assert shown[0].startswith("--- ")
        assert shown[2].startswith("@@ ")
        assert {path.name: path.read_bytes() for path in Path.cwd().iterdir()} == before


def test_terminal_codes_in_a_record_do_not_reach_the_terminal(made, claim, annotate):
    hidden = "a\u202eb\u009b31m"
    for arguments in (("--note", hidden, "--dry-run"), ("--note", hidden), ("--note", "c")):
        _, out, said = annotate("claim", "edit", "review.xml", claim, *arguments, code=0)
        assert not {"\u202e", "\u009b"} & set(out + said)


def test_a_second_annotator_has_a_file_of_their_own(made, claim, annotate):
    theirs = made("claim", "add", "review.xml", "a real engine", "--own", "--as", "Ben Ökri")
    assert [one["id"] for one in held("review.ben-okri.annotations.json")["claims"]] == [theirs]
    assert [one["id"] for one in held()["claims"]] == [claim]
    listed = made("claim", "list", "review.xml", "--own", "--as", "Ben Ökri", "--json")
    assert json.loads(listed)[0]["creator"] == "Ben Ökri"
    link = made(
        "link",
        "add",
        "review.xml",
        theirs,
        "contradicts",
        f"review.annotations.json#{claim}",
        "--own",
        "--as",
        "Ben Ökri",
    )
    assert link.startswith("l-")
    annotate("validate", "review.xml", code=0)
    assert "N117" in annotate("claim", "list", "review.xml", "--own", "--as", "阿达", code=1)[2]


def test_a_source_and_an_entity_get_other_ids_and_what_refers_to_them_follows(made, claim, annotate):
    made("source", "add", "review.xml", "--id", "hall", "--type", "book", "--title", "T")
    evidence = made("evidence", "add", "review.xml", claim, "--source", "hall", "--relation", "supports")
    mention = made("mention", "add", "review.xml", "Keaton", "--entity", "vera-holm")
    made("source", "edit", "review.xml", "hall", "--id", "hall-1927", "--issued", "1927")
    made("entity", "edit", "review.xml", "Vera Holm", "--id", "holm")
    assert record("source", "hall-1927", annotate)["issued"] == {"date-parts": [[1927]]}
    assert record("evidence", evidence, annotate)["source"] == "hall-1927"
    assert (record("claim", claim, annotate)["claimant"], record("mention", mention, annotate)["entity"]) == (
        "holm",
        "holm",
    )
    for new_id, code in (("holm", "S102"), ("Hall 1927", "S104")):
        assert code in annotate("source", "edit", "review.xml", "hall-1927", "--id", new_id, code=1)[2]


def test_lists_can_be_narrowed(made, claim):
    note = made("note", "add", "review.xml", "a real engine", "--body", "x", "--tag", "engine")
    made("note", "add", "review.xml", "until the war", "--body", "y")
    mention = made("mention", "add", "review.xml", "Keaton", "--entity", "Buster Keaton", "--type", "person")
    made("mention", "add", "review.xml", "He", "--in", "b4", "--entity", "Joe Keaton", "--type", "person")
    for arguments, ids in (
        (("note", "list", "review.xml", "--tag", "engine"), [note]),
        (("mention", "list", "review.xml", "--entity", "buster keaton"), [mention]),
        (("entity", "list", "review.xml", "--type", "film"), []),
        (("source", "list", "review.xml", "--type", "book"), []),
        (("claim", "list", "review.xml", "--status", "unreviewed", "--by", "Vera Holm"), [claim]),
    ):
        assert [one["id"] for one in json.loads(made(*arguments, "--json"))] == ids


def test_annotations_that_a_revision_left_without_a_place_are_given_one_by_one(made, claim, annotate):
    note = made("note", "add", "review.xml", "a real engine", "--body", "x")
    kept = made("note", "add", "review.xml", "The wreck lay in the river until the war", "--body", "y")
    revised = REVIEW.replace("the costliest shot", "a very dear picture").replace("a real engine", "an old machine")
    Path("review.txt").write_text(revised, encoding="utf-8")
    Path("review.xml").unlink()
    annotate("parse", "review.txt", "-q", "--force")
    said = annotate("claim", "edit", "review.xml", claim, "--on", "a very dear picture", code=0)[2]
    assert "1 of 3 anchors" in said
    told = made("note", "edit", "review.xml", note, "--on", "an old machine")
    assert told == f"{note} target: “a real engine” -> “an old machine”"
    assert "A1" not in annotate("validate", "review.xml")[1]
    assert record("note", kept, annotate)["target"]["exact"] == "The wreck lay in the river until the war"


def test_a_reference_managers_list_is_taken_whole_or_not_at_all(made, annotate):
    items = [
        {"id": "http://zotero.example/1", "type": "book", "title": "A", "author": [{"family": "Hall"}]},
        {"id": "http://zotero.example/2", "type": "book", "title": "B", "author": [{"family": "Hall"}]},
        {"id": "own-id", "type": "webpage", "title": "C"},
    ]
    Path("items.json").write_text(json.dumps(items), encoding="utf-8")
    assert made("source", "add", "review.xml", "--from-json", "items.json").split() == ["hall", "hall-2", "own-id"]
    assert (
        "several sources"
        in annotate("source", "add", "review.xml", "--from-json", "items.json", "--title", "x", code=2)[2]
    )
    before = held()
    Path("items.json").write_text('[{"type": "book", "title": "D"},\n {"title": "E"},\n 7]', encoding="utf-8")
    said = annotate("source", "add", "review.xml", "--from-json", "items.json", code=1)[2]
    assert "items.json:2:2: error S105" in said
    assert "items.json:3:2: error S105" in said
    assert held() == before


def test_what_is_left_empty_is_left_out(made, annotate):
    claim = made(
        "claim", "add", "review.xml", "a real engine", "--statement", "", "--note", "", "--tag", " two  words "
    )
    now = record("claim", claim, annotate)
    assert now["tags"] == ["two words"]
    assert not {"statement", "note"} & now.keys()
