"""Tells by an element's name, class and role what kind of thing stands outside the text of a page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern

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
_WORDS = tuple((kind, lazy_pattern(rf"(?<![a-z])(?:{words})(?![a-z])", re.IGNORECASE)) for kind, words in _SIGNS)


class Signs:
    """Tells the kind of boilerplate of one page's elements, and remembers it."""

    def __init__(self, of_text: Iterable[etree._Element]) -> None:
        """Prepare for a page whose text stands in `of_text`; what these stand in says nothing of other elements."""
        self._known: dict[etree._Element, str] = {}
        for element in of_text:
            outer = element.getparent()
            while outer is not None and outer not in self._known:
                self._known[outer] = ""
                outer = outer.getparent()

    def of(self, element: etree._Element) -> str:
        """Return the kind an element or the nearest that says so around it is, "" if none says so."""
        passed: list[etree._Element] = []
        around: etree._Element | None = element
        kind = ""
        while around is not None:
            kind = self._known[around] if around in self._known else _own_sign(around)
            passed.append(around)
            if kind or around in self._known:
                break
            around = around.getparent()
        self._known.update(dict.fromkeys(passed, kind))
        return kind


def _own_sign(element: etree._Element) -> str:
    kind = _ELEMENTS.get(str(element.tag)) or _ROLES.get(element.get("role", ""))
    if kind:
        return kind
    named = f"{element.get('class', '')} {element.get('id', '')}".strip()
    if not named:
        return ""
    return next((kind for kind, words in _WORDS if words.search(named)), "")
