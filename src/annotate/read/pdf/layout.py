"""The pages of a PDF as one text: furniture out of the way, columns in order, paragraphs joined, blocks made."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from annotate.model.source import Comment, Form, RawBlock, RawMark
from annotate.read.pdf.columns import Column, columns_of
from annotate.read.pdf.furniture import furniture_of
from annotate.read.pdf.lines import lines_of
from annotate.read.pdf.measure import measure_of
from annotate.read.pdf.notes import notes_of
from annotate.read.pdf.paragraphs import Aside, Paragraph, Placed, paragraphs_of, placed
from annotate.read.pdf.ranks import ranks_of
from annotate.read.pdf.remarks import comment_on
from annotate.read.pdf.words import Hyphens, Place, Writer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotate.model.source import RawNote
    from annotate.read.pdf.lines import Line
    from annotate.read.pdf.page import Box, Page

_CAPTION_NEAR = 2.5  # times its size is a caption's first line below its picture, at most
_CAPTION_SMALL = 0.95


class Layout:
    """The text of a PDF. `blocks` makes the blocks; after it, `hyphens` and `notes` say what was resolved."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._pages = pages
        self._furniture = furniture_of(pages)
        self._columns = self._columns_in_order()
        everything = [column for own in self._columns.values() for column in own]
        self._measure = measure_of(everything)
        self.notes = notes_of(everything, self._measure.size)
        self.hyphens = Hyphens.of(line for column in everything for line in column.lines)
        self._calls: dict[int, RawNote] = {}
        self._blocks: list[RawBlock] = []
        self._places: dict[int, list[tuple[int, Place]]] = defaultdict(list)
        self._begun: set[int] = set()

    def _columns_in_order(self) -> dict[int, list[Column]]:
        upright = {
            page.number: [f for f in self._furniture.rest.get(page.number, ()) if not f.turn] for page in self._pages
        }
        found: dict[int, list[Column]] = {}
        gutters: Counter[int] = Counter()
        for number, fragments in upright.items():
            found[number], own = columns_of(fragments, number, ())
            gutters.update({round(gutter / 4) for gutter in own})
        known = [4.0 * gutter for gutter in gutters]
        if known:
            for number, fragments in upright.items():
                found[number], _ = columns_of(fragments, number, known)
        return found

    def label(self, page: Page) -> str:
        """Return a page's number: as the file declares it, as it is printed, or its place in the file."""
        printed = page.number + (self._furniture.offset or 0)
        return page.label or str(printed if printed > 0 else page.number)

    def blocks(self) -> list[RawBlock]:
        """Return the blocks of the text, in order, numbered from 1."""
        items = list(paragraphs_of(self._stream(), self._measure))
        ranks = ranks_of([item for item in items if isinstance(item, Paragraph)], self._measure.size)
        self._calls = self.notes.written(self.hyphens)
        number = 0
        for item in items:
            if isinstance(item, Aside):
                self._aside(item)
                continue
            form, level = ranks.get(number, (Form.UNSAID, 0))
            self._paragraph(item.lines, form, level)
            number += 1
        return self._blocks

    def comments(self) -> Iterator[Comment]:
        """Yield readers' remarks on the blocks made; one on a page without text stands at the block before."""
        for page in self._pages:
            for remark in page.remarks:
                yield comment_on(remark, self._places[page.number])

    def _stream(self) -> Iterator[Placed | Aside]:
        for page in self._pages:
            yield from (Aside(page.number, text) for text in self._furniture.heads.get(page.number, ()))
            yield from self._body(page)
            yield from (Aside(page.number, lines=(line,)) for line in self._sideways(page))
            yield from (Aside(page.number, text) for text in self._furniture.feet.get(page.number, ()))

    def _body(self, page: Page) -> Iterator[Placed | Aside]:
        waiting = sorted(page.pictures, key=lambda picture: (picture.top, picture.left))
        for column in self._columns[page.number]:
            lines = tuple(line for line in column.lines if id(line) not in self.notes.lines)
            if not lines:
                continue
            edges = self._measure.edges(column)
            captions: set[int] = set()
            for index, each in enumerate(placed(lines, edges)):
                for picture in [p for p in waiting if _stands_before(p, each)]:
                    waiting.remove(picture)
                    caption = self._caption(picture, lines[index:])
                    captions.update(id(line) for line in caption)
                    yield Aside(page.number, picture=picture, lines=caption)
                if id(each.line) not in captions:
                    yield replace(each, foot=id(each.line) in self.notes.small)
        yield from (Aside(page.number, picture=picture) for picture in waiting)

    def _caption(self, picture: Box, below: Sequence[Line]) -> tuple[Line, ...]:
        """Return the lines right below a picture that are set smaller than the text, or in italics."""
        caption: list[Line] = []
        bottom = picture.bottom
        for line in below:
            set_apart = line.size <= _CAPTION_SMALL * self._measure.size or line.italic
            if not set_apart or not 0 <= line.baseline - bottom <= _CAPTION_NEAR * line.size:
                break
            caption.append(line)
            bottom = line.baseline
        return tuple(caption)

    def _sideways(self, page: Page) -> Iterator[Line]:
        rest = self._furniture.rest.get(page.number, ())
        for turn in sorted({f.turn for f in rest if f.turn}):
            yield from lines_of((f for f in rest if f.turn == turn), page.number)

    def _aside(self, aside: Aside) -> None:
        if aside.furniture:
            self._add(RawBlock(aside.furniture, 0, boilerplate="navigation"))
        elif aside.picture is not None:
            group = f"picture-{len(self._blocks) + 1}"
            place = f"#page={aside.page}"
            attributes = {"url": place, "alt": aside.picture.words}
            self._add(RawBlock("", 0, Form.PICTURE, group=group, attributes=attributes))
            if aside.lines:
                self._paragraph(aside.lines, Form.CAPTION, 0, group)
        else:
            self._paragraph(aside.lines, Form.UNSAID, 0)

    def _paragraph(self, lines: Sequence[Line], form: Form, level: int, group: str = "") -> None:
        words = Writer(self.hyphens, self._calls).write(lines)
        if not words.text:
            return
        marks = list(words.marks)
        if form in {Form.TITLE, Form.HEADING}:  # its weight and slope are the heading's, not its words'
            marks = [m for m in marks if not (m.name == "hi" and m.start == 0 and m.end == len(words.text))]
        breaks = [
            RawMark(at, at, "pb", {"n": self.label(self._pages[page - 1])})
            for page, at in words.pages
            if page not in self._begun
        ]
        self._begun.update(page for page, _ in words.pages)
        ordered = tuple(sorted([*breaks, *marks], key=lambda mark: (mark.start, -mark.end)))
        for place in words.places:
            self._places[place.page].append((len(self._blocks), place))
        self._add(RawBlock(words.text, 0, form, level, group, marks=ordered, notes=words.notes))

    def _add(self, block: RawBlock) -> None:
        self._blocks.append(replace(block, line=len(self._blocks) + 1))


def _stands_before(picture: Box, each: Placed) -> bool:
    middle = (picture.left + picture.right) / 2
    return (
        each.edges.left - 1 <= middle <= each.edges.right + 1
        and (picture.top + picture.bottom) / 2 < each.line.baseline
    )
