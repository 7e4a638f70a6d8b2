"""`annotate schema` and `$schema`: what an editor is given to complete and explain the files that people write."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import jsonschema
import jsonschema_rs
import pytest
import yaml

from annotate.api.schemas import SCHEMAS, schema_for
from annotate.model.annotation import SCHEMA_URL, Annotations, TextReference
from annotate.model.library import Library
from annotate.model.settings import SETTINGS_URL
from annotate.write.annotations import write_annotations
from tests.surroundings import ROOT, SAMPLES

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_schema_is_printed_whole(name: str, annotate, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    _, out, err = annotate("schema", name, code=0)
    jsonschema.Draft202012Validator.check_schema(json.loads(out))
    assert err == ""
    assert out == schema_for(name, tmp_path)


def test_our_samples_and_files_fit_what_is_printed(tmp_path: Path) -> None:
    annotations = jsonschema_rs.Draft202012Validator(json.loads(schema_for("annotations", tmp_path)))
    for path in SAMPLES.glob("*.annotations.json"):
        assert annotations.is_valid(json.loads(path.read_bytes()))
    library = jsonschema_rs.Draft202012Validator(json.loads(schema_for("library", tmp_path)))
    assert library.is_valid(Library().to_json())
    assert not library.is_valid({"format": 1, "claims": []})
    assert json.loads(schema_for("settings", tmp_path))["$id"] == SETTINGS_URL


def test_the_words_of_a_project_are_in_its_schema(tmp_path: Path, annotate) -> None:
    (tmp_path / "annotate.toml").write_text('[vocabulary]\nnote-kind = ["translation"]\n')
    _, out, _ = annotate("schema", "annotations", "--for", tmp_path, code=0)
    assert json.loads(out)["$defs"]["note"]["properties"]["kind"]["enum"][-1] == "translation"
    (tmp_path / "annotate.toml").write_text("[vocabulary")
    _, _, err = annotate("schema", "annotations", "--for", tmp_path, code=1)
    assert "F161" in err


def test_every_file_names_its_schema_and_keeps_the_one_a_person_named() -> None:
    new = Annotations(TextReference("a.xml", "0" * 64))
    assert json.loads(write_annotations(new))["$schema"] == SCHEMA_URL
    own = {**new.to_json(), "$schema": "../annotations.schema.json"}
    assert Annotations.from_json(own).to_json() == own
    library = {**Library().to_json(), "$schema": "../library.schema.json"}
    assert Library.from_json(library).to_json() == library
    assert Library.of(Library.from_json(library).as_annotations()).to_json() == library
    assert Library.of(Library().as_annotations()) == Library()


def test_an_edition_is_set_as_the_project_says(tmp_path: Path, annotate) -> None:
    annotate("parse", SAMPLES / "general-review.txt", "-o", tmp_path / "general-review.xml", code=0)
    (tmp_path / "general-review.annotations.json").write_bytes(
        (SAMPLES / "general-review.annotations.json").read_bytes()
    )
    text = tmp_path / "general-review.xml"
    _, as_mla, _ = annotate("render", text, "--to", "html", "--style", "mla", "-o", "-", code=0)
    _, as_usual, _ = annotate("render", text, "--to", "html", "-o", "-", code=0)
    (tmp_path / "annotate.toml").write_text('[edition]\nstyle = "mla"\n')
    _, as_set, _ = annotate("render", text, "--to", "html", "-o", "-", code=0)
    _, as_asked, _ = annotate("render", text, "--to", "html", "--style", "chicago", "-o", "-", code=0)
    assert (as_set, as_asked) == (as_mla, as_usual)
    assert as_mla != as_usual


def test_the_hooks_run_on_the_files_of_a_commit(tmp_path: Path, annotate) -> None:
    hooks = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_bytes())}
    annotate("parse", SAMPLES / "general-review.txt", "-o", tmp_path / "general-review.xml", code=0)
    file = tmp_path / "general-review.annotations.json"
    value = json.loads((SAMPLES / "general-review.annotations.json").read_bytes())
    value["claims"].reverse()
    file.write_text(json.dumps(value))
    (tmp_path / "notes.md").write_text("Nothing of ours.")
    committed = sorted(path.name for path in tmp_path.iterdir() if not path.name.startswith("."))

    def run(hook: str) -> int:
        program, *arguments = hooks[hook]["entry"].split()
        assert (program, hooks[hook]["language"]) == ("annotate", "python")
        names = [name for name in committed if re.search(hooks[hook]["files"], name)]
        command = [sys.executable, "-m", "annotate", *arguments, *names]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).returncode

    before = file.read_bytes()
    assert run("annotate-fix") == 0
    assert file.read_bytes() != before
    assert run("annotate-validate") == 0
    value["claims"][0]["kind"] = "remark"
    file.write_text(json.dumps(value))
    assert run("annotate-validate") == 1
