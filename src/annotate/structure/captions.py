"""Recognises captions of pictures by the credit they bear."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.structure.bylines import is_bare_name, is_byline
from annotate.structure.draft import Kind
from annotate.structure.names import PERSON
from annotate.structure.vocabulary.captions import BEGINS, CREDIT, CREDIT_SIGNS, ENDS
from annotate.structure.voice import asks

if TYPE_CHECKING:
    from annotate.structure.draft import Draft, Sketch

_LONGEST_WORDS = 60
_LONGEST_BEGUN = 30  # words; "Picture: ..." in a disc review says more, in sentences
_WORDS_ABOVE = 40
_LONGEST_CREDIT = 160  # code points
# A Chinese paper prints "Chen Weijun, 《…》 (2016)" below a still.
_LONGEST_STILL = 16  # words
_PROSE = 30  # words
_STILL = lazy_pattern(
    rf"{PERSON.pattern}(?:(?:,| and|,? with) {PERSON.pattern})* (?:in|dans|en|em)"
    r" (?:[“\"‘«][^“”\"’«»]{2,60}[”\"’»]\s?(?:\(\d{4}\))?|[^\W\d_a-z][^“”\"«».?!:]{2,40} \(\d{4}\))"
)
_CHINESE_STILL = lazy_pattern(r"[^。！？]{0,20}《[^》]+》[^。！？]{0,12}[(（]\d{4}[)）]")


def recognise_captions(sketch: Sketch) -> None:
    """Claim short blocks that end in a picture's credit, or begin with "Photo:"."""
    begins, credit, ends = (phrases.of(sketch.languages) for phrases in (BEGINS, CREDIT, ENDS))
    drafts = sketch.drafts
    _claim_doubled(drafts)
    for index, draft in sketch.open():
        if draft.words > _LONGEST_WORDS or asks(draft.text):
            continue
        signed = any(sign in draft.text for sign in CREDIT_SIGNS)
        found = (credit.search(draft.text) if signed else None) or ends.search(draft.text)
        begun = draft.words <= _LONGEST_BEGUN or ". " not in draft.text
        if (begun and begins.match(draft.text)) or (found and _is_caption_not_prose(draft.text, found.start())):
            draft.becomes(Kind.CAPTION, "a short line with the credit of a picture")
            if found and not found.start():
                _claim_words_above(drafts[index - 1] if index else None, draft)
        elif _CHINESE_STILL.fullmatch(draft.text) and _stands_between_turns(drafts, index):
            draft.becomes(Kind.CAPTION, "names a film and its year between two turns", certainty=0.8)
        elif _is_file_name(draft, drafts, index):
            draft.becomes(
                Kind.BOILERPLATE, "a word alone in small letters: the name of a picture", "media", certainty=0.75
            )
        elif _names_who_is_seen(draft) and _stands_in_text(drafts[:index]):
            draft.becomes(Kind.CAPTION, "names a person in a film, and says nothing", certainty=0.85)


def _claim_doubled(drafts: list[Draft]) -> None:
    """Claim lines that stand twice, one right below the other: the alternative text of a picture and its caption."""
    for above, below in pairwise(drafts[1:]):
        if above.text != below.text or above.line + 1 != below.line or above.kind is not None or below.kind is not None:
            continue
        if 1 < above.words <= _LONGEST_STILL and above.text[-1] not in ".!?…" and above.text[0] not in "–—-":
            for draft in (above, below):
                draft.becomes(Kind.CAPTION, "stands twice, as the words of a picture and its caption do", certainty=0.8)


def _is_file_name(draft: Draft, drafts: list[Draft], index: int) -> bool:
    """Whether one word in small letters, without a stop, stands alone between prose: nobody says or writes so."""
    if not (draft.text.islower() and draft.text.replace("-", "").replace("_", "").isalnum() and len(draft.text) > 3):
        return False
    beside = drafts[index - 1 : index] + drafts[index + 1 : index + 2]
    alone = len(beside) == 2 and all(abs(other.line - draft.line) > 1 for other in beside)
    return alone and max(other.words for other in beside) >= _PROSE // 2 and all(d.ends_sentence for d in beside)


def _names_who_is_seen(draft: Draft) -> bool:
    return draft.words <= _LONGEST_STILL and draft.text[-1] in '”"’»)' and bool(_STILL.fullmatch(draft.text))


def _stands_in_text(before: list[Draft]) -> bool:
    """Whether prose or somebody speaking stands before, so that a line is no headline."""
    return any(draft.kind is Kind.TURN or draft.words >= _PROSE or asks(draft.text) for draft in before)


def _stands_between_turns(drafts: list[Draft], index: int) -> bool:
    return all(other.kind is Kind.TURN for other in drafts[max(index - 1, 0) : index + 2 : 2])


def _claim_words_above(above: Draft | None, credit: Draft) -> None:
    """Claim the words of a caption right above the line that gives its credit and nothing else."""
    if above is None or above.kind is not None or above.line + 1 != credit.line or above.words > _WORDS_ABOVE:
        return
    if is_byline(above.text) or is_bare_name(above.text):
        return
    above.becomes(Kind.CAPTION, "the words above the credit of a picture", certainty=0.85)


def _is_caption_not_prose(text: str, credit: int) -> bool:
    """Whether the credit, at an offset, closes the block: prose that speaks of a photograph goes on after it."""
    return len(text) - credit <= _LONGEST_CREDIT and text.count(". ") + text.count("。") <= 1
