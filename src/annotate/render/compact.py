"""Our own style sheet and script as a page carries them: without comments and indentation, a sixth of their length."""

from __future__ import annotations

import re

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def compact_style(sheet: str) -> str:
    """Return a style sheet of ours without comments and indentation; none of its strings may hold a comment."""
    return _lines(_COMMENT.sub("", sheet), "")


def compact_script(script: str) -> str:
    """Return a script of ours without lines of comment and indentation; no string may run over lines."""
    return _lines(script, "//")


def _lines(source: str, comment: str) -> str:
    lines = (line.strip() for line in source.splitlines())
    return "".join(f"{line}\n" for line in lines if line and not (comment and line.startswith(comment)))
