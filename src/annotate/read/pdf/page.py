"""What stands on the pages of a PDF.

Lengths are in points (1/72 inch), from the left and the top of the page as it is read: pages whose text is set sideways
are turned upright.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fragment:
    """Characters side by side on one baseline, in one font and size, without a gap wider than words have.

    Attributes:
        text: the characters; single spaces between words, none at the ends.
        left, right: where the first begins and the last ends.
        baseline: how far the baseline is below the top of the page.
        size: of the type.
        bold, italic: of the font.
        spaced: white space stands between this and what the file drew before.
        turn: 0, or the angle in degrees by which it is turned against the page's text.
        link: the address it is linked to, or "".
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    bold: bool = False
    italic: bool = False
    spaced: bool = True
    turn: int = 0
    link: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A picture, or a reader's remark on a place; `words` is the picture's description or the remark."""

    left: float
    top: float
    right: float
    bottom: float
    words: str = ""
    author: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page.

    Attributes:
        number: its place in the file, from 1.
        label: its number as the file declares it, or "".
        width, height: its size.
        fragments: its text, in the order it was drawn.
        pictures: where pictures stand, with their descriptions.
        remarks: readers' remarks (annotations with words).
        unreadable: how many characters have no Unicode value; they stand as U+FFFD.
        scripts: links that run scripts, which were left out.
        fields: names and values of form fields that are filled in.
        damaged: the page could not be opened.
    """

    number: int
    label: str = ""
    width: float = 0
    height: float = 0
    fragments: tuple[Fragment, ...] = ()
    pictures: tuple[Box, ...] = ()
    remarks: tuple[Box, ...] = ()
    unreadable: int = 0
    scripts: tuple[str, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    damaged: bool = False
