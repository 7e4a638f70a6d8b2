"""What a book costs: made from nothing, after an edit, with nothing changed; how that grows, and what memory it takes.

Each is run once: what a book costs is many times what other work on the machine can add to it.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import pikepdf

from bench.book_material import BOOK, CHAPTERS
from bench.measure import Command, cost, growth

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bench.measure import Cost

NAME = "book"
LENGTHS = (30_000, 100_000, 300_000)  # words
_EDITED_AT_MOST = 0.15  # of the same book made from nothing
_EDITED = 100_000  # the length in words that the limit is for
_LONGEST = 300_000
_MEMORY_AT_MOST = 255  # MiB: 0.35 of what WeasyPrint alone takes for the whole of 300,000 words, 729
_GROWTH_AT_MOST = 1.05


@dataclass(frozen=True, slots=True)
class _Figures:
    """What a book of some length costs; `edited` in place, `moved` where the edit moves the pages behind it."""

    pages: int
    nothing: Cost
    edited: Cost
    moved: Cost
    unchanged: Cost
    same_bytes: bool


def books(build: Path, lengths: tuple[int, ...] = LENGTHS) -> list[dict[str, Any]]:
    """Print what books cost, and return it row by row with what is above a limit."""
    found = {words: _measured(_made(build, words), words) for words in lengths}
    rows = [_row(words, figures) for words, figures in found.items()]
    if len(found) > 1:
        seconds = [figures.nothing.processor_seconds for figures in found.values()]
        exponent = growth([figures.pages for figures in found.values()], seconds)
        print(f"A book made from nothing grows with its pages with the exponent {exponent:.2f}.")
        above = [f"{NAME}: the exponent, {exponent:.2f}, is above {_GROWTH_AT_MOST}"]
        rows.append({"exponent": exponent, "above_limit": above if exponent > _GROWTH_AT_MOST else []})
    return rows


def _made(build: Path, words: int) -> Path:
    folder = build / "bench" / f"book-{words}"
    print(f"Making a book of {words:,} words", file=sys.stderr)
    call = [sys.executable, "-m", "bench.book_material", str(folder), str(words)]
    subprocess.run(call, check=True, capture_output=True)
    return folder


def _measured(folder: Path, words: int) -> _Figures:
    cache, made = folder / "cache", folder / f"{BOOK}.pdf"
    command = Command(
        (f"{sys.prefix}/bin/annotate", "book", "--to", "pdf"), folder, (("XDG_CACHE_HOME", str(cache)),), made.name
    )

    def run(what: str) -> Cost:
        found = cost(command)
        told = f"{found.processor_seconds:.2f} s, {found.peak_mebibytes:.0f} MiB"
        print(f"{f'{NAME}, {what}':<28} {words:>7,}  {told}", flush=True)
        return found

    _forget(cache)
    nothing = run("from nothing")
    with pikepdf.open(made) as pdf:
        pages = len(pdf.pages)
    unchanged = run("nothing changed")
    _edit(folder, lambda statement: statement.replace("happened", "occurred"))
    edited = run("one edit")
    _edit(folder, lambda statement: statement + " Nobody who was there has denied it." * 60)
    moved = run("an edit that moves pages")
    same = True
    if words == min(LENGTHS):
        warm = made.read_bytes()
        _forget(cache)
        cost(command)
        same = made.read_bytes() == warm
    return _Figures(pages, nothing, edited, moved, unchanged, same)


def _forget(cache: Path) -> None:
    """Remove what is kept but for the fonts, which every edition needs and nobody makes twice."""
    for kind in (cache / "annotate").glob("*"):
        if kind.name != "fonts":
            shutil.rmtree(kind)


def _edit(folder: Path, edit: Callable[[str], str]) -> None:
    """Edit the first statement of a chapter in the middle of the book."""
    path = folder / f"part-{CHAPTERS // 2:02}.annotations.json"
    before, found, rest = path.read_text(encoding="utf-8").partition('"statement": "')
    statement, quote, after = rest.partition('"')
    path.write_text(before + found + edit(statement) + quote + after, encoding="utf-8")


def _row(words: int, figures: _Figures) -> dict[str, Any]:
    """Print the ratios of a book, and return its figures."""
    whole = figures.nothing.processor_seconds
    ratios = {name: getattr(figures, name).processor_seconds / whole for name in ("edited", "moved", "unchanged")}
    peak = max(getattr(figures, name).peak_mebibytes for name in ("nothing", "edited", "moved", "unchanged"))
    told = ", ".join(f"{name} {ratio:.3f}" for name, ratio in ratios.items())
    print(f"{NAME}, {words:,} words, {figures.pages:,} pages: of making it from nothing {told}; at most {peak:.0f} MiB")
    above = []
    if words == _EDITED:
        above += [
            f"{NAME}, {words:,} words: {name} costs {ratios[name]:.3f} of all, above {_EDITED_AT_MOST}"
            for name in ("edited", "moved")
            if ratios[name] > _EDITED_AT_MOST
        ]
    if words == _LONGEST and peak > _MEMORY_AT_MOST:
        above.append(f"{NAME}, {words:,} words: {peak:.0f} MiB are above {_MEMORY_AT_MOST}")
    if not figures.same_bytes:
        above.append(f"{NAME}, {words:,} words: other bytes after an edit than from nothing")
    return {"job": NAME, "words": words, **asdict(figures), "ratios": ratios, "above_limit": above}
