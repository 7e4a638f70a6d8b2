"""A source text's structure: the recognisers in their order, then the document."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from annotate.model.document import Document, Metadata, Provenance
from annotate.model.parsing import Parsing
from annotate.structure import rules
from annotate.structure.assemble import assemble
from annotate.structure.biography import recognise_biography
from annotate.structure.boilerplate import recognise_boilerplate
from annotate.structure.capsules import recognise_capsules
from annotate.structure.captions import recognise_captions
from annotate.structure.closing import recognise_closing
from annotate.structure.corrections import correct_kinds, reshaped
from annotate.structure.credits import recognise_credits
from annotate.structure.cuts import join_cut_paragraphs
from annotate.structure.decisions import unsure_findings
from annotate.structure.declared import apply_declared, recognise_declared_title
from annotate.structure.draft import Kind, Sketch
from annotate.structure.films import recognise_films
from annotate.structure.footnotes import recognise_footnotes
from annotate.structure.genre import recognise_genre
from annotate.structure.headings import recognise_headings
from annotate.structure.items import recognise_items
from annotate.structure.keywords import recognise_keywords
from annotate.structure.label_lines import attach_labels_on_lines_of_their_own
from annotate.structure.labelled import recognise_labelled_turns
from annotate.structure.language import language_of
from annotate.structure.opening import recognise_opening
from annotate.structure.persons import enter_persons
from annotate.structure.phrases import languages_of
from annotate.structure.publication import recognise_publication
from annotate.structure.pull_quotes import recognise_pull_quotes
from annotate.structure.question_lists import recognise_question_lists
from annotate.structure.quoted import mark_quotations
from annotate.structure.ratings import rating_in, recognise_lone_marks, recognise_ratings
from annotate.structure.run_in import part_questions_from_answers
from annotate.structure.set_apart import recognise_quotations_set_apart
from annotate.structure.signature import recognise_signature
from annotate.structure.stage import recognise_stage_directions
from annotate.structure.timed_turns import recognise_timed_turns
from annotate.structure.transcripts import recognise_time_codes
from annotate.structure.turns import continue_turns
from annotate.structure.unlabelled import recognise_unlabelled_turns
from annotate.structure.unlabelled_side import recognise_unlabelled_side

if TYPE_CHECKING:
    from annotate.diagnostics import Finding
    from annotate.model.decision import Decision
    from annotate.model.source import SourceText

# What a web page adds goes first, so that it is in nobody's way; the more certain sign goes before the weaker.
_RECOGNISERS = (
    recognise_time_codes,
    recognise_timed_turns,
    recognise_boilerplate,
    part_questions_from_answers,
    recognise_ratings,
    recognise_credits,
    recognise_lone_marks,
    recognise_keywords,
    recognise_footnotes,
    recognise_labelled_turns,
    attach_labels_on_lines_of_their_own,
    recognise_unlabelled_side,
    recognise_captions,
    recognise_opening,
    recognise_publication,
    recognise_biography,
    recognise_signature,
    recognise_capsules,
    join_cut_paragraphs,
    recognise_quotations_set_apart,
    recognise_items,
    recognise_closing,
    recognise_pull_quotes,
    recognise_question_lists,
    recognise_unlabelled_turns,
    recognise_stage_directions,
    recognise_headings,
    continue_turns,
)

# What a text that a person calls a review or an essay is not searched for.
_OF_INTERVIEWS = (
    recognise_time_codes,
    recognise_labelled_turns,
    attach_labels_on_lines_of_their_own,
    part_questions_from_answers,
    recognise_unlabelled_side,
    recognise_pull_quotes,
    recognise_question_lists,
    recognise_unlabelled_turns,
    continue_turns,
)
AS_FOUND = Parsing()
_BLOCKS_TO_TELL_LANGUAGE = 200


@dataclass(frozen=True, slots=True)
class Structured:
    """A text as it was structured: the document, what the parser is not sure of, and what it decided of each block."""

    document: Document
    findings: tuple[Finding, ...]
    decisions: tuple[Decision, ...]


def structure(source: SourceText, version: str, parsing: Parsing = AS_FOUND) -> Structured:
    """Return the document of a source text with the findings and decisions that led to it.

    Every block of the source becomes one block of the document, in order, unless `parsing` joins or splits it.
    `version` is the program's, for the header.
    """
    blocks, findings = reshaped(source.blocks, parsing)
    sketch = Sketch.of(source.path, blocks)
    sketch.findings.extend(findings)
    sketch.speakers = parsing.speakers
    found = language_of("\n".join(draft.text for draft in sketch.drafts[:_BLOCKS_TO_TELL_LANGUAGE]))
    sketch.look_for(languages_of(parsing.language or found or source.declared.language))
    recognise_declared_title(sketch, source.declared)
    for recognise in _RECOGNISERS:
        if parsing.genre in {None, "interview", "mixed"} or recognise not in _OF_INTERVIEWS:
            recognise(sketch)
    correct_kinds(sketch, parsing)
    for _, draft in sketch.open():
        draft.becomes(Kind.PARAGRAPH, "nothing says that it is anything else")
    enter_persons(sketch, parsing.interviewer)
    recognise_genre(sketch)
    recognise_films(sketch)
    texts = [draft.text for draft in sketch.drafts if draft.kind is not Kind.BOILERPLATE]
    sketch.language = language_of("\n".join(texts))
    apply_declared(sketch, source.declared)
    _overrule(sketch, parsing)
    mark_quotations(sketch)
    document, decisions = assemble(sketch, _metadata(sketch, source, version, parsing.title))
    unsure = unsure_findings(decisions, sketch.path, sketch.findings)
    return Structured(document, (*sketch.findings, *unsure), decisions)


def _overrule(sketch: Sketch, parsing: Parsing) -> None:
    """Let what a person says stand above what was found."""
    sketch.authors = list(parsing.authors) or sketch.authors
    sketch.date = parsing.date or sketch.date
    sketch.language = parsing.language or sketch.language
    sketch.genre = parsing.genre or sketch.genre


def _metadata(sketch: Sketch, source: SourceText, version: str, said: str | None) -> Metadata:
    first = sketch.first(Kind.TITLE)
    declared = source.declared
    title = said or (first.text if first else declared.title)
    if title is None:
        sketch.findings.append(rules.NO_TITLE.at(sketch.path))
    return Metadata(
        title=_one_line(title or "") or PurePath(source.path).stem,
        authors=tuple(_one_line(author) for author in sketch.authors),
        date=sketch.date,
        publisher=declared.publisher or sketch.publisher,
        url=declared.url,
        keywords=tuple(_one_line(tag) for tag in declared.tags or sketch.keywords),
        rating=declared.rating or _rating(sketch),
        genre=sketch.genre,
        language=sketch.language,
        persons=tuple(sketch.persons),
        films=tuple(sketch.films),
        provenance=Provenance(version, source.sha256),
    )


def _rating(sketch: Sketch) -> str | None:
    """Return the rating the text gives; None where it gives none, or one each to several films."""
    given = [rating_in(draft.text) for draft in sketch.drafts if draft.kind is Kind.RATING]
    return given[0] if len(given) == 1 else None


def _one_line(text: str) -> str:
    """Return a text for the header, where a run of white space of any kind is one space."""
    return " ".join(text.split())
