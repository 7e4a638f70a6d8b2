"""Whether links lead to what is there, say each thing once, and do not run against each other."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from annotate.check import link_rules as rules
from annotate.check.nearest import suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotate.check.subject import Subject
    from annotate.diagnostics import Finding
    from annotate.model.annotation import Link

RULES = rules.RULES
_BOTH_WAYS = frozenset({"contradicts", "restates"})
_OPPOSITES = {"supports": ("attacks", "contradicts"), "attacks": ("supports",), "contradicts": ("supports",)}


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with links, and with passages that no link has as an end (N156 to N164)."""
    annotations = subject.annotations
    known = frozenset(
        record.id for records in (annotations.claims, annotations.notes, annotations.passages) for record in records
    )
    seen: dict[tuple[str, str, str], str] = {}
    linked: set[str] = set()
    for index, link in enumerate(annotations.links):
        linked |= {link.start, link.end}
        yield from _said_before(subject, index, link, seen)
        for key, end in (("from", link.start), ("to", link.end)):
            yield from _end(subject, ("links", index, key), link, end, known)
    yield from _circles(subject)
    for index, passage in enumerate(annotations.passages):
        if passage.id not in linked:
            yield subject.finding(rules.UNUSED_PASSAGE, "passages", index, id=passage.id)


def _said_before(subject: Subject, index: int, link: Link, seen: dict[tuple[str, str, str], str]) -> Iterator[Finding]:
    """Yield what is wrong with a link beside those before it, which are in `seen`; it is put there too."""
    start, relation, end = link.start, link.relation, link.end
    if start == end:
        yield subject.finding(rules.LINK_TO_ITSELF, "links", index, "to", id=link.id, end=end)
        return
    other = seen.setdefault((start, relation, end), link.id)
    turned = seen.get((end, relation, start))
    if other != link.id:
        yield subject.finding(rules.SAME_LINK, "links", index, id=link.id, other=other)
    elif turned is not None and relation in _BOTH_WAYS:
        yield subject.finding(rules.SAID_BOTH_WAYS, "links", index, id=link.id, other=turned, relation=relation)
    for opposite in _OPPOSITES.get(relation, ()):
        against = seen.get((start, opposite, end))
        if against is not None:
            yield subject.finding(
                rules.FOR_AND_AGAINST,
                "links",
                index,
                "relation",
                id=link.id,
                start=start,
                relation=relation,
                end=end,
                other=against,
                opposite=opposite,
            )


def _end(
    subject: Subject, place: tuple[str | int, ...], link: Link, end: str, known: frozenset[str]
) -> Iterator[Finding]:
    file, separator, record_id = end.rpartition("#")
    own = separator and file == PurePath(subject.json.path).name
    if own:
        yield subject.finding(rules.OWN_FILE_NAMED, *place, id=link.id, file=file, record=record_id)
    there = subject.neighbours.get(file) if separator and not own else known
    if there is None:
        yield subject.finding(rules.FILE_NOT_THERE, *place, id=link.id, file=file)
    elif record_id not in there:
        remedy = suggestion(record_id, there, "add it, or name one that is there")
        where = f" in {file}" if file else ""
        yield subject.finding(rules.UNKNOWN_END, *place, id=link.id, end=record_id, where=where, remedy=remedy)


def _circles(subject: Subject) -> Iterator[Finding]:
    """Yield each link of support that leads back to where the chain it continues came from (N164).

    A walk in depth over the links, in the file's order; a link to what lies on the way so far closes a circle.
    """
    leading: dict[str, list[tuple[int, Link]]] = {}
    for index, link in enumerate(subject.annotations.links):
        if link.relation == "supports" and link.start != link.end:
            leading.setdefault(link.start, []).append((index, link))
    done: set[str] = set()
    for first, links in leading.items():
        if first in done:
            continue
        on_the_way = {first}
        walk = [(first, iter(links))]
        while walk:
            here, following = walk[-1]
            step = next(following, None)
            if step is None:
                walk.pop()
                on_the_way.discard(here)
                done.add(here)
                continue
            index, link = step
            if link.end in on_the_way:
                yield subject.finding(
                    rules.SUPPORT_IN_A_CIRCLE, "links", index, id=link.id, start=link.start, end=link.end
                )
            elif link.end not in done:
                on_the_way.add(link.end)
                walk.append((link.end, iter(leading.get(link.end, ()))))
