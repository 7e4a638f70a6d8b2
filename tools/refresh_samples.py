"""Makes samples/*.xml from samples/*.txt anew, and carries the annotations beside them to the text.

Run it after a change of the parser; a test holds the samples to what it makes.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from annotate.api.files import annotations_path
from annotate.api.load import load_annotations, load_text
from annotate.api.parse import parse
from annotate.attach.anchor import resolve_all
from annotate.attach.carry import carried, untrusted
from annotate.store import replace_file
from annotate.write.annotations import write_annotations

SAMPLES = Path(__file__).parent.parent / "samples"


def refresh(source: Path) -> None:
    """Write the TEI of a sample and carry its annotations. Raises SystemExit where a target has no certain place."""
    text = source.with_suffix(".xml")
    replace_file(text, parse(source).tei)
    loaded = load_text(text)
    held = load_annotations(annotations_path(text)).annotations
    held = replace(held, text=replace(held.text, file=text.name))
    resolutions = resolve_all(held, loaded.reading)
    lost = untrusted(resolutions)
    if lost:
        raise SystemExit("\n".join(f"{source.name}: {name} is {found.outcome}" for name, found in lost.items()))
    replace_file(annotations_path(text), write_annotations(carried(held, loaded.reading, resolutions)))


if __name__ == "__main__":
    for sample in sorted(SAMPLES.glob("*.txt")):
        refresh(sample)
        sys.stdout.write(f"{sample.name}\n")
