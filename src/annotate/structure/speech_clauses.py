"""Finds the clause beside a quotation that tells who speaks: "said X" after it, "X wrote that" before it."""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.structure.clause import NOBODY, Clause, Manner, Sort, Subject
from annotate.structure.vocabulary.speech import speech_words

if TYPE_CHECKING:
    from annotate.structure.vocabulary.speech import SpeechWords

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_NAME_WORD = rf"{_CAPITAL}(?:\.|(?:[^\W\d_]|['’\-](?!s\b)(?=[^\W\d_]))*)"
_PARTICLE = r"(?:de|del|della|di|da|dos|du|van|von|der|den|la|le|el|al|bin|ibn|ter|ten|zu)"
# Words a sentence begins with that are capitalised there, and no names.
_OPENERS = (
    "I|He|She|It|They|We|You|The|A|An|And|But|So|Then|Or|Yet|When|While|As|If|For|In|On|At|Of|To|By|From|With|After"
    "|Before|Since|That|This|These|Those|There|Here|What|Who|Why|How|Where|Nobody|Somebody|Everyone|Everybody|One|Some"
    "|Il|Elle|On|Et|Mais|Er|Sie|Es|Und|Aber|Der|Die|Das|Él|Ella|Y|Pero|El|La|Ele|Ela|E|Mas|O|Os|Le|Les|Un|Une|Ein|Eine"
)
NAME = (
    rf"(?<![\w’'])(?!(?:{_OPENERS})\b(?![.]))"
    rf"(?:{_NAME_WORD}[ \u00a0](?:{_PARTICLE}[ \u00a0]){{0,2}}){{0,4}}{_NAME_WORD}(?![\w’'])"
)
_LOWER = r"[a-zß-öø-ÿ][\w'’\-]*"
_ASIDE = r"(?P<aside>,\s[^,.;:“”\"«»„]{1,80},|\s\([^()]{1,40}\))"  # "Weiss, 52, has said"
_NAMED_ASIDE = lazy_pattern(rf"^,\s(?:{_LOWER}\s+){{0,3}}(?P<name>{NAME}),$")
_STOPS = frozenset(",，、!！?？…—–-")  # what ends a quotation that its sentence goes on after
_REACH = 160  # code points before a verb in which its subject stands
_FAR = 90  # code points between a verb and the quotation it opens
_ANY_NAME = lazy_pattern(NAME)


class Clauses:
    """The patterns of one language."""

    def __init__(self, words: SpeechWords) -> None:
        self.words = words
        subject, verbs, between = _subject(words), _verbs(words), f"(?:(?:{words.between})\\s+)"
        lead = r"\s*[,，]?\s*[—–-]?\s*"
        self._verb = lazy_pattern(rf"\b{verbs}\b")
        self._subject_at_end = lazy_pattern(
            rf"(?:{subject})(?:{_ASIDE}|,|,?\s+(?:who|qui|que|quien|quem|der|die))?\s*{between}{{0,4}}$"
        )
        self._subject_first = lazy_pattern(
            rf"{lead}(?:(?:as|wie|comme|como)\s+)?(?:{subject})(?:{_ASIDE}|,)?\s+{between}{{0,4}}{verbs}\b"
        )
        self._verb_first = lazy_pattern(
            rf"{lead}{between}?(?:{verbs}|(?:{words.tagging or '(?!)'}))\b(?:-t\b)?"
            rf"(?:[\s-]+{between}?(?:{subject})(?P<genitive>['’]s?\b)?)?"
        )
        self._denied = lazy_pattern(rf"(?:\b(?:{words.never}))\s+(?:\S+\s+){{0,2}}$")
        self._passive = lazy_pattern(rf"\b(?:{words.being})\s+(?:\S+ly\s+)?$")
        self._naming = lazy_pattern(rf"\b(?:{words.naming})\b") if words.naming else None
        self._document = lazy_pattern(rf"\b(?:{words.documents})\b")
        self._embedding = lazy_pattern(rf"\b(?i:{words.determiners})\s*$")
        self._and = lazy_pattern(rf"\b(?:and|et|und|y|e)\s+{between}{{0,3}}$")
        self._according_at_all = lazy_pattern(rf"\b(?i:{words.according})\b")
        self._wording_at_all = lazy_pattern(rf"\b(?:{words.wording})\b") if words.wording else None

    @cached_property
    def _subject_at_start(self) -> re.Pattern[str]:
        return lazy_pattern(rf"\s*(?:(?:And|But|So|Then|Yet)\s+)?(?:{_subject(self.words)})\s")

    @cached_property
    def _according(self) -> re.Pattern[str]:
        words = self.words
        return lazy_pattern(
            rf"\b(?i:{words.according})\s+(?:{_subject(words)}"
            rf"|(?P<him>{words.him or '(?!)'})\b|(?P<her>{words.her or '(?!)'})\b)"
            rf"(?:{_ASIDE})?[^.!?:;“”\"«»]{{0,50}}$"
        )

    @cached_property
    def _wording(self) -> re.Pattern[str]:
        whose = rf"(?:(?P<name>{NAME})['’]s?|\b(?:(?P<him>[Hh]is)|(?P<her>[Hh]er)))"
        return lazy_pattern(rf"{whose}\s+(?:\w+\s+)?(?:{self.words.wording})\b(?:,|:|\s+(?:is|was)[,:]?)?\s*$")

    def after(self, text: str, last: str) -> Clause | None:
        """Return the clause at the start of the text after a quotation; `last` is what stands before its closing mark.

        A clause belongs to the quotation before it only where that leaves its sentence open.
        """
        head = text.lstrip()[:1]
        if head not in {",", "，"} and not (last in _STOPS or (last in ".。" and head.islower())):
            return None
        found = self._verb_first.match(text)
        if found:
            verb = found["speech"] or found["telling"] or found["writing"] or found["thinking"] or ""
            return None if verb.endswith("ing") else self._tag(found, text)
        found = self._subject_first.match(text)
        if found is None or self._starts_anew(found, text, last):
            return None
        manner = _manner(found)
        if found["it"] or self._document.search(found["phrase"] or ""):
            manner = Manner.WRITTEN
        return Clause(manner, self._subject(found), found.end())

    def before(self, text: str) -> Clause | None:
        """Return the clause at the end of the text before a quotation, which begins with its sentence."""
        according = self._according.search(text) if self._according_at_all.search(text) else None
        if according:
            return Clause(Manner.SAID, self._oblique(according) or self._subject(according))
        worded = self._wording_at_all is not None and self._wording_at_all.search(text)
        wording = self._wording.search(text) if worded else None
        if wording:
            return Clause(Manner.SAID, self._oblique(wording) or Subject(Sort.NAME, wording["name"], wording.start()))
        tail = max(0, len(text) - _FAR)
        for verb in reversed(list(self._verb.finditer(text, tail))):
            clause = self._opening(text, verb)
            if clause is not None:
                return clause
        return self._named(text, tail)

    def embeds(self, text: str) -> bool:
        """Whether the text before a quotation ends with an article or the like, so that a noun phrase goes on in it."""
        return bool(self._embedding.search(text))

    def _tag(self, found: re.Match[str], text: str) -> Clause | None:
        manner = _manner(found)
        if found["genitive"]:
            return Clause(manner, self._apposition(text, found.end()), found.end())
        if found["telling"] and found["telling"].lower().startswith("t") and found["name"]:
            return None
        return Clause(manner, self._subject(found), found.end())

    def _apposition(self, text: str, at: int) -> Subject:
        """Return the name in "said Pell's niece, Dora Finch", else nobody."""
        named = re.match(rf"(?:\s+{_LOWER}){{1,4}},\s+(?P<name>{NAME})", text[at : at + 90])
        return Subject(Sort.NAME, named["name"]) if named else NOBODY

    def _starts_anew(self, found: re.Match[str], text: str, last: str) -> bool:
        """Whether what reads like "X said" after a quotation is a sentence of its own."""
        if text.lstrip()[:1] in {",", "，", "—", "–"} or last in ",，":
            return False
        spoken = found.group().lstrip()
        if found["name"] is None:
            return not spoken[:1].islower() and found["first"] is None
        rest = text[found.end() :].lstrip()
        prepositions = self.words.prepositions.split("|")
        first_word = re.match(r"[\w’']+", rest)
        goes_on = first_word is not None and first_word.group().lower() not in prepositions
        return found["telling"] is not None and goes_on

    def _opening(self, text: str, verb: re.Match[str]) -> Clause | None:
        """Return the clause whose verb opens a quotation after the text, None where it does not."""
        rest = text[verb.end() :].strip()
        manner = _manner(verb)
        form = verb.group().lower()
        if (
            re.match(r"to (?:be|have)\b", rest)
            or (")" in rest and "(" not in rest)  # the verb stands in brackets, the quotation does not
            or (re.match(r"(?:and \w+ )?by\b", rest) and not rest.endswith((":", ",")))  # "written by her, it is"
            or ":" in rest[:-1]
            or ";" in rest
            or (form.endswith("like") and rest.strip(" ,:"))
        ):
            return None
        lead = text[: verb.start()]
        if self._denied.search(lead[-40:]):
            return None
        if manner is Manner.WRITTEN and not self._introduces(rest):
            return None
        passive = self._passive.search(lead) and not form.endswith(("ing", "like"))
        if passive and not form.startswith("quoted"):
            return Clause(manner, NOBODY) if verb["telling"] else self._of_thing(text, lead)
        subject_match = self._subject_at_end.search(lead, max(0, len(lead) - _REACH))
        if subject_match is None:
            return self._coordinated(lead, manner)
        subject = self._subject(subject_match)
        if subject.sort is Sort.IT or self._document.search(subject_match["phrase"] or ""):
            manner, subject = Manner.WRITTEN, NOBODY
        if form in {"read", "reads"} or form.startswith(("bore", "bear")):
            manner, subject = Manner.WRITTEN, NOBODY
        return Clause(manner, subject)

    def _coordinated(self, lead: str, manner: Manner) -> Clause:
        """Return the clause of a verb without a subject beside it; "he rose and said" has that of the first verb."""
        first = self._subject_at_start.match(lead) if self._and.search(lead) else None
        if first is None or _ANY_NAME.search(lead, first.end()):
            return Clause(manner, NOBODY, follows=True)
        return Clause(manner, self._subject(first))

    def _of_thing(self, text: str, lead: str) -> Clause | None:
        """Return the clause of "it is said that", None for "said to be"."""
        rest = text[len(lead) :].split(maxsplit=2)
        return Clause(Manner.SAID, NOBODY) if len(rest) > 1 and rest[1] in {"that", "que", "dass"} else None

    def _introduces(self, rest: str) -> bool:
        """Whether what follows a verb of writing brings in what was written, and is not simply its object."""
        first = re.match(r"[\w’']+", rest)
        word = first.group().lower() if first else ""
        if not word or rest.endswith((":", ",")):
            return True
        return word in {"that", "que", "dass", "how"} or word in self.words.prepositions.split("|")

    def _named(self, text: str, tail: int) -> Clause | None:
        """Return the clause of "X called the ending"."""
        verbs = list(self._naming.finditer(text, tail)) if self._naming else []
        if not verbs:
            return None
        lead = text[: verbs[-1].start()]
        if self._passive.search(lead) or self._denied.search(lead[-40:]) or not text[verbs[-1].end() :].strip():
            return None
        found = self._subject_at_end.search(lead, max(0, len(lead) - _REACH))
        if found is None:
            return None
        if self._document.search(found["phrase"] or ""):
            return Clause(Manner.WRITTEN, NOBODY)
        return Clause(Manner.NAMED, self._subject(found))

    def _subject(self, found: re.Match[str]) -> Subject:
        for sort in (Sort.HE, Sort.SHE, Sort.IT, Sort.FIRST):
            if found[sort]:
                return Subject(sort, found[sort], found.start(sort))
        if found["name"]:
            lead = found.string[: found.start("name")].rstrip()
            word = lead[len(lead.rstrip("abcdefghijklmnopqrstuvwxyzàâéèêîôûß'’")) :].lower()
            if word and (word in self.words.prepositions.split("|") or word in {"and", "et", "und", "y", "e"}):
                return self._after_preposition(found, word)
            return Subject(Sort.NAME, found["name"], found.start("name"))
        aside = _NAMED_ASIDE.search((found.groupdict().get("aside") or "") if found["phrase"] else "")
        if aside:
            return Subject(Sort.NAME, aside["name"], found.start("phrase"))  # "a spokesman, Karl Dorn, said"
        phrase = (found["phrase"] or "").lower()
        director = re.fullmatch(rf"(?:the|le|la|der|die|el|o|a)\s+(?:film['’]s\s+)?(?i:{self.words.director})", phrase)
        return Subject(Sort.DIRECTOR if director else Sort.SOMEBODY, phrase)

    def _oblique(self, found: re.Match[str]) -> Subject | None:
        """Return the subject of "according to her", "in his words"."""
        if found["him"]:
            return Subject(Sort.HE, found["him"], found.start("him"))
        return Subject(Sort.SHE, found["her"], found.start("her")) if found["her"] else None

    def _after_preposition(self, found: re.Match[str], word: str) -> Subject:
        """Return the name after "according to", whose preposition is its own; else somebody who is not named."""
        if word in re.findall(r"\w+", self.words.according + "|" + self.words.tagging):
            spoken = found.string[: found.start("name")].lower().rstrip()
            if re.search(rf"(?:{self.words.according}|{self.words.tagging})$", spoken):
                return Subject(Sort.NAME, found["name"])
        return Subject(Sort.SOMEBODY, found["name"])


def _manner(found: re.Match[str]) -> Manner:
    if found["writing"]:
        return Manner.WRITTEN
    return Manner.THOUGHT if found["thinking"] else Manner.SAID


def _verbs(words: SpeechWords) -> str:
    groups = ("speech", "telling", "writing", "thinking")
    return "(?:" + "|".join(f"(?P<{name}>{getattr(words, name) or '(?!)'})" for name in groups) + ")"


def _subject(words: SpeechWords) -> str:
    """Return the pattern of a subject; at most one of its groups takes part in a match."""
    determiner = f"(?:(?i:{words.determiners})\\s+|l['’])"
    subjects = "|".join(filter(None, (words.he, words.she, words.it, words.first, words.other)))
    lower = rf"(?!(?i:{words.prepositions}|{subjects})\b){_LOWER}"
    inner = rf"(?!(?i:{subjects})\b)[\w’'\-]+"
    pronouns = "|".join(
        f"(?P<{name}>\\b(?i:{getattr(words, name)})\\b)" if getattr(words, name) else f"(?P<{name}>(?!))"
        for name in ("he", "she", "it", "first", "other")
    )
    named = rf"(?<![\w’'])(?:{determiner})?(?:{lower}\s+){{0,4}}?(?P<name>{NAME})"
    return rf"{pronouns}|{named}|(?P<phrase>\b{determiner}(?:{inner}\s+){{0,5}}?(?!(?i:{subjects})\b){_LOWER})"


@cache
def clauses_of(language: str | None) -> Clauses:
    """Return the patterns of a language (a BCP 47 tag, or None where it is not known)."""
    return Clauses(speech_words(language))
