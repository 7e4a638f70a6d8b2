"""The worked example of `docs/merging.md` works as it stands there, with a real git."""

from __future__ import annotations

import shutil

import pytest

from tests.surroundings import ROOT
from tests.worked_examples import run_fences

SIGNED = ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL")


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not at hand")
def test_the_example_works_line_by_line_and_prints_what_is_shown(tmp_path, monkeypatch, annotate):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for name in SIGNED:
        monkeypatch.setenv(name, "ben")
    run_fences(ROOT / "docs" / "merging.md", tmp_path, annotate, monkeypatch)
