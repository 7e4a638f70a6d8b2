"""The blocks that begin with what reads like a speaker label, without those whose label is plainly something else."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.structure.bylines import is_bare_name
from annotate.structure.draft import Draft, Kind
from annotate.structure.interviewee import tells_author
from annotate.structure.labels import Label, Sign, may_be_a_credit, read_label
from annotate.structure.speakers import is_answer_label, is_question_label

if TYPE_CHECKING:
    from annotate.structure.draft import Sketch

_FEWEST_TURNS = 3
_LONGEST_HEADLINE = 20  # words
_LONGEST_TITLE = 80  # code points
_OPENING = 15  # blocks
_HEADLINES = 4  # blocks in which a headline stands
_QUOTING = lazy_pattern(r"[^:：“”«»\"„]{3,60}[:：]\s?[“«„\"‘「].{5,200}[”»“\"’」]")


def candidate_labels(sketch: Sketch, signs: frozenset[Sign]) -> dict[int, Label]:
    """Return what may be speakers' labels, parted by one of `signs`, by the index of their blocks."""
    drafts = sketch.drafts
    titles = _titles_with_colon(sketch)
    labels = {
        index: label
        for index, draft in enumerate(drafts)
        if (draft.kind is None or draft.kind is Kind.CREDITS)  # "Director: ..." may speak
        and not draft.text.startswith(titles)
        and (label := read_label(draft, signs)) is not None
        and not tells_author(draft.text, sketch.languages)
        and not _fills_in_a_form(label, draft)
    }
    labels = {index: label for index, label in labels.items() if not _labels_nothing(label, index, labels, drafts)}
    labels = _without_headline(labels, drafts)
    return _without_credits(_in_the_usual_type(labels, drafts), drafts)


def words_of(label: Label, index: int, drafts: list[Draft]) -> Draft:
    """Return the block whose words a label names: its own, or the next where the label is all that its block has."""
    return drafts[index] if label.length < len(drafts[index].text) else drafts[index + 1]


def _titles_with_colon(sketch: Sketch) -> tuple[str, ...]:
    """Return the short lines with a colon that are titles, and not somebody speaking.

    Their words recur whole in other blocks, and what stands before the colon does not recur with other words: "VOSS:
    Yes." may be said twice. Or it is a headline that is a name and words in quotation marks, as no turn below is.
    """
    blocks = [draft.text for _, draft in sketch.open()]
    heads = Counter(text.partition(":")[0] for text in set(blocks) if ":" in text[:_LONGEST_TITLE])
    lines = {
        text
        for text in blocks[:_OPENING]
        if len(text) <= _LONGEST_TITLE and ":" in text[:-1] and heads[text.partition(":")[0]] < _FEWEST_TURNS
    }
    lines = {line for line in lines if not is_question_label(line.partition(":")[0])}  # asked of each in turn
    recurring = {line for line in lines if sum(line in text for text in blocks) > 1}
    quoting = [text for text in blocks[:_OPENING] if _QUOTING.fullmatch(text)]
    headlines = {text for text in quoting if text in blocks[:_HEADLINES]} if len(quoting) < _FEWEST_TURNS else set()
    return tuple(sorted(recurring | headlines))


def _fills_in_a_form(label: Label, draft: Draft) -> bool:
    """Whether a line says who is interviewed, and nobody says it: "Interviewee: Otto Brandes"."""
    return is_answer_label(label.name) and len(label.name) > 1 and is_bare_name(draft.text[label.length :])


def _labels_nothing(label: Label, index: int, labels: dict[int, Label], drafts: list[Draft]) -> bool:
    """Whether a label is all that its block has, and no block without label stands below it for it to name."""
    if label.length < len(drafts[index].text):
        return False
    return index + 1 in labels or index + 1 == len(drafts) or drafts[index + 1].kind is not None


def _without_headline(labels: dict[int, Label], drafts: list[Draft]) -> dict[int, Label]:
    """Return the labels without that of the first line where it is a headline: no sentence, and no label below it."""
    first = next((index for index, draft in enumerate(drafts) if draft.kind is not Kind.BOILERPLATE), -1)
    if first not in labels or first + 1 in labels or labels[first].length == len(drafts[first].text):
        return labels
    if drafts[first].ends_sentence or drafts[first].words > _LONGEST_HEADLINE:
        return labels
    return {index: label for index, label in labels.items() if index != first}


def _in_the_usual_type(labels: dict[int, Label], drafts: list[Draft]) -> dict[int, Label]:
    """Return the labels without those of blocks in italics throughout where most are not: a note at the end."""
    stressed = {index for index in labels if drafts[index].stressed}
    if 2 * len(stressed) >= len(labels):
        return labels
    return {index: label for index, label in labels.items() if index not in stressed}


def _without_credits(labels: dict[int, Label], drafts: list[Draft]) -> dict[int, Label]:
    """Return the labels without "Director: ..." where what follows is no sentence."""
    sentences: Counter[str] = Counter()
    for index, label in labels.items():
        sentences[label.name] += 1 if words_of(label, index, drafts).ends_sentence else -1
    return {
        index: label for index, label in labels.items() if not may_be_a_credit(label.name) or sentences[label.name] >= 2
    }
