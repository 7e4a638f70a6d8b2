"""The map of the claims as a table: for each claim in the text its place, its kind and how it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.render.markup import link, text
from annotate.render.pointers import to_place

if TYPE_CHECKING:
    from annotate.model.edition import ClaimEntry, Edition, Place

_HEADS = "".join(f'<th scope="col">{head}</th>' for head in ("Claim", "Paragraph", "Kind", "Status"))


def claim_table(edition: Edition) -> str:
    """Return a row for each claim with a certain place, in the order of their numbers; "" where there is none."""
    rows = "".join(_row(claim, claim.place) for claim in edition.claims if claim.place is not None)
    return f"<table>\n<thead><tr>{_HEADS}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n" if rows else ""


def _row(claim: ClaimEntry, place: Place) -> str:
    head = f'<th scope="row">{link(f"#{claim.anchor}", text(claim.mark))}</th>'
    return f"<tr>{head}<td>{to_place(place)}</td><td>{text(claim.kind)}</td><td>{text(claim.status)}</td></tr>\n"
