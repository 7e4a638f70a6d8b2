"""The quotations of a text: what stands in `said`, `q` and `quote`, its parts joined, its quotation marks left out.

What begins a new sentence after words of the text (“Cold,” says Ida. “It was dark.”) is a quotation of its own, though
the text joins it to the one before: who quotes two sentences does not say that nothing stands between them. A quotation
within another is part of that one. Indirect speech (`direct="false"`) quotes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from annotate.model.document import Block, Group, Inline, leaves, notes_called, plain_text
from annotate.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from annotate.model.document import Document, Node
    from annotate.model.text import ReadingText

QUOTING = frozenset({"said", "q", "quote"})
_CLOSING = {"“": "”", "„": "“”", "”": "”", "«": "»", "»": "«", "「": "」", "『": "』", "‹": "›", "›": "‹", '"': '"'}
_CLOSING_SINGLE = {"‘": "’", "‚": "‘’", "'": "'"}
_SENTENCE_ENDS = (".", "!", "?", "。", "！", "？")
_Owner: TypeAlias = "Block | Group | Inline"


@dataclass(frozen=True, slots=True)
class Quotation:
    """What a text quotes.

    Attributes:
        parts: where its words stand in the reading text, in order, without the outermost quotation marks.
        marked: the same with the marks.
        block: the id of the block it begins in.
        line: 1-based line of that block in its file, 0 for a text made in memory.
        who: the ids of the persons who say it, as the text has it.
    """

    parts: tuple[Span, ...]
    marked: tuple[Span, ...]
    block: str
    line: int
    who: tuple[str, ...] = ()

    def words(self, reading: ReadingText) -> tuple[str, ...]:
        """Return the words of each part."""
        return tuple(reading.slice(part) for part in self.parts)


def quotations(document: Document, reading: ReadingText) -> tuple[Quotation, ...]:
    """Return the quotations of a document in its order; `reading` is its reading text.

    Parts of a sentence that `next` and `prev` join are one quotation, which stands where it begins; so are the
    paragraphs of a block quotation.
    """
    pieces = list(_pieces(document.parts, reading))
    by_id = {piece.id: piece for piece in pieces if piece.id}
    taken: set[int] = set()
    found = []
    for piece in pieces:
        if id(piece) in taken:
            continue
        chain = [piece]
        taken.add(id(piece))
        while (following := by_id.get(chain[-1].next)) is not None and id(following) not in taken:
            taken.add(id(following))
            chain.append(following)
        who = next((one.who for one in chain if one.who), ())
        for sentence in _sentences(chain, reading.text):
            marked = tuple(span for one in sentence for span in one.spans)
            parts = tuple(words for span in marked if len(words := _without_marks(reading.text, span)))
            if parts:
                found.append(Quotation(parts, marked, sentence[0].block, sentence[0].line, who))
    return tuple(sorted(found, key=lambda one: one.parts[0]))


def _sentences(chain: list[_Piece], text: str) -> Iterator[list[_Piece]]:
    """Yield the pieces of each sentence: a new one begins where the words of the text before it end one."""
    sentence: list[_Piece] = []
    for piece in chain:
        if sentence and piece.spans[0].start >= sentence[-1].spans[-1].end:
            between = text[sentence[-1].spans[-1].end : piece.spans[0].start].strip()
            if between.endswith(_SENTENCE_ENDS):
                yield sentence
                sentence = []
        sentence.append(piece)
    yield sentence


@dataclass(frozen=True, slots=True, eq=False)
class _Piece:
    """An element that quotes, with what joins it to others."""

    spans: tuple[Span, ...]
    block: str
    line: int
    id: str
    next: str
    who: tuple[str, ...]


def _pieces(parts: tuple[Group | Block, ...], reading: ReadingText) -> Iterator[_Piece]:
    for part in parts:
        if isinstance(part, Group):
            if part.boilerplate:
                continue
            if _quotes(part.name, part.attributes):
                yield from _piece(part, [block for block, _ in leaves(part.children)], reading)
            else:
                yield from _pieces(part.children, reading)
        elif not part.boilerplate:
            if _quotes(part.name, part.attributes):
                yield from _piece(part, [part], reading)
            elif (start := _start(part, reading)) is not None:
                yield from _inline(part.content, start, part)
            yield from _pieces(tuple(notes_called(part.content)), reading)


def _piece(owner: Group | Block, blocks: list[Block], reading: ReadingText) -> Iterator[_Piece]:
    placed = [
        (block, Span(start, start + len(plain_text(block.content))))
        for block in blocks
        if not block.boilerplate and (start := _start(block, reading)) is not None
    ]
    if placed:
        first = placed[0][0]
        yield _joint(owner, tuple(span for _, span in placed), first, owner.id)


def _inline(content: tuple[Node, ...], start: int, block: Block) -> Iterator[_Piece]:
    at = start
    for node in content:
        if isinstance(node, str):
            at += len(node)
        elif isinstance(node, Inline) and not node.silent:
            length = len(plain_text(node.content))
            if _quotes(node.name, node.attributes):
                yield _joint(node, (Span(at, at + length),), block, node.attributes.get("xml:id", ""))
            else:
                yield from _inline(node.content, at, block)
            at += length


def _joint(owner: _Owner, spans: tuple[Span, ...], block: Block, name: str) -> _Piece:
    who = tuple(reference.removeprefix("#") for reference in owner.attributes.get("who", "").split())
    return _Piece(spans, block.id, block.line, name, owner.attributes.get("next", "").removeprefix("#"), who)


def _quotes(name: str, attributes: Mapping[str, str]) -> bool:
    return name in QUOTING and attributes.get("direct") != "false"


def _start(block: Block, reading: ReadingText) -> int | None:
    """Return where a block, or the half of one that an advert cut, starts in the reading text; None if it is not in."""
    held = reading.block(block.id)
    return None if held is None else dict(held.halves).get(block.id, held.span.start)


def _without_marks(text: str, span: Span) -> Span:
    """Return a passage without the marks around it; one alone goes where the other stands in another part."""
    start, end = _trimmed(text, span.start, span.end)
    if end - start < 1:
        return Span(start, start)
    first, inside = text[start], text[start + 1 : end - 1]
    if first in _CLOSING_SINGLE:
        if end - start > 1 and text[end - 1] in _CLOSING_SINGLE[first]:
            return Span(*_trimmed(text, start + 1, end - 1))
        return Span(start, end)
    if first in _CLOSING:
        closing = _CLOSING[first]
        if end - start > 1 and text[end - 1] in closing and _is_one_pair(inside, first, closing):
            return Span(*_trimmed(text, start + 1, end - 1))
        goes_on = not any(mark in text[start + 1 : end] for mark in closing)
        return Span(*_trimmed(text, start + 1, end)) if goes_on else Span(start, end)
    opening = {mark for mark, closing in _CLOSING.items() if text[end - 1] in closing}
    ends_here = bool(opening) and not any(mark in text[start : end - 1] for mark in opening)
    return Span(*_trimmed(text, start, end - 1)) if ends_here else Span(start, end)


def _is_one_pair(inside: str, opening: str, closing: str) -> bool:
    """Whether marks around `inside` belong together, and not to two quotations with words between them."""
    if opening in closing:
        at = inside.find(opening)
        return at < 0 or at == 0 or inside[at - 1].isspace()
    depth = 0
    for character in inside:
        if character == opening:
            depth += 1
        elif character in closing:
            depth -= 1
            if depth < 0:
                return False
    return True


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
