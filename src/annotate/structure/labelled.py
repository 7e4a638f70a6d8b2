"""Recognises the turns of an interview whose speakers are labelled: which labels of a text are speakers', and whose."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotate.structure import rules
from annotate.structure.candidates import candidate_labels, words_of
from annotate.structure.chinese_names import is_chinese
from annotate.structure.draft import Draft, Kind
from annotate.structure.labels import Label, Sign, is_full, is_unnamed
from annotate.structure.named_sections import answers_below_names
from annotate.structure.names import full_name, is_initials, persons_in, proper_case, without_honorific
from annotate.structure.panel import answers_of_a_panel
from annotate.structure.speakers import is_answer_label, is_question_label, resolved
from annotate.structure.voice import announces, asks, narration_score

if TYPE_CHECKING:
    from annotate.structure.draft import Sketch

_FEWEST_TURNS = 3
_ONE_SIDED = 3  # labels of the only person who has one
_ASKING = 0.6  # of the blocks of one side are questions, where the other side has no label
_OPENING = 2  # blocks
_INTRODUCTION = 15  # blocks
_RIGHT_BEFORE = 10  # blocks; who takes part is often listed there
# The more certain signs are tried first: prose has dashes and full stops too.
_TRIED = (frozenset({Sign.COLON}), frozenset({Sign.TYPE}), frozenset({Sign.DASH}), frozenset({Sign.STOP}))


@dataclass(frozen=True, slots=True)
class _Labelled:
    """The labels found in a text by index of their blocks, and who speaks at each."""

    labels: dict[int, Label]
    speakers: dict[int, str]

    @property
    def recurring(self) -> set[str]:
        """Who speaks twice or more."""
        return {name for name, count in Counter(self.speakers.values()).items() if count >= 2}


def recognise_labelled_turns(sketch: Sketch) -> None:
    """Claim labelled turns, each with its label cut off.

    Labels count as such where they recur and two speakers alternate, or where one has labels and the blocks of the
    other stand between; so that a title with a colon, a line of credits or a scene quoted in a review is none.
    """
    for signs in _TRIED:
        found = _found(sketch, signs)
        if found is not None:
            break
    else:
        return
    alone: set[int] = set()
    for index, label in found.labels.items():
        draft = sketch.drafts[index]
        if label.length == len(draft.text):
            alone.add(index)
            sketch.drafts[index + 1].label = draft.text
            draft = sketch.drafts[index + 1]
        else:
            draft.cut_label(label.length)
        draft.speaker = found.speakers[index]
        draft.becomes(Kind.TURN, f"begins with the speaker label “{draft.label}”")
        if draft.speaker == label.name and is_initials(label.name):
            _warn_initials(sketch, draft, label.name)
    sketch.drafts = [draft for index, draft in enumerate(sketch.drafts) if index not in alone]


def _found(sketch: Sketch, signs: frozenset[Sign]) -> _Labelled | None:
    """Return the labels of speakers parted by `signs`, None where the text has none."""
    drafts = sketch.drafts
    labels = candidate_labels(sketch, signs)
    if len(labels) < _FEWEST_TURNS:
        return _single_exchange(sketch, labels)
    first = _first_recurring(labels)
    if first is None:
        return _panel(labels, drafts)
    introduction = introduction_before(sketch, first)
    asking = _asking(labels, drafts)
    names = resolved((label.name for label in labels.values()), introduction, sketch.speakers, sketch.languages, asking)
    spoken = {index: names[label.name] for index, label in labels.items()} | answers_below_names(labels, drafts)
    found = _without_strays(_Labelled(labels, spoken), persons_in(introduction), drafts)
    if not found.recurring or len(found.labels) < _FEWEST_TURNS:
        return None
    if len(set(found.speakers.values())) < 2 and not _other_side_speaks(found, drafts):
        return None
    weak = signs != _TRIED[0]
    if _is_interview(found, drafts, introduction, weak=weak):
        return found
    _claim_quoted_dialogue(found, drafts)
    return None


def _panel(labels: dict[int, Label], drafts: list[Draft]) -> _Labelled | None:
    """Return the labels of several who answer once each."""
    answers = answers_of_a_panel(labels, drafts)
    speakers = {index: proper_case(without_honorific(label.name)) for index, label in answers.items()}
    return _Labelled(answers, speakers) if answers else None


def _single_exchange(sketch: Sketch, labels: dict[int, Label]) -> _Labelled | None:
    """Return the one question and its answer where two labels say that they are: "Q: ...?", "A: ..."."""
    if len(labels) != len({"asks", "answers"}):
        return None
    (first, asking), (_, answering) = sorted(labels.items())
    if not (is_question_label(asking.name) and is_answer_label(answering.name) and asks(sketch.drafts[first].text)):
        return None
    before = introduction_before(sketch, first)
    names = resolved((asking.name, answering.name), before, sketch.speakers, sketch.languages)
    return _Labelled(labels, {index: names[label.name] for index, label in labels.items()})


def _first_recurring(labels: dict[int, Label]) -> int | None:
    """Return the index of the first block whose label comes again, in full or abbreviated."""
    whole = list(dict.fromkeys(label.name for label in labels.values() if is_full(label.name)))
    known = {name: full_name(name, whole) or name for name in dict.fromkeys(label.name for label in labels.values())}
    counts = Counter(known[label.name] for label in labels.values())
    return next((index for index, label in labels.items() if counts[known[label.name]] >= 2), None)


def _asking(labels: dict[int, Label], drafts: list[Draft]) -> set[str]:
    """Return the labels at least a third of whose blocks ask."""
    counts = Counter(label.name for label in labels.values())
    asked = Counter(label.name for index, label in labels.items() if asks(words_of(label, index, drafts).text))
    return {name for name in counts if 3 * asked[name] >= counts[name] or is_question_label(name)}


def _without_strays(found: _Labelled, named: list[str], drafts: list[Draft]) -> _Labelled:
    """Return the labels without what stands once and is no name: "Look: ..." in an answer, a line before the text."""
    recurring = found.recurring
    whole = [index for index in found.labels if found.speakers[index] in recurring]
    if not whole:
        return _Labelled({}, {})
    kept = {
        index: label
        for index, label in found.labels.items()
        if found.speakers[index] in recurring
        or (
            (
                index >= whole[0]
                or label.length == len(drafts[index].text)
                or _opens(label, index, whole[0], drafts)
                or _is_introduced(label, index, named, drafts)
            )
            and (_names_somebody(label.name, named) or _is_like(label, whole[0], index, found, drafts))
            and not label.is_long
        )
    }
    return _Labelled(kept, {index: found.speakers[index] for index in kept})


def _is_like(label: Label, first: int, index: int, found: _Labelled, drafts: list[Draft]) -> bool:
    """Whether a Chinese word stands alone on its line before a colon, as the first of those who speak twice does."""
    alone = all(found.labels[at].length == len(drafts[at].text) for at in (first, index))
    return alone and is_chinese(label.name)


def _opens(label: Label, index: int, first: int, drafts: list[Draft]) -> bool:
    """Whether a full name says a sentence right before the others speak: who opens an evening may speak but once."""
    headed = any(draft.kind is not Kind.BOILERPLATE for draft in drafts[:index])  # else it may be the headline
    sentence = drafts[index].ends_sentence or drafts[index].text.endswith((")", "]"))  # "Good evening. (Applause)"
    return headed and sentence and first - index <= _OPENING and is_full(label.name)


def _is_introduced(label: Label, index: int, named: list[str], drafts: list[Draft]) -> bool:
    """Whether a full name, below other text, says a sentence, and what stands above has it in full once more."""
    return index > 0 and drafts[index].ends_sentence and named.count(label.name) > 1


def _names_somebody(label: str, named: list[str]) -> bool:
    if is_unnamed(label) or is_question_label(label) or is_answer_label(label):
        return True
    return is_full(label) or full_name(label, named) is not None


def _other_side_speaks(found: _Labelled, drafts: list[Draft]) -> bool:
    """Whether one person alone has labels, and between them the other asks, or answers, without."""
    starts = sorted(found.labels)
    if len(starts) < _ONE_SIDED:
        return False
    asked = sum(asks(drafts[index].text) for index in starts)
    if asked >= _ASKING * len(starts):
        answers = sum(index + 1 < len(drafts) and _is_free(drafts[index + 1], found, index + 1) for index in starts)
        return answers >= _ASKING * len(starts)
    before = [drafts[i - 1] for i in starts if i and _is_free(drafts[i - 1], found, i - 1)]
    return sum(asks(draft.text) for draft in before) >= _ASKING * len(starts)


def _is_free(draft: Draft, found: _Labelled, index: int) -> bool:
    return draft.kind in {None, Kind.HEADING} and index not in found.labels


def _is_interview(found: _Labelled, drafts: list[Draft], introduction: str, *, weak: bool) -> bool:
    """Whether labelled blocks are an interview, rather than a dialogue that a review or essay quotes."""
    starts = sorted(found.labels)
    spoken = {id(words_of(found.labels[i], i, drafts)) for i in starts}
    labelled = sum(draft.words for draft in drafts if id(draft) in spoken)
    gaps = [
        draft
        for index, draft in enumerate(drafts)
        if index >= starts[0] and index not in found.labels and id(draft) not in spoken and draft.kind is None
    ]
    between = sum(draft.words for draft in gaps)
    share = labelled / (labelled + between)
    told = sum(draft.words for draft in gaps if narration_score(draft) >= 0) if between > labelled else 0
    led = any(i - 1 not in found.labels and drafts[i - 1].text.endswith((":", "：")) for i in starts if i)
    names = set(found.speakers.values())
    score = 2 if announces(introduction, drafts[0].languages) else 0
    score += 2 if any(is_question_label(label.name) for label in found.labels.values()) else 0
    score += 1 if any(" " in name for name in names) else 0
    score += 2 if share >= 0.6 else 1 if share >= 0.35 else 0
    score -= 3 if led and told > labelled else 0
    score -= 1 if told > 2 * labelled else 0
    score -= 1 if weak else 0
    return score >= 2


def _claim_quoted_dialogue(found: _Labelled, drafts: list[Draft]) -> None:
    """Claim the labelled lines that follow each other below a colon: a scene that the text quotes."""
    quoting = False
    for index, draft in enumerate(drafts):
        if index in found.labels:
            if quoting:
                draft.becomes(Kind.QUOTATION, "a line of a dialogue that the text quotes", "", 0.75)
                draft.group = "dialogue"
        else:
            quoting = draft.text.endswith((":", "："))


def introduction_before(sketch: Sketch, end: int) -> str:
    """Return the words that stand before the block with index `end`, boilerplate left out."""
    drafts = [draft for draft in sketch.drafts[:end] if draft.kind is not Kind.BOILERPLATE]
    return "\n".join(draft.text for draft in (*drafts[:_INTRODUCTION], *drafts[_INTRODUCTION:][-_RIGHT_BEFORE:]))


def _warn_initials(sketch: Sketch, draft: Draft, label: str) -> None:
    if not any(
        finding.code == rules.UNRESOLVED_INITIALS.code and label in finding.sentence for finding in sketch.findings
    ):
        sketch.findings.append(rules.UNRESOLVED_INITIALS.at(sketch.path, draft.line, label=label))
