"""The lines of a plain text, and the runs they stand in between blank lines."""

from __future__ import annotations

from typing import NamedTuple

from annotate.lazy_pattern import lazy_pattern

# What is white space between words; the no-break space and its kin are characters.
_BLANKS = lazy_pattern(r"[ \t\n\v\f\x1c-\x1f\x85]+")
_INDENTS = " \u3000"  # Chinese paragraphs begin with two ideographic spaces
_TAB = 4  # columns a tab at the start of a line is worth
_GAP = lazy_pattern(r"\S(?: {3,}|\t+)\S")


class Line(NamedTuple):
    """A line that is not blank.

    Attributes:
        number: its 1-based number in the file.
        words: its text, runs of white space one space, none at the ends.
        indent: how many columns of white space stand before it.
        page: whether a page begins with it (a form feed before it).
        gap: whether three spaces or a tab part its words, as a running head from the number of the page.
    """

    number: int
    words: str
    indent: int
    page: bool = False
    gap: bool = False


def runs_of_lines(text: str) -> list[list[Line]]:
    """Return the runs of lines between blank lines; `text` has LF for line ends. A form feed begins a page, no run."""
    runs: list[list[Line]] = [[]]
    paged = "\f" in text
    page = False
    for number, line in enumerate(text.split("\n"), 1):
        # Most lines have single spaces alone, which is quicker seen than replaced.
        plain = line.isprintable() and "  " not in line
        words = (line if plain else _BLANKS.sub(" ", line)).strip(_INDENTS)
        page = page or (paged and "\f" in line)
        if words and not words.isspace():
            if words == line:
                runs[-1].append(Line(number, words, 0, page))
            else:
                runs[-1].append(_spaced(number, words, line, page=page))
            page = False
        elif runs[-1] and not (paged and "\f" in line):
            runs.append([])
    return [run for run in runs if run]


def _spaced(number: int, words: str, line: str, *, page: bool) -> Line:
    """Return a line with white space other than single spaces between words."""
    bare = line.lstrip(" \t\f")
    before = line[: len(line) - len(bare)]
    indent = len(before) + (_TAB - 1) * before.count("\t") - before.count("\f")
    return Line(number, words, indent, page, len(words) < len(bare) and _GAP.search(bare) is not None)
