"""What a text and its annotations offer to a person who makes a claim: places of words, claimants, sources."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotate.api.annotation_file import annotation_file, opened
from annotate.api.library import library_for
from annotate.api.load import load_text
from annotate.attach.claimant import claimant_name
from annotate.attach.passage import Passage
from annotate.errors import InputRefused
from annotate.match.near import WorkLimit, nearest
from annotate.match.normalise import normalise
from annotate.match.search import PLACES_LIMIT, search_text
from annotate.match.words import words
from annotate.model.text import Span
from annotate.structure.sentences import sentence_starts

if TYPE_CHECKING:
    from pathlib import Path

    from annotate.api.load import LoadedText
    from annotate.model.annotation import Annotations, Source, Target

_ALIKE = 0.6  # from this score on a passage may be the one that was mistyped


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to choose: what is handed on when it is chosen, and how it is told."""

    value: str
    told: str


@dataclass(frozen=True, slots=True)
class Claimants:
    """Who may claim a passage.

    Attributes:
        offers: whose words they are first, then whoever claims most, then others who are named.
        usual: who claims it where nobody says otherwise; None where the text does not tell.
        several_speak: that the passage has the words of several persons, so that somebody must be said.
    """

    offers: tuple[Offer, ...]
    usual: str | None
    several_speak: bool


@dataclass(frozen=True, slots=True)
class ClaimOffers:
    """A text and its annotations, opened to make claims."""

    text: LoadedText
    held: Annotations

    def places(self, typed: str) -> tuple[tuple[Span, ...], bool]:
        """Return where part of a passage stands, letter case and accidents of writing aside, and whether just so.

        Where nothing has these words, the passages most like them. A place covers whole words.
        """
        search = search_text(self.text.reading.text)
        wanted = normalise(typed).text.strip().lower()
        found: list[Span] = []
        at = search.folded.find(wanted) if wanted else -1
        while at >= 0 and len(found) < PLACES_LIMIT:
            found.append(search.normalised.original(at, at + len(wanted)))
            at = search.folded.find(wanted, at + len(wanted))
        if found or not wanted or not WorkLimit().allows(search, typed):
            return tuple(self._whole_words(span) for span in found), True
        return tuple(like.span for like in nearest(search, typed, cutoff=_ALIKE)), False

    def extents(self, span: Span) -> tuple[tuple[str, Span], ...]:
        """Return what a passage at a place may cover, with names: these words, the sentence, the block, the turn."""
        reading = self.text.reading
        block = reading.block_at(span.start)
        extents = [("these words", span)]
        if block is not None and block.span.holds(span):
            extents += [("the sentence", self._sentences(span, block.span)), (f"all of {block.id}", block.span)]
            turn = reading.turn_blocks(block.turn) if block.turn else ()
            if len(turn) > 1:
                extents.append((f"all of {block.turn}", Span(turn[0].span.start, turn[-1].span.end)))
        return tuple({extent: (name, extent) for name, extent in reversed(extents)}.values())[::-1]

    def claimants(self, target: Target) -> Claimants:
        """Return who may claim a passage."""
        names = {entity.id: entity.name for entity in self.held.entities}
        offers: dict[str, str] = {}
        here, several = None, False
        try:
            here = claimant_name(self.text.document, self.text.reading, target, str(self.text.path))
        except InputRefused:
            several = True
        if here:
            offers[here] = f"{here} (whose words they are)"
        counts = Counter(claim.claimant for claim in self.held.claims if claim.claimant)
        for entity_id, count in sorted(counts.items(), key=lambda one: (-one[1], one[0])):
            name = names.get(entity_id, entity_id)
            offers.setdefault(name, f"{name} ({count} {'claim' if count == 1 else 'claims'})")
        metadata = self.text.document.metadata
        for name in (*metadata.authors, *(person.name for person in metadata.persons)):
            offers.setdefault(name, name)
        for entity in self.held.entities:
            if entity.type in {"person", "organisation"}:
                offers.setdefault(entity.name, entity.name)
        ids = {name: entity_id for entity_id, name in names.items()}
        listed = tuple(Offer(ids.get(name, name), told) for name, told in offers.items())
        return Claimants(listed, ids.get(here, here) if here else None, several)

    def sources(self) -> tuple[Offer, ...]:
        """Return the sources, those that evidence names most often first, then by id."""
        counts = Counter(item.source for claim in self.held.claims for item in claim.evidence)
        ordered = sorted(self.held.sources, key=lambda source: (-counts[source.id], source.id))
        return tuple(Offer(source.id, _told(source)) for source in ordered)

    def _whole_words(self, span: Span) -> Span:
        """Return a span widened to the words it begins and ends in."""
        around = Span(max(0, span.start - 64), min(len(self.text.reading.text), span.end + 64))
        cut = [
            Span(word.start + around.start, word.end + around.start) for word in words(self.text.reading.slice(around))
        ]
        touched = [word for word in cut if word.overlaps(span)]
        if not touched:
            return span
        return Span(min(span.start, touched[0].start), max(span.end, touched[-1].end))

    def _sentences(self, span: Span, block: Span) -> Span:
        """Return the sentences of a block that a span lies in."""
        words = self.text.reading.slice(block)
        starts = [block.start + start for start in sentence_starts(words)]
        start = starts[bisect_right(starts, span.start) - 1]
        after = bisect_left(starts, span.end)
        end = starts[after] if after < len(starts) else block.end
        return Span(start, start + len(self.text.reading.text[start:end].rstrip()))


def claim_offers(text: Path, annotations: Path | None = None) -> ClaimOffers:
    """Return what a text offers with its annotations and those of its library.

    Raises InputRefused for what is wrong with them.
    """
    loaded = load_text(text)
    file = annotation_file(text, annotations)
    held, _ = opened(file, loaded)
    return ClaimOffers(loaded, library_for(file.path).joined_to(held))


def passage_at(span: Span) -> Passage:
    """Return the passage that stands at a place."""
    return Passage(at=(span.start, span.end))


def _told(source: Source) -> str:
    return f"{source.title} ({source.id})" if source.title else source.id
