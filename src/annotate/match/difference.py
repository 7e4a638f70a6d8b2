"""How a passage differs from a quote, word by word, for a person to judge."""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Literal, TypeAlias

from annotate.match.excerpt import shortened
from annotate.match.normalise import normalised
from annotate.match.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

Operation: TypeAlias = Literal["same", "replaced", "dropped", "added"]
_SAME_SHOWN = 40  # code points of words that have not changed
_OPERATIONS: dict[str, Operation] = {"equal": "same", "replace": "replaced", "delete": "dropped", "insert": "added"}


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a row with one fate.

    Attributes:
        operation: `same` in both (accidents of writing aside), `dropped` from the quote, `added` in the passage, or
            `replaced`.
        quoted: the words as the quote has them, "" if `added`.
        found: the words as the passage has them, "" if `dropped`.
    """

    operation: Operation
    quoted: str
    found: str


def word_difference(quote: str, passage: str) -> tuple[Run, ...]:
    """Return the runs of words that turn `quote` into `passage`, in order.

    Words and single signs of punctuation are compared in normal form, quote style and dashes aside, case kept; white
    space does not count. All words of both stand in the runs, joined by a space where white space stood between them.
    """
    quoted, found = _tokens(quote), _tokens(passage)
    matcher = SequenceMatcher(
        None, [normalised(word) for word, _ in quoted], [normalised(word) for word, _ in found], autojunk=False
    )
    return tuple(
        Run(_OPERATIONS[tag], _joined(quoted[i1:i2]), _joined(found[j1:j2]))
        for tag, i1, i2, j1, j2 in matcher.get_opcodes()
    )


def shown(runs: Sequence[Run]) -> str:
    """Return a difference as one line: [-words of the quote-] {+words of the passage+}, all else as in the passage."""
    pieces = []
    for run in runs:
        if run.operation == "same":
            pieces.append(run.found)
            continue
        if run.quoted:
            pieces.append(f"[-{run.quoted}-]")
        if run.found:
            pieces.append(f"{{+{run.found}+}}")
    return " ".join(pieces)


def brief_difference(quoted: Sequence[str], found: Sequence[str]) -> str:
    """Return how passages differ from the quotes of a target's parts, in quotation marks, as `shown`.

    What is the same is shortened to a few words.
    """
    if list(quoted) == list(found):
        return f"“{shortened(' … '.join(found), _SAME_SHOWN)}”"
    return brief(word_difference(" … ".join(quoted), " … ".join(found)))


def brief(runs: Sequence[Run]) -> str:
    """Return a difference in quotation marks, as `shown`, what is the same shortened to a few words."""
    told = [replace(run, found=shortened(run.found, _SAME_SHOWN)) if run.operation == "same" else run for run in runs]
    return f"“{shown(told)}”"


def _tokens(text: str) -> list[tuple[str, bool]]:
    """Return the words and the single signs between them, each with whether white space stands before it."""
    tokens = []
    at = 0
    for word in [*words(text), None]:
        between = text[at : word.start] if word else text[at:]
        spaced = False
        for sign in between:
            if sign.isspace():
                spaced = True
            else:
                tokens.append((sign, spaced))
                spaced = False
        if word:
            tokens.append((text[word.start : word.end], spaced))
            at = word.end
    return tokens


def _joined(tokens: list[tuple[str, bool]]) -> str:
    return "".join((" " if spaced and number else "") + word for number, (word, spaced) in enumerate(tokens))
