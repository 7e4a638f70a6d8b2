"""The quotations of a text and of its evidence as a report counts them, each with the verdict of `annotate quotes`."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from annotate.api.quotations import copies_below
from annotate.check.quotations_compared import KINDS, Compared, compared
from annotate.check.quotations_copy import copy_texts
from annotate.check.subject import Subject
from annotate.match.excerpt import shortened
from annotate.model.coverage import QuotationSeen
from annotate.model.quotation import quotations

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotate.api.library import LoadedLibrary
    from annotate.api.load import LoadedAnnotations, LoadedText
    from annotate.model.anchor import Resolution
    from annotate.model.text import Span

_WORDS = 160  # code points of a quotation that a report shows


def quotations_seen(text: LoadedText, judged: Sequence[tuple[str, Compared]]) -> tuple[QuotationSeen, ...]:
    """Return the quotations of a text in its order, each once, then those of evidence in their files' order.

    `judged` is what `judged_by` gave for each annotation file, with the file. Where several files have sources for a
    quotation of the text, the best verdict counts.
    """
    found: dict[tuple[Span, ...], tuple[str, Compared]] = {
        one.parts: ("", Compared.without_copy(one, text.reading, text.document))
        for one in quotations(text.document, text.reading)
    }
    for file, one in judged:
        if one.quotation is not None:
            place = one.quotation.parts
            found[place] = min(found[place], (file, one), key=lambda item: KINDS.index(item[1].kind))
    evidence = [(file, one) for file, one in judged if one.quotation is None]
    return tuple(_seen(file, one) for file, one in (*found.values(), *evidence))


def judged_by(
    text: LoadedText, held: LoadedAnnotations, library: LoadedLibrary, resolutions: Mapping[str, Resolution]
) -> list[tuple[str, Compared]]:
    """Return what the copies of an annotation file's sources say of all quotations, each with the file.

    A copy that is missing, was changed or has no words is as good as none.
    """
    shared = library.library.beyond(held.annotations).sources
    subject = Subject(
        held.json,
        held.annotations,
        datetime.now(UTC).date(),  # no verdict depends on it
        text.path.name,
        text.document,
        text.reading,
        resolutions,
        library=library.library,
        copies={
            **copies_below(shared, library.path.parent),
            **copies_below(held.annotations.sources, held.path.parent),
        },
    )
    return [(str(held.path), one) for one in compared(subject, copy_texts(subject))]


def _seen(file: str, one: Compared) -> QuotationSeen:
    return QuotationSeen(
        one.quotation.block if one.quotation is not None else "",
        one.evidence.id if one.evidence is not None else "",
        one.source,
        file,
        one.kind,
        shortened(one.text, _WORDS),
    )
