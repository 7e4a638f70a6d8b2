"""Annotations as the bytes of their file."""

from __future__ import annotations

import json
from codecs import BOM_UTF8
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


def in_form_of(standing: bytes, data: bytes) -> bytes:
    """Return a file in the form of the one it replaces: with its byte order mark and its line ends, LF or CR LF.

    An editor on Windows may have set either, and a change of every line would hide what has changed. `data` is as
    `write_annotations` gives it; JSON holds no line feed but between its values.
    """
    first_line, line_end, _ = standing.partition(b"\n")
    if line_end and first_line.endswith(b"\r"):
        data = data.replace(b"\n", b"\r\n")
    return BOM_UTF8 + data if standing.startswith(BOM_UTF8) else data
