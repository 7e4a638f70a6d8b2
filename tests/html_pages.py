"""The pages that browser and checker look at: the samples, texts in six languages, editions that hold everything."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from annotate.api.render import render
from annotate.render.fonts.faces import font_faces
from annotate.render.screen.page import html_edition
from tests.edition_cases import lamplighter_edition
from tests.rich_editions import LANGUAGE_NAMES, crowded_edition, language_edition, rich_edition
from tests.surroundings import SAMPLE_NAMES, SAMPLES

if TYPE_CHECKING:
    from pathlib import Path

    from annotate.model.edition import Edition

PAGES = ("lamplighter", "rich", *LANGUAGE_NAMES, *SAMPLE_NAMES)


@cache
def page_of(name: str) -> bytes:
    """Return one of PAGES, or `crowded`, as the bytes of its file."""
    if name in SAMPLE_NAMES:
        return render(SAMPLES / f"{name}.xml", ("html",)).editions["html"]
    return html_edition(_edition(name), font_faces())


def written(name: str, folder: Path) -> Path:
    """Write a page to a folder and return its path."""
    path = folder / f"{name}.html"
    path.write_bytes(page_of(name))
    return path


def _edition(name: str) -> Edition:
    if name == "lamplighter":
        lamplighter: Edition = lamplighter_edition()
        return lamplighter
    if name == "rich":
        return rich_edition()
    return crowded_edition(500) if name == "crowded" else language_edition(name)
