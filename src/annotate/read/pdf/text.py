"""The text of a PDF and what should be known of it. Runs only in the process of `worker`."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from annotate.errors import InputRefused
from annotate.model.source import SourceText
from annotate.read.pdf import rules
from annotate.read.pdf.declared import declared_by
from annotate.read.pdf.findings import findings_of
from annotate.read.pdf.layout import Layout
from annotate.read.pdf.open import Refused, attachments, opened, pages, properties

if TYPE_CHECKING:
    from annotate.diagnostics import Finding
    from annotate.read.pdf.page import Page

# A text of two million words; more is a library, or an attack on the memory of whoever reads it.
MAX_PAGES = 10_000
MAX_CHARACTERS = 15_000_000
# A dense page has some thousand words; were each set in a font of its own, it would have as many fragments.
MAX_FRAGMENTS_A_PAGE = 20_000


def text_of(data: bytes, path: str) -> tuple[SourceText, list[Finding]]:
    """Return the text of a PDF and the findings on it. Raises InputRefused (F560 to F563)."""
    try:
        with opened(data) as document:
            if len(document) > MAX_PAGES:
                raise _beyond(path, f"it has {len(document)} pages, more than {MAX_PAGES}")
            found: list[Page] = []
            characters = 0
            for page in pages(document):
                found.append(page)
                characters += sum(len(fragment.text) for fragment in page.fragments)
                if characters > MAX_CHARACTERS:
                    raise _beyond(path, f"it has more than {MAX_CHARACTERS} characters")
                if len(page.fragments) > MAX_FRAGMENTS_A_PAGE:
                    raise _beyond(path, f"page {page.number} has more than {MAX_FRAGMENTS_A_PAGE} pieces of text")
            declared, attached = declared_by(properties(document)), attachments(document)
    except Refused as refusal:
        rule = rules.ENCRYPTED if refusal.password else rules.DAMAGED
        raise InputRefused(rule.at(path, reason=str(refusal))) from None
    if not any(page.fragments for page in found):
        if any(page.damaged for page in found):
            raise InputRefused(rules.DAMAGED.at(path, reason="none of its pages can be read"))
        raise InputRefused(rules.NO_TEXT_LAYER.at(path, pages=len(found)))
    layout = Layout(found)
    blocks = tuple(layout.blocks())
    source = SourceText(path, sha256(data).hexdigest(), blocks, declared, tuple(layout.comments()))
    return source, findings_of(path, data, attached, found, layout)


def _beyond(path: str, reason: str) -> InputRefused:
    return InputRefused(rules.BEYOND_LIMIT.at(path, reason=reason))
