"""Binding a book: what stands around its chapters is laid out, all is put together, and no part goes unchecked.

A check of a whole book would hold it in memory many times over. So each part is checked in a book of its own, with the
frame that the real one has, and once: what one part has to do with another, the binding makes, and tests check it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING

from annotate.api.book_lists import claim_lists
from annotate.render.book_binding import bind
from annotate.render.book_joint import joined
from annotate.render.book_matter import BACK, frame_html
from annotate.render.book_places import Leaf, placed
from annotate.render.conformance import conformance_findings
from annotate.render.made_files import Room, keep_files, read_kept
from annotate.render.pdf import make_pdf
from annotate.render.pdf_protocol import InBook
from annotate.render.programs import programs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from annotate.api.book_chapters import MadePart
    from annotate.diagnostics import Finding
    from annotate.model.book import BookPlan, BoundChapter
    from annotate.model.edition_choices import Choices
    from annotate.render.pdf import Attachment

_CHECKED, _ROOM = "book-checks", Room(2_000)


@dataclass(frozen=True, slots=True)
class BoundBook:
    """A book as a PDF, how many pages it has, what was found, and what of PDF/UA-1 or PDF/A-3a it fails."""

    data: bytes
    pages: int
    findings: tuple[Finding, ...]
    failed: tuple[Finding, ...]


def bound_book(
    plan: BookPlan,
    choices: Choices,
    chapters: Sequence[BoundChapter],
    made: Sequence[MadePart],
    attachments: Sequence[Attachment],
    path: str,
) -> BoundBook:
    """Return the chapters, which are laid out, as a book with all that stands around them.

    `attachments` are the files it carries, `path` is what findings name. Raises WorkFailed as `make_pdf`.
    """
    parts = [*made, *claim_lists(plan, choices, chapters)]
    joint = joined(plan, chapters)
    framed = make_pdf(
        frame_html(plan, choices, chapters, joint.edition, dict(_folios(parts))),
        files=choices.theme.files,
        attachments=attachments,
        pdf_a=choices.pdf_a,
        book=InBook(parts=tuple(str(part.file) for part in parts)),
        path=path,
    )
    frame = Leaf.of(partial(bytes, framed.data))
    back = next(name for name in ("sources", "index", BACK) if name in frame.head.names)
    front, _, _ = frame.head.names[back]
    leaves = [Leaf.of(part.file.read_bytes) for part in parts]
    data, pages = bind(placed(frame, front, leaves), joint.also)
    failed = dict.fromkeys(_failed(frame, front, leaves, joint.also, path, pdf_a=choices.pdf_a))
    findings = [finding for part in parts for finding in part.findings]
    return BoundBook(data, pages, tuple(dict.fromkeys((*findings, *framed.findings))), tuple(failed))


def _folios(parts: Iterable[MadePart]) -> Iterator[tuple[str, int]]:
    """Yield the names of places in parts with the number of their page; each part begins on a right-hand page."""
    first = 1
    for part in parts:
        yield from ((name, first + page) for name, page in part.names.items())
        first += part.pages + part.pages % 2


def _failed(
    frame: Leaf, front: int, leaves: Sequence[Leaf], also: Mapping[str, str], path: str, *, pdf_a: bool
) -> Iterator[Finding]:
    """Yield what parts fail that were never checked, and what the frame fails."""
    digests = {sha256(b"%s %d " % (programs().encode(), pdf_a) + leaf.read()).hexdigest(): leaf for leaf in leaves}
    unchecked = {digest: leaf for digest, leaf in digests.items() if read_kept(_CHECKED, digest) is None}
    for digest, leaf in unchecked.items():
        failed = conformance_findings(_alone(frame, front, [leaf], also), path, pdf_a=pdf_a)
        yield from failed
        if not failed:
            keep_files(_CHECKED, digest, {}, _ROOM)
    if not unchecked:
        yield from conformance_findings(_alone(frame, front, [], also), path, pdf_a=pdf_a)


def _alone(frame: Leaf, front: int, leaves: list[Leaf], also: Mapping[str, str]) -> bytes:
    """Return a book of some parts; what they say of others leads to the end of the frame."""
    heads = [frame.head, *(leaf.head for leaf in leaves)]
    known = {name for head in heads for name in head.names} | also.keys()
    named = (name for head in heads for name in (*head.needs, *(number.target for number in head.numbers)))
    elsewhere = {name: BACK for name in named if name and name not in known}
    data, _ = bind(placed(frame, front, leaves), {**also, **elsewhere})
    return data
