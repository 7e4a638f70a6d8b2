"""`annotate claim add -i`: a claim made step by step, with what is already known offered first."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import click

from annotate.api.claim_offers import ClaimOffers, claim_offers, passage_at
from annotate.api.claims import add_claim
from annotate.api.evidence import EvidenceDraft
from annotate.attach.locator import locator_of
from annotate.attach.passage import Passage, target_of
from annotate.cli import asking
from annotate.cli.asking import GivenUp
from annotate.cli.options import print_added
from annotate.cli.output import print_findings, say
from annotate.cli.show_record import printable
from annotate.errors import InputRefused
from annotate.match.excerpt import shortened
from annotate.model.annotation import ATTITUDES, CERTAINTIES, KINDS, STATUSES, STRENGTHS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from annotate.api.editing import How
    from annotate.model.annotation import Locator, Target
    from annotate.model.text import Span

_ASKED = "\npart of the passage, or its first ... last words (Enter: end)"
_NARROWED = "\nnumber of the place, or more words"
_SHOWN = 9
_AROUND = 40  # code points shown on either side of a place
_RELATIONS = ("supports", "disputes", "qualifies", "mentions")


@dataclass(frozen=True, slots=True)
class _Draft:
    """A claim as far as it has been said: its passage, the words of it, and the fields `add_claim` takes."""

    passage: Passage
    target: Target
    fields: Mapping[str, Any] = field(default_factory=dict)

    @property
    def words(self) -> str:
        """The words it is about."""
        return " … ".join(piece.exact or "" for piece in self.target.pieces)


def walk_through(text: Path, passage: Passage | None, given: Mapping[str, Any], how: How) -> int:
    """Ask for claims until the person ends, write each when it is confirmed, and return the exit code.

    `passage` and `given` are what the command line says already: the first passage, and what an empty line means.
    Raises click.Abort where standard input ends within a claim; that one is not written.
    """
    say("Enter takes what is offered; x alone ends and writes nothing more")
    try:
        while True:
            offers = claim_offers(text, how.get("annotations"))
            draft = _chosen(offers, passage) or _picked(offers)
            if draft is None:
                return 0
            passage = None
            draft = replace(draft, fields=_fields(offers, draft, given))
            _show(draft)
            if not asking.confirmed("write it") or not _written(text, draft, how):
                say("not written")
    except GivenUp:
        say("nothing more was written")
        return 0
    except (click.Abort, KeyboardInterrupt):
        say("\nthe answers ended; nothing more was written")
        raise


def _written(text: Path, draft: _Draft, how: How) -> bool:
    """Write a claim and print its id; where it is refused tell why and return False."""
    try:
        print_added(add_claim(text, draft.passage, **draft.fields, **how))
    except InputRefused as refused:
        print_findings(refused.findings, to_stderr=True)
        return False
    return True


def _chosen(offers: ClaimOffers, passage: Passage | None) -> _Draft | None:
    """Return the draft of a passage; None where there is none, or it is refused, which is told."""
    if passage is None:
        return None
    reading = offers.text.reading
    try:
        return _Draft(passage, target_of(reading, passage, str(offers.text.path)))
    except InputRefused as refused:
        print_findings(refused.findings, to_stderr=True)
        return None


def _picked(offers: ClaimOffers) -> _Draft | None:
    """Ask for a passage by part of its words until one is picked; None for an empty line."""
    spans: tuple[Span, ...] = ()
    while True:
        prompt = (
            "number of the place, or more words"
            if spans
            else "part of the passage, or its first ... last words (Enter: end)"
        )
        typed = asking.number_or_words(f"\n{prompt}", min(len(spans), _SHOWN))
        if not typed:
            return None
        if isinstance(typed, int):
            return _extended(offers, spans[typed - 1])
        block = offers.text.reading.block(typed)
        spans, just_so = ((block.span,), True) if block else offers.places(typed)
        first, dots, last = (words.strip() for words in typed.replace("…", "...").partition("..."))
        if first and dots and last and not just_so:
            draft = _chosen(offers, Passage(first, last=last))
            if draft is not None:
                return draft
            spans = ()
        elif not spans:
            say("  nothing in the text is like that")
        elif not just_so:
            say("  the text has no such words; the nearest are")
        elif len(spans) == 1:
            _show_places(offers, spans)
            return _extended(offers, spans[0])
        _show_places(offers, spans)


def _show_places(offers: ClaimOffers, spans: tuple[Span, ...]) -> None:
    reading = offers.text.reading
    for number, span in enumerate(spans[:_SHOWN], 1):
        block = reading.block_at(span.start)
        before = reading.text[max(0, span.start - _AROUND) : span.start].rpartition("\n\n")[2]
        after = reading.text[span.end : span.end + _AROUND].partition("\n\n")[0]
        around = " ".join(f"{before}[{shortened(reading.slice(span), 120)}]{after}".split())
        say(printable(f"  [{number}] {block.id if block else ''}  {around}"))
    if len(spans) > _SHOWN:
        say(f"  and {len(spans) - _SHOWN} more; more words tell them apart")


def _extended(offers: ClaimOffers, span: Span) -> _Draft | None:
    """Ask how far the passage at a place reaches."""
    extents = offers.extents(span)
    for number, (name, extent) in enumerate(extents, 1):
        say(printable(f"  [{number}] {name}: “{shortened(offers.text.reading.slice(extent), 100)}”"))
    while True:
        typed = (asking.number_or_words("how much of it (Enter: 1)", len(extents)) if len(extents) > 1 else 1) or 1
        if isinstance(typed, int):
            return _chosen(offers, passage_at(extents[typed - 1][1]))
        say("  a number is wanted")


def _fields(offers: ClaimOffers, draft: _Draft, given: Mapping[str, Any]) -> dict[str, Any]:
    """Ask for all that a claim has beside its passage."""
    say("\n" + click.style(printable(f"on “{shortened(draft.words, 200)}”"), bold=True))
    kind = asking.choice("kind", KINDS, given["kind"])
    by = _claimant(offers, draft, given["by"])
    statement = asking.line("the claim in a sentence of your own (Enter: none)") or given["statement"]
    attitude = asking.choice("how it is said", ATTITUDES, given["attitude"])
    certainty = asking.choice("how sure they sound", CERTAINTIES, given["certainty"])
    evidence = _evidence(offers)
    status = asking.choice("what checking has shown", STATUSES, given["status"])
    tags = asking.line("tags, with semicolons between (Enter: none)").split(";")
    note = asking.line("a remark of yours (Enter: none)") or given["note"]
    return {
        "kind": kind,
        "by": by,
        "statement": statement,
        "attitude": attitude,
        "certainty": certainty,
        "status": status,
        "evidence": evidence,
        "tags": tuple(" ".join(tag.split()) for tag in tags if tag.strip()) or given["tags"],
        "note": note,
    }


def _claimant(offers: ClaimOffers, draft: _Draft, given: str | None) -> str | None:
    people = offers.claimants(draft.target)
    usual = given or people.usual
    while True:
        by = asking.offered("who claims it, a number or a name", people.offers, usual or "unsaid") or usual
        if by or not people.several_speak:
            return by
        say("  several persons speak here, so that it must be said whose claim it is")


def _evidence(offers: ClaimOffers) -> tuple[EvidenceDraft, ...]:
    """Ask for sources, until none is named."""
    sources = offers.sources()
    known = {source.value for source in sources}
    if not sources:
        say("  there are no sources yet: annotate source add, then annotate evidence add")
    evidence: list[EvidenceDraft] = []
    while sources:
        source = asking.offered("source, a number or an id", sources, "no more" if evidence else "none")
        if source is None:
            break
        if source not in known:
            say(f"  there is no source {source}")
            continue
        relation = asking.choice("what it does to the claim", _RELATIONS, _RELATIONS[0])
        locator = _locator()
        quote = asking.line("its own words (Enter: none)") or None
        strength = asking.choice("how much it proves", (*STRENGTHS, "unsaid"), "unsaid")
        said = None if strength == "unsaid" else strength
        evidence.append(EvidenceDraft(source, relation, said, locator, quote))
    return tuple(evidence)


def _locator() -> Locator | None:
    while True:
        typed = asking.line("where in it, such as page:12 or timestamp:00:43:12 (Enter: unsaid)")
        try:
            return locator_of(typed) if typed else None
        except ValueError as error:
            say(f"  {error}")


def _show(draft: _Draft) -> None:
    say("\n" + click.style(printable(f"“{shortened(draft.words, 200)}”"), bold=True))
    for name, value in draft.fields.items():
        if name == "evidence":
            for item in value:
                where = f", {item.locator.label} {item.locator.value}" if item.locator else ""
                say(f"  {item.relation}: {item.source}{where}" + (f", “{item.quote}”" if item.quote else ""))
        elif value:
            say(f"  {name}: {', '.join(value) if isinstance(value, tuple) else value}")
