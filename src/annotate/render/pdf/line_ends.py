"""What a line was broken at, in the text of a PDF: a space, or a soft hyphen where a word was parted.

WeasyPrint drops the space that a line is broken at and draws a space between two elements as nothing; the hyphen of a
parted word is one like any other. A program that goes by the tags then joins the last word of a line with the first of
the next, or leaves parts of a word apart. ISO 32000-1 wants white space there (14.8.2.5) and U+00AD for such a hyphen
(14.8.2.2.3). None of this has ink, and nothing moves for it.
"""
# mypy: disable-error-code="no-untyped-call"

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from weasyprint.draw import text as drawing
from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline
from weasyprint.text.ffi import FROM_UNITS, pango
from weasyprint.text.line_break import Layout

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotate.render.pdf.quick import Replacement

_SPACE, _SOFT_HYPHEN = " ", "\u00ad"
_HYPHENS = ("-", "\u2010")
_WHITE = b" \t\n"
# The last glyph of what was shown, and by how much the place behind it was moved: `[<00120034>-5] TJ`.
_LAST_GLYPH = re.compile(rb"([0-9a-f]{4})(>-?[0-9.]*\] TJ)$")
_SAID = b"/Span <</ActualText <FEFF00AD>>> BDC"  # ISO 32000-1, 14.9.4


def replacements() -> list[Replacement]:
    """Return what is to stand in the place of what in WeasyPrint, for `pdf.quick`."""
    next_line, draw_line = inline.get_next_linebox, drawing.draw_first_line

    def get_next_linebox(
        context: Any, linebox: Any, y: Any, space: Any, skip_stack: Any, block: Any, *rest: Any
    ) -> Any:
        """Return the next line as WeasyPrint does, its first and last text with what the lines were broken at."""
        line, resume_at = next_line(context, linebox, y, space, skip_stack, block, *rest)
        if line is not None:
            if skip_stack is not None and (first := next(_texts(line), None)) is not None:
                first.line_start = _broken_at(linebox, skip_stack).after
            if (last := next(_texts(line, backwards=True), None)) is not None:
                if resume_at is not None:
                    last.line_end = _broken_at(linebox, resume_at, last).before
                elif isinstance(block, boxes.BlockBox) and block.element_tag == "span":
                    last.line_end = _SPACE  # such as a line of verse: in the tags it is no block
        return line, resume_at

    def draw_first_line(stream: Any, textbox: Any, text_overflow: Any, block_ellipsis: Any, matrix: Any) -> Any:
        """Draw a text as WeasyPrint does, with what its line was broken at."""
        if getattr(textbox, "line_start", ""):
            _show_space(stream, textbox, matrix, before=True)
        drawn = draw_line(stream, textbox, text_overflow, block_ellipsis, matrix)
        end = getattr(textbox, "line_end", "")
        if textbox.text.isspace():
            stream.set_text_matrix(*matrix.values)
            _show_space(stream, textbox)
        elif end == _SOFT_HYPHEN:
            _say_soft_hyphen(stream, textbox)
        elif end and not textbox.pango_layout.text.endswith(_SPACE):
            _show_space(stream, textbox, matrix)
        return drawn

    return [(inline, "get_next_linebox", get_next_linebox), (drawing, "draw_first_line", draw_first_line)]


def _texts(box: Any, *, backwards: bool = False) -> Iterator[Any]:
    """Yield the texts in a box that have any, from the first or from the last one."""
    if isinstance(box, boxes.TextBox):
        if box.text.strip():
            yield box
    elif isinstance(box, boxes.ParentBox) and box.is_in_normal_flow():
        for child in reversed(box.children) if backwards else box.children:
            yield from _texts(child, backwards=backwards)


class _Break(NamedTuple):
    """What two lines were broken at, in the text before it or in the one after it."""

    before: str = ""
    after: str = ""


def _broken_at(linebox: Any, resume_at: Any, last: Any = None) -> _Break:
    """Return what two lines were broken at: a space, a soft hyphen, or nothing.

    `linebox` has all the text that lines are made of. `resume_at` says how far the first one took it, as WeasyPrint
    does: the number of a child with how far in there, in a text the number of a byte. `last` is the first one's last
    text, if it is asked for what parts a word.
    """
    held: list[Any] = []
    box, stack = linebox, resume_at
    while stack is not None and not isinstance(box, boxes.TextBox):
        ((number, stack),) = stack.items()
        if number >= len(box.children):
            return _Break()
        held.append(box.children[:number])
        box = box.children[number]
    taken = next(iter(stack)) if stack else 0
    text = box.text.encode() if taken else b""
    if text[:taken].strip():
        if text[taken - 1] in _WHITE:
            return _Break(before=_SPACE)
        hyphen = box.style["hyphenate_character"]
        parted = last is not None and last.text.endswith(hyphen) and not text[:taken].endswith(hyphen.encode())
        return (
            _Break(before=_SOFT_HYPHEN) if parted else _Break(after=_SPACE if text[taken : taken + 1] == b" " else "")
        )
    # Between two elements, which may both be read for themselves: the space is the text's that has it.
    preceding = next((sign for group in reversed(held) for one in reversed(group) if (sign := _edge(one, -1))), "")
    if preceding and (taken or _edge(box, 0).isspace()):
        return _Break(after=_SPACE)
    return _Break(before=_SPACE if preceding.isspace() else "")


def _edge(box: Any, at: int) -> str:
    """Return the first (0) or last (-1) character of a box, "" of one without text."""
    if isinstance(box, boxes.TextBox):
        return str(box.text[at]) if box.text else ""
    if not isinstance(box, boxes.ParentBox) or not box.is_in_normal_flow():
        return ""
    children = box.children if at == 0 else reversed(box.children)
    return next((sign for child in children if (sign := _edge(child, at))), "")


def _show_space(stream: Any, textbox: Any, matrix: Any = None, *, before: bool = False) -> None:
    """Show a space behind a text that was just shown, or before one that will be; `matrix` places its left end."""
    signs, size = _signs(stream, textbox)
    if signs.font.bitmap:
        return
    to_the_left = textbox.pango_layout.first_line_direction % 2 == 1
    if matrix is not None and before is not to_the_left:
        a, b, c, d, x, y = matrix.values
        stream.set_text_matrix(a, b, c, d, x - signs.font.widths[signs.space] * size / 1000, y)
    elif before:
        a, b, c, d, x, y = matrix.values
        stream.set_text_matrix(a, b, c, d, x + textbox.width, y)
    stream.set_font_size(signs.font.hash, size)
    signs.font.to_unicode[signs.space] = _SPACE  # it may have been met as a no-break space, which is the same glyph
    stream.show_text(f"<{signs.space:04x}>")


def _say_soft_hyphen(stream: Any, textbox: Any) -> None:
    """Have the hyphen that was shown last say that it parts a word."""
    last = stream.stream[-1]
    shown = _LAST_GLYPH.search(last)
    signs, _ = _signs(stream, textbox)
    if shown is None or signs.font.to_unicode.get(int(shown[1], 16)) not in _HYPHENS:
        return
    if signs.hyphen == int(shown[1], 16):
        signs.font.to_unicode[signs.hyphen] = "-"  # where it parts no word it is the hyphen of the keyboard
    # What is shown before it ends in an open string: with glyphs `[<0012`, without any `[<0012>5<`.
    before = last[: shown.start()]
    before = before[:-1] if before.endswith(b"<") else before + b">"
    stream.stream[-1:] = [before + b"] TJ", _SAID, b"[<" + shown[1] + shown[2], b"EMC"]


class _Signs(NamedTuple):
    """The numbers of glyphs in a font: of the space, and of the hyphen, -1 if that is in another one."""

    font: Any
    space: int
    hyphen: int


def _signs(stream: Any, textbox: Any) -> tuple[_Signs, float]:
    """Return the signs that go with a text, and the size of its font."""
    line, _ = textbox.pango_layout.get_first_line()
    font, size = stream.add_font(line.runs[0].data.item.analysis.font)
    if not hasattr(font, "signs"):
        (font_of_space, space), (font_of_hyphen, hyphen) = (_glyph(stream, textbox.style, sign) for sign in " -")
        font.signs = _Signs(font_of_space, space, hyphen if font_of_hyphen is font_of_space else -1)
    return font.signs, size


def _glyph(stream: Any, style: Any, sign: str) -> tuple[Any, int]:
    """Return the font that has a sign in a style, and the number of its glyph there; its width is known then."""
    layout = Layout(style)
    layout.set_text(sign)
    line, _ = layout.get_first_line()
    run = line.runs[0].data
    pango_font, glyph = run.item.analysis.font, run.glyphs.glyphs[0].glyph
    font, size = stream.add_font(pango_font)
    if glyph not in font.widths:
        pango.pango_font_get_glyph_extents(pango_font, glyph, stream.ink_rect, stream.logical_rect)
        font.widths[glyph] = round(stream.logical_rect.width * 1000 * FROM_UNITS / size)
    return font, glyph
