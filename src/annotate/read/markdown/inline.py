"""Inline tokens of a Markdown text to words with marks and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.model.source import Form, RawBlock
from annotate.read.character_references import REPLACEMENT, resolved
from annotate.read.markdown import rules
from annotate.read.markdown.flow import Flow
from annotate.read.markdown.html import pieces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from markdown_it.token import Token

    from annotate.read.markdown.parser import MarkdownParser
    from annotate.read.markdown.report import Report
    from annotate.read.marked_text import Words

_CALL = lazy_pattern(r"\[\^[^\[\]\s]+\]")
# Tokens that come in pairs, `NAME_open` and `NAME_close`, and what they mean in TEI.
_PAIRS = {
    "em": ("emph", {}),
    "strong": ("hi", {"rend": "bold"}),
    "s": ("hi", {"rend": "strikethrough"}),
}


class InlineReader:
    """Reads the inline tokens of blocks.

    `note_blocks` gives the blocks of the note with a label, called on a line of the file; None where it was called
    before.
    """

    def __init__(
        self, report: Report, parser: MarkdownParser, note_blocks: Callable[[str, int], tuple[RawBlock, ...] | None]
    ) -> None:
        self._report = report
        self._parser = parser
        self._note_blocks = note_blocks
        self._readers: dict[str, Callable[[Flow, Token], None]] = {
            "text": self._text,
            "text_special": self._special,
            "softbreak": lambda flow, _: flow.soft_break(),
            "hardbreak": self._hard_break,
            "code_inline": self._code,
            "link_open": self._link,
            "link_close": self._end_of_pair,
            "image": self._image,
            "html_inline": self._html,
            "footnote_ref": self._note,
            "short_code": self._short_code,
        }
        for name in _PAIRS:
            self._readers[f"{name}_open"] = self._pair
            self._readers[f"{name}_close"] = self._end_of_pair

    def read(self, tokens: Iterable[Token], line: int, *, split: bool = False) -> Flow:
        """Return the words of a block that begins on `line`; where `split`, hard breaks part its lines."""
        flow = Flow(self._report, line, split=split)
        for token in tokens:
            self._readers[token.type](flow, token)
        return flow

    def picture(self, token: Token, line: int) -> dict[str, str]:
        """Return the address (`url`) and description (`alt`) of a picture."""
        alternative = " ".join(self._description(token.children or (), line).split())
        url = str(token.attrs.get("src", ""))
        return {"url": url, **({"alt": alternative} if alternative else {})}

    def _text(self, flow: Flow, token: Token) -> None:
        flow.text.add(token.content)
        flow.line += token.content.count("\n")
        if "[^" in token.content:
            for call in _CALL.findall(token.content):
                self._report.add(rules.NO_SUCH_NOTE, flow.line, call, call=call)

    def _special(self, flow: Flow, token: Token) -> None:
        if token.info == "entity" and token.content == REPLACEMENT:
            flow.characters(*resolved(token.markup))
        else:
            flow.text.add(token.content)

    def _hard_break(self, flow: Flow, token: Token) -> None:
        flow.line += 1
        flow.hard_break()

    def _pair(self, flow: Flow, token: Token) -> None:
        name = token.type.removesuffix("_open")
        flow.text.open(name, *_PAIRS[name])

    def _end_of_pair(self, flow: Flow, token: Token) -> None:
        flow.text.close(token.type.removesuffix("_close"))

    def _code(self, flow: Flow, token: Token) -> None:
        flow.text.open("code", "hi", {"rend": "code"})
        flow.text.add(token.content)
        flow.text.close("code")

    def _link(self, flow: Flow, token: Token) -> None:
        flow.link("link", str(token.attrs.get("href", "")))
        title = token.attrs.get("title")
        if title:
            self._report.add(rules.TITLE_NOT_KEPT, flow.line, str(title), what="the link", title=title)

    def _image(self, flow: Flow, token: Token) -> None:
        flow.picture(self.picture(token, flow.line), str(token.attrs.get("title", "")))

    def _html(self, flow: Flow, token: Token) -> None:
        for piece in pieces(token.content):
            flow.html(piece)
        flow.line += token.content.count("\n")

    def _note(self, flow: Flow, token: Token) -> None:
        label = token.meta.get("label")
        if label is None:
            inside = self.read(self._parser.inline_note(token.meta["id"]), flow.line).finish()
            self._call(flow, tuple(_paragraph(line.words, line.number) for line in inside), "")
            return
        blocks = self._note_blocks(label, flow.line)
        if blocks is None:
            self._report.add(rules.NOTE_CALLED_AGAIN, flow.line, f"[^{label}]", label=label)
        else:
            self._call(flow, blocks, label)

    def _call(self, flow: Flow, blocks: tuple[RawBlock, ...], label: str) -> None:
        if blocks:
            flow.text.note(blocks, label)
        else:
            self._report.add(rules.EMPTY_NOTE, flow.line, f"[^{label}", label=label)

    def _short_code(self, flow: Flow, token: Token) -> None:
        flow.text.add(token.content)
        self._report.add(rules.SHORT_CODE, flow.line, token.content, code=token.content)
        flow.line += token.content.count("\n")

    def _description(self, tokens: Iterable[Token], line: int) -> str:
        """Return the words of a picture's description, its markup left out, its links named."""
        words: list[str] = []
        for token in tokens:
            if token.type == "image":
                words.append(self._description(token.children or (), line))
            elif token.type == "footnote_ref" and token.meta.get("label") is None:
                words.append(f" {self._description(self._parser.inline_note(token.meta['id']), line)} ")
            else:
                words.append(" " if token.type.endswith("break") else token.content)
            target = token.attrs.get("href") or token.attrs.get("src")
            if target:
                self._report.add(rules.LINK_NOT_KEPT, line, what="a picture's description", target=target)
        return "".join(words)


def _paragraph(words: Words, line: int) -> RawBlock:
    return RawBlock(words.text, line, Form.PARAGRAPH, marks=words.marks, notes=words.notes)
