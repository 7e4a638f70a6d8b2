"""Decides, quotation by quotation in one paragraph, what each is, whose, and which are parts of one utterance."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.structure.clause import NOBODY, Manner, Sort
from annotate.structure.quotations import is_title_mark
from annotate.structure.quoted_words import inner_words
from annotate.structure.sentences import sentence_start

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from annotate.structure.clause import Clause, ClauseFinder
    from annotate.structure.quotations import Quotation
    from annotate.structure.quoted_words import QuotedWords
    from annotate.structure.who_speaks import WhoSpeaks

_BEFORE, _AFTER = 300, 200  # code points around a quotation in which its clause stands
REACH = 1500  # code points of a paragraph in which an antecedent is sought, so that long ones cost no more
_PAUSE = 80  # code points of the clause that may part an utterance
_GOES_ON = lazy_pattern(r"[^.!?…。！？:]*[.,;—–，。]?\s*")
_SENTENCE = lazy_pattern(r"[.!?…]")
_ENDS = frozenset(".,;—–，。")
_WITHOUT_QUOTATIONS = frozenset({"term", "mentioned", "soCalled"})  # in which TEI takes no quotation
_MARKUP = {
    Manner.SAID: ("said", {}),
    Manner.THOUGHT: ("said", {"aloud": "false"}),
    Manner.WRITTEN: ("q", {"type": "written"}),
    Manner.NAMED: ("q", {}),
}


@dataclass(slots=True)
class Quoted:
    """A quotation with the TEI element it becomes.

    `who` is the full name of whose words they are; `manner` is None where they are nobody's; `clause_end` is where the
    clause after it ends that says so, else where it ends itself; `outer` the quotation it stands in.
    """

    quotation: Quotation
    outer: Quoted | None = None
    element: str = "q"
    attributes: dict[str, str] = field(default_factory=dict)
    who: str | None = None
    manner: Manner | None = None
    clause_end: int = 0
    before: Quoted | None = None  # the part of the same utterance before this one


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known where a paragraph begins: the paragraphs before it (blanked), who speaks, the works named."""

    earlier: Sequence[str]
    speaker: str | None
    titles: Collection[str]


class QuotedParagraph:
    """One paragraph on its way through its quotations, in order."""

    def __init__(
        self, text: str, around: Surroundings, clauses: ClauseFinder, words: QuotedWords, who: WhoSpeaks
    ) -> None:
        self._text = text
        self._around = around
        self._clauses = clauses
        self._words = words
        self._who = who
        self._blank = text

    def decide(self, quotations: Sequence[Quotation], first: Quoted | None = None) -> list[Quoted]:
        """Return the quotations as TEI elements; `first` is the open part of an utterance that the first goes on."""
        tree = _nested(quotations)
        self._blank = blanked(self._text, [quoted.quotation for quoted in tree if quoted.outer is None])
        holding = {id(quoted.outer) for quoted in tree}
        following = _followers(tree)
        last: dict[int, Quoted] = {}
        for index, quoted in enumerate(tree):
            key = id(quoted.outer)
            if first is not None and index == 0:
                self._join(quoted, first)
                self._look_after(quoted, following[index])
            else:
                self._decide(quoted, last.get(key), following[index])
            if quoted.element in _WITHOUT_QUOTATIONS and id(quoted) in holding:
                quoted.element = "q"
            last[key] = quoted
        return tree

    def _decide(self, quoted: Quoted, earlier: Quoted | None, following: int | None) -> None:
        text, quotation = self._text, quoted.quotation
        quoted.clause_end = quotation.end
        start = self._start(quoted, earlier)
        sentence = start + sentence_start(text[start : quotation.start])
        opening = self._clauses.before(text[sentence : quotation.start])
        if self._is_title(quotation):
            quoted.element, quoted.attributes = "title", {"level": self._words.level(text, quotation.start)}
            return
        own = self._look_after(quoted, following)
        if own and opening and (own.subject == NOBODY or self._opens_the_next(quoted, opening, following)):
            own, quoted.clause_end = None, quotation.end
        if earlier is not None and self._goes_on(quoted, earlier, own):
            self._join(quoted, earlier)
            return
        clause = own or opening
        if clause is None and earlier is not None and self._is_like(quoted, earlier):
            return
        if clause is None or (own is None and self._words.embedded(text, quotation)):
            quoted.element = self._words.element(text, quotation, self._whole_sentence(quoted))
            return
        self._attribute(quoted, clause, quotation.end if own else sentence, earlier)

    def _is_title(self, quotation: Quotation) -> bool:
        if is_title_mark(quotation) or inner_words(self._text, quotation) in self._around.titles:
            return True
        return self._words.is_title(self._text, quotation)

    def _opens_the_next(self, quoted: Quoted, opening: Clause, following: int | None) -> bool:
        """Whether the clause after a quotation brings in the next, as in: When A asked, “…” B said, “…”."""
        before = self._text[max(0, quoted.quotation.start - 3) : quoted.quotation.start].rstrip()
        if following is None or opening.follows or before[-1:] not in {",", ":"}:
            return False
        between = self._text[quoted.clause_end : following].strip()
        return len(between) < _PAUSE and ((between[-1:] in {",", ":"} and not _SENTENCE.search(between)) or not between)

    def _is_like(self, quoted: Quoted, earlier: Quoted) -> bool:
        """Take a quotation for what the one before it is, where only "and" or a comma stands between them."""
        between = self._text[earlier.quotation.end : quoted.quotation.start]
        if not (earlier.manner or earlier.element in _WITHOUT_QUOTATIONS) or not self._words.coordinates(between):
            return False
        quoted.element, quoted.attributes = earlier.element, _own(earlier.attributes)
        quoted.who, quoted.manner = earlier.who, earlier.manner
        return True

    def _look_after(self, quoted: Quoted, following: int | None) -> Clause | None:
        """Return the clause after a quotation, and note where it ends."""
        quotation = quoted.quotation
        if quotation.open_end:
            return None
        end = min(quotation.end + _AFTER, following or len(self._text), self._frame(quoted)[1])
        clause = self._clauses.after(
            self._text[quotation.end : end],
            self._text[quotation.end - 2 : quotation.end - 1].strip()
            or self._text[quotation.end - 3 : quotation.end - 2],
        )
        if clause:
            quoted.clause_end = quotation.end + clause.end
        return clause

    def _attribute(self, quoted: Quoted, clause: Clause, base: int, earlier: Quoted | None) -> None:
        """Give a quotation to who the clause names; `base` is where the text begins that the clause was found in."""
        quoted.manner = clause.manner
        element, attributes = _MARKUP[clause.manner]
        quoted.element, quoted.attributes = element, dict(attributes)
        if clause.manner is Manner.NAMED and _is_nickname(inner_words(self._text, quoted.quotation)):
            return
        quoted.who = self._speaker(quoted, clause, base, earlier)

    def _speaker(self, quoted: Quoted, clause: Clause, base: int, earlier: Quoted | None) -> str | None:
        if clause.follows:
            before = self._text[base : quoted.quotation.start]
            if earlier is not None and base >= earlier.quotation.end == self._start(quoted, earlier) == base:
                return earlier.who
            return self._who.only_one_named(before)
        outer = quoted.outer
        speaker = outer.who if outer else self._around.speaker
        inside = outer is not None
        asked = None
        if (
            earlier is not None
            and earlier.who
            and self._text[earlier.quotation.start : earlier.quotation.end].rstrip("”’\"'» ").endswith("?")
        ):
            asked = earlier.who
        at = base + clause.subject.at
        before = self._blank[max(0, at - REACH) : at]
        paragraphs = (before, *self._around.earlier)
        return self._who.of(clause.subject, paragraphs, speaker, asked=asked, inside=inside)

    def _goes_on(self, quoted: Quoted, earlier: Quoted, own: Clause | None) -> bool:
        """Whether a quotation goes on with the utterance of the one before it, parted from it by a clause only."""
        if earlier.manner not in {Manner.SAID, Manner.WRITTEN, Manner.THOUGHT} or earlier.quotation.open_end:
            return False
        text, start = self._text, quoted.quotation.start
        between = text[earlier.clause_end : start]
        if earlier.clause_end == earlier.quotation.end and between.strip():
            return False  # no clause stands between them
        if own is not None and own.subject.sort is not Sort.FIRST and self._name(own) != earlier.who:
            return False
        if own is not None and (earlier.who is None or own.subject.sort is not Sort.NAME):
            return False
        if len(between) > _PAUSE or not _GOES_ON.fullmatch(between) or self._tells(between):
            return False
        if between.strip() and between.rstrip()[-1:] not in _ENDS:
            return False
        return own is not None or self._is_whole(quoted.quotation)

    def _name(self, clause: Clause) -> str | None:
        return self._who.persons.full_name(clause.subject.words) if clause.subject.sort is Sort.NAME else None

    def _tells(self, between: str) -> bool:
        return self._clauses.before(between) is not None

    def _is_whole(self, quotation: Quotation) -> bool:
        """Whether quoted words end as an utterance does, not as words in somebody else's sentence."""
        last = self._text[quotation.end - 2 : quotation.end - 1]
        following = self._text[quotation.end : quotation.end + 1]
        return quotation.open_end or not last.isalnum() or following in {"", ".", ",", ";", "。", "，"}

    def _join(self, quoted: Quoted, earlier: Quoted) -> None:
        quoted.element, quoted.attributes = earlier.element, _own(earlier.attributes)
        quoted.who, quoted.manner, quoted.before = earlier.who, earlier.manner, earlier

    def _frame(self, quoted: Quoted) -> tuple[int, int]:
        if quoted.outer is None:
            return 0, len(self._text)
        return quoted.outer.quotation.start + 1, quoted.outer.quotation.end - 1

    def _start(self, quoted: Quoted, earlier: Quoted | None) -> int:
        bound = earlier.quotation.end if earlier else self._frame(quoted)[0]
        return max(bound, quoted.quotation.start - _BEFORE)

    def _whole_sentence(self, quoted: Quoted) -> int:
        start = max(self._frame(quoted)[0], quoted.quotation.start - _BEFORE)
        return start + sentence_start(self._text[start : quoted.quotation.start])


def _own(attributes: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in attributes.items() if name in {"type", "aloud"}}


def _is_nickname(words: str) -> bool:
    return sum(word[:1].isupper() for word in words.split()) > 1


def blanked(text: str, quotations: Sequence[Quotation]) -> str:
    """Return a text in which quotations are NUL characters, so that what is said in them is in nobody's way."""
    pieces: list[str] = []
    at = 0
    for quotation in quotations:
        stays = max(quotation.end - 2, quotation.start)  # the stop and the mark, which end a sentence
        pieces += [text[at : quotation.start], "\x00" * (stays - quotation.start), text[stays : quotation.end]]
        at = quotation.end
    return "".join([*pieces, text[at:]])


def _followers(tree: Sequence[Quoted]) -> list[int | None]:
    """Return, for each quotation, where the next one beside it begins; None where there is none."""
    starts: list[int | None] = []
    seen: dict[int, int] = {}
    for quoted in reversed(tree):
        starts.append(seen.get(id(quoted.outer)))
        seen[id(quoted.outer)] = quoted.quotation.start
    return starts[::-1]


def _nested(quotations: Sequence[Quotation]) -> list[Quoted]:
    tree: list[Quoted] = []
    stack: list[Quoted] = []
    for quotation in quotations:
        while stack and stack[-1].quotation.end <= quotation.start:
            stack.pop()
        tree.append(Quoted(quotation, stack[-1] if stack else None, clause_end=quotation.end))
        stack.append(tree[-1])
    return tree
