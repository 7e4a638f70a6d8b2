"""The fields of a Word file (ECMA-376, part 1, 17.16): an instruction, which is no text, and its result, which is."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as default_of

from annotate.lazy_pattern import lazy_pattern

_ARGUMENT = lazy_pattern(r'"((?:[^"\\]|\\.)*)"|(\S+)')
_ESCAPED = lazy_pattern(r"\\(.)")
_WITH_ARGUMENT = {"\\l", "\\o", "\\t", "\\m", "\\s"}
# Fields that show nothing by their nature: index and contents entries, and what a reader never sees.
_SILENT = {
    "XE",
    "TC",
    "TA",
    "RD",
    "SET",
    "ASK",
    "PRIVATE",
    "SEQ",
    "ADVANCE",
    "FORMCHECKBOX",
    "BIBLIOGRAPHY",
    "PAGE",
    "NUMPAGES",
    "",
}

_DEEPEST = 50


@dataclass(slots=True)
class Field:
    """A field on the way: its instruction so far, whether its result has begun, and the link it makes.

    `start` is where the result begins in the block that is read; `linked`: a part of it in an earlier block is a link.
    """

    instruction: list[str] = default_of(default_factory=list)
    in_result: bool = False
    start: int = 0
    target: str | None = None
    linked: bool = False

    @property
    def code(self) -> str:
        """The instruction as it stands, white space collapsed."""
        return " ".join("".join(self.instruction).split())

    @property
    def kind(self) -> str:
        """The field's name, in capitals."""
        return self.code.partition(" ")[0].upper()

    @property
    def shows_nothing(self) -> bool:
        """Whether it is of a kind that shows no text."""
        return self.kind in _SILENT


class Fields:
    """The fields that are open at a place of a story, the innermost last; they may reach over several paragraphs."""

    def __init__(self) -> None:
        self._open: list[Field] = []

    @property
    def instruction(self) -> list[str] | None:
        """The pieces of the instruction that is read, None where none is."""
        return next((field.instruction for field in reversed(self._open) if not field.in_result), None)

    @property
    def in_link(self) -> bool:
        """Whether the result of a link is read."""
        return any(field.in_result and field.target is not None for field in self._open)

    @property
    def in_contents(self) -> bool:
        """Whether a table of contents is read."""
        return any(field.in_result and field.kind == "TOC" for field in self._open)

    def begin(self, instruction: str = "") -> None:
        """Open a field; where more are open than anyone nests, the outermost has lost its end."""
        self._open.append(Field([instruction]))
        del self._open[:-_DEEPEST]

    def separate(self, at: int) -> None:
        """Begin the result of the innermost field at an offset of the block that is read."""
        if self._open:
            field = self._open[-1]
            field.in_result, field.start, field.target = True, at, link_target(field.code)

    def end(self) -> Field | None:
        """Close the innermost field and return it; None where none is open."""
        return self._open.pop() if self._open else None

    def move(self, at: int) -> None:
        """Let the results that are read go on at an offset of another block."""
        for field in self._open:
            field.start = at

    def end_paragraph(self) -> list[Field]:
        """Return the fields whose results are read at the end of a paragraph.

        An instruction that does not end in its paragraph has lost its end, and must not swallow the text after it.
        """
        self._open = [field for field in self._open if field.in_result]
        return self._open

    def end_contents(self) -> None:
        """Close the tables of contents whose ends were lost."""
        self._open = [field for field in self._open if field.kind != "TOC"]


def link_target(code: str) -> str | None:
    r"""Return where a field's instruction links to, None where it is no link.

    17.16.5.25: `HYPERLINK "address" \l "place in it"`, either of which may be missing.
    """
    arguments = [_unescaped(quoted) if quoted else bare for quoted, bare in _ARGUMENT.findall(code)]
    if not arguments or arguments[0].upper() != "HYPERLINK":
        return None
    address = place = ""
    waiting = iter(arguments[1:])
    for argument in waiting:
        if argument.lower() in _WITH_ARGUMENT:
            following = next(waiting, "")
            place = following if argument.lower() == "\\l" else place
        elif not argument.startswith("\\"):
            address = address or argument
    return f"{address}#{place}" if place else address


def _unescaped(quoted: str) -> str:
    return _ESCAPED.sub(r"\1", quoted)
