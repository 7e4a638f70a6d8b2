"""Words by which a text calls itself a review."""

from __future__ import annotations

from annotate.structure.phrases import Phrases

REVIEW = Phrases(
    {
        "en": r"""
            \breview(?:ed)?\b|\b(?:capsule|dvd|blu-ray|disc|film|movie) reviews\b
            \bdirected by\b|\brunning time\b|\bout of (?:five|four|ten) stars\b
            """,
        "fr": r"\bcritique\b",
        "de": r"\brezension\b|\b(?:film)?kritik\b|\bbesprechung\b",
        "es": r"\breseña\b|\bcrítica\b",
        "pt": r"\bresenha\b|\bcrítica\b",
        "zh": r"影评|影評|观后感",
    }
)
