"""The persons a text names in full: found again by surname or title, and entered in the header if they speak."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.model.document import Person
from annotate.structure.draft import Kind
from annotate.structure.names import persons_in, slug
from annotate.structure.speech_clauses import NAME
from annotate.structure.vocabulary.speech import speech_words

if TYPE_CHECKING:
    from annotate.structure.draft import Sketch

# Capitalised words that end or begin the name of a body, not of a person.
_BODIES = frozenset(
    """times post artists studio studios pictures films magazine review journal news press society university institute
    company association board tribune guardian observer herald gazette telegraph museum festival theatre theater cinema
    cinemas academy college school council committee department ministry office agency club center centre library
    archive archives foundation street avenue road park hotel bank church hall house war award awards prize
    productions entertainment brothers bros corporation inc ltd party union army police court city county state
    states kingdom island islands river lake mount north south east west new san los santa las saint hollywood
    broadway london paris berlin york monde cahiers sight variety reporter daily weekly""".split()
)
_HEADLINES = frozenset({Kind.TITLE, Kind.SUBTITLE, Kind.HEADING, Kind.BOILERPLATE})
_IMPERATIVES = frozenset("when as if yet see read watch visit follow share via meet asked join ask".split())
_POSSESSIVE = lazy_pattern(r"['’]s\b")
_OFTEN = 2
_BLOCKS = 400  # in which a word is looked for, so that long texts cost no more for each name


class NamedPersons:
    """The names of persons in a text, and the persons of its header.

    `gender` holds, by full name, "he" or "she" as far as the text itself has told it.
    """

    def __init__(self, sketch: Sketch) -> None:
        self._sketch = sketch
        self._words = speech_words(sketch.language)
        self._ids = {person.name: person.id for person in sketch.persons}
        self._resolved: dict[str, str | None] = {}
        self._common: dict[str, bool] = {}
        self.gender: dict[str, str] = {}
        self._mister = lazy_pattern(
            rf"^(?:(?P<he>{self._words.mister})|(?P<she>{self._words.miss}))\.?\s+(?P<rest>\S.*)$"
        )

    def id_of(self, name: str) -> str:
        """Return the id of the person of this full name, who is entered in the header now if not before."""
        if name not in self._ids:
            person = Person(slug(name, set(self._ids.values()), "speaker"), name)
            self._ids[name] = person.id
            self._sketch.persons.append(person)
        return self._ids[name]

    def full_name(self, printed: str) -> str | None:
        """Return the full name of who is named as `printed`; None where nobody or more than one person fits."""
        if printed not in self._resolved:
            self._resolved[printed] = self._resolve(printed)
        return self._resolved[printed]

    @cached_property
    def director(self) -> str | None:
        """The one director the text names; None where it names none or several."""
        named = {director for film in self._sketch.films for director in film.directors}
        if not named:
            beside = re.compile(rf"\b(?i:{self._words.director}|directed by|Regie:?)\s+(?P<name>{NAME})")
            found = (match["name"] for text in self._texts for match in beside.finditer(text))
            named = {name for name in map(self.full_name, found) if name}
        return named.pop() if len(named) == 1 else None

    def _resolve(self, printed: str) -> str | None:
        titled = self._mister.match(printed)
        label = titled["rest"] if titled else printed
        parts = self._trimmed(label.split())
        if printed and printed[0] > "\u2e7f":
            return printed  # a name in Han characters, which are not parted by spaces
        if not parts or any(part.lower().strip(".") in _BODIES for part in parts):
            return None
        name = " ".join(parts)
        found = self._fitting(name, parts)
        if found is None and titled and not self._by_word.get(parts[-1].casefold()):
            found = printed  # whom the text never names in full
        if found and titled:
            self.gender[found] = "he" if titled["he"] else "she"
        return found

    def _fitting(self, name: str, parts: list[str]) -> str | None:
        known = self._by_word.get(parts[-1].casefold(), Counter())
        if name in known:
            return name
        wanted = {part.casefold() for part in parts}
        fitting = [
            other
            for other in known
            if wanted <= set(other.casefold().split())
            and not (known[other] < _OFTEN and self._is_common(other.split()[0]))
        ]
        if len(fitting) > 1:
            often = [other for other in fitting if known[other] >= _OFTEN]
            fitting = often if len(often) == 1 else fitting
        return fitting[0] if len(fitting) == 1 else None

    def _trimmed(self, parts: list[str]) -> list[str]:
        """Return the words of a name without what only a sentence's start or an office puts before it."""
        while parts and (parts[0].lower() in self._no_names or (len(parts) > 1 and self._is_common(parts[0]))):
            parts = parts[1:]
        return parts

    def _is_common(self, word: str) -> bool:
        """Whether a capitalised word stands in the text in lower case too."""
        if word not in self._common:
            lower = re.compile(rf"(?<![\w’']){re.escape(word.lower())}(?![\w’'])")
            self._common[word] = word[:1].isupper() and any(lower.search(text) for text in self._texts[:_BLOCKS])
        return self._common[word]

    @cached_property
    def _texts(self) -> list[str]:
        return [draft.text for draft in self._sketch.drafts if draft.kind not in _HEADLINES]

    @cached_property
    def _no_names(self) -> frozenset[str]:
        words = self._words
        fields = (words.prepositions, words.determiners, words.offices, words.according, words.other, words.speech)
        return frozenset(word.lower() for field in fields for word in field.split("|")) | _IMPERATIVES

    @cached_property
    def _by_word(self) -> dict[str, Counter[str]]:
        """Every full name of the text by each of its words (case folded), with how often it stands there."""
        sketch = self._sketch
        counts: Counter[str] = Counter()
        for text in self._texts:
            for found in persons_in(text):
                parts = _POSSESSIVE.split(found, maxsplit=1)[0].split()  # "Elsa Brandt’s Harbour Series"
                while parts and parts[0].lower() in self._no_names:
                    parts = parts[1:]
                if len(parts) > 1 and not any(part.lower().strip(".") in _BODIES for part in parts):
                    counts[" ".join(parts)] += 1
        titles = {" ".join(title.split()) for title in sketch.titles}
        for name in [name for name in counts if name in titles or any(name in title for title in titles)]:
            del counts[name]
        for name in (*self._ids, *sketch.authors, *(name for film in sketch.films for name in film.directors)):
            counts[name] += _OFTEN
        by_word: dict[str, Counter[str]] = {}
        for name, count in counts.items():
            for word in name.casefold().split():
                by_word.setdefault(word, Counter())[name] = count
        return by_word
