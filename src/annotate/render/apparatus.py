"""The apparatus at the end of both editions: claims, notes, what has no certain place, sources, index."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from annotate.model.edition import ClaimEntry
from annotate.render.entry_html import entry_body, style_classes
from annotate.render.markup import address, attribute, link, text
from annotate.render.words import ENTITIES, USES, and_list, counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from annotate.model.edition import Edition, IndexEntry, NoteEntry, Place, SourceEntry, Unplaced


_SHORTEST_RANGE = 3


class ApparatusHtml:
    """Writes the lists; `locate` gives the HTML by which an edition points to where a claim or note is called."""

    def __init__(self, edition: Edition, locate: Callable[[ClaimEntry | NoteEntry], str]) -> None:
        self._edition = edition
        self._locate = locate

    def claims(self) -> str:
        """Return the list of claims in the order of their numbers."""
        return _items("entries", (self._claim(claim) for claim in self._edition.claims))

    def notes(self) -> str:
        """Return the list of notes in the order of their letters."""
        return _items("entries", (self._note(note) for note in self._edition.notes))

    def sources(self) -> str:
        """Return the bibliography, each entry with the claims it is called for."""
        return _items("sources", (self._source(source) for source in self._edition.sources))

    def index(self) -> str:
        """Return the index of entities, a heading for each type, with numbers of paragraphs and claims."""
        written: list[str] = []
        for kind, entries in groupby(self._edition.index, key=lambda entry: entry.type):
            heading = ENTITIES.get(kind, kind.capitalize())
            written.append(f"<h3>{text(heading)}</h3>\n{_items('index', map(self._index_entry, entries))}")
        return "".join(written)

    def unplaced(self) -> str:
        """Return the annotations that have no certain place, each with what it quotes, the outcome and why."""
        return _items("entries unplaced", (self._unplaced(item) for item in self._edition.unplaced))

    def _claim(self, claim: ClaimEntry) -> str:
        said = claim.statement or f"“{claim.lemma}”"
        tags = f' <span class="tags">{text(", ".join(claim.tags))}</span>' if claim.tags else ""
        what = f"{text(claim.kind)}, {text(claim.status)}"
        same_as = attribute("data-claim", claim.anchor)
        return (
            f'<li class="{style_classes(claim)}"{same_as}>{mark_link(claim)}<span class="said">{text(said)}</span> '
            f'<span class="what">{what}</span>{tags} {self._locate(claim)}</li>'
        )

    def _note(self, note: NoteEntry) -> str:
        what = f'<span class="what">{text(note.kind)}</span>'
        return f'<li>{mark_link(note)}<span class="said">“{text(note.lemma)}”</span> {what} {self._locate(note)}</li>'

    def _source(self, source: SourceEntry) -> str:
        uses = [self._use(relation, ids) for relation, ids in source.uses]
        said = " ".join(uses) or "Not called for any claim."
        citation = f'<span class="citation">{source.citation}</span>'
        return f'<li id="{text(source.anchor)}">{citation} <span class="uses">{said}</span></li>'

    def _use(self, relation: str, ids: tuple[str, ...]) -> str:
        verb = USES.get(relation) or f"{relation.capitalize()}:"
        return f"{text(verb)} {self._claims_named(ids)}."

    def _claims_named(self, ids: Iterable[str]) -> str:
        entries = [entry for name in ids if (entry := self._edition.entry(name)) is not None]
        marks = sorted((int(entry.mark), link(f"#{entry.anchor}", text(entry.mark))) for entry in entries)
        return f"{'claim' if len(marks) == 1 else 'claims'} {and_list(_in_ranges(marks))}"

    def _index_entry(self, entry: IndexEntry) -> str:
        where = [", ".join(_places(entry.places))] if entry.places else []
        where += [self._claims_named(entry.claims)] if entry.claims else []
        same = "".join(
            f' <span class="same-as">{link(href, text(href))}</span>'
            for href in map(address, entry.same_as)
            if href is not None
        )
        located = f'<span class="where">{"; ".join(where)}</span>{same}'
        return f'<li id="{text(entry.anchor)}"><span class="name">{text(entry.name)}</span> {located}</li>'

    def _unplaced(self, item: Unplaced) -> str:
        quote = f'<span class="quote">“{text(item.quote)}”</span> ' if item.quote else ""
        reason = f'<span class="reason">{text(item.reason)}'
        reason += f" It reads: “{text(item.nearest)}”." if item.nearest else ""
        if item.near:
            reason += f" See {'paragraph' if len(item.near) == 1 else 'paragraphs'} "
            reason += f"{and_list([_place_link(place) for place in item.near])}."
        reason += "</span> "
        outcome = f'<span class="outcome">{text(item.outcome.value)}.</span>'
        if item.entry is None:
            own = self._edition.passages.get(item.id, "")
            return f"<li{attribute('id', own)}><b>{text(item.kind.capitalize())}</b> {quote}{outcome} {reason}</li>"
        mark = f'<b class="mark">{text(item.entry.mark)}</b> '
        kind = style_classes(item.entry) if isinstance(item.entry, ClaimEntry) else "note"
        more = data(item.entry) if isinstance(item.entry, ClaimEntry) else ""
        said = entry_body(item.entry)
        return f'<li class="{kind}" id="{text(item.entry.anchor)}"{more}>{mark}{outcome} {quote}{reason}{said}</li>'


def data(claim: ClaimEntry) -> str:
    """Return the attributes by which the page's script filters claims; several values stand on lines of their own."""
    sources = dict.fromkeys(item.anchor for item in claim.evidence if item.anchor)
    return (
        attribute("data-kind", claim.kind)
        + attribute("data-status", claim.status)
        + attribute("data-claimant", claim.claimant)
        + attribute("data-source", "\n".join(sources))
        + attribute("data-tag", "\n".join(claim.tags))
    )


def mark_link(entry: ClaimEntry | NoteEntry) -> str:
    """Return an entry's mark, linked to the entry."""
    what = "Claim" if isinstance(entry, ClaimEntry) else "Note"
    label = attribute("aria-label", f"{what} {entry.mark}")
    return f'<a class="mark" href="#{text(entry.anchor)}"{label}>{text(entry.mark)}</a> '


def summary(edition: Edition) -> str:
    """Return in words what the apparatus holds: `14 claims, 8 sources and 5 notes`."""
    held = [counted(len(edition.claims), "claim"), counted(len(edition.sources), "source")]
    return and_list([*held, counted(len(edition.notes), "note")])


def _items(css_class: str, items: Iterable[str]) -> str:
    return f'<ol class="{css_class}">\n' + "\n".join(items) + "\n</ol>\n"


def _places(places: Iterable[Place]) -> list[str]:
    """Return places as links in order, each once, three or more paragraphs in a row as a range."""
    first: dict[str, Place] = {}
    for place in places:
        first.setdefault(place.label, place)
    return _in_ranges([(place.paragraph, _place_link(place)) for place in first.values()])


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
    return [word for run in runs for word in (run if len(run) < _SHORTEST_RANGE else [f"{run[0]}–{run[-1]}"])]


def _place_link(place: Place) -> str:
    return link(f"#{place.anchor}", text(place.label))
