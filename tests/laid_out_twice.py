"""A process that lays out each page it is given twice: by WeasyPrint, and by WeasyPrint with our code in its place.

It reads one page of HTML a line, as JSON, and writes a line for each: the two PDFs (SHA-256), the places of all words
in them, and the notes that were lost. A process of its own has the fonts of our editions and none of the machine's.
"""

from __future__ import annotations

import json
import sys
from hashlib import sha256
from typing import Any

import weasyprint
from weasyprint.formatting_structure import boxes

from annotate.render.notes import footnote_mends
from annotate.render.pdf import quick as quick_layout


def laid_out(html: str) -> dict[str, Any]:
    document = weasyprint.HTML(string=html).render()
    words = [
        [number, box.text, box.position_x, box.position_y]
        for number, page in enumerate(document.pages, 1)
        for box in page._page_box.descendants(placeholders=True)
        if isinstance(box, boxes.TextBox)
    ]
    return {
        "pdf": sha256(document.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=b"lamp")).hexdigest(),
        "words": words,
    }


def main() -> None:
    for line in sys.stdin:
        html = json.loads(line)
        plain = laid_out(html)
        with quick_layout.replaced(footnote_mends.replacements()):
            mended = laid_out(html)
        with quick_layout.replaced(quick_layout.all_replacements()):
            quick = laid_out(html)
        sys.stdout.write(json.dumps({"plain": plain, "mended": mended, "quick": quick}) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
