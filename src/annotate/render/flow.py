"""The text of an edition as HTML: blocks and groups in HTML's own elements, for both editions alike."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from annotate.model.edition import EditionBlock, EditionGroup, stretches
from annotate.render.boilerplate import boilerplate_html
from annotate.render.inlines import Inlines, call_anchor
from annotate.render.markup import attribute, language_attributes, link, text
from annotate.render.text_view import ARRANGING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotate.model.edition import Edition, Speaker

    Node = EditionGroup | EditionBlock

_CLASSES = {
    "titlePart": "subtitle",
    "byline": "byline",
    "docAuthor": "byline",
    "docDate": "date",
    "dateline": "date",
    "note": "author-note",
    "stage": "stage",
    "bibl": "attribution",
    "signed": "attribution",
    "closer": "attribution",
    "trailer": "trailer",
    "speaker": "speaker",
}
_QUOTATIONS = frozenset({"quote", "cit", "epigraph", "q", "said"})
_ORDERED = frozenset({"ordered", "numbered", "decimal"})
_OWN_MARK = re.compile(r"\s*(?:[-–—*•·◦▪‣●○■□]|\(?(?:\d{1,3}|[A-Za-z])[.)])\s")
_WIDEST_CELL = 100  # columns or rows; a table may claim millions and stop the page


class Flow(Inlines):
    """Sets the text. `set_apart` is called for each block that stands by itself in the column of the text."""

    def __init__(self, edition: Edition) -> None:
        super().__init__(edition)
        self._waiting: list[str] = []  # anchors of turns and divisions, for the first block in them
        self._speaker: Speaker | None = None
        self._time = ""
        self._tables = 0

    def set_apart(self, node: Node) -> str:
        """Return the HTML of a node that stands by itself: a paragraph, a heading, a whole quotation, list or table."""
        return self.element(node)

    def heading_attributes(self, block: EditionBlock) -> str:
        """Return what an edition adds to a heading's element."""
        return ""

    def nodes(self, nodes: Iterable[Node]) -> str:
        """Return the HTML of nodes in the column of the text, in order."""
        return "".join(self._node(node) for node in nodes)

    def _node(self, node: Node) -> str:
        if isinstance(node, EditionBlock) or node.name not in ARRANGING:
            return self.set_apart(node)
        self._wait_for(node)
        inside = self.nodes(node.children)
        if node.name.startswith("div"):
            return f"<section{language_attributes(node.attributes.get('xml:lang'))}>\n{inside}</section>\n"
        return f'<div class="turn">\n{inside}</div>\n' if node.name in {"sp", "u"} else inside

    def element(self, node: Node, css_class: str = "") -> str:
        """Return the HTML of a node with all below it, its element bearing `css_class` beside its own classes."""
        if isinstance(node, EditionGroup):
            return self._group(node, css_class)
        if node.level:
            return self._set(node, f"h{node.level}", css_class, self.heading_attributes(node))
        if node.name in {"lg", "l"}:
            return self._set(node, "p", f"verse {css_class}")
        if node.name in _QUOTATIONS:
            return f"<blockquote{_classes(css_class)}>{self._set(node, 'p')}</blockquote>\n"
        return self._set(node, "p", f"{_CLASSES.get(node.name, '')} {css_class}")

    def _set(self, block: EditionBlock, name: str, css_class: str = "", more: str = "") -> str:
        """Return a block as an HTML element, with what waited for it: anchors and the speaker of its turn."""
        own = (
            attribute("id", block.anchor)
            + _classes(css_class)
            + language_attributes(block.attributes.get("xml:lang"))
            + more
        )
        sign = self._note_sign(block) if block.sign else ""
        lead = self._number(block) + self._lead(block.also) + sign
        return f"<{name}{own}>{lead}{self.pieces(block.pieces)}</{name}>\n"

    def _note_sign(self, block: EditionBlock) -> str:
        """Return the sign a note of the text's own begins with, which leads back to its call."""
        sign = text(block.sign)
        if block.anchor in self.calls_set:
            sign = link(f"#{call_anchor(block.anchor)}", sign)
        return f'<sup class="sign" data-apparatus>{sign} </sup>'

    def _number(self, block: EditionBlock) -> str:
        """Return the paragraph's number in the margin, drawn by the stylesheet so that it is no part of the text."""
        if block.number is None:
            return ""
        return (
            f'<a class="number" href="#{text(block.anchor)}" aria-label="Paragraph {block.number}"'
            f' data-number="{block.number}"></a>'
        )

    def _lead(self, also: tuple[str, ...] = ()) -> str:
        if not (self._waiting or also or self._time or self._speaker):
            return ""
        anchors = "".join(f'<span id="{text(anchor)}"></span>' for anchor in (*self._waiting, *also))
        self._waiting.clear()
        time, self._time = self._time, ""
        if time:
            anchors += f'<span class="time" data-apparatus>{text(time)} </span>'
        speaker, self._speaker = self._speaker, None
        if speaker is None:
            return anchors
        supplied = " supplied" if speaker.supplied else ""
        return f'{anchors}<b class="speaker{supplied}" data-apparatus>{text(speaker.label)} </b>'

    def _wait_for(self, group: EditionGroup) -> None:
        if group.anchor:
            self._waiting.append(group.anchor)
        if group.speaker:
            self._speaker = group.speaker
        self._time = group.time or self._time

    def _group(self, group: EditionGroup, css_class: str) -> str:
        self._wait_for(group)
        before = ""
        if self._speaker is not None or self._time:
            # A turn that begins with a list or a quotation: its speaker gets a line of their own.
            before = f"<p{_classes(f'turn {css_class}')}>{self._lead()}</p>\n"
        match group.name:
            case "list" | "listBibl" | "castList":
                return before + self._list(group, css_class)
            case "table":
                return before + self._table(group, css_class)
            case "figure":
                return before + self._figure(group, css_class)
            case "note":
                return f"{before}<div{_classes(f'author-note {css_class}')}>\n{self._inside(group)}</div>\n"
            case "lg":
                return f"{before}<div{_classes(f'stanzas {css_class}')}>\n{self._inside(group)}</div>\n"
            case "boilerplate":
                return before + boilerplate_html(group, css_class, self.edition.language)
            case name if name in _QUOTATIONS:
                return before + self._quotation(group, css_class)
            case _:
                return f"{before}<div{_classes(css_class)}>\n{self._inside(group)}</div>\n"

    def _inside(self, group: EditionGroup) -> str:
        return "".join(self.element(child) for child in group.children)

    def _figure(self, group: EditionGroup, css_class: str) -> str:
        inside = "".join(f"{html}\n" for picture in group.pictures if (html := self.picture(picture)))
        if group.children:
            inside += f"<figcaption>\n{self._inside(group)}</figcaption>"
        return f"<figure{_classes(css_class)}>{inside}</figure>\n" if inside else ""

    def _quotation(self, group: EditionGroup, css_class: str) -> str:
        """Return a quotation; the `quote` in a `cit` is one quotation with its attribution."""
        inside = "".join(
            self._inside(child)
            if isinstance(child, EditionGroup) and child.name == "quote" and group.name == "cit"
            else self.element(child)
            for child in group.children
        )
        return f"<blockquote{_classes(css_class)}>\n{inside}</blockquote>\n"

    def _list(self, group: EditionGroup, css_class: str) -> str:
        kind = f"{group.attributes.get('type', '')} {group.attributes.get('rend', '')}".lower().split()
        name = "ol" if _ORDERED & set(kind) else "ul"
        inside: list[str] = []
        for child in group.children:
            if isinstance(child, EditionBlock):
                inside.append(self._set(child, "li", "" if child.name == "item" else "unmarked"))
            else:
                inside.append(f"<li>\n{self._item(child)}</li>\n")
        own = "own-marks" if _begin_with_marks(group) else ""
        return f"<{name}{_classes(f'{own} {css_class}')}>\n{''.join(inside)}</{name}>\n"

    def _item(self, group: EditionGroup) -> str:
        if group.name != "item":
            return self.element(group)
        self._wait_for(group)
        return self._inside(group)

    def _table(self, group: EditionGroup, css_class: str) -> str:
        caption, rows = "", []
        for child in group.children:
            if isinstance(child, EditionGroup):
                rows.append(f"<tr>{self._row(child)}</tr>\n")
            elif rows:
                rows.append(f"<tr>{self._set(child, 'td', 'caption')}</tr>\n")
            else:
                caption += self._set(child, "p", "caption")
        # A table wider than the screen is scrolled, by the keyboard too.
        region = f' role="region" tabindex="0" aria-label="Table {self._next_table()}"'
        body = f"<table>\n<tbody>\n{''.join(rows)}</tbody></table>" if rows else ""
        return f"<div{_classes(f'table {css_class}')}{region}>{caption}{body}</div>\n"

    def _next_table(self) -> int:
        self._tables += 1
        return self._tables

    def _row(self, row: EditionGroup) -> str:
        heading = row.attributes.get("role") == "label"
        self._wait_for(row)
        cells: list[str] = []
        for cell in row.children:
            label = heading or cell.attributes.get("role") == "label"
            name = "th" if label else "td"
            more = (' scope="col"' if heading else ' scope="row"') if label else ""
            more += _extent("colspan", cell.attributes.get("cols")) + _extent("rowspan", cell.attributes.get("rows"))
            if isinstance(cell, EditionBlock):
                cells.append(self._set(cell, name, "", more))
            else:
                self._wait_for(cell)
                cells.append(f"<{name}{more}>{self._inside(cell)}</{name}>")
        return "".join(cells)


def _begin_with_marks(group: EditionGroup) -> bool:
    """Return whether each item of a list begins with a bullet, dash or number that is part of the text."""
    first = [stretches(child.pieces) for child in group.children if isinstance(child, EditionBlock)]
    return bool(first) and len(first) == len(group.children) and all(map(_OWN_MARK.match, first))


def _extent(name: str, value: str | None) -> str:
    """Return how many columns or rows a cell takes, if that is a number a page can bear."""
    plain = value is not None and value.isascii() and value.isdigit() and len(value) <= 3
    return f' {name}="{int(value)}"' if plain and value and 1 < int(value) <= _WIDEST_CELL else ""


@lru_cache(maxsize=256)  # a page has a few dozen, each many times
def _classes(classes: str) -> str:
    return attribute("class", " ".join(classes.split()))
