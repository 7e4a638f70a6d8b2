"""`annotate correct -i`: the doubtful blocks one after the other, one key a choice."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from annotate.api.walk import apply, walk
from annotate.cli.output import print_findings, say
from annotate.match.excerpt import shortened

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from annotate.api.walk import Walk
    from annotate.model.decision import Decision

_MEASURE = 76  # characters a line; wider lines are hard to read
_CHOICES = {
    "n": "next (or Enter)",
    "y": "it is right",
    "k": "what it is",
    "t": "whose turn",
    "j": "goes on in the next",
    "p": "split",
    "u": "undo",
    "q": "apply and end",
    "x": "end, change nothing",
}
_KINDS = {
    "p": "p",
    "h": "head",
    "t": "title",
    "s": "subtitle",
    "b": "byline",
    "d": "date",
    "c": "credits",
    "r": "rating",
    "q": "quote",
    "l": "list",
    "v": "verse",
    "g": "stage",
    "i": "caption",
    "a": "boilerplate",
}
_SUBTYPES = {
    "a": "advert",
    "n": "navigation",
    "c": "call-to-action",
    "m": "comments",
    "i": "citation",
    "t": "topics",
    "e": "media",
    "o": "other",
}
_END = "q"  # the end of standard input


def walk_through(text: Path, *, every: bool) -> int:
    """Ask about the blocks of a text, apply what was said, and return the exit code."""
    walked = walk(text, every=every)
    if walked.decision is None:
        say("nothing is doubtful; --all walks through every block")
        return 0
    if not sys.stdin.isatty():
        say("there is no terminal: answers are read from standard input, one a line")
    while walked.decision is not None:
        _show(walked)
        answer = _key(_CHOICES)
        if answer == "x":
            say("nothing was changed")
            return 0
        if answer == "q":
            break
        _act(walked, answer)
    if not walked.corrections:
        say("nothing was corrected")
        return 0
    corrected, refused = apply(walked)
    print_findings(refused, to_stderr=True)
    if corrected is not None:
        print_findings(corrected.parsed.findings, to_stderr=False)
        say(f"{len(walked.corrections)} corrections, written to {text}")
        for line in corrected.followed:
            say(line)
    return 1 if refused else 0


def _act(walked: Walk, answer: str) -> None:
    act = {"k": _correct_kind, "t": _give_turn, "j": _join, "p": _split, "y": _confirm, "u": _undo}.get(answer)
    if act is not None:
        act(walked)
    else:
        walked.skip()


def _join(walked: Walk) -> None:
    walked.say(join_next=True)


def _split(walked: Walk) -> None:
    words = _line("the words at which a new block begins: ")
    if walked.decision is not None and words and walked.decision.words.find(words) > 0:
        walked.say(split_at=words)
    else:
        say("these words do not stand in the block, or at its very start")


def _confirm(walked: Walk) -> None:
    if not walked.confirm():
        say("this cannot be kept; n goes on")


def _undo(walked: Walk) -> None:
    if not walked.undo():
        say("there is nothing to undo")


def _give_turn(walked: Walk) -> None:
    """Ask whose turn the block is: one of the persons known, or another name."""
    known = {str(number): name for number, name in enumerate(walked.persons[:9], 1)}
    answer = _key({**known, "0": "somebody else"})
    name = known.get(answer) or (_line("full name: ") if answer == "0" else "")
    if name:
        walked.say(speaker=name)


def _correct_kind(walked: Walk) -> None:
    kind = _KINDS.get(_key(_KINDS))
    subtype = _SUBTYPES.get(_key(_SUBTYPES)) if kind == "boilerplate" else None
    if kind is not None:
        walked.say(kind=kind, subtype=subtype)


def _show(walked: Walk) -> None:
    """Show the block with its neighbours, what was decided, and why."""
    decision = walked.decision
    if decision is None:
        return
    before, after = walked.neighbours
    say(f"\n{walked.at + 1} of {len(walked.doubtful)}")
    if before is not None:
        say(click.style(_line_of(before), dim=True))
    say(click.style(_head(decision), bold=True))
    say(click.wrap_text(shortened(decision.words, 600), _MEASURE, "    ", "    "))
    say(f"    why: {decision.reason} ({decision.certainty:.0%} sure)")
    if after is not None:
        say(click.style(_line_of(after), dim=True))


def _head(decision: Decision) -> str:
    subtype = f": {decision.subtype}" if decision.subtype else ""
    return "  ".join(filter(None, (f"{decision.block:>6}", decision.kind + subtype, decision.speaker)))


def _line_of(decision: Decision) -> str:
    return f"{_head(decision)}  {shortened(decision.words, 48)}"


def _key(choices: Mapping[str, str]) -> str:
    """Ask for one of the keys, and return the one pressed; "" for another."""
    say("  ".join(f"[{key}] {what}" for key, what in choices.items()))
    if sys.stdin.isatty():
        pressed = click.getchar()
    else:
        line = sys.stdin.readline()
        pressed = line.strip()[:1] if line else _END
    return pressed if pressed in choices else ""


def _line(prompt: str) -> str:
    """Ask for a line of words."""
    click.echo(prompt, nl=False, err=True)
    return sys.stdin.readline().strip()
