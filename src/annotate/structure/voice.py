"""Who a paragraph sounds like: somebody asking, somebody answering, or somebody telling of others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.structure.vocabulary.interviews import ABOUT_ITSELF, CUE, ME, YOU
from annotate.structure.vocabulary.voices import MAY_PROMPT, PROMPTS, QUESTION_WORDS, REPLIES, THEY

if TYPE_CHECKING:
    from annotate.structure.draft import Draft

_QUOTED = lazy_pattern(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|„[^“”]*[“”]")
_CLOSING_SIGN = lazy_pattern(r"[“”\"»]")
_OPENING_SIGNS = '“"«„'
_QUESTION_MARKS = ("?", "？")
_SENTENCE_END = lazy_pattern(r"[.!?…。！？](?:\s|$)")
_FIRST_SENTENCE = 250  # code points
_FIRST_ASKS = lazy_pattern(r"[^.!?…]{5,250}\?")
_SENTENCES_OF_AN_ASIDE = 2
_NUMBER = lazy_pattern(r"\d{1,3}[.):]\s+")
_LONG, _SHORT = 90, 30  # words
_REMARK = lazy_pattern(r"\s*[\[(][^\])]{1,40}[\])]\.?$")


def asks(text: str) -> bool:
    """Whether a paragraph ends by asking; a closing quotation mark or remark in brackets apart."""
    end = text.rstrip("”\"'’») ")
    if end.endswith(_QUESTION_MARKS):
        return True
    return text.endswith(("]", ")", "].", ").")) and _REMARK.sub("", text).endswith(_QUESTION_MARKS)


def announces(text: str, languages: tuple[str, ...]) -> bool:
    """Whether a headline and introduction say that an interview follows."""
    return bool(CUE.of(languages).search(text))


def prompts(draft: Draft) -> bool:
    """Whether a paragraph asks for an answer without a question mark: "Tell us about ...", "You studied law."."""
    number = _NUMBER.match(draft.text) if draft.text[0].isdecimal() else None
    return bool(PROMPTS.of(draft.languages).match(draft.text, number.end() if number else 0))


def addresses(draft: Draft) -> bool:
    """Whether a paragraph says "you", outside what it quotes."""
    return bool(YOU.of(draft.languages).search(_own(draft)))


def asks_first(draft: Draft) -> bool:
    """Whether a paragraph begins by asking "you", whatever it says afterwards, as an answer seldom does."""
    own = _own(draft)
    if "?" not in own[:_FIRST_SENTENCE] or not QUESTION_WORDS.of(draft.languages).match(own):
        return False
    first = _FIRST_ASKS.match(own)
    return first is not None and bool(YOU.of(draft.languages).search(first.group()))


def speaks_of_itself(draft: Draft) -> bool:
    """Whether a paragraph says "I" or "we", outside what it quotes."""
    return bool(ME.of(draft.languages).search(_own(draft)))


def question_score(draft: Draft) -> float:
    """Return how much more like a question than like an answer a paragraph is; 0 is undecided."""
    own, languages, words = _own(draft), draft.languages, draft.words
    addressing = len(YOU.of(languages).findall(own))
    personal = len(ME.of(languages).findall(own))
    asking = asks(draft.text)
    score = 2.5 if asking else 1.25 if asks_first(draft) else -0.75 if "?" in own else -1.25
    score += min(2.0, 40 * addressing / (words + 20)) - min(2.5, 25 * personal / (words + 20))
    if asking and not addressing and len(_SENTENCE_END.findall(own)) > _SENTENCES_OF_AN_ASIDE:
        score -= 1.0  # what a speaker asks of himself, at the end of an answer
    if PROMPTS.of(languages).match(own):
        score += 1.75
    elif REPLIES.of(languages).match(own):
        score -= 1.25
    elif MAY_PROMPT.of(languages).match(own):
        score += 0.75
    elif QUESTION_WORDS.of(languages).match(own):
        score += 0.5
    if words > _LONG:
        score -= 1.5
    elif words < _SHORT:
        score += 0.75
    return score


def narration_score(draft: Draft, surname: str = "") -> float:
    """Return how much a paragraph sounds like somebody who tells of others, rather than speaks; 0 is undecided.

    `surname` is that of somebody who speaks in the interview, and hence is not spoken of in it.
    """
    own, languages = _own(draft), draft.languages
    score = 0.25 if len(own) < len(draft.text) else 0.0
    if surname and re.search(rf"\b{re.escape(surname)}\b", own):
        score += 2.5
    score += min(1.0, 0.5 * len(THEY.of(languages).findall(own)))
    if ABOUT_ITSELF.of(languages).search(own):
        score += 4.0  # more than its "we" and "you" speak for it
    score -= min(2.5, 1.25 * len(ME.of(languages).findall(own)))
    if YOU.of(languages).search(own):
        score -= 1.0
    if asks(draft.text) or PROMPTS.of(languages).match(own):
        score -= 1.5
    return score


def _own(draft: Draft) -> str:
    """Return the words of a paragraph without what it quotes; one that is a quotation whole is somebody's own words."""
    text = draft.text.capitalize() if draft.text.isupper() else draft.text
    if text[0] in _OPENING_SIGNS and (_QUOTED.fullmatch(text.rstrip(".,")) or _CLOSING_SIGN.search(text, 1) is None):
        return text[1:]  # one that goes on in the next paragraph is not closed
    return _QUOTED.sub("“”", text)
