"""Recognises what stands above the headline: a department, an issue, the name of a site or a blog and its motto."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.structure.bylines import is_byline
from annotate.structure.draft import Draft, Kind
from annotate.structure.furniture_words import BLOG, DEPARTMENT, ISSUE, KICKER, SITE_MENU
from annotate.structure.headline import may_be_title
from annotate.structure.voice import announces

if TYPE_CHECKING:
    from annotate.structure.draft import Sketch

_FARTHEST = 30  # blocks; what stands before a text ends sooner
_NEAR = 3  # blocks in which the byline follows a long standfirst
_DEPARTMENT_WORDS = 7
_MOTTO_WORDS = 9
_LONG_MOTTO_WORDS = 25  # below the name of a blog
_OPENING_QUOTES = frozenset("“„«»\"「『'‘")
_QUOTING_WORDS = 7
_ALL_QUOTED = lazy_pattern(r"[“\"][^“”\"]+[”\"]|«[^«»]+»|„[^„“”]+[“”]|「[^「」]+」")
_TEASERS = 8  # lines between the name of a blog and its first post


def claim_masthead(sketch: Sketch, opening: list[Draft]) -> None:
    """Claim what stands above the headline: the name of a department, of the site above its menu."""
    free = [draft for draft in opening if draft.kind is None]
    while (
        len(free) > 1
        and (_is_department(free[0], sketch.languages) or ISSUE.of(sketch.languages).fullmatch(free[0].text))
        and (may_be_title(free[1]) or _is_department(free[1], sketch.languages))
    ):
        free[0].becomes(Kind.BOILERPLATE, "the name of a department or an issue above the headline", "navigation")
        del free[0]
    for above in range(1, min(len(free), _NEAR + 1)):
        alone = above == 1
        if all(_stands_above_a_whole_headline(draft, free[above], sketch, alone=alone) for draft in free[:above]):
            reason = "the name of a site or department, above a headline that needs none"
            for draft in free[:above]:
                draft.becomes(Kind.BOILERPLATE, reason, "navigation", certainty=0.75)
            del free[:above]
            break
    _claim_site_name(sketch.drafts[: 3 * _FARTHEST], free)


def _stands_above_a_whole_headline(draft: Draft, below: Draft, sketch: Sketch, *, alone: bool) -> bool:
    """Whether a short line stands above one that is a headline whole: it quotes or announces somebody after a colon.

    The line above is then no title that the headline explains, unless it stands there alone and the text speaks of it
    again.
    """
    name = draft.text.casefold()
    if draft.words > _DEPARTMENT_WORDS or draft.ends_sentence or is_byline(draft.text) or not may_be_title(below):
        return False
    if alone and any(name in other.text.casefold() for other in sketch.drafts if other is not draft):
        return False
    if below.text[0] in _OPENING_QUOTES and below.words >= _QUOTING_WORDS and draft.words <= _NEAR:
        return True
    _, colon, rest = below.text.replace("：", ":").partition(":")
    after = rest.strip()
    if colon and after:
        return after[0] in _OPENING_QUOTES or announces(after, draft.languages)
    return draft.words == 1 and bool(_ALL_QUOTED.fullmatch(below.text))


def _is_department(draft: Draft, languages: tuple[str, ...]) -> bool:
    text = draft.text.strip("|/•·›»>【】[] ")
    return draft.words <= _DEPARTMENT_WORDS and bool(KICKER.fullmatch(text) or DEPARTMENT.of(languages).fullmatch(text))


def _claim_site_name(drafts: list[Draft], free: list[Draft]) -> None:
    """Claim the name of a site, and its motto, where its menu or a blog's date parts it from the headline."""
    named = _above_menu(drafts) or _above_blog_date(drafts)
    candidates = [draft for draft in free if any(draft is other for other in named)]
    below = free[len(candidates) : len(candidates) + 1]
    if not candidates or not below or not (below[0].words > 1 or below[0].text.isupper()):
        return
    dates = [draft for draft in drafts if draft.kind is Kind.DATE and draft.line < below[0].line]
    if may_be_title(below[0], *dates[-1:]):
        for draft in candidates:
            reason = "the name of the site, above its menu or the date of the post"
            draft.becomes(Kind.BOILERPLATE, reason, "navigation", certainty=0.75)


def _above_menu(drafts: list[Draft]) -> list[Draft]:
    """Return the unclaimed lines above the menu of a site; none where what follows them are buttons for sharing."""
    free = [i for i, draft in enumerate(drafts) if draft.kind is None]
    for number, last in enumerate(free[:_NEAR], 1):
        menu = drafts[last + 1 : last + 1 + 2 * _NEAR]
        if (
            menu
            and menu[0].subtype == "navigation"
            and (menu[0].text.count("|") > 1 or sum(_is_of_site(draft) for draft in menu) > 1)
        ):
            above = [drafts[i] for i in free[:number]]
            return above if all(draft.words <= _MOTTO_WORDS for draft in above) else []
    return []


def _is_of_site(draft: Draft) -> bool:
    return draft.subtype == "navigation" and bool(SITE_MENU.match(draft.text))


def _above_blog_date(drafts: list[Draft]) -> list[Draft]:
    """Return the unclaimed lines above the date of a post, on a page where a blog says who posted it and when."""
    date = next((i for i, draft in enumerate(drafts) if draft.kind is Kind.DATE), 0)
    posted = any(draft.kind is Kind.BOILERPLATE and BLOG.of(draft.languages).match(draft.text) for draft in drafts)
    above = [draft for draft in drafts[:date] if draft.kind is None]
    mottos = all(draft.words <= _LONG_MOTTO_WORDS for draft in above)
    few = len(above) < _NEAR or not (len(above) > _TEASERS or any(is_byline(draft.text) for draft in above))
    return above if posted and few and mottos and above[:1] and above[0].words <= _MOTTO_WORDS else []
