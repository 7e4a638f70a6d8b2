"""The copy of a source as quotations see it: its words, where a passage stands in it, and who says it there."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from annotate.match.verdict import Copy, Verdict, verdict_of_parts
from annotate.model.quotation import quotations
from annotate.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotate.check.subject import Subject
    from annotate.model.document import Document
    from annotate.model.quotation import Quotation
    from annotate.model.source_copy import SourceCopy
    from annotate.model.text import ReadingText

_BETWEEN = "\ue000 "  # a word that no quotation has


class CopyText:
    """The copy of a source that can be searched: what stands where in it, and who says it."""

    def __init__(self, copy: SourceCopy, reading: ReadingText) -> None:
        """Take a copy and its reading text."""
        self._copy, self.reading = copy, reading

    def place(self, found: Verdict) -> str:
        """Return where a quotation stands, for a person; "" where it does not."""
        if not found.parts:
            return ""
        blocks = (self.reading.block_at(part.start) for part in found.parts)
        told = list(dict.fromkeys(block.id for block in blocks if block))
        locator = self._copy.count.place(found.parts).locator if self._copy.count is not None else None
        if locator is not None:
            told.append(f"{locator.label} {locator.value}")
        return ", ".join(told)

    def speakers(self, found: Verdict) -> tuple[str, ...]:
        """Return the names of who says it there: of the quotation it lies in, else of the turn."""
        document = self._copy.document
        if document is None:
            return ()
        who = [name for part in found.parts for name in self._who(part)]
        return names_of(dict.fromkeys(who), document)

    def _who(self, part: Span) -> tuple[str, ...]:
        at = bisect_right(self._quoted, part.start, key=_start_of) - 1
        if at >= 0 and self._quoted[at][0].holds(part):
            return self._quoted[at][1]
        block = self.reading.block_at(part.start)
        return block.who if block is not None else ()

    def interrupted(self, parts: tuple[str, ...]) -> Verdict | None:
        """Return where the copy quotes the words itself, with words of its own between their parts; None if nowhere.

        “It was cold,” she said, “and dark” says that she said “It was cold, and dark”.
        """
        copy, pieces = self._interrupted
        found = verdict_of_parts(parts, copy, None) if pieces else None
        if found is None or found.kind not in {"verbatim", "normalised"}:
            return None
        said = found.parts[0]
        return Verdict(
            "normalised",
            tuple(
                Span(part.start + max(0, said.start - at), part.start + min(len(part), said.end - at))
                for at, part in pieces
                if at < said.end and said.start < at + len(part)
            ),
        )

    @cached_property
    def _interrupted(self) -> tuple[Copy, tuple[tuple[int, Span], ...]]:
        """The quotations of the copy that have several parts, one after the other, and where each part begins there."""
        texts, pieces, at = list[str](), list[tuple[int, Span]](), 0
        for one in self._quotations:
            if len(one.parts) > 1:
                for part in one.parts:
                    pieces.append((at, part))
                    texts.append(f"{self.reading.slice(part)} ")
                    at += len(texts[-1])
                texts.append(_BETWEEN)
                at += len(_BETWEEN)
        return Copy("".join(texts)), tuple(pieces)

    @cached_property
    def _quotations(self) -> tuple[Quotation, ...]:
        document = self._copy.document
        return quotations(document, self.reading) if document is not None else ()

    @cached_property
    def _quoted(self) -> tuple[tuple[Span, tuple[str, ...]], ...]:
        return tuple(sorted((span, one.who) for one in self._quotations if one.who for span in one.marked))


def names_of(who: Iterable[str], document: Document) -> tuple[str, ...]:
    """Return the names of persons by id, as a text's header has them; the id of one it does not have."""
    return tuple(person.name if (person := document.person(name)) else name for name in who)


def copy_texts(subject: Subject) -> dict[str, CopyText]:
    """Return the copies that can be searched, by the source's id, in the order of ids."""
    found = sorted(subject.copies.items())
    return {name: CopyText(copy, copy.reading) for name, copy in found if copy.reading is not None}


def _start_of(quoted: tuple[Span, tuple[str, ...]]) -> int:
    return quoted[0].start
