"""The worked examples of a page of the docs: its indented lines, as a shell runs them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

ID = re.compile(r"\b[cenmpl]-[0-9a-hjkmnp-tv-z]{6}\b")
_MARK = "----- next"


def commands_of(page: Path) -> list[tuple[str, list[str]]]:
    """Return the commands of a page, each with the lines that it is said to print."""
    lines = [line[4:] for line in page.read_text("utf-8").splitlines() if line.startswith("    ")]
    commands: list[tuple[str, list[str]]] = []
    for line in "\n".join(lines).replace("\\\n", " ").splitlines():
        if line.startswith("# "):
            commands[-1][1].append(line[2:])
        else:
            commands.append((line, []))
    return commands


def run_page(page: Path, folder: Path) -> None:
    """Run the commands of a page in a folder, and see that each prints what the page says; ids may differ."""
    lines = ["set -eu", f'annotate() {{ "{sys.executable}" -m annotate "$@"; }}']
    for command, _ in commands_of(page):
        lines += [command, f"echo '{_MARK}'; echo '{_MARK}' >&2"]
    ran = subprocess.run(
        ["sh", "-c", "\n".join(lines)], cwd=folder, capture_output=True, text=True, check=False, env=dict(os.environ)
    )
    assert ran.returncode == 0, ran.stderr
    printed = zip(ran.stdout.split(_MARK), ran.stderr.split(_MARK), strict=True)
    for (command, told), (out, err) in zip(commands_of(page), printed, strict=False):
        shown = ID.sub("ID", out + err).splitlines()
        for line in told:
            assert ID.sub("ID", line) in shown, f"{command}\n{out}{err}"
