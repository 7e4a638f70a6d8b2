"""Whom "he" or "she" means before a quotation, where the text leaves no choice.

The rule: in the nearest paragraph that mentions persons before the pronoun, it is the only person who fits and is a
subject there; where several are mentioned, the only one in the last sentence that mentions any, if a subject. Somebody
without a name ("his producer") is mentioned too. Gender is known only from the text itself. Else it is nobody.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.structure.sentences import sentence_starts
from annotate.structure.speech_clauses import NAME

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotate.structure.named_persons import NamedPersons
    from annotate.structure.vocabulary.speech import SpeechWords

_COMPARING = frozenset({"as", "wie", "als", "comme", "como"})  # "as Keaton puts it"
_APPOSITION = 60  # code points between a noun for a person and the name of that person


@dataclass(frozen=True, slots=True)
class _Mention:
    """A person mentioned at [at, end); `name` is None of one without a name, `beside` of one who is not the subject."""

    at: int
    end: int
    name: str | None
    subject: bool
    beside: bool = False


class Antecedents:
    """Finds mentions of persons in running text in which quotations are blanked out."""

    def __init__(self, words: SpeechWords, persons: NamedPersons) -> None:
        self._persons = persons
        prepositions = "|".join(word for word in words.prepositions.split("|") if word not in _COMPARING)
        self._after_preposition = lazy_pattern(rf"\b(?i:{prepositions}|{words.determiners})\s+$")
        self._preposition = lazy_pattern(rf"\b(?i:{prepositions})\s+$")
        self._no_verb = lazy_pattern(rf"\s+(?:{words.prepositions}|{words.determiners})\b")
        self._told_apart = lazy_pattern(
            rf"^,?\s[^,.;]*\b(?:{words.being}|named|called)\s+$|^,\s+(?:[\w’'\-]+\s+){{0,6}}$"
        )
        titles = "|".join(filter(None, (words.mister, words.miss)))
        self._mention = lazy_pattern(
            rf"(?:(?:{titles})\.?\s+)?(?P<name>{NAME})|\b(?P<people>{words.people})\b(?!['’]s)"
        )

    def of(self, pronoun: str, paragraphs: Iterable[str], without: str | None = None) -> str | None:
        """Return the full name of who a pronoun ("he", "she") means; None where nobody is certain.

        `paragraphs` are the text before the pronoun, nearest first; `without` cannot be meant: who was just asked.
        """
        for text in paragraphs:
            mentions = [m for m in self._mentions(text) if self._fits(m, pronoun) and m.name != (without or "")]
            if mentions:
                name = self._only(text, mentions)
                if name:
                    self._persons.gender.setdefault(name, pronoun)
                return name
        return None

    def _fits(self, mention: _Mention, pronoun: str) -> bool:
        return self._persons.gender.get(mention.name or "", pronoun) == pronoun

    def _only(self, text: str, mentions: list[_Mention]) -> str | None:
        main = [mention for mention in mentions if not mention.beside]
        for few in (main, self._last_sentence(text, main)):
            names = {mention.name for mention in few}
            if len(names) == 1 and any(mention.subject for mention in few):
                return names.pop()
        return None

    def _last_sentence(self, text: str, mentions: list[_Mention]) -> list[_Mention]:
        """Return the mentions of the last sentence that has any, if its subject opens it."""
        if not mentions:
            return []
        start = _last(sentence_starts(text), mentions[-1].at)
        few = [mention for mention in mentions if mention.at >= start]
        return few if text[start : few[0].at].strip(' \x00.!?…,”’»"') == "" else []

    def _mentions(self, text: str) -> list[_Mention]:
        found: list[_Mention] = []
        starts = sentence_starts(text)
        for match in self._mention.finditer(text):
            before, after = text[max(0, match.start() - 20) : match.start()], text[match.end() : match.end() + 30]
            if match["people"]:
                found.append(_Mention(match.start(), match.end(), None, subject=False))
                continue
            name = self._persons.full_name(match.group())
            subject = self._is_subject(before, after)
            if name is None and not (subject and text[_last(starts, match.start()) : match.start()].strip()):
                continue  # a word that opens a sentence, or a place
            while found and found[-1].name is None and self._same(text[found[-1].end : match.start()]):
                found.pop()  # "her assistant was Tobias Crane", "the curator, a woman named Ruth Abel"
                subject = True
            beside = bool(self._preposition.search(before)) or after.startswith(("’s", "'s"))
            found.append(_Mention(match.start(), match.end(), name, subject and not beside, beside and not subject))
        return found

    def _same(self, between: str) -> bool:
        """Whether what stands between a noun for a person and a name says that they are the same person."""
        return len(between) < _APPOSITION and (not between.strip() or bool(self._told_apart.search(between)))

    def _is_subject(self, before: str, after: str) -> bool:
        if self._after_preposition.search(before):
            return False
        return after.startswith(",") or bool(re.match(r"\s+[a-zß-öø-ÿ]", after) and not self._no_verb.match(after))


def _last(starts: list[int], at: int) -> int:
    """Return where the sentence begins that holds the offset `at`."""
    return starts[bisect_right(starts, at) - 1]
