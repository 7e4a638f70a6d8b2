"""Running `annotate validate`: which files, which findings, in which form, put right, watched, by many processes."""

from __future__ import annotations

import json
import os
import shutil
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate import report, sarif
from annotate.api import watching
from annotate.api.catalogue import catalogue
from annotate.api.fix import fix
from annotate.api.validate import validate
from annotate.check.suppress import Selection
from annotate.diagnostics import Finding, Severity
from tests.surroundings import SAMPLES

NAME = "general-review"
UNUSED = {"id": "never-used", "type": "book", "title": "Never Used"}


@pytest.fixture(scope="module")
def parsed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from annotate.cli.main import run

    folder = tmp_path_factory.mktemp("parsed")
    assert run(["parse", str(SAMPLES / f"{NAME}.txt"), "-o", str(folder / f"{NAME}.xml")]) == 0
    shutil.copy(SAMPLES / f"{NAME}.annotations.json", folder)
    return folder


@pytest.fixture
def project(parsed: Path, tmp_path: Path) -> Path:
    """A folder with a text and its annotations, of which one source is not used."""
    folder = tmp_path / "weekly"
    shutil.copytree(parsed, folder)
    changed(folder / f"{NAME}.annotations.json", lambda value: value["sources"].append(UNUSED))
    return folder


def changed(path: Path, change, indent: int | None = 2) -> Path:
    value = json.loads(path.read_text(encoding="utf-8"))
    change(value)
    path.write_text(json.dumps(value, ensure_ascii=False, indent=indent) + "\n", encoding="utf-8")
    return path


def settings(folder: Path, text: str) -> Path:
    path = folder / "annotate.toml"
    path.write_text(text, encoding="utf-8")
    return path


def codes(*paths: Path, **options: Any) -> list[str]:
    return [finding.code for finding in validate(paths, **options).findings]


# --- which findings


@pytest.mark.parametrize(
    ("select", "ignore", "reported"),
    [((), (), True), (("S",), (), True), (("C",), (), False), ((), ("S1",), False), (("S150",), ("S",), True)],
)
def test_findings_are_selected_and_ignored_by_code_and_the_longer_decides(
    select: tuple[str, ...], ignore: tuple[str, ...], reported: bool, project: Path
) -> None:
    found = codes(project, selection=Selection(select, ignore))
    assert ("S150" in found) is reported
    assert all(code.startswith("S") for code in found) or not select or select == ("C",)


def test_codes_may_be_given_with_commas_and_unknown_ones_are_refused(project: Path, annotate) -> None:
    _, out, _ = annotate("validate", project, "--select", "s150,C103", code=0)
    assert {line.split()[2] for line in out.splitlines() if ": warning " in line} == {"S150"}
    _, _, err = annotate("validate", project, "--ignore", "Z9", code=2)
    assert "Z9" in err


def test_a_project_says_what_is_reported_and_when_a_run_fails(project: Path, annotate) -> None:
    annotate("validate", project, "--select", "S150", code=0)
    settings(project, '[check]\nselect = ["S150"]\nfail-from = "warning"\n')
    _, out, _ = annotate("validate", project, code=1)
    assert "1 warning in 1 file" in out
    annotate("validate", project, "--severity", "error", code=0)
    settings(project, '[check.severity]\nS = "note"\nS150 = "error"\n')
    _, out, _ = annotate("validate", project, code=1)
    assert " error S150 " in out


@pytest.mark.parametrize(
    "which",
    [
        "",
        'file = "general-review.annotations.json"',
        'file = "*.json"',
        'record = "never-used"',
        'where = "never-used"',
        'file = "general-*"\nrecord = "never-used"\nwhere = "source"',
    ],
)
def test_what_is_suppressed_with_a_reason_is_not_reported(which: str, project: Path) -> None:
    settings(project, f'[[suppress]]\ncode = "S150"\nreason = "for the introduction"\n{which}\n')
    assert not {"S150", "F167"} & set(codes(project))


@pytest.mark.parametrize("which", ['file = "essay*"', 'record = "e-000000"', 'where = "Jupiter"'])
def test_a_suppression_that_suppresses_nothing_is_a_finding_at_its_place(which: str, project: Path) -> None:
    path = settings(project, f'\n[[suppress]]\nreason = "long gone"\n  code = "S150"\n{which}\n')
    found = [finding for finding in validate([project]).findings if finding.code in {"S150", "F167"}]
    assert [finding.code for finding in found] == ["F167", "S150"]
    assert (found[0].path, found[0].line, found[0].column) == (str(path), 4, 10)


def test_a_suppression_is_not_called_useless_where_its_files_were_not_looked_at(project: Path) -> None:
    settings(project, '[[suppress]]\ncode = "C999"\nreason = "x"\n'.replace("C999", "C103"))
    assert "F167" not in codes(project / f"{NAME}.annotations.json")
    assert "F167" in codes(project)
    assert "F167" not in codes(project, selection=Selection(("S",)))


def test_refused_settings_are_reported_once_and_nothing_of_them_is_used(project: Path) -> None:
    settings(project, '[check]\nignore = ["S", "F"]\nselcet = ["C"]\n')
    found = codes(project)
    assert found.count("F162") == 1
    assert "S150" in found


def test_the_words_of_a_project_are_allowed_in_its_annotations(project: Path, annotate) -> None:
    changed(project / f"{NAME}.annotations.json", lambda value: value["claims"][0].update(kind="historical"))
    assert "F314" in codes(project)
    settings(project, '[vocabulary]\nclaim-kind = ["historical"]\n')
    assert "F314" not in codes(project)
    _, out, _ = annotate("claim", "list", project / f"{NAME}.xml", "--kind", "historical", code=0)
    assert "historical" in out
    _, _, err = annotate("claim", "list", project / f"{NAME}.xml", "--kind", "historic", code=2)
    assert "historic" in err
    annotate("render", project / f"{NAME}.xml", "--to", "html", code=0)


# --- which files


def test_patterns_mean_the_files_they_fit(project: Path, annotate, monkeypatch) -> None:
    monkeypatch.chdir(project.parent)
    (project / "loop").symlink_to(project)
    (project / "again").symlink_to(project.parent)
    (project / ".hidden.annotations.json").write_text("{}")
    both = {f"weekly/{NAME}.xml", f"weekly/{NAME}.annotations.json"}
    for pattern, meant in {"**/*.json": both - {f"weekly/{NAME}.xml"}, "weekl?": both, "w*/*": both}.items():
        assert {str(path) for path in validate([Path(pattern)]).files} == meant, pattern
    _, out, _ = annotate("validate", "review/**/*.xml", code=1)
    assert "review/**/*.xml:1:1: error F166 " in out
    for odd in ("**a**/b[", "/nowhere/*", "[!", "a\x00*"):
        assert codes(Path(odd)) == ["F166"], odd


def test_a_folder_whose_links_go_round_is_walked_once(project: Path) -> None:
    for number in range(4):
        (project / f"round{number}").symlink_to(project)
    (project / "self.xml").symlink_to(project / "self.xml")
    assert len(validate([project]).files) == 3
    assert "F103" in codes(project)


def test_pipes_and_devices_are_not_read_for_a_file_that_names_them(project: Path) -> None:
    os.mkfifo(project / "pipe.annotations.json")
    os.mkfifo(project / "pipe.xml")
    path = project / f"{NAME}.annotations.json"
    (project / f"{NAME}.xml").unlink()
    for named in ("pipe.xml", "/dev/zero"):
        changed(path, lambda value, named=named: value["text"].update(file=named))
        assert "F338" in codes(project)
    link = {"id": "l-000000", "from": "pipe.annotations.json#c-000000", "relation": "restates", "to": "c-000000"}
    changed(path, lambda value: value.update(links=[link]))
    assert {"F338", "N157"} <= set(codes(project))


def test_standard_input_stands_for_the_file_it_is_named_after(project: Path, annotate, misuse, monkeypatch) -> None:
    path = project / f"{NAME}.annotations.json"
    data = path.read_bytes()
    settings(project, '[check]\nselect = ["S150"]\n')
    path.unlink()
    monkeypatch.setattr(sys, "stdin", type("Stdin", (), {"buffer": BytesIO(data)})())
    _, out, _ = annotate("validate", "-", "--name", path, code=0)
    assert out.startswith(f"{path}:")
    assert "1 warning in 1 file" in out
    assert "give “-” as PATH" in misuse("validate", project, "--name", path)
    assert "neither be watched nor put right" in misuse("validate", "-", "--fix")


@pytest.mark.parametrize("jobs", [2, 5])
def test_many_processes_find_the_same_in_the_same_order(jobs: int, project: Path) -> None:
    for number in range(6):
        copy = project.parent / f"copy{number}"
        shutil.copytree(project, copy)
    (project.parent / "copy3" / f"{NAME}.xml").write_text("<broken")
    (project.parent / "copy4" / f"{NAME}.annotations.json").write_text("[")
    alone = validate([project.parent])
    assert len(alone.findings) > 10
    assert validate([project.parent], jobs=jobs) == alone


# --- in which form


def test_sarif_names_rules_places_and_records(project: Path, monkeypatch, annotate) -> None:
    monkeypatch.chdir(project.parent)
    project.rename("a b é")
    _, out, _ = annotate("validate", "a b é", "--format", "sarif", code=0)
    log = json.loads(out)
    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)
    run = log["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted({result["ruleId"] for result in run["results"]})
    (result,) = (result for result in run["results"] if result["ruleId"] == "S150")
    assert rules[result["ruleIndex"]]["id"] == "S150"
    assert result["level"] == "warning"
    assert "never-used" in result["message"]["text"]
    (place,) = result["locations"]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == f"a%20b%20%C3%A9/{NAME}.annotations.json"
    assert place["physicalLocation"]["region"]["startLine"] > 1
    assert place["logicalLocations"] == [{"name": "never-used", "kind": "object"}]


PRINTABLE = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=20)
FINDINGS = st.lists(
    st.builds(
        Finding,
        path=PRINTABLE,
        line=st.integers(1, 9999),
        column=st.integers(1, 9999),
        severity=st.sampled_from(Severity),
        code=st.sampled_from([rule.code for rule in catalogue()]),
        sentence=PRINTABLE | st.just("50% of a::b, c\r\n::error::"),
        help=PRINTABLE,
    ),
    max_size=5,
)


@given(FINDINGS)
def test_every_finding_is_one_result_of_sarif_and_one_command_of_github(findings: list[Finding]) -> None:
    log = json.loads(sarif.as_sarif(findings, {rule.code: rule for rule in catalogue()}, "1.0.0"))
    run = log["runs"][0]
    assert [result["ruleId"] for result in run["results"]] == [finding.code for finding in findings]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in {"note", "warning", "error"}
        assert " " not in result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    lines = report.as_github(findings).split("\n")
    assert len(lines) == len(findings) + 1
    for finding, line in zip(findings, lines, strict=False):
        values, _, message = line[2:].partition("::")
        name, _, properties = values.partition(" ")
        assert name == {"note": "notice"}.get(finding.severity.label, finding.severity.label)
        told = dict(item.split("=", 1) for item in properties.split(","))
        back = told["file"].replace("%3A", ":").replace("%2C", ",").replace("%0A", "\n").replace("%0D", "\r")
        assert back.replace("%25", "%") == finding.path
        assert (told["line"], told["col"], told["title"]) == (str(finding.line), str(finding.column), finding.code)
        assert "\r" not in message


# --- put right


def test_what_is_safe_is_put_right_told_and_can_be_taken_back(project: Path, annotate) -> None:
    path = project / f"{NAME}.annotations.json"

    def disturb(value: dict[str, Any]) -> None:
        value["claims"].reverse()
        claim = value["claims"][0]
        claim["target"].update(start=claim["target"]["start"] + 7, end=claim["target"]["end"] + 7)
        value["notes"][0] = dict(reversed(value["notes"][0].items()))

    changed(path, disturb, indent=1)
    before = path.read_bytes()
    _, _, err = annotate("validate", project, "--fix", code=0)
    for told in ("sorted by id: ", "claims", "fields put in their order", "white space", "1 positions brought up"):
        assert told in err
    fixed = path.read_bytes()
    assert json.loads(fixed)["claims"][-1]["target"]["exact"] in before.decode()
    assert list(fix([project])) == []
    assert path.read_bytes() == fixed
    annotate("undo", project / f"{NAME}.xml", code=0)
    assert path.read_bytes() == before


def test_annotations_that_all_have_a_certain_place_follow_their_text(project: Path) -> None:
    text = project / f"{NAME}.xml"
    data = text.read_text(encoding="utf-8")
    at = data.index(">", data.index("<body")) + 1
    text.write_text(data[:at] + "<p>A new beginning, written by hand.</p>" + data[at:], encoding="utf-8")
    path = project / f"{NAME}.annotations.json"
    before = json.loads(path.read_bytes())
    resolved = {code for code in codes(project) if code in {"A150", "A151", "A152", "A153", "A155"}}
    done = list(fix([project]))
    after = json.loads(path.read_bytes())
    carried = any("carried" in told for one in done for told in one.told)
    assert carried is (resolved <= {"A150"})
    assert (after["text"] != before["text"]) is carried


@pytest.mark.parametrize(
    "spoil",
    [
        lambda value: value.update(clam=[]),
        lambda value: value["claims"].append(value["claims"][0]),
        lambda value: value["notes"][0].update(kind="remark"),
        lambda value: value["notes"][0].update(id=value["notes"][1]["id"]),
    ],
    ids=["unknown section", "a claim twice", "unknown kind", "an id twice"],
)
def test_a_file_with_errors_of_another_kind_is_not_touched(spoil, project: Path) -> None:
    path = changed(project / f"{NAME}.annotations.json", lambda value: value["claims"].reverse())
    changed(path, spoil)
    before = path.read_bytes()
    assert list(fix([project])) == []
    assert path.read_bytes() == before


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"format": 1, "format": 1}', b"\xff\xfe{\x00"])
def test_what_is_no_annotation_file_is_not_touched(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.annotations.json"
    path.write_bytes(data)
    assert list(fix([tmp_path, tmp_path / "lost.json", path])) == []
    assert path.read_bytes() == data


def test_windows_line_ends_stay(project: Path) -> None:
    path = project / f"{NAME}.annotations.json"
    changed(path, lambda value: value["claims"].reverse())
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    (done,) = fix([project])
    assert done.told[0].startswith("sorted by id")
    assert not any("white space" in told for told in done.told)
    data = path.read_bytes()
    assert data.count(b"\r\n") == data.count(b"\n")


# --- watched


def test_a_change_of_text_annotations_or_settings_is_told(project: Path) -> None:
    path = project / f"{NAME}.annotations.json"
    steps = iter(
        [
            lambda: None,
            lambda: path.write_bytes(path.read_bytes() + b" "),
            lambda: settings(project, ""),
            (project / f"{NAME}.xml").unlink,
        ]
    )
    waited: list[float] = []

    def pause(seconds: float) -> None:
        waited.append(seconds)
        next(steps)()

    changes = watching.rounds([path], pause)
    assert [next(changes) for _ in range(4)] == [1, 2, 3, 4]
    assert waited == [watching.SECONDS_BETWEEN_LOOKS] * 4


def test_watching_prints_anew_after_each_change(project: Path, annotate, monkeypatch) -> None:
    path = project / f"{NAME}.annotations.json"
    steps = iter([lambda: changed(path, lambda value: value["sources"].pop())])

    def pause(_: float) -> None:
        next(steps, interrupt)()

    monkeypatch.setattr(watching.rounds, "__defaults__", (pause,))
    _, out, err = annotate("validate", path, "--select", "S150", "--watch", code=130)
    assert out.count("S150") == 1
    assert err.splitlines()[-3:] == ["--- change 1", "clean: 1 file checked", ""]


def interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def test_ctrl_c_ends_watching_without_a_word(project: Path, annotate, monkeypatch) -> None:
    monkeypatch.setattr(watching.rounds, "__defaults__", (interrupt,))
    _, _, err = annotate("validate", project, "--select", "S150", "--watch", code=130)
    assert err == "checking again whenever a file changes; Ctrl-C ends it\n\n"
