"""Finding the objects of a PDF that is being made (ISO 32000-1, 7.3.10)."""

from __future__ import annotations

from typing import Any


def referred(pdf: Any, value: Any) -> Any:
    """Return the object that an indirect reference ("12 0 R", as bytes) leads to; anything else is itself."""
    return pdf.objects[int(value.split()[0])] if isinstance(value, bytes) else value
