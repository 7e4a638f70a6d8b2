"""What an edition says about itself: the text's origin, the film reviewed, who annotated it, how to cite it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate import __version__
from annotate.render.apparatus import summary
from annotate.render.markup import address, link, text
from annotate.render.words import and_list, counted, day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotate.model.document import Film
    from annotate.model.edition import Edition


def about_rows(edition: Edition) -> Iterator[tuple[str, str]]:
    """Yield what is known about the edition as pairs of a term and its HTML."""
    metadata = edition.metadata
    yield "Text", _origin(edition)
    if metadata.url:
        href = address(metadata.url)
        yield "Found at", link(href, text(metadata.url)) if href else text(metadata.url)
    for film in metadata.films:
        credit = film_credit(film)
        yield "Film", f"<cite>{text(film.title)}</cite>" + (f", {text(credit)}" if credit else "")
    held = summary(edition)
    if held:
        yield "Annotated by", text(and_list(edition.annotators)) if edition.annotators else "Not stated"
    changed = f", last changed {text(day(edition.changed))}" if held and edition.changed else ""
    yield "Annotations", (held or "none") + changed
    yield "How to cite", _citation(edition)
    yield "Made with", f"annotate {text(__version__)}"
    if metadata.provenance:
        yield "Source, SHA-256", _digest(metadata.provenance.source_sha256)
    yield "Text, SHA-256", _digest(edition.reading_sha256)


def about_html(edition: Edition) -> str:
    """Return `about_rows` as a list of terms."""
    rows = "".join(f"<div><dt>{term}</dt> <dd>{said}</dd></div>\n" for term, said in about_rows(edition))
    return f'<dl class="about">\n{rows}</dl>\n'


def film_credit(film: Film) -> str:
    """Return a film's director, year and running time in minutes: `directed by Osric Vane (1927, 71 minutes)`."""
    credit = f"directed by {and_list(film.directors)}" if film.directors else ""
    facts = ", ".join(
        filter(None, (day(film.date or ""), counted(round(film.runtime / 60), "minute") if film.runtime else ""))
    )
    return f"{credit} ({facts})".strip() if facts else credit


def authors(edition: Edition) -> str:
    """Return the names of the text's authors, "" if none is known."""
    return and_list(edition.metadata.authors)


def _origin(edition: Edition) -> str:
    metadata = edition.metadata
    by = f" by {text(authors(edition))}" if metadata.authors else ""
    first = ", ".join(filter(None, (metadata.publisher, day(metadata.date or ""))))
    return f"<cite>{text(metadata.title)}</cite>{by}" + (f" ({text(first)})" if first else "")


def _citation(edition: Edition) -> str:
    metadata = edition.metadata
    by = f"{authors(edition).rstrip('.')}. " if metadata.authors else ""
    published = ", ".join(filter(None, (metadata.publisher, day(metadata.date or ""))))
    annotated = "annotated edition" if summary(edition) else ""
    if edition.annotators:
        annotated = f"annotated by {and_list(edition.annotators)}"
    annotated += f", {edition.changed[:4]}" if annotated and edition.changed else ""
    title = metadata.title if metadata.title.endswith((".", "!", "?", "…")) else f"{metadata.title}."
    printed = "; ".join(filter(None, (published, annotated)))
    said = f"{by}“{title}”{f' {printed}.' if printed else ''}"
    return f'<span id="cite-as">{text(said)} SHA-256 {edition.reading_sha256[:12]}.</span>'


def _digest(sha256: str) -> str:
    return f'<span class="digest">{text(sha256)}</span>'
