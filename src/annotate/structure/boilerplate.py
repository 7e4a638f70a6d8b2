"""Recognises what a web page adds around a text: adverts, share buttons, menus, comment forms, lists of links."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.model.source import Form
from annotate.structure.credits import is_credits
from annotate.structure.draft import Draft, Kind
from annotate.structure.furniture_words import LISTING, MENU_WORDS, SIGNS
from annotate.structure.ratings import is_rating
from annotate.structure.sections import is_named_section

if TYPE_CHECKING:
    from annotate.structure.draft import Sketch

_LONGEST = 320  # code points; a longer block is prose, whatever words it holds
_LONGEST_WORDS = {"comments": 45, "topics": 60, "citation": 60, "media": 60, "navigation": 45, "call-to-action": 45}
_LONGEST_OTHER_WORDS = 25
_POSTED = lazy_pattern(r"(?:this entry was )?(?:posted|published|filed)\b.{6,60}\bin\s+[^.]+$", re.IGNORECASE)
_PROSE = 30  # words
_AVAILABLE = lazy_pattern(r"\b24/7\b")
_BULLET = lazy_pattern(r"^[•·▪*>»›–-]\s*")
_PARTED = lazy_pattern(r"\s*[|•·/,]\s*|\s+")
_MENU_LENGTH = 40  # code points
_COUNT = lazy_pattern(r"\s*\(?\d*\)?$")
_GAP = 8  # blocks; an advert is not longer than this
_SHORT = 40  # words; what stands between two lines of an advert is an advert if it is this short
_LINK_WORDS = 16  # the longest name of a page in a list of links
_MENU_LINE = 3  # words; no line of a menu is longer
_MENU_LINES = 4
_MENU_SHARE = 3  # a run of short lines is a menu where one in so many is a word of menus, and two at least
_BETWEEN = 2  # lines between two lines of a menu
_BETWEEN_WORDS = 8  # of each of them
_SENTENCE = 6  # words; what ends as a sentence does and has as many is somebody's
_AFTERWARDS = frozenset({"comments", "navigation", "call-to-action", "citation", "topics"})
_OPEN_FORMS = frozenset({Form.HEADING, Form.ITEM, Form.CELL})


def recognise_boilerplate(sketch: Sketch) -> None:
    """Claim lines that bear the sign of a web page, then what only stands beside such lines can be."""
    drafts = sketch.drafts
    for draft in drafts:
        if draft.kind is None or draft.form is Form.HEADING:
            subtype = sign(draft)
            if subtype:
                draft.becomes(Kind.BOILERPLATE, "reads like a line that a web page adds", subtype)
    _claim_menus(drafts)
    _claim_links(drafts)
    _bridge_adverts(drafts)
    _claim_comments(drafts)
    _claim_posted(drafts)
    _claim_tail(drafts)


def sign(draft: Draft) -> str:
    """Return the subtype of boilerplate a block bears the sign of, "" if it bears none."""
    if len(draft.text) > _LONGEST:
        return ""
    words = draft.words
    bullet = _BULLET.match(draft.text)
    start = bullet.end() if bullet else 0
    for subtype, phrases in SIGNS:
        limit = _LONGEST_WORDS.get(subtype, _LONGEST_OTHER_WORDS)
        if words <= limit and phrases.of(draft.languages).match(draft.text, start):
            return subtype
    return "call-to-action" if words <= 12 and _AVAILABLE.search(draft.text) else ""


def _claim_menus(drafts: list[Draft]) -> None:
    """Claim words of a menu where two follow each other or one stands beside boilerplate, and short lines of a menu."""
    menu = [draft.kind is None and _is_menu_word(draft.text) for draft in drafts]
    for indexes in (range(len(drafts)), range(len(drafts) - 1, -1, -1)):
        for index in indexes:
            beside = [at for at in (index - 1, index + 1) if 0 <= at < len(drafts)]
            if menu[index] and any(menu[at] or drafts[at].kind is Kind.BOILERPLATE for at in beside):
                drafts[index].becomes(Kind.BOILERPLATE, "a word of a menu, beside others", "navigation")
    for run in _tight_runs(drafts):
        unclaimed = [draft for draft in run if draft.kind is None]
        if len(run) >= _MENU_LINES and (len(unclaimed) < len(run) or _is_menu(run)):
            for draft in unclaimed:
                draft.becomes(Kind.BOILERPLATE, "a short line of a menu", "navigation", certainty=0.85)
    _claim_between(drafts)


def _claim_between(drafts: list[Draft]) -> None:
    """Claim short lines, two at most, between lines of a menu with no empty line among them."""
    last: Draft | None = None
    between: list[Draft] = []
    for before, draft in pairwise(drafts):
        if draft.line != before.line + 1 or before.subtype in _AFTERWARDS:
            last, between = (before if before.subtype in _AFTERWARDS and draft.line == before.line + 1 else None), []
        if last is None:
            continue
        if draft.subtype in _AFTERWARDS:
            for line in between:
                line.becomes(Kind.BOILERPLATE, "stands between two lines of a menu", "navigation", certainty=0.9)
        elif (
            draft.kind is None and draft.words <= _BETWEEN_WORDS and not draft.ends_sentence and len(between) < _BETWEEN
        ):
            between.append(draft)
        else:
            last, between = None, []


def _is_menu_word(text: str) -> bool:
    if len(text) > _MENU_LENGTH:
        return False
    words = _BULLET.sub("", _COUNT.sub("", text)).casefold()
    return words in MENU_WORDS or _is_row(words)


def _is_menu(run: list[Draft]) -> bool:
    found = sum(_is_menu_word(draft.text) for draft in run)
    return found > 1 and found * _MENU_SHARE >= len(run)


def _is_row(words: str) -> bool:
    """Whether a line is a row of words of a menu: "Share Tweet Pin"."""
    row = _PARTED.split(words)
    return len(row) > 1 and all(word in MENU_WORDS for word in row)


def _tight_runs(drafts: list[Draft]) -> list[list[Draft]]:
    """Return the runs of very short lines, no empty line between them, that are unclaimed or of a menu."""
    runs: list[list[Draft]] = [[]]
    for draft in drafts:
        fits = (
            draft.words <= _MENU_LINE + bool(_BULLET.match(draft.text))
            and not draft.ends_sentence
            and not is_rating(draft.text)
        )
        fits = fits and (draft.kind is None or draft.subtype == "navigation")
        if not fits or (runs[-1] and draft.line != runs[-1][-1].line + 1):
            runs.append([])
        if fits:
            runs[-1].append(draft)
    return [run for run in runs if run]


def _claim_links(drafts: list[Draft]) -> None:
    """Claim the names of pages below the head of a list of links: at once below it, or with no prose after them."""
    head: Draft | None = None
    for index, draft in enumerate(drafts):
        if draft.kind is Kind.BOILERPLATE:
            if LISTING.of(draft.languages).match(draft.text):
                head = draft
            elif not _is_menu_word(draft.text):
                head = None
            continue
        if head is None:
            continue
        following = drafts[index + 1] if index + 1 < len(drafts) else None
        if not _may_be_link(draft) or not (_tight(drafts[index - 1], draft) or _ends_links(following)):
            head = None
            continue
        draft.becomes(Kind.BOILERPLATE, "stands in a list of links", head.subtype, certainty=0.9)


def _may_be_link(draft: Draft) -> bool:
    if draft.kind is not None and draft.form not in _OPEN_FORMS:
        return False
    if draft.words > _LINK_WORDS or draft.text.endswith((".", ":")) or is_rating(draft.text) or is_credits(draft):
        return False
    return not is_named_section(draft.text)


def _tight(before: Draft, draft: Draft) -> bool:
    return draft.line == before.line + 1 or (bool(draft.group) and draft.form is Form.ITEM)


def _ends_links(following: Draft | None) -> bool:
    """Whether no prose follows of which a line of links might be the heading."""
    return following is None or following.kind is Kind.BOILERPLATE or _may_be_link(following)


def _bridge_adverts(drafts: list[Draft]) -> None:
    """Claim what stands between two lines of one advert."""
    adverts = [i for i, draft in enumerate(drafts) if draft.subtype == "advert"]
    for first, last in pairwise(adverts):
        between = drafts[first + 1 : last]
        if len(between) <= _GAP and all(draft.words <= _SHORT for draft in between):
            for draft in between:
                if draft.kind is None:
                    draft.becomes(Kind.BOILERPLATE, "stands between two lines of an advert", "advert")


def _claim_comments(drafts: list[Draft]) -> None:
    """Claim what readers say below the text: all after the head of the comments that stands behind most of the text."""
    words = [0 if draft.kind is Kind.BOILERPLATE else draft.words for draft in drafts]
    total, before = sum(words), 0
    for index, draft in enumerate(drafts):
        before += words[index]
        if draft.kind is Kind.BOILERPLATE and draft.subtype == "comments" and before > total * 0.6:
            for reader in drafts[index + 1 :]:
                if is_named_section(reader.text):
                    return
                if reader.kind is None:
                    reader.becomes(
                        Kind.BOILERPLATE, "follows the head of the readers' comments", "comments", certainty=0.9
                    )
            return


def _claim_posted(drafts: list[Draft]) -> None:
    """Claim the line that tells below a text when it was posted, by whom and in which categories."""
    read = 0
    for draft in drafts:
        if draft.kind is None and read >= _PROSE and draft.words <= _LINK_WORDS and _POSTED.match(draft.text):
            draft.becomes(Kind.BOILERPLATE, "tells below the text when and where it was posted", "topics")
        read = max(read, 0 if draft.kind is Kind.BOILERPLATE else draft.words)


def _claim_tail(drafts: list[Draft]) -> None:
    """Claim what follows, at the end, lines that a web page adds, unless it reads like somebody's sentence."""
    start = len(drafts)
    for index in range(len(drafts) - 1, 0, -1):
        draft = drafts[index]
        if draft.kind is Kind.BOILERPLATE:
            start = index if draft.subtype in _AFTERWARDS else start
        elif draft.kind is not None or (drafts[index - 1].subtype != "citation" and _is_authors(draft)):
            break
    subtype = ""
    for draft in drafts[start:]:
        subtype = draft.subtype or subtype
        if draft.kind is None:
            draft.becomes(Kind.BOILERPLATE, "follows lines that a web page adds, at the end", subtype, certainty=0.9)


def _is_authors(draft: Draft) -> bool:
    """Whether a block at the end may be the author's: a sentence, a credit, a rating, a heading of notes."""
    return (
        draft.words >= _SHORT
        or (draft.ends_sentence and draft.words >= _SENTENCE)
        or draft.text.startswith(("—", "–", "[", "*", "†"))
        or is_rating(draft.text)
        or is_credits(draft)
        or is_named_section(draft.text)
    )
