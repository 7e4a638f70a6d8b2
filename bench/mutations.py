"""Tries anchors on seeded revisions whose right answer is known, beside the rule of Hypothesis.

`python -m bench.mutations [--cases N] [--seed N] [--show N]` prints a table by kind of revision.
"""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from annotate.api.load import load_text
from annotate.api.parse import parse
from annotate.attach.anchor import resolve
from annotate.attach.select import target_at
from annotate.match.near import similarity
from annotate.model.text import ReadingText, reading_text
from bench.mutation_kinds import KINDS, case
from bench.passages import Chooser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotate.model.anchor import Resolution
    from annotate.model.annotation import Target
    from annotate.model.text import Span
    from bench.mutation_kinds import Case

_CHECKOUT = Path(__file__).resolve().parent.parent
_EXISTS = 0.6  # a passage less like its quote than this was replaced, and need not be found
_ROW = "{:<34} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6} {:>7} {:>7} {:>7} {:>9} {:>9}"
_HEADS = (
    "kind",
    "cases",
    "moved",
    "near",
    "ambig.",
    "orph.",
    "WRONG",
    "to find",
    "found",
    "listed",
    "H. WRONG",
    "H. found",
)


@dataclass(frozen=True, slots=True)
class Trial:
    """A case, the target that was made of its passage, and what resolving it gave."""

    kind: str
    case: Case
    target: Target
    resolution: Resolution

    @property
    def wrong(self) -> bool:
        """Whether a trusted place is not where the passage went."""
        return self.resolution.outcome.trusted and self.resolution.spans != (self.case.fate,)

    @property
    def exists(self) -> bool:
        """Whether the passage still stands in the text, as it was or rewritten in part."""
        fate = self.case.fate
        return fate is not None and similarity(self.case.quote, self.case.after[fate.start : fate.end]) >= _EXISTS

    @property
    def found(self) -> bool:
        """Whether the true place is given."""
        return any(same_place(span, self.case.fate) for span in self.resolution.spans)

    @property
    def listed(self) -> bool:
        """Whether the true place is given, or named among the rivals."""
        return self.found or any(same_place(span, self.case.fate) for span in self.resolution.rivals)


def samples() -> dict[str, str]:
    """Return the reading texts of the samples by name."""
    return {path.name: load_text(path).reading.text for path in sorted((_CHECKOUT / "samples").glob("*.xml"))}


def beside() -> dict[str, str]:
    """Return the reading texts of the texts beside the checkout by name; none where there are none."""
    paths = sorted((_CHECKOUT.parent / "shared" / "texts").glob("*.txt"))
    return {path.name: reading_text(parse(path).document).text for path in paths}


def trials(cases: int, seed: int, texts: dict[str, str]) -> Iterator[Trial]:
    """Yield trials, each kind in its turn, each of a text in its turn."""
    kinds, names = list(KINDS), list(texts)
    for number in range(cases):
        kind, name = kinds[number % len(kinds)], names[number // len(kinds) % len(names)]
        made = case(kind, Chooser(texts[name], Random(f"{seed} {number}")))
        target = target_at(ReadingText(made.before, ()), made.passage)
        yield Trial(kind, made, target, resolve(target, ReadingText(made.after, ()), same_text=False))


def same_place(span: Span | None, other: Span | None) -> bool:
    """Whether two spans have at least three quarters of what they cover in common."""
    if span is None or other is None:
        return False
    common = min(span.end, other.end) - max(span.start, other.start)
    return common >= 0.75 * (max(span.end, other.end) - min(span.start, other.start))


def main() -> int:
    """Print the table; return 1 where an anchor was silently wrong or too little was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=23_400, help="how many cases are tried")
    parser.add_argument("--seed", type=int, default=1, help="which cases are tried")
    parser.add_argument("--show", type=int, default=0, help="how many that went wrong or were not found are printed")
    parser.add_argument("--kind", help="only this kind")
    options = parser.parse_args()
    from bench.hypothesis_rule import anchored  # noqa: PLC0415  # needs edlib, which the tests do without

    counts: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
    for trial in trials(options.cases, options.seed, samples() | beside()):
        if options.kind and trial.kind != options.kind:
            continue
        theirs = anchored(trial.target, trial.case.after)
        right = same_place(theirs, trial.case.fate)
        counts[trial.kind].update(
            {
                "cases": 1,
                trial.resolution.outcome.value: 1,
                "wrong": trial.wrong,
                "to find": trial.exists,
                "found": trial.exists and trial.found,
                "listed": trial.exists and trial.listed,
                "their wrong": theirs is not None and not right,
                "their found": trial.exists and right,
            }
        )
        if options.show and (trial.wrong or (trial.exists and not trial.listed)):
            options.show -= 1
            _show(trial)
    return _report(counts)


def _show(trial: Trial) -> None:
    made, resolution = trial.case, trial.resolution
    fate = made.after[made.fate.start : made.fate.end] if made.fate else None
    places = [made.after[span.start : span.end] for span in (*resolution.spans, *resolution.rivals)]
    print(f"{trial.kind}: {resolution.outcome} {resolution.score}\n  {trial.target.prefix!r}\n  {made.quote!r}")
    print(f"  {trial.target.suffix!r}\n  became {fate!r}\n  found  {places[:3]!r}\n")


def _report(counts: dict[str, Counter[str]]) -> int:
    total = sum(counts.values(), Counter[str]())
    print(_ROW.format(*_HEADS))
    for kind, count in {**counts, "all": total}.items():
        columns = ("cases", "moved", "near", "ambiguous", "orphaned", "wrong", "to find")
        shares = [f"{count[name] / max(1, count['to find']):.1%}" for name in ("found", "listed", "their found")]
        print(_ROW.format(kind, *(count[name] for name in columns), *shares[:2], count["their wrong"], shares[2]))
    return 1 if total["wrong"] or total["listed"] < 0.99 * total["to find"] else 0


if __name__ == "__main__":
    raise SystemExit(main())
