"""The samples in print: where their words stand in the PDF, by the text that is extracted from its pages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from annotate.api.files import annotations_path
from annotate.api.load import load_annotations, load_text
from annotate.api.render import render
from annotate.attach.anchor import resolve_all
from annotate.model.edition_choices import Choices
from annotate.render.pdf.page_references import Placement
from annotate.render.view import build_view
from tests.pdf_signs import TEXT_SIZE, TITLE_SIZE, baselines, line_at, of_size, signs
from tests.pdf_text import squeezed
from tests.surroundings import SAMPLES

if TYPE_CHECKING:
    from annotate.model.edition import Edition

HEADING_SIZE, SECTION_SIZE, HEAD_SIZE, FOLIO_SIZE = 21.3, 17.3, 10.7, 11.3  # CSS pixels


@dataclass(frozen=True)
class Printed:
    """A sample in print: its PDF and edition, where each mention and call stands in the PDF's text, and its lists."""

    data: bytes
    edition: Edition
    places: dict[str, Placement]
    lists: str


def printed(name: str, **choices: str) -> Printed:
    """Return a sample as it is printed with choices, by the fields of `Choices`; made once in a process."""
    return _printed(name, tuple(choices.items()))


@cache
def _printed(name: str, said: tuple[tuple[str, str], ...]) -> Printed:
    choices = Choices(**cast("dict[str, Any]", dict(said)))
    path = SAMPLES / f"{name}.xml"
    loaded, held = load_text(path), load_annotations(annotations_path(path))
    resolutions = resolve_all(held.annotations, loaded.reading)
    edition = build_view(loaded.document, loaded.reading, held.annotations, resolutions)
    data = render(path, ("pdf",), choices=choices).editions["pdf"]
    spans = {name: found.spans for name, found in resolutions.items() if found.outcome.trusted}
    # A mention is named by where it begins, a claim by where its call stands, behind its last word.
    mentions = {mention.id for mention in held.annotations.mentions}
    offsets = {name: found[0].start if name in mentions else found[-1].end - 1 for name, found in spans.items()}
    return Printed(data, edition, stand(offsets, loaded.reading, data, choices.line_numbers), lists(data))


def lists(data: bytes) -> str:
    """Return what stands after the text of a PDF, without running heads, folios and white space."""
    text = ""
    for found in signs(data):
        if text or "Listofclaims" in "".join(sign.character for sign in of_size(found, HEADING_SIZE)):
            text += "".join(sign.character for sign in found if sign.size not in (HEAD_SIZE, FOLIO_SIZE))
    return squeezed(text)


def stand(offsets: dict[str, int], reading, data: bytes, restart: str) -> dict[str, Placement]:
    """Return where characters of the reading text stand in a PDF, by the text on its pages."""
    text, places = body(data, restart)
    found: dict[str, Placement] = {}
    at = 0
    for name, offset in sorted(offsets.items(), key=lambda item: item[1]):
        block = reading.block_at(offset)
        before = squeezed(reading.text[block.span.start : offset])[-40:]
        words = before + squeezed(reading.text[offset : block.span.end])[:20]
        at = text.index(words, max(0, at - 40))
        found[name] = places[at + len(before)]
        at += len(before)
    return found


def body(data: bytes, restart: str) -> tuple[str, list[Placement]]:
    """Return the text of a PDF without its notes (they are set smaller) and white space, and where each sign stands."""
    text, places, before = "", [], 0
    for number, found in enumerate(signs(data), 1):
        lines = baselines(found)
        before = 0 if of_size(found, TITLE_SIZE) else before
        starts = sorted(
            {round(sign.baseline, 1) for sign in found if abs(sign.size - SECTION_SIZE) < 0.1}, reverse=True
        )
        for sign in found:
            character = squeezed(sign.character)
            if sign.size < TEXT_SIZE - 0.1 or not character:
                continue
            line = line_at(lines, sign.baseline) if abs(sign.size - TEXT_SIZE) < 0.1 else None
            if line is not None and restart == "section":
                heading = next((start for start in reversed(starts) if start > sign.baseline), None)
                line += before if heading is None else -sum(height > heading for height in lines)
            text += character
            places += [Placement(number, line if restart != "none" else None)] * len(character)
        before = sum(height < starts[-1] for height in lines) if starts else before + len(lines)
    return text, places


def covered(words: str) -> list[Placement]:
    """Return the places that a printed list of references names: `12–14,17`, `12.5–7,13.1`."""
    found = []
    for reference in words.split(","):
        first, _, last = reference.partition("–")
        page, _, line = first.partition(".")
        if line:
            found += [Placement(int(page), number) for number in range(int(line), int(last or line) + 1)]
        else:
            found += [Placement(number) for number in range(int(page), int(last or page) + 1)]
    return found


def in_order(places: set[Placement]) -> list[Placement]:
    """Return places by page and line."""
    return sorted(places, key=lambda place: (place.page, place.line or 0))
