"""Raw HTML in a Markdown text: cut into tags, text and the rest; what its elements mean in TEI."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from annotate.lazy_pattern import lazy_pattern
from annotate.read.character_references import resolved
from annotate.read.language_tag import language_tag

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# A tag as CommonMark 0.31.2, section 6.6, has it, but laxer, as browsers are. No part of it is read twice.
_TAG = lazy_pattern(
    r"<(?P<slash>/?)(?P<name>[A-Za-z][\w-]*+(?::[A-Za-z][\w-]*+)?)(?=[\s/>])(?P<attributes>(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+'){0,400}+)>",
)
_ATTRIBUTE = lazy_pattern(r"([^\s\"'<>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+)))?")
_REST = (
    ("<!--", "-->", "the HTML comment"),
    ("<![CDATA[", "]]>", "the HTML section"),
    ("<?", "?>", "the instruction"),
    ("<!", ">", "the HTML declaration"),
)
_RAW = frozenset({"script", "style"})

# Inline elements that mean something, as TEI has it.
_MEANT: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "em": ("emph", {}),
    "i": ("hi", {"rend": "italic"}),
    "strong": ("hi", {"rend": "bold"}),
    "b": ("hi", {"rend": "bold"}),
    "u": ("hi", {"rend": "underline"}),
    "sup": ("hi", {"rend": "superscript"}),
    "sub": ("hi", {"rend": "subscript"}),
    "s": ("hi", {"rend": "strikethrough"}),
    "strike": ("hi", {"rend": "strikethrough"}),
    "del": ("hi", {"rend": "strikethrough"}),
    "code": ("hi", {"rend": "code"}),
    "kbd": ("hi", {"rend": "code"}),
    "samp": ("hi", {"rend": "code"}),
    "tt": ("hi", {"rend": "code"}),
    "cite": ("title", {}),
    "q": ("q", {}),
}
# Elements that begin and end a block; those in STRUCTURE are kept as one, the others are only named.
BLOCKS = frozenset(
    """address article aside audio blockquote body caption center dd details dialog div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link main menu meta nav noframes object ol option
    p pre search section source summary table tbody td textarea tfoot th thead title tr track ul video""".split()
)
STRUCTURE = frozenset(
    "blockquote br figcaption figure h1 h2 h3 h4 h5 h6 hr img li ol p table tbody td tfoot th thead tr ul".split()
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of raw HTML.

    Attributes:
        kind: "text", a tag that opens or closes, or what is "left-out" (comments, scripts, declarations).
        text: the text, its character references resolved; of what is left out, what it is ("the HTML comment").
        name: the element's name in lower case.
        source: the piece as it was written.
        line: how many lines of the raw HTML stand before it.
    """

    kind: Literal["text", "open", "close", "left-out"]
    text: str
    name: str
    source: str
    line: int
    attributes: Mapping[str, str] = field(default_factory=dict)
    bad_references: tuple[str, ...] = ()


def pieces(source: str) -> Iterator[Piece]:
    """Yield the pieces of raw HTML in order; together their sources are the whole of it."""
    at = line = 0
    text_from = 0
    exhausted: set[str] = set()
    while (at := source.find("<", at)) >= 0:
        found = _piece_at(source, at, exhausted)
        if found is None:
            at += 1
            continue
        end, piece = found
        if text_from < at:
            yield _text(source[text_from:at], line)
            line += source.count("\n", text_from, at)
        yield Piece(piece.kind, piece.text, piece.name, piece.source, line, piece.attributes)
        line += source.count("\n", at, end)
        at = text_from = end
    if text_from < len(source):
        yield _text(source[text_from:], line)


def _piece_at(source: str, at: int, exhausted: set[str]) -> tuple[int, Piece] | None:
    """Return the end of the tag or the like that begins at `at`, and the piece; None if none does.

    `exhausted` are the ends ("-->", ">") that are known to occur no more, so that none is looked for twice.
    """
    for start, close, what in _REST:
        if not source.startswith(start, at):
            continue
        end = -1 if close in exhausted else source.find(close, at + len(start))
        if end < 0:
            exhausted.add(close)
            return None
        end += len(close)
        return end, Piece("left-out", what, "", source[at:end], 0)
    found = _TAG.match(source, at)
    if found is None:
        return None
    name = found["name"].lower()
    if found["slash"]:
        return found.end(), Piece("close", "", name, found.group(), 0)
    if name in _RAW:
        closing = (
            re.compile(rf"</{name}\s*>", re.IGNORECASE).search(source, found.end()) if name not in exhausted else None
        )
        if closing:
            return closing.end(), Piece("left-out", f"the HTML {name}", name, source[at : closing.end()], 0)
        exhausted.add(name)
    return found.end(), Piece("open", "", name, found.group(), 0, _attributes(found["attributes"]))


def _attributes(source: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(source):
        found.setdefault(name.lower(), resolved(double or single or bare)[0])
    return found


def _text(source: str, line: int) -> Piece:
    text, bad = resolved(source)
    return Piece("text", text, "", source, line, {}, bad)


def mark_of(piece: Piece) -> tuple[str, Mapping[str, str]] | None:
    """Return the TEI name and attributes of what an opening inline tag means; None if it means nothing to us."""
    language = language_tag(piece.attributes.get("lang") or piece.attributes.get("xml:lang") or "")
    if language and piece.name in {"em", "i", "span"}:
        return "foreign", {"xml:lang": language}
    if piece.name == "a" and "href" in piece.attributes:
        return "ref", {"target": piece.attributes["href"]}
    return _MEANT.get(piece.name)


def says_something(piece: Piece) -> bool:
    """Whether a tag holds words or an address that are lost with it."""
    return not piece.attributes.keys().isdisjoint({"alt", "cite", "content", "data", "href", "poster", "src", "title"})
