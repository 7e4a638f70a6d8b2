"""Marks the quotations and titles of a text, and joins the parts of a quotation that goes on over paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.structure import rules
from annotate.structure.draft import Kind
from annotate.structure.inlines import Mark, nested
from annotate.structure.quotations import OPENING, Quotation, quotations_in
from annotate.structure.quoted_paragraph import REACH, Quoted, QuotedParagraph, Surroundings, blanked
from annotate.structure.quoted_words import inner_words, quoted_words_of
from annotate.structure.speech_chinese import ChineseClauses
from annotate.structure.speech_clauses import clauses_of
from annotate.structure.who_speaks import WhoSpeaks
from annotate.structure.works import TitleIndex, titles_with_year

if TYPE_CHECKING:
    from annotate.structure.clause import ClauseFinder
    from annotate.structure.draft import Draft, Sketch

_MARKED_OTHERWISE = frozenset({Kind.BOILERPLATE, Kind.DATE, Kind.BYLINE, Kind.SIGNATURE, Kind.RATING, Kind.PICTURE})
_BESIDE = frozenset({Kind.BOILERPLATE, Kind.PICTURE, Kind.CAPTION, Kind.STAGE})  # what a quotation goes on over
_CLOSING_PARAGRAPH = frozenset({Kind.PARAGRAPH, Kind.TURN})  # in which a quotation should close
_RECURS = 3  # times a headline stands in the text, itself counted, if it is the title of a work
_GOING_ON = frozenset({"said", "q"})  # a title or a term ends with its paragraph
_EARLIER = 2  # paragraphs before a quotation's own in which a pronoun's antecedent is sought


def mark_quotations(sketch: Sketch) -> None:
    """Give every block the markup of its quotations and titles, and the header the persons who are quoted."""
    drafts = [draft for draft in sketch.drafts if draft.kind not in _MARKED_OTHERWISE]
    quotations = [quotations_in(draft.text) for draft in drafts]
    _enter_titles(sketch, drafts, quotations)
    marker = _Marker(
        sketch, [(draft, _kept(draft.text, found)) for draft, found in zip(drafts, quotations, strict=True)]
    )
    marker.mark()


def _enter_titles(sketch: Sketch, drafts: list[Draft], quotations: list[list[Quotation]]) -> None:
    """Add the titles of works that are quoted, dated or reviewed to the sketch."""
    words = quoted_words_of(sketch.language)
    for draft, found in zip(drafts, quotations, strict=True):
        sketch.titles.update(
            inner_words(draft.text, quotation) for quotation in found if words.is_title(draft.text, quotation)
        )
        sketch.titles.update(dated.title for dated in titles_with_year(draft.text))
    sketch.titles.update(film.title for film in sketch.films)
    headline = sketch.first(Kind.TITLE)
    if headline is not None and sum(headline.text in draft.text for draft in drafts) >= _RECURS:
        sketch.titles.add(headline.text)  # a text headed by the title of the work it is about


class _Marker:
    def __init__(self, sketch: Sketch, paragraphs: list[tuple[Draft, list[Quotation]]]) -> None:
        self._sketch = sketch
        self._paragraphs = paragraphs
        chinese = (sketch.language or "").startswith("zh")
        self._clauses: ClauseFinder = ChineseClauses(sketch) if chinese else clauses_of(sketch.language)
        self._words = quoted_words_of(sketch.language)
        self._who = WhoSpeaks(sketch)
        self._titles = TitleIndex(sketch.titles)
        self._taken = {person.id for person in sketch.persons}
        self._count = 0

    def mark(self) -> None:
        """Go through the blocks in order."""
        earlier: list[str] = []  # blocks before this one, nearest first, quotations blanked out
        waiting: Quoted | None = None
        speaker: str | None = None
        for index, (draft, quotations) in enumerate(self._paragraphs):
            if draft.kind is Kind.TURN:
                earlier = earlier if draft.continues else []
                speaker = draft.speaker or (speaker if draft.continues else None)
            elif draft.kind not in {*_BESIDE, Kind.ITEM, Kind.QUOTATION, Kind.VERSE}:
                speaker = None
            first = waiting if waiting and _goes_on(draft, quotations) else None
            decided = self._decide(draft, quotations, Surroundings(earlier, speaker, self._sketch.titles), first)
            draft.quoted = self._marks(draft, decided)
            if draft.kind not in _BESIDE:
                waiting = self._left_open(index, decided)
                earlier = [blanked(draft.text, [q.quotation for q in decided if q.outer is None])[-REACH:], *earlier][
                    :_EARLIER
                ]

    def _decide(
        self, draft: Draft, quotations: list[Quotation], around: Surroundings, first: Quoted | None
    ) -> list[Quoted]:
        if not quotations:
            return []
        paragraph = QuotedParagraph(draft.text, around, self._clauses, self._words, self._who)
        return paragraph.decide(quotations, first)

    def _marks(self, draft: Draft, decided: list[Quoted]) -> tuple[Mark, ...]:
        marks = []
        for quoted in decided:
            if quoted.before is not None and {quoted.element, quoted.before.element} <= _GOING_ON:
                self._link(quoted.before, quoted)
            if quoted.who is not None:
                quoted.attributes["who"] = f"#{self._who.persons.id_of(quoted.who)}"
            marks.append(Mark(quoted.quotation.start, quoted.quotation.end, quoted.element, quoted.attributes))
        titles = [(found.start, found.end) for found in titles_with_year(draft.text)]
        titles += self._titles.occurrences(draft.text)
        marks += [Mark(start, end, "title", {"level": self._words.level(draft.text, start)}) for start, end in titles]
        return tuple(nested(marks))

    def _link(self, first: Quoted, second: Quoted) -> None:
        """Join two parts of an utterance by their ids: q1, q2, ..."""
        for quoted in (first, second):
            if "xml:id" not in quoted.attributes:
                self._count += 1
                while f"q{self._count}" in self._taken:
                    self._count += 1
                quoted.attributes["xml:id"] = f"q{self._count}"
        first.attributes["next"] = f"#{second.attributes['xml:id']}"
        second.attributes["prev"] = f"#{first.attributes['xml:id']}"

    def _left_open(self, index: int, decided: list[Quoted]) -> Quoted | None:
        """Return the quotation a block leaves open; one that nothing closes is a finding."""
        draft, _ = self._paragraphs[index]
        last = next((quoted for quoted in reversed(decided) if quoted.outer is None), None)
        if last is None or not last.quotation.open_end:
            return None
        following = next(
            (other for other, _ in self._paragraphs[index + 1 : index + 8] if other.kind not in _BESIDE), None
        )
        goes_on = following is not None and following.text.startswith(tuple(OPENING))
        if not (goes_on or draft.part) and draft.kind in _CLOSING_PARAGRAPH:
            column = last.quotation.start + 1 + (len(draft.label) + 1 if draft.label else 0)
            self._sketch.findings.append(rules.OPEN_QUOTATION.at(self._sketch.path, draft.line, column))
        return last if last.element in _GOING_ON else None


def _goes_on(draft: Draft, quotations: list[Quotation]) -> bool:
    """Whether a block's first quotation goes on with one that the block before it left open."""
    if not quotations or quotations[0].start:
        return False
    return quotations[0].open_start == (draft.part == "F")


def _kept(text: str, quotations: list[Quotation]) -> list[Quotation]:
    """Return the quotations but those of no words."""
    return [quotation for quotation in quotations if inner_words(text, quotation)]
