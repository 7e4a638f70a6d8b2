"""Tells what the HTML edition costs beside a plain walk of the text's tree: `python -m bench.html_costs FOLDER`.

In one process, so that imports and citations stand apart; medians of processor seconds, as JSON.
"""

from __future__ import annotations

import json
import sys
from html import escape
from pathlib import Path
from statistics import median
from time import process_time
from typing import TYPE_CHECKING

from lxml import etree

from annotate.api.load import load_annotations, load_text
from annotate.attach.anchor import resolve_all
from annotate.render.citations import Bibliography
from annotate.render.fonts.faces import font_faces
from annotate.render.screen.page import html_edition
from annotate.render.view import build_view
from bench.material import ANNOTATIONS, TEXT

if TYPE_CHECKING:
    from collections.abc import Callable

_RUNS = 5


def main(folder: Path) -> None:
    """Print what each part of the work costs."""
    loaded, held = load_text(folder / TEXT), load_annotations(folder / ANNOTATIONS)
    citations = Bibliography("chicago", held.annotations.sources, "en", path=TEXT)
    resolutions = resolve_all(held.annotations, loaded.reading)
    edition = build_view(loaded.document, loaded.reading, held.annotations, resolutions, citations=citations)
    faces = font_faces()
    tree = etree.fromstring((folder / TEXT).read_bytes())
    costs = {
        "walk": _cost(lambda: walked(tree)),
        "html": _cost(lambda: html_edition(edition, faces)),
        "view": _cost(
            lambda: build_view(loaded.document, loaded.reading, held.annotations, resolutions, citations=citations)
        ),
        "load": _cost(lambda: (load_text(folder / TEXT), load_annotations(folder / ANNOTATIONS))),
        "anchors": _cost(lambda: resolve_all(held.annotations, loaded.reading)),
    }
    print(json.dumps(costs))


def walked(element: etree._Element) -> str:
    """Return the least HTML there is of a tree: an element for each element, its text escaped."""
    local = etree.QName(element).localname
    name = "p" if local == "p" else "span"
    inner = "".join(walked(child) + escape(child.tail or "") for child in element)
    return f'<{name} class="{local}">{escape(element.text or "")}{inner}</{name}>'


def _cost(work: Callable[[], object]) -> float:
    seconds = []
    for _ in range(_RUNS + 1):
        start = process_time()
        work()
        seconds.append(process_time() - start)
    return median(seconds[1:])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
