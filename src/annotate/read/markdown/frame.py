"""What the blocks of a Markdown text stand in: quotations, lists, items, tables; and the blocks made there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from annotate.model.source import Form, RawBlock
from annotate.read.markdown import rules
from annotate.read.markdown.flow import without_descriptions
from annotate.read.marked_text import Words, joined

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from annotate.model.source import RawNote
    from annotate.read.markdown.flow import Line
    from annotate.read.markdown.report import Report

QUOTATION = "a quotation"
LIST = "a list"
ITEM = "an item"
# A quotation whose lines the author ended is verse, if no line is as long as a line of prose.
_LONGEST_VERSE = 90
_DASHES = ("—", "–", "―", "--")


@dataclass(slots=True)
class Container:
    """A quotation, list or item that blocks stand in.

    `group` is that of the blocks; of a list, `number` is its next item's; of an item, `begun` whether a block of it
    has been made. `raw` are those that raw HTML opened; `line` is the line of the file it begins on.
    """

    kind: str
    line: int
    group: str = ""
    rend: str = ""
    number: str = ""
    begun: bool = False
    raw: bool = False


class Frame:
    """The blocks made so far, and the quotations, lists and items that the next one stands in.

    `forget_call` takes back that the note of a label was called.
    """

    def __init__(self, report: Report, group_numbers: dict[str, int], forget_call: Callable[[str], None]) -> None:
        self._forget_call = forget_call
        self.blocks: list[RawBlock] = []
        self._report = report
        self._containers: list[Container] = []
        self._group_numbers = group_numbers

    def new_group(self, what: str) -> str:
        """Return a group that no block has yet: `table-1`, `table-2`, ..."""
        number = self._group_numbers[what] = self._group_numbers.get(what, 0) + 1
        return f"{what}-{number}"

    def enter(self, kind: str, line: int, *, rend: str = "", number: str = "", raw: bool = False) -> None:
        """Begin a quotation, a list or an item, on a line of the file."""
        group = ""
        if kind == QUOTATION:
            group = self.new_group("quotation")
            self._name_nesting("a quotation", line, {LIST, ITEM}, "a quotation, not as part of the item")
        elif kind == LIST:
            outer = self._innermost_list()
            group = outer.group if outer else self.new_group("list")
            self._name_nesting("a list", line, {QUOTATION}, "a list, not as part of the quotation")
        else:
            outer = self._innermost_list()
            group, rend = (outer.group, outer.rend) if outer else (self.new_group("list"), "")
        self._containers.append(Container(kind, line, group, rend, number, raw=raw))

    def leave(self, kind: str, *, raw: bool = False) -> bool:
        """End the innermost quotation, list or item with all in it; whether there was one."""
        for index in range(len(self._containers) - 1, -1, -1):
            container = self._containers[index]
            if raw and not container.raw:
                return False
            if container.kind == kind and container.raw == raw:
                del self._containers[index:]
                return True
        return False

    def name_unclosed(self) -> None:
        """Name what raw HTML began and did not end."""
        for container in self._containers:
            tag = f"of {container.kind}"
            self._report.add(rules.HTML_UNBALANCED, container.line, tag=tag, fault="is not closed")

    @property
    def container(self) -> Container | None:
        """The innermost quotation, list or item."""
        return self._containers[-1] if self._containers else None

    @property
    def splits(self) -> bool:
        """Whether a hard break parts blocks here (in an item it is but a space)."""
        return self.container is None or self.container.kind == QUOTATION

    def add(self, block: RawBlock) -> None:
        """Add a block as it is."""
        self.blocks.append(block)

    def add_heading(self, words: Words, line: int, level: int) -> None:
        """Add a heading; in a quotation or item, where a heading would open a division, its words in bold."""
        if self.container is None:
            self.add(RawBlock(words.text, line, Form.HEADING, level, marks=words.marks, notes=words.notes))
        else:
            self._report.add(
                rules.READ_AS_ANOTHER, line, what="a heading", container=self.container.kind, form="bold text"
            )
            self.add_words(words.wrapped("hi", {"rend": "bold"}), line)

    def add_lines(self, lines: list[Line], *, verse: bool = True) -> None:
        """Add the lines of one paragraph: a block each, but a stanza in a quotation is one block."""
        container = self.container
        if verse and container and container.kind == QUOTATION and _is_verse(lines):
            words = joined((line.words for line in lines), "\n")
            group, level = container.group, self._depth(QUOTATION)
            self.add(
                RawBlock(words.text, lines[0].number, Form.VERSE, level, group, marks=words.marks, notes=words.notes)
            )
            return
        for line in lines:
            self.add_words(line.words, line.number)

    def add_words(self, words: Words, line: int) -> None:
        """Add a block in the form that the innermost quotation or item gives it, a paragraph where there is none."""
        if not words.text:
            self._add_wordless(words, line)
            return
        form, level, group = Form.PARAGRAPH, 0, ""
        attributes: Mapping[str, str] = {}
        container = self.container
        if container is not None:
            group = container.group
            if container.kind == QUOTATION:
                form, level = Form.QUOTATION, self._depth(QUOTATION)
            else:
                form, level, attributes = Form.ITEM, self._depth(LIST), self._item_attributes(container)
        self.add(RawBlock(words.text, line, form, level, group, 0, attributes, words.marks, words.notes))

    def add_cell(self, words: Words, line: int, table: str, row: int, attributes: Mapping[str, str]) -> None:
        """Add a cell of a table, even an empty one."""
        words = without_descriptions(words, self._report, line)
        self.add(RawBlock(words.text, line, Form.CELL, 0, table, row, attributes, words.marks, words.notes))

    def add_picture(self, attributes: Mapping[str, str], line: int) -> str:
        """Add a picture (`url`, `alt`) and return its group, which its caption shares."""
        group = self.new_group("figure")
        self.add(RawBlock("", line, Form.PICTURE, group=group, attributes=attributes))
        return group

    def add_caption(self, words: Words, line: int) -> None:
        """Add the caption of the picture that was added last."""
        before = self.blocks[-1] if self.blocks else None
        group = before.group if before and before.form in {Form.PICTURE, Form.CAPTION} else self.new_group("figure")
        self.add(RawBlock(words.text, line, Form.CAPTION, group=group, marks=words.marks, notes=words.notes))

    def _add_wordless(self, words: Words, line: int) -> None:
        """Add the pictures and notes of a block that has no words of its own; its notes go to the block before it.

        Where there is none, a note stays where it was written.
        """
        for mark in words.marks:
            if mark.name == "graphic":
                self.add_picture(mark.attributes, line)
        before = self.blocks[-1] if self.blocks else None
        if before and before.text:
            notes = (replace(note, at=len(before.text)) for note in words.notes)
            self.blocks[-1] = replace(before, notes=(*before.notes, *notes))
        else:
            for note in words.notes:
                if note.sign:
                    self._forget(note)
                else:
                    self.blocks += note.blocks

    def _forget(self, note: RawNote) -> None:
        """Take back the call of a note, and the calls in it."""
        if note.sign:
            self._forget_call(note.sign)
        for block in note.blocks:
            for inner in block.notes:
                self._forget(inner)

    def name_inside(self, what: str, line: int, form: str) -> None:
        """Name what stands in a quotation or item, and is read as if it did not."""
        if self.container is not None:
            self._report.add(rules.READ_AS_ANOTHER, line, what=what, container=self.container.kind, form=form)

    def _item_attributes(self, container: Container) -> dict[str, str]:
        attributes = {"rend": container.rend} if container.rend else {}
        if container.begun:
            attributes["part"] = "further"
        elif container.number:
            attributes["n"] = container.number
        container.begun = True
        return attributes

    def _innermost_list(self) -> Container | None:
        """Return the list the next item belongs to; a quotation in a list begins anew."""
        for container in reversed(self._containers):
            if container.kind == QUOTATION:
                return None
            if container.kind == LIST:
                return container
        return None

    def _depth(self, kind: str) -> int:
        """Return how many containers of a kind the next block stands in; lists outside a quotation do not count."""
        depth = 0
        for container in reversed(self._containers):
            if kind == LIST and container.kind == QUOTATION:
                break
            depth += container.kind == kind
        return max(depth, 1)

    def _name_nesting(self, what: str, line: int, around: set[str], form: str) -> None:
        if self.container is not None and self.container.kind in around:
            self._report.add(rules.READ_AS_ANOTHER, line, what=what, container=self.container.kind, form=form)


def _is_verse(lines: list[Line]) -> bool:
    """Whether lines of a quotation, each ended by the author, are a stanza and not an attribution below prose."""
    return (
        len(lines) > 1
        and all(line.words.text and len(line.words.text) <= _LONGEST_VERSE for line in lines)
        and not any(line.words.text.startswith(_DASHES) for line in lines[1:])
    )
