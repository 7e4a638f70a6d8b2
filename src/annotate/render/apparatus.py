"""The apparatus at the end of both editions: claims, notes, what has no certain place, sources, index."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from annotate.model.edition import ClaimEntry
from annotate.render.entry_html import entry_body, style_classes
from annotate.render.markup import (
    address,
    attribute,
    english_attributes,
    language_attributes,
    link,
    statement_attributes,
    text,
)
from annotate.render.pointers import claim_ranges, to_place
from annotate.render.words import ENTITIES, STATUSES, USES, and_list, counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotate.model.edition import Edition, IndexEntry, NoteEntry, SourceEntry, Unplaced
    from annotate.render.pointers import Pointers


_FEWEST_GROUPS = 2  # one group is the list itself


class ApparatusHtml:
    """Writes the lists; `pointers` is how the edition points to places and claims."""

    def __init__(self, edition: Edition, pointers: Pointers) -> None:
        self._edition = edition
        self._pointers = pointers
        # The lists are in English; of an English text all is.
        stated = language_attributes(edition.language) or ' lang=""'
        self._of_text = stated if english_attributes(edition.language) else ""

    def claims(self) -> str:
        """Return the list of claims in the order of their numbers."""
        return _items("entries", (self._claim(claim) for claim in self._edition.claims))

    def claims_by_claimant(self) -> str:
        """Return by claimant, in the order of their names, the claims they make; "" where that tells nobody apart."""
        groups = [(entry.name, self._claims_among(entry.claims)) for entry in self._edition.index if entry.claims]
        listed = {claim.id for _, claims in groups for claim in claims}
        unlisted = (claim for claim in self._edition.claims if claim.id not in listed)
        others = _grouped((claim.claimant or "", claim) for claim in unlisted)
        nobody = others.pop("", [])
        groups = sorted([*groups, *others.items()], key=lambda group: group[0].casefold())
        return self._groups([*groups, *([("No claimant named", nobody)] if nobody else [])])

    def claims_by_status(self) -> str:
        """Return by status, in the order of the vocabulary, the claims that have it; "" where all have the same."""
        groups = _grouped((claim.status, claim) for claim in self._edition.claims)
        known = [name for name in STATUSES if name in groups]
        return self._groups([(_capital(name), groups[name]) for name in (*known, *sorted(set(groups) - set(known)))])

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
        language = statement_attributes(self._edition.language) if claim.statement else self._of_text
        said = f'<span class="said"{language}>{text(claim.statement or f"“{claim.lemma}”")}</span>'
        tags = f' <span class="tags">{text(", ".join(claim.tags))}</span>' if claim.tags else ""
        where = "" if claim.place else "; no certain place"
        what = f"({text(claim.kind)},\u00a0{text(claim.status)}{where})"
        same_as = attribute("data-claim", claim.anchor)
        return (
            f'<li class="{style_classes(claim)}"{same_as}>{mark_link(claim)}{said} '
            f'<span class="what">{what}</span>{tags} {self._pointers.to_call(claim)}</li>'
        )

    def _note(self, note: NoteEntry) -> str:
        where = "" if note.place else "; no certain place"
        what = f'<span class="what">({text(note.kind)}{where})</span>'
        said = f'<span class="said"{self._of_text}>“{text(note.lemma)}”</span>'
        return f"<li>{mark_link(note)}{said} {what} {self._pointers.to_call(note)}</li>"

    def _source(self, source: SourceEntry) -> str:
        uses = [self._use(relation, ids) for relation, ids in source.uses]
        said = " ".join(uses) or "Not called for any claim."
        citation = f'<span class="citation">{source.citation}</span>'
        return f'<li id="{text(source.anchor)}">{citation} <span class="uses">{said}</span></li>'

    def _use(self, relation: str, ids: tuple[str, ...]) -> str:
        verb = USES.get(relation) or f"{relation.capitalize()}:"
        return f"{text(verb)} {_claims_named(self._pointers.claims(self._claims_among(ids)))}."

    def _claims_among(self, ids: Iterable[str]) -> list[ClaimEntry]:
        """Return the claims with these ids in the order of their numbers."""
        named = (self._edition.entry(name) for name in ids)
        return sorted((entry for entry in named if isinstance(entry, ClaimEntry)), key=lambda claim: int(claim.mark))

    def _groups(self, groups: Sequence[tuple[str, Sequence[ClaimEntry]]]) -> str:
        if len(groups) < _FEWEST_GROUPS:
            return ""
        return _items(
            "index",
            (
                f'<li><span class="name">{text(name)}</span> '
                f'<span class="where">{", ".join(self._pointers.claims(claims))}</span></li>'
                for name, claims in groups
            ),
        )

    def _index_entry(self, entry: IndexEntry) -> str:
        where = [self._pointers.places(entry.places)] if entry.places else []
        where += [_claims_named(claim_ranges(self._claims_among(entry.claims)))] if entry.claims else []
        same = "".join(
            f' <span class="same-as">{link(href, text(href))}</span>'
            for href in map(address, entry.same_as)
            if href is not None
        )
        located = f'<span class="where">{"; ".join(where)}</span>{same}'
        return f'<li id="{text(entry.anchor)}"><span class="name">{text(entry.name)}</span> {located}</li>'

    def _unplaced(self, item: Unplaced) -> str:
        quote = f'<span class="quote"{self._of_text}>“{text(item.quote)}”</span> ' if item.quote else ""
        reason = f'<span class="reason">{text(item.reason)}'
        reason += f" It reads: “{text(item.nearest)}”." if item.nearest else ""
        if item.near:
            reason += f" See {'paragraph' if len(item.near) == 1 else 'paragraphs'} "
            reason += f"{and_list([to_place(place) for place in item.near])}."
        reason += "</span> "
        outcome = f'<span class="outcome">{text(item.outcome.value)}.</span>'
        if item.entry is None:
            own = self._edition.passages.get(item.id, "")
            return f"<li{attribute('id', own)}><b>{text(item.kind.capitalize())}</b> {quote}{outcome} {reason}</li>"
        mark = f'<b class="mark">{text(item.entry.mark)}</b> '
        kind = style_classes(item.entry) if isinstance(item.entry, ClaimEntry) else "note"
        more = data(item.entry) if isinstance(item.entry, ClaimEntry) else ""
        said = entry_body(item.entry, stated=statement_attributes(self._edition.language))
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
    """Return in words what the apparatus holds: `14 claims, 8 sources and 5 notes`; "" where it holds nothing."""
    held = ((edition.claims, "claim"), (edition.sources, "source"), (edition.notes, "note"))
    return and_list([counted(len(entries), name) for entries, name in held if entries])


def description(edition: Edition) -> str:
    """Return in a sentence what the edition is."""
    held = summary(edition)
    return f"An annotated edition with {held}." if held else "An edition without annotations."


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _items(css_class: str, items: Iterable[str]) -> str:
    return f'<ol class="{css_class}">\n' + "\n".join(items) + "\n</ol>\n"


def _claims_named(numbers: Sequence[str]) -> str:
    """Return numbers of claims, some of them perhaps ranges, after what they are."""
    what = "claim" if len(numbers) == 1 and "–" not in numbers[0] else "claims"
    return f"{what}\u00a0{and_list(list(numbers))}"


def _grouped(named: Iterable[tuple[str, ClaimEntry]]) -> dict[str, list[ClaimEntry]]:
    groups: dict[str, list[ClaimEntry]] = {}
    for name, claim in named:
        groups.setdefault(name, []).append(claim)
    return groups
