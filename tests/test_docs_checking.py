"""The worked example of `docs/checking.md` works as it stands there."""

from __future__ import annotations

import re
import shlex

from tests.surroundings import ROOT

PAGE = (ROOT / "docs" / "checking.md").read_text("utf-8")
FENCES = re.compile(r"^```(text|console) ?(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
QUIET = {"parse"}  # commands whose output the page does not show


def test_the_example_works_line_by_line_and_prints_what_is_shown(tmp_path, monkeypatch, annotate):
    monkeypatch.chdir(tmp_path)
    for kind, name, content in FENCES.findall(PAGE):
        if kind == "text":
            (tmp_path / name).write_text(content, "utf-8")
            continue
        for command, told in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", content, re.MULTILINE):
            _, *arguments = shlex.split(command)
            code, out, err = annotate(*arguments)
            assert code == (1 if " error " in told or "F167" in told else 0), command
            if arguments[0] not in QUIET:
                shown = [line for line in (out + err).splitlines() if not line.startswith("new person")]
                assert shown == told.splitlines(), command
