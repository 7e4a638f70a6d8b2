"""`annotate rebase -i`: the annotations without a certain place one after the other, one answer a line."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from annotate.api.following import brief_difference, named_place
from annotate.attach.select import select
from annotate.cli.output import print_findings, say
from annotate.errors import InputRefused
from annotate.match.excerpt import shortened
from annotate.model.text import Span

if TYPE_CHECKING:
    from annotate.api.rebase import Rebase
    from annotate.attach.rebase import Fate
    from annotate.model.text import ReadingText

_AROUND = 48  # code points shown on either side of a place
_MOST_PLACES = 9
_HELP = (
    'a number: that place; "words": the passage with these words; Enter: leave it; q: write and end; x: write nothing'
)


def choose(one: Rebase) -> dict[str, tuple[Span, ...]] | None:
    """Ask for the place of each annotation that waits, and return those chosen by id; None if the person gave up.

    The end of standard input leaves the rest as it is.
    """
    chosen: dict[str, tuple[Span, ...]] = {}
    waiting = one.undecided
    for number, fate in enumerate(waiting, 1):
        places = _offered(fate)
        _show(fate, places, one, f"{number} of {len(waiting)}")
        answer = _answer(fate, places, one)
        if answer == "x":
            return None
        if answer == "q":
            break
        if isinstance(answer, tuple):
            chosen[fate.id] = answer
    return chosen


def _offered(fate: Fate) -> list[tuple[Span, ...]]:
    """Return the places a person may choose by number: the near one first, then its rivals."""
    places = [fate.after.spans] if fate.after.spans else []
    if not fate.target.parts:
        places += [(rival,) for rival in fate.after.rivals]
    return places[:_MOST_PLACES]


def _show(fate: Fate, places: list[tuple[Span, ...]], one: Rebase, count: str) -> None:
    old, new = one.following.old, one.following.new
    say("")
    say(click.style(f"{count}: {fate.id}, {fate.outcome}; it stood in {named_place(fate.before, old)}", bold=True))
    said = " … ".join(piece.exact or "" for piece in fate.target.pieces)
    say(f"    {_in_context(fate.before.spans, old) if fate.before.spans else shortened(said, 200)}")
    if fate.after.spans:
        say(f"    {brief_difference(fate, new)}")
    for number, spans in enumerate(places, 1):
        block = new.block_at(spans[0].start)
        say(f"  [{number}] {block.id if block else ''} {_in_context(spans, new)}")


def _in_context(spans: tuple[Span, ...], reading: ReadingText) -> str:
    """Return the words of a place in brackets, with some of those around it, on one line."""
    start, end = spans[0].start, spans[-1].end
    before = reading.text[max(0, start - _AROUND) : start].rpartition("\n\n")[2]
    after = reading.text[end : end + _AROUND].partition("\n\n")[0]
    passage = " … ".join(reading.slice(span) for span in spans)
    return " ".join(f"{before}[{shortened(passage, 200)}]{after}".split())


def _answer(fate: Fate, places: list[tuple[Span, ...]], one: Rebase) -> tuple[Span, ...] | str:
    """Ask until the answer is understood: the spans chosen, "" to leave it, "q" to end, "x" to give up."""
    say(f"  {_HELP}")
    while True:
        click.echo("  > ", nl=False, err=True)
        line = sys.stdin.readline()
        said = line.strip()
        if not line:
            return "q"
        if said in {"", "q", "x"}:
            return said
        if said.isdecimal():
            if 1 <= int(said) <= len(places):
                return places[int(said) - 1]
            say("  there is no place of this number")
        elif fate.target.parts:
            say("  a passage in several parts cannot be given by words here")
        else:
            found = _by_words(said, one)
            if found is not None:
                return found


def _by_words(said: str, one: Rebase) -> tuple[Span, ...] | None:
    quote = said[1:-1] if len(said) > 2 and said[0] in "\"“'" and said[-1] in "\"”'" else said
    try:
        target = select(one.text.reading, quote, path=str(one.text.path))
    except InputRefused as refused:
        print_findings(refused.findings, to_stderr=True)
        return None
    return None if target.start is None or target.end is None else (Span(target.start, target.end),)
