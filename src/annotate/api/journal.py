"""The journal of a file: what the last commands changed in it, so that the last change can be taken back.

It stands beside the file as `.NAME.journal` (`.review.annotations.journal`), one change a line in JSON. A change is
kept before the file is replaced, with the digests of both states: whatever a crash leaves, the file is in the state
before or after the last change in the journal, or somebody else has changed it. What changed is kept as pieces of text,
so that taking it back gives the old file byte for byte.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from difflib import SequenceMatcher
from hashlib import sha256
from itertools import pairwise, takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotate.store import replace_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

KEPT = 20
"""Changes a journal holds at most."""
KEPT_BYTES = 1 << 20
"""Bytes a journal holds at most; the last change is kept whatever its size."""
_TOLD = 20
_BYTES_KEPT = "surrogateescape"  # a file that is not UTF-8 comes back as it was too
_NO_FILE = ""  # the digest of a file that is not there


@dataclass(frozen=True, slots=True)
class Piece:
    """Text that took the place of other text; `start` is a code point of the state after."""

    start: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a file: who made it and when (RFC 3339), what it did in words, and both states.

    `before` and `after` are the SHA-256 of the file in hex, "" where there was none.
    """

    who: str | None
    when: str
    told: tuple[str, ...]
    before: str
    after: str
    pieces: tuple[Piece, ...]


def change_between(before: bytes | None, after: bytes, who: str | None, when: str, told: Iterable[str]) -> Change:
    """Return the change that makes the file `after` of the file `before` (None: no file), both in UTF-8."""
    pieces = tuple(_pieces(_text(before or b""), _text(after)))
    return Change(who, when, tuple(told)[:_TOLD], _digest(before), _digest(after), pieces)


def keep(path: Path, change: Change) -> None:
    """Put a change at the end of a file's journal; the oldest make room.

    Call it under the file's lock, right before the file is replaced. Raises WorkFailed where it cannot be written.
    """
    lines = [_line(kept) for kept in (*_made(changes_of(path), change.before), change)][-KEPT:]
    while len(lines) > 1 and sum(map(len, lines)) > KEPT_BYTES:
        del lines[0]
    replace_file(journal_path(path), b"".join(lines), companion_of=path)


def changes_of(path: Path) -> tuple[Change, ...]:
    """Return the changes in a file's journal, the oldest first; none where there is no journal, or a broken one."""
    try:
        lines = journal_path(path).read_bytes().splitlines()
        return tuple(_change(json.loads(line)) for line in lines)
    except (OSError, ValueError, KeyError, TypeError):
        return ()


def states_before(path: Path, now: bytes) -> list[bytes] | None:
    """Return what a file was before its last change, before the one before that and so on; b"" where there was no file.

    `now` is the file as it is. There are as many states as the journal has changes that led here one after the other;
    None where somebody else has changed the file since. A change that was kept and then not made (the disk was full,
    the power failed) is left out.
    """
    changes = _made(changes_of(path), _digest(now))
    if changes and changes[-1].after != _digest(now):
        return None
    states = []
    for change in reversed(changes):
        if change.after != _digest(now):
            break
        now = _taken_back(change, now)
        states.append(now)
        if change.before == _NO_FILE:
            break
    return states


def _made(changes: Sequence[Change], now: str) -> Sequence[Change]:
    """Return changes without a last one that was kept and then not made, given the digest of the file as it is."""
    return changes[:-1] if changes and changes[-1].before == now else changes


def _taken_back(change: Change, now: bytes) -> bytes:
    text = _text(now)
    parts, at = [], 0
    for piece in change.pieces:
        parts += [text[at : piece.start], piece.before]
        at = piece.start + len(piece.after)
    return "".join([*parts, text[at:]]).encode("utf-8", _BYTES_KEPT)


def journal_path(path: Path) -> Path:
    """Return where the journal of a file stands: `.review.annotations.journal` beside `review.annotations.json`."""
    target = Path(os.path.realpath(path))
    return target.with_name(f".{target.stem}.journal")


def _pieces(before: str, after: str) -> Iterator[Piece]:
    """Yield where two texts differ.

    They are compared record by record, since records are as good as never equal and a comparison line by line, with its
    hundreds of equal lines, costs a second for 500 claims.
    """
    old, new = list(_records(before)), list(_records(after))
    starts = [0]
    for record in new:
        starts.append(starts[-1] + len(record))
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new).get_opcodes():
        if tag != "equal":
            yield _narrowed(Piece(starts[j1], "".join(old[i1:i2]), "".join(new[j1:j2])))


def _narrowed(piece: Piece) -> Piece:
    """Return a piece without what is the same at both its ends."""
    head = _alike(piece.before, piece.after)
    before, after = piece.before[head:], piece.after[head:]
    tail = _alike(reversed(before), reversed(after))
    return Piece(piece.start + head, before[: len(before) - tail], after[: len(after) - tail])


def _alike(one: Iterable[str], other: Iterable[str]) -> int:
    """Return how many characters two texts have in common from their beginnings."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _records(text: str) -> Iterator[str]:
    """Yield the pieces of a file that begin where a record of a section does; any text is cut without loss."""
    cuts = [0]
    at = text.find("\n    {")
    while at >= 0:
        cuts.append(at + 1)
        at = text.find("\n    {", at + 1)
    yield from (text[start:end] for start, end in pairwise([*cuts, len(text)]))


def _text(data: bytes) -> str:
    return data.decode("utf-8", _BYTES_KEPT)


def _digest(data: bytes | None) -> str:
    return _NO_FILE if data is None else sha256(data).hexdigest()


def _line(change: Change) -> bytes:
    # In ASCII, so that no character of a text can end a line.
    return json.dumps(asdict(change)).encode("ascii") + b"\n"


def _change(data: Any) -> Change:
    """Return a change from JSON values. Raises KeyError or TypeError for what is none."""
    pieces = tuple(Piece(piece["start"], piece["before"], piece["after"]) for piece in data["pieces"])
    return Change(data["who"], data["when"], tuple(data["told"]), data["before"], data["after"], pieces)
