"""Tells by an element's name, class and role what kind of thing stands outside the text of a page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
_TOP = frozenset({"html", "body", "main", "article"})


def sign_of(element: etree._Element) -> str:
    """Return the kind of boilerplate an element or what it stands in says it is, "" if nothing says so."""
    around: etree._Element | None = element
    while around is not None and around.tag not in _TOP:
        kind = _own_sign(around)
        if kind:
            return kind
        around = around.getparent()
    return ""


def _own_sign(element: etree._Element) -> str:
    kind = _ELEMENTS.get(str(element.tag)) or _ROLES.get(element.get("role", ""))
    if kind:
        return kind
    named = f"{element.get('class', '')} {element.get('id', '')}".strip()
    if not named:
        return ""
    return next((kind for kind, words in _WORDS if words.search(named)), "")
