"""The worked example of `docs/report.md` works as it stands there."""

import re
import shlex

from tests.surroundings import ROOT

PAGE = (ROOT / "docs" / "report.md").read_text("utf-8")
FENCES = re.compile(r"^```(text|console) ?(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_the_example_prints_what_the_page_shows(tmp_path, monkeypatch, annotate):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    shown_commands = 0
    for kind, name, content in FENCES.findall(PAGE):
        if kind == "text":
            (tmp_path / name).write_text(content, "utf-8")
            continue
        for command, shown in re.findall(r"^\$ annotate (.*)\n((?:(?!\$ ).*\n)*)", content, re.MULTILINE):
            _, out, _ = annotate(*shlex.split(command), code=0)
            assert [line.rstrip() for line in out.splitlines()] == shown.splitlines(), command
            shown_commands += 1
    assert shown_commands > 5
    _, out, _ = annotate("report", "ferry.xml", "--html", "ferry-report.html", code=0)
    assert "ferry-report.html" in PAGE
    assert "The Ferryman’s Clock" in (tmp_path / "ferry-report.html").read_text("utf-8")
