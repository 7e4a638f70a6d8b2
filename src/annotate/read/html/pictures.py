"""Pictures of a web page: where they are and what they show; nothing is fetched."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

    from annotate.read.html.links import Links

# Where pages that load pictures late keep the address.
_ADDRESSES = ("data-src", "data-original", "data-lazy-src", "data-hi-res-src", "src")
_SETS = ("data-srcset", "srcset")
_EMOJI = re.compile(r"\b(?:emoji|smiley|wp-smiley)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: its address ("" where it has none outside the page), what it shows, its line in the page."""

    url: str
    alternative: str
    line: int


def picture(element: etree._Element, links: Links) -> Picture:
    """Return the picture an `img` names."""
    addresses = [element.get(name, "").strip() for name in _ADDRESSES]
    addresses += [element.get(name, "").strip().partition(" ")[0] for name in _SETS]
    url = next((address for address in addresses if address and not address.lower().startswith("data:")), "")
    alternative = " ".join(element.get("alt", "").split())
    return Picture(links.absolute(url) if url else "", alternative, element.sourceline or 0)


def emoji(element: etree._Element) -> str:
    """Return the character a picture stands for in running text, "" if it stands for none."""
    alternative = element.get("alt", "")
    if alternative and len(alternative) <= 12 and _EMOJI.search(element.get("class", "")):
        return alternative
    return ""
