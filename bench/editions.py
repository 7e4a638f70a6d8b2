"""What editions cost beside those who do the like: pages beside WeasyPrint alone and others, HTML beside pandoc."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pikepdf

from bench import peers
from bench.edition_material import FONTS, HAND_MADE, REQUEST
from bench.jobs import Job
from bench.material import MARKDOWN, TEXT
from bench.measure import Command, alone, growth

if TYPE_CHECKING:
    from pathlib import Path

    from bench.peers import Peer

PDF, FEET, HTML, CHECKED = "PDF", "PDF, notes", "HTML", "PDF, checked"
EDITIONS = (PDF, FEET, HTML, CHECKED)
LENGTHS = (3_000, 30_000)  # words
GROWING = (3_000, 10_000, 30_000)
_PDF_AT_MOST = 1.08  # of WeasyPrint alone on a page of the same look
_FEET_AT_MOST = 0.8  # of the same pages by WeasyPrint as it comes
_HTML_AT_MOST = {"a plain walk of the text": 2.0, "pandoc": 0.15}
_LIMITED = 30_000  # the length in words that the limits are for
_GROWTH_AT_MOST = 1.05
_MADE = "interview.pdf"
_LAYING_OUT = (sys.executable, str(peers.CHECKOUT / "bench" / "laying_out.py"))
_UNCHECKED = (sys.executable, str(peers.CHECKOUT / "bench" / "unchecked.py"))


def make(build: Path, words: int) -> Path:
    """Make a text of so many words with its annotations, and return its folder."""
    folder = build / "bench" / f"edition-{words}"
    print(f"Making an annotated text of {words:,} words", file=sys.stderr)
    call = [sys.executable, "-m", "bench.edition_material", str(folder), str(words)]
    subprocess.run(call, check=True, capture_output=True)
    return folder


def edition_jobs(words: int, folder: Path) -> list[Job]:
    """Return the jobs on a text of so many words."""
    hand = ((HAND_MADE, "peer.pdf"), _fonts(folder))
    chromium, typst, pandoc = peers.chromium(), peers.typst(), peers.pandoc()
    limited = words == _LIMITED
    ours = Command((*_LAYING_OUT, REQUEST, "ours"), folder, _fonts(folder))
    plain = Command((*_LAYING_OUT, REQUEST, "plain"), folder, _fonts(folder))
    to_html = ("-f", "markdown", "-t", "html5", "--standalone", "--metadata", "title=-", MARKDOWN, "-o", "pandoc.html")
    to_typst = ("-f", "markdown", "-t", "typst", "--standalone", MARKDOWN, "-o", "peer.typ")
    if pandoc.start and typst.start:
        subprocess.run([*pandoc.start, *to_typst], cwd=folder, check=True)
    return [
        Job(PDF, words, pdf(folder), peers.weasyprint(), _by(peers.weasyprint(), folder, *hand),
            _PDF_AT_MOST if limited else None),
        Job(CHECKED, words, _annotate(folder, "pdf"), peers.weasyprint(), _by(peers.weasyprint(), folder, *hand)),
        Job(FEET, words, ours, peers.Peer("float: footnote", ("-",)), plain, _FEET_AT_MOST if limited else None),
        Job(PDF, words, pdf(folder), chromium, _by(chromium, folder, ("--print-to-pdf=peer.pdf", HAND_MADE))),
        Job(PDF, words, pdf(folder), typst, _by(typst, folder, ("peer.typ", "peer.pdf"))),
        Job(HTML, words, _annotate(folder, "html"), pandoc, _by(pandoc, folder, to_html)),
    ]  # fmt: skip


def pdf(folder: Path) -> Command:
    """Return the making of a PDF without the check of its conformance, which no peer makes."""
    arguments = ("render", TEXT, "--to", "pdf", "--fresh")
    return Command((*_UNCHECKED, *arguments), folder)


def html_beside(folder: Path, words: int, pairs: int) -> dict[str, Any]:
    """Print what the HTML edition costs without imports and citations, and return the figures."""
    call = [sys.executable, "-m", "bench.html_costs", str(folder)]
    costs = json.loads(subprocess.run(call, check=True, capture_output=True, text=True).stdout)
    ratios = {"a plain walk of the text": costs["html"] / costs["walk"]}
    if (pandoc := peers.pandoc()).start:
        to_html = Command((*pandoc.start, "-f", "markdown", "-t", "html5", MARKDOWN, "-o", "pandoc.html"), folder)
        ratios["pandoc"] = sum(costs[part] for part in ("html", "view", "load", "anchors")) / (
            alone(to_html, pairs).processor_seconds
        )
    told = ", ".join(f"{ratio:.2f} of {name}" for name, ratio in ratios.items())
    print(f"HTML alone, {words:,} words: {costs['html']:.3f} s to set, {told}")
    above = [
        f"HTML, {words:,} words: {ratio:.2f} of {name} is above {_HTML_AT_MOST[name]}"
        for name, ratio in ratios.items()
        if words == _LIMITED and ratio > _HTML_AT_MOST[name]
    ]
    return {"words": words, "costs": costs, "ratios": ratios, "above_limit": above}


def growth_of_pages(folders: dict[int, Path], runs: int) -> dict[str, Any]:
    """Print what PDFs of growing length cost, and return the exponent in pages of what lies above the shortest."""
    pages, costs = {}, {}
    for words, folder in folders.items():
        costs[words] = alone(pdf(folder), runs)
        with pikepdf.open(folder / _MADE) as made:
            pages[words] = len(made.pages)
        print(
            f"{PDF + ', alone':<20} {words:>7,}  {pages[words]:,} pages, {costs[words].processor_seconds:.2f} s,"
            f" {costs[words].peak_mebibytes:.0f} MiB"
        )
    start, *longer = folders
    seconds = [costs[words].processor_seconds - costs[start].processor_seconds for words in longer]
    exponent = growth([pages[words] - pages[start] for words in longer], seconds)
    print(f"What lies above {start:,} words grows with the pages with the exponent {exponent:.2f}.")
    above = [f"{PDF}: the exponent, {exponent:.2f}, is above {_GROWTH_AT_MOST}"] if exponent > _GROWTH_AT_MOST else []
    return {"pages": pages, "exponent": exponent, "above_limit": above}


def _annotate(folder: Path, form: str) -> Command:
    return Command((f"{sys.prefix}/bin/annotate", "render", TEXT, "--to", form, "--fresh"), folder)


def _fonts(folder: Path) -> tuple[tuple[str, str], ...]:
    """Return what gives WeasyPrint alone the fonts that annotate gives it."""
    return (("FONTCONFIG_FILE", str(folder / FONTS)),)


def _by(
    peer: Peer, folder: Path, arguments: tuple[str, ...], environment: tuple[tuple[str, str], ...] = ()
) -> Command | None:
    return Command((*peer.start, *arguments), folder, environment) if peer.start else None
