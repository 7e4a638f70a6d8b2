"""What a PDF declares of its text: the document information dictionary and the catalogue's language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.model.source import Declared
from annotate.read.pdf.remarks import iso_date

if TYPE_CHECKING:
    from collections.abc import Mapping

# What programs put in where nobody gave a title: the name of a file, or of nothing.
_NO_TITLE = lazy_pattern(
    r"(?i)(?:microsoft (?:word|powerpoint)\b.*|untitled.*|(?:powerpoint )?presentation|document\d*|about:blank"
    r"|https?:\S*|\S*\.(?:docx?|odt|rtf|pdf|tex|dvi|ps|indd|qxd|pages|html?|txt|md|cwk|wpd|pptx?))"
)
_NO_AUTHOR = lazy_pattern(r"(?i)(?:user|admin(?:istrator)?|owner|unknown|author|root|\S+@\S+|pc)\d*")
_AUTHORS = lazy_pattern(r"\s*(?:;|\band\b|&)\s*")
_LANGUAGE = lazy_pattern(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


def declared_by(properties: Mapping[str, str]) -> Declared:
    """Return what the properties of a PDF (ISO 32000-1, 14.3.3) say; the names of files and accounts say nothing.

    The date is the day the PDF was made, which may be long after the text was published.
    """
    title = " ".join(properties.get("Title", "").split())
    authors = [" ".join(author.split()) for author in _AUTHORS.split(properties.get("Author", ""))]
    keywords = re.split(r"\s*[;,]\s*", properties.get("Keywords", "").strip())
    language = properties.get("Language", "").strip()
    return Declared(
        title=None if not title or _NO_TITLE.fullmatch(title) else title,
        authors=tuple(author for author in authors if author and not _NO_AUTHOR.fullmatch(author)),
        date=iso_date(properties.get("CreationDate", "")),
        language=language.replace("_", "-") if _LANGUAGE.fullmatch(language) else None,
        tags=tuple(keyword for keyword in keywords if keyword),
    )
