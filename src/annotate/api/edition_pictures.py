"""The pictures of a text that lie beside it, for its editions."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from annotate.api.files import STANDARD_INPUT
from annotate.lazy_pattern import lazy_pattern
from annotate.model.document import Group, Inline
from annotate.model.edition import PictureAtHand
from annotate.read.picture_kind import LARGEST, sound_picture
from annotate.render import rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotate.api.load import LoadedText
    from annotate.diagnostics import Finding
    from annotate.model.document import Document, Node

_ON_THE_WEB = lazy_pattern(r"[A-Za-z][A-Za-z0-9+.\-]*:|//")


def pictures_of(text: LoadedText) -> tuple[dict[str, PictureAtHand], tuple[Finding, ...]]:
    """Return the pictures of a text by the address it has for them, and a finding for each that cannot be shown.

    They lie in the folder of the text or below; what is on the web is not fetched, and was named when the text was
    parsed.
    """
    pictures: dict[str, PictureAtHand] = {}
    findings: list[Finding] = []
    for address, line in pictures_named(text.document).items():
        try:
            pictures[address] = _picture(address, text.path, len(pictures) + 1)
        except ValueError as why:
            findings.append(rules.PICTURE_MISSING.at(text.path, line, address=address, reason=why))
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            findings.append(rules.PICTURE_MISSING.at(text.path, line, address=address, reason=reason))
    return pictures, tuple(findings)


def pictures_named(document: Document) -> dict[str, int]:
    """Return the addresses that a text has for pictures, but for those on the web, each with the line of its first."""
    lines: dict[str, int] = {}
    for address, line in _addresses(document.parts, 1):
        if address and not _ON_THE_WEB.match(address):
            lines.setdefault(address, line)
    return lines


def _addresses(nodes: Iterable[Node], line: int) -> Iterator[tuple[str, int]]:
    for node in nodes:
        if isinstance(node, str):
            continue
        line = line if isinstance(node, Inline) else node.line or line
        if node.name == "graphic":
            yield node.attributes.get("url", ""), line
        yield from _addresses(node.children if isinstance(node, Group) else node.content, line)


def _picture(address: str, text: Path, number: int) -> PictureAtHand:
    """Return a picture under a name of our own. Raises ValueError, OSError where it cannot be shown."""
    if text == STANDARD_INPUT:
        raise ValueError("the text comes without its folder")
    folder = Path(os.path.realpath(text.parent))
    path = Path(os.path.realpath(folder / unquote(address)))  # ValueError for a null character
    if not path.is_relative_to(folder):
        raise ValueError("it leads out of the folder of the text")
    if not path.is_file():
        raise ValueError("there is no such file")
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)
    kind = sound_picture(data)
    return PictureAtHand(f"pictures/{number}.{kind.ending}", kind.media_type, kind.width, kind.height, data)
