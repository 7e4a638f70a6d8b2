"""The worked example of annotating does what its page says, line by line, and prints what it shows."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys

import pytest

from tests.surroundings import ROOT, SAMPLES

PAGE = ROOT / "docs" / "annotating.md"
ID = re.compile(r"\b[cenmpl]-[0-9a-hjkmnp-tv-z]{6}\b")


def script() -> list[tuple[str, list[str]]]:
    """Return the commands of the page, each with the lines that it is said to print."""
    lines = [line[4:] for line in PAGE.read_text("utf-8").splitlines() if line.startswith("    ")]
    commands: list[tuple[str, list[str]]] = []
    for line in "\n".join(lines).replace("\\\n", " ").splitlines():
        if line.startswith("# "):
            commands[-1][1].append(line[2:])
        else:
            commands.append((line, []))
    return commands


@pytest.mark.skipif(shutil.which("sh") is None, reason="the example is for a shell")
def test_the_worked_example_prints_what_it_says(tmp_path):
    shutil.copy(SAMPLES / "general-review.txt", tmp_path)
    mark = "----- next"
    lines = ["set -eu", f'annotate() {{ "{sys.executable}" -m annotate "$@"; }}']
    for command, _ in script():
        lines += [command, f"echo '{mark}'; echo '{mark}' >&2"]
    ran = subprocess.run(
        ["sh", "-c", "\n".join(lines)], cwd=tmp_path, capture_output=True, text=True, check=False, env=dict(os.environ)
    )
    assert ran.returncode == 0, ran.stderr
    printed = zip(ran.stdout.split(mark), ran.stderr.split(mark), strict=True)
    for (command, told), (out, err) in zip(script(), printed, strict=False):
        shown = ID.sub("ID", out + err).splitlines()
        for line in told:
            assert ID.sub("ID", line) in shown, f"{command}\n{out}{err}"
    (claim,) = (
        one for one in json.loads((tmp_path / "review.annotations.json").read_bytes())["claims"] if "statement" in one
    )
    assert (claim["status"], claim["certainty"], len(claim["evidence"])) == ("supported", "possible", 1)
    assert (tmp_path / "review.ben.annotations.json").exists()
    assert (tmp_path / "library.json").exists()
