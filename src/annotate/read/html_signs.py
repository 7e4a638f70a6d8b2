"""Tells by an element's name, class and role what kind of thing stands outside the text of a page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml import etree

_ELEMENTS = {"nav": "navigation", "footer": "navigation", "form": "call-to-action", "button": "call-to-action"}
_ROLES = {"navigation": "navigation", "banner": "navigation", "contentinfo": "navigation", "search": "navigation"}
# Words of class names and ids, most telling first.
_SIGNS = (
    ("comments", r"comments?|disqus|commentlist|respond|replies|livefyre"),
    ("advert", r"ads?|advert\w*|adsense|dfp|sponsor\w*|promo\w*|outbrain|taboola|commercial"),
    (
        "call-to-action",
        r"shar(?:e|ing)\w*|social\w*|subscri\w*|newsletter|sign-?up|donat\w*|login|register|follow|paywall|cta|addthis",
    ),
    ("citation", r"cite-this|citation-tool|how-to-cite"),
    ("topics", r"tags?|topics?|tag-?list|keywords|categor\w*"),
    ("media", r"gallery|slideshow|player|video|audio|podcast"),
    (
        "navigation",
        (
            r"nav\w*|menu\w*|breadcrumbs?|site-?header|masthead|footer|sidebar|related\w*|recommend\w*|most-?(?:read|popular)"
            r"|popular|trending|toolbar|pagination|pager|skip-?link|more-?(?:from|on|stories)|read-?more|teaser\w*|widget"
        ),
    ),
)
_WORDS = tuple((kind, re.compile(rf"(?<![a-z])(?:{words})(?![a-z])", re.IGNORECASE)) for kind, words in _SIGNS)


def sign_of(element: etree._Element, around_text: frozenset[etree._Element]) -> str:
    """Return the kind of boilerplate an element or what it stands in says it is, "" if nothing says so.

    `around_text` are the elements that hold the page's text too, which therefore say nothing of this one.
    """
    around: etree._Element | None = element
    while around is not None and around not in around_text:
        kind = _own_sign(around)
        if kind:
            return kind
        around = around.getparent()
    return ""


def around_text(elements: Iterable[etree._Element]) -> frozenset[etree._Element]:
    """Return what the elements that hold words of the text stand in."""
    found: set[etree._Element] = set()
    for element in elements:
        outer = element.getparent()
        while outer is not None and outer not in found:
            found.add(outer)
            outer = outer.getparent()
    return frozenset(found)


def _own_sign(element: etree._Element) -> str:
    kind = _ELEMENTS.get(str(element.tag)) or _ROLES.get(element.get("role", ""))
    if kind:
        return kind
    named = f"{element.get('class', '')} {element.get('id', '')}".strip()
    if not named:
        return ""
    return next((kind for kind, words in _WORDS if words.search(named)), "")
