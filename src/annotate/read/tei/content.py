"""The running text of a TEI block: inlines kept, white space collapsed, readings chosen, notes set apart."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.model.document import Block, Group, Inline, Node
from annotate.read.tei.names import attributes_of, is_editorial, is_speaker_label, local_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from lxml import etree

_BLANKS = lazy_pattern(r"[ \t\r\n]+")  # XML's white space (XML 1.0, production 3); a no-break space is a character
_CHOSEN = {"choice": ("corr", "reg", "expan"), "app": ("lem", "rdg")}
_KEPT_EMPTY = frozenset({"pb", "graphic"})
_EMPTY_OF_TEXT = frozenset({"cb", "gb", "milestone", "anchor", "ptr", "media"})


class Flow:
    """Builds the content of blocks. A raw run is a list of strings and inlines, white space as in the file."""

    def __init__(
        self,
        text: etree._Element,
        is_block: Callable[[etree._Element], bool],
        note_parts: Callable[[etree._Element], tuple[Group | Block, ...]],
    ) -> None:
        self._is_block = is_block
        self._note_parts = note_parts
        self._note_ids = {str(found) for found in text.xpath(".//*[local-name()='note']/@xml:id")}

    def content(self, element: etree._Element) -> tuple[Node, ...]:
        """Return the content of a block that holds no other."""
        return self.collapse(self._inside(element))

    def label(self, turn: etree._Element) -> tuple[Node, ...]:
        """Return the speaker label a turn prints."""
        run: list[object] = []
        for child in turn:
            if is_speaker_label(child):
                run += [" ", *self._inside(child)] if run else self._inside(child)
        return self.collapse(run)

    def stanza(self, stanza: etree._Element) -> tuple[Node, ...] | None:
        r"""Return the lines of an `lg`, "\n" between them; None if it holds more than lines."""
        lines = [child for child in stanza if local_name(child)]
        if any(local_name(line) != "l" or self._holds_blocks(line) for line in lines):
            return None
        content: list[Node] = []
        for line in lines:
            words = self.content(line)
            if words:
                content += ["\n"] if content else []
                content.append(Inline("l", words, attributes_of(line)))
        return tuple(content)

    def _holds_blocks(self, line: etree._Element) -> bool:
        """Whether a verse line holds blocks, those of the notes called in it apart."""
        return any(
            local_name(child) != "note" and (self._is_block(child) or self._holds_blocks(child)) for child in line
        )

    def add(self, node: etree._Element, run: list[object]) -> None:
        """Add an inline element (not its tail) to a raw run."""
        name = local_name(node)
        if not name or name in _EMPTY_OF_TEXT:
            return
        if name in _KEPT_EMPTY:
            run.append(Inline(name, (), attributes_of(node)))
        elif name == "lb":
            run.append("" if node.get("break") == "no" else " ")
        elif name in _CHOSEN:
            self._add_chosen(node, name, run)
        elif name == "note":
            self._add_note(node, run)
        elif name == "fw" or is_speaker_label(node) or self._calls_note(node, name):
            run.append(Inline(name, self.collapse(self._inside(node)), attributes_of(node), silent=True))
        else:
            run.append(_Raw(name, self._inside(node), attributes_of(node)))

    def collapse(self, run: Iterable[object]) -> tuple[Node, ...]:
        """Return a raw run as content: runs of white space one space, the ends trimmed."""
        collapser = _Collapser()
        content = collapser.content(run)
        return _trimmed(content) if collapser.pending_end else content

    def _inside(self, element: etree._Element) -> list[object]:
        run: list[object] = [element.text or ""]
        for child in element:
            self.add(child, run)
            run.append(child.tail or "")
        return run

    def _add_chosen(self, node: etree._Element, name: str, run: list[object]) -> None:
        readings = [child for child in node if local_name(child)]
        wanted = _CHOSEN[name]
        chosen = next((child for want in wanted for child in readings if local_name(child) == want), None)
        if chosen is None and readings:
            chosen = readings[0]
        if chosen is not None:
            self.add(chosen, run)

    def _add_note(self, note: etree._Element, run: list[object]) -> None:
        if is_editorial(note):
            run.append(Inline("note", self.collapse(self._inside(note)), attributes_of(note), silent=True))
            return
        parts = self._note_parts(note)
        if parts:
            attributes = attributes_of(note)
            attributes.pop("xml:id", None)
            if parts[0].name == "note":  # the note is its only block, and what it says of itself is said once
                parts = (replace(parts[0], attributes={}),)
            run.append(Inline("note", parts, attributes, silent=True))

    def _calls_note(self, node: etree._Element, name: str) -> bool:
        if name == "label":
            parent = node.getparent()
            return parent is not None and local_name(parent) == "note"
        target = node.get("target", "")
        return name == "ref" and (node.get("type") == "noteAnchor" or target.removeprefix("#") in self._note_ids)


class _Raw:
    """An inline whose white space is not collapsed yet."""

    __slots__ = ("attributes", "inside", "name")

    def __init__(self, name: str, inside: list[object], attributes: dict[str, str]) -> None:
        self.name = name
        self.inside = inside
        self.attributes = attributes


class _Collapser:
    """Collapses white space across the borders of inlines; a space stays where its run began."""

    def __init__(self) -> None:
        self._after_space = True  # at the start of a block, as after a space, white space is dropped
        self._any = False

    @property
    def pending_end(self) -> bool:
        """Whether the content ends in a space that must go."""
        return self._any and self._after_space

    def content(self, run: Iterable[object]) -> tuple[Node, ...]:
        content: list[Node] = []
        for node in run:
            if isinstance(node, str):
                words = _BLANKS.sub(" ", node)
                if self._after_space and words.startswith(" "):
                    words = words[1:]
                if words:
                    self._any = True
                    self._after_space = words.endswith(" ")
                    if content and isinstance(content[-1], str):
                        content[-1] += words
                    else:
                        content.append(words)
            elif isinstance(node, _Raw):
                inside = self.content(node.inside)
                if inside:
                    content.append(Inline(node.name, inside, node.attributes))
            elif isinstance(node, Inline):
                content.append(node)
        return tuple(content)


def _trimmed(content: Sequence[Node]) -> tuple[Node, ...]:
    """Return content without its last space, which may stand deep inside it."""
    kept = list(content)
    for index in range(len(kept) - 1, -1, -1):
        node = kept[index]
        if isinstance(node, str):
            words = node.rstrip(" ")
            kept[index : index + 1] = [words] if words else []
            break
        if isinstance(node, Inline) and not node.silent and node.content:
            inside = _trimmed(node.content)
            kept[index : index + 1] = [Inline(node.name, inside, node.attributes)] if inside else []
            break
    return tuple(kept)
