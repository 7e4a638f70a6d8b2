"""Merging the annotations of two people who set out from the same file.

Records are told by their ids, evidence within its claim. Of each field the side counts that changed it; where both
have, in different ways, the file keeps what `mine` says and a `Conflict` tells both. The rest of the rule:

- `tags` and `same_as` are sets: what either side adds is added, what either removes is removed.
- A target, a locator, a date, a list of names are one value each. A target that one side has only carried to a revised
  text, its words being the same, counts as unchanged.
- `modified` and `modified_by` are the later ones, and no conflict.
- A record that one side removed and the other changed, or newly refers to, is kept, and that is a conflict.
- Where the sides are about different texts (the digests differ), the merged file is about the one that a side has gone
  over to, of two that of `mine`; targets made on the other text say so by their `reading_sha256`.
- Conflicts that a side has from an earlier merge stay until either side has settled them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotate.attach.references import REFERRING, references
from annotate.attach.three_way import (
    Json,
    Unsettled,
    canonical,
    keyed,
    merged_set,
    merged_signature,
    merged_value,
    same,
)
from annotate.model.annotation import SECTIONS, Annotations
from annotate.model.conflict import Conflict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SETS = ("tags", "same_as")
_SIGNATURE = ("modified", "modified_by")
_REVISION = ("reading_sha256", "reading_rule")
_TARGETED = ("claims", "notes", "mentions", "passages")


def merge(base: Annotations, mine: Annotations, theirs: Annotations) -> tuple[Annotations, tuple[Conflict, ...]]:
    """Return the merged annotations, and the conflicts that this merge has added to them, in the file's order.

    `base` are the annotations both sides set out from. Where a side is the base, the other is returned as it is.
    """
    merger = _Merger(base.to_json(), mine.to_json(), theirs.to_json())
    merged = Annotations.from_json(merger.merged())
    return merged, tuple(merger.conflicts)


class _Merger:
    def __init__(self, base: Json, mine: Json, theirs: Json) -> None:
        self._base, self._mine, self._theirs = base, mine, theirs
        self.conflicts: list[Conflict] = []

    def merged(self) -> Json:
        """Return the merged file; `conflicts` holds those that were added."""
        whole = {"$schema": self._mine["$schema"], "format": self._mine["format"]}
        whole["text"] = self._text()
        for section in SECTIONS:
            sides = (self._base[section], self._mine[section], self._theirs[section])
            whole[section] = self._records(*sides)
        self._bring_back(whole)
        self._mark_older_targets(whole)
        earlier = merged_set(*(side.get("conflicts", []) for side in (self._base, self._mine, self._theirs)))
        added = {canonical(conflict.to_json()): conflict.to_json() for conflict in self.conflicts}
        known = {canonical(conflict) for conflict in earlier}
        return {**whole, "conflicts": [*earlier, *(one for key, one in added.items() if key not in known)]}

    def _text(self) -> Json:
        """Return which text the merged file is about; where both sides have carried it to another one, that of mine.

        That is no conflict: the digest is no person's word, and targets made on the other text will say so.
        """
        base, mine, theirs = ({**side["text"]} for side in (self._base, self._mine, self._theirs))
        revised = {name: (theirs if same(base[name], mine[name]) else mine)[name] for name in _REVISION}
        for side in (base, mine, theirs):
            side.update(revised)
        return self._fields(None, base, mine, theirs)

    def _records(self, base: Sequence[Json], mine: Sequence[Json], theirs: Sequence[Json]) -> list[Json]:
        before, here, there = keyed(base), keyed(mine), keyed(theirs)
        # The order of evidence is a person's: a side that has not changed it gives way to the other.
        first, second = (there, here) if list(before) == list(here) else (here, there)
        found = (self._record(before.get(key), here.get(key), there.get(key)) for key in {**first, **second})
        return [record for record in found if record is not None]

    def _record(self, base: Json | None, mine: Json | None, theirs: Json | None) -> Json | None:
        if mine is None or theirs is None:
            kept = mine or theirs
            if base is None or kept is None:
                return kept
            side = self._theirs if mine is None else self._mine
            if same(base, self._uncarried(base, kept, side)):
                return None
            self.conflicts.append(Conflict(kept["id"], removed="mine" if mine is None else "theirs"))
            return kept
        return self._fields(mine["id"], base or {}, mine, theirs)

    def _fields(self, record_id: str | None, base: Json, mine: Json, theirs: Json) -> Json:
        try:
            settled: Json = merged_value(base, mine, theirs)
        except Unsettled:
            settled = {}
            for name in {**mine, **theirs}:
                if name not in _SIGNATURE:
                    settled[name] = self._field(record_id, name, base.get(name), mine.get(name), theirs.get(name))
            signatures = [(side.get(_SIGNATURE[0]), side.get(_SIGNATURE[1])) for side in (base, mine, theirs)]
            settled.update(zip(_SIGNATURE, merged_signature(*signatures), strict=True))
        return {name: value for name, value in settled.items() if value is not None}

    def _field(self, record_id: str | None, name: str, base: Any, mine: Any, theirs: Any) -> Any:
        try:
            return merged_value(base, mine, theirs)
        except Unsettled:
            pass
        if name in _SETS:
            return merged_set(base or [], mine or [], theirs or []) or None
        if name == "evidence":
            return self._records(base or [], mine or [], theirs or []) or None
        if name == "target" and base is not None and _in_text(record_id):
            if self._only_carried(base, theirs, self._theirs):
                return mine
            if self._only_carried(base, mine, self._mine):
                return theirs
        self.conflicts.append(Conflict(record_id, name, None, base, mine, theirs))
        return mine

    def _only_carried(self, base: Json, target: Json, side: Json) -> bool:
        """Whether a target of a side is that of the base, carried to the text the side is about."""
        return _digest(side) != _digest(self._base) and _words(target) == _words(base)

    def _uncarried(self, base: Json, record: Json, side: Json) -> Json:
        """Return a record of a side with the target it had in the base, if that was no more than carried."""
        if "target" in base and _in_text(base["id"]) and self._only_carried(base["target"], record["target"], side):
            return {**record, "target": base["target"]}
        return record

    def _bring_back(self, whole: Json) -> None:
        """Keep what one side removed and the other newly refers to; what a side left dangling itself stays so.

        Theirs of a conflict may yet be chosen, so that what it refers to is kept too.
        """
        ids = {record["id"] for section in SECTIONS for record in whole[section]}
        referred = {name: set(references(side)) for name, side in (("mine", self._mine), ("theirs", self._theirs))}
        missing = True
        while missing:
            missing = False
            pending = {(one.record, one.field, one.theirs) for one in self.conflicts if one.field in REFERRING}
            wanted = {one for one in {*references(whole), *pending} if one[2] is not None and one[2] not in ids}
            for section in SECTIONS:
                for name, other in (("mine", self._theirs), ("theirs", self._mine)):
                    needed = {record_id for *_, record_id in wanted - referred[name]}
                    back = [record for record in other[section] if record["id"] in needed - ids]
                    whole[section] += back
                    ids |= {record["id"] for record in back}
                    self.conflicts += [Conflict(record["id"], removed=name) for record in back]
                    missing = missing or bool(back)

    def _mark_older_targets(self, whole: Json) -> None:
        """Let targets say on which text they were made, where that is not the text of the merged file."""
        digest = _digest(whole)
        sides = sorted((self._mine, self._theirs), key=lambda side: _digest(side) != digest)
        if _digest(sides[1]) == digest:
            return
        for section in _TARGETED:
            made = [{(record["id"], canonical(record["target"])) for record in side[section]} for side in sides]
            for record in whole[section]:
                place = (record["id"], canonical(record["target"]))
                if place not in made[0]:
                    record["target"] = _marked(record["target"], _digest(sides[1]), digest)


def _digest(side: Json) -> str:
    return str(side["text"]["reading_sha256"])


def _in_text(record_id: str | None) -> bool:
    """Whether the target of a record lies in the text; that of evidence lies in the copy of a source."""
    return record_id is not None and not record_id.startswith("e-")


def _pieces(target: Json) -> list[Json]:
    return list(target.get("parts") or [target])


def _words(target: Json) -> list[str | None]:
    return [piece.get("exact") for piece in _pieces(target)]


def _marked(target: Json, made_on: str, digest: str) -> Json:
    marked = list(_with_origin(_pieces(target), made_on, digest))
    return {"parts": marked} if "parts" in target else marked[0]


def _with_origin(pieces: Sequence[Json], made_on: str, digest: str) -> Iterator[Json]:
    for piece in pieces:
        origin = piece.get("reading_sha256", made_on)
        rest = {name: value for name, value in piece.items() if name != "reading_sha256"}
        yield rest if origin == digest else {**rest, "reading_sha256": origin}
