"""Makes what rendering is measured on, in a folder: a text with a claim or a note every 60 words, and what peers set.

It runs as a process of its own, so that what it imports does not count in the peak memory of what is measured.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn
from unittest.mock import patch

from annotate.api.edition_view import edition_of
from annotate.api.load import load_annotations, load_text
from annotate.model.annotation import Annotations, Claim, Entity, Evidence, Locator, Note, TextReference
from annotate.model.edition_choices import Choices
from annotate.render.fonts.faces import fonts
from annotate.render.pdf import make as pdf
from annotate.render.print.page import print_html
from annotate.write.annotations import write_annotations
from bench.formats import as_markdown
from bench.hand_made import hand_made
from bench.material import ANNOTATIONS, MARKDOWN, SOURCE, TEXT, WHEN, passages, sources, target
from bench.prose import interview, interview_parts

if TYPE_CHECKING:
    from annotate.model.text import ReadingText
    from annotate.render.pdf.protocol import Request

HAND_MADE, REQUEST, FONTS = "hand-made.html", "request.json", "fonts.conf"
WORDS_A_NOTE = 60


def annotations_of(reading: ReadingText) -> Annotations:
    """Return claims with evidence, and notes, in turns."""
    cited = sources()
    claims, notes = [], []
    for number, span in enumerate(passages(reading, WORDS_A_NOTE)):
        where = target(reading, span)
        if number % 2:
            said = "What is said here agrees with *other* accounts of these years, but for the name of the place."
            notes.append(Note(f"n-{number:06d}", where, "commentary", said, creator="Ada", created=WHEN))
            continue
        source = cited[number % len(cited)].id
        evidence = Evidence(f"e-{number:06d}", source, "supports", locator=Locator("page", str(number + 1)))
        claims.append(
            Claim(
                f"c-{number:06d}", where, "factual", claimant="reed", status="supported", evidence=(evidence,),
                statement="It happened as it is told here.", creator="Ada", created=WHEN,
            )
        )  # fmt: skip
    return Annotations(
        TextReference(TEXT, reading.sha256),
        entities=(Entity("reed", "person", "Ada Reed"),),
        sources=cited,
        claims=tuple(claims),
        notes=tuple(notes),
    )


def main(folder: Path, words: int) -> None:
    """Write the text, its annotations, and the pages that others set."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / SOURCE).write_text(interview(words), encoding="utf-8")
    (folder / MARKDOWN).write_text(as_markdown(interview_parts(words)), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "annotate", "parse", SOURCE, "-o", TEXT, "--force"], cwd=folder, check=True)
    loaded = load_text(folder / TEXT)
    (folder / ANNOTATIONS).write_bytes(write_annotations(annotations_of(loaded.reading)))
    edition, _ = edition_of(loaded, load_annotations(folder / ANNOTATIONS), Choices(), {})
    (folder / HAND_MADE).write_text(hand_made(edition), encoding="utf-8")
    (folder / REQUEST).write_bytes(_request(print_html(edition)))
    shutil.copy(fonts().configuration, folder / FONTS)


class _Asked(Exception):
    """Instead of laying out: what the process would have been asked."""

    def __init__(self, request: Request) -> None:
        super().__init__()
        self.request = request


def _request(html: str) -> bytes:
    """Return what the process that lays out pages is asked for a page of HTML."""

    def ask(request: Request, *_: object) -> NoReturn:
        raise _Asked(request)

    with patch.object(pdf, "_run", ask):
        try:
            pdf.make_pdf(html)
        except _Asked as asked:
            return asked.request.to_bytes()
    raise AssertionError


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
