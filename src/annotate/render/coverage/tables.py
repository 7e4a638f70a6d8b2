"""Tables of the coverage of texts, as HTML: all that the charts show, and what is open, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.model.coverage import open_reasons, percentage, share_seen
from annotate.render.markup import language_attributes, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from annotate.model.coverage import (
        ClaimSeen,
        QuotationSeen,
        Tally,
        TextCoverage,
        UncitedSource,
        UnsureAnchor,
    )

NOBODY = "nobody named"
OPENING = "before the first heading"
_VERDICTS: Mapping[str, str] = {
    "verbatim": "the source says it word for word",
    "normalised": "the source says it, but for spaces, quotation marks and the like",
    "elided": "the source says it, with words left out where it has “…”",
    "altered": "the source says something like it, in other words",
    "absent": "the source does not say it",
    "no-copy": "unchecked: no copy of the source is at hand",
    "not-searched": "unchecked: the search was cut short",
}
_OUTCOMES: Mapping[str, str] = {
    "near": "something like it is there, which nobody has accepted",
    "ambiguous": "several places fit",
    "orphaned": "the text no longer has it",
    "not-searched": "the search was cut short",
}


def table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]], numbers: Sequence[str] = ()) -> str:
    """Return a table of finished HTML cells, the first of each row its head; `numbers` are heads of number columns."""
    sides = [' class="number"' if head in numbers else "" for head in heads]
    head = "".join(f'<th scope="col"{side}>{text(name)}</th>' for name, side in zip(heads, sides, strict=True))
    body = ""
    for first, *rest in rows:
        cells = "".join(f"<td{side}>{cell}</td>" for cell, side in zip(rest, sides[1:], strict=True))
        body += f'<tr><th scope="row">{first}</th>{cells}</tr>\n'
    return (
        f'<div class="table" role="group" tabindex="0" aria-label="{text(caption)}"><table>'
        f"<caption>{text(caption)}</caption><thead><tr>{head}</tr></thead>\n<tbody>{body}</tbody></table></div>\n"
    )


def tally_table(caption: str, head: str, tallies: Sequence[Tally], statuses: Sequence[str]) -> str:
    """Return counts as a table: in all, by status, and what is open."""
    numbers = ("claims", *statuses, "without source", "disputed or refuted", "contradicted")
    rows = [
        (
            words(counted.name),
            str(counted.claims),
            *(str(counted.by_status.get(status, 0)) for status in statuses),
            str(counted.without_source),
            str(counted.disputed),
            str(counted.contradicted),
        )
        for counted in tallies
    ]
    return table(caption, (head, *numbers), rows, numbers)


def claim_table(covered: TextCoverage) -> str:
    """Return all claims of a text as a table, in its order: where each stands, what it says, who makes it."""
    heads = ("what is claimed", "by", "at", "kind", "status", "passage", "id")
    rows = (
        (
            words(claim.words),
            words(claim.claimant or NOBODY),
            _position(claim, covered.length),
            text(claim.kind),
            text(claim.status),
            text(claim.block or "–"),
            text(claim.id),
        )
        for claim in covered.claims
    )
    return table(f"All claims of {covered.title or covered.file}", heads, rows, ("at",))


def open_table(title: str, claims: Iterable[ClaimSeen]) -> str:
    """Return the claims of a text that are open as a table, "" where none is."""
    rows = [
        (words(claim.words), words(claim.claimant or NOBODY), ", ".join(open_reasons(claim)), text(claim.id))
        for claim in claims
        if open_reasons(claim)
    ]
    return (
        table(f"Claims of {title} that are open", ("what is claimed", "by", "open, since it is", "id"), rows)
        if rows
        else ""
    )


def section_table(covered: TextCoverage) -> str:
    """Return the sections of a text as a table, with the first words of each passage that has no annotation."""
    heads = ("section", "passages", "without annotation", "text annotated", "which have none")
    language = language_attributes(covered.language)
    rows = []
    for section in covered.sections:
        unseen = "".join(
            f'<li><span class="id">{text(block.id)}</span> <span dir="auto"{_only_language(language)}>'
            f"{text(block.words)}</span></li>"
            for block in section.unseen
        )
        rows.append(
            (
                words(section.title or OPENING),
                str(section.blocks),
                str(len(section.unseen)),
                percentage(share_seen((section,))),
                f"<ul>{unseen}</ul>" if unseen else "",
            )
        )
    return table(f"Passages of {covered.title or covered.file}, by section", heads, rows, heads[1:4])


def source_table(sources: Sequence[UncitedSource], names: Mapping[str, str]) -> str:
    """Return sources never cited as a table, "" where there are none."""
    rows = [(words(source.title or source.id), text(source.id), words(names[source.file])) for source in sources]
    return table("Sources that no claim cites", ("source", "id", "file"), rows) if rows else ""


def quotation_table(title: str, quotations: Iterable[QuotationSeen]) -> str:
    """Return the quotations of a text and its evidence, and what came of looking them up; "" where there are none."""
    rows = [
        (
            words(quoted.words),
            text(quoted.block or quoted.evidence),
            text(quoted.source or "–"),
            _VERDICTS[quoted.verdict],
        )
        for quoted in quotations
    ]
    return (
        table(f"Quotations of {title} and of its evidence", ("quotation", "in", "source", "what the source says"), rows)
        if rows
        else ""
    )


def anchor_table(anchors: Iterable[UnsureAnchor], names: Mapping[str, str]) -> str:
    """Return annotations without a certain place as a table, "" where there are none."""
    rows = [
        (
            words(anchor.words),
            _OUTCOMES.get(anchor.outcome, text(anchor.outcome)),
            text(anchor.id),
            words(names[anchor.file]),
        )
        for anchor in anchors
    ]
    heads = ("words it was made for", "why it has no certain place", "id", "file")
    return table("Annotations without a certain place", heads, rows) if rows else ""


def words(value: str) -> str:
    """Return a person's words, written from the side that their script is."""
    return f'<span dir="auto">{text(value)}</span>'


def _position(claim: ClaimSeen, length: int) -> str:
    return f"{claim.spans[0].start * 100 // max(length, 1)} %" if claim.spans else "–"


def _only_language(attributes: str) -> str:
    """Return the `lang` of `language_attributes` without its `dir`, which the words themselves tell."""
    return attributes.partition(" dir=")[0]
