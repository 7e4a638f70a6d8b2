"""What a language tag looks like (BCP 47, RFC 5646, section 2.1, without grandfathered tags)."""

from __future__ import annotations

from annotate.lazy_pattern import lazy_pattern

_TAG = lazy_pattern(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")


def language_tag(text: str) -> str | None:
    """Return a language tag with hyphens ("pt_BR" becomes "pt-BR"); None for what is none ("English")."""
    return text.replace("_", "-") if _TAG.fullmatch(text) else None
