"""How PDF writes references, dictionaries, strings and places (ISO 32000-1, 7.3 and 12.3.2.2)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_SPECIAL = re.compile(rb"[()\\]")


def target(page: int, x: float, y: float) -> bytes:
    """Return a place on a page (ISO 32000-1, 12.3.2.2)."""
    return b"[%s /XYZ %.2f %.2f 0]" % (reference(page), x, y)


def reference(number: int) -> bytes:
    """Return a reference to the object of that number."""
    return b"%d 0 R" % number


def dictionary(values: Mapping[str, bytes]) -> bytes:
    """Return a dictionary of values that are written already."""
    return b"<<" + b"".join(b"/%s %s" % (key.encode("ascii"), value) for key, value in values.items()) + b">>"


def string(words: str) -> bytes:
    """Return words as a PDF string (ISO 32000-1, 7.9.2)."""
    if words.isascii():
        return b"(%s)" % _SPECIAL.sub(rb"\\\g<0>", words.encode("ascii"))
    return b"<feff%s>" % words.encode("utf-16-be").hex().encode()
