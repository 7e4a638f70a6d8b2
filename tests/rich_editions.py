"""Editions with everything a page can hold: every kind, status, relation and script, and as many claims as wanted."""

from __future__ import annotations

import json
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotate.model.anchor import Outcome, Resolution
from annotate.model.annotation import Annotations
from annotate.model.document import Block, Document, Metadata
from annotate.model.edition import PictureAtHand
from annotate.model.text import ReadingText, Span, reading_text
from annotate.read.tei.reader import read_tei
from annotate.render.citations import Bibliography
from annotate.render.view import build_view
from tests.picture_files import png

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotate.model.edition import Edition

OBSERVATORY = Path(__file__).parent / "fixtures" / "editions" / "observatory.xml"
LANGUAGES = Path(__file__).parent / "fixtures" / "languages"
LANGUAGE_NAMES = ("arabic", "chinese", "french", "german", "hebrew", "japanese")

KINDS = ("factual", "interpretive", "evaluative", "normative")
STATUSES = ("unreviewed", "supported", "disputed", "refuted", "unverifiable", "held back by the editors")
ATTITUDES = ("asserts", "reports", "alleges", "believes", "asks", "denies")
CERTAINTIES = ("certain", "probable", "possible", "doubtful")
EVIDENCE = ("supports", "disputes", "qualifies", "mentions", "is echoed by")
STRENGTHS = ("strong", "moderate", "weak", None)
LINKS = ("supports", "attacks", "contradicts", "restates", "qualifies", "reuses")
VERDICTS = ("verbatim", "normalised", "elided", "altered", "absent")
TAGS = ("shooting", "money", "tinting", "the ending", "نجوم", "楼梯", "a tag of very many words that goes on")

# The passages claims rest on: some lie within others, some cross the ends of others.
PASSAGES = (
    "shot A Night at the Observatory in eleven nights in the spring of 1924, with two cameras and a borrowed dome",
    "in the spring of 1924",
    "with two cameras and a borrowed dome. The astronomer falls asleep at the eyepiece",
    "two cameras",
    "a borrowed dome",
    "the stars come down the iron stairs",
    "the funniest film ever made about patience",
    "should be shown to every child who has been told to wait",
    "nobody could say how it ended",
    "“a dance of comets”",
    "Six tins were found, labelled in four alphabets",
    "הכוכבים יורדים",
    "النجوم تنزل",
    "إن القبّة كانت باردة، وإن النجوم (وهي من الورق والفضّة) كانت ترتجف",
    "صُوّر المشهد الأخير في 4 مايو 1924",
    "他从来没有见过这样安静的喜剧",
    "没有人追逐，没有人跌倒",
    "日本での公開題名は『星の降る階段』だった",
    "What the restorer says",
    "sixty-one of sixty-four minutes, and the three that are missing are titles",
    "the negative was burned for its silver",
    "simply left on a tram",
    "Nobody has the right to add music that was not asked for",
    "close it, and be found out later",
    "The night scenes were blue",
    "because a dream has no lamp in it",
    "Two chemists in Ghent measured the dyes. Their report, Untersuchungsanstaltsprotokollverzeichnisnummer 7",
    "behave themselves better than the audience",
    "the stars came down to say hello\nand would not leave again",
    "the stairs, entire",
    "The iron stairs at dawn",
    "a different cat",
    "Judge it by the stairs",
)
_CONDITIONS = """Domes were lent on three conditions:

- no lamps
- no smoking
- no astronomers

1. the first night
2. the second

> The key is under the mat.

See [the lease](https://example.org/lease) and `dome.txt`."""
GLOSSED = (
    ("Ilse Maran", "gloss", "Ilse Maran (1890–1951), *director*; **not** the singer."),
    (
        "borrowed dome",
        "commentary",
        _CONDITIONS,
    ),
    ("النجوم تنزل", "gloss", "بالعربية في الأصل، ومعناها *The stars come down*."),
    ("星の降る階段", "gloss", "「階段」は*鉄の階段*のこと。"),
    ("at twenty frames a second", "correction", "Twenty-two, by the cue sheet."),
    ("How much of the film is lost?", "question", "Ask the museum in Lyon as well?"),
)


def rich_edition() -> Edition:
    """Return the edition of a review that holds every kind of block, claim, evidence, note and link."""
    document = read_tei(OBSERVATORY.read_bytes(), OBSERVATORY.name)
    reading = reading_text(document)
    annotations = Annotations.from_json(_record())
    evidence = [item.id for claim in annotations.claims for item in claim.evidence if item.quote]
    return build_view(
        document,
        reading,
        annotations,
        _resolutions(annotations, reading),
        citations=Bibliography("chicago", annotations.sources, "en", path="observatory.annotations.json"),
        pictures={"stairs.png": PictureAtHand("stairs.png", "image/png", 64, 48, png(64, 48, (60, 70, 110)))},
        verdicts=dict(zip(evidence, cycle(VERDICTS), strict=False)),
    )


def language_edition(name: str) -> Edition:
    """Return the edition of the short text in one of LANGUAGE_NAMES."""
    path = LANGUAGES / f"{name}.xml"
    document = read_tei(path.read_bytes(), path.name)
    reading = reading_text(document)
    annotations = Annotations.from_json(json.loads(path.with_suffix(".annotations.json").read_text(encoding="utf-8")))
    language = document.metadata.language or ""
    cited = Bibliography("chicago", annotations.sources, language, path=path.name)
    return build_view(document, reading, annotations, _resolutions(annotations, reading), citations=cited)


def crowded_edition(claims: int) -> Edition:
    """Return an edition with so many claims, one on each sentence, each with evidence, a claimant and a tag."""
    sentences = [f"Reel {number} of the film was wound by hand in the cellar." for number in range(claims)]
    blocks = [Block(f"b{at // 5 + 1}", "p", (" ".join(sentences[at : at + 5]),)) for at in range(0, len(sentences), 5)]
    document = Document(Metadata(title="A Cellar of Reels", language="en"), body=tuple(blocks))
    reading = reading_text(document)
    annotations = Annotations.from_json(
        {
            **_shell(),
            "entities": _people(),
            "sources": _sources(),
            "claims": list(_claims([f"Reel {number} of the film was wound by hand" for number in range(claims)])),
        }
    )
    return build_view(document, reading, annotations, _resolutions(annotations, reading))


def _resolutions(annotations: Annotations, reading: ReadingText) -> dict[str, Resolution]:
    """Return where each target stands; what stands nowhere is an orphan."""
    found = {}
    for record_id, target in annotations.targets():
        quoted = target.exact or ""
        start = reading.text.find(quoted)
        spans = (Span(start, start + len(quoted)),) if start >= 0 else ()
        found[record_id] = Resolution(Outcome.EXACT, spans, 1.0) if spans else Resolution(Outcome.ORPHANED)
    return found


def _shell() -> dict[str, Any]:
    return {
        "$schema": "https://annotate.invalid/schemas/annotations-1.schema.json",
        "format": 1,
        "text": {"file": "text.xml", "reading_sha256": "0" * 64, "reading_rule": 1, "unit": "code-point"},
    }


def _record() -> dict[str, Any]:
    claims = [*_claims(PASSAGES), *_claims(["No such words stand in the text."], first=900)]
    notes = [
        {"id": f"n-{number:06}", "target": {"exact": exact}, "kind": kind, "body": body}
        for number, (exact, kind, body) in enumerate(GLOSSED)
    ]
    passage = {"id": "p-000000", "target": {"exact": "The comet had a paper tail"}}
    links: list[dict[str, Any]] = [
        {"id": f"l-{number:06}", "from": claims[number]["id"], "relation": relation, "to": claims[number + 3]["id"]}
        for number, relation in enumerate(LINKS)
    ]
    links += [
        {"id": "l-000900", "from": "n-000000", "relation": "supports", "to": claims[1]["id"]},
        {"id": "l-000901", "from": "p-000000", "relation": "restates", "to": claims[4]["id"]},
        {"id": "l-000902", "from": claims[2]["id"], "relation": "reuses", "to": "elsewhere.annotations.json#c-7k2m9x"},
    ]
    named = (("Ilse Maran", "person-0"), ("Ghent", "ghent"), ("A Night at the Observatory", "film"))
    mentions: list[dict[str, Any]] = [
        {"id": f"m-{number:06}", "target": {"exact": exact}, "entity": entity}
        for number, (exact, entity) in enumerate(named)
    ]
    return {
        **_shell(),
        "entities": [
            *_people(),
            {"id": "ghent", "type": "place", "name": "Ghent", "same_as": ["https://example.org/places/ghent"]},
            {"id": "film", "type": "film", "name": "A Night at the Observatory"},
            {"id": "bell", "type": "organisation", "name": "The Evening Bell"},
        ],
        "sources": _sources(),
        "claims": claims,
        "notes": notes,
        "mentions": mentions,
        "passages": [passage],
        "links": links,
    }


def _people() -> list[dict[str, Any]]:
    names = ("Ilse Maran", "سليم درويش", "水野 澄江", "Anne-Sophie Wittgenstein-Altenkirchen of the Observatory")
    return [{"id": f"person-{number}", "type": "person", "name": name} for number, name in enumerate(names)]


def _sources() -> list[dict[str, Any]]:
    return [
        {"id": "ledger", "type": "book", "title": "Ledger of the Dome", "author": [{"literal": "The Observatory"}]},
        {
            "id": "bell-1924",
            "type": "article-newspaper",
            "title": "Stars on the Stairs",
            "container-title": "The Evening Bell",
            "issued": {"date-parts": [[1924, 9, 19]]},
        },
        {"id": "قبة", "type": "book", "title": "القبّة الباردة", "author": [{"family": "درويش", "given": "سليم"}]},
        {"id": "film-1924", "type": "motion_picture", "title": "A Night at the Observatory"},
        {
            "id": "protocol",
            "type": "webpage",
            "title": "Untersuchungsanstaltsprotokollverzeichnis",
            "URL": "https://example.org/archive/protocols/1924/untersuchungsanstaltsprotokollverzeichnis.html",
        },
        {"id": "never-called", "type": "book", "title": "A Book Nobody Calls"},
    ]


def _claims(passages: list[str] | tuple[str, ...], first: int = 0) -> Iterator[dict[str, Any]]:
    """Yield a claim on each passage; their properties run through their vocabularies at different speeds."""
    sources = [source["id"] for source in _sources()[:-1]]
    for number, exact in enumerate(passages):
        status = STATUSES[number % len(STATUSES)]
        claim: dict[str, Any] = {
            "id": f"c-{first + number:06}",
            "target": {"exact": exact},
            "kind": KINDS[number % len(KINDS)],
            "claimant": f"person-{number % 4}",
            "attitude": ATTITUDES[number % len(ATTITUDES)],
            "certainty": CERTAINTIES[number % len(CERTAINTIES)],
            "status": status,
            "tags": [TAGS[number % len(TAGS)], TAGS[(number + 3) % len(TAGS)]],
            "creator": "Ada Quill",
            "created": "2025-06-01T10:00:00Z",
        }
        if number % 5:
            claim["statement"] = f"What passage {number + 1} says holds of the film"
        if number % 7 == 2:
            claim["note"] = "Ask the estate; its letters are not in order"
        if status != "unreviewed":
            claim["evidence"] = [_evidence(first, number, at, sources) for at in range(1 + number % 3)]
        yield claim


def _evidence(first: int, number: int, at: int, sources: list[str]) -> dict[str, Any]:
    place = number + at
    evidence: dict[str, Any] = {
        "id": f"e-{first + number:05}{at}",
        "source": sources[place % len(sources)],
        "relation": EVIDENCE[place % len(EVIDENCE)],
        "locator": {"label": "page", "value": str(place + 1)},
    }
    if strength := STRENGTHS[place % len(STRENGTHS)]:
        evidence["strength"] = strength
    if place % 2:
        evidence["quote"] = ("The dome was ours until four.", "كانت القبّة باردة", "星は階段を降りた。")[place % 3]
    if place % 4 == 3:
        evidence["note"] = "Copied from the margin"
    return evidence
