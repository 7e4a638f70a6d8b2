"""Characters of a web page to a tree, with the parser's silent losses found out."""

from __future__ import annotations

import re
from html import unescape
from html.entities import html5
from typing import TYPE_CHECKING

from lxml import etree
from lxml.html import HTMLParser, document_fromstring

from annotate.errors import InputRefused
from annotate.lazy_pattern import lazy_pattern
from annotate.read import rules
from annotate.read.html import rules as html_rules
from annotate.read.html.names import NOT_TEXT
from annotate.read.xml import parse_xml

if TYPE_CHECKING:
    from annotate.diagnostics import Finding

MAX_TAGS = 2_000_000  # of some 300 bytes each in memory
MAX_ATTRIBUTES = 10_000
_QUOTED = lazy_pattern(r"\"[^\"]*\"|'[^']*'")
_XHTML = "{http://www.w3.org/1999/xhtml}"
_NUL = lazy_pattern("\x00+")
_RAW = "script|style|iframe|noembed|noframes"
# HTML's markup as its tokeniser sees it, without the corners of scripts. Nothing here goes back over what it has read,
# so that no page can make it slow.
_MARKUP = lazy_pattern(
    rf"""<!--(?:-?>|.*?(?:--!?>|\Z))
    |<(?P<raw>{_RAW})\b[^>]*+(?:>|\Z)(?:.*?(?:</(?P=raw)\b[^>]*+(?:>|\Z)|\Z))
    |</?[a-z][^\s/>]*+(?:[^>"'=]++|=\s*+(?:"[^"]*+"|'[^']*+')?|["'])*+(?:>|\Z)
    |<[!?/][^>]*+(?:>|\Z)""",
    re.DOTALL | re.IGNORECASE | re.VERBOSE,
)
# libxml2 ends these elements where a paragraph begins, unlike browsers; elements that mean the same to us go on.
_ENDED_EARLY = lazy_pattern(r"<(?:b|i|u|s|strike|tt)(?:\s[^<>]*)?>\s*<(?:p|center)[\s>]", re.IGNORECASE)
_FONT_TAG = lazy_pattern(r"(</?)(b|i|u|s|strike|tt)(?=[\s>])", re.IGNORECASE)
_LASTING = {"b": "strong", "i": "var", "u": "ins", "s": "del", "strike": "del", "tt": "kbd"}
_XML_NAMES = frozenset({"amp", "lt", "gt", "quot", "apos"})
_ENTITY = lazy_pattern(r"&([A-Za-z][A-Za-z0-9]*);")
_DOCTYPE = lazy_pattern(r"<!DOCTYPE[^\[>]*>", re.IGNORECASE)
_XML_DECLARATION = lazy_pattern(r"\s*<\?xml[^>]*\?>")


def parse_page(text: str, path: str) -> tuple[etree._Element, list[Finding]]:
    """Return the root of a web page, without comments, its elements' names in lower case and without namespace.

    Well-formed XHTML is read as XML, all else by libxml2's HTML parser. Raises InputRefused where the page goes beyond
    a limit (F450, F451), holds a NUL character (F107) or no words (F462).
    """
    nul = _NUL.search(text)
    if nul is not None:
        before = text[: nul.start()]
        place = before.count("\n") + 1, len(before) - before.rfind("\n")
        times = f"{text.count(chr(0))} times, first here"
        raise InputRefused(rules.FORBIDDEN_CHARACTER.at(path, *place, name="U+0000 (NUL)", times=times))
    _refuse_attributes(text, path)
    tags = text.count("<")
    if tags > MAX_TAGS:
        raise InputRefused(html_rules.PAGE_TOO_LARGE.at(path, size=tags, unit="tags", limit=MAX_TAGS))
    if _XML_DECLARATION.match(text):
        try:
            return parse_xhtml(text, path), []
        except InputRefused:
            pass  # pages that only claim to be XML are many; as HTML they are what browsers make of them
    return _parse_html(text, path)


def _refuse_attributes(text: str, path: str) -> None:
    """Raise InputRefused for a tag of so many attributes that libxml2, which compares each with each, takes minutes."""
    for tag in _MARKUP.finditer(text):
        if tag.end() - tag.start() > 2 * MAX_ATTRIBUTES and tag["raw"] is None and text[tag.start() + 1] not in "!?":
            size = len(_QUOTED.sub("", tag[0]).split())
            if size > MAX_ATTRIBUTES:
                line = text.count("\n", 0, tag.start()) + 1
                limit = MAX_ATTRIBUTES
                refusal = html_rules.PAGE_TOO_LARGE.at(path, line, size=size, unit="attributes in a tag", limit=limit)
                raise InputRefused(refusal)


def parse_xhtml(text: str, path: str) -> etree._Element:
    """Return the root of an XHTML document, as `parse_page`; named entities are HTML's.

    Raises InputRefused where it is not well-formed XML.
    """
    text = _DOCTYPE.sub("", _XML_DECLARATION.sub("", text, count=1), count=1)
    text = _ENTITY.sub(_character, text)
    root = parse_xml(text.encode("utf-8"), path)
    etree.strip_tags(root, etree.Comment, etree.PI)
    for element in root.iter(etree.Element):
        element.tag = str(element.tag).removeprefix(_XHTML)
    return root


def _character(match: re.Match[str]) -> str:
    return match[0] if match[1] in _XML_NAMES else html5.get(f"{match[1]};", match[0])


def _parse_html(text: str, path: str) -> tuple[etree._Element, list[Finding]]:
    if _ENDED_EARLY.search(text):
        text = _FONT_TAG.sub(lambda tag: tag[1] + _LASTING[tag[2].lower()], text)
    # Without `huge_tree` all that is nested past 255 levels, or follows 10 MB of text, would be gone without a word.
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = document_fromstring(text.encode("utf-8"), parser=parser, ensure_head_body=False)
    except etree.ParserError:
        raise InputRefused(html_rules.NO_WORDS.at(path, reason="")) from None
    limits = [entry for entry in parser.error_log if entry.type_name in {"ERR_RESOURCE_LIMIT", "ERR_INVALID_ENCODING"}]
    if limits:
        raise InputRefused(html_rules.PAGE_TOO_DEEP.at(path, max(limits[0].line, 1), reason=limits[0].message))
    return root, _losses(text, root, path)


def _losses(text: str, root: etree._Element, path: str) -> list[Finding]:
    """Return a warning where the tree holds fewer visible characters than the page, counted without a parser."""
    expected = _visible(unescape(_MARKUP.sub("", text)))
    unseen = sum(_visible(element.text or "") for element in root.iter(*NOT_TEXT))
    lost = expected - (_visible(etree.tostring(root, method="text", encoding="unicode")) - unseen)
    if lost > max(20, expected // 200):
        return [html_rules.CHARACTERS_LOST.at(path, lost=lost, total=expected)]
    return []


def _visible(text: str) -> int:
    return sum(map(len, text.split()))
