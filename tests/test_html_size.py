"""The size of a screen edition: a long review, annotated throughout, is still small enough to send by mail."""

from __future__ import annotations

from itertools import cycle, islice
from typing import Any

from annotate.model.anchor import Outcome, Resolution
from annotate.model.annotation import Annotations
from annotate.model.document import Block, Document, Metadata
from annotate.model.text import Span, reading_text
from annotate.render.citations import Bibliography
from annotate.render.fonts.faces import font_faces
from annotate.render.screen.page import html_edition
from annotate.render.view import build_view

LARGEST = 300_000  # bytes
WORDS, CLAIMS, SOURCES, NOTES, PERSONS = 3_000, 45, 30, 12, 10
SUBJECTS = ("The keeper", "Nora Fenn", "The second reel", "A print in Bergen", "The organist", "Her brother’s ledger")
VERBS = ("remembers", "leaves out", "was said to have shown", "never mentions", "keeps until the end")
OBJECTS = (
    "the lamp in the window",
    "three nights of snow",
    "the letter from Fårö",
    "a crew of eleven",
    "the burned negative",
)
ENDS = (
    "and nobody asked why",
    "as the papers wrote in 1919",
    "though the titles say otherwise",
    "for the length of a song",
)
RELATIONS = ("supports", "supports", "disputes", "qualifies")
STATUSES = ("supported", "disputed", "unreviewed", "refuted", "supported", "unverifiable")
KINDS = ("factual", "factual", "interpretive", "evaluative")


def sentences() -> list[str]:
    """Return sentences of WORDS words in all, no two of the annotated ones alike."""
    parts = zip(cycle(SUBJECTS), cycle(VERBS), cycle(OBJECTS), cycle(ENDS), strict=False)
    said = [
        f"{who} {verb} {what} in scene {at}, {end}." for at, (who, verb, what, end) in enumerate(islice(parts, 500))
    ]
    counted, kept = 0, []
    for sentence in said:
        counted += len(sentence.split())
        kept.append(sentence)
        if counted >= WORDS:
            break
    return kept


def target(exact: str, text: str) -> dict[str, Any]:
    """Return a target as the tools write it: the words, what stands around them, where they stand."""
    start = text.index(exact)
    end = start + len(exact)
    around = {"prefix": text[max(0, start - 32) : start], "suffix": text[end : end + 32]}
    return {"exact": exact, **around, "start": start, "end": end}


def evidence(number: int) -> dict[str, Any]:
    quote = {"quote": "We burned the lamp for eleven nights and slept by day."} if number % 2 else {}
    return {
        "id": f"e-{number:06}",
        "source": f"archive-{number % SOURCES}",
        "relation": RELATIONS[number % len(RELATIONS)],
        "strength": "strong",
        "locator": {"label": "page", "value": str(number + 1)},
        **quote,
    }


def record(marked: list[str], text: str) -> dict[str, Any]:
    """Return the annotation file of the review: one claim or note on each of the marked passages."""
    made = {"creator": "Ada Quill", "created": "2025-06-01T10:00:00Z"}
    claims = [
        {
            "id": f"c-{number:06}",
            "target": target(exact, text),
            "kind": KINDS[number % len(KINDS)],
            "statement": f"{exact.split(',')[0]}, as far as the papers of the company tell.",
            "claimant": f"person-{number % PERSONS}",
            "attitude": "asserts",
            "status": STATUSES[number % len(STATUSES)],
            "evidence": [evidence(number), *([evidence(number + CLAIMS)] if number % 3 == 0 else [])],
            "tags": [("shooting", "money", "the ending")[number % 3]],
            **made,
        }
        for number, exact in enumerate(marked[:CLAIMS])
    ]
    notes = [
        {
            "id": f"n-{number:06}",
            "target": target(exact, text),
            "kind": "commentary",
            "body": "The *ledger* has another date; see the **second** reel.",
            **made,
        }
        for number, exact in enumerate(marked[CLAIMS : CLAIMS + NOTES])
    ]
    sources = [
        {
            "id": f"archive-{number}",
            "type": "article-newspaper",
            "title": f"The Lamp of Fårö, Part {number + 1}",
            "container-title": "The Gotland Gazette",
            "author": [{"family": f"Lindqvist{number}", "given": "Märta"}],
            "issued": {"date-parts": [[1919, 1 + number % 12, 3]]},
        }
        for number in range(SOURCES)
    ]
    persons = [
        {"id": f"person-{number}", "type": "person", "name": f"Person Holm {number}"} for number in range(PERSONS)
    ]
    return {
        "$schema": "https://annotate.invalid/schemas/annotations-1.schema.json",
        "format": 1,
        "text": {"file": "lamp.xml", "reading_sha256": "0" * 64, "reading_rule": 1, "unit": "code-point"},
        "entities": persons,
        "sources": sources,
        "claims": claims,
        "notes": notes,
    }


def test_a_review_of_three_thousand_words_with_forty_five_claims_is_under_300_kilobytes():
    said = sentences()
    blocks = [Block(f"b{at // 6 + 1}", "p", (" ".join(said[at : at + 6]),)) for at in range(0, len(said), 6)]
    document = Document(
        Metadata(title="The Lamp in the Window", authors=("Nora Fenn",), language="en"), body=tuple(blocks)
    )
    reading = reading_text(document)
    annotations = Annotations.from_json(record([said[at * 3] for at in range(CLAIMS + NOTES)], reading.text))
    resolutions = {
        name: Resolution(Outcome.EXACT, (Span(found.start or 0, found.end or 0),), 1.0)
        for name, found in annotations.targets()
    }
    cited = Bibliography("chicago", annotations.sources, "en", path="lamp.annotations.json")
    edition = build_view(document, reading, annotations, resolutions, citations=cited)
    page = html_edition(edition, font_faces())
    assert WORDS <= len(reading.text.split()) < WORDS + 20
    assert (len(edition.claims), len(edition.unplaced)) == (CLAIMS, 0)
    assert len(page) < LARGEST
