"""Where the schemas and templates are: in the installed package, or at the top of a checkout."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
# An editable install has no `_resources` (hatchling's force-include copies it into the wheel only), so the checkout's
# top level, two folders above `src/annotate`, is the second place.
_ROOTS = (PACKAGE / "_resources", PACKAGE.parent.parent)


def resource_path(name: str) -> Path:
    """Return the path of a shipped file, e.g. `schemas/annotations.schema.json`.

    Raises FileNotFoundError where the installation is incomplete.
    """
    for root in _ROOTS:
        path = root / name
        if path.exists():
            return path
    raise FileNotFoundError(f"{name} is not part of this installation of annotate")


def resource_bytes(name: str) -> bytes:
    """Return the bytes of a shipped file."""
    return resource_path(name).read_bytes()


def resource_text(name: str) -> str:
    """Return the text of a shipped UTF-8 file."""
    return resource_path(name).read_text(encoding="utf-8")
