"""Checking a book part by part, in processes that end with it: what conformed once is not checked again.

A check of a whole book would hold it in memory many times over. So its parts are checked in books of some of them, with
the frame that the real one has: what one part has to do with another, the binding makes, and tests check it.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING

from annotate.api.book_check_process import apart
from annotate.api.shared_work import processors
from annotate.render.book.matter import BACK
from annotate.render.book.places import Leaf, placed
from annotate.render.made_files import Room, keep_files, read_kept
from annotate.render.programs import programs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from annotate.api.book_chapters import MadePart
    from annotate.diagnostics import Finding
    from annotate.render.pdf.make import Attachment

_KIND, _ROOM = "book-checks", Room(2_000)
_PAGES_TOGETHER = 100  # the checker takes 0.6 MiB a page, and each time some pages of the frame


@dataclass(frozen=True, slots=True)
class Checking:
    """What the parts of a book are checked with.

    Attributes:
        frame: what stands around them, `front` pages of it before.
        also: further names of places, by name.
        attachments: the files the book carries.
        path: what findings name.
        pdf_a: whether the book is to be PDF/A-3a as well.
    """

    frame: MadePart
    front: int
    also: Mapping[str, str]
    attachments: tuple[Attachment, ...]
    path: str
    pdf_a: bool

    def failed(self, parts: Sequence[MadePart], jobs: int = 0) -> tuple[Finding, ...]:
        """Return what parts and frame fail that were never checked, each requirement once.

        `jobs` processes share the work, 0: as processors.
        """
        digests = {part.file: self._digest(part) for part in parts}
        unchecked = [part for part in parts if read_kept(_KIND, digests[part.file]) is None]
        told = [(item.name, item.description, item.relationship) for item in self.attachments]
        frame = self._digest(self.frame, told)
        groups = list(_together(unchecked))
        if not groups and read_kept(_KIND, frame) is None:
            groups = [()]
        # What is in the files they carry is nothing to the checker.
        light = replace(self, attachments=tuple(replace(item, data=b"") for item in self.attachments))
        with ThreadPoolExecutor(jobs or processors()) as pool:  # each thread waits for a process
            checked = list(pool.map(apart, (partial(_failed, light, group) for group in groups)))
        found: dict[Finding, None] = {}
        for group, failed in zip(groups, checked, strict=True):
            found.update(dict.fromkeys(failed))
            if not failed:
                for digest in (frame, *(digests[part.file] for part in group)):
                    keep_files(_KIND, digest, {}, _ROOM)
        return tuple(found)

    def _digest(self, part: MadePart, told: object = None) -> str:
        """Return what the verdict on a part is kept under."""
        said = repr((programs(), self.pdf_a, told)).encode()
        return sha256(said + part.file.read_bytes()).hexdigest()


def _together(parts: Iterable[MadePart]) -> Iterator[tuple[MadePart, ...]]:
    """Yield parts in groups that are checked together."""
    group: list[MadePart] = []
    for part in parts:
        if group and sum(each.pages for each in group) + part.pages > _PAGES_TOGETHER:
            yield tuple(group)
            group = []
        group.append(part)
    if group:
        yield tuple(group)


def _failed(how: Checking, parts: Sequence[MadePart]) -> tuple[Finding, ...]:
    """Return what a book of some parts fails; what they say of others leads to the end of the frame."""
    from annotate.render.book.binding import bind  # noqa: PLC0415  # in the process that checks alone
    from annotate.render.pdf.conformance import conformance_findings  # noqa: PLC0415  # as above

    frame, *leaves = (Leaf.of(part.file.read_bytes) for part in (how.frame, *parts))
    heads = [frame.head, *(leaf.head for leaf in leaves)]
    known = {name for head in heads for name in head.names} | how.also.keys()
    named = (name for head in heads for name in (*head.needs, *(number.target for number in head.numbers)))
    elsewhere = {name: BACK for name in named if name and name not in known}
    data, _ = bind(placed(frame, how.front, leaves), {**how.also, **elsewhere}, how.attachments)
    return conformance_findings(data, how.path, pdf_a=how.pdf_a)
