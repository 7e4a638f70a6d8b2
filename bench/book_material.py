"""Makes a book to be measured, in a folder: ten chapters with a claim or a note every 60 words, and its settings.

It runs as a process of its own, so that what it imports does not count in the peak memory of what is measured.
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from annotate.api.load import load_text
from annotate.write.annotations import write_annotations
from bench.edition_material import annotations_of
from bench.prose import interview

CHAPTERS = 10
BOOK = "light"
_TITLE = "The Patience of Light"


def main(folder: Path, words: int) -> None:
    """Write the chapters, their annotations, and the settings that make a book of them."""
    folder.mkdir(parents=True, exist_ok=True)
    names = [f"part-{number:02}" for number in range(1, CHAPTERS + 1)]
    for number, name in enumerate(names, 1):
        told = interview(words // CHAPTERS, number).replace(_TITLE, f"{_TITLE}, Part {number}", 1)
        (folder / f"{name}.txt").write_text(told, encoding="utf-8")
    sources = [f"{name}.txt" for name in names]
    subprocess.run([sys.executable, "-m", "annotate", "parse", "-q", "--force", *sources], cwd=folder, check=True)
    for name in names:
        annotations = annotations_of(load_text(folder / f"{name}.xml").reading)
        own = replace(annotations, text=replace(annotations.text, file=f"{name}.xml"))
        (folder / f"{name}.annotations.json").write_bytes(write_annotations(own))
    texts = ", ".join(f'"{name}.xml"' for name in names)
    (folder / "annotate.toml").write_text(f'[books.{BOOK}]\ntitle = "{_TITLE}"\ntexts = [{texts}]\n')


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
