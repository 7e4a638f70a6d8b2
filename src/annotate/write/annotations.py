"""Annotations as the bytes of their file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotate.model.annotation import Annotations
    from annotate.model.library import Library


def write_annotations(annotations: Annotations | Library) -> bytes:
    """Return an annotation file, or a library: UTF-8 JSON, one field a line, indented by two, a line feed at the end.

    Sections stand in the schema's order and are sorted by id, so that equal annotations give equal bytes. Raises
    UnicodeEncodeError where a string holds half a surrogate pair, which UTF-8 cannot write.
    """
    return (json.dumps(annotations.to_json(), ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode("utf-8")
