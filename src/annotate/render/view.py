"""One record to one edition: what both editions show of a text and its annotations, numbered once."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from annotate.model.anchor import Outcome, Resolution
from annotate.model.edition import Edition, Unplaced
from annotate.render.anchors import Anchors
from annotate.render.entries import Apparatus, Titles, quote_of
from annotate.render.placing import Placed, in_order_of_start, lanes, place, shortened
from annotate.render.text_view import TextView, view_text
from annotate.render.words import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from annotate.model.annotation import Annotations, Claim, Mention, Note, Passage, Target
    from annotate.model.document import Document
    from annotate.model.edition import ClaimEntry, NoteEntry, PictureAtHand, Place
    from annotate.model.text import ReadingText, Span
    from annotate.render.entries import Citations

_NO_RESOLUTIONS: Mapping[str, Resolution] = MappingProxyType({})
_NO_PICTURES: Mapping[str, PictureAtHand] = MappingProxyType({})
_NO_VERDICTS: Mapping[str, str] = MappingProxyType({})
_NOT_SEARCHED = Resolution(Outcome.NOT_SEARCHED)
_LONGEST_NEAREST = 300  # code points


def build_view(
    document: Document,
    reading: ReadingText,
    annotations: Annotations | None = None,
    resolutions: Mapping[str, Resolution] = _NO_RESOLUTIONS,
    *,
    citations: Citations | None = None,
    pictures: Mapping[str, PictureAtHand] = _NO_PICTURES,
    verdicts: Mapping[str, str] = _NO_VERDICTS,
    boilerplate: bool = False,
) -> Edition:
    """Return the edition of a text with its annotations, and the pictures that are at hand by their addresses.

    `reading` is the document's reading text and `resolutions` say where each annotation stands in it, by id. Claims
    get numbers and notes letters in the order in which their marks stand in the text. An annotation whose outcome is
    not trusted (near, ambiguous, orphaned, not searched, or no resolution at all) is never placed: it is listed in
    `unplaced`, and its mark comes after all others. Without `citations` sources are cited by their titles. `verdicts`
    say, by the id of evidence, what the copy of its source says of its quote. With `boilerplate` the tree has it in
    place, as groups of that name.
    """
    anchors = Anchors()
    language = document.metadata.language or ""
    if annotations is None:
        return _bare(
            document, reading, view_text(document, reading, (), (), anchors, boilerplate=boilerplate), pictures
        )
    placed = {
        record_id: found
        for record_id, _ in annotations.targets()
        if (found := place(record_id, resolutions.get(record_id), reading, language)) is not None
    }
    places: dict[str, Place] = {}
    cited = citations or Titles(annotations.sources)
    apparatus = Apparatus(
        annotations, reading, placed, places, citations=cited, take_anchor=anchors.take, verdicts=verdicts
    )
    marked = [placed[name] for name in apparatus.marked if name in placed]
    view = view_text(document, reading, in_order_of_start(placed.values()), marked, anchors, boilerplate=boilerplate)
    places.update(view.places)
    claims = apparatus.claims(lanes(placed[claim.id] for claim in annotations.claims if claim.id in placed))
    notes = apparatus.notes()
    marked_entries: dict[str, ClaimEntry | NoteEntry] = {claim.id: claim for claim in claims}
    marked_entries.update((note.id, note) for note in notes)
    return replace(
        _bare(document, reading, view, pictures),
        claims=claims,
        notes=notes,
        passages={name: anchor for name, anchor in apparatus.anchors.items() if name not in marked_entries},
        unplaced=tuple(_Unplaced(annotations, reading, resolutions, view.places).entries(placed, marked_entries)),
        sources=apparatus.sources(),
        index=apparatus.index(),
        annotators=_annotators(annotations),
        changed=_changed(annotations),
        record=annotations.to_json(),
    )


def _bare(document: Document, reading: ReadingText, view: TextView, pictures: Mapping[str, PictureAtHand]) -> Edition:
    """Return the edition of a text without an apparatus."""
    return Edition(
        metadata=document.metadata,
        reading_sha256=reading.sha256,
        front=view.front,
        body=view.body,
        back=view.back,
        titled=view.titled,
        language=document.metadata.language or "",
        anchors=view.anchors,
        pictures=pictures,
    )


class _Unplaced:
    """Lists the annotations without a certain place and says why each has none."""

    def __init__(
        self,
        annotations: Annotations,
        reading: ReadingText,
        resolutions: Mapping[str, Resolution],
        places: Mapping[str, Place],
    ) -> None:
        self._annotations = annotations
        self._reading = reading
        self._resolutions = resolutions
        self._places = places

    def entries(self, placed: Mapping[str, Placed], marked: Mapping[str, ClaimEntry | NoteEntry]) -> Iterator[Unplaced]:
        """Yield claims and notes in the order of their marks, then mentions and passages by id."""
        records = {record.id: (kind, record.target) for kind, record in self._records()}
        for record_id in [name for name in marked if name in records] + [
            name for name in records if name not in marked
        ]:
            if record_id not in placed:
                kind, target = records[record_id]
                yield self._entry(record_id, kind, target, marked.get(record_id))

    def _records(self) -> Iterator[tuple[str, Claim | Note | Mention | Passage]]:
        for kind, section in (("claim", "claims"), ("note", "notes"), ("mention", "mentions"), ("passage", "passages")):
            for record in sorted(getattr(self._annotations, section), key=lambda each: str(each.id)):
                yield kind, record

    def _entry(self, record_id: str, kind: str, target: Target, entry: ClaimEntry | NoteEntry | None) -> Unplaced:
        resolution = self._resolutions.get(record_id, _NOT_SEARCHED)
        spans = resolution.spans if resolution.outcome is Outcome.NEAR else resolution.rivals
        near = tuple(dict.fromkeys(filter(None, map(self._place, spans))))
        nearest = ""
        if resolution.outcome is Outcome.NEAR and resolution.score < 1:
            nearest = " … ".join(" ".join(self._reading.slice(span).split()) for span in resolution.spans)
        return Unplaced(
            record_id,
            kind,
            quote_of(target),
            resolution.outcome,
            _reason(resolution),
            entry,
            near,
            nearest if len(nearest) <= _LONGEST_NEAREST else shortened(nearest),
        )

    def _place(self, span: Span) -> Place | None:
        block = self._reading.block_at(min(span.start, len(self._reading.text)))
        return self._places.get(block.id) if block else None


def _reason(resolution: Resolution) -> str:
    match resolution.outcome:
        case Outcome.NEAR:
            if resolution.score == 1:
                return "The same words stand in the text, but perhaps in another passage."
            return f"The text has only a passage that is {min(round(resolution.score * 100), 99)}% alike."
        case Outcome.AMBIGUOUS:
            return f"The quoted words fit {counted(len(resolution.rivals), 'place')} of the text equally well."
        case Outcome.ORPHANED:
            return "The quoted words stand nowhere in the text."
        case Outcome.NOT_SEARCHED:
            return "The search for the quoted words was not finished."
        case _:
            return "The place found holds no text."


def _annotators(annotations: Annotations) -> tuple[str, ...]:
    names = {name for record in _dated(annotations) for name in (record.creator, record.modified_by) if name}
    return tuple(sorted(names))


def _changed(annotations: Annotations) -> str | None:
    times = [time for record in _dated(annotations) for time in (record.created, record.modified) if time]
    return max(times)[:10] if times else None


def _dated(annotations: Annotations) -> Sequence[Claim | Note | Mention | Passage]:
    return (*annotations.claims, *annotations.notes, *annotations.mentions, *annotations.passages)
