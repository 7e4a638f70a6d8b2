"""The page that a person would write by hand to have WeasyPrint alone make an edition of the same look.

The same words at the same sizes on the same pages, notes at the foot, contents and lists with page numbers; plain
paragraphs, no anchors but those that are used, a style sheet of a screenful.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from annotate.model.edition import Call, EditionGroup, Markup, Stretch, stretches
from annotate.render.entry_html import entry_html

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotate.model.edition import ClaimEntry, Edition, EditionBlock, NoteEntry, Piece

STYLE = """
@page { size: A5; margin: 19mm 17mm 21mm 19mm; @footnote { border-top: 0.4pt solid #777; padding-top: 2.2mm; margin-top: 4.5mm } }
@page :left { @top-left { content: string(title); font: italic 8pt "Source Serif 4"; vertical-align: bottom; padding-bottom: 5mm } @bottom-left { content: counter(page); font: 8.5pt "Source Serif 4"; vertical-align: top; padding-top: 6mm } }
@page :right { @top-right { content: string(section); font: italic 8pt "Source Serif 4"; vertical-align: bottom; padding-bottom: 5mm } @bottom-right { content: counter(page); font: 8.5pt "Source Serif 4"; vertical-align: top; padding-top: 6mm } }
html { font: 10pt/1.42 "Source Serif 4"; font-variant-numeric: oldstyle-nums; hyphens: auto; hyphenate-limit-chars: 6 3 4 }
body { margin: 0 } p, h1, h2 { margin: 0; position: relative } a { color: inherit; text-decoration: none }
h1 { string-set: title content(); font: 24pt "Source Serif 4 Display" } h1, .contents { break-after: page }
h2 { string-set: section content(); font: 13pt "Source Serif 4"; margin: 8mm 0 3mm; break-after: avoid }
.contents a::after { content: leader(" . ") target-counter(attr(href), page) }
main p { text-align: justify; text-indent: 1.2em } main p.turn { text-indent: 0; margin-top: 2.2mm }
.number { position: absolute; left: -7.5mm; font: 6.5pt/14.2pt "Source Sans 3"; text-indent: 0 }
sup { font: 0.62em/0 "Source Sans 3" }
.foot { float: footnote; font-size: 8pt; line-height: 1.35; text-align: left; text-indent: 0; margin-bottom: 0.9mm; padding-left: 5.2mm }
.foot::footnote-call, .foot::footnote-marker { content: none }
b { display: inline-block; width: 5.2mm; margin-left: -5.2mm; font: 7.2pt "Source Sans 3" }
.list { font-size: 9.2pt; line-height: 1.38; hyphens: none } .list p { margin-bottom: 1.7mm; padding: 0 12mm 0 7mm }
.list a { position: absolute; right: 0; bottom: 0 } .list a::after { content: target-counter(attr(href), page) }
"""  # noqa: E501  # a rule a line
_TAG = re.compile(r"<[^>]*>")
_LEMMA = re.compile(r'<span class="lemma.*?</span>')


def hand_made(edition: Edition) -> str:
    """Return the page of an edition."""
    text: list[str] = []
    headings: list[str] = []
    for part in edition.parts:
        _write(edition, part, text, headings)
    title = escape(edition.metadata.title)
    parts = [
        f'<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>{title}</title><style>{STYLE}</style>',
        f'<h1>{title}</h1><div class="contents">{"".join(headings)}</div><main>',
        *text,
        "</main>",
        _claims(edition),
        "<h2>Sources</h2>",
        *(f"<p>{source.citation}</p>" for source in edition.sources),
        "</div>",
    ]
    return "\n".join(parts)


def _write(
    edition: Edition, node: EditionGroup | EditionBlock, text: list[str], headings: list[str], label: str = ""
) -> None:
    """Write a part of the text, what stands in it, and its headings; `label` is who speaks."""
    if isinstance(node, EditionGroup):
        for number, child in enumerate(node.children):
            speaks = f"{node.speaker.label} " if node.speaker and not number else ""
            _write(edition, child, text, headings, speaks)
    elif node.level > 1:
        words = escape(stretches(node.pieces))
        headings.append(f'<p><a href="#h{len(headings)}">{words}</a></p>')
        text.append(f'<h2 id="h{len(headings) - 1}">{_inline(edition, node.pieces)}</h2>')
    elif node.level == 0:
        beside = "" if node.number is None else f'<span class="number">{node.number}</span>'
        kind = ' class="turn"' if label else ""
        text.append(f"<p{kind}>{beside}{escape(label)}{_inline(edition, node.pieces)}</p>")


def _inline(edition: Edition, pieces: Iterable[Piece]) -> str:
    made = []
    for piece in pieces:
        if isinstance(piece, Stretch):
            made.append(escape(piece.text))
        elif isinstance(piece, Markup):
            content = _inline(edition, piece.content)
            made.append(f"<i>{content}</i>" if piece.name in {"title", "emph"} else content)
        elif isinstance(piece, Call):
            entries = [entry for name in piece.entries if (entry := edition.entry(name))]
            made += [f'<sup id="{entry.anchor}">{entry.mark}</sup>' for entry in entries]
            made += [f'<span class="foot"><b>{entry.mark}</b>{_words(entry)}</span>' for entry in entries]
    return "".join(made)


def _words(entry: ClaimEntry | NoteEntry) -> str:
    """Return the words of a note: its lemma, as the page has it, and what follows, without markup."""
    return f"<i>{escape(entry.lemma)}</i>" + _TAG.sub("", _LEMMA.sub(":", entry_html(entry), count=1))


def _claims(edition: Edition) -> str:
    rows = "".join(
        f"<p>{claim.mark} {escape(claim.statement or claim.lemma)} · {claim.kind}, {claim.status}"
        f' <a href="#{claim.anchor}"></a></p>'
        for claim in edition.claims
    )
    return f'<div class="list"><h2>Claims</h2>{rows}'
