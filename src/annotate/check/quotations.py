"""Whether the text quotes its sources as their copies have them, and names who says it there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from annotate.check import quotation_rules as rules
from annotate.check.quotations_compared import FAITHFUL, compared
from annotate.check.quotations_copy import copy_texts
from annotate.check.speaker_names import same_person
from annotate.match.difference import brief
from annotate.match.excerpt import shortened
from annotate.match.negation import negations
from annotate.match.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotate.check.quotations_compared import Compared
    from annotate.check.subject import Subject
    from annotate.diagnostics import Finding, Rule

RULES = rules.RULES
_MORE_THAN_A_PHRASE = 4  # words
_TELLING = 8
"""Words from which on a quotation tells whose it is, even in a source that is not cited for it."""


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with quotations of the text and who says them (Q101 to Q107); nothing without copies."""
    copies = copy_texts(subject)
    if copies:
        yield from quotation_findings(subject, compared(subject, copies))


def quotation_findings(subject: Subject, found: Iterable[Compared]) -> Iterator[Finding]:
    """Yield what is wrong with quotations that were compared.

    What evidence quotes and its copy has otherwise is told by `check.copies`, which knows the place evidence names.
    """
    for one in found:
        if one.kind in FAITHFUL:
            yield from _faithful(subject, one)
        elif one.quotation is None or (_is_phrase(one) and _keeps_each_not(one)):
            continue
        elif one.verdict.marked:
            yield _finding(subject, rules.BRACKETED, one, difference=brief(one.verdict.difference))
        elif one.kind == "altered":
            rule = rules.ALTERED if one.cited else rules.LIKE_ANOTHER
            yield _finding(subject, rule, one, difference=brief(one.verdict.difference))
        elif one.kind == "absent" and not _translated(subject, one):
            yield _finding(subject, rules.ABSENT, one)
        elif one.kind == "not-searched":
            yield _finding(subject, rules.NOT_SEARCHED, one)


def _faithful(subject: Subject, one: Compared) -> Iterator[Finding]:
    left = next((left for left in one.verdict.left_out if negations(left)), None)
    if left is not None:
        yield _finding(subject, rules.NEGATION_LEFT_OUT, one, left=shortened(left))
    telling = one.cited or sum(len(words(part)) for part in one.words) >= _TELLING
    if telling and one.said_here and one.said_there and not is_said_by_same(one):
        here, there = " and ".join(one.said_here), " and ".join(one.said_there)
        yield _finding(subject, rules.SAID_BY_ANOTHER, one, here=here, there=there)


def is_said_by_same(one: Compared) -> bool:
    """Whether somebody who says it by the text can be one who says it by the copy."""
    return any(same_person(here, there) for here in one.said_here for there in one.said_there)


def _keeps_each_not(one: Compared) -> bool:
    """Whether a quotation that differs has each "not" of its source where it is, and no other."""
    return all(negations(run.quoted) == negations(run.found) for run in one.verdict.difference)


def _is_phrase(one: Compared) -> bool:
    """Whether it is a few words that nobody is said to say: a term, or a phrase that the writer keeps at a distance."""
    return not one.said_here and sum(len(words(part)) for part in one.words) < _MORE_THAN_A_PHRASE


def _translated(subject: Subject, one: Compared) -> bool:
    """Whether the text quotes in another language than its source is in, so that the words cannot be there."""
    source = subject.sources().get(one.source)
    theirs = str(source.item.get("language", "")) if source is not None else ""
    ours = (subject.document.metadata.language or "") if subject.document is not None else ""
    return bool(ours and theirs) and ours.partition("-")[0].lower() != theirs.partition("-")[0].lower()


def _finding(subject: Subject, rule: Rule, one: Compared, **fields: object) -> Finding:
    told = {"source": one.source, "quote": shortened(one.text), "place": f" in {one.place}" if one.place else ""}
    if one.quotation is None:
        return subject.finding(rule, *one.pointer, "quote", **told, **fields)
    path = Path(subject.json.path).parent / (subject.text_name or subject.annotations.text.file)
    return rule.at(path, max(one.quotation.line, 1), 1, **told, **fields)
