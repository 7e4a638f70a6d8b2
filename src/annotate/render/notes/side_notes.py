"""Side notes: claims and notes in the margin, at the height of the passages that call them.

The notes are laid out in a flow of their own, one below the other on a page `side-notes` that is as wide as their
column; from there their boxes are moved beside the lines of their calls. WeasyPrint's own notes in the margin
(`position: note()`) begin at the top of the page, whatever line calls them.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from weasyprint.document import Page
from weasyprint.formatting_structure import boxes

from annotate.render.notes.box_division import divided
from annotate.render.notes.margin_column import Wish, free_below, how_many_fit, tops

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_NOTES_PAGE = "side-notes"  # the name of the page that holds the notes' own flow
_TEXT_PAGE = "text"
_NOTE, _CALL = "side-note", "data-call"  # class and attribute of a note, as `render.print.note_series` writes them
_OVERFLOW = "notes-page"  # class of an element that stands for a page of nothing but notes
_LEAST_PART = 50.0  # CSS pixels: four lines of a divided note stay together
_BETWEEN_COLUMNS = 8.0  # CSS pixels at least, on a page of nothing but notes
_FLOWING = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "caption", "figcaption", "blockquote"})


@dataclass(frozen=True, slots=True)
class SideNotes:
    """What became of the notes of a document.

    Attributes:
        missing: how many more pages of nothing but notes (`with_pages`) the text needs at its end.
        parts: the boxes of each note, more than one where it was divided, in the order of their calls.
        blocks: for each note the last box of the block that calls it, None where no block does.
    """

    missing: int = 0
    parts: tuple[tuple[Any, ...], ...] = ()
    blocks: tuple[Any, ...] = ()


class _Note(NamedTuple):
    """A note, or what is left of one that was divided.

    Attributes:
        box: its laid-out box.
        call: the id of its call in the text.
        page, baseline: the page of its call, from 0, and the baseline of its line, in CSS pixels from the page's top.
    """

    box: Any
    call: str
    page: int
    baseline: float

    @property
    def height(self) -> float:
        return float(self.box.border_height())

    def wish(self, page: int, top: float) -> Wish:
        """Return where the note is to begin: its first line on the line of its call; on a later page, at the top."""
        if self.page != page:
            return Wish(self.height, top)
        first = next(part for part in self.box.descendants() if isinstance(part, boxes.LineBox))
        return Wish(self.height, self.baseline - (first.position_y + first.baseline - self.box.border_box_y()))


class _Column(NamedTuple):
    """A column for notes on a page, in CSS pixels from the page's top left corner."""

    left: float
    top: float
    bottom: float


class _Text:
    """What the pages of the text hold: where notes are called, and which pages are for nothing but notes."""

    def __init__(self, sheets: Iterable[tuple[int, Any]], calls: Iterable[str]) -> None:
        self.overflow: set[int] = set()
        self._set: set[Any] = set()  # the boxes of notes that are among those of the text
        self._wanted = frozenset(calls)
        self._calls: dict[str, tuple[int, float, Any]] = {}  # by id: page, baseline, element of the block
        self._last: dict[Any, Any] = {}  # by the element of a block: the box of its last part
        self._spots: dict[tuple[int, Any], tuple[Any, Any]] = {}  # by page and block: its parent there, its last part
        self._tops: dict[int, tuple[Any, Any]] = {}  # by page: the parent of its first block, and that
        self._roots: dict[int, tuple[Any, Any]] = {}  # by page: it, and what holds all of its text
        for number, sheet in sheets:
            self._roots[number] = (sheet, sheet.children[0])
            self._read(sheet.children[0], number, 0.0, None, self._roots[number])

    def place(self, call: str) -> tuple[int, float] | None:
        """Return the page of a call and the baseline of its line, None if it is on no page."""
        return self._calls[call][:2] if call in self._calls else None

    def block(self, call: str) -> Any:
        """Return the last box of the block that holds a call, None if none does."""
        return self._last.get(self._calls[call][2]) if call in self._calls else None

    def set_behind(self, note: Any, call: str, page: int) -> None:
        """Put the box of a note behind the block that calls it, so that it is painted in the order of reading.

        On a page that holds nothing of that block, it is put before the first one.
        """
        block = self._calls[call][2] if call in self._calls else None
        spot = self._spots.get((page, block))
        holder, beside = spot or self._tops.get(page, self._roots[page])
        at = next(at for at, child in enumerate(holder.children) if getattr(child, "_box", child) is beside)
        at += spot is not None
        while at < len(holder.children) and holder.children[at] in self._set:
            at += 1
        holder.children = (*holder.children[:at], note, *holder.children[at:])
        self._set.add(note)

    def _read(self, box: Any, page: int, baseline: float, block: Any, spot: tuple[Any, Any]) -> None:
        """Read a box; `spot` is the box with its parent, or the table that it is in with that one's."""
        element = box.element
        if isinstance(box, boxes.LineBox):
            baseline = box.position_y + box.baseline
        elif element is not None and element is not block:
            if box.element_tag in _FLOWING:
                block = element
                self._last[element] = box
                self._spots[page, element] = spot
                self._tops.setdefault(page, spot)
            elif (name := element.get("id")) in self._wanted:
                self._calls.setdefault(name, (page, baseline, block))
            elif element.get("class") == _OVERFLOW:
                self.overflow.add(page)
                self._tops.setdefault(page, spot)
        for child in getattr(box, "children", ()):
            inner = getattr(child, "_box", child)
            within_table = isinstance(spot[1], boxes.BlockBox) and spot[1].is_table_wrapper
            self._read(inner, page, baseline, block, spot if within_table else (box, inner))


class _Margin:
    """The column beside the text, page after page, and the notes that wait for their place in it."""

    def __init__(self, flow: Any, gap: float) -> None:
        self.parts: dict[str, list[Any]] = {}
        self.waiting: deque[_Note] = deque()
        self._width, self._aside, self._gap = flow.width, flow.margin_left, gap

    def columns(self, sheet: Any, *, alone: bool) -> list[_Column]:
        """Return the columns for notes on a page: the one in its outer margin or, where they are `alone`, all over it.

        Raises ValueError if the margin is too narrow.
        """
        left, right = sheet.content_box_x(), sheet.content_box_x() + sheet.width
        beside = right + self._aside if sheet.page_type.side == "right" else left - self._aside - self._width
        if beside < 0 or beside + self._width > sheet.margin_width():
            raise ValueError("the outer margin is too narrow for notes at the side")
        top, bottom = sheet.content_box_y(), sheet.content_box_y() + sheet.height
        if not alone:
            return [_Column(beside, top, bottom)]
        left, right = min(left, beside), max(right, beside + self._width)
        count = int((right - left + _BETWEEN_COLUMNS) / (self._width + _BETWEEN_COLUMNS))
        step = (right - left - self._width) / max(1, count - 1)
        return [_Column(left + step * number, top, bottom) for number in range(count)]

    def fill(self, column: _Column, page: int) -> list[_Note]:
        """Return as many of the waiting notes as fit in a column of a page, their boxes moved to their places."""
        taken = self.take(column, page)
        wishes = [note.wish(page, column.top) for note in taken]
        for note, top in zip(taken, tops(wishes, column.top, column.bottom, self._gap), strict=True):
            note.box.translate(column.left - note.box.position_x, top - note.box.border_box_y())
            self.parts.setdefault(note.call, []).append(note.box)
        return taken

    def take(self, column: _Column, page: int) -> list[_Note]:
        """Return as many of the waiting notes, in order, as fit in a column of a page, the last one perhaps in part."""
        room = column.bottom - column.top
        count = how_many_fit((note.height for note in self.waiting), self._gap, room)
        taken = [self.waiting.popleft() for _ in range(count)]
        if self.waiting:
            free = free_below([note.wish(page, column.top) for note in taken], column.top, self._gap)
            begin = max(free, self.waiting[0].wish(page, column.top).top)
            taken += self._begun(column.bottom - begin, _LEAST_PART)
        if self.waiting and not taken and self.waiting[0].height > room:
            taken = self._begun(room, 0.0) or [self.waiting.popleft()]  # in the worst case a line higher than the page
        return taken

    def _begun(self, room: float, least: float) -> list[_Note]:
        """Divide the first waiting note and return what fits in `room` of it; nothing if a part would be too small."""
        note = self.waiting[0]
        upper, lower = divided(note.box, min(room, note.height - least))
        if upper is None or lower is None or upper.border_height() < least:
            return []
        self.waiting[0] = note._replace(box=lower)
        return [note._replace(box=upper)]


def with_pages(html: str, count: int) -> str:
    """Return a page with `count` pages at the end of its text that hold nothing but notes."""
    return html.replace("</main>", f'<div class="{_OVERFLOW}"></div>\n' * count + "</main>", 1)


def place_side_notes(document: Any) -> SideNotes:
    """Move the notes of a laid-out WeasyPrint document into its margins and drop the pages they were laid out on.

    No note lies over another or runs off its column. One that does not fit moves on to the next page of the text and
    those after it follow; one of many lines may be divided between them. What the last page cannot hold needs
    pages of its own: then the document is to be laid out again with as many as are `missing`, and this one is of no
    use. Raises ValueError if the margin is narrower than the notes.
    """
    everything = [page._page_box for page in document.pages]  # noqa: SLF001  # WeasyPrint shows its boxes nowhere else
    flow = [sheet for sheet in everything if sheet.page_type.name == _NOTES_PAGE]
    laid_out = [box for sheet in flow for box in _notes(sheet.children[0])]
    if not laid_out:
        return SideNotes()
    sheets = [(number, sheet) for number, sheet in enumerate(everything) if _of_text(sheet.page_type)]
    text = _Text(sheets, (box.element.get(_CALL) for box in laid_out))
    due = _by_page(laid_out, text, sheets[0][0])
    margin = _Margin(flow[0], laid_out[0].margin_bottom)
    for number, sheet in sheets:
        margin.waiting.extend(due.get(number, ()))
        for column in margin.columns(sheet, alone=number in text.overflow):
            for note in margin.fill(column, number):
                text.set_behind(note.box, note.call, number)
        document.pages[number] = Page(sheet)
    document.pages[:] = [page for page, sheet in zip(document.pages, everything, strict=True) if sheet not in flow]
    blocks = tuple(map(text.block, margin.parts))
    parts = tuple(map(tuple, margin.parts.values()))
    return SideNotes(_pages_to_come(margin, sheets[-1][1]), parts, blocks)


def _of_text(page_type: Any) -> bool:
    return page_type.name == _TEXT_PAGE and not page_type.blank


def _notes(box: Any) -> Iterator[Any]:
    """Yield the boxes of the notes in the flow of their own."""
    if box.element is not None and _NOTE in box.element.get("class", "").split():
        yield box
        return
    for child in getattr(box, "children", ()):
        yield from _notes(child)


def _by_page(laid_out: Iterable[Any], text: _Text, first: int) -> dict[int, list[_Note]]:
    """Return the notes by the page of their calls; one whose call is on no page goes with the one before it."""
    found: dict[int, list[_Note]] = {}
    page, baseline = first, 0.0
    for box in laid_out:
        call = box.element.get(_CALL)
        page, baseline = text.place(call) or (page, baseline)
        found.setdefault(page, []).append(_Note(box, call, page, baseline))
    return found


def _pages_to_come(margin: _Margin, sheet: Any) -> int:
    """Return how many more pages like `sheet` the notes that still wait would fill."""
    count = 0
    while margin.waiting:
        count += 1
        for column in margin.columns(sheet, alone=True):
            margin.take(column, -1)
    return count
