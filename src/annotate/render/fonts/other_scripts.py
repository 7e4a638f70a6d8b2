"""Fonts for scripts our own families lack: Arabic and Hebrew from packages, those of East Asia from the machine.

A font of Chinese characters is too large for a package of ours to depend on; Debian and most systems have Noto CJK.
The same text gives the same bytes wherever the same files are installed.
"""

from __future__ import annotations

import os
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PACKAGED = {
    "fontpkg_amiri": ("Amiri-Regular.ttf", "Amiri-Italic.ttf", "Amiri-Bold.ttf", "Amiri-BoldItalic.ttf"),
    "fontpkg_frank_ruhl_libre": ("FrankRuhlLibre[wght].ttf",),
}
"""Font files by the package that holds them."""

# In the order they are preferred: serifs go with our own. Regular and bold of one family stand together.
_ON_MACHINE = (
    ("NotoSerifCJK-Regular.ttc", "NotoSerifCJK-Bold.ttc"),
    ("NotoSerifCJK-VF.otf.ttc",),
    ("SourceHanSerif-Regular.ttc", "SourceHanSerif-Bold.ttc"),
    ("NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc"),
    ("Songti.ttc",),
)
_FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/System/Library/Fonts",
    "/Library/Fonts",
    "~/Library/Fonts",
    "~/.local/share/fonts",
    "~/.fonts",
)
_DEEPEST = 4  # folders below each of these


def packaged_fonts() -> Mapping[str, bytes]:
    """Return the font files of the packages by name.

    Raises ModuleNotFoundError or OSError where a package or a file of it is missing.
    """
    return {
        name: (resources.files(package) / "files" / name).read_bytes()
        for package, names in PACKAGED.items()
        for name in names
    }


def machine_fonts() -> tuple[Path, ...]:
    """Return the machine's font files for Chinese, Japanese and Korean, of the first family that is there; or none."""
    found: dict[str, Path] = {}
    wanted = {name for family in _ON_MACHINE for name in family}
    for path in _files():
        if path.name in wanted:
            found.setdefault(path.name, path)
    for family in _ON_MACHINE:
        if all(name in found for name in family):
            return tuple(found[name] for name in family)
    return ()


def _files() -> Iterator[Path]:
    for name in _FOLDERS:
        root = os.path.expanduser(name)  # noqa: PTH111  # a home that nobody knows is no error here
        for folder, below, names in os.walk(root):
            below.sort()
            if folder.count(os.sep) - root.count(os.sep) >= _DEEPEST:
                below.clear()
            yield from (Path(folder, name) for name in names)
