"""Recognises quotations set apart in plain text: an epigraph above its source, a pull quote between paragraphs."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.structure.draft import Draft, Kind
from annotate.structure.vocabulary.speech import CHINESE_SPEECH, CHINESE_WRITING, speech_words

if TYPE_CHECKING:
    from annotate.structure.draft import Sketch

_PROSE = 30  # words
_FEWEST_WORDS = 5
_MOST_WORDS = 40
_CLAUSE_WORDS = 6  # before a comma
_EPIGRAPH_WORDS = 90
_CLAUSE = 160  # code points at the end of a block in which the clause stands
_AFTER_VERB = 60  # code points from its verb to the colon
_PUTS = "puts? it|put(?:s|ting)? the (?:matter|case|point)|in (?:his|her|their) (?:own )?words"
_SIGNED = lazy_pattern(r"[-–—*•‣◦▪·]|\(?\w{1,3}[.)]\s|[^\s:：]{1,25}(?: [^\s:：]{1,25}){0,2}[:：]")
_WINDOW = 12  # blocks before and after a pull quote in which its words stand
_PAIRS = (("“", "”"), ("‘", "’"), ("«", "»"), ("„", "“"), ('"', '"'), ("「", "」"))
_SOURCE = lazy_pattern(r"[—–―]\s*\S[^?]{0,120}$|-{1,2}\s*[^\W\d_a-z][^?]{2,100}$")
_WITH_SOURCE = lazy_pattern(r"[“\"«].{10,600}[”\"»]\s*[—–―-]\s*[^\W\d_a-z][^?.]{2,100}\.?$")
_NOT_WORDS = lazy_pattern(r"[\W_]+")


def recognise_quotations_set_apart(sketch: Sketch) -> None:
    """Claim epigraphs with their sources, quotations that a clause with a colon brings in, and pull quotes."""
    _claim_with_source(sketch.drafts)
    if not any(draft.kind is Kind.TURN for draft in sketch.drafts):
        _claim_brought_in(sketch.drafts, sketch.languages)
        _claim_pull_quotes(sketch.drafts)


def _claim_brought_in(drafts: list[Draft], languages: tuple[str, ...]) -> None:
    """Claim what stands below prose whose last clause says that somebody speaks or writes, and ends in a colon.

    A list or a dialogue that is brought in so begins with signs of its own. A comma brings in whole sentences after
    an empty line; without one, it may stand at the end of any line.
    """
    brings_in = _brings_in(languages)
    for draft, below in pairwise(drafts):
        if draft.kind is not None or below.kind is not None or draft.text[-1] not in ":：,":
            continue
        if draft.text[-1] == "," and not (
            below.line > draft.line + 1
            and draft.words >= _CLAUSE_WORDS
            and below.text[0].isupper()
            and below.words >= _PROSE // 2
        ):
            continue
        if _SIGNED.match(below.text) is None and below.ends_sentence and brings_in.search(draft.text[-_CLAUSE:]):
            below.becomes(Kind.QUOTATION, "stands below a clause that says who speaks, and a colon", certainty=0.8)


@cache
def _brings_in(languages: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of the end of a text, of which the last clause says that somebody speaks."""
    words = speech_words(languages[0] if len(languages) == 1 else None)
    verbs = "|".join(filter(None, (words.speech, words.writing, _PUTS)))
    chinese = "|".join((CHINESE_SPEECH, CHINESE_WRITING, "[云曰道]", "如下"))
    return re.compile(rf"\b(?:{verbs})\b[^.!?;:]{{0,{_AFTER_VERB}}}[:,]$|(?:{chinese})[：:]$", re.IGNORECASE)


def _claim_with_source(drafts: list[Draft]) -> None:
    """Claim a quotation and the line with a dash below it; without quotation marks only before the first prose."""
    before_prose = True
    for index, draft in enumerate(drafts):
        if draft.kind is None and _WITH_SOURCE.fullmatch(draft.text) and draft.words <= _EPIGRAPH_WORDS:
            draft.becomes(Kind.QUOTATION, "a quotation with its source after a dash")
            continue
        below = drafts[index + 1] if index + 1 < len(drafts) else None
        if draft.kind is None and below is not None and below.kind is None and draft.words <= _EPIGRAPH_WORDS:
            sourced = bool(_SOURCE.match(below.text)) and below.words <= 16
            sourced = sourced and draft.text[0] not in "–—―-"  # two who speak
            if sourced and (_is_quoted(draft.text) or (before_prose and index + 2 < len(drafts))):
                group = f"quotation at {draft.line}"
                for part, reason in ((draft, "a quotation above its source"), (below, "the source of a quotation")):
                    part.becomes(Kind.QUOTATION, reason)
                    part.group = group
        before_prose = before_prose and not (draft.kind is None and draft.words >= _PROSE)


def _is_quoted(text: str) -> bool:
    """Whether a block is one quotation from its first sign to its last."""
    return any(text.startswith(opening) and text.rstrip(".").endswith(closing) for opening, closing in _PAIRS)


def _claim_pull_quotes(drafts: list[Draft]) -> None:
    """Claim short blocks whose words stand in a paragraph near by, or that are nothing but words in quotation marks."""
    bare = [_NOT_WORDS.sub(" ", draft.text).strip().casefold() for draft in drafts]
    for index, draft in enumerate(drafts):
        if draft.kind is not None or not _FEWEST_WORDS <= draft.words <= _MOST_WORDS:
            continue
        near = range(max(index - _WINDOW, 0), min(index + _WINDOW + 1, len(drafts)))
        repeated = any(
            len(bare[other]) > 1.3 * len(bare[index]) and bare[index] in bare[other]
            for other in near
            if other != index and drafts[other].kind is None and drafts[other].words >= _PROSE
        )
        if repeated:
            draft.becomes(Kind.QUOTATION, "repeats words of a paragraph near by, as a pull quote does", certainty=0.9)
        elif (
            _is_quoted(draft.text) and _between_prose(drafts, index) and draft.text.strip("”’»\"' ")[-1:] not in ".!?…,"
        ):
            draft.becomes(Kind.QUOTATION, "words in quotation marks, set apart between paragraphs", certainty=0.7)


def _between_prose(drafts: list[Draft], index: int) -> bool:
    beside = [drafts[at] for at in (index - 1, index + 1) if 0 <= at < len(drafts)]
    return len(beside) == 2 and all(draft.kind is None and draft.words >= _PROSE // 2 for draft in beside)
