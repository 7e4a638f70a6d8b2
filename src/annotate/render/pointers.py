"""How the apparatus points into the text: by paragraphs on screen, by pages (and lines) in print."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from annotate.render.markup import link, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotate.model.edition import ClaimEntry, NoteEntry, Place

_SHORTEST_RANGE = 3


class Pointers(Protocol):
    """What an edition points with. Everything returned is HTML."""

    def to_call(self, entry: ClaimEntry | NoteEntry) -> str:
        """Return where a claim or note is called, as it ends an item of a list; "" where it has no certain place."""

    def claims(self, entries: Sequence[ClaimEntry]) -> list[str]:
        """Return the numbers of claims, which stand in the order of their numbers, linked."""

    def places(self, places: Iterable[Place]) -> str:
        """Return the places that an entry of the index names."""


class ParagraphPointers:
    """Points by the numbers of paragraphs, three or more in a row as a range."""

    def to_call(self, entry: ClaimEntry | NoteEntry) -> str:
        """Return the paragraph where a claim or note is called."""
        if entry.place is None:
            return ""
        return f'<span class="where">{link(f"#{entry.place.anchor}", f"¶ {text(entry.place.label)}")}</span>'

    def claims(self, entries: Sequence[ClaimEntry]) -> list[str]:
        """Return the numbers of claims."""
        return claim_ranges(entries)

    def places(self, places: Iterable[Place]) -> str:
        """Return the paragraphs of places, each once."""
        first: dict[str, Place] = {}
        for place in places:
            first.setdefault(place.label, place)
        return ", ".join(_in_ranges((place.paragraph, to_place(place)) for place in first.values()))


class PagePointers:
    """Points by spans that `page_references` fills with pages and lines when they are known."""

    def to_call(self, entry: ClaimEntry | NoteEntry) -> str:
        """Return the page where a claim or note is called."""
        if entry.place is None:
            return ""
        return f'<span class="page" data-pages="{_call(entry)}"></span>'

    def claims(self, entries: Sequence[ClaimEntry]) -> list[str]:
        """Return the numbers of claims, each with the page where it is called in parentheses."""
        return [_claim(entry) for entry in entries]

    def places(self, places: Iterable[Place]) -> str:
        """Return the pages of places."""
        return f'<span data-pages="{" ".join(text(place.anchor) for place in places)}"></span>'


def claim_ranges(entries: Iterable[ClaimEntry]) -> list[str]:
    """Return the numbers of claims, linked, three or more in a row as a range."""
    return _in_ranges((int(entry.mark), link(f"#{entry.anchor}", text(entry.mark))) for entry in entries)


def to_place(place: Place) -> str:
    """Return a link to a place, named as its paragraph."""
    return link(f"#{place.anchor}", text(place.label))


def _claim(entry: ClaimEntry) -> str:
    number = link(f"#{entry.anchor}", text(entry.mark))
    return number if entry.place is None else f'{number}\u00a0(<span data-pages="{_call(entry)}"></span>)'


def _call(entry: ClaimEntry | NoteEntry) -> str:
    return f"call.{text(entry.anchor)}"


def _in_ranges(numbered: Iterable[tuple[int | None, str]]) -> list[str]:
    """Return links in their order, three or more numbers in a row as the first and the last with a dash between."""
    runs: list[list[str]] = []
    following: int | None = None
    for number, written in numbered:
        if number is not None and number == following:
            runs[-1].append(written)
        else:
            runs.append([written])
        following = None if number is None else number + 1
    return [
        word
        for run in runs
        for word in (run if len(run) < _SHORTEST_RANGE else [f'<span class="range">{run[0]}–{run[-1]}</span>'])
    ]
