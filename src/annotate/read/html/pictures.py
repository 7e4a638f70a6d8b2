"""Pictures of a web page: where they are and what they show; nothing is fetched."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from lxml import etree

    from annotate.read.html.links import Links

# Where pages that load pictures late keep the address.
_ADDRESSES = ("data-src", "data-original", "data-lazy-src", "data-hi-res-src", "src")
_SETS = ("data-srcset", "srcset")
_ELSEWHERE = lazy_pattern(r"(?!data:)[A-Za-z][A-Za-z0-9+.\-]*:|[/\\#]", re.IGNORECASE)
_EMOJI = lazy_pattern(r"\b(?:emoji|smiley|wp-smiley)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a page.

    Attributes:
        url: its address, "" where it has none outside the page.
        alternative: what it shows, in words.
        line: its line in the page.
        near: where it may lie at hand, "" where nowhere: a file beside a saved page, or its bytes as a data URL.
    """

    url: str
    alternative: str
    line: int
    near: str = ""

    @property
    def addresses(self) -> dict[str, str]:
        """Its addresses as attributes of a block or mark."""
        return {"url": self.url, **({"near": self.near} if self.near else {})}


def picture(element: etree._Element, links: Links) -> Picture:
    """Return the picture an `img` names."""
    addresses = [element.get(name, "").strip() for name in _ADDRESSES]
    addresses += [element.get(name, "").strip().partition(" ")[0] for name in _SETS]
    url = next((address for address in addresses if address and not address.lower().startswith("data:")), "")
    alternative = " ".join(element.get("alt", "").split())
    whole = links.absolute(url) if url else ""
    source = element.get("src", "").strip()
    # What stands in `src` beside a later address is a blank that is shown while the picture is loaded.
    is_near = source != whole and not _ELSEWHERE.match(source) and not (url and source.lower().startswith("data:"))
    return Picture(whole, alternative, element.sourceline or 0, source if is_near else "")


def emoji(element: etree._Element) -> str:
    """Return the character a picture stands for in running text, "" if it stands for none."""
    alternative = element.get("alt", "")
    if alternative and len(alternative) <= 12 and _EMOJI.search(element.get("class", "")):
        return alternative
    return ""
