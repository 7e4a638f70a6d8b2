"""What the lists of a Word file are numbered with (ECMA-376, part 1, 17.9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.read.docx.names import VAL, name, value

if TYPE_CHECKING:
    from lxml import etree

_NUM, _ABSTRACT = name("w:num"), name("w:abstractNum")
_NUM_ID, _ABSTRACT_ID = name("w:numId"), name("w:abstractNumId")
_LEVEL, _LEVEL_NUMBER, _FORMAT = name("w:lvl"), name("w:ilvl"), name("w:numFmt")
_OVERRIDE = name("w:lvlOverride")


class Numbering:
    """Tells whether a level of a list has numbers or signs; what the file does not say counts as signs."""

    def __init__(self, root: etree._Element | None) -> None:
        self._abstract: dict[str, dict[str, str]] = {}
        self._lists: dict[str, dict[str, str]] = {}
        if root is None:
            return
        for abstract in root.iterchildren(_ABSTRACT):
            self._abstract[abstract.get(_ABSTRACT_ID, "")] = _formats(abstract)
        for number in root.iterchildren(_NUM):
            formats = dict(self._abstract.get(value(number, _ABSTRACT_ID) or "", {}))
            for override in number.iterchildren(_OVERRIDE):
                formats.update(_formats(override))
            self._lists[number.get(_NUM_ID, "")] = formats

    def rend(self, number: str, level: str) -> str:
        """Return `numbered` or `bulleted` for a level (from "0") of the list with this id."""
        kind = self._lists.get(number, {}).get(level, "bullet")
        return "bulleted" if kind in {"bullet", "none"} else "numbered"


def _formats(parent: etree._Element) -> dict[str, str]:
    formats: dict[str, str] = {}
    for level in parent.iterchildren(_LEVEL):
        kind = level.find(_FORMAT)
        formats[level.get(_LEVEL_NUMBER, "")] = "bullet" if kind is None else kind.get(VAL, "bullet")
    return formats
