"""Whom the subject of a verb of speech means: a name, a pronoun, "the director", the speaker of the turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.structure.antecedents import Antecedents
from annotate.structure.clause import Sort
from annotate.structure.named_persons import NamedPersons
from annotate.structure.speech_clauses import NAME
from annotate.structure.vocabulary.speech import speech_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotate.structure.clause import Subject
    from annotate.structure.draft import Sketch

_NAMES = lazy_pattern(NAME)


class WhoSpeaks:
    """Resolves subjects to full names; never to one of two who fit."""

    def __init__(self, sketch: Sketch) -> None:
        words = speech_words(sketch.language)
        self.persons = NamedPersons(sketch)
        self._antecedents = Antecedents(words, self.persons)
        self._people = lazy_pattern(rf"\b(?:{words.people})\b")
        self._author = sketch.authors[0] if len(sketch.authors) == 1 else None

    def of(
        self, subject: Subject, paragraphs: Sequence[str], speaker: str | None, *, asked: str | None, inside: bool
    ) -> str | None:
        """Return the full name of who a subject means, None where the text leaves it open.

        Args:
            subject: the subject of the clause.
            paragraphs: the text before the subject, nearest paragraph first, quotations blanked out.
            speaker: whose words the clause itself stands in: the turn's speaker, or of an outer quotation; None if the
                author's.
            asked: who has just asked a question, and is not who replies to it.
            inside: the clause stands in somebody's quoted words, in which a pronoun's antecedent is not sought.
        """
        match subject.sort:
            case Sort.NAME:
                return self.persons.full_name(subject.words)
            case Sort.FIRST:
                return speaker or (None if inside else self._author)
            case Sort.HE | Sort.SHE if not inside:
                return self._antecedents.of(subject.sort.value, paragraphs, asked)
            case Sort.DIRECTOR if not inside:
                return self.persons.director
            case _:
                return None

    def only_one_named(self, text: str) -> str | None:
        """Return the full name of the only person named in a sentence; None if others could be meant."""
        if self._people.search(text):
            return None
        found = set()
        for match in _NAMES.finditer(text):
            name = self.persons.full_name(match.group())
            if name and text[match.end() : match.end() + 2] in {"’s", "'s"}:
                return None
            found.add(name)
        found.discard(None)
        return found.pop() if len(found) == 1 else None
