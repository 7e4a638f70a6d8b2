"""The worked example of `docs/merging.md` works as it stands there, with a real git."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess

import pytest

from tests.surroundings import ROOT

PAGE = (ROOT / "docs" / "merging.md").read_text("utf-8")
FENCES = re.compile(r"^```(text|console) ?(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SIGNED = ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL")


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not at hand")
def test_the_example_works_line_by_line_and_prints_what_is_shown(tmp_path, monkeypatch, annotate):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for name in SIGNED:
        monkeypatch.setenv(name, "ben")
    for kind, name, content in FENCES.findall(PAGE):
        if kind == "text":
            (tmp_path / name).write_text(content, "utf-8")
            continue
        for command, told in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", content, re.MULTILINE):
            program, *arguments = shlex.split(command)
            shown = told.splitlines()
            if program == "annotate":
                _, out, _ = annotate(*arguments, code=0)
                got = [line.rstrip() for line in out.splitlines()]
                assert len(got) == len(shown), command
                for line, expected in zip(got, shown, strict=True):
                    start, cut, _ = expected.partition("...")
                    assert line.startswith(start) if cut else line == expected, command
            else:
                made = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)
                assert made.returncode == (1 if shown else 0), made.stdout + made.stderr
                assert set(shown) <= set((made.stdout + made.stderr).splitlines()), made.stdout + made.stderr
