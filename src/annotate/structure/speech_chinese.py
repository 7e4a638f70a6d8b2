"""Finds the clause beside a quotation that tells who speaks, in Chinese: 林晓梅说：“…”, “…”何大川说."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.structure.clause import NOBODY, Clause, Manner, Sort, Subject
from annotate.structure.vocabulary.speech import (
    CHINESE_OFFICES,
    CHINESE_SPEECH,
    CHINESE_SURNAMES,
    CHINESE_WRITING,
)

if TYPE_CHECKING:
    import re

    from annotate.structure.draft import Sketch

_VERB = rf"(?:(?P<writing>{CHINESE_WRITING})|(?:{CHINESE_SPEECH}))"
_ADVERB = "(?:曾经|曾|还|也|又|则|就|便|接着)"
_OFTEN = 2  # times a string stands in a text, if it is taken for a name
_STOPS = frozenset("，？！…—,?!")


class ChineseClauses:
    """The patterns of Chinese, and the names a text bears out: a surname and one or two characters, more than once."""

    def __init__(self, sketch: Sketch) -> None:
        self._text = "\n".join(draft.text for draft in sketch.drafts)
        self._before = lazy_pattern(
            rf"(?P<subject>[\u4e00-\u9fff·]{{0,16}}?){_ADVERB}?{_VERB}[^，。：:]{{0,6}}[：:，,]?$"
        )
        self._after = lazy_pattern(rf"[，,]?(?P<subject>[\u4e00-\u9fff·]{{1,16}}?){_ADVERB}?{_VERB}")
        self._office = lazy_pattern(rf"^.*?(?:{CHINESE_OFFICES})")
        self._known = {person.name for person in sketch.persons}

    def after(self, text: str, last: str) -> Clause | None:
        """Return the clause at the start of the text after a quotation; `last` stands before its closing mark."""
        found = self._after.match(text) if last in _STOPS or text[:1] in {"，", ","} else None
        return Clause(_manner(found), self._subject(found["subject"]), found.end()) if found else None

    def before(self, text: str) -> Clause | None:
        """Return the clause at the end of the text before a quotation."""
        found = self._before.search(text.rstrip()[-40:])
        return Clause(_manner(found), self._subject(found["subject"])) if found else None

    def embeds(self, text: str) -> bool:
        """Whether a noun phrase goes on in a quotation: Chinese has no articles that would tell."""
        return text.endswith("的")

    def _subject(self, words: str) -> Subject:
        if words in {"他", "她", "我"}:
            return Subject({"他": Sort.HE, "她": Sort.SHE, "我": Sort.FIRST}[words], words)
        name = self._office.sub("", words)
        if name in self._known or (self._looks_like_name(name) and self._text.count(name) >= _OFTEN):
            return Subject(Sort.NAME, name)
        return NOBODY

    def _looks_like_name(self, words: str) -> bool:
        if "·" in words:
            return True
        return len(words) in {2, 3} and words[0] in CHINESE_SURNAMES and words[-1] not in "人们者家"


def _manner(found: re.Match[str]) -> Manner:
    return Manner.WRITTEN if found["writing"] else Manner.SAID
