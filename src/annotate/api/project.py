"""Setting up a project: teaching git how annotation files are merged."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

from annotate.api import project_rules as rules
from annotate.api.files import read_bytes
from annotate.errors import InputRefused, WorkFailed
from annotate.store import replace_file

DRIVER = "annotate"
ATTRIBUTES = {
    ".gitattributes": ("*.annotations.json merge=annotate", "library.json merge=annotate"),
    ".gitignore": (".*.json.lock", ".*.journal", ".*.tmp"),
}
"""Lines that the files of a repository need: git's, so that all who clone it have them."""


def set_up_git(folder: Path, *, dry_run: bool = False) -> tuple[str, ...]:
    """Let git merge annotation files by `annotate merge`, in the repository `folder` is in; return what was done.

    The lines that say which files are meant go to `.gitattributes` and `.gitignore` at its top, to be committed; how it
    is done, to the settings of this clone (gitattributes(5), "Defining a custom merge driver"). What is so already
    stays as it is. Raises InputRefused where there is no repository (F144), WorkFailed where a file (F301) or a setting
    (F145) cannot be written.
    """
    top = _top(folder)
    done = []
    for name, lines in ATTRIBUTES.items():
        standing = read_bytes(top / name) if (top / name).exists() else b""
        there = {line.strip() for line in standing.decode("utf-8", "replace").splitlines()}
        missing = [line for line in lines if line not in there]
        if missing:
            done += [f"{name}: {line}" for line in missing]
            if not dry_run:
                replace_file(top / name, _with_lines(standing, missing))
    for setting, value in _settings().items():
        if _git(top, "config", "--local", "--get", setting).stdout.rstrip("\n") != value:
            done.append(f"{setting} = {value}")
            if not dry_run:
                _set(top, setting, value)
    return tuple(done)


def _settings() -> dict[str, str]:
    # The very Python that runs now: git, started by an editor, may not find `annotate` on its path, and takes a driver
    # that it cannot start for one that chose the file of our side.
    command = f"{shlex.quote(Path(sys.executable).as_posix())} -m annotate merge %O %A %B --path %P"
    return {f"merge.{DRIVER}.name": "annotations, by id and field", f"merge.{DRIVER}.driver": command}


def _top(folder: Path) -> Path:
    try:
        found = _git(folder, "rev-parse", "--show-toplevel")
    except OSError as error:
        raise InputRefused(rules.NO_REPOSITORY.at(folder, reason=error.strerror or str(error))) from None
    if found.returncode or not found.stdout.strip():
        raise InputRefused(rules.NO_REPOSITORY.at(folder, reason=found.stderr or "it has no working tree"))
    return Path(found.stdout.removesuffix("\n"))


def _set(top: Path, setting: str, value: str) -> None:
    made = _git(top, "config", "--local", setting, value)
    if made.returncode:
        raise WorkFailed(rules.GIT_FAILED.at(top, setting=setting, reason=made.stderr))


def _with_lines(standing: bytes, lines: list[str]) -> bytes:
    line_end = b"\r\n" if b"\r\n" in standing else b"\n"
    before = standing if not standing or standing.endswith(b"\n") else standing + line_end
    return before + b"".join(line.encode() + line_end for line in lines)


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["git", *arguments],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        errors="surrogateescape",
        stdin=subprocess.DEVNULL,
        check=False,
    )
