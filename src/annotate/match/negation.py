"""The words that turn what is said into its contrary, of which one more or less is never a small difference."""

from __future__ import annotations

import re

from annotate.match.words import words

# English, French, German, Spanish, Portuguese; in Chinese each character is a word, so that compounds count too.
_NEGATIONS = frozenset(
    "not no never nor neither none nothing nobody nowhere without cannot hardly "
    "ne pas jamais aucun aucune rien personne sans ni non "
    "nicht kein keine keinen keinem keiner keines nie niemals nichts niemand ohne weder "
    "nunca jamás ningún ninguna ninguno nada nadie tampoco sin "
    "não jamais nenhum nenhuma ninguém sem nem "
    "不 没 沒 無 无 非 未 别 別".split()
)
_CONTRACTED = re.compile(r"n['’]t$|^n['’]")


def negations(text: str) -> int:
    """Return how many words of `text` negate."""
    return sum(
        word in _NEGATIONS or bool(_CONTRACTED.search(word))
        for word in (text[span.start : span.end].casefold() for span in words(text))
    )
