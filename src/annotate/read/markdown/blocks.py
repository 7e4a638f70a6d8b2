"""Block tokens of a Markdown text to blocks of a source."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from annotate.model.source import Form, RawBlock, RawMark
from annotate.read.markdown import rules
from annotate.read.markdown.frame import ITEM, LIST, QUOTATION, Frame
from annotate.read.markdown.html_blocks import HtmlBlocks
from annotate.read.markdown.inline import InlineReader
from annotate.read.markdown.notes import Definition, Notes
from annotate.read.markdown.parser import MAX_BLOCK_NESTING
from annotate.read.markdown.pictures import is_emphasised, leading_pictures, with_captions
from annotate.read.marked_text import BLANKS, Words, joined

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from markdown_it.token import Token

    from annotate.read.markdown.parser import MarkdownParser
    from annotate.read.markdown.report import Report

_CONTAINERS = {"blockquote": QUOTATION, "bullet_list": LIST, "ordered_list": LIST, "list_item": ITEM}
_REND = {"bullet_list": "bulleted", "ordered_list": "numbered"}
# Short codes that stand for pictures and recordings, in Hugo and Jekyll.
_MEDIA = frozenset(
    "audio embed figure gallery image img instagram soundcloud spotify tweet twitter video vimeo x youtube".split()
)


class BlockReader:
    """Reads the blocks of one text; `first_line` is the 1-based line of the file that it begins on."""

    def __init__(self, report: Report, parser: MarkdownParser, first_line: int) -> None:
        self.report = report
        self.parser = parser
        self.first_line = first_line
        self.group_numbers: dict[str, int] = {}
        self.notes = Notes(self._note_blocks)
        self.inline = InlineReader(report, parser, self.notes.call)

    def read(self, tokens: Sequence[Token]) -> tuple[RawBlock, ...]:
        """Return the blocks; a note that nothing calls stands as a paragraph where it was written.

        Raises InputRefused where quotations and lists are nested too deep (F415).
        """
        run = _Run(self)
        blocks = run.blocks_of(self.notes.taken_out(tokens))
        kept: list[RawBlock] = []
        at = 0
        for index, definition in run.definitions:
            kept += blocks[at:index]
            at = index
            if not definition.called:
                definition.called = True
                line = self.line_of(definition.token)
                label = definition.label
                self.report.add(rules.NOTE_NOT_CALLED, line, f"[^{label}]", label=label)
                kept += self._note_blocks(definition)
        self.notes.forget_all()
        return tuple(with_captions(kept + blocks[at:]))

    def line_of(self, token: Token) -> int:
        """Return the 1-based line of the file that a token begins on."""
        return self.first_line + (token.map[0] if token.map else 0)

    def _note_blocks(self, definition: Definition) -> tuple[RawBlock, ...]:
        return tuple(_Run(self).blocks_of(definition.tokens))


class _Run:
    """One run over block tokens: of the text, or of a note."""

    def __init__(self, reader: BlockReader) -> None:
        self.definitions: list[tuple[int, Definition]] = []
        self._reader = reader
        self._report = reader.report
        self._frame = Frame(reader.report, reader.group_numbers, reader.notes.forget_call)
        self._html = HtmlBlocks(reader.report, self._frame)
        self._leaf: Token | None = None
        self._table = ""
        self._row = -1

    def blocks_of(self, tokens: Iterable[Token | Definition]) -> list[RawBlock]:
        """Return the blocks of tokens; into `definitions` go the notes, with the number of blocks before each."""
        for token in tokens:
            if isinstance(token, Definition):
                self._refuse_depth(token.token)
                self.definitions.append((len(self._frame.blocks), token))
            else:
                read = self._readers.get(token.type)
                if read is not None:
                    read(self, token)
        self._frame.name_unclosed()
        return self._frame.blocks

    def _enter(self, token: Token) -> None:
        self._refuse_depth(token)
        name = token.type.removesuffix("_open")
        line = self._reader.line_of(token)
        self._frame.enter(_CONTAINERS[name], line, rend=_REND.get(name, ""), number=token.info)

    def _leave(self, token: Token) -> None:
        self._frame.leave(_CONTAINERS[token.type.removesuffix("_close")])

    def _refuse_depth(self, token: Token) -> None:
        if token.level + 1 >= MAX_BLOCK_NESTING:
            raise self._report.refuse(rules.TOO_DEEP, self._reader.line_of(token), limit=MAX_BLOCK_NESTING // 2)

    def _begin_leaf(self, token: Token) -> None:
        self._leaf = token

    def _begin_table(self, token: Token) -> None:
        self._frame.name_inside("a table", self._reader.line_of(token), "a table outside it")
        self._table, self._row = self._frame.new_group("table"), -1

    def _begin_row(self, token: Token) -> None:
        self._row += 1

    def _words(self, token: Token) -> None:
        leaf = self._leaf.type if self._leaf else "paragraph_open"
        if leaf == "paragraph_open":
            self._paragraph(token)
            return
        line = self._reader.line_of(token)
        lines = self._reader.inline.read(self._reader.parser.inline(token.content), line).finish()
        words = joined((found.words for found in lines), " ")
        if leaf == "heading_open" and self._leaf:
            if words.text:
                self._frame.add_heading(words, line, int(self._leaf.tag[1:]))
            else:
                self._frame.add_words(words, line)
        else:
            attributes = {"role": "label"} if leaf == "th_open" else {}
            self._frame.add_cell(words, line, self._table, self._row, attributes)

    def _paragraph(self, token: Token) -> None:
        line = self._reader.line_of(token)
        children = self._reader.parser.inline(token.content)
        pictures, below, lines_before = leading_pictures(children)
        for picture, target in pictures:
            self._picture(picture, target, line)
        if not below:
            return
        line += lines_before
        flow = self._reader.inline.read(below, line, split=self._frame.splits)
        lines = flow.finish()
        if pictures and lines and is_emphasised(below):
            self._frame.add_caption(joined((found.words for found in lines), " "), line)
        elif lines and self._frame.container is None and _is_short_code(below):
            code = lines[0].words.text.strip("{%<:#./ ").partition(" ")[0]
            subtype = "media" if code in _MEDIA else "other"
            for found in lines:
                self._frame.add(RawBlock(found.words.text, found.number, Form.PARAGRAPH, boilerplate=subtype))
        else:
            self._frame.add_lines(lines, verse=not flow.soft_breaks)

    def _picture(self, token: Token, target: str, line: int) -> None:
        attributes = self._reader.inline.picture(token, line)
        self._report.target(attributes["url"], line)
        self._frame.add_picture(attributes, line)
        title = " ".join(str(token.attrs.get("title", "")).split())
        if title:
            self._frame.add_caption(Words(title), line)
        if target:
            self._report.add(rules.LINK_NOT_KEPT, line, target, what="a picture", target=target)

    def _code(self, token: Token) -> None:
        line = self._reader.line_of(token)
        if token.type == "fence":
            info = token.info.strip()
            if info:
                self._report.add(rules.INFO_NOT_KEPT, line, info, info=info)
            line += 1
        for number, code in enumerate(token.content.split("\n"), line):
            text = BLANKS.sub(" ", code).strip(" ")
            if text:
                self._frame.add_words(Words(text, (RawMark(0, len(text), "hi", {"rend": "code"}),)), number)

    def _break(self, token: Token) -> None:
        self._frame.add(RawBlock("", self._reader.line_of(token), Form.BREAK))

    def _html_block(self, token: Token) -> None:
        self._html.read(token.content, self._reader.line_of(token))

    # By the type of the token; a run that held its own methods would keep itself and its tokens in memory.
    _readers: ClassVar[dict[str, Callable[[_Run, Token], None]]] = {
        "inline": _words,
        "fence": _code,
        "code_block": _code,
        "hr": _break,
        "html_block": _html_block,
        "table_open": _begin_table,
        "tr_open": _begin_row,
        **dict.fromkeys(("paragraph_open", "heading_open", "th_open", "td_open"), _begin_leaf),
        **dict.fromkeys((f"{name}_open" for name in _CONTAINERS), _enter),
        **dict.fromkeys((f"{name}_close" for name in _CONTAINERS), _leave),
    }


def _is_short_code(tokens: Sequence[Token]) -> bool:
    """Whether a paragraph is short codes and nothing else."""
    return all(
        token.type in {"short_code", "softbreak", "hardbreak"} or (token.type == "text" and not token.content.strip())
        for token in tokens
    )
