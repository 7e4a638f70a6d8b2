"""Where a text first appeared, by the line that says so: "First published in Film Weekly, 1932"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.structure.draft import Kind

if TYPE_CHECKING:
    from annotate.structure.draft import Sketch

_LONGEST_WORDS = 40
_LINE = lazy_pattern(
    r"(?:this (?:article|review|essay|piece|interview|note|text|diary|column|story)\s+)?(?:is |was "
    r"|has been )?(?:(?:first|originally|previously)\s+)?"
    r"(?:published|printed|appeared|ran|reprinted|posted|taken|reproduced|excerpted|adapted)\s+(?:in|on|by|from|with)\b"
    r"|from (?:our|the) .{0,30}\b(?:issue|archives?|number|edition)\b|(?:issue|vol(?:ume|\.)|no\.)\s*\d",
    re.IGNORECASE,
)
_PUBLISHER = lazy_pattern(
    r"\b(?:(?:first|originally|previously) (?:published|printed|appeared|ran|posted)|reprinted"
    r"|appeared) (?:in|on|by|from) "
    r"(?:the (?:programme|pages"
    r"|\w+ (?:\d{4} )?issue) of )?(?P<name>(?:the )?[^\W\d_a-z][^,.;()\d]{1,60}?)\s*(?:$|[,.;()]|\bin\b"
    r"|\bon\b|\d)",
)


def recognise_publication(sketch: Sketch) -> None:
    """Claim short lines that tell where the text appeared, and note who published it."""
    for draft in sketch.drafts:
        if draft.kind not in {None, Kind.PARAGRAPH} or draft.words > _LONGEST_WORDS:
            continue
        if draft.kind is None and _LINE.match(draft.text):
            draft.becomes(Kind.PARAGRAPH, "tells where the text appeared")
        if sketch.publisher is None and (match := _PUBLISHER.search(draft.text[:1].lower() + draft.text[1:])):
            sketch.publisher = match["name"].strip()
