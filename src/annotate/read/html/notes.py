"""Footnotes of a web page: a call that links to a note, and the note that stands at its other end."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from lxml import etree

from annotate.lazy_pattern import lazy_pattern
from annotate.model.source import RawMark

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotate.read.html.blocks import Placed

EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
_SIGN = lazy_pattern(r"[\[(]?\s*(?:\d{1,4}|[ivxlc]{1,6}|[a-z]|[*†‡§¶#]{1,4})\s*[\])]?\.?", re.IGNORECASE)
# Names that programs give notes and their calls: fn1, fnref:1, _ftn1, sdfootnote1sym, cite_note-1, footnote-2.
_NAMED = lazy_pattern(
    r"(?<![a-z])(?:sd)?(?:fn|ftn|footnote|foot|endnote|edn|note|cite|anm|ref)s?(?:ref|note|anc|sym|text|body)?(?![a-z])",
    re.IGNORECASE,
)
_ARROWS = r"[\s\ufe0e\ufe0f↩↑⏎↵^⬆\[\]()]*"
_RETURN = lazy_pattern(rf"{_ARROWS}(?:[a-z\d](?:\.\d)?)?{_ARROWS}", re.IGNORECASE)
_PLAIN_RETURN = lazy_pattern(rf"{_ARROWS}(?:back|return|top|jump up)?{_ARROWS}", re.IGNORECASE)
_LEADING = lazy_pattern(r"\s*[\[(]?\s*(?:\d{1,4}|[*†‡§¶]{1,4}|\^)\s*[\])]?\s*[.:]?\s*")
_HOLDERS = frozenset({"li", "aside", "p", "div", "dd", "td", "section", "blockquote", "tr"})


@dataclass(frozen=True, slots=True)
class Note:
    """A note: the element that holds its words, the sign that calls it."""

    id: str
    element: etree._Element
    sign: str

    def unsigned(self, blocks: Sequence[Placed]) -> list[Placed]:
        """Return the note's blocks without the sign printed before the first; pictures and rules are no part of it."""
        worded = [placed for placed in blocks if placed.block.text]
        if not worded:
            return []
        first = worded[0].block
        match = _LEADING.match(first.text)
        bare = _bare(match[0]) if match else ""
        if match and match.end() < len(first.text) and bare and (bare == _bare(self.sign) or bare == "^"):
            cut = match.end()
            marks = tuple(
                RawMark(max(mark.start - cut, 0), mark.end - cut, mark.name, mark.attributes)
                for mark in first.marks
                if mark.end > cut or (mark.start == mark.end and mark.start >= cut)
            )
            first = replace(first, text=first.text[cut:], marks=marks)
        return [replace(worded[0], block=first), *worded[1:]]


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of a page by the element that calls each, and the elements that are read with their call or not at all.

    `taken` holds the notes themselves and the links that lead back from them.
    """

    calls: Mapping[etree._Element, Note] = field(default_factory=dict)
    taken: frozenset[etree._Element] = frozenset()

    def without_calls(self) -> Notes:
        """Return what holds inside a note: links back are left out, calls are not followed."""
        return Notes({}, self.taken)


def notes_of(root: etree._Element) -> Notes:
    """Return the footnotes of a page: links whose words are a note's sign, to a note that says so or links back."""
    links = [link for link in root.iter("a") if len(link.get("href", "")) > 1 and link.get("href", "")[0] == "#"]
    if not links:
        return Notes()
    by_id = {name: element for element in root.iter(etree.Element) for name in _names(element)}
    calls: dict[etree._Element, Note] = {}
    taken: set[etree._Element] = set()
    for link in links:
        target = by_id.get(link.get("href", "")[1:])
        words = "".join(link.itertext()).strip()
        if target is None or not _SIGN.fullmatch(words) or not _is_call(link, words):
            continue
        holder = _holder(target)
        if holder is None or holder in taken or not _may_be_note(link, target, holder):
            continue
        if any(outer in taken for outer in link.iterancestors()) or any(
            inner in calls for inner in holder.iter("a", "sup")
        ):
            continue
        taken.add(holder)
        calls[_whole_call(link)] = Note(f"note{len(calls) + 1}", holder, _bare(words))
    back = {link for note in calls.values() for link in _links_back(note.element, by_id, calls)}
    return Notes(calls, frozenset(taken | back))


def _names(element: etree._Element) -> list[str]:
    return [name for name in (element.get("id"), element.get("name") if element.tag == "a" else None) if name]


def _fragment(link: etree._Element) -> str:
    return link.get("href", "").rpartition("#")[2]


def _types(element: etree._Element) -> str:
    return " ".join(element.get(name, "") for name in (EPUB_TYPE, "epub:type", "role"))


def _is_call(link: etree._Element, words: str) -> bool:
    if "noteref" in _types(link) or words[:1] in {"[", "("} or words[:1] in "*†‡§¶":
        return True
    parent = link.getparent()
    raised = link.find(".//sup") is not None or (parent is not None and parent.tag == "sup")
    return raised or bool(_NAMED.search(f"{_fragment(link)} {link.get('class', '')}"))


def _holder(target: etree._Element) -> etree._Element | None:
    """Return the element that holds a note's words: the target, or the item or paragraph it stands in."""
    element: etree._Element | None = target
    while element is not None and element.tag not in _HOLDERS:
        element = element.getparent()
    if element is None:
        return None
    parent = element.getparent()
    if parent is not None and parent.tag in {"li", "aside"} and len(parent) == 1 and not (parent.text or "").strip():
        return parent
    return element


def _may_be_note(link: etree._Element, target: etree._Element, holder: etree._Element) -> bool:
    if any(outer is holder for outer in link.iterancestors()) or not "".join(holder.itertext()).strip():
        return False
    if "note" in _types(holder) or "note" in _types(target):
        return True
    if next(holder.iter("h1", "h2", "h3", "h4", "h5", "h6"), None) is not None:
        return False
    own = {link.get("id"), *(outer.get("id") for outer in list(link.iterancestors())[:2])} - {None}
    own |= {link.get("name")} - {None}
    returns = any(back.get("href", "")[1:] in own for back in holder.iter("a") if back.get("href", "").startswith("#"))
    return returns or any(_NAMED.search(name.rpartition("#")[2]) for name in (*_names(target), *_names(holder)))


def _whole_call(link: etree._Element) -> etree._Element:
    """Return the element that is nothing but the call: the link, or the `sup` around it."""
    parent = link.getparent()
    bare = parent is not None and parent.tag == "sup" and len(parent) == 1
    if parent is not None and bare and not (parent.text or "").strip() and not (link.tail or "").strip():
        return parent
    return link


def _links_back(
    note: etree._Element, by_id: Mapping[str, etree._Element], calls: Mapping[etree._Element, Note]
) -> list[etree._Element]:
    """Return the links of a note that lead to where it is called, if their words are only a sign of that."""
    found = []
    for link in note.iter("a"):
        words, href = "".join(link.itertext()), link.get("href", "")
        target = by_id.get(href[1:]) if href.startswith("#") else None
        if target is None:
            continue
        around = [target, *list(target.iterancestors())[:2]]
        called = any(element in calls for element in (*around, *target.iter("a", "sup")))
        if _PLAIN_RETURN.fullmatch(words) or (_RETURN.fullmatch(words) and (called or "ref" in _fragment(link))):
            found.append(link)
    return found


def _bare(sign: str) -> str:
    return sign.strip(" []().:\u00a0\n\t")
