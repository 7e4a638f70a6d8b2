"""From a citation as the style composed it to safe HTML: italics, quotation marks and punctuation settled last.

While a citation is composed, italics and quotation marks are single characters that Unicode keeps out of texts
(noncharacters, U+FDD0 and on). So the composing code sees plain text at every seam, and what stands in a source's
fields can never be taken for markup.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ITALIC_ON, ITALIC_OFF, QUOTE_ON, QUOTE_OFF = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3"
_ITALICS = frozenset((ITALIC_ON, ITALIC_OFF))
# Punctuation inside a field that must survive as typed ("Wait...", "What?!"), not be taken for a seam's collision.
_KEPT = {mark: chr(0xFDD8 + index) for index, mark in enumerate(".,;:!?")}
_SPOKEN = {kept: mark for mark, kept in _KEPT.items()}
_NONCHARACTERS = re.compile("[\ufdd0-\ufdef]")
_MARKUP = re.compile(r"<i>(.*?)</i>", re.DOTALL)
_NO_CASE = re.compile(r'<span class="nocase">(.*?)</span>', re.DOTALL)
_RUN = re.compile(r"[.,;:!?](?=[.,;:!?])")
_STRAIGHT_QUOTED = re.compile(r'(?<![^\s(\[{/—–-])"([^"]+)"(?!\w)')
_CURLY_QUOTED = re.compile("“([^“”]*)”")
# Not the 'n' of "rock 'n' roll".
_SINGLE_QUOTED = re.compile(r"(?<![^\s(\[{/—–-])['‘](?!n['’])([^'‘’\s]|[^'‘’\s][^‘]*?[^'‘’\s])['’](?!\w)")
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w|\s|$)")

# What is left when two marks meet at a seam; a pair not listed is kept ("Jr.," and "?,").
_COLLISIONS = {
    "..": ".", "?.": "?", "!.": "!", ":.": ":", ";.": ";", ",.": ".",
    ",,": ",", ";;": ";", "::": ":", "!!": "!", "??": "?", ",;": ";", ",:": ":", ";,": ";", ":,": ":",
}  # fmt: skip

# Small words a title in English leaves in lower case (CSL 1.0.2, "Title Case Conversion").
_SMALL_WORDS = frozenset(
    "a an and as at but by d de down for from in into nor of on onto or over so the till to up van via von v vs with "
    "yet".split()
)
_WORD = re.compile(r"[^\s-]+")
# Small words of other languages as they stand in mid-title ("die" and "in" are English words too), and elisions.
_FOREIGN = re.compile(
    r"(?<=\s)(?:à|au|aux|con|dans|das|del|dem|den|der|des|du|ein|eine|et|gli|i|il|la|las|le|les|lo|los|och|og|sur|un|una"
    r"|und|une|von|y|zu)(?=\s)|\b(?:d|l|qu)’(?=\w)"
)
_ADDRESS_LIKE = re.compile(r"[./@#_]\w|\d")


@dataclass(frozen=True, slots=True)
class QuotationMarks:
    """The quotation marks of a language, and whether a full stop or comma goes inside them (American usage)."""

    outer: tuple[str, str] = ("“", "”")
    inner: tuple[str, str] = ("‘", "’")
    punctuation_inside: bool = True


def field_text(value: str) -> str:
    """Return a source's field ready for composing: one line, `<i>` and paired quotes as marks, apostrophes curly.

    CSL-JSON allows a little markup in fields (CSL-JSON schema, "Rich text"); of it, `<i>` is kept, `nocase` dropped,
    and all else is plain text.
    """
    text = " ".join(_NONCHARACTERS.sub("", value).split())
    text = _MARKUP.sub(f"{ITALIC_ON}\\1{ITALIC_OFF}", _NO_CASE.sub(r"\1", text))
    text = _RUN.sub(lambda match: _KEPT[match.group()], text)
    text = _CURLY_QUOTED.sub(f"{QUOTE_ON}\\1{QUOTE_OFF}", _STRAIGHT_QUOTED.sub(f"{QUOTE_ON}\\1{QUOTE_OFF}", text))
    return curly(_SINGLE_QUOTED.sub(f"{QUOTE_ON}\\1{QUOTE_OFF}", text))


def name_text(value: str) -> str:
    """Return a part of a name ready for composing: one line, quotes and apostrophes curly, no markup."""
    text = " ".join(_NONCHARACTERS.sub("", value).split())
    return curly(_STRAIGHT_QUOTED.sub("“\\1”", text))


def curly(text: str) -> str:
    """Return `text` with straight apostrophes curly."""
    return _APOSTROPHE.sub("’", text)


def title_case(text: str) -> str:
    """Return an English title with its words capitalised, small words and words with capitals of their own as they are.

    The first and last word, and the first after a colon, are capitalised whatever they are. A title that looks like
    one of another language is returned as it is.
    """
    words = list(_WORD.finditer(text))
    if _FOREIGN.search(text) or any(_has_foreign_letters(word.group()) for word in words):
        return text
    pieces: list[str] = []
    at = 0
    for index, match in enumerate(words):
        before = text[: match.start()].rstrip(f"{ITALIC_ON}{QUOTE_ON} ")
        edge = index in {0, len(words) - 1} or before.endswith((":", ".", "?", "!", "—"))
        pieces += [text[at : match.start()], _capitalised(match.group(), edge=edge)]
        at = match.end()
    return "".join([*pieces, text[at:]])


def _has_foreign_letters(word: str) -> bool:
    """Whether a word in lower case has letters English does without; a name ("Méliès") may stand in any title."""
    letters = "".join(filter(str.isalpha, word))
    return letters[:1].islower() and not letters.isascii()


def _capitalised(word: str, *, edge: bool) -> str:
    letters = "".join(filter(str.isalpha, word))
    if not letters.islower() or _ADDRESS_LIKE.search(word) or (letters in _SMALL_WORDS and not edge):
        return word
    return capitalised_first(word)


def capitalised_first(text: str) -> str:
    """Return `text` with its first letter a capital; marks and punctuation before it do not count."""
    for index, char in enumerate(text):
        if char.isalnum():
            return text[:index] + char.upper() + text[index + 1 :]
    return text


def sort_text(composed: str) -> str:
    """Return a composed text as a sort key: no marks, no accents, no case, no punctuation before the first letter."""
    letters = unicodedata.normalize("NFKD", plain(composed, QuotationMarks()).casefold())
    return re.sub(r"^\W+", "", "".join(char for char in letters if not unicodedata.combining(char)))


def plain(composed: str, quotation: QuotationMarks) -> str:
    """Return a composed text without italics, quotation marks and punctuation settled."""
    return "".join(char for char in _settled(composed, quotation) if char not in _ITALICS)


def html(composed: str, quotation: QuotationMarks) -> str:
    """Return a composed text as HTML with `<i>` as its only element; everything else is escaped."""
    pieces: list[str] = []
    depth = 0
    for char in _settled(composed, quotation):
        # A title inside an italic title is set upright, so every second level closes instead of opening.
        if char == ITALIC_ON:
            depth += 1
            pieces.append("<i>" if depth % 2 else "</i>")
        elif char == ITALIC_OFF:
            depth -= 1
            pieces.append("<i>" if depth % 2 else "</i>")
        else:
            pieces.append(escape(char))
    return "".join(pieces).replace("<i></i>", "")


def _settled(composed: str, quotation: QuotationMarks) -> str:
    """Return the text with collisions at seams resolved, real quotation marks, and kept punctuation restored."""
    settled: list[str] = []
    for char in composed:
        if char in _KEPT:
            _add_punctuation(settled, char, inside=quotation.punctuation_inside and char in ".,")
        elif not (char == " " and settled and settled[-1] == " "):
            settled.append(char)
    return "".join(_spoken(settled, quotation)).strip()


def _add_punctuation(settled: list[str], mark: str, *, inside: bool) -> None:
    """Append a punctuation mark: before closing quotation marks if it goes `inside`, and once where two meet.

    A full stop meets what stands inside the quotation marks even where it goes outside: ‘Who Is Afraid?’ needs none.
    """
    passed = _ITALICS | {QUOTE_OFF} if inside or mark == "." else _ITALICS
    end = len(settled)
    while end and settled[end - 1] in passed:
        end -= 1
    if end and (left := _COLLISIONS.get(settled[end - 1] + mark)):
        settled[end - 1] = left
    elif inside and QUOTE_OFF in settled[end:]:
        settled.insert(settled.index(QUOTE_OFF, end), mark)
    else:
        settled.append(mark)


def _spoken(settled: list[str], quotation: QuotationMarks) -> Iterator[str]:
    depth = 0
    for char in settled:
        if char == QUOTE_ON:
            yield (quotation.outer, quotation.inner)[depth % 2][0]
            depth += 1
        elif char == QUOTE_OFF:
            depth -= 1
            yield (quotation.outer, quotation.inner)[depth % 2][1]
        else:
            yield _SPOKEN.get(char, char)
