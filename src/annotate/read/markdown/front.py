"""Front matter of a Markdown text: found, read as YAML or TOML, and taken over as what the text declares."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.model.source import Declared, Form, RawBlock
from annotate.read.markdown import rules
from annotate.read.marked_text import BLANKS

if TYPE_CHECKING:
    from annotate.read.markdown.report import Report

_FENCES = {
    "---": ("YAML", lazy_pattern(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)),
    "+++": ("TOML", lazy_pattern(r"^\+\+\+[ \t]*$", re.MULTILINE)),
}
_OPENING = lazy_pattern(r"(---|\+\+\+)[ \t]*\n")
_FIELD = lazy_pattern(r"^[\w\"'-][^\n]*?(?::(?:\s|$)|=)|^[ \t]*#|^\s*$|^\[", re.MULTILINE)
_COMMENT = lazy_pattern(r"(?:^|(?<=\s))#[ \t]*([^\n]*\S)", re.MULTILINE)
MAX_LENGTH = 256 * 1024  # code points
_NOTHING = Declared()


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands before a Markdown text.

    Attributes:
        length: how many code points it takes, fences and all; 0 where there is none.
        lines: how many lines of the file it takes.
        declared: what it declares.
        kept: where it could not be read, its lines as boilerplate.
    """

    length: int = 0
    lines: int = 0
    declared: Declared = _NOTHING
    kept: tuple[RawBlock, ...] = ()


def read_front_matter(text: str, report: Report) -> FrontMatter:
    """Return the front matter of a text (line ends as LF), if it begins with one.

    It stands between "---" and "---" (or "...") as YAML (Jekyll), between "+++" and "+++" as TOML (Hugo). What holds
    no field is text: a rule, and a heading underlined.
    """
    opening = _OPENING.match(text)
    if opening is None:
        return FrontMatter()
    language, closing = _FENCES[opening[1]]
    end = closing.search(text, opening.end())
    if end is None:
        return FrontMatter()
    inside = text[opening.end() : end.start()]
    if inside.strip() and not _FIELD.match(inside.lstrip("\n")):
        return FrontMatter()
    length = min(end.end() + 1, len(text))
    lines = text.count("\n", 0, length)
    # Neither parser need be loaded for a text without front matter.
    from annotate.read.markdown import fields as markdown_fields  # noqa: PLC0415
    from annotate.read.markdown.declared import declared_by  # noqa: PLC0415

    try:
        if len(inside) > MAX_LENGTH:
            raise markdown_fields.NotReadable(f"it is longer than {MAX_LENGTH} characters", 0)
        fields = (markdown_fields.toml_fields if language == "TOML" else markdown_fields.yaml_fields)(inside)
    except markdown_fields.NotReadable as error:
        report.add(rules.FRONT_MATTER_BROKEN, 2 + error.line, language=language, reason=str(error))
        return FrontMatter(length, lines, kept=_as_boilerplate(inside))
    declared = declared_by(fields, report)
    known = {word for field in fields for word in markdown_fields.words_of(field.value)}
    for comment in _COMMENT.finditer(inside):
        if not known.issuperset(comment[1].split()):
            line = 2 + inside.count("\n", 0, comment.start())
            report.add(rules.COMMENT_NOT_TAKEN, line, "#", comment=comment[1])
    return FrontMatter(length, lines, declared)


def _as_boilerplate(inside: str) -> tuple[RawBlock, ...]:
    lines = ((number, BLANKS.sub(" ", line).strip(" ")) for number, line in enumerate(inside.split("\n"), 2))
    return tuple(RawBlock(line, number, Form.PARAGRAPH, boilerplate="other") for number, line in lines if line)
