"""What is measured: each job of annotate, and the peer that does the like of it."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bench import peers
from bench.material import ALONE, ANNOTATIONS, LONGEST_ANNOTATED, MARKDOWN, PAGE, SOURCE, TEXT, WORD
from bench.measure import Command

if TYPE_CHECKING:
    from pathlib import Path

    from bench.peers import Peer

MADE = "made.xml"
PARSE = "parse, plain"
_MEMORY = 0.25  # of pandoc's peak
# The ratios of processor time that must not be exceeded, by job and length in words.
_LIMITS = {
    (PARSE, 30_000): 0.2,
    (PARSE, 300_000): 0.08,
    ("parse, Markdown", 30_000): 0.4,
    ("parse, Markdown", 300_000): 0.25,
    ("parse, Word", 30_000): 0.25,
    ("parse, Word", 300_000): 0.12,
    ("parse, web page", 3_000): 1.1,
    ("parse, web page", 30_000): 1.1,
    ("parse, web page", 300_000): 1.1,
    ("parse, start", 3_000): 2.0,
    ("validate", 3_000): 0.25,
    ("validate", 30_000): 0.25,
    ("validate, annotated", 3_000): 0.25,
    ("validate, annotated", 30_000): 0.25,
}
VALIDATE_MANY = "validate, many"
_MANY_LIMITS = {"jsonschema_rs": 3.0, "jsonschema": 0.1}


@dataclass(frozen=True, slots=True)
class Job:
    """One thing annotate does, beside one thing a peer does.

    Attributes:
        name: as the table prints it.
        words: the length of the text, 0 where there is none.
        ours: what annotate runs.
        peer: who does the like.
        theirs: what the peer runs, None where it is missing.
        at_most: the ratio of time that must not be exceeded, None where none is set.
        memory_at_most: the same of peak memory.
    """

    name: str
    words: int
    ours: Command
    peer: Peer
    theirs: Command | None
    at_most: float | None = None
    memory_at_most: float | None = None


def jobs(sizes: dict[int, Path], anywhere: Path) -> list[Job]:
    """Return every job, for texts of each length in words, given the folder of each."""
    group = peers.bare_group()
    start = Job("help", 0, _annotate(anywhere, "--help"), group, _beside(group, anywhere, "--help"), at_most=1.3)
    return [start, *(job for words, folder in sizes.items() for job in _text_jobs(words, folder))]


def many_jobs(number: int, folder: Path) -> list[Job]:
    """Return the checking of so many annotations beside engines that judge their schema only."""
    return [
        Job(VALIDATE_MANY, number, validating(folder), peer, _beside(peer, folder, ANNOTATIONS), limit)
        for name, limit in _MANY_LIMITS.items()
        for peer in [peers.schema_engine(name)]
    ]


def validating(folder: Path) -> Command:
    """Return the checking of the annotations in a folder with their text, by one process."""
    return _annotate(folder, "validate", ANNOTATIONS, "--jobs", "1")


def parsing(folder: Path, source: str = SOURCE) -> Command:
    """Return the parsing of a source in a folder into a text that is not there yet."""
    return _annotate(folder, "parse", source, "-o", MADE, makes=MADE)


def _text_jobs(words: int, folder: Path) -> list[Job]:
    return _parse_jobs(words, folder) + (_checking_jobs(words, folder) if words <= LONGEST_ANNOTATED else [])


def _parse_jobs(words: int, folder: Path) -> list[Job]:
    pandoc, bare, trafilatura = peers.pandoc(), peers.bare_imports(), peers.trafilatura()
    to_tei = ("-t", "tei", "--standalone", "-o", "pandoc.xml")
    beside = {
        PARSE: (SOURCE, pandoc, ("-f", "markdown", *to_tei, SOURCE)),
        "parse, Markdown": (MARKDOWN, pandoc, ("-f", "markdown", *to_tei, MARKDOWN)),
        "parse, Word": (WORD, pandoc, ("-f", "docx", *to_tei, WORD)),
        "parse, web page": (PAGE, trafilatura, (PAGE,)),
        "parse, start": (SOURCE, bare, ()),
    }
    if ("parse, start", words) not in _LIMITS:
        del beside["parse, start"]  # of a longer text it would tell nothing of the start
    return [
        Job(
            name,
            words,
            parsing(folder, source),
            peer,
            _beside(peer, folder, *theirs),
            _LIMITS.get((name, words)),
            _MEMORY if peer is pandoc and (name, words) in _LIMITS else None,
        )
        for name, (source, peer, theirs) in beside.items()
    ]


def _checking_jobs(words: int, folder: Path) -> list[Job]:
    jing = peers.jing()
    ours_and_theirs = {
        "validate": (("validate", ALONE), jing, (ALONE,)),
        "validate, annotated": (("validate", TEXT, ANNOTATIONS), jing, (TEXT,)),
    }
    return [
        Job(name, words, _annotate(folder, *ours), peer, _beside(peer, folder, *theirs), _LIMITS.get((name, words)))
        for name, (ours, peer, theirs) in ours_and_theirs.items()
    ]


def _annotate(folder: Path, *arguments: str, makes: str = "") -> Command:
    """Return a call of the console script beside this Python, as a person makes it."""
    return Command((f"{sys.prefix}/bin/annotate", *arguments), folder, makes=makes)


def _beside(peer: Peer, folder: Path, *arguments: str) -> Command | None:
    return Command((*peer.start, *arguments), folder) if peer.start else None
