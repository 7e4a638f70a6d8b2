"""What machines read of a screen edition: schema.org as JSON-LD, Dublin Core and Open Graph, the annotation file.

Vocabulary: schema.org (`Review`, `Article`, `Movie`, `ClaimReview`), DCMI Metadata Terms, the Open Graph protocol.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from annotate.render.apparatus import description
from annotate.render.markup import address, clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from annotate.model.document import Film, Metadata
    from annotate.model.edition import ClaimEntry, Edition

# In a script element only "<" can end it (HTML Standard, 13.1.2.6); the line separators are for old readers of JSON.
_ESCAPED = (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029"))


def json_in_page(value: object) -> str:
    """Return a JSON value on one line, as it may stand in a script element of a page."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign, escape in _ESCAPED:
        written = written.replace(sign, escape)
    return written


def linked_data(edition: Edition) -> Mapping[str, Any]:
    """Return the edition as JSON-LD: the text, the films it reviews, and each factual claim that was reviewed.

    A claim nobody has reviewed yet is left out, and what is not known is not said: no date or rating is made up.
    """
    text = _without_nothing(_text(edition))
    reviews = [_without_nothing(_claim_review(claim, edition)) for claim in edition.claims if _reviewed(claim)]
    return {"@context": "https://schema.org", "@graph": [text, *reviews]}


def head_metadata(edition: Edition) -> Iterator[tuple[str, str, str]]:
    """Yield the `meta` elements of the head as attribute name, its value and the content: Dublin Core, Open Graph."""
    metadata = edition.metadata
    said = description(edition)
    yield "name", "DC.title", metadata.title
    for author in metadata.authors:
        yield "name", "DC.creator", author
    for annotator in edition.annotators:
        yield "name", "DC.contributor", annotator
    for name, value in (
        ("DC.date", metadata.date),
        ("DC.publisher", metadata.publisher),
        ("DC.language", edition.language),
        ("DC.source", address(metadata.url) if metadata.url else None),
    ):
        if value:
            yield "name", name, value
    for keyword in metadata.keywords:
        yield "name", "DC.subject", keyword
    yield "name", "DC.identifier", f"sha256:{edition.reading_sha256}"
    yield "property", "og:type", "article"
    yield "property", "og:title", metadata.title
    yield "property", "og:description", said


def _text(edition: Edition) -> dict[str, Any]:
    metadata = edition.metadata
    review = metadata.genre == "review"
    films = [_without_nothing(_film(film)) for film in metadata.films]
    return {
        "@type": "Review" if review else "Article",
        "@id": "#text",
        ("name" if review else "headline"): metadata.title,
        "author": _persons(metadata.authors),
        "datePublished": metadata.date,
        "publisher": {"@type": "Organization", "name": metadata.publisher} if metadata.publisher else None,
        "inLanguage": edition.language,
        "url": address(metadata.url) if metadata.url else None,
        "keywords": ", ".join(metadata.keywords),
        ("itemReviewed" if review else "about"): films[0] if len(films) == 1 else films,
        "reviewRating": _rating(metadata) if review else None,
        "contributor": _persons(edition.annotators),
        "dateModified": edition.changed,
    }


def _film(film: Film) -> dict[str, Any]:
    return {
        "@type": "Movie",
        "name": film.title,
        "director": _persons(film.directors),
        "datePublished": film.date,
        "duration": f"PT{film.runtime}S" if film.runtime else None,
    }


def _rating(metadata: Metadata) -> dict[str, Any] | None:
    """Return the reviewer's rating as it was printed, for what it is worth out of how many is the reviewer's to say."""
    return {"@type": "Rating", "ratingValue": metadata.rating} if metadata.rating else None


def _reviewed(claim: ClaimEntry) -> bool:
    return claim.kind == "factual" and claim.status != "unreviewed"


def _claim_review(claim: ClaimEntry, edition: Edition) -> dict[str, Any]:
    metadata = edition.metadata
    made = {
        "@type": "Claim",
        "author": {"@type": "Person", "name": claim.claimant} if claim.claimant else None,
        "datePublished": metadata.date,
        "appearance": {"@id": "#text"},
    }
    return {
        "@type": "ClaimReview",
        "@id": f"#{claim.anchor}",
        "url": f"#{claim.anchor}",
        "claimReviewed": claim.statement or claim.lemma,
        "itemReviewed": _without_nothing(made),
        "author": _persons(edition.annotators),
        "reviewRating": {"@type": "Rating", "alternateName": claim.status},
        "citation": [{"@id": f"#{anchor}"} for anchor in dict.fromkeys(item.anchor for item in claim.evidence)],
    }


def _persons(names: Sequence[str]) -> list[dict[str, str]] | dict[str, str]:
    persons = [{"@type": "Person", "name": name} for name in names]
    return persons[0] if len(persons) == 1 else persons


def _without_nothing(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: clean(value) if isinstance(value, str) else value for name, value in values.items() if value}
