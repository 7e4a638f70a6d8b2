"""What an edit changed, a line each: which record, which field, what stood there and what stands there now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotate.match.difference import shown, word_difference
from annotate.match.excerpt import shortened
from annotate.model.annotation import SECTIONS
from annotate.model.csl_value import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotate.model.annotation import Annotations

NOUNS = {
    "entities": "entity",
    "sources": "source",
    "claims": "claim",
    "notes": "note",
    "mentions": "mention",
    "passages": "passage",
    "links": "link",
}
_UNTOLD = frozenset({"id", "evidence", "modified", "modified_by"})
_LONG = 60
"""Code points beyond which two texts are shown as one, with its differences marked."""
_NOTHING = "(none)"


def changes(before: Annotations, after: Annotations) -> Iterator[str]:
    """Yield what tells `after` from `before`, in the file's order of sections.

    `added note n-2b9x4d`, `removed evidence e-7k2m9x of c-7k2m9x`, `c-7k2m9x status: unreviewed -> supported`. Of two
    long texts the words that differ are shown, as `match.difference.shown` does. Signatures are not told.
    """
    for section in SECTIONS:
        old = {record.id: record for record in getattr(before, section)}
        new = {record.id: record for record in getattr(after, section)}
        for record_id in [*old, *(name for name in new if name not in old)]:
            earlier, later = old.get(record_id), new.get(record_id)
            if earlier is later or earlier == later:
                continue
            if later is None:
                yield f"removed {NOUNS[section]} {record_id}"
            elif earlier is None:
                yield f"added {NOUNS[section]} {record_id}"
            yield from _evidence(record_id, earlier, later)
            if earlier is not None and later is not None:
                yield from _fields(record_id, earlier.to_json(), later.to_json())


def _evidence(claim_id: str, earlier: Any, later: Any) -> Iterator[str]:
    old = {item.id: item for item in getattr(earlier, "evidence", ())}
    new = {item.id: item for item in getattr(later, "evidence", ())}
    for item_id in [*old, *(name for name in new if name not in old)]:
        if item_id not in new:
            yield f"removed evidence {item_id} of {claim_id} ({old[item_id].relation}, {old[item_id].source})"
        elif item_id not in old:
            yield f"added evidence {item_id} to {claim_id} ({new[item_id].relation}, {new[item_id].source})"
        else:
            yield from _fields(item_id, old[item_id].to_json(), new[item_id].to_json())


def _fields(record_id: str, old: dict[str, Any], new: dict[str, Any]) -> Iterator[str]:
    for name in [*old, *(name for name in new if name not in old)]:
        if name in _UNTOLD or old.get(name) == new.get(name):
            continue
        earlier, later = _value(name, old.get(name)), _value(name, new.get(name))
        if len(earlier) > _LONG and len(later) > _LONG:
            yield f"{record_id} {name}: {shown(word_difference(earlier, later))}"
        else:
            yield f"{record_id} {name}: {shortened(earlier, 2 * _LONG)} -> {shortened(later, 2 * _LONG)}"


def _value(name: str, value: Any) -> str:
    if value is None:
        return _NOTHING
    if name == "target":
        return " … ".join(f"“{part.get('exact', '')}”" for part in value.get("parts", [value]))
    if name == "copy":
        return f"{value['file']} ({value['sha256'][:12]})"
    if name == "locator":
        return f"{value['label']} {value['value']}" if isinstance(value, dict) else str(value)
    return in_words(value).replace("\n", ", ") if isinstance(value, (list, dict)) else str(value)
