"""Recognises what a web page adds around a text: adverts, share buttons, comment forms, topic lines, citations."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from annotate.structure.draft import Draft, Kind
from annotate.structure.phrases import starts_with

if TYPE_CHECKING:
    from annotate.structure.draft import Sketch

_LONGEST = 320  # code points; a longer block is prose, whatever words it holds
# Each sign is how a line starts (to its end, with $) that a site prints and an author does not write.
_SIGNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "topics",
        starts_with(
            r"""
            (?:topics?|tags?|tagged(?: with)?|keywords?|categor(?:y|ies)|filed under|posted in)\s*:
            (?:mots[- ]clés|schlagwörter|etiquetas)\s*:
            (?:#\w+[,;\s]*){2,}$
            """
        ),
    ),
    (
        "citation",
        starts_with(
            r"""
            cite this|how to cite|citation:|suggested citation|cite as\b
            .{0,200}\(\d{4}, \w+ \d{1,2}\)\. Retrieved (?:from|on)
            """
        ),
    ),
    (
        "comments",
        starts_with(
            r"""
            leave a (?:reply|comment)|post a comment|add (?:a|your) comment|write a comment|be the first to comment
            join the (?:conversation|discussion)|your email address will not|required fields are marked
            \d+ (?:comments?|responses?|replies)\b|comments?(?: \(\d+\)| are closed)?\s*$
            laisser un commentaire|kommentar schreiben|deja un comentario
            """
        ),
    ),
    (
        "advert",
        starts_with(
            r"""
            (?:advertisements?|sponsored(?: content| by.*)?|anzeige|publicité|publicidad|ad)\s*:?$
            get (?:quality|professional|expert) help|hire (?:a )?writer|order (?:now|a paper)|buy now|shop now
            save \d+ ?%|limited[- ]time offer|use (?:the )?(?:promo )?code\b|\+?\d+ (?:relevant )?experts are
            """
        ),
    ),
    (
        "call-to-action",
        starts_with(
            r"""
            share(?: this| on| via|:|\s*$)|tweet\s*$|pin it|like this:|subscribe|sign up|newsletter|join our
            follow (?:us|me|@|\w+ on (?:twitter|facebook|instagram|x)\b)|support (?:us|our)|donate
            become a (?:member|patron)|click here|go here for|download (?:the|our|this)|let[’']s chat
            enjoyed this|did you (?:like|enjoy) this|get (?:the|our) .{0,30}(?:newsletter|inbox)
            read (?:more|next|also)\b|s[’']abonner|abonnieren|suscríbete
            """
        ),
    ),
    (
        "navigation",
        starts_with(
            r"""
            skip to (?:main )?content|(?:home|menu|search|print|e?-?mail)\s*$|back to top|page \d+ of \d+
            (?:previous|next) (?:post|article)|related (?:posts?|articles?|stories)|you may also like|more from
            most (?:read|popular)|trending|all rights reserved|copyright (?:©|\(c\)|\d{4})|©\s?\d{4}
            """
        ),
    ),
    (
        "media",
        starts_with(
            r"""
            watch the (?:trailer|video|clip)|play (?:video|audio)|video player|loading (?:video|player)
            listen to (?:this article|the podcast)
            .{0,160}\b(?:from .{1,80} on (?:vimeo|youtube)\.?|official (?:trailer|teaser)\b.*)$
            """
        ),
    ),
)
_AVAILABLE = re.compile(r"\b24/7\b")
_BIOGRAPHY = re.compile(
    r"about (?:the )?(?:author|writer|reviewer|critic|interviewer|contributor)s?\s*:?$", re.IGNORECASE
)
_GAP = 8  # blocks; an advert is not longer than this
_SHORT = 40  # words; what stands between two lines of an advert is an advert if it is this short


def recognise_boilerplate(sketch: Sketch) -> None:
    """Claim blocks that bear the sign of a web page, what stands between two lines of one advert, and the tail."""
    for _, draft in sketch.open():
        subtype = sign(draft)
        if subtype:
            draft.becomes(Kind.BOILERPLATE, "reads like a line that a web page adds", subtype)
    _bridge_adverts(sketch.drafts)
    _claim_tail(sketch.drafts)


def recognise_biography(sketch: Sketch) -> None:
    """Claim the heading "About the author" and what follows it."""
    drafts = sketch.drafts
    at = next((i for i, draft in enumerate(drafts) if draft.kind is None and _BIOGRAPHY.fullmatch(draft.text)), None)
    if at is None:
        return
    drafts[at].becomes(Kind.BIOGRAPHY, "a heading that announces the author's biography", "head")
    for draft in drafts[at + 1 :]:
        if draft.kind is None:
            draft.becomes(Kind.BIOGRAPHY, "follows the heading of the author's biography")


def sign(draft: Draft) -> str:
    """Return the subtype of boilerplate a block bears the sign of, "" if it bears none."""
    if len(draft.text) > _LONGEST:
        return ""
    for subtype, pattern in _SIGNS:
        if pattern.match(draft.text) and (subtype in {"topics", "citation", "media"} or draft.words <= 25):
            return subtype
    return "call-to-action" if draft.words <= 12 and _AVAILABLE.search(draft.text) else ""


def _bridge_adverts(drafts: list[Draft]) -> None:
    adverts = [i for i, draft in enumerate(drafts) if draft.subtype == "advert"]
    for first, last in pairwise(adverts):
        between = drafts[first + 1 : last]
        if len(between) <= _GAP and all(draft.words <= _SHORT for draft in between):
            for draft in between:
                if draft.kind is None:
                    draft.becomes(Kind.BOILERPLATE, "stands between two lines of an advert", "advert")


def _claim_tail(drafts: list[Draft]) -> None:
    """Claim what follows "Cite this page" or a comment form at the end: it is the same web page's."""
    for index in range(len(drafts) - 1, max(len(drafts) - 12, 0), -1):
        draft, before = drafts[index], drafts[index - 1]
        if draft.kind is None and before.subtype in {"citation", "comments"} and draft.words <= _SHORT:
            draft.becomes(Kind.BOILERPLATE, "follows a line that a web page adds", before.subtype)
