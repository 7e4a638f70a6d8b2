"""What a person is told about a parsed text: title, genre, speakers, boilerplate."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from annotate.model.document import Group, leaves
from annotate.model.text import turn_groups

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotate.model.decision import Decision
    from annotate.model.document import Document


def summary_of(document: Document) -> list[str]:
    """Return the lines that say what was found in a text, one fact a line."""
    metadata = document.metadata
    lines = [f"title: {metadata.title}"]
    if metadata.authors:
        lines.append(f"author: {', '.join(metadata.authors)}")
    if metadata.date:
        lines.append(f"date: {metadata.date}")
    described = " ".join(filter(None, (metadata.genre, f"({metadata.language})" if metadata.language else "")))
    lines.append(f"genre: {described}")
    for film in metadata.films:
        by = f", directed by {' and '.join(film.directors)}" if film.directors else ""
        lines.append(f"film: {film.title}{f' ({film.date})' if film.date else ''}{by}")
    spoken = Counter(who for turn in _turns(document) for who in turn.who)
    for person in metadata.persons:
        role = f", {person.role}" if person.role and person.role != person.name.lower() else ""
        lines.append(f"speaker: {person.name}{role}: {spoken[person.id]} turns")
    blocks = list(leaves(document.parts))
    kinds = Counter(_kind(block.name, groups) for block, groups in blocks if not block.boilerplate)
    lines.append("blocks: " + ", ".join(f"{count} {kind}" for kind, count in kinds.items()))
    extra = Counter(block.boilerplate for block, _ in blocks if block.boilerplate)
    if extra:
        lines.append("boilerplate: " + ", ".join(f"{count} {subtype}" for subtype, count in sorted(extra.items())))
    return lines


def short_summary_of(document: Document, decisions: Sequence[Decision]) -> str:
    """Return what was found in a text in a few words, for one line of many."""
    turns, unsure = len(_turns(document)), sum(decision.unsure for decision in decisions)
    found = [document.metadata.genre or "text", f"{len(decisions)} blocks"]
    if turns:
        found.append(f"{turns} turns")
    if unsure:
        found.append(f"{unsure} not sure")
    return ", ".join(found)


def _turns(document: Document) -> list[Group]:
    """Return the turns; of one in several parts the first."""
    return [turn for turn in turn_groups(document).values() if "prev" not in turn.attributes]


_SPOKEN = {"titlePart": "title", "docDate": "date", "head": "heading", "p": "paragraph", "item": "list item"}


def _kind(name: str, groups: tuple[Group, ...]) -> str:
    if name in {"graphic", "figDesc"}:
        return {"graphic": "picture", "figDesc": "description"}[name]
    if any(group.name == "figure" for group in groups):
        return "caption"
    if any(group.name in {"sp", "u"} for group in groups):
        return "in turns"
    return _SPOKEN.get(name, name)
