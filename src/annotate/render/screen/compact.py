"""Our own style sheet and script as a page carries them: without comments and white space that says nothing."""

from __future__ import annotations

import re

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# No selector has a space behind a colon or a comma that means anything.
_SPACE = re.compile(r"\s*([{}])\s*|([;:,])\s+")


def compact_style(sheet: str) -> str:
    """Return a style sheet of ours, a rule on a line; no string may hold a comment or punctuation before a space."""
    return _SPACE.sub(r"\1\2", _COMMENT.sub("", sheet)).strip().replace(";}", "}").replace("}", "}\n")


def compact_script(script: str) -> str:
    """Return a script of ours without lines of comment and indentation; no string may run over lines."""
    lines = (line.strip() for line in script.splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//"))
