"""The commands about annotations: ids to stdout, everything else to stderr, and a way on from every refusal."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import click
import jsonschema_rs
import pytest

from annotate.cli import types
from annotate.cli.main import COMMANDS, cli
from annotate.cli.main import run as run_cli
from annotate.model.annotation import Locator
from annotate.model.csl import LOCATOR_LABELS, SOURCE_TYPES
from annotate.resources import resource_text

NOUNS = ("source", "claim", "evidence", "entity", "note", "mention", "passage", "link")

REVIEW = """The Bridge

by Vera Holm

A locomotive falls from a burning bridge. It was “the costliest shot” of the silent era, people say.

Keaton would not use a model. He bought a real engine and let it fall, and the film went on.

The wreck lay in the river until the war. Then the film was forgotten, and the river too.
"""


@pytest.fixture
def run(tmp_path, monkeypatch, capfd):
    """Run a command line in a folder with `review.xml`; returns exit code, stdout and stderr."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ANNOTATE_SEED", "1")
    monkeypatch.setenv("ANNOTATE_USER", "E. Marsh")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795168800")
    (tmp_path / "review.txt").write_text(REVIEW, encoding="utf-8")
    assert run_cli(["parse", "review.txt", "-q"]) == 0
    capfd.readouterr()

    def run(*arguments):
        code = run_cli([str(argument) for argument in arguments])
        captured = capfd.readouterr()
        return code, captured.out, captured.err

    return run


def files():
    return sorted(path.name for path in Path.cwd().iterdir())


def ok(answer):
    code, out, err = answer
    assert (code, err) == (0, "")
    return out.strip()


def test_a_source_a_claim_with_its_evidence_and_a_note_are_added_listed_shown_and_removed(run):
    source = ok(
        run(
            *("source", "add", "review.xml", "--type", "article-newspaper", "--title", "The Screen"),
            *("--author", "Mordaunt Hall", "--container-title", "The New York Times", "--issued", "1927-02-08"),
        )
    )
    assert source == "hall-1927"
    code, claim, said = run(
        *("claim", "add", "review.xml", 'It was "the costliest shot"', "--statement", "No shot had cost more."),
        *("--supports", source, "--locator", "page:21", "--quote", "the most expensive", "--strength", "weak"),
    )
    assert (code, said) == (0, "new person: Vera Holm (vera-holm)\n")
    claim = claim.strip()
    evidence = ok(run("evidence", "add", "review.xml", claim, "--source", source, "--relation", "qualifies"))
    note = ok(run("note", "add", "review.xml", "a real engine", "--kind", "gloss", "--body", "The *Texas*."))
    shown = run("claim", "show", "review.xml", claim)[1]
    for words in (
        "It was “the costliest shot”",
        "Vera Holm",
        "hall-1927, page 21 (weak)",
        "“the most expensive”",
        evidence,
    ):
        assert words in shown
    listed = run("claim", "list", "review.xml")[1].splitlines()
    assert listed[0].split() == ["id", "kind", "status", "by", "evidence", "quote"]
    assert listed[1].split()[:6] == [claim, "factual", "unreviewed", "Vera", "Holm", "2"]
    assert "The *Texas*." in run("note", "show", "review.xml", note)[1]
    assert run("source", "remove", "review.xml", source)[0] == 1
    code, out, said = run("claim", "remove", "review.xml", claim)
    assert (code, out) == (0, "")
    assert evidence in said
    assert run("source", "remove", "review.xml", source)[0] == 0
    assert run("note", "remove", "review.xml", note)[0] == 0
    for noun in ("source", "claim", "note"):
        assert json.loads(ok(run(noun, "list", "review.xml", "--json"))) == []


def test_json_is_what_stands_in_the_file(run):
    ok(run("note", "add", "review.xml", "a real engine", "--body", "Which?", "--tag", "engine"))
    mention = ("mention", "add", "review.xml", "The wreck", "--entity", "x", "--type", "work", "--as", "B. Okri")
    assert run(*mention)[0] == 0
    held = json.loads(Path("review.annotations.json").read_text(encoding="utf-8"))
    assert json.loads(ok(run("note", "list", "review.xml", "--json"))) == held["notes"]
    assert (
        json.loads(ok(run("mention", "show", "review.xml", held["mentions"][0]["id"], "--json"))) == held["mentions"][0]
    )
    assert (held["notes"][0]["creator"], held["mentions"][0]["creator"]) == ("E. Marsh", "B. Okri")


def test_a_quote_that_occurs_twice_is_refused_and_can_then_be_chosen(run):
    code, out, said = run("note", "add", "review.xml", "the film", "--body", "x")
    assert (code, out) == (1, "")
    assert said.startswith("review.xml:1:1: error A101 ")
    by_block = ok(run("note", "add", "review.xml", "the film", "--body", "x", "--in", "b5"))
    by_number = ok(run("note", "add", "review.xml", "the film", "--body", "x", "--occurrence", "2"))
    notes = {note["id"]: note for note in json.loads(ok(run("note", "list", "review.xml", "--json")))}
    assert notes[by_block]["target"] == notes[by_number]["target"]


def test_a_quote_that_does_not_occur_is_refused_with_the_nearest_passage(run):
    code, _, said = run("claim", "add", "review.xml", "He bought a toy engine")
    assert code == 1
    assert "A102" in said
    assert "He bought a real engine" in said


def test_words_can_come_from_standard_input(run, tmp_path):
    def piped(words, *arguments):
        command = [sys.executable, "-m", "annotate", *arguments]
        return subprocess.run(command, input=words, capture_output=True, text=True, cwd=tmp_path, check=False)

    assert piped("a real\nengine\n", "note", "add", "review.xml", "-", "--body", "x").returncode == 0
    assert piped("A *long* body.", "note", "add", "review.xml", "until the war", "--body", "-").returncode == 0
    bodies = {
        note["body"]: note["target"]["exact"] for note in json.loads(ok(run("note", "list", "review.xml", "--json")))
    }
    assert bodies == {"x": "a real engine", "A *long* body.": "until the war"}
    both = piped("x", "note", "add", "review.xml", "-", "--body", "-")
    assert (both.returncode, "one argument only" in both.stderr) == (2, True)
    text = Path("review.xml").read_text(encoding="utf-8")
    assert "A108" in piped(text, "note", "add", "-", "a real engine", "--body", "x").stderr
    beside = piped(text, "note", "add", "-", "a real engine", "--body", "x", "--annotations", "review.annotations.json")
    assert (beside.returncode, beside.stderr) == (0, "")


def test_a_film_has_its_directors_and_running_time(run):
    film = ok(
        run(
            *("source", "add", "review.xml", "--type", "motion_picture", "--title", "The General"),
            *(
                "--director",
                "Clyde Bruckman",
                "--director",
                "Keaton, Buster",
                "--issued",
                "1926",
                "--runtime",
                "1:18:52",
            ),
        )
    )
    assert json.loads(ok(run("source", "show", "review.xml", film, "--json"))) == {
        "id": "bruckman-1926",
        "type": "motion_picture",
        "title": "The General",
        "director": [{"family": "Bruckman", "given": "Clyde"}, {"family": "Keaton", "given": "Buster"}],
        "issued": {"date-parts": [[1926]]},
        "custom": {"runtime": 4732},
    }


def test_a_reference_managers_item_is_taken_whole_and_options_go_before_it(run):
    item = {
        "id": "http://zotero.org/users/1/items/AB12",
        "type": "article-journal",
        "title": "An Aesthetic of Astonishment",
        "author": [{"family": "Gunning", "given": "Tom"}],
        "issued": {"date-parts": [["1989"]]},
        "ISSN": "0727-1182",
    }
    Path("item.json").write_text(json.dumps([item]), encoding="utf-8")
    assert ok(run("source", "add", "review.xml", "--from-json", "item.json", "--volume", "34")) == "gunning-1989"
    shown = json.loads(ok(run("source", "show", "review.xml", "gunning-1989", "--json")))
    assert shown == {**item, "id": "gunning-1989", "volume": "34"}


@pytest.mark.parametrize(
    "content", ["", "{", "[]", "[{}, {}]", '"x"', '{"type": "film"}', '{"type": "book", "titel": "x"}']
)
def test_what_is_no_source_is_refused_and_no_file_made(run, content):
    Path("item.json").write_text(content, encoding="utf-8")
    before = files()
    code, out, said = run("source", "add", "review.xml", "--from-json", "item.json", "--title", "x")
    assert (code != 0, out, "Traceback" in said) == (True, "", False)
    assert files() == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("claim", "add", "review.xml", "a real engine", "--locator", "page:1"),
        ("claim", "add", "review.xml", "a real engine", "--supports", "a", "--disputes", "b"),
        ("claim", "add", "review.xml", "a real engine", "--kind", "funny"),
        ("claim", "add", "review.xml", "a real engine", "--supports", "a", "--locator", "pages:1"),
        ("claim", "add", "review.xml"),
        ("source", "add", "review.xml", "--title", "x"),
        ("source", "add", "review.xml", "--type", "book", "--issued", "1927-13"),
        ("source", "add", "review.xml", "--type", "motion_picture", "--runtime", "long"),
        ("source", "add", "review.xml", "--type", "book", "--author", " "),
        ("note", "add", "review.xml", "a real engine"),
        ("note", "add", "review.xml", "a real engine", "--body", "x", "--occurrence", "0"),
        ("mention", "add", "review.xml", "a real engine"),
        ("evidence", "add", "review.xml", "c-000000", "--source", "a"),
    ],
)
def test_a_command_line_that_makes_no_sense_is_misuse_and_changes_no_file(run, arguments):
    before = files()
    assert run(*arguments)[:2] == (2, "")
    assert files() == before


@pytest.mark.parametrize("noun", ["source", "claim", "note", "mention"])
def test_an_unknown_id_and_a_text_that_is_not_there_are_findings(run, noun):
    for action in ("show", "remove"):
        code, out, said = run(noun, action, "review.xml", "x-000000")
        assert (code, out, "help: " in said) == (1, "", True)
    code, _, said = run(noun, "list", "reveiw.xml")
    assert (code, said.startswith("reveiw.xml:1:1: error F101")) == (1, True)


def test_a_folder_that_cannot_be_written_is_a_failure_that_says_so(run):
    code, out, said = run(
        "note", "add", "review.xml", "a real engine", "--body", "x", "--annotations", "no/folder.json"
    )
    assert (code, out) == (3, "")
    assert "F301" in said


def test_terminal_codes_in_annotations_do_not_reach_the_terminal(run):
    ok(run("note", "add", "review.xml", "a real engine", "--body", "a\tb\u202ec\u009b31m"))
    for answer in (run("note", "list", "review.xml"), run("note", "show", "review.xml", notes()[0]["id"])):
        assert not {"\u202e", "\u009b"} & set(answer[1])


def notes():
    return json.loads(Path("review.annotations.json").read_text(encoding="utf-8"))["notes"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Mordaunt Hall", {"family": "Hall", "given": "Mordaunt"}),
        ("Hall, Mordaunt", {"family": "Hall", "given": "Mordaunt"}),
        ("Ludwig van Beethoven", {"family": "van Beethoven", "given": "Ludwig"}),
        ("Martin Luther King Jr.", {"family": "King", "given": "Martin Luther", "suffix": "Jr."}),
        ("King, Martin Luther, Jr.", {"family": "King", "given": "Martin Luther", "suffix": "Jr."}),
        ("{Library of Congress}", {"literal": "Library of Congress"}),
        ("Voltaire", {"literal": "Voltaire"}),
        ("de Sica, Vittorio", {"family": "de Sica", "given": "Vittorio"}),
    ],
)
def test_a_name_is_typed_as_people_write_it(typed, found):
    assert types.name(typed) == found


@pytest.mark.parametrize(("typed", "parts"), [("1927", [1927]), ("1927-02", [1927, 2]), ("1927-02-08", [1927, 2, 8])])
def test_a_date_is_as_exact_as_it_was_typed(typed, parts):
    assert types.csl_date(typed) == {"date-parts": [parts]}


@pytest.mark.parametrize(("typed", "seconds"), [("1:18:52", 4732), ("79", 4740), ("79 min", 4740), ("0:00:50", 50)])
def test_a_running_time_is_seconds(typed, seconds):
    assert types.runtime(typed) == seconds


@pytest.mark.parametrize(
    ("convert", "typed"),
    [
        (types.csl_date, "1927-02-30"),
        (types.csl_date, "27"),
        (types.csl_date, "0000"),
        (types.csl_date, "١٩٢٧"),
        (types.runtime, "0"),
        (types.runtime, "1:99:00"),
        (types.locator, "page"),
        (types.locator, "page:"),
        (types.locator, "pgae:1"),
        (types.name, ", Mordaunt"),
        (types.name, "{}"),
    ],
)
def test_what_is_no_date_time_place_or_name_is_misuse(convert, typed):
    with pytest.raises(click.BadParameter):
        convert(typed)


def test_a_locator_keeps_the_colons_of_a_time_code():
    assert types.locator("timestamp:00:43:12") == Locator("timestamp", "00:43:12")


def test_the_words_for_sources_and_locators_are_those_of_the_schema():
    definitions = json.loads(resource_text("schemas/annotations.schema.json"))["$defs"]
    assert tuple(definitions["source"]["properties"]["type"]["enum"]) == SOURCE_TYPES
    assert tuple(definitions["locator"]["properties"]["label"]["enum"]) == LOCATOR_LABELS


@pytest.mark.parametrize("source_type", SOURCE_TYPES)
def test_every_kind_of_source_can_be_added(run, source_type):
    everything = ("--title", "T", "--author", "A B", "--editor", "C D", "--publisher", "P", "--publisher-place", "Q")
    more = ("--url", "https://example.org/", "--doi", "10.1/x", "--isbn", "1", "--volume", "2", "--issue", "3")
    rest = ("--page", "4", "--language", "en", "--accessed", "2026-11-20", "--container-title", "E")
    ok(run("source", "add", "review.xml", "--type", source_type, *everything, *more, *rest))
    schema = json.loads(resource_text("schemas/annotations.schema.json"))
    held = json.loads(Path("review.annotations.json").read_text(encoding="utf-8"))
    assert jsonschema_rs.is_valid(schema, held)


@pytest.mark.parametrize("noun", NOUNS)
def test_every_command_has_a_line_of_help_and_an_example(noun):
    group = cli.get_command(click.Context(cli), noun)
    assert isinstance(group, click.Group)
    assert group.get_short_help_str(200).rstrip(".") == COMMANDS[noun].rstrip(".")
    for name, command in group.commands.items():
        assert command.help
        assert f"annotate {noun} {name} review.xml" in (command.epilog or "")
