"""A document's text as the edition's tree: paragraphs numbered, headings ranked, annotations and calls in place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotate.model.document import Block, Group, Inline, leaves, notes_called, plain_text, whole_text
from annotate.model.edition import EditionBlock, EditionGroup, EditionPicture, Place, Speaker
from annotate.model.timeline import seconds_by_id, stretch_of, time_code
from annotate.render.boilerplate import NAME as BOILERPLATE
from annotate.render.boilerplate import joined, set_apart
from annotate.render.pieces import BlockCutter, note_called, note_label, note_sign
from annotate.render.placing import marks_by_block

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from annotate.model.document import Document, Node
    from annotate.model.edition import Piece
    from annotate.model.text import ReadingBlock, ReadingText
    from annotate.render.anchors import Anchors
    from annotate.render.placing import Placed

# Groups that only arrange blocks: a `head` below none but these is a heading, elsewhere it is a caption.
ARRANGING = frozenset(
    """back body div div1 div2 div3 div4 div5 div6 div7 docTitle front group sp spGrp text titlePage u""".split()
)
_DIVISIONS = frozenset("div div1 div2 div3 div4 div5 div6 div7".split())
_UNNUMBERED = frozenset(
    """bibl byline cell closer dateline docAuthor docDate docEdition docImprint figDesc fw head label note opener salute
    signed speaker stage titlePart trailer""".split()
)
_CLOCK = re.compile(r"\d:[0-5]\d")
_DEEPEST = 6  # HTML has six ranks of headings


@dataclass(slots=True)
class TextView:
    """The text's tree and what the apparatus needs to point into it.

    Attributes:
        front, body, back: the tree.
        titled: whether one of its blocks is the title.
        places: where each block stands, by its id in the reading text.
        anchors: anchors by `xml:id`.
    """

    front: tuple[EditionGroup | EditionBlock, ...] = ()
    body: tuple[EditionGroup | EditionBlock, ...] = ()
    back: tuple[EditionGroup | EditionBlock, ...] = ()
    titled: bool = False
    places: dict[str, Place] = field(default_factory=dict)
    anchors: dict[str, str] = field(default_factory=dict)


def view_text(
    document: Document,
    reading: ReadingText,
    placed: Sequence[Placed],
    called: Sequence[Placed],
    anchors: Anchors,
    *,
    boilerplate: bool = False,
) -> TextView:
    """Return the text's tree with the annotations `placed` over it and the marks of those `called` in their order.

    With `boilerplate` it stands in its place as groups without children.
    """
    builder = _Builder(document, reading, placed, called, anchors, boilerplate=boilerplate)
    view = builder.view
    view.front = builder.parts(document.front, (), in_body=False)
    view.body = builder.parts(document.body, (), in_body=True)
    view.back = builder.parts(document.back, (), in_body=True)
    view.titled = builder.title is not None
    return view


class _Builder:
    def __init__(
        self,
        document: Document,
        reading: ReadingText,
        placed: Sequence[Placed],
        called: Sequence[Placed],
        anchors: Anchors,
        *,
        boilerplate: bool,
    ) -> None:
        self.view = TextView()
        self._document = document
        self._reading = reading
        self._marks = marks_by_block(placed, reading)
        self._calls = _calls_by_block(called, reading)
        self._boilerplate = boilerplate
        self._begun: set[str] = set()
        self._paragraphs = 0
        self._seconds = seconds_by_id(document.timeline)
        self._halves = {block.id: block for block, _ in leaves(document.parts) if "part" in block.attributes}
        self.title = _title(document, reading)
        self._signs: dict[str, str] = {}
        self._take_anchors(anchors)

    def parts(
        self, parts: Iterable[Group | Block], within: tuple[Group, ...], *, in_body: bool
    ) -> tuple[EditionGroup | EditionBlock, ...]:
        """Return the edition's nodes for `parts`, which stand in the groups `within`."""
        built: list[EditionGroup | EditionBlock] = []
        for part in parts:
            if part.boilerplate:
                built += set_apart(part) if self._boilerplate else ()
                built += self._notes(part.content, within) if isinstance(part, Block) else ()
            elif isinstance(part, Block):
                built += self._block_with_notes(part, within, in_body=in_body)
            else:
                children = self.parts(part.children, (*within, part), in_body=in_body)
                pictures = _pictures(part)
                if children or pictures:
                    anchor = self.view.anchors.get(part.id, "")
                    speaker = None if _same_voice(built, part) else self._speaker(part)
                    time = self._time(part, speaker)
                    built.append(EditionGroup(part.name, children, anchor, part.attributes, speaker, time, pictures))
        return tuple(joined(built) if self._boilerplate else built)

    def _block_with_notes(
        self, block: Block, within: tuple[Group, ...], *, in_body: bool
    ) -> Iterator[EditionGroup | EditionBlock]:
        read = self._reading.block(block.id)
        if read is not None and read.id == block.id:
            yield self._block(block, read, within, in_body=in_body)
        yield from self._notes(block.content, within)

    def _notes(self, content: tuple[Node, ...], within: tuple[Group, ...]) -> Iterator[EditionGroup | EditionBlock]:
        """Yield the notes called in a block's content; one of several paragraphs, or with a list, is a group."""
        for node in content:
            if not isinstance(node, Inline):
                continue
            if note_called(node) is None:
                yield from self._notes(node.content, within)
                continue
            parts = self.parts(notes_called(node.content), within, in_body=False)
            whole = isinstance(node.content[0], Block) and node.content[0].name == "note"
            yield from parts if whole or not parts else (EditionGroup("note", parts),)

    def _block(self, block: Block, read: ReadingBlock, within: tuple[Group, ...], *, in_body: bool) -> EditionBlock:
        level = self._level(block, within)
        numbered = in_body and not level and block.name not in _UNNUMBERED
        self._paragraphs += numbered
        number = self._paragraphs if numbered else None
        anchor = self.view.anchors[block.id]
        unnumbered = f"after {self._paragraphs}" if self._paragraphs else "title"
        label = unnumbered if number is None else str(number)
        self.view.places[block.id] = Place(anchor, number, label)
        return EditionBlock(
            anchor,
            block.name,
            self._pieces(block, read),
            number,
            level,
            block.attributes,
            tuple(self.view.anchors[half] for half, _ in read.halves[1:]),
            self._signs.get(block.id, ""),
        )

    def _pieces(self, block: Block, read: ReadingBlock) -> tuple[Piece, ...]:
        cutter = BlockCutter(
            read.span.start,
            self._marks.get(read.id, ()),
            self._calls.get(read.id, ()),
            self._begun,
            self.view.anchors,
        )
        pieces: list[Piece] = []
        at = read.span.start
        for content, start in self._contents(block, read):
            if at < start:
                pieces += cutter.gap(self._reading.text[at:start])
            pieces += cutter.cut(content)
            at = start + len(plain_text(content))
        return (*pieces, *cutter.rest())

    def _contents(self, block: Block, read: ReadingBlock) -> Iterator[tuple[tuple[Node, ...], int]]:
        if not read.halves:
            yield block.content, read.span.start
        for half, start in read.halves:
            yield self._halves[half].content, start

    def _level(self, block: Block, within: tuple[Group, ...]) -> int:
        if block is self.title:
            return 1
        if block.name != "head" or any(group.name not in ARRANGING for group in within):
            return 0
        divisions = [group for group in within if group.name in _DIVISIONS and _has_heading(group)]
        return min(1 + max(len(divisions), 1), _DEEPEST)

    def _speaker(self, turn: Group) -> Speaker | None:
        if turn.name not in {"sp", "u"}:
            return None
        label = " ".join(whole_text(turn.label).split())
        if label:
            return Speaker(label)
        if "prev" in turn.attributes:
            return None  # the rest of a turn that a picture cut in two
        persons = (self._document.person(name) for name in turn.who)
        name = ", ".join(person.name for person in persons if person is not None)
        return Speaker(name, supplied=True) if name else None

    def _time(self, turn: Group, speaker: Speaker | None) -> str:
        said = stretch_of((turn,), self._seconds) if turn.name == "u" else None
        printed = speaker is not None and _CLOCK.search(speaker.label)
        return time_code(said.start) if said and not printed else ""

    def _take_anchors(self, anchors: Anchors) -> None:
        """Give every block, turn, division and marked passage its anchor, in document order."""

        def walk_content(content: tuple[Node, ...]) -> None:
            for node in content:
                if isinstance(node, Block | Group):
                    walk((node,))
                elif isinstance(node, Inline):
                    called = note_called(node)
                    if called is not None:
                        self._signs[called.id] = note_sign(node)
                    if not node.silent:
                        take(node.attributes.get("xml:id", ""))
                    walk_content(node.content)

        def take(name: str) -> None:
            if name and name not in self.view.anchors:
                self.view.anchors[name] = anchors.take(name)

        def walk(parts: Iterable[Group | Block]) -> None:
            for part in parts:
                take(part.id)
                if isinstance(part, Group):
                    walk(part.children)
                else:
                    self._signs.setdefault(part.id, note_label(part))
                    walk_content(part.content)

        walk(self._document.parts)


def _calls_by_block(called: Sequence[Placed], reading: ReadingText) -> Mapping[str, list[tuple[int, tuple[str, ...]]]]:
    """Return by block the code points where marks stand, in order, each with the ids called there."""
    by_place: dict[int, list[str]] = {}
    for item in called:
        by_place.setdefault(item.call, []).append(item.id)
    by_block: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for at, ids in sorted(by_place.items()):
        block = reading.block_at(at)
        if block is not None:
            by_block.setdefault(block.id, []).append((at, tuple(ids)))
    return by_block


def _same_voice(before: Sequence[EditionGroup | EditionBlock], turn: Group) -> bool:
    """Whether a turn without a label is spoken by whoever speaks the turn right before it."""
    last = next((node for node in reversed(before) if node.name != BOILERPLATE), None)
    return (
        isinstance(last, EditionGroup)
        and last.name == turn.name == "u"
        and not turn.label
        and bool(turn.who)
        and last.attributes.get("who") == turn.attributes.get("who")
    )


def _pictures(figure: Group) -> tuple[EditionPicture, ...]:
    """Return the pictures of a figure, each with its description, else with the caption."""
    if figure.name != "figure":
        return ()
    blocks = [part for part in figure.children if isinstance(part, Block)]
    described = [plain_text(block.content) for block in blocks if block.name == "figDesc"]
    captions = [plain_text(block.content) for block in blocks if block.name in {"head", "p", "ab"}]
    words = " ".join(described or captions)
    return tuple(EditionPicture(block.attributes.get("url", ""), words) for block in blocks if block.name == "graphic")


def _has_heading(group: Group) -> bool:
    return any(isinstance(child, Block) and child.name == "head" for child in group.children)


def _title(document: Document, reading: ReadingText) -> Block | None:
    """Return the block that is the text's title: in `front`, or a first heading of the body that says the same."""
    shown = [block for block, _ in leaves(document.front) if reading.block(block.id) is not None]
    main = [block for block in shown if block.name == "titlePart" and block.attributes.get("type") in {None, "main"}]
    if main:
        return main[0]
    first = next((block for block, _ in leaves(document.body) if reading.block(block.id) is not None), None)
    if first is not None and first.name == "head" and plain_text(first.content) == document.metadata.title:
        return first
    return None
