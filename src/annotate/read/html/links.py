"""Links of a web page: addresses as text, made whole where the page's own address is known."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin

from annotate.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from lxml import etree

    from annotate.read.html.notes import Notes

# Runnable in a browser, however it is cut by blanks and control characters (URL Standard, section 4.4).
_SCRIPT = lazy_pattern(r"(?:javascript|vbscript|data):", re.IGNORECASE)
_IGNORED = lazy_pattern(r"[\x00-\x20]+")
_UNSAFE = lazy_pattern(r"[\s<>\"{}|\\^`\x00-\x1f\x7f]")
_WHOLE = lazy_pattern(r"[A-Za-z][A-Za-z0-9+.\-]*:")


@dataclass(slots=True)
class Links:
    """The targets of a page's links, and those that could not be kept: of scripts, and to places within it."""

    base: str = ""
    targets: dict[etree._Element, str] = field(default_factory=dict)
    scripts: list[tuple[int, str]] = field(default_factory=list)  # line, words
    within: list[tuple[int, str]] = field(default_factory=list)  # line, address

    def absolute(self, address: str) -> str:
        """Return an address as text that a TEI attribute can hold, made whole where the base is known."""
        address = address.strip()
        if self.base and not _WHOLE.match(address):
            with suppress(ValueError):  # urllib cannot read "//[x"; as text it can stay
                address = urljoin(self.base, address)
        return _UNSAFE.sub(lambda match: quote(match[0]), address)


def links_of(root: etree._Element, base: str, notes: Notes) -> Links:
    """Return the links of a page but for those between notes and their calls; `base` is its address or ""."""
    of_notes = {link for call in notes.calls for link in call.iter("a")} | notes.taken
    links = Links(base)
    for element in root.iter("a", "area"):
        address = (element.get("href") or "").strip()
        if not address or element in of_notes:
            continue
        if _SCRIPT.match(_IGNORED.sub("", address)):
            words = " ".join("".join(element.itertext()).split())
            links.scripts.append((element.sourceline or 1, words))
        elif address.startswith("#") and not base:
            if len(address) > 1:
                links.within.append((element.sourceline or 1, address))
        else:
            links.targets[element] = links.absolute(address)
    return links
