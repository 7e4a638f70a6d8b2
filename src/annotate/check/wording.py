"""Whether the words of the fields can be seen, read and printed as they stand."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from annotate.check import wording_rules as rules
from annotate.check.records import described
from annotate.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotate.check.subject import Subject
    from annotate.diagnostics import Finding

RULES = rules.RULES
# The sign for what could not be read, control characters of ISO 6429, and UTF-8 read as Windows-1252: a letter that
# begins a sequence of two or three bytes, with what its next byte becomes.
_MISREAD = lazy_pattern("[\ufffd\u0080-\u009f]|[\u00c2\u00c3][\u00a0-\u00bf]|\u00e2\u20ac.|\u00e2\u0080.")
_MAY_BE_MISREAD = lazy_pattern("[\ufffd\u0080-\u009f]|[\u00c2\u00c3][\u00a0-\u00bf]|\u00e2[\u20ac\u0080]")
# Soft hyphen, zero-width space, word joiner, byte order mark, and the marks that turn the direction of writing, which
# can make a line read otherwise than it is. The zero-width joiners belong to words of Persian and to emoji.
_INVISIBLE = lazy_pattern("[\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]")
# No character has these places, or not the same one for everybody.
_NO_CHARACTER = lazy_pattern("[\ue000-\uf8ff\ufdd0-\ufdef\U000e0000-\U0010ffff]")
_ASCII = bytes(range(128))
_PART = 1 << 20  # code points that are looked through at once, so that little memory is taken
_PLACEHOLDER = lazy_pattern(r"\b(?:TODO|FIXME|TBD|TBC|TK|TKTK|XXX+|[Ll]orem ipsum)\b|\?\?\?+")
_SPACES = lazy_pattern(r"\s\s|[\t\n\r]")
# The fields of one line that a reader sees or by which records are found, and those of running words.
_LINES = {"entities": ("name", "sort_name"), "claims": ("creator", "modified_by"), "notes": ("creator", "modified_by")}
_WORDS = {"claims": ("statement",), "notes": ("body",), "entities": ("name",)}


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with characters, placeholders, white space and tags (N181 to N186)."""
    if not subject.json.text.isascii():
        yield from _characters(subject)
    yield from _lines(subject)
    yield from _placeholders(subject)
    yield from _tags(subject)


def _characters(subject: Subject) -> Iterator[Finding]:
    """Yield characters that nobody meant, by their place in the file; of those in a row only the first."""
    text = subject.json.text
    # Without the letters of ASCII little is left to be searched; where it has nothing odd, the file has nothing odd.
    beyond = "".join(_beyond_ascii(text[start : start + _PART]) for start in range(0, len(text), _PART))
    if not any(pattern.search(beyond) for pattern in (_MAY_BE_MISREAD, _NO_CHARACTER, _INVISIBLE)):
        return
    quoted = _quoted_from_the_text(subject)
    for pattern, rule in ((_MISREAD, rules.MISREAD), (_NO_CHARACTER, rules.MISREAD), (_INVISIBLE, rules.INVISIBLE)):
        line_before = 0
        for found in pattern.finditer(text):
            line, column = subject.json.line_and_column(found.start())
            if line == line_before or found[0] in quoted:
                continue
            line_before = line
            yield rule.at(subject.json.path, line, column, found=_named(found[0]))


def _beyond_ascii(text: str) -> str:
    return text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")


def _quoted_from_the_text(subject: Subject) -> frozenset[str]:
    """Return the odd characters of the text itself: a quotation has them as they are."""
    text = subject.reading.text if subject.reading is not None else ""
    if text.isascii():
        return frozenset()
    patterns = (_MISREAD, _NO_CHARACTER, _INVISIBLE)
    return frozenset(found[0] for pattern in patterns for found in pattern.finditer(text))


def _named(characters: str) -> str:
    first = characters[0]
    if characters.isprintable() and unicodedata.category(first) not in {"Co", "Cn", "Cc"}:
        return f"“{characters}”"
    return f"U+{ord(first):04X} {unicodedata.name(first, '').lower()}".strip()


def _lines(subject: Subject) -> Iterator[Finding]:
    for index, source in enumerate(subject.annotations.sources):
        for field in ("title", "container-title", "publisher", "publisher-place"):
            yield from _line(subject, ("sources", index, field), source.item.get(field), f"source {source.id}")
    for section, fields in _LINES.items():
        for index, record in enumerate(getattr(subject.annotations, section)):
            for field in fields:
                yield from _line(subject, (section, index, field), getattr(record, field), record)


def _line(subject: Subject, place: tuple[str, int, str], value: object, record: object) -> Iterator[Finding]:
    if not isinstance(value, str) or not value.strip():
        return
    inside = value.strip()
    if inside == value and _SPACES.search(inside) is None:
        return
    where = "inside it twice in a row" if inside == value else "at its end" if value[0] == inside[0] else "before it"
    named = record if isinstance(record, str) else described(place[0], record)
    yield subject.finding(rules.LOOSE_SPACE, *place, field=place[2], record=named, where=where)


def _placeholders(subject: Subject) -> Iterator[Finding]:
    for section, fields in _WORDS.items():
        for index, record in enumerate(getattr(subject.annotations, section)):
            for field in fields:
                found = _PLACEHOLDER.search(getattr(record, field) or "")
                if found is not None:
                    named = described(section, record)
                    yield subject.finding(
                        rules.PLACEHOLDER, section, index, field, field=field, record=named, found=found[0]
                    )
    for index, source in enumerate(subject.annotations.sources):
        found = _PLACEHOLDER.search(source.title)
        if found is not None:
            named = f"source {source.id}"
            yield subject.finding(
                rules.PLACEHOLDER, "sources", index, "title", field="title", record=named, found=found[0]
            )


def _tags(subject: Subject) -> Iterator[Finding]:
    written: dict[str, str] = {}
    for section in ("claims", "notes"):
        for index, record in enumerate(getattr(subject.annotations, section)):
            for number, tag in enumerate(record.tags):
                other = written.get(tag) or written.setdefault(" ".join(tag.casefold().split()), tag)
                written.setdefault(tag, other)
                place = (section, index, "tags", number)
                if not tag.strip():
                    yield subject.finding(rules.EMPTY_TAG, *place, record=described(section, record))
                elif other != tag:
                    named = described(section, record)
                    yield subject.finding(rules.TAG_TWO_WAYS, *place, record=named, tag=tag, other=other)
