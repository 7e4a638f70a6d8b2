"""Makes what is measured, in a folder: a text in four formats, its TEI and its annotations.

It runs as a process of its own, so that what it imports does not count in the peak memory of what is measured.
"""

from __future__ import annotations

import shutil
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
    Note,
    Source,
    Target,
    TextReference,
)
from annotate.model.text import ReadingText, Span
from annotate.write.annotations import write_annotations
from bench.formats import as_markdown, as_page, write_word
from bench.prose import interview, interview_parts

SOURCE, TEXT, ANNOTATIONS = "interview.txt", "interview.xml", "interview.annotations.json"
MARKDOWN, WORD, PAGE = "interview.md", "interview.docx", "interview.html"
ALONE = "alone.xml"  # the same text without annotations beside it
LONGEST_ANNOTATED = 30_000  # words; of longer texts only the parsing is measured
WORDS_A_CLAIM = 150
CLAIMS_A_NOTE = 2
SOURCES = 8
WHEN = "2026-03-14T09:26:53Z"
_CONTEXT = 32  # code points of the text before and after a passage, as the commands write


def passages(reading: ReadingText, apart: int = WORDS_A_CLAIM) -> list[Span]:
    """Return the first sentence of a block every so many words."""
    found: list[Span] = []
    words = 0
    for block in reading.blocks:
        text = reading.slice(block.span)
        words += len(text.split())
        if words >= apart * (len(found) + 1):
            end = text.find(". ") + 1 or len(text)
            found.append(Span(block.span.start, block.span.start + end))
    return found


def target(reading: ReadingText, span: Span) -> Target:
    """Return the target of a passage with its context and position."""
    text = reading.text
    before, after = text[max(0, span.start - _CONTEXT) : span.start], text[span.end : span.end + _CONTEXT]
    return Target(reading.slice(span), before or None, after or None, span.start, span.end)


def sources() -> tuple[Source, ...]:
    """Return books to be cited."""
    return tuple(
        Source({"id": f"book-{number}", "type": "book", "title": f"A History of Light, volume {number}",
                "author": [{"family": "Reed", "given": "Ada"}], "issued": str(1950 + number)})
        for number in range(1, SOURCES + 1)
    )  # fmt: skip


def annotate_text(reading: ReadingText) -> Annotations:
    """Return claims with evidence, notes, sources and a person, about a text."""
    cited = sources()
    claims, notes = [], []
    for number, span in enumerate(passages(reading)):
        source = cited[number % SOURCES].id
        evidence = Evidence(f"e-{number:06d}", source, "supports", locator=Locator("page", str(number + 1)))
        where = target(reading, span)
        claims.append(
            Claim(
                f"c-{number:06d}", where, "factual", claimant="reed", status="supported", evidence=(evidence,),
                creator="Ada", created=WHEN,
            )
        )  # fmt: skip
        if number % CLAIMS_A_NOTE == 0:
            notes.append(
                Note(
                    f"n-{number:06d}",
                    where,
                    "commentary",
                    "A note of *some* length on what is said here.",
                    creator="Ada",
                    created=WHEN,
                )
            )
    return Annotations(
        TextReference(TEXT, reading.sha256),
        entities=(Entity("reed", "person", "Ada Reed"),),
        sources=cited,
        claims=tuple(claims),
        notes=tuple(notes),
    )


def write_sources(folder: Path, words: int) -> None:
    """Write a text in each format that is parsed."""
    folder.mkdir(parents=True, exist_ok=True)
    parts = interview_parts(words)
    (folder / SOURCE).write_text(interview(words), encoding="utf-8")
    (folder / MARKDOWN).write_text(as_markdown(parts), encoding="utf-8")
    (folder / PAGE).write_text(as_page(parts), encoding="utf-8")
    write_word(parts, folder / WORD)


def write_annotated(folder: Path) -> None:
    """Write a text's TEI and its annotations."""
    subprocess.run([sys.executable, "-m", "annotate", "parse", SOURCE, "-o", TEXT, "--force"], cwd=folder, check=True)
    shutil.copy(folder / TEXT, folder / ALONE)
    loaded = load_text(folder / TEXT)
    (folder / ANNOTATIONS).write_bytes(write_annotations(annotate_text(loaded.reading)))


def main(folder: Path, words: int) -> None:
    """Write the sources and, of a text that is not too long, what is made of it."""
    write_sources(folder, words)
    if words <= LONGEST_ANNOTATED:
        write_annotated(folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
