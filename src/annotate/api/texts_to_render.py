"""Which texts are rendered, and where the editions of each go: texts named one by one, or all of a folder."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from annotate.api import render_rules as rules
from annotate.api.validate_files import named_files
from annotate.errors import InputRefused

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class TextToRender:
    """A text and where its editions go: a folder, or the file of one; None: beside the text.

    `top` is the folder that the editions of several texts go to: it and those below it are made where they are missing;
    None: none is made but the last.
    """

    text: Path
    output: Path | None = None
    top: Path | None = None


@dataclass(frozen=True, slots=True)
class TextsToRender:
    """Texts in the order in which they are told of; `several` if a folder, a pattern or more than one was named."""

    texts: tuple[TextToRender, ...]
    several: bool


def texts_to_render(paths: Sequence[Path], output: Path | None) -> TextsToRender:
    """Return the texts that paths mean, each once, in the order given, that of names in folders.

    A path is a text; a pattern (`validate_files.named_files`); or a folder, of which all texts are meant, those in
    folders below it too, which are mirrored in `output`. Raises InputRefused for a folder or pattern without any
    (E331).
    """
    meant = [(path, _texts(path)) for path in paths]
    empty = [rules.NO_TEXTS.at(path) for path, texts in meant if not texts]
    if empty:
        raise InputRefused(*empty)
    several = len(paths) > 1 or any(texts != [path] for path, texts in meant)
    found: dict[str, TextToRender] = {}
    for path, texts in meant:
        for text in texts:
            below = text.relative_to(path).parent if path.is_dir() else Path()
            folder = output / below if several and output is not None else output
            found.setdefault(os.path.realpath(text), TextToRender(text, folder, output if several else None))
    return TextsToRender(tuple(found.values()), several)


def _texts(path: Path) -> list[Path]:
    files = named_files(path)
    return files[:1] if files[:1] == [path] else [file for file in files if file.suffix == ".xml"]
