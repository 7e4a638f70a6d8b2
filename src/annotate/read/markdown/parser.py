"""The Markdown we read: CommonMark with tables, notes, strikethrough and short codes, within limits that hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt
from markdown_it.rules_block.table import escapedSplit, getLine, table
from markdown_it.rules_inline import html_inline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from annotate.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

# markdown-it drops what stands deeper, without a word; `markdown_blocks` refuses a text that gets there.
MAX_BLOCK_NESTING = 100
# Deeper inline markup stays as text. Unclosed brackets cost this many times their length, so that it is kept low.
MAX_INLINE_NESTING = 15
# Jekyll {% tag %} and {{ value }}, Hugo {{< code >}} and {{% code %}}, kramdown {: .class} and {#id}
SHORT_CODE = lazy_pattern(
    r"\{%.{0,1000}?%\}|\{\{.{0,1000}?\}\}|\{:[^{}\n]{0,1000}\}|\{[#.][\w-][^{}\n]{0,1000}\}", re.DOTALL
)
# What a paragraph must hold for its inline markup to be worth looking for.
_INLINE_SIGNS = lazy_pattern(r"[*_`\[<&\\~{]| {2}\n|\^\[")
_NOT_IN_A_TARGET = lazy_pattern(r"[\s<>\"{}|\\^`\x00-\x1f]|%(?![0-9A-Fa-f]{2})")


class References(dict[str, Any]):
    """Link reference definitions by label, and which of them were used."""

    def __init__(self) -> None:
        super().__init__()
        self.used: set[str] = set()

    def get(self, key: str, default: Any = None) -> Any:
        """Return a definition, as `dict.get`; it then counts as used."""
        if key in self:
            self.used.add(key)
        return super().get(key, default)


class MarkdownParser:
    """A parser for one text: blocks first; inline markup block by block, when it is asked for."""

    def __init__(self) -> None:
        self._markdown = MarkdownIt("commonmark").enable(["table", "strikethrough"])
        self._markdown.core.ruler.disable(["inline", "text_join"])
        footnote_plugin(self._markdown, move_to_end=False)
        self._markdown.block.ruler.at("table", _table_with_every_cell, {"alt": ["paragraph", "reference"]})
        self._markdown.inline.ruler.at("html_inline", _html_inline)
        self._markdown.inline.ruler.after("text", "short_code", _short_code)
        # What a target may be is for us to say; markdown-it turns what it refuses into text.
        self._markdown.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
        self._markdown.normalizeLink = target_of  # type: ignore[method-assign]
        self._markdown.normalizeLinkText = str  # type: ignore[method-assign,assignment]
        self.references = References()
        self._environment: dict[str, Any] = {"references": self.references}

    def blocks(self, text: str) -> list[Token]:
        """Return the block tokens of a text; `inline` tokens have their content, but no children."""
        self._markdown.options["maxNesting"] = MAX_BLOCK_NESTING
        tokens = self._markdown.parse(text, self._environment)
        self._markdown.options["maxNesting"] = MAX_INLINE_NESTING
        return tokens

    def inline(self, content: str) -> list[Token]:
        """Return the inline tokens of a block's content."""
        if not _INLINE_SIGNS.search(content):
            return [Token("text", "", 0, content=content)]
        children: list[Token] = []
        self._markdown.inline.parse(content, self._markdown, self._environment, children)
        return children

    def inline_note(self, note: int) -> list[Token]:
        """Return the inline tokens of a note written where it is called: ^[note]."""
        tokens: list[Token] = self._environment["footnotes"]["list"][note]["tokens"]
        return tokens

    @property
    def repeated_references(self) -> list[dict[str, Any]]:
        """The definitions whose label already had one."""
        return list(self._environment.get("duplicate_refs", ()))


def target_of(url: str) -> str:
    """Return a target as it was written, but for what no URI may hold (RFC 3986, section 2), which is encoded."""
    return _NOT_IN_A_TARGET.sub(lambda found: "".join(f"%{byte:02X}" for byte in found.group().encode()), url)


def _short_code(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "{":
        return False
    found = SHORT_CODE.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        state.push("short_code", "", 0).content = found.group()
    state.pos = found.end()
    return True


def _html_inline(state: StateInline, silent: bool) -> bool:
    """Read raw HTML; where no CDATA section can end any more none is looked for, which would take quadratic time."""
    if state.src.startswith("<![CDATA[", state.pos):
        known = state.env.get("cdata")
        if known is None or known[0] is not state.src:
            known = state.env["cdata"] = (state.src, state.src.rfind("]]>"))
        if known[1] < state.pos:
            return False
    return html_inline(state, silent)


def _table_with_every_cell(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a table; cells beyond the head's, which GitHub's rule drops, are kept."""
    first = len(state.tokens)
    if not table(state, start, end, silent):
        return False
    if not silent:
        state.tokens[first:] = list(_completed(state, state.tokens[first:]))
    return True


def _completed(state: StateBlock, tokens: list[Token]) -> list[Token]:
    columns = sum(token.type == "th_open" for token in tokens)
    completed: list[Token] = []
    line, in_body = 0, False
    for token in tokens:
        in_body = in_body or token.type == "tbody_open"
        if token.type == "tr_open" and token.map:
            line = token.map[0]
        elif token.type == "tr_close" and in_body:
            cells = escapedSplit(getLine(state, line).strip())
            cells = cells[cells[:1] == [""] :]
            for content in cells[columns : len(cells) - (cells[-1:] == [""])]:
                inline = Token("inline", "", 0, map=[line, line + 1], content=content.strip(), children=[])
                completed += (Token("td_open", "td", 1), inline, Token("td_close", "td", -1))
        completed.append(token)
    return completed
