"""The words of one block of a Markdown text as they run, raw HTML in them understood."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.read.markdown import rules
from annotate.read.markdown.html import BLOCKS, STRUCTURE, mark_of, says_something
from annotate.read.markdown.parser import target_of
from annotate.read.marked_text import MAX_MARKS, MarkedText, Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotate.model.source import RawMark
    from annotate.read.markdown.html import Piece
    from annotate.read.markdown.report import Report

_IGNORED_IN_SCHEME = lazy_pattern("[\x00-\x20\ufffd]+")
_SCRIPTS = ("javascript:", "vbscript:")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a block, up to its end or a hard break, and the 1-based line of the file it begins on."""

    words: Words
    number: int


class Flow:
    """Takes words, marks and raw HTML in order and gives them as lines.

    `line` is the 1-based line of the file that is being read. Where `split` is false, a hard break is but a space.
    """

    def __init__(self, report: Report, line: int, *, split: bool = False) -> None:
        self.report = report
        self.line = line
        self.text = MarkedText()
        self.soft_breaks = 0
        self._split = split
        self._lines: list[Line] = []
        self._starts_on = line
        self._not_kept: Counter[str] = Counter()

    def soft_break(self) -> None:
        """Go on in the next line of the file."""
        self.text.add(" ")
        self.line += 1
        self.soft_breaks += 1

    def hard_break(self) -> None:
        """End a line that the author ended."""
        if not self._split:
            self.text.add(" ")
            return
        following = self.text.next_line()
        self._end_line()
        self.text = following

    def finish(self) -> list[Line]:
        """Return the lines that hold words or notes or pictures."""
        for key in self.text.open_keys:
            if key.startswith("<"):
                self.report.add(rules.HTML_UNBALANCED, self._starts_on, key, tag=f"{key}>", fault="is not closed")
        self._end_line()
        return self._lines

    def link(self, key: str, target: str) -> bool:
        """Begin a link; whether there is one, as one that runs a script is named and dropped."""
        self.report.target(target, self.line)
        if _IGNORED_IN_SCHEME.sub("", target).lower().startswith(_SCRIPTS):
            self.report.add(rules.SCRIPT_TARGET, self.line, target, target=target)
            return False
        if target:
            self.text.open(key, "ref", {"target": target_of(target)})
        return bool(target)

    def picture(self, attributes: Mapping[str, str], title: str) -> None:
        """Set a picture (`url` and `alt`) here in the words."""
        self.report.target(attributes.get("url", ""), self.line)
        self.text.point("graphic", attributes)
        if title:
            self.report.add(rules.TITLE_NOT_KEPT, self.line, title, what="the picture", title=title)

    def characters(self, text: str, bad_references: tuple[str, ...] = ()) -> None:
        """Add words, naming the references in them that stand for no character."""
        self.text.add(text)
        for reference in bad_references:
            self.report.add(rules.BAD_CHARACTER, self.line, reference, source=reference)

    def html(self, piece: Piece) -> None:
        """Take a piece of raw HTML: what it means to the words, the rest named."""
        if piece.kind == "text":
            self.characters(piece.text, piece.bad_references)
        elif piece.kind == "left-out":
            self.report.add(rules.HTML_LEFT_OUT, self.line, piece.source, what=piece.text, source=piece.source)
        elif piece.kind == "open":
            self._open(piece)
        else:
            self._close(piece)

    def _open(self, piece: Piece) -> None:
        if piece.name in BLOCKS or piece.name == "br":
            self.hard_break()
        meant = mark_of(piece)
        if meant and meant[0] == "ref":
            if self.link(f"<{piece.name}", meant[1]["target"]):
                return
            self._not_kept[piece.name] += 1
        elif meant:
            self.text.open(f"<{piece.name}", *meant)
        elif piece.name == "img":
            alt = piece.attributes.get("alt", "")
            url = target_of(piece.attributes.get("src", ""))
            self.picture({"url": url, **({"alt": alt} if alt else {})}, piece.attributes.get("title", ""))
        elif piece.name not in STRUCTURE:
            self._not_kept[piece.name] += 1
            self.name_element(piece)

    def _close(self, piece: Piece) -> None:
        if piece.name in BLOCKS:
            self.hard_break()
            return
        if self.text.close(f"<{piece.name}") or piece.name == "br":
            return
        if self._not_kept[piece.name]:
            self._not_kept[piece.name] -= 1
        else:
            self.report.add(rules.HTML_UNBALANCED, self.line, piece.source, tag=piece.source, fault="closes nothing")

    def name_element(self, piece: Piece) -> None:
        """Name an element that is not kept; one that says something by itself, the others of its name summed up."""
        if says_something(piece):
            self.report.add(rules.ELEMENT_NOT_KEPT, self.line, piece.source, tag=piece.source, times="")
        else:
            self.report.element(piece.name, piece.source, self.line)

    def _end_line(self) -> None:
        words = self.text.finish()
        for mark in words.empty:
            if mark.name == "ref":
                target = mark.attributes["target"]
                self.report.add(rules.LINK_NOT_KEPT, self.line, target, what="no words", target=target)
        if self.text.too_deep:
            self.report.add(rules.MARKUP_TOO_DEEP, self._starts_on, limit=MAX_MARKS)
        if words.text:
            words = without_descriptions(words, self.report, self._starts_on)
        if words.text or words.notes or words.marks:
            self._lines.append(Line(words, self._starts_on))
        self._starts_on = self.line


def without_descriptions(words: Words, report: Report, line: int) -> Words:
    """Return words whose pictures have no description, as one between words has no place for it; each is named."""
    if not any("alt" in mark.attributes for mark in words.marks):
        return words
    marks: list[RawMark] = []
    for mark in words.marks:
        if mark.name == "graphic" and "alt" in mark.attributes:
            alt = mark.attributes["alt"]
            report.add(rules.TITLE_NOT_KEPT, line, alt, what="a picture between words", title=alt)
            marks.append(replace(mark, attributes={"url": mark.attributes["url"]}))
        else:
            marks.append(mark)
    return replace(words, marks=tuple(marks))
