"""Which records of an annotation file refer to which others of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Json = dict[str, Any]
REFERRING = ("claimant", "source", "entity", "from", "to")
"""The fields that hold the id of another record; `from` and `to` may name one of another file, FILE#ID."""


def references(sections: Mapping[str, Sequence[Json]]) -> Iterator[tuple[str, str, str]]:
    """Yield (id of a record, field, id it refers to) of the sections of a file; links into other files are left out."""
    for claim in sections["claims"]:
        if "claimant" in claim:
            yield claim["id"], "claimant", claim["claimant"]
        for item in claim.get("evidence", ()):
            yield item["id"], "source", item["source"]
    for mention in sections["mentions"]:
        yield mention["id"], "entity", mention["entity"]
    for link in sections["links"]:
        for end in ("from", "to"):
            if "#" not in link[end]:
                yield link["id"], end, link[end]
