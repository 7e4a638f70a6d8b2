"""Recognises who signs a text at its end: "Ada Quill", "— Ada Quill", "Interview by Ada Quill"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.structure.bylines import authors_of, is_bare_name, is_byline, is_handle, names_a_person
from annotate.structure.draft import Draft, Kind
from annotate.structure.footnotes import NOTES

if TYPE_CHECKING:
    from annotate.structure.draft import Sketch

_DASH = lazy_pattern(r"[—–―-]+\s*")
_VALEDICTION = lazy_pattern(
    r"(?:yours|sincerely|respectfully|faithfully|(?:with )?(?:best|kind|warm) (?:wishes|regards)|regards|cheers)"
    r"\b.{0,20},?",
    re.IGNORECASE,
)
_SIGNED_SHORT = lazy_pattern(r"(?:[^\W\d_]\.\s?){2,3}|[A-Z][a-z]{2,4}\.")  # "A.S.", "Gilb."
_ENDS = frozenset({"End.", "Fin.", "Ende.", "Fine.", "Yes.", "Amen."})
_LONGEST_WORDS = 12
_PROSE = 12  # words; what a signature stands below is somebody's text


def recognise_signature(sketch: Sketch) -> None:
    """Claim the last line of the text where it is a name or a byline, with the signer's address below it.

    It is the author's where the opening of the text names none.
    """
    texts = [draft for draft in sketch.drafts if not _follows_text(draft)]
    address = texts.pop() if len(texts) > 1 and texts[-1].kind is None and is_handle(texts[-1].text) else None
    if len(texts) < 3 or not _signs(texts[-1], texts[-2]):
        return
    name = _DASH.sub("", texts[-1].text, count=1)
    texts[-1].becomes(Kind.SIGNATURE, "the name of who wrote this, below the text", certainty=0.9)
    if address is not None:
        address.becomes(Kind.SIGNATURE, "the address of who signs the text", certainty=0.9)
    if not sketch.authors:
        sketch.authors.extend(author for _, _, author in authors_of(name))


def _follows_text(draft: Draft) -> bool:
    return draft.kind in {Kind.BOILERPLATE, Kind.BIOGRAPHY} or draft.subtype == NOTES


def _signs(draft: Draft, before: Draft) -> bool:
    if draft.kind not in {None, Kind.PARAGRAPH} or draft.words > _LONGEST_WORDS or draft.label:
        return False
    if before.kind is Kind.QUOTATION:
        return False
    if before.words < _PROSE and before.kind is not Kind.RATING and not _VALEDICTION.fullmatch(before.text):
        return False
    text = _DASH.sub("", draft.text, count=1)
    if _SIGNED_SHORT.fullmatch(text) and text not in _ENDS:
        return True
    return is_bare_name(text) or (is_byline(text) and names_a_person(text))
