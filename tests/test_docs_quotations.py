"""The worked example of `docs/quotations.md` works as it stands there."""

import re
import shlex

from tests.surroundings import ROOT

PAGE = (ROOT / "docs" / "quotations.md").read_text("utf-8")
FENCES = re.compile(r"^```(text|console) ?(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_the_example_works_line_by_line_and_prints_what_is_shown(tmp_path, monkeypatch, annotate):
    monkeypatch.chdir(tmp_path)
    for kind, name, content in FENCES.findall(PAGE):
        if kind == "text":
            (tmp_path / name).write_text(content, "utf-8")
            continue
        for command, shown in re.findall(r"^\$ annotate (.*)\n((?:(?!\$ ).*\n)*)", content, re.MULTILINE):
            code, out, _ = annotate(*shlex.split(command))
            assert [line.rstrip() for line in out.splitlines()] == shown.splitlines(), command
            assert code == (": error " in shown), command
