"""Writing HTML by hand: escaping, attributes, and the only addresses a link may have."""

from __future__ import annotations

import re
from html import escape

# What an HTML page cannot carry as text (HTML Standard, 13.2.3.5): NUL, surrogates; and control characters, which only
# a JSON string can bring. C1 controls stay: a TEI text may hold them, and the edition shows the text as it is.
_NOT_CARRIED = "\x00-\x08\x0b\x0c\x0d\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff"
_NOT_TEXT = re.compile(f"[{_NOT_CARRIED}]")
_NOT_PLAIN = re.compile(f"[&<>\"'{_NOT_CARRIED}]")
_ADDRESS = re.compile(r"(?:https?://[^/?#\s][^\s]*|mailto:[^\s]+)", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x20\x7f-\x9f\ud800-\udfff]")
_ESCAPED_IN_ADDRESSES = str.maketrans({sign: f"%{ord(sign):02X}" for sign in '"<>\\^`{|}'})
_LONGEST_ADDRESS = 2_000  # code points
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"})


def clean(value: str) -> str:
    """Return `value` with a replacement character for each code point that no page can carry."""
    return _NOT_TEXT.sub("\ufffd", value)


def text(value: str) -> str:
    """Return `value` as HTML text or as the inside of a quoted attribute."""
    # Nearly every string is plain; one search costs a fifth of six replacements.
    return escape(clean(value), quote=True) if _NOT_PLAIN.search(value) else value


def attribute(name: str, value: str | None) -> str:
    """Return ` name="value"`, or "" where `value` is None or empty. `name` is the program's own."""
    return f' {name}="{text(value)}"' if value else ""


def address(value: str) -> str | None:
    """Return a link's address if it may stand in an edition (http, https, mailto), else None.

    Characters that no address may hold (RFC 3986, section 2) are percent-encoded.
    """
    if len(value) > _LONGEST_ADDRESS or _CONTROL.search(value) or not _ADDRESS.fullmatch(value):
        return None
    return value.translate(_ESCAPED_IN_ADDRESSES)


def link(href: str, inside: str, css_class: str = "") -> str:
    """Return a link around HTML; `href` is a fragment or an address that `address` has accepted."""
    return f'<a{attribute("class", css_class)} href="{text(href)}">{inside}</a>'


def english_attributes(language: str) -> str:
    """Return the attributes of the editor's own words, which are English, in a page in `language` (a BCP 47 tag)."""
    return "" if language.split("-", maxsplit=1)[0].lower() == "en" else ' lang="en" dir="ltr"'


def statement_attributes(language: str) -> str:
    """Return the attribute of a claim's statement in the edition of a text in `language` (a BCP 47 tag).

    Of an English text it is taken to be in English, as the editor's own words are. Of another it may be in either
    language: nobody states it, and a voice that reads aloud does best with the language its user has chosen, which
    an empty tag leaves it (HTML Standard, "The lang and xml:lang attributes").
    """
    return ' lang=""' if english_attributes(language) else ""


def language_attributes(tag: str | None) -> str:
    """Return ` lang=".."` (and ` dir="rtl"` for a script written so) of a BCP 47 tag, "" for one that is none."""
    if not tag or not _LANGUAGE.fullmatch(tag):
        return ""
    direction = ' dir="rtl"' if right_to_left(tag) else ""
    return f' lang="{tag}"{direction}'


def right_to_left(tag: str) -> bool:
    """Return whether texts in a language (a BCP 47 tag) run from right to left."""
    return tag.partition("-")[0].lower() in _RIGHT_TO_LEFT
