"""Recognises notes that stand at the end of a text, a section or a page, and ties them to the signs that call them.

A block is a note where it begins with a sign that the text before it has called: the order of the source stays.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from annotate.structure import rules
from annotate.structure.draft import Draft, Kind, NoteCall
from annotate.structure.note_signs import SUITS, Sign, Style, call_signs, flattened_signs, note_sign
from annotate.structure.vocabulary import notes as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotate.structure.draft import Sketch

NOTES = "notes"  # the subtype of what stands among notes at the end: their heading, a note's second paragraph
_RULE = frozenset("-–—_=")
_LONGEST_HEADING = 40  # code points
_LONGEST_PAUSE = 2  # paragraphs without a sign between two notes: the further paragraphs of a note
_FEWEST_UNHEADED = 2
_LONGEST_CLOSING = 6  # blocks behind notes without a heading: who wrote the text, what the page adds
_SHOWN = 5  # signs named in a finding
_SIGNS = frozenset("[(［〔【（⁰¹²³⁴⁵⁶⁷⁸⁹*†‡①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")


@dataclass(slots=True)
class _Place:
    """A sign in the text that waits for its note, and the index of the draft it stands in."""

    index: int
    sign: Sign


@dataclass(slots=True)
class _Zone:
    """A run of blocks in which notes stand: under a heading, or a line of dashes. Indexes of drafts, half open."""

    start: int
    end: int
    headed: bool
    of_works: bool = False


@dataclass(slots=True)
class _Search:
    """What has been found of a text's notes so far."""

    sketch: Sketch
    waiting: dict[str, list[_Place]] = field(default_factory=dict)
    calls: dict[int, list[NoteCall]] = field(default_factory=dict)  # by the index of the draft
    searched: int = 0  # how many drafts have been searched for flattened signs
    uncalled: list[tuple[Draft, Sign]] = field(default_factory=list)
    styles: set[Style] = field(default_factory=set)


def recognise_footnotes(sketch: Sketch) -> None:
    """Claim the notes and their headings, and give the blocks that call them their calls."""
    drafts = sketch.drafts
    begins = {
        index: sign
        for index, draft in enumerate(drafts)
        if draft.kind is None and (sign := note_sign(draft.text)) is not None
    }
    zones = _zones(drafts, begins) if begins else []
    zones += _zone_without_heading(drafts, begins, zones) if begins else []
    by_start = {zone.start: zone for zone in zones}
    search = _Search(sketch)
    index = 0
    while index < len(drafts):
        zone = by_start.get(index)
        if zone is not None and _take_zone(search, zone, begins):
            index = zone.end
            continue
        index += _take_notes(search, index, begins) or _take_calls(search, index)
    _report(search)
    for index, calls in search.calls.items():
        drafts[index].calls = tuple(sorted(calls, key=lambda call: call.start))
        # The sign is no part of the words: with a space before it there would be two where it is left out.
        drafts[index].cut_spaces([call.start - 1 for call in drafts[index].calls])


def _zones(drafts: Sequence[Draft], begins: dict[int, Sign]) -> list[_Zone]:
    """Return where notes may stand: from a heading or a line of dashes to the last block with a sign after it."""
    zones: list[_Zone] = []
    index = 0
    while index < len(drafts):
        kind = _opens(drafts[index])
        if kind is None:
            index += 1
            continue
        end = after = index + 1
        while after < len(drafts) and after - end <= _LONGEST_PAUSE and _may_go_on(drafts[after]):
            after += 1
            if after - 1 in begins:
                end = after
        if end > index + 1:
            zones.append(replace(kind, start=index, end=end))
        index = end
    return zones


def _zone_without_heading(drafts: Sequence[Draft], begins: dict[int, Sign], zones: Sequence[_Zone]) -> list[_Zone]:
    """Return where plain numbers count up from 1 near the end of the text, right below its last paragraph."""
    end = max(begins) + 1
    start = end
    while start - 1 in begins and begins[start - 1].style is Style.PLAIN:
        start -= 1
    run = [(index, begins[index]) for index in range(start, end)]
    far = len(drafts) - end > _LONGEST_CLOSING or any(zone.end > start for zone in zones)
    if far or start == 0 or len(run) < _FEWEST_UNHEADED or not _counts_up(run):
        return []
    return [_Zone(start - 1, end, headed=False)]


def _opens(draft: Draft) -> _Zone | None:
    if draft.kind not in {None, Kind.HEADING}:
        return None
    if draft.text[:1] in _RULE and len(draft.text) >= 3 and not set(draft.text.replace(" ", "")) - _RULE:
        return _Zone(0, 0, headed=False)
    if len(draft.text) > _LONGEST_HEADING:
        return None
    if words.HEADING.match(draft.text):
        return _Zone(0, 0, headed=True)
    return _Zone(0, 0, headed=True, of_works=True) if words.HEADING_OF_WORKS.match(draft.text) else None


def _may_go_on(draft: Draft) -> bool:
    """Whether a block may stand among notes: a note, or the further paragraph of one."""
    return draft.kind is None and (draft.ends_sentence or note_sign(draft.text) is not None) and _opens(draft) is None


def _take_zone(search: _Search, zone: _Zone, begins: dict[int, Sign]) -> bool:
    """Make the notes of a zone notes; return whether there were any."""
    drafts = search.sketch.drafts
    inside = [(index, begins[index]) for index in range(zone.start + 1, zone.end) if index in begins]
    if not zone.headed:
        _take_calls(search, zone.start)  # a line of dashes calls none, a paragraph may
    if not any(_is_called(search, sign) for _, sign in inside):
        _wait_for_flattened(search, zone.start + 1, [sign for _, sign in inside])
    called = any(_is_called(search, sign) for _, sign in inside)
    if not called and (zone.of_works or not zone.headed or not _counts_up(inside)):
        return False
    if zone.headed:
        drafts[zone.start].becomes(Kind.HEADING, "the heading of the notes", NOTES)
    for index in range(inside[0][0], zone.end):
        if index in begins:
            _become_note(search, drafts[index], begins[index])
        else:
            drafts[index].becomes(Kind.PARAGRAPH, "a further paragraph of a note", NOTES)
    return True


def _counts_up(inside: Sequence[tuple[int, Sign]]) -> bool:
    return [sign.key for _, sign in inside] == [str(number) for number in range(1, len(inside) + 1)]


def _take_notes(search: _Search, index: int, begins: dict[int, Sign]) -> int:
    """Make the blocks from `index` on notes if the text has called them; return how many."""
    drafts = search.sketch.drafts
    run = index
    while run in begins and _is_called(search, begins[run]):
        run += 1
    if run > index:
        is_list = _is_list(index, run, begins)
        for each in range(index, run):
            if is_list:
                _take_calls(search, each)
            else:
                _become_note(search, drafts[each], begins[each])
    return run - index


def _is_list(start: int, end: int, begins: dict[int, Sign]) -> bool:
    """Whether blocks that begin with signs are rather items: further ones are uncalled, or all bear the same mark."""
    if begins[start].style is Style.PLAIN:
        after = begins.get(end)
        return after is not None and after.style is Style.PLAIN
    marks = [begins[index].key if index in begins else "" for index in range(start - 1, end + 1)]
    return any(one == other for one, other in pairwise(marks) if one)


def _waiting(search: _Search, sign: Sign) -> list[_Place]:
    return [place for place in search.waiting.get(sign.key, ()) if sign.style in SUITS[place.sign.style]]


def _is_called(search: _Search, sign: Sign) -> bool:
    return any(sign.style in SUITS[place.sign.style] for place in search.waiting.get(sign.key, ()))


def _become_note(search: _Search, note: Draft, sign: Sign) -> None:
    places = _waiting(search, sign)
    if places:
        others = [place for place in search.waiting[sign.key] if sign.style not in SUITS[place.sign.style]]
        search.waiting[sign.key] = others
    else:
        search.uncalled.append((note, sign))
    note.cut_label(sign.end)
    note.sign = sign.key
    note.becomes(Kind.NOTE, "begins with a sign that calls a note" if places else "stands among notes", NOTES)
    for place in places:
        search.styles.add(place.sign.style)
        search.calls.setdefault(place.index, []).append(NoteCall(place.sign.start, place.sign.end, note))


def _take_calls(search: _Search, index: int) -> int:
    draft = search.sketch.drafts[index]
    if draft.kind is not Kind.BOILERPLATE and _may_call(draft.text):
        for sign in call_signs(draft.text):
            search.waiting.setdefault(sign.key, []).append(_Place(index, sign))
    return 1


def _may_call(text: str) -> bool:
    """Whether any sign in a text may call a note."""
    return any(sign in text for sign in "[(*") or (not text.isascii() and not _SIGNS.isdisjoint(text))


def _wait_for_flattened(search: _Search, before: int, signs: Sequence[Sign]) -> None:
    """Take plain numbers in the text for calls, where they count up as the notes do from the first to the last."""
    wanted = [sign.key for sign in signs if sign.style is not Style.MARK]
    found: list[_Place] = []
    for index in range(search.searched, before):
        draft = search.sketch.drafts[index]
        if draft.kind in {None, Kind.HEADING, Kind.PARAGRAPH}:
            for sign in flattened_signs(draft.text):
                if len(found) < len(wanted) and sign.key == wanted[len(found)]:
                    found.append(_Place(index, sign))
    search.searched = before
    if len(found) == len(wanted) >= 2 or (wanted == ["1"] and found):
        for place in found:
            search.waiting.setdefault(place.sign.key, []).append(place)


def _report(search: _Search) -> None:
    """Name the notes that nothing calls, and the signs that call none though the text has notes of their style."""
    path, drafts, findings = search.sketch.path, search.sketch.drafts, search.sketch.findings
    if search.uncalled:
        note, _ = search.uncalled[0]
        signs = _listed([sign.key for _, sign in search.uncalled])
        findings.append(rules.NOTE_WITHOUT_CALL.at(path, note.line, signs=signs))
    waiting = [place for places in search.waiting.values() for place in places]
    numbers = {place.sign.key for place in waiting if place.sign.style is Style.BRACKET}
    styles = search.styles | ({Style.BRACKET} if {"1", "2"} <= numbers else set())
    left = sorted((p for p in waiting if p.sign.style in styles), key=lambda p: (p.index, p.sign.start))
    if left:
        signs = _listed([f"“{drafts[p.index].text[p.sign.start : p.sign.end]}”" for p in left])
        line, column = drafts[left[0].index].line, left[0].sign.start + 1
        findings.append(rules.CALL_WITHOUT_NOTE.at(path, line, column, signs=signs))


def _listed(signs: Sequence[str]) -> str:
    """Return the first signs, and how many follow."""
    more = len(signs) - _SHOWN
    return ", ".join(signs[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
