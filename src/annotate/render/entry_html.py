"""One claim or note as HTML: the words that stand beside the passage on screen and at the foot of the page in print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.model.edition import ClaimEntry
from annotate.render.markup import link, text
from annotate.render.words import ATTITUDES, KINDS, RELATIONS, STATUSES, VERDICTS

if TYPE_CHECKING:
    from annotate.model.edition import EvidenceEntry, NoteEntry, Reference

# The ends of sentences and the quotation marks of the scripts an edition may be written in.
_ENDS = (".", "!", "?", "…", "。", "！", "？", "؟", "۔", "।")
_OPENING = ("“", "«", "„", '"', "「", "『", "״")
_CLOSING = ("”", "»", "“", '"', ")", "」", "』", "）", "״")


def entry_html(entry: ClaimEntry | NoteEntry, english: str = "", stated: str = "") -> str:
    """Return an entry as phrasing content: the words it rests on, what it says, what speaks for and against it.

    Both editions print these same words; only their setting differs. `english` are the attributes of the edition's own
    words where the text is in another language (`markup.english_attributes`), `stated` those of a claim's
    statement (`markup.statement_attributes`).
    """
    alone = isinstance(entry, ClaimEntry) and not entry.statement
    return _lemma(entry.lemma, " alone" if alone else "") + entry_body(entry, english, stated)


def entry_body(entry: ClaimEntry | NoteEntry, english: str = "", stated: str = "") -> str:
    """Return an entry without the words it rests on."""
    if isinstance(entry, ClaimEntry):
        said = _sentence(entry.statement or "")
        statement = f'<span class="statement"{stated}>{text(said)}</span> ' if entry.statement else ""
        body = f'{statement}<span class="standing"{english}>{standing(entry)}</span>'
        body += "".join(f' <span class="evidence">{_evidence(item)}</span>' for item in entry.evidence)
        body += f' <span class="remark">{text(_sentence(entry.note))}</span>' if entry.note else ""
    else:
        kind = text(entry.kind.capitalize())
        body = f'<span class="standing"{english}>{kind}.</span> <span class="body">{entry.body}</span>'
    related = "".join(f' <span class="related"{english}>{_reference(item)}</span>' for item in entry.references)
    return body + related


def _lemma(lemma: str, css_class: str) -> str:
    if not lemma:
        return ""
    bare = lemma.rstrip(".,;:。，；：、،؛۔")
    return f'<span class="lemma{css_class}">{text(bare)}{"" if bare.endswith(_ENDS) else ":"}</span> '


def standing(claim: ClaimEntry) -> str:
    """Return what kind of claim it is, whose and how certain, and how it stands."""
    attitude = ATTITUDES.get(claim.attitude or "", claim.attitude or "")
    if claim.claimant:
        attitude = f"{attitude or 'made'} by {claim.claimant}"
    certainty = f"as {claim.certainty}" if claim.certainty else ""
    made = " ".join(filter(None, (attitude, certainty)))
    made = f'<span class="made">, {text(made)}</span>' if made else ""
    return f'{text(claim.kind.capitalize())}{made}: <span class="status">{text(claim.status)}</span>.'


def style_classes(claim: ClaimEntry) -> str:
    """Return the classes by which the pages show a claim's kind and status; words of a project's own have none."""
    kind = f" kind-{claim.kind}" if claim.kind in KINDS else ""
    status = f" status-{claim.status}" if claim.status in STATUSES else ""
    return f"claim{kind}{status}"


def _evidence(item: EvidenceEntry) -> str:
    citation = link(f"#{item.anchor}", item.citation) if item.anchor else item.citation
    relation = RELATIONS.get(item.relation, f"{item.relation.capitalize()}:")
    said = f"{text(relation)} {citation}"
    said += f" ({text(item.strength)})" if item.strength else ""
    if item.quote:
        return f"{said}: {_quoted(item.quote)}{_verdict(item.verdict)}{_remark(item.note, '')}"
    return f"{said}{_remark(item.note, '.')}"


def _verdict(verdict: str) -> str:
    """Return what checking the quote against the kept copy of its source has shown, "" where nobody could check."""
    words = VERDICTS.get(verdict)
    return f' <span class="verdict">Checked: {text(words)}.</span>' if words else ""


def _remark(note: str | None, end: str) -> str:
    return f"{end} {text(_sentence(note))}" if note else end


def _quoted(quote: str) -> str:
    """Return a quote between quotation marks, unless it brings its own, with a full stop where it has no end."""
    words = quote.strip()
    marked = words if words.startswith(_OPENING) else f"“{words}”"
    # In any language: what runs from right to left must not draw the words around it along.
    quoted = marked if marked.rstrip("".join(_CLOSING)).endswith(_ENDS) else f"{marked}."
    return f'<span dir="auto">{text(quoted)}</span>'


def _sentence(note: str) -> str:
    words = note.strip()
    return words if words.endswith((*_ENDS, *_CLOSING)) else f"{words}."


def _reference(reference: Reference) -> str:
    label = link(f"#{reference.anchor}", text(reference.label)) if reference.anchor else text(reference.label)
    words = reference.words[:1].upper() + reference.words[1:]
    return f"{text(words)} {label}."
