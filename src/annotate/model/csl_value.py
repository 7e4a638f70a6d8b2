"""Values of CSL-JSON as a person reads them."""

from __future__ import annotations

from typing import Any


def in_words(value: Any) -> str:
    """Return a value of a CSL-JSON field in words: names, dates, and `a: b` for what else is nested, a line each."""
    if isinstance(value, list):
        return "\n".join(in_words(item) for item in value)
    if not isinstance(value, dict):
        return str(value)
    if "date-parts" in value:
        return "/".join("-".join(f"{int(part):02}" for part in parts) for parts in value["date-parts"])
    if "edtf" in value or "raw" in value:
        return str(value.get("edtf") or value["raw"])
    if "literal" in value or "family" in value:
        particles = (value.get("dropping-particle"), value.get("non-dropping-particle"))
        name = [value.get("given"), *particles, value.get("family"), value.get("suffix")]
        return str(value.get("literal") or " ".join(filter(None, name)))
    return "\n".join(f"{name}: {in_words(item)}" for name, item in value.items())
