"""The kinds of revision a quoted passage is tried with, each with the right answer known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from bench.passages import WORD, Chooser, block_starts, blocks_about, sentences_about
from bench.revisions import Draft

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from annotate.model.text import Span

_QUOTES = str.maketrans("“”‘’—–", "\"\"''--")
_CURLED = str.maketrans("\"'", "”’")


@dataclass(frozen=True, slots=True)
class Case:
    """A text before and after a revision, a passage of the first, and where it stands in the second.

    `fate` is None for a passage that was deleted.
    """

    before: str
    passage: Span
    after: str
    fate: Span | None

    @property
    def quote(self) -> str:
        """The words of the passage."""
        return self.before[self.passage.start : self.passage.end]


_Revision: TypeAlias = "Callable[[Chooser, Draft, Span], None]"


def case(kind: str, chooser: Chooser) -> Case:
    """Return a case of a kind: the text is prepared, a passage chosen, and the revision made."""
    prepare, revise = KINDS[kind]
    passage = chooser.passage()
    before, passage = prepare(chooser, passage)
    draft = Draft(before)
    revise(chooser, draft, passage)
    return Case(before, passage, draft.text, draft.fate(passage))


# What the text is before the revision.


def _as_it_is(chooser: Chooser, passage: Span) -> tuple[str, Span]:
    return chooser.text, passage


def _with_refrain(chooser: Chooser, passage: Span) -> tuple[str, Span]:
    """Return the text with the words of the passage in one to three other places too."""
    draft, quote = Draft(chooser.text), chooser.text[passage.start : passage.end]
    for _ in range(chooser.random.randint(1, 3)):
        at = chooser.random.choice(block_starts(draft.text, draft.fate(passage) or passage) or [0])
        about = chooser.sentence() if chooser.random.random() < 0.6 else ""
        draft.insert(at, f"{about} {quote} {chooser.sentence() if about else ''}".strip() + "\n\n")
    return draft.text, draft.fate(passage) or passage


def _with_twin(chooser: Chooser, passage: Span) -> tuple[str, Span]:
    """Return the text with the blocks of the passage in another place too, word for word."""
    draft = Draft(chooser.text)
    _copy_blocks(chooser, draft, passage)
    return draft.text, draft.fate(passage) or passage


# Revisions of the passage.


def _rewrite(share: float) -> _Revision:
    def revise(chooser: Chooser, draft: Draft, passage: Span) -> None:
        words = _words(draft, passage)
        for start, end in sorted(chooser.random.sample(words, max(1, int(len(words) * share))), reverse=True):
            draft.replace(start, end, chooser.words(chooser.random.choice((1, 1, 2))))

    return revise


def _insert_inside(chooser: Chooser, draft: Draft, passage: Span) -> None:
    start, end = chooser.random.choice(_words(draft, passage)[1:] or _words(draft, passage))
    words = chooser.words(chooser.random.randint(1, 3))
    # A passage of one word is broken up: beside it nothing would be inside.
    draft.insert((start + end) // 2, f" {words} ") if start == passage.start else draft.insert(start, f"{words} ")


def _delete_inside(chooser: Chooser, draft: Draft, passage: Span) -> None:
    words = _words(draft, passage)
    for start, end in sorted(chooser.random.sample(words, len(words) // 6), reverse=True):
        draft.delete(start, end)


def _upper(chooser: Chooser, draft: Draft, passage: Span) -> None:
    change = chooser.random.choice((str.upper, str.lower, str.title, str.swapcase))
    for start, end in reversed(_words(draft, passage)):
        draft.replace(start, end, change(draft.text[start:end]))


def _other_quotes(chooser: Chooser, draft: Draft, _: Span) -> None:
    table = chooser.random.choice((_QUOTES, _CURLED))
    for at in range(len(draft.text)):
        if (sign := draft.text[at].translate(table)) != draft.text[at]:
            draft.replace(at, at + 1, sign)


def _other_number(chooser: Chooser, draft: Draft, passage: Span) -> None:
    digits = [match.start() for match in re.finditer(r"\d", draft.text[passage.start : passage.end])]
    if digits:
        at = passage.start + chooser.random.choice(digits)
        draft.replace(at, at + 1, str((int(draft.text[at]) + chooser.random.randint(1, 9)) % 10))
    else:
        draft.insert(passage.end - 1, "7")


def _other_name(chooser: Chooser, draft: Draft, passage: Span) -> None:
    words = _words(draft, passage)
    names = [word for word in words if draft.text[word[0]].isupper()] or words
    start, end = chooser.random.choice(names)
    draft.replace(start, end, chooser.words(1).capitalize() + "son")


def _negate(chooser: Chooser, draft: Draft, passage: Span) -> None:
    start, end = chooser.random.choice(_words(draft, passage))
    word = chooser.random.choice(("not", "never", "no"))
    # A one-word passage is broken up: a negation beside it would leave its own words as they are.
    draft.insert((start + end) // 2, f" {word} ") if start == passage.start else draft.insert(start, f"{word} ")


def _split(chooser: Chooser, draft: Draft, passage: Span) -> None:
    spaces = [match.start() for match in re.finditer(r"\s+", draft.text[passage.start : passage.end])]
    if spaces:
        at = passage.start + chooser.random.choice(spaces)
        draft.replace(at, at + 1, "\n\n" if draft.text[at] == " " else " ")


def _first_or_last_word(chooser: Chooser, draft: Draft, passage: Span) -> None:
    start, end = chooser.random.choice((_words(draft, passage)[0], _words(draft, passage)[-1]))
    words = chooser.words(chooser.random.choice((1, 2)))
    # The old word beside a new one would leave the passage as it was.
    draft.replace(start, end, words if draft.text[start:end] not in words else f"x{words}")


# Revisions around the passage.


def _insert_elsewhere(chooser: Chooser, draft: Draft, passage: Span) -> None:
    for _ in range(chooser.random.randint(1, 4)):
        away = draft.fate(passage) or passage
        draft.insert(chooser.random.choice(block_starts(draft.text, away) or [0]), chooser.sentence() + "\n\n")


def _insert_beside(chooser: Chooser, draft: Draft, passage: Span) -> None:
    words = chooser.sentence() if chooser.random.random() < 0.5 else chooser.words(2)
    if chooser.random.random() < 0.5:
        draft.insert(passage.end, f" {words}")
    else:
        draft.insert(passage.start, f"{words} ")


def _noise(share: float) -> _Revision:
    def revise(chooser: Chooser, draft: Draft, _: Span) -> None:
        words = [match.span() for match in WORD.finditer(draft.text)]
        for start, end in reversed(words):
            if chooser.random.random() >= share:
                continue
            chance = chooser.random.random()
            if chance < 0.6:
                draft.replace(start, end, chooser.words(1))
            elif chance < 0.8:
                draft.insert(start, chooser.words(1) + " ")
            else:
                draft.delete(start, end)

    return revise


def _rewrite_surroundings(chooser: Chooser, draft: Draft, passage: Span) -> None:
    about = blocks_about(draft.text, passage)
    for start, end in reversed(_words(draft, about)):
        if end <= passage.start - 1 or start > passage.end:
            draft.replace(start, end, chooser.words(1))


# Passages that go.


def _delete(_: Chooser, draft: Draft, passage: Span) -> None:
    draft.delete(passage.start, passage.end)


def _delete_sentences(_: Chooser, draft: Draft, passage: Span) -> None:
    about = sentences_about(draft.text, passage)
    draft.delete(about.start, about.end)


def _delete_blocks(_: Chooser, draft: Draft, passage: Span) -> None:
    about = blocks_about(draft.text, passage)
    draft.delete(about.start, about.end)


def _delete_and_bring_context(chooser: Chooser, draft: Draft, passage: Span) -> None:
    """Delete the passage, and move what stood before it to another place with the same words."""
    quote = draft.text[passage.start : passage.end]
    about = blocks_about(draft.text, passage)
    draft.delete(passage.start, passage.end)
    others = [match.start() for match in re.finditer(re.escape(quote), draft.text)]
    far = [at for at in others if at < about.start or at > about.end]
    if far and passage.start > about.start:
        draft.move(about.start, passage.start, chooser.random.choice(far))


# Passages that move, and their copies.


def _move(about: Callable[[str, Span], Span]) -> _Revision:
    def revise(chooser: Chooser, draft: Draft, passage: Span) -> None:
        span = about(draft.text, passage)
        draft.move(span.start, span.end, chooser.random.choice(block_starts(draft.text, span) or [0, len(draft.text)]))

    return revise


def _move_alone(chooser: Chooser, draft: Draft, passage: Span) -> None:
    """Move a passage out of its sentence; with one or two words it would be anybody's."""
    if len(_words(draft, passage)) > 2:
        _move(lambda _, passage: passage)(chooser, draft, passage)


def _copy_blocks(chooser: Chooser, draft: Draft, passage: Span) -> None:
    about = blocks_about(draft.text, passage)
    words = draft.text[about.start : about.end].rstrip() + "\n\n"
    draft.insert(chooser.random.choice(block_starts(draft.text, about) or [0]), words)


def _words(draft: Draft, span: Span) -> list[tuple[int, int]]:
    found = [match.span() for match in WORD.finditer(draft.text, span.start, span.end)]
    return found or [(span.start, span.end)]


def _then(*revisions: _Revision) -> _Revision:
    """Return several revisions of one passage, one after the other."""

    def revise(chooser: Chooser, draft: Draft, passage: Span) -> None:
        for revision in revisions:
            now = draft.fate(passage)
            if now is not None:
                revision(chooser, draft, now)

    return revise


_Kind: TypeAlias = "tuple[Callable[[Chooser, Span], tuple[str, Span]], _Revision]"
KINDS: Mapping[str, _Kind] = {
    "inserted elsewhere": (_as_it_is, _insert_elsewhere),
    "inserted beside": (_as_it_is, _insert_beside),
    "inserted inside": (_as_it_is, _insert_inside),
    "2 % of all words": (_as_it_is, _noise(0.02)),
    "10 % of all words": (_as_it_is, _noise(0.1)),
    "rewritten in part": (_as_it_is, _rewrite(0.15)),
    "rewritten in part, and more": (_as_it_is, _then(_rewrite(0.15), _insert_elsewhere, _noise(0.02))),
    "first or last word": (_as_it_is, _first_or_last_word),
    "words left out": (_as_it_is, _delete_inside),
    "letter case": (_as_it_is, _upper),
    "quotation marks": (_as_it_is, _other_quotes),
    "numbers": (_as_it_is, _other_number),
    "negation": (_as_it_is, _negate),
    "names": (_as_it_is, _other_name),
    "block split or joined": (_as_it_is, _split),
    "surroundings rewritten": (_as_it_is, _rewrite_surroundings),
    "deleted": (_as_it_is, _delete),
    "sentence deleted": (_as_it_is, _delete_sentences),
    "block deleted": (_as_it_is, _delete_blocks),
    "deleted, and 2 %": (_as_it_is, _then(_noise(0.02), _delete)),
    "moved with its block": (_as_it_is, _move(blocks_about)),
    "moved with its sentence": (_as_it_is, _move(sentences_about)),
    "moved alone": (_as_it_is, _move_alone),
    "moved, and 2 %": (_as_it_is, _then(_move(blocks_about), _noise(0.02))),
    "block copied": (_as_it_is, _copy_blocks),
    "block copied, original rewritten": (_as_it_is, _then(_copy_blocks, _rewrite(0.1))),
    "block copied, original deleted": (_as_it_is, _then(_copy_blocks, _delete)),
    "block copied, and 2 %": (_as_it_is, _then(_copy_blocks, _noise(0.02))),
    "refrain, all kept": (_with_refrain, _insert_elsewhere),
    "refrain, and 2 %": (_with_refrain, _noise(0.02)),
    "refrain, original rewritten": (_with_refrain, _rewrite(0.15)),
    "refrain, original deleted": (_with_refrain, _delete),
    "refrain, its sentence deleted": (_with_refrain, _delete_sentences),
    "refrain, its block deleted": (_with_refrain, _delete_blocks),
    "refrain, its context to another": (_with_refrain, _delete_and_bring_context),
    "twin, all kept": (_with_twin, _insert_elsewhere),
    "twin, original deleted": (_with_twin, _delete),
    "twin, its block deleted": (_with_twin, _delete_blocks),
    "twin, original rewritten": (_with_twin, _rewrite(0.15)),
}
"""How the text is prepared and how it is revised, by the name of the kind."""
