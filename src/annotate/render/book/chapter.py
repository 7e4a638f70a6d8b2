"""A chapter of a book: the print page of its text without title page and lists, and what the book tells of it."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from annotate.model.book import Chapter, ChapterClaim, ChapterEntity, ChapterHeading, ChapterSource
from annotate.model.edition import edition_blocks, stretches
from annotate.render.about import about_rows, authors
from annotate.render.book.part import ELSEWHERE
from annotate.render.markup import language_attributes
from annotate.render.pdf.page_parts import PageParts
from annotate.render.print.flow import running_head
from annotate.render.print.page import print_html

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotate.model.edition import ClaimEntry, Edition
    from annotate.model.edition_choices import Choices

# What of a text's own apparatus the book has once for all chapters.
_OF_THE_BOOK = frozenset({"claims", "sources", "index", "about"})
_SECTION = re.compile(r'(?=<section class="apparatus[^"]*" id="([^"]*)")')
_ID = re.compile(r'\bid="([^"]*)"')
_LINK = re.compile(r'(<a\b[^<>]*?) href="#([^"]*)"')
# Of the rows about a text those that the colophon of a book repeats.
_ABOUT = ("Text", "Found at", "Film", "Annotations", "Text, SHA-256")


def chapter_html(edition: Edition, choices: Choices, *, key: str, book: str) -> str:
    """Return the page of a chapter for WeasyPrint: its text, and what of its apparatus stands right behind it.

    `key` is what the names of its places begin with in the book, `book` the title that left-hand pages repeat.
    """
    parts = PageParts.of(print_html(edition, choices))
    if parts is None:
        raise ValueError("the print page has other parts than a chapter is made of")
    pieces = _SECTION.split(parts.apparatus)
    sections = zip(pieces[1::2], pieces[2::2], strict=True)
    kept = "".join(html for name, html in sections if name not in _OF_THE_BOOK)
    own = language_attributes(edition.language) or ' lang="en"'
    main = parts.text.replace('<main id="text"', f'<main id="text"{own}', 1)
    style = _heads(running_head(book), running_head(edition.metadata.title))
    head = parts.head.replace("</head>", f"<style>{style}</style>\n</head>", 1)
    prefix = f"{key}/"
    return PageParts(head, "", linked_elsewhere(main, prefix, kept), linked_elsewhere(kept, prefix, main)).page


def linked_elsewhere(html: str, prefix: str, beside: str = "") -> str:
    """Return HTML whose links lead to another part of the book, by `prefix` and anchor, where this one has no target.

    `beside` is what else this part has.
    """
    held = {*_ID.findall(html), *_ID.findall(beside)}

    def linked(found: re.Match[str]) -> str:
        if found[2] in held:
            return found[0]
        return f'{found[1]} href="{ELSEWHERE}{quote(prefix + unescape(found[2]), safe="/.-_~")}"'

    return _LINK.sub(linked, html)


def chapter_record(edition: Edition) -> Chapter:
    """Return what the book's own pages tell of a chapter."""
    metadata = edition.metadata
    items = {source["id"]: _cited(source) for source in edition.record.get("sources", ())}
    return Chapter(
        title=metadata.title,
        authors=authors(edition),
        headings=tuple(
            ChapterHeading(block.anchor, stretches(block.pieces))
            for block in edition_blocks(edition.parts)
            if block.level == 2
        ),
        claims=tuple(map(_claim, edition.claims)),
        notes=len(edition.notes),
        sources=tuple(
            ChapterSource(source.id, source.anchor, source.citation, items[source.id], source.uses)
            for source in edition.sources
        ),
        entities=tuple(
            ChapterEntity(
                entry.id,
                entry.anchor,
                entry.type,
                entry.name,
                tuple(place.anchor for place in entry.places),
                entry.claims,
                entry.same_as,
            )
            for entry in edition.index
        ),
        annotators=edition.annotators,
        changed=edition.changed or "",
        about=tuple((term, said) for term, said in about_rows(edition) if term in _ABOUT),
    )


def _cited(source: Mapping[str, Any]) -> dict[str, Any]:
    """Return the CSL item of a source, without what concerns its copy."""
    return {key: value for key, value in source.items() if key != "copy"}


def _claim(claim: ClaimEntry) -> ChapterClaim:
    return ChapterClaim(
        claim.id,
        claim.anchor,
        claim.mark,
        claim.lemma,
        claim.kind,
        claim.status,
        claim.place is not None,
        claim.statement,
        claim.claimant,
        claim.tags,
    )


def _heads(left: str, right: str) -> str:
    """Return the rules by which left-hand pages repeat one title and right-hand pages another."""
    strings = f"title {_css_string(left)}, section {_css_string(right)}"
    return (
        "html { break-before: right }\n"  # where the text runs from right to left, too
        f"body {{ string-set: {strings} !important }}\nh1, h2 {{ string-set: none !important }}\n"
    )


def _css_string(words: str) -> str:
    """Return words as a string of CSS (CSS Syntax Module Level 3, 4.3.5) that no HTML parser takes for a tag."""
    return '"' + re.sub(r'["\\<>&\n]', lambda found: f"\\{ord(found[0]):x} ", words) + '"'
