"""Makes a text with a great many annotations, in a folder: `python -m bench.many FOLDER NUMBER`.

It runs as a process of its own, so that what it imports does not count in the peak memory of what is measured.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from annotate.api.load import load_text
from annotate.model.annotation import (
    Annotations,
    Claim,
    Entity,
    Evidence,
    Locator,
    Mention,
    Note,
    Source,
    TextReference,
)
from annotate.model.text import ReadingText, Span
from annotate.write.annotations import write_annotations
from bench.material import ANNOTATIONS, SOURCE, TEXT, target
from bench.prose import interview

WORDS_AN_ANNOTATION = 3  # of the text
QUOTED = 8  # words of a passage; the passages overlap
SOURCES = 100
_DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base 32


def many_annotations(reading: ReadingText, number: int) -> Annotations:
    """Return so many annotations of a text: of ten, six claims with evidence, two notes and two mentions."""
    sources = tuple(
        Source({"id": f"book-{one}", "type": "book", "title": f"A History of Light, volume {one}",
                "author": [{"family": "Reed", "given": "Ada"}], "issued": str(1900 + one)})
        for one in range(SOURCES)
    )  # fmt: skip
    claims, notes, mentions = [], [], []
    entities = {"Ada Reed": Entity("reed", "person", "Ada Reed")}
    when = "2026-03-14T09:26:53Z"
    for index, span in enumerate(_passages(reading, number)):
        where, key = target(reading, span), _key(index)
        if index % 5 == 3:
            notes.append(
                Note(f"n-{key}", where, "commentary", "A note of *some* length on it.", creator="Ada", created=when)
            )
        elif index % 5 == 4:
            name = reading.slice(span).split()[-1]
            entities.setdefault(name, Entity(f"named-{len(entities)}", "work", name))
            mentions.append(Mention(f"m-{key}", where, entities[name].id, creator="Ada", created=when))
        else:
            locator = Locator("page", str(index % 300 + 1))
            evidence = Evidence(f"e-{key}", f"book-{index % SOURCES}", "supports", "strong", locator)
            statement = f"What is said in passage {index} is so."
            claims.append(
                Claim(
                    f"c-{key}", where, "factual", statement, "reed", "asserts", "certain", "supported", (evidence,),
                    ("light",), creator="Ada", created=when,
                )
            )  # fmt: skip
    text = TextReference(TEXT, reading.sha256)
    return Annotations(text, tuple(entities.values()), sources, tuple(claims), tuple(notes), tuple(mentions))


def _passages(reading: ReadingText, number: int) -> list[Span]:
    """Return so many passages within blocks, each a few words after the one before."""
    found: list[Span] = []
    for block in reading.blocks:
        text = reading.slice(block.span)
        words = [match.span() for match in re.finditer(r"\w+", text)]
        for first in range(0, len(words) - QUOTED, 2):
            start, end = words[first][0], words[first + QUOTED][1]
            found.append(Span(block.span.start + start, block.span.start + end))
    return found[:number]


def _key(index: int) -> str:
    """Return six characters of Crockford's base 32, other ones for each index below 32 to the sixth."""
    mixed = index * 387_420_489 % 32**6  # odd, so that no two indexes give the same
    return "".join(_DIGITS[mixed >> shift & 31] for shift in range(25, -1, -5))


def main(folder: Path, number: int) -> None:
    """Write the text and its annotations."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / SOURCE).write_text(interview(number * WORDS_AN_ANNOTATION), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "annotate", "parse", SOURCE, "-o", TEXT, "--force"], cwd=folder, check=True)
    annotations = many_annotations(load_text(folder / TEXT).reading, number)
    (folder / ANNOTATIONS).write_bytes(write_annotations(annotations))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
