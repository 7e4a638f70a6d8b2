"""Damages a sample's annotation file bit by bit and line by line, and counts what the checker finds of it.

`python -m bench.damage [--flips N] [--seed N] [--sample NAME] [--show N]` prints what was found, and by field what was
not: there every value is legal, so that only a reader who knows the matter can tell that it is wrong.
"""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from annotate.api.load import load_text
from annotate.attach.anchor import resolve_all
from annotate.check.registry import annotation_findings
from annotate.check.schema import schema_findings
from annotate.check.subject import Subject
from annotate.diagnostics import Finding
from annotate.errors import InputRefused
from annotate.model.annotation import Annotations
from annotate.read.annotations.reader import read_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotate.api.load import LoadedText
    from annotate.model.json_text import JsonText

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
TODAY = date(2026, 11, 22)
"""The samples were made the day before."""

FREE = {
    "words of the annotators": "claims.statement claims.note claims.tags claims.evidence.note notes.body notes.tags",
    "words of sources without a copy": "claims.evidence.quote sources.title sources.container-title sources.publisher"
    " sources.publisher-place sources.collection-title sources.note",
    "names": "entities.name entities.sort_name"
    " sources.author sources.director sources.editor sources.translator claims.creator"
    " claims.modified_by notes.creator notes.modified_by mentions.creator passages.creator links.creator",
    "addresses": "sources.URL sources.DOI entities.same_as",
    "days and times": "sources.issued sources.accessed claims.created claims.modified notes.created notes.modified"
    " mentions.created passages.created links.created",
    "numbers": "sources.custom sources.volume sources.issue sources.page sources.number claims.evidence.locator",
    "languages": "sources.language",
    "ids that nothing refers to": "claims.id claims.evidence.id notes.id mentions.id links.id passages.id sources.id"
    " entities.id",
}
"""Fields, without the numbers of records, in which every value of the right form is legal, by what they hold."""
FREE_FIELDS = frozenset(field for fields in FREE.values() for field in fields.split())
DEFAULTED = frozenset({"text.reading_rule", "text.unit"})
"""Fields that can be left out, since the format says what then holds."""


@dataclass(frozen=True, slots=True)
class Damage:
    """One damaged file: what was done, where (a field, without the numbers of records), and the new findings."""

    what: str
    field: str
    found: tuple[str, ...]


class Sample:
    """A sample and what the checker says of its annotation file as it is and as it is damaged."""

    def __init__(self, name: str) -> None:
        self.path = SAMPLES / f"{name}.annotations.json"
        self.data = self.path.read_bytes()
        self.text: LoadedText = load_text(SAMPLES / f"{name}.xml")
        self._known = Counter(_named(finding) for finding in self.judged(self.data))
        self._json = read_json(self.data, self.path.name)
        self._fields = _fields_by_line(self._json)

    def judged(self, data: bytes) -> list[Finding]:
        """Return what the checker finds in the bytes of an annotation file beside the sample's text."""
        try:
            json_text = read_json(data, self.path.name)
        except InputRefused as refusal:
            return [finding for finding in refusal.findings if isinstance(finding, Finding)]
        shape = schema_findings(json_text)
        if shape:
            return shape
        annotations = Annotations.from_json(json_text.value)
        return annotation_findings(
            Subject(
                json_text,
                annotations,
                TODAY,
                f"{self.path.name.partition('.')[0]}.xml",
                self.text.document,
                self.text.reading,
                resolve_all(annotations, self.text.reading),
            )
        )

    def flips(self, count: int, seed: int) -> Iterator[Damage]:
        """Yield files with one bit turned over, at seeded places."""
        random = Random(seed)
        for _ in range(count):
            at, bit = random.randrange(len(self.data)), random.randrange(8)
            changed = bytes((self.data[at] ^ 1 << bit,))
            line = self.data.count(b"\n", 0, at)
            what = f"line {line + 1}: {self.data[at : at + 1]!r} became {changed!r}"
            yield self._damage(what, line, self.data[:at] + changed + self.data[at + 1 :])

    def deletions(self) -> Iterator[Damage]:
        """Yield files with one line left out, for every line."""
        lines = self.data.splitlines(keepends=True)
        for number, line in enumerate(lines):
            what = f"line {number + 1} left out: {line.decode().strip()[:60]}"
            yield self._damage(what, number, b"".join(lines[:number] + lines[number + 1 :]))

    def _damage(self, what: str, line: int, data: bytes) -> Damage:
        new = Counter(_named(finding) for finding in self.judged(data)) - self._known
        return Damage(what, self._fields[line], tuple(code for code, _ in new))


def _named(finding: Finding) -> tuple[str, str]:
    return finding.code, finding.sentence


def _fields_by_line(json_text: JsonText) -> list[str]:
    """Return the field that begins in each line, or the one that the line goes on with, without numbers of records."""
    fields = [""] * (json_text.text.count("\n") + 2)
    for pointer in _pointers(json_text.value, ()):
        line, _ = json_text.place(pointer, key=True)
        names = [step for step in pointer if isinstance(step, str)]
        depth = 3 if names[:2] == ["claims", "evidence"] else 2
        fields[line - 1] = ".".join(names[:depth])
    for number in range(1, len(fields)):
        fields[number] = fields[number] or fields[number - 1]
    return fields


def _pointers(value: Any, here: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in members:
        yield (*here, step)
        yield from _pointers(inner, (*here, step))


def _table(title: str, damages: list[Damage], shown: int) -> None:
    missed = [damage for damage in damages if not damage.found]
    elsewhere = [damage for damage in missed if damage.field not in FREE_FIELDS | DEFAULTED]
    print(
        f"{title}: {len(damages)}, found {len(damages) - len(missed)}, in fields where every value is legal"
        f" {len(missed) - len(elsewhere)}, elsewhere {len(elsewhere)}"
    )
    tried = Counter(damage.field for damage in damages)
    not_found = Counter(damage.field for damage in missed)
    for kind, fields in FREE.items():
        names = [field for field in fields.split() if tried[field]]
        print(f"  {kind}: {sum(not_found[name] for name in names)} of {sum(tried[name] for name in names)} not found")
        for name in names:
            print(f"    {name:<32} {not_found[name]:>6} of {tried[name]:>6}")
    for damage in elsewhere[:shown]:
        print(f"  {damage.field} {damage.what}")


def main() -> None:
    """Print the tables of both kinds of damage."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--flips", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sample", default="general-review")
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    sample = Sample(options.sample)
    _table("bits turned over", list(sample.flips(options.flips, options.seed)), options.show)
    _table("lines left out", list(sample.deletions()), options.show)


if __name__ == "__main__":
    main()
