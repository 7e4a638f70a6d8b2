"""The characters of a PDF where they stand on its pages, and the lines and numbers they make."""

import io
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

# As the file has them: the text's in CSS pixels (10 and 6.2 points), the numbers' in points.
TEXT_SIZE, CALL_SIZE, NUMBER_SIZE, PARAGRAPH_SIZE, TITLE_SIZE = 13.3, 8.3, 6.5, 8.7, 28


class Sign(NamedTuple):
    """A character on a page: its size as the file has it, its left edge and its baseline from the bottom (points)."""

    character: str
    size: float
    left: float
    baseline: float


@lru_cache(maxsize=4)
def signs(data: bytes) -> list[list[Sign]]:
    """Return the characters of each page, those of white space left out; nobody changes the lists, read once."""
    document = pypdfium2.PdfDocument(io.BytesIO(data))
    found = [_signs(sheet) for sheet in document]
    document.close()
    return found


def _signs(sheet) -> list[Sign]:
    text = sheet.get_textpage()
    found = []
    for at in range(text.count_chars()):
        character = chr(pdfium.FPDFText_GetUnicode(text, at))
        left, baseline = pdfium.c_double(), pdfium.c_double()
        pdfium.FPDFText_GetCharOrigin(text, at, left, baseline)
        if character.strip():
            found.append(Sign(character, round(pdfium.FPDFText_GetFontSize(text, at), 1), left.value, baseline.value))
    text.close()
    return found


def of_size(found: list[Sign], size: float) -> list[Sign]:
    """Return the characters of a size."""
    return [sign for sign in found if abs(sign.size - size) < 0.06]


def baselines(found: list[Sign]) -> list[float]:
    """Return the heights of the lines of the text, from the top; the opening ends where the first paragraph begins."""
    top = max((sign.baseline for sign in of_size(found, PARAGRAPH_SIZE)), default=0) + 3
    lines = [sign for sign in of_size(found, TEXT_SIZE) if sign.baseline < top or not of_size(found, TITLE_SIZE)]
    heights = sorted({round(sign.baseline, 1) for sign in lines}, reverse=True)
    return [height for number, height in enumerate(heights) if not number or heights[number - 1] - height > 3]


def line_at(lines: list[float], baseline: float) -> int | None:
    """Return the number of the line with a baseline, or with a raised sign on it; None for a baseline of none."""
    return next((number for number, height in enumerate(lines, 1) if height - 1 < baseline < height + 8), None)


def words(found: list[Sign]) -> list[tuple[str, float]]:
    """Return the strings that stand together, with their heights."""
    return [
        ("".join(sign.character for sign in group), height)
        for height, group in ((key, list(group)) for key, group in groupby(found, key=lambda s: round(s.baseline, 1)))
    ]


def numbers(found: list[Sign]) -> list[tuple[int, float]]:
    """Return the line numbers of a page: what stands right of the text in the numbers' size."""
    right = max((sign.left for sign in of_size(found, TEXT_SIZE)), default=0)
    return [(int(word), height) for word, height in words([s for s in of_size(found, NUMBER_SIZE) if s.left > right])]
