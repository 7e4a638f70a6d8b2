"""What is measured: each job of annotate, and the peer that does the like of it."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bench import peers
from bench.material import ALONE, ANNOTATIONS, FONTS, PRINTED, SOURCE, TEXT
from bench.measure import Command

if TYPE_CHECKING:
    from pathlib import Path

    from bench.peers import Peer


@dataclass(frozen=True, slots=True)
class Job:
    """One thing annotate does, beside one thing a peer does.

    Attributes:
        name: as the table prints it.
        words: the length of the text, 0 where there is none.
        ours: what annotate runs.
        peer: who does the like.
        theirs: what the peer runs, None where it is missing.
        at_most: the ratio that must not be exceeded, None where none is set.
    """

    name: str
    words: int
    ours: Command
    peer: Peer
    theirs: Command | None
    at_most: float | None = None


def jobs(sizes: dict[int, Path], anywhere: Path) -> list[Job]:
    """Return every job, for texts of each length in words, given the folder of each."""
    group = peers.bare_group()
    start = Job("help", 0, _annotate(anywhere, "--help"), group, _beside(group, anywhere, "--help"), at_most=1.3)
    return [start, *(job for words, folder in sizes.items() for job in _text_jobs(words, folder))]


def _text_jobs(words: int, folder: Path) -> list[Job]:
    pandoc, jing, weasyprint = peers.pandoc(), peers.jing(), peers.weasyprint()
    to_tei = ("-f", "markdown", "-t", "tei", "--standalone", SOURCE, "-o", "pandoc.xml")
    to_html = ("-f", "markdown", "-t", "html5", "--standalone", "--metadata", "title=-", SOURCE, "-o", "pandoc.html")
    ours_and_theirs = {
        "parse": (("parse", SOURCE, "-o", "again.xml"), pandoc, to_tei),
        "validate": (("validate", ALONE), jing, (ALONE,)),
        "validate, annotated": (("validate", TEXT, ANNOTATIONS), jing, (TEXT,)),
        "render, HTML": (("render", TEXT, "--to", "html"), pandoc, to_html),
        "render, PDF": (("render", TEXT, "--to", "pdf"), weasyprint, (PRINTED, "weasyprint.pdf")),
    }
    return [
        Job(name, words, _annotate(folder, *ours), peer, _beside(peer, folder, *theirs))
        for name, (ours, peer, theirs) in ours_and_theirs.items()
    ]


def _annotate(folder: Path, *arguments: str) -> Command:
    """Return a call of the console script beside this Python, as a person makes it."""
    return Command((f"{sys.prefix}/bin/annotate", *arguments), folder)


def _beside(peer: Peer, folder: Path, *arguments: str) -> Command | None:
    # WeasyPrint alone is given the fonts that annotate gives it.
    environment = (("FONTCONFIG_FILE", str(folder / FONTS)),) if peer.name == "weasyprint" else ()
    return Command((*peer.start, *arguments), folder, environment) if peer.start else None
