"""The worked examples of the docs: a page's indented lines as a shell runs them, or its fenced ones in this process."""

from __future__ import annotations

import io
import os
import re
import shlex
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

ID = re.compile(r"\b[cenmpl]-[0-9a-hjkmnp-tv-z]{6}\b")
_MARK = "----- next"
_FENCES = re.compile(r"^```(\w+) ?(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMANDS = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


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


def run_fences(
    page: Path,
    folder: Path,
    annotate: Callable[..., tuple[int, str, str]],
    monkeypatch: pytest.MonkeyPatch,
    *,
    shows_errors: bool = False,
) -> list[str]:
    """Write the files of a page into a folder, run its commands there, and return these.

    Each must print just the lines shown, on stdout or, with `shows_errors`, on stdout and stderr; "..." stands for any
    end of a line. A command fails (1) where an error or a finding the settings call grave is shown. `< FILE` feeds
    stdin. Programs other than ours say what is shown among other things, and fail where anything is.
    """
    monkeypatch.chdir(folder)
    ran = []
    for kind, name, content in _FENCES.findall(page.read_text("utf-8")):
        if kind != "console":
            if name:
                (folder / name).parent.mkdir(exist_ok=True)
                (folder / name).write_text(content, "utf-8")
            continue
        for command, told in _COMMANDS.findall(content):
            ran.append(command)
            shown = told.splitlines()
            typed, _, fed = command.partition(" < ")
            program, *arguments = shlex.split(typed)
            if program != "annotate":
                _run_other([program, *arguments], shown)
                continue
            if fed:
                monkeypatch.setattr("sys.stdin", io.StringIO((folder / fed).read_text("utf-8")))
            code, out, err = annotate(*arguments)
            _assert_shown((out + err if shows_errors else out).splitlines(), shown, command)
            assert code == any(re.search(": error | F167 ", line) for line in shown), command
    assert ran, f"{page.name} has no commands"
    return ran


def _run_other(command: list[str], shown: list[str]) -> None:
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    said = made.stdout + made.stderr
    assert made.returncode == bool(shown), said
    assert set(shown) <= set(said.splitlines()), said


def _assert_shown(printed: list[str], shown: list[str], command: str) -> None:
    got = [line.rstrip() for line in printed]
    for number, expected in enumerate(shown[: len(got)]):
        start, cut, _ = expected.partition("...")
        if cut and got[number].startswith(start):
            got[number] = expected
    assert got == shown, command
