"""Contact sheets: every page of every sample in every theme, in `build/gallery`; one sheet a theme for the docs.

Usage: python -m tools.gallery [--docs]
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
from PIL import Image

from annotate.api.edition_choices import choices_for
from annotate.api.render import render
from annotate.model.theme import THEMES

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parent.parent
SHEETS, DOCS = ROOT / "build" / "gallery", ROOT / "docs" / "themes"
SHOWN = "general-review"
_PAGE, _GAP, _COLUMNS = 340, 10, 6  # pixels, pixels, pages
_GREYS = 16  # enough for black type on white paper


def pages(pdf: bytes, width: int = _PAGE) -> list[Image.Image]:
    """Return the pages of a PDF as pictures, `width` pixels wide."""
    document = pypdfium2.PdfDocument(pdf)
    return [page.render(scale=width / page.get_width()).to_pil().convert("L") for page in document]


def sheet(pictures: Sequence[Image.Image]) -> Image.Image:
    """Return pictures of pages side by side, in rows, on grey."""
    width, height = (max(side) + _GAP for side in zip(*(picture.size for picture in pictures), strict=True))
    columns = min(_COLUMNS, len(pictures))
    rows = -(-len(pictures) // columns)
    made = Image.new("L", (columns * width + _GAP, rows * height + _GAP), 150)
    for number, picture in enumerate(pictures):
        row, column = divmod(number, columns)
        made.paste(picture, (column * width + _GAP, row * height + _GAP))
    return made.quantize(_GREYS)


def main() -> None:
    """Write the sheets and say where they are."""
    for_docs = "--docs" in sys.argv[1:]
    SHEETS.mkdir(parents=True, exist_ok=True)
    for sample in sorted((ROOT / "samples").glob("*.xml")):
        for theme in THEMES:
            made = render(sample, ("pdf",), choices=choices_for(sample, theme=theme))
            path = SHEETS / f"{sample.stem}-{theme}.png"
            pictures = sheet(pages(made.editions["pdf"]))
            pictures.save(path, optimize=True)
            print(f"{path.relative_to(ROOT)}: {made.pages} pages")
            if for_docs and sample.stem == SHOWN:
                pictures.save(DOCS / f"{theme}.png", optimize=True)


if __name__ == "__main__":
    main()
