"""`annotate validate` and `annotate explain`: what a person sees of texts and annotations that are not in order."""

from __future__ import annotations

import json
import re
import shutil
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from annotate.api.catalogue import catalogue
from annotate.api.validate import validate
from annotate.cli.explain import explain

SAMPLES = Path(__file__).parent.parent / "samples"
SUITE = Path(__file__).parent.parent.parent / "shared" / "suites"
NAME = "general-review"


@pytest.fixture
def folder(tmp_path: Path, annotate) -> Path:
    """A folder with a text and its annotations, both in order as far as errors go."""
    annotate("parse", SAMPLES / f"{NAME}.txt", "-o", tmp_path / f"{NAME}.xml")
    shutil.copy(SAMPLES / f"{NAME}.annotations.json", tmp_path)
    return tmp_path


def changed(path: Path, change) -> Path:
    """Change the JSON of a file in place."""
    value = json.loads(path.read_text(encoding="utf-8"))
    change(value)
    path.write_text(json.dumps(value, ensure_ascii=False, indent=2), encoding="utf-8")
    return path


def codes(*paths: Path) -> list[str]:
    return [finding.code for finding in validate(paths).findings if finding.severity.label == "error"]


def test_a_finding_shows_place_code_sentence_and_help_and_a_line_counts_them(folder: Path, annotate) -> None:
    def undo(value: dict[str, Any]) -> None:
        for claim in value["claims"]:
            if claim["status"] == "supported":
                claim["evidence"] = [item for item in claim["evidence"] if item["relation"] != "supports"]

    path = changed(folder / f"{NAME}.annotations.json", undo)
    _, out, _ = annotate("validate", path, code=1)
    place = re.search(r'annotations\.json:(\d+):(\d+): error C103 claim (\S+) is "supported" but has no', out)
    assert place
    line = path.read_text(encoding="utf-8").splitlines()[int(place[1]) - 1]
    assert line[int(place[2]) - 1 :].startswith('"supported"')
    assert '\n  help: add evidence with relation "supports"' in out
    assert re.search(r"^\d+ errors, .* in 1 file$", out.splitlines()[-1])


def test_a_text_is_checked_with_every_annotation_file_beside_it(folder: Path) -> None:
    shutil.copy(folder / f"{NAME}.annotations.json", folder / f"{NAME}.second.annotations.json")
    checked = validate([folder / f"{NAME}.xml"])
    names = {path.name for path in checked.files}
    assert names == {f"{NAME}.xml", f"{NAME}.annotations.json", f"{NAME}.second.annotations.json"}
    assert codes(folder / f"{NAME}.xml") == []


def test_annotations_alone_find_their_text(folder: Path) -> None:
    path = changed(
        folder / f"{NAME}.annotations.json",
        lambda value: value["notes"][0]["target"].update(exact="words that stand nowhere", start=0, end=24),
    )
    assert set(codes(path)) & {"A152", "A155"}


def test_annotations_without_their_text_say_so(folder: Path) -> None:
    (folder / f"{NAME}.xml").unlink()
    assert codes(folder / f"{NAME}.annotations.json") == ["F338"]


def test_annotations_of_another_text_are_named(folder: Path) -> None:
    (folder / f"{NAME}.xml").rename(folder / "essay.xml")
    (folder / f"{NAME}.annotations.json").rename(folder / "essay.annotations.json")
    assert codes(folder) == ["F331"]


def test_a_folder_is_searched_and_what_is_not_ours_is_left_alone(folder: Path, tmp_path: Path) -> None:
    below = tmp_path / "below"
    below.mkdir()
    for path in list(folder.glob(f"{NAME}.*")):
        shutil.move(path, below)
    (tmp_path / ".hidden.xml").write_text("<broken")
    (tmp_path / "feed.xml").write_text("<rss/>")
    (tmp_path / "package.json").write_text("{}")
    (tmp_path / "notes.txt").write_text("Anything.")
    checked = validate([tmp_path])
    assert {path.name for path in checked.files} == {f"{NAME}.xml", f"{NAME}.annotations.json"}


def test_nothing_to_validate_is_a_finding(tmp_path: Path, annotate) -> None:
    _, out, _ = annotate("validate", tmp_path, code=1)
    assert "F336" in out


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.xml", b"", "F104"),
        ("a.xml", b"<TEI", "F121"),
        ("a.xml", b"<html/>", "F122"),
        ("a.xml", b'<!DOCTYPE TEI [<!ENTITY a "b">]><TEI xmlns="http://www.tei-c.org/ns/1.0">&a;</TEI>', "F123"),
        ("a.xml", b"\x89PNG\r\n\x1a\n", "F122"),
        ("a.txt", b"A plain text.", "F337"),
        ("a.annotations.json", b"", "F201"),
        ("a.annotations.json", b'{"format": 1, "format": 1}', "F205"),
        ("a.annotations.json", b'{"format": 99}', "F310"),
        ("a.annotations.json", b"[]", "F311"),
        ("a", b'{"format": 1}', "F313"),
        ("a.json", b"nonsense", "F204"),
    ],
)
def test_bad_files_are_findings_and_no_traceback(
    name: str, content: bytes, code: str, tmp_path: Path, annotate
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    _, out, _ = annotate("validate", path, code=1)
    assert f" {code} " in out
    assert path.read_bytes() == content


def test_missing_and_unreadable_files_are_findings(tmp_path: Path, annotate) -> None:
    (tmp_path / "folder.xml").mkdir()
    _, out, _ = annotate("validate", tmp_path / "lost.xml", tmp_path / "lost.annotations.json", code=1)
    assert out.count("F101") == 2


def test_standard_input_is_told_by_its_content(folder: Path, annotate, monkeypatch) -> None:
    monkeypatch.chdir(folder)
    data = Path(f"{NAME}.annotations.json").read_bytes()
    monkeypatch.setattr(sys, "stdin", type("Stdin", (), {"buffer": BytesIO(data)})())
    annotate("validate", "-", code=0)
    monkeypatch.setattr(sys, "stdin", type("Stdin", (), {"buffer": BytesIO(b"<TEI/>")})())
    _, out, _ = annotate("validate", "-", code=1)
    assert "-:1:1: error F122" in out


def test_the_failing_severity_decides_the_exit_code(folder: Path, annotate) -> None:
    path = changed(
        folder / f"{NAME}.annotations.json",
        lambda value: value["sources"].append({"id": "never-used", "type": "book", "title": "Never Used"}),
    )
    _, out, _ = annotate("validate", path, code=0)
    assert "S150" in out
    annotate("validate", path, "--severity", "warning", code=1)


def test_findings_come_as_json_for_programs(folder: Path, annotate) -> None:
    path = changed(folder / f"{NAME}.annotations.json", lambda value: value["notes"][0].update(body=""))
    _, out, _ = annotate("validate", path, "--format", "json", code=1)
    listed = [item for item in json.loads(out) if item["code"] == "N150"]
    assert [set(item) for item in listed] == [{"path", "line", "column", "severity", "code", "sentence", "help"}]


def test_a_text_and_annotations_in_order_are_called_clean(tmp_path: Path, annotate) -> None:
    source = tmp_path / "talk.txt"
    source.write_text("A Short Talk\n\nThe film was made in 1922 by people who had never made one before.\n")
    annotate("parse", source, "-o", tmp_path / "talk.xml", code=0)
    annotate("note", "add", tmp_path / "talk.xml", "made in 1922", "--kind", "gloss", "--body", "In Wismar.", code=0)
    _, out, err = annotate("validate", tmp_path, code=0)
    assert out == ""
    assert err == "clean: 2 files checked\n"


def test_a_text_changed_by_hand_is_noted_and_its_anchors_are_checked_anew(folder: Path, annotate) -> None:
    text = folder / f"{NAME}.xml"
    data = text.read_text(encoding="utf-8")
    at = data.index("<body>")
    text.write_text(
        data[:at] + data[at:].replace(">", "><p>A new beginning, written by hand.</p>", 1), encoding="utf-8"
    )
    _, out, _ = annotate("validate", text)
    assert f"{NAME}.xml:" in out
    assert " note T211 " in out
    assert " warning A150 " in out


def test_links_are_followed_into_other_files(folder: Path) -> None:
    other = shutil.copy(folder / f"{NAME}.annotations.json", folder / f"{NAME}.second.annotations.json")
    there = json.loads(Path(other).read_text(encoding="utf-8"))["claims"][0]["id"]
    file = Path(other).name

    def link(value: dict[str, Any]) -> None:
        ends = (f"{file}#{there}", f"{file}#c-zzzzzz", "lost.annotations.json#c-zzzzzz")
        value["links"] = [
            {"id": f"l-00000{number}", "from": value["claims"][1]["id"], "relation": "restates", "to": end}
            for number, end in enumerate(ends)
        ]

    path = changed(folder / f"{NAME}.annotations.json", link)
    found = [finding.code for finding in validate([path]).findings if finding.code in {"N156", "N157"}]
    assert found == ["N156", "N157"]


def test_the_same_files_give_the_same_findings(folder: Path) -> None:
    changed(folder / f"{NAME}.annotations.json", lambda value: value.pop("sources"))
    assert validate([folder]) == validate([folder])


@pytest.mark.skipif(not SUITE.is_dir(), reason="the test suites of others are not here")
def test_json_of_any_kind_is_a_finding_each(tmp_path: Path) -> None:
    for path in sorted((SUITE / "json" / "test_parsing").iterdir()):
        file = tmp_path / "x.annotations.json"
        file.write_bytes(path.read_bytes())
        findings = validate([file]).findings
        assert findings, path.name
        assert all(finding.line >= 1 and finding.column >= 1 for finding in findings)


@pytest.mark.skipif(not SUITE.is_dir(), reason="the test suites of others are not here")
def test_xml_that_is_hostile_or_ill_formed_is_a_finding_each(tmp_path: Path) -> None:
    suite = SUITE / "xml"
    files = [path for path in sorted(suite.rglob("*.xml")) if "out" not in path.parts]
    assert files
    for path in files:
        file = tmp_path / "x.xml"
        file.write_bytes(path.read_bytes())
        findings = validate([file]).findings
        assert all(finding.line >= 1 and finding.column >= 1 for finding in findings)
        # None of them is TEI, so that each has one finding at least.
        assert any(finding.severity.label == "error" for finding in findings), path.relative_to(suite)


@pytest.mark.skipif(not SUITE.is_dir(), reason="the test suites of others are not here")
def test_tei_of_others_is_not_held_to_our_grammar() -> None:
    for path in sorted((SUITE / "tei" / "valid").glob("*.xml")):
        assert codes(path) == [], path.name


def test_every_code_is_explained_with_its_examples(annotate) -> None:
    _, listed, _ = annotate("explain", code=0)
    assert [line.split()[0] for line in listed.splitlines()] == [rule.code for rule in catalogue()]
    for rule in catalogue():
        _, out, _ = annotate("explain", rule.code.lower(), code=0)
        assert rule.title in out
        assert rule.severity.label in out
        assert not rule.good or rule.good.splitlines()[0] in out


def test_an_unknown_code_is_refused_with_the_nearest(annotate) -> None:
    _, _, err = annotate("explain", "C1003", code=2)
    assert "C103" in err


def test_an_explanation_shows_what_differs_from_case_to_case_in_capitals(annotate) -> None:
    _, out, _ = annotate("explain", "C103", code=0)
    assert 'claim ID is "supported" but has no supporting evidence' in out
    assert explain.help


def test_codes_stand_in_order_and_once() -> None:
    found = [rule.code for rule in catalogue()]
    assert found == sorted(set(found))
