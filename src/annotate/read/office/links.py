"""Which links and languages of a word processor's file become markup."""

from __future__ import annotations

from annotate.lazy_pattern import lazy_pattern

_IGNORED = lazy_pattern(r"[\x00-\x20]")  # as browsers ignore them in a scheme (WHATWG URL, 4.4)
_SCRIPTS = ("javascript:", "vbscript:")
_EAST_ASIAN = "\u2e80"  # the first character of the scripts that Word gives a language of their own


def is_script(target: str) -> bool:
    """Whether the address of a link is a program."""
    return _IGNORED.sub("", target).lower().startswith(_SCRIPTS)


def foreign_language(text: str, western: str, eastern: str, main: str) -> str:
    """Return the BCP 47 tag of a text's language where it is not in `main`, the main subtag of the document's.

    `western` and `eastern` are what the text is marked with for its two kinds of scripts. "" where it is in `main`,
    where no language is known and where the text has no letters.
    """
    language = western
    if eastern and not text.isascii() and any(character > _EAST_ASIAN for character in text):
        language = eastern
    own = language.partition("-")[0].lower()
    return language if own and main and own != main and any(map(str.isalpha, text)) else ""
