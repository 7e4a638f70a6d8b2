"""What quoted words are that nobody is said to speak: a title, a term, a word mentioned, an inscription, irony."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.structure.vocabulary.speech import CHINESE_TERMED, speech_words
from annotate.structure.works import is_title

if TYPE_CHECKING:
    from annotate.structure.quotations import Quotation

_NEAR = 60  # code points before a quotation in which a word for a work or a term tells what it is
_IRONIC_WORDS = 3
_GOES_ON = lazy_pattern(r"\s+[a-zß-öø-ÿ]")
_NAME_FOLLOWS = lazy_pattern(r"\s+[^\W\d_a-zß-öø-ÿ]")
_BY_NAME = lazy_pattern(r"(?:call|dubb|known|termed|label|nomm|appel|genannt|llamad|chamad|denominad)\w*(?: as)?\s*$")
_INSIDE = lazy_pattern(r"\b(?:[Ii]n|[Dd]ans|[Ee]n|[Ee]m)\s*$")  # before what a work tells, not what a person is called
_PLAIN_ENDS = " ,.;:、，。\u00a0\u202f"


def inner_words(text: str, quotation: Quotation) -> str:
    """Return what stands between the marks of a quotation, without the sentence's own stops."""
    end = quotation.end if quotation.open_end else quotation.end - 1
    start = quotation.start if quotation.open_start else quotation.start + 1
    return text[start:end].strip(_PLAIN_ENDS)


class QuotedWords:
    """The signs of one language."""

    def __init__(self, language: str | None) -> None:
        words = speech_words(language)
        near = r"\b[^.!?“”\"«»„]{0,20}$"
        self._work = lazy_pattern(rf"\b(?i:{words.work})\b[^.!?]{{0,20}}$")
        self._part = lazy_pattern(rf"\b(?i:{words.part}){near}")
        self._termed = lazy_pattern(rf"(?:\b(?i:{words.termed})|{CHINESE_TERMED})\s*$")
        self._worded = lazy_pattern(rf"\b(?i:{words.worded})\s*$")
        self._word_after = lazy_pattern(r"\s+(?:is|was) an? (?:\w+ )?(?P<worded>word|phrase|expression|term)\b")
        self._inscribed = lazy_pattern(
            rf"\b(?i:{words.documents})\b[^.!?]{{0,30}}\b(?i:{words.writing or '(?!)'})\b[:,]?\s*$"
        )
        self._bearing = lazy_pattern(rf"\b(?i:{words.documents})\b")
        verbs = (words.speech, words.telling, words.writing, words.naming, words.according)
        self._quoting = lazy_pattern(rf"\b(?i:{'|'.join(filter(None, verbs))})\b")
        self._embedding = lazy_pattern(rf"(?:\b(?i:{words.determiners})|\w['’]s?)\s+$")
        self._after_preposition = lazy_pattern(rf"\b(?:{words.prepositions})\s+$")
        self._coordinated = lazy_pattern(r"^\s*(?:,|and|or|et|und|y|e|ou|oder|o|、|和)?\s*$")

    def is_title(self, text: str, quotation: Quotation) -> bool:
        """Whether a work's title stands between the marks.

        Two capitalised words may be a nickname ("Puppet Master"); a word for a work before them settles it. What a
        sign or a card reads is no title.
        """
        words = inner_words(text, quotation)
        if quotation.open_start or quotation.open_end or not is_title(words):
            return False
        before = text[max(0, quotation.start - _NEAR) : quotation.start]
        if self._inscribed.search(before):
            return False
        if words.count(" ") >= 2 or ":" in words:
            return True
        return bool(self._work.search(before) or self._part.search(before) or _INSIDE.search(before))

    def level(self, text: str, start: int) -> str:
        """Return TEI's level of the title that begins at `start`: "a" for a part of a larger work, else "m"."""
        return "a" if self._part.search(text[max(0, start - _NEAR) : start]) else "m"

    def element(self, text: str, quotation: Quotation, sentence: int) -> str:
        """Return the TEI element of quoted words that nobody says; `sentence` is where their sentence begins.

        `term` for a technical term, `mentioned` for a word that is spoken of, `soCalled` for what the writer keeps at
        a distance: a few words in lower case, in a sentence that quotes nobody. Else `q`.
        """
        before, after = text[sentence : quotation.start], text[quotation.end : quotation.end + _NEAR]
        words = inner_words(text, quotation)
        short = len(words.split()) <= _IRONIC_WORDS
        lower = words[:1].islower()
        if self._termed.search(before):
            return "q" if words[:1].isupper() and _BY_NAME.search(before) else "term"
        if self._worded.search(before) or (short and self._word_after.match(after)):
            return "mentioned"
        whole = text[quotation.start : quotation.end]
        if lower and self.embedded(text, quotation):
            return "soCalled"
        if not (short and lower) or any(sign in whole for sign in "!?…") or self._quoting.search(before):
            return "q"
        return "soCalled" if before.strip() and not self._bearing.search(before) else "q"

    def embedded(self, text: str, quotation: Quotation) -> bool:
        """Whether a few quoted words stand inside a phrase of the sentence: the “true” story, a share in “Perforce”."""
        words = inner_words(text, quotation)
        before, after = text[max(0, quotation.start - 20) : quotation.start], text[quotation.end : quotation.end + 3]
        if len(words.split()) > _IRONIC_WORDS:
            return False
        if words[:1].islower():
            goes_on = text[quotation.end - 2].isalnum() and _NAME_FOLLOWS.match(after)
            return bool(goes_on or (_GOES_ON.match(after) and self._embedding.search(before)))
        return " " not in words and bool(self._after_preposition.search(before))

    def coordinates(self, between: str) -> bool:
        """Whether what stands between two quotations only joins them: "and", a comma."""
        return bool(self._coordinated.match(between))


@cache
def quoted_words_of(language: str | None) -> QuotedWords:
    """Return the signs of a language (a BCP 47 tag, or None where it is not known)."""
    return QuotedWords(language)
