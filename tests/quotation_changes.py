"""Quotations made from a text by rules, each with whether it still says what the text says."""

from __future__ import annotations

import random
import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import TypeAlias

    Change: TypeAlias = Callable[[str, random.Random], str | None]


class Labelled(NamedTuple):
    """A quotation: the rule it was made by, its words, the passage it was made from, and the verdicts it may get."""

    rule: str
    quotation: str
    passage: str
    allowed: frozenset[str]


def _without_not(passage: str, rng: random.Random) -> str | None:
    found = list(re.finditer(r" (?:not|never|no)\b|n’t\b", passage))
    return _cut(passage, rng.choice(found).span()) if found else None


def _with_not(passage: str, rng: random.Random) -> str | None:
    found = list(re.finditer(r"\b(?:is|was|are|were|has|had|can|will|would)\b(?! not)", passage))
    return _put(passage, rng.choice(found).end(), " not") if found else None


def _other_number(passage: str, rng: random.Random) -> str | None:
    found = list(re.finditer(r"\d", passage))
    if not found:
        return None
    at = rng.choice(found).start()
    return passage[:at] + str((int(passage[at]) + rng.randint(1, 9)) % 10) + passage[at + 1 :]


def _other_name(passage: str, rng: random.Random) -> str | None:
    found = list(re.finditer(r"(?<=[a-z,] )[A-Z][a-z]+", passage))
    if not found:
        return None
    name = rng.choice(found)
    return passage[: name.start()] + name.group()[::-1].capitalize() + passage[name.end() :]


def _swapped_clauses(passage: str, _: random.Random) -> str | None:
    one, comma, other = passage.partition(", ")
    return f"{other.rstrip('.')}, {one}" if comma and len(one) > 8 and len(other) > 8 else None


def _swapped_words(passage: str, rng: random.Random) -> str | None:
    words = passage.split(" ")
    at = rng.randrange(len(words) - 1)
    if words[at] == words[at + 1]:
        return None
    words[at], words[at + 1] = words[at + 1], words[at]
    return " ".join(words)


def _word_dropped(passage: str, rng: random.Random) -> str | None:
    words = passage.split(" ")
    del words[rng.randrange(1, len(words) - 1)]
    return " ".join(words)


def _word_added(passage: str, rng: random.Random) -> str | None:
    words = passage.split(" ")
    words.insert(rng.randrange(1, len(words)), rng.choice(["very", "almost", "never", "only", "perhaps"]))
    return " ".join(words)


def _capitals(passage: str, rng: random.Random) -> str | None:
    words = passage.split(" ")
    at = rng.randrange(1, len(words))
    changed = words[at].upper() if not words[at].isupper() else words[at].lower()
    if changed == words[at]:
        return None
    words[at] = changed
    return " ".join(words)


def _joined_sentences(passage: str, _: random.Random) -> str | None:
    found = re.search(r"[.!?] (?=[A-Z])", passage)
    if not found:
        return None
    return passage[: found.start()] + ", " + passage[found.end()].lower() + passage[found.end() + 1 :]


def _question(passage: str, _: random.Random) -> str | None:
    return passage[:-1] + "?" if passage.endswith(".") else None


def _elided_out_of_order(passage: str, _: random.Random) -> str | None:
    words = passage.split(" ")
    return " ".join(words[-5:]) + " … " + " ".join(words[:5]) if len(words) > 12 else None


def _hyphen(passage: str, rng: random.Random) -> str | None:
    found = list(re.finditer(r"(?<=[a-z]{3}) (?=[a-z]{3})", passage))
    return _replace(passage, rng.choice(found).span(), "-") if found else None


def _same(passage: str, _: random.Random) -> str | None:
    return passage


def _part(passage: str, rng: random.Random) -> str | None:
    words = passage.split(" ")
    start = rng.randrange(len(words) // 2)
    return " ".join(words[start : start + max(4, len(words) // 2)]).rstrip(",;:—")


def _straight_marks(passage: str, _: random.Random) -> str | None:
    return passage.translate(str.maketrans("“”‘’", "\"\"''"))


def _other_space(passage: str, rng: random.Random) -> str | None:
    return passage.replace(" ", rng.choice(["\n", "  ", "\u00a0", "\t"]))


def _small_start(passage: str, _: random.Random) -> str | None:
    return passage[0].lower() + passage[1:] if passage[0].isupper() else None


def _bracketed_start(passage: str, _: random.Random) -> str | None:
    return f"[{passage[0].lower()}]{passage[1:]}" if passage[0].isupper() and passage[1].isalpha() else None


def _closing_comma(passage: str, _: random.Random) -> str | None:
    return passage[:-1] + "," if passage.endswith(".") else None


def _decomposed(passage: str, _: random.Random) -> str | None:
    changed = unicodedata.normalize("NFD", passage)
    return changed if changed != passage else None


def _elided(passage: str, rng: random.Random) -> str | None:
    words = passage.split(" ")
    if len(words) < 10:
        return None
    first, last = sorted(rng.sample(range(3, len(words) - 2), 2))
    if last - first < 4:
        return None  # so little may be a “not”
    return f"{' '.join(words[:first])} {rng.choice(['…', '[…]', '...', '. . .'])} {' '.join(words[last:])}"


def _elided_not(passage: str, rng: random.Random) -> str | None:
    found = list(re.finditer(r" (?:not|never) ", passage))
    return _replace(passage, rng.choice(found).span(), rng.choice([" … ", " […] ", " ... "])) if found else None


KEPT: Mapping[str, tuple[Change, frozenset[str]]] = {
    "as it stands": (_same, frozenset({"verbatim"})),
    "a part": (_part, frozenset({"verbatim"})),
    "straight marks": (_straight_marks, frozenset({"verbatim", "normalised"})),
    "other white space": (_other_space, frozenset({"normalised"})),
    "small first letter": (_small_start, frozenset({"normalised"})),
    "first letter in brackets": (_bracketed_start, frozenset({"normalised"})),
    "closing comma": (_closing_comma, frozenset({"normalised"})),
    "decomposed": (_decomposed, frozenset({"normalised"})),
    "elision": (_elided, frozenset({"elided"})),
}
ALTERED: Mapping[str, Change] = {
    "dropped not": _without_not,
    "added not": _with_not,
    "changed number": _other_number,
    "changed name": _other_name,
    "swapped clauses": _swapped_clauses,
    "swapped words": _swapped_words,
    "dropped word": _word_dropped,
    "added word": _word_added,
    "capitals": _capitals,
    "joined sentences": _joined_sentences,
    "question": _question,
    "elision out of order": _elided_out_of_order,
    "elision of a not": _elided_not,
    "hyphen": _hyphen,
}


def labelled(text: str, seed: int) -> Iterator[Labelled]:
    """Yield quotations made from the sentences of `text` (and pairs of them), each rule tried on each."""
    rng = random.Random(seed)
    sentences = [s for block in text.split("\n\n") for s in re.split(r"(?<=[.!?]) (?=[A-Z])", block)]
    passages = [s for s in sentences if len(s.split(" ")) > 5]
    passages += [
        s.strip() for block in text.split("\n\n") for s in re.findall(r"[^.!?]+[.!?] [A-Z][^.!?]+[.!?]", block)
    ]
    for passage in dict.fromkeys(passages):
        for rule, (change, allowed) in KEPT.items():
            if made := change(passage, rng):
                yield Labelled(rule, made, passage, allowed)
        for rule, alter in ALTERED.items():
            made = alter(passage, rng)
            if made and made not in text:
                yield Labelled(rule, made, passage, frozenset({"altered", "absent"}))


def _cut(text: str, span: tuple[int, int]) -> str:
    return _replace(text, span, "")


def _put(text: str, at: int, words: str) -> str:
    return text[:at] + words + text[at:]


def _replace(text: str, span: tuple[int, int], words: str) -> str:
    return text[: span[0]] + words + text[span[1] :]
