"""Whether an editor's notes say something, once, in markup that the editions can show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.check import note_rules as rules
from annotate.lazy_pattern import lazy_pattern
from annotate.match.normalise import normalised

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotate.check.subject import Subject
    from annotate.diagnostics import Finding
    from annotate.model.annotation import Note

RULES = rules.RULES
LONGEST = 20_000
"""Code points; a longer note is not formatted by the editions (`render.safe_html`)."""

# What the editions' CommonMark leaves aside: HTML, pictures and headings (`render.safe_html`).
_CODE = lazy_pattern(r"(?<!`)(`+)[^`]+\1")
_HTML = lazy_pattern(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>|<!--")
_PICTURE = lazy_pattern(r"!\[[^\[\]]*\]\(")
_HEADING = lazy_pattern(r"(?m)^ {0,3}#{1,6}[ \t]")
_LINK = lazy_pattern(r"\]\(\s*<?([^\s()\[\]>]*)")
_KEPT = ("https://", "http://", "mailto:", "#")
_MARKS = "<[#"
_ROUND_ABOUT = 8
"""Code points by which a note may be longer or shorter than the words it repeats: stops, quotation marks."""


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with notes (N150, N170 to N174)."""
    seen: dict[object, str] = {}
    for index, note in enumerate(subject.annotations.notes):
        body = note.body.strip()
        place = ("notes", index, "body")
        if not body:
            yield subject.finding(rules.EMPTY_NOTE, *place, id=note.id)
            continue
        if len(body) > LONGEST:
            yield subject.finding(rules.TOO_LONG, *place, id=note.id, length=len(body), limit=LONGEST)
        elif any(mark in body for mark in _MARKS):
            yield from _markup(subject, index, note)
        resolution = subject.resolutions.get(note.id)
        where = resolution.spans if resolution is not None and resolution.spans else note.target
        other = seen.setdefault((where, body), note.id)
        if other != note.id:
            yield subject.finding(rules.SAME_NOTE, "notes", index, id=note.id, other=other)
        quote = " ".join(piece.exact or "" for piece in note.target.pieces)
        # Only what is as long can be the same; comparing costs far more than the lengths.
        if abs(len(quote) - len(body)) <= _ROUND_ABOUT and _plain(quote) == _plain(body):
            yield subject.finding(rules.REPEATS_ITS_PASSAGE, *place, id=note.id)


def _plain(words: str) -> str:
    return normalised(words).strip(" .,;:!?*_\"'").casefold()


def _markup(subject: Subject, index: int, note: Note) -> Iterator[Finding]:
    body = _CODE.sub(" ", note.body)
    place = ("notes", index, "body")
    for pattern, what, instead, remedy in (
        (_HTML, "HTML", "show as it is written", "write *italics*, **bold** and [links](https://...) as in Markdown"),
        (_PICTURE, "a picture", "leave out", "link to the picture instead"),
        (_HEADING, "a heading", "show with its signs", "write it in **bold**, or leave the sign # out"),
    ):
        if pattern.search(body):
            yield subject.finding(rules.NOT_SHOWN, *place, id=note.id, what=what, instead=instead, remedy=remedy)
    if not _PICTURE.search(body):
        for found in _LINK.finditer(body):
            if not found[1].lower().startswith(_KEPT):
                yield subject.finding(rules.BAD_LINK, *place, id=note.id, address=found[1])
