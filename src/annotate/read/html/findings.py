"""Names what of a web page is not in its text, with its place: one finding a kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.read.html import rules as html_rules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotate.diagnostics import Finding
    from annotate.read.html.blocks import LeftOut, Placed
    from annotate.read.html.links import Links

_NAMED = 5  # of each kind; the rest is counted
_SHOWN = 40  # code points of an address or of words


def findings_of(left_out: LeftOut, links: Links, pictures: Sequence[Placed], path: str) -> list[Finding]:
    """Return the findings on what was left out of a page; `pictures` are those that are not kept."""
    findings: list[Finding] = []
    if links.scripts:
        what = [f"“{_short(words) or 'a picture'}” in line {line}" for line, words in links.scripts]
        count = _things(len(what), "link", "links")
        findings.append(html_rules.SCRIPT_LINKS.at(path, _line(links.scripts[0][0]), count=count, what=_named(what)))
    if left_out.hidden:
        what = [
            f"<{name}> in line {line} with {_count(words)} (“{_short(words)}”)" for line, name, words in left_out.hidden
        ]
        findings.append(html_rules.HIDDEN_WORDS.at(path, _line(left_out.hidden[0][0]), what=_named(what)))
    if left_out.embedded:
        what = [
            f"<{name}> in line {line} ({_short(address) or 'no address'})" for line, name, address in left_out.embedded
        ]
        count = _things(len(what), "film, sound or page", "films, sounds or pages")
        findings.append(html_rules.EMBEDDED.at(path, _line(left_out.embedded[0][0]), count=count, what=_named(what)))
    if left_out.unknown:
        what = [f"<{name}> first in line {line}" for name, line in left_out.unknown.items()]
        line = next(iter(left_out.unknown.values()))
        findings.append(html_rules.UNKNOWN_ELEMENTS.at(path, _line(line), what=_named(what)))
    if left_out.invisible:
        what = [
            f"line {line} ({' '.join(f'U+{ord(c):04X}' for c in dict.fromkeys(characters))})"
            for line, characters in left_out.invisible
        ]
        findings.append(html_rules.INVISIBLE.at(path, _line(left_out.invisible[0][0]), what=_named(what)))
    if links.within:
        what = [f"{address} in line {line}" for line, address in links.within]
        count = _things(len(what), "link", "links")
        findings.append(html_rules.LINKS_WITHIN.at(path, _line(links.within[0][0]), count=count, what=_named(what)))
    if pictures:
        findings.append(_pictures(pictures, path))
    return findings


def _pictures(pictures: Sequence[Placed], path: str) -> Finding:
    what = []
    for item in pictures:
        url, alternative = item.block.attributes["url"], item.block.attributes.get("alt", "")
        named = _short(alternative) or _short(url.rpartition("/")[2] or url) or "without an address"
        what.append(f"{named} in line {item.block.line}")
    count = _things(len(what), "picture", "pictures")
    line = _line(pictures[0].block.line)
    return html_rules.PICTURES_LEFT_OUT.at(path, line, count=count, what=_named(what))


def _named(what: Sequence[str]) -> str:
    more = f" and {len(what) - _NAMED} more" if len(what) > _NAMED else ""
    return "; ".join(what[:_NAMED]) + more


def _things(count: int, one: str, many: str) -> str:
    return f"1 {one}" if count == 1 else f"{count} {many}"


def _count(words: str) -> str:
    return _things(len(words.split()), "word", "words")


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def _line(line: int) -> int:
    return max(line, 1)
