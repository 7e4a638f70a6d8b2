"""Typefaces within the screen edition: as stylesheet rules that hold the characters the page needs."""

from __future__ import annotations

import base64
import re
from html import unescape
from typing import TYPE_CHECKING

from annotate.render.fonts.faces import DISPLAY, SANS, SERIF, subset_woff2

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotate.render.fonts.faces import FontFace

_ASCII = bytes(range(0x80))
# What the stylesheet and the script print themselves.
_OWN_CHARACTERS = frozenset(map(chr, range(0x20, 0x7F))) | frozenset("±×¶·\u2009–—“”‘’…↑↓▾")
_SIGNS_OF_STATUS = frozenset("+±×?\u2009")
_FIRST_BEYOND = "\u0590"  # Latin, Greek and Cyrillic end here; what follows our own faces have punctuation of only
# Code points; in every face of a longer page stands nearly every letter, and to look for each costs more than it saves.
_LONG_PAGE = 400_000
_TAG = re.compile(r"<[^>]*>")
# What the stylesheet sets in another face than the roman, by the elements and classes that say so.
_BOLD = re.compile(r'<(h[23]|strong|b)\b(?! class="speaker)(.*?)</\1>', re.DOTALL)
_ITALIC = re.compile(r"<(i|em|cite|h[456])\b(.*?)</\1>", re.DOTALL)
_LEMMA = re.compile(r'<(span|p)\b([^>]*class="(?:lemma|subtitle)\b.*?)</\1>', re.DOTALL)
_MARK = re.compile(r'<(a|b)( class="(?:mark|call )[^>]*>[^<]*)')
_HEAD = re.compile(r"<(th)\b(.*?)</th>", re.DOTALL)
_STANDING = re.compile(r'<(span)( class="(?:status|outcome)">[^<]*)')
_OUTCOME = re.compile(r'<(span)( class="outcome">[^<]*)')
_TABLE_OF_TEXT = re.compile(r'<(div) class="table\b(.*?)</table>', re.DOTALL)


def font_rules(fonts: Sequence[FontFace], body: str, title: str, own_rules: str = "") -> str:
    """Return `@font-face` rules that hold the characters of a page's `body`; the display cut only those of `title`.

    Each face holds what the edition's stylesheet sets in it. `own_rules` are a theme's, which may set anything in any
    face: where there are some, each face holds all characters.
    """
    if not fonts:
        return ""
    if own_rules:
        whole = _characters(body) | _characters(own_rules)
        return "".join(_rule(face, whole, small_capitals=True) for face in fonts)
    needed, capitals = _needed(body, title), _small_capitals(body)
    return "".join(
        _rule(face, characters, small_capitals=(face.family, face.weight) in capitals)
        for face in fonts
        if _has_letters(characters := needed.get((face.family, face.style, face.weight), frozenset()))
    )


def _has_letters(characters: frozenset[str]) -> bool:
    """Return whether a face has signs for any of these characters: a font without one is none to a browser."""
    return any("!" <= character < _FIRST_BEYOND for character in characters)


def _needed(body: str, title: str) -> Mapping[tuple[str, str, int], frozenset[str]]:
    """Return by family, style and weight the characters the edition's stylesheet sets so."""
    whole = _characters(body)
    long = len(body) > _LONG_PAGE
    patterns = (_BOLD, _ITALIC, _LEMMA, _MARK, _STANDING, _HEAD)
    bold, italic, lemmas, marks, standing, heads = (whole if long else _found(pattern, body) for pattern in patterns)
    if not long:
        bold |= _both(_TABLE_OF_TEXT, _HEAD, body)
    capitals = frozenset("".join(_found(_OUTCOME, body)).upper())  # the stylesheet capitalises it
    return {
        (SERIF, "normal", 400): whole,
        (SERIF, "italic", 400): italic | lemmas,
        (SERIF, "normal", 600): bold,
        (SERIF, "italic", 600): whole if long else _both(_BOLD, _ITALIC, body) | _both(_ITALIC, _BOLD, body),
        (DISPLAY, "normal", 600): frozenset(title),
        (SANS, "normal", 400): whole,
        (SANS, "italic", 400): italic | marks if marks else frozenset(),
        (SANS, "normal", 600): marks | standing | capitals | heads | _SIGNS_OF_STATUS if marks else frozenset(),
    }


def _characters(page: str) -> frozenset[str]:
    """Return the characters of a page with those the stylesheet and the script print; of ASCII all are among these."""
    beyond = page.encode("utf-8", errors="ignore").translate(None, _ASCII).decode("utf-8")
    return _OWN_CHARACTERS | frozenset(beyond)


def _found(pattern: re.Pattern[str], body: str) -> frozenset[str]:
    """Return the characters of all that a pattern finds, whose first group is an element and second what follows."""
    found = "".join(f"<{match[1]}{match[2]}" for match in pattern.finditer(body))
    return frozenset(unescape(_TAG.sub("", found)))


def _both(outer: re.Pattern[str], inner: re.Pattern[str], body: str) -> frozenset[str]:
    """Return the characters of all that one pattern finds within what another finds."""
    return frozenset().union(*(_found(inner, match[2]) for match in outer.finditer(body)))


def _small_capitals(body: str) -> frozenset[tuple[str, int]]:
    """Return the families and weights a page has small capitals in: of speakers, of the text."""
    of_speakers = {(SERIF, 400)} if '<b class="speaker' in body else set()
    of_text = {(SERIF, 400), (SERIF, 600), (DISPLAY, 600)} if "small-caps" in body else set()
    return frozenset(of_speakers | of_text)


def _rule(face: FontFace, characters: frozenset[str], *, small_capitals: bool) -> str:
    data = base64.b64encode(subset_woff2(face, characters, small_capitals=small_capitals)).decode("ascii")
    return (
        f'@font-face{{font-family:"{face.family}";font-style:{face.style};font-weight:{face.weight};'
        f'font-display:swap;src:url("data:font/woff2;base64,{data}") format("woff2")}}\n'
    )
