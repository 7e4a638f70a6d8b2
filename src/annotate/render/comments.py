"""What the claims and notes of an edition say as comments of a PDF: subject, words, who made them and when."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from html import unescape
from typing import TYPE_CHECKING

from annotate.model.edition import ClaimEntry, Markup, Stretch, edition_blocks
from annotate.render.entry_html import entry_body
from annotate.render.markup import clean
from annotate.render.pdf.protocol import Comment, CommentedBlock, Comments, ink

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from annotate.model.edition import Edition, EditionBlock, NoteEntry, Piece

# What begins a line of its own where there is no style sheet to set it apart.
_NEW_LINE = re.compile(r'\s*<span class="(?:standing|evidence|remark|related|p|ul|ol|blockquote|pre)">')
_ITEM = re.compile(r'\s*<span class="li">')
_TAG = re.compile(r"<[^>]*>")  # safe HTML has no ">" within a tag


def comments(edition: Edition) -> Comments:
    """Return a comment for each claim and note of the edition that has a place in the text, in the order of marks."""
    placed = _placed(edition)
    names = frozenset(comment.name for comment in placed)
    blocks = (_commented(block, names) for block in edition_blocks(edition.parts))
    return Comments(placed, tuple(block for block in blocks if block.runs))


def _placed(edition: Edition) -> tuple[Comment, ...]:
    records = {
        record["id"]: record
        for family in ("claims", "notes")
        for record in edition.record.get(family, ())
        if isinstance(record, dict) and "id" in record
    }
    entries: tuple[ClaimEntry | NoteEntry, ...] = (*edition.claims, *edition.notes)
    return tuple(_comment(entry, records.get(entry.id, {})) for entry in entries if entry.place is not None)


def comment_text(entry: ClaimEntry | NoteEntry) -> str:
    """Return what an entry says, as plain text in lines: the words that the edition prints, without the lemma."""
    html = _ITEM.sub("\n– ", _NEW_LINE.sub("\n", entry_body(entry)))
    lines = (" ".join(line.split()) for line in unescape(_TAG.sub("", html)).split("\n"))
    return "\n".join(line for line in lines if line)


def pdf_date(value: str | None) -> str:
    """Return a date of ISO 8601 as PDF writes dates (ISO 32000-1, 7.9.4), in UTC; "" for what is no date."""
    try:
        moment = datetime.fromisoformat(value or "")
    except ValueError:
        return ""
    # A day without an hour is the same day everywhere; an hour without a zone is UTC's.
    known = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return known.strftime("D:%Y%m%d%H%M%SZ")


def _comment(entry: ClaimEntry | NoteEntry, record: Mapping[str, object]) -> Comment:
    claim = isinstance(entry, ClaimEntry)
    kind = entry.kind.capitalize()
    created = str(record.get("created") or "")
    return Comment(
        name=entry.id,
        subject=f"{kind} claim" if claim else kind,
        title=f"Comment on {'claim' if claim else 'note'} {entry.mark}",
        text=comment_text(entry),
        author=clean(str(record.get("creator") or "")),
        created=pdf_date(created),
        modified=pdf_date(str(record.get("modified") or created)),
        claim=claim,
    )


def _commented(block: EditionBlock, names: frozenset[str]) -> CommentedBlock:
    """Return a block with the runs over which annotations of some names lie."""
    runs: list[tuple[str, int, int]] = []
    latest: dict[str, int] = {}  # by name, the index of its latest run
    parts: list[str] = []
    position = 0
    for stretch in _stretches(block.pieces):
        parts.append(ink(clean(stretch.text)))
        end = position + len(parts[-1])
        for name in stretch.over:
            if name not in names or end == position:
                continue
            before = latest.get(name)
            if before is not None and runs[before][2] == position:
                runs[before] = (name, runs[before][1], end)
            else:
                latest[name] = len(runs)
                runs.append((name, position, end))
        position = end
    return CommentedBlock(block.anchor, "".join(parts), tuple(runs))


def _stretches(pieces: Iterable[Piece]) -> Iterator[Stretch]:
    for piece in pieces:
        if isinstance(piece, Stretch):
            yield piece
        elif isinstance(piece, Markup):
            yield from _stretches(piece.content)
