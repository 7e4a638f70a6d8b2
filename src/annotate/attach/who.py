"""Who writes the annotations."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_GIT_SECONDS = 2.0


def writer(given: str | None, environment: Mapping[str, str]) -> str | None:
    """Return who writes: the name given, else ANNOTATE_USER in `environment`, else git's user.name, else None."""
    for name in (given, environment.get("ANNOTATE_USER")):
        if name and name.strip():
            return name.strip()
    return _git_user_name()


def _git_user_name() -> str | None:
    try:
        answer = subprocess.run(
            ["git", "config", "user.name"],
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=_GIT_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return answer.stdout.decode("utf-8", "replace").strip() or None
