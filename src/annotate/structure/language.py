"""The language a text is in, by its commonest words or its script."""

from __future__ import annotations

import re

# The commonest words of each language that are rare or unknown in the others.
_COMMON = {
    "en": "the and of to that was with this which are not have",
    "fr": "le les des est dans une pour que qui pas avec sur",
    "de": "der die und das ist nicht ein eine mit den auf auch",
    "es": "el los las una por con del está más pero como muy",
    "pt": "não uma com mais dos como foi são também pelo pela muito",
    "it": "il di che non una per con sono della nel più anche",
    "nl": "het een van niet dat zijn op voor met ook maar naar",
}
_WORDS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_WORD = re.compile(r"[^\W\d_]+")
_KANA = re.compile(r"[\u3040-\u30ff]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_SAMPLE = 20_000  # code points that are looked at
_LEAST_SHARE = 0.04  # of the words; below it nothing is claimed


def language_of(text: str) -> str | None:
    """Return the BCP 47 tag of the language a text is mostly in, None where that is not plain."""
    sample = text[:_SAMPLE]
    if len(_HAN.findall(sample)) > 0.2 * len(sample):
        return "ja" if len(_KANA.findall(sample)) > 0.05 * len(sample) else "zh"
    words = [word.lower() for word in _WORD.findall(sample)]
    counts = {language: sum(word in common for word in words) for language, common in _WORDS.items()}
    best = max(counts, key=lambda language: counts[language])
    return best if words and counts[best] >= _LEAST_SHARE * len(words) else None
