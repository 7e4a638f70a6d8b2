"""Pictures that stand alone in a paragraph of Markdown, and what below them is a caption."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotate.model.source import Form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

    from annotate.model.source import RawBlock


def leading_pictures(tokens: Sequence[Token]) -> tuple[list[tuple[Token, str]], list[Token], int]:
    """Return the pictures on lines of their own at the start of a paragraph, and what follows them.

    Given are each picture with the target of the link around it ("" for none), the tokens below, and how many lines
    stand before these. No picture where words stand on the picture's line.
    """
    pictures: list[tuple[Token, str]] = []
    target, lines, line_ended = "", 0, False
    for index, token in enumerate(tokens):
        if token.type in {"softbreak", "hardbreak"}:
            lines += 1
            line_ended = True
        elif token.type == "image":
            pictures.append((token, target))
            line_ended = False
        elif token.type == "link_open" and any(inner.type == "image" for inner in tokens[index + 1 : index + 2]):
            target = str(token.attrs.get("href", ""))
        elif token.type == "link_close" and target:
            target = ""
        elif token.type != "text" or token.content.strip():
            if pictures and line_ended and not target:
                return pictures, list(tokens[index:]), lines
            return [], list(tokens), 0
    return pictures, [], lines


def is_emphasised(tokens: Sequence[Token]) -> bool:
    """Whether one emphasis goes from the first token to the last."""
    if len(tokens) < 3 or tokens[0].type != "em_open" or tokens[-1].type != "em_close":
        return False
    depth = 0
    for token in tokens[:-1]:
        depth += (token.type == "em_open") - (token.type == "em_close")
        if depth == 0:
            return False
    return True


def with_captions(blocks: list[RawBlock]) -> list[RawBlock]:
    """Return blocks in which an emphasised paragraph below a picture is its caption.

    Only where no other paragraph of the text is emphasised as a whole: questions of an interview are, too.
    """
    emphasised = [index for index, block in enumerate(blocks) if _is_emphasised_paragraph(block)]
    if not emphasised or not all(index and _wants_caption(blocks[index - 1]) for index in emphasised):
        return blocks
    captioned = list(blocks)
    for index in emphasised:
        captioned[index] = replace(blocks[index], form=Form.CAPTION, group=blocks[index - 1].group)
    return captioned


def _is_emphasised_paragraph(block: RawBlock) -> bool:
    mark = block.marks[0] if block.marks else None
    return (
        block.form is Form.PARAGRAPH
        and mark is not None
        and mark.name == "emph"
        and mark.start == 0
        and mark.end == len(block.text)
    )


def _wants_caption(block: RawBlock) -> bool:
    return block.form is Form.PICTURE
