"""A text as a person looks at it: block by block, annotated passages marked with the ids of their annotations."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from annotate.api.files import annotations_path
from annotate.api.load import load_annotations, load_text
from annotate.attach.anchor import resolve_all
from annotate.errors import InputRefused
from annotate.model.document import Block, Group, leaves, plain_text
from annotate.read import rules

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

    from annotate.api.load import LoadedText
    from annotate.model.anchor import Resolution
    from annotate.model.text import ReadingBlock, Span


_KINDS = {
    "titlePart": "title",
    "docDate": "date",
    "head": "heading",
    "p": "",
    "seg": "",
    "lg": "verse",
    "item": "list",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a block as it is shown: text, marked text, or the ids behind a marked passage."""

    text: str
    marked: bool = False
    is_id: bool = False


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """A block as it is shown.

    `start` and `end` are code points of the reading text, None for boilerplate; `annotations` are ids, in order;
    `time` is when it was said, in a transcript (`00:01:12-00:01:15`).
    """

    id: str
    kind: str
    speaker: str
    pieces: tuple[Piece, ...]
    start: int | None = None
    end: int | None = None
    boilerplate: str | None = None
    turn: str = ""
    annotations: tuple[str, ...] = ()
    time: str = ""

    def to_json(self) -> dict[str, Any]:
        """Return the block as JSON values, its text without marks."""
        text = "".join(piece.text for piece in self.pieces if not piece.is_id)
        values: dict[str, Any] = {"id": self.id, "kind": self.kind, "text": text}
        for name in ("start", "end", "boilerplate", "turn", "speaker", "time"):
            if getattr(self, name) not in {None, ""}:
                values[name] = getattr(self, name)
        return {**values, "annotations": list(self.annotations)}


@dataclass(frozen=True, slots=True)
class Shown:
    """The blocks of a text, and a line for each annotation that has no certain place."""

    blocks: tuple[ShownBlock, ...]
    unplaced: tuple[str, ...] = field(default=())


def show_text(
    path: Path, annotations: Path | None = None, *, wanted: Collection[str] = (), boilerplate: bool = False
) -> Shown:
    """Return the text at `path` as it is shown; `wanted` are ids of blocks and turns, none for all.

    Raises InputRefused for a text or annotation file that cannot be read, and for a wanted id that is none (F116).
    """
    text = load_text(path)
    resolutions = _resolutions(text, annotations or annotations_path(path), required=annotations is not None)
    spans = [(span, key) for key, found in resolutions.items() if found.outcome.trusted for span in found.spans]
    blocks = list(_blocks(text, spans))
    known = {name for block in blocks for name in (block.id, block.turn)}
    unknown = [name for name in wanted if name not in known]
    if unknown:
        raise InputRefused(*(rules.NO_SUCH_BLOCK.at(path, block=name, last=blocks[-1].id) for name in unknown))
    if wanted:
        blocks = [block for block in blocks if block.id in wanted or block.turn in wanted]
    elif not boilerplate:
        blocks = [block for block in blocks if not block.boilerplate]
    unplaced = [
        f"{key}: {found.outcome}, not shown in the text"
        for key, found in resolutions.items()
        if not found.outcome.trusted
    ]
    return Shown(tuple(blocks), tuple(unplaced))


def _resolutions(text: LoadedText, path: Path, *, required: bool) -> Mapping[str, Resolution]:
    if not required and not path.exists():
        return {}
    return resolve_all(load_annotations(path).annotations, text.reading)


def _blocks(text: LoadedText, spans: Iterable[tuple[Span, str]]) -> Iterable[ShownBlock]:
    ordered = sorted(spans)
    names = {person.id: person.name for person in text.document.metadata.persons}
    for block, groups in leaves(text.document.parts):
        turn = next((group for group in reversed(groups) if group.name in {"sp", "u"}), None)
        speaker = ", ".join(names.get(who, who) for who in turn.who) if turn else ""
        kind = _kind(block, groups)
        hidden = block.boilerplate or ("other" if any(group.boilerplate for group in groups) else None)
        reading = None if hidden else text.reading.block(block.id)
        turn_id = turn.id if turn else ""
        if reading is None:
            whole = (Piece(plain_text(block.content)),)
            if whole[0].text:
                yield ShownBlock(block.id, hidden or kind, speaker, whole, boilerplate=hidden, turn=turn_id)
        elif reading.id == block.id:
            pieces, ids = _pieces(text.reading.text, reading, ordered)
            span = reading.span
            time = str(reading.time) if reading.time else ""
            yield ShownBlock(block.id, kind, speaker, pieces, span.start, span.end, None, turn_id, ids, time)


def _kind(block: Block, groups: tuple[Group, ...]) -> str:
    if any(group.name == "figure" for group in groups):
        return "caption"
    return _KINDS.get(block.name, block.name)


def _pieces(text: str, block: ReadingBlock, spans: list[tuple[Span, str]]) -> tuple[tuple[Piece, ...], tuple[str, ...]]:
    """Return a block's text cut where passages begin and end, with ids where they end, and the ids in order."""
    here = [(span, key) for span, key in spans if span.overlaps(block.span)]
    borders = {block.span.start, block.span.end}
    for span, _ in here:
        borders |= {max(span.start, block.span.start), min(span.end, block.span.end)}
    cuts = sorted(borders)
    pieces: list[Piece] = []
    for start, end in pairwise(cuts):
        marked = any(span.start <= start and end <= span.end for span, _ in here)
        pieces.append(Piece(text[start:end], marked=marked))
        ended = [key for span, key in here if span.end == end]
        if ended:
            pieces.append(Piece(f" [{' '.join(ended)}]", is_id=True))
    return tuple(pieces), tuple(dict.fromkeys(key for _, key in here))
