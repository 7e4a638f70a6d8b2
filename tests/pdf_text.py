"""The text of a PDF as a reader sees it: what is set in the size of the text and larger, in order, hyphens resolved."""

import ctypes
from collections import Counter

import pypdfium2
import pypdfium2.raw as pdfium

# Where running heads and folios stand: within these margins, in points, of the pages `annotate render` makes.
TOP, BOTTOM = 50, 55


def body_text(data: bytes) -> str:
    """Return the characters set in the size of the running text, or larger, page by page, without white space.

    Notes and note calls are set smaller, running heads and folios stand in the margins: all are left out. Hyphens at
    line ends are dropped.
    """
    characters = list(_characters(data))
    # The two commonest sizes are those of the text and of its notes, whichever there is more of.
    size = max(size for size, _ in Counter(size for _, size in characters).most_common(2))
    return squeezed("".join(character for character, own in characters if own >= size - 0.2))


def whole_text(data: bytes) -> str:
    """Return every character of a PDF, page by page, without white space."""
    return squeezed("".join(character for character, _ in _characters(data)))


def squeezed(text: str) -> str:
    """Return a text without white space, hyphens and the signs a typesetter may change."""
    for ligature, letters in (("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬀ", "ff"), ("ﬃ", "ffi"), ("ﬄ", "ffl")):
        text = text.replace(ligature, letters)
    return "".join(c for c in text if not c.isspace() and c not in "-\u00ad\u2010\u2011\u0002\ufffe\ufeff\u200b")


def _characters(data: bytes):
    document = pypdfium2.PdfDocument(data)
    try:
        for page in document:
            text = page.get_textpage()
            height = page.get_height()
            for index in range(text.count_chars()):
                code = pdfium.FPDFText_GetUnicode(text, index)
                if not BOTTOM < _baseline(text, index) < height - TOP:
                    continue
                yield chr(code), round(pdfium.FPDFText_GetFontSize(text, index) * _scale(text, index), 1)
            text.close()
            page.close()
    finally:
        document.close()


def _baseline(text, index: int) -> float:
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text, index, ctypes.byref(x), ctypes.byref(y))
    return y.value


def _scale(text, index: int) -> float:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, index, ctypes.byref(matrix))
    return abs(matrix.d) or 1.0
