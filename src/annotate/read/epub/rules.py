"""What can be wrong with an EPUB book (codes F490 to F499)."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity

NO_BOOK = Rule(
    "F490",
    Severity.ERROR,
    "EPUB without a book",
    "the file does not say what its book consists of: {reason}",
    "open it in a reader; if that shows the book, save it again with an EPUB editor",
    bad="a zip archive of pages without META-INF/container.xml",
    good="META-INF/container.xml that names a package document with a spine",
)
LOCKED_BOOK = Rule(
    "F491",
    Severity.ERROR,
    "EPUB locked by its seller",
    "the text is encrypted ({part}) and cannot be read",
    "ask the publisher for a copy without digital rights management",
    bad="a book bought in a shop that locks it",
    good="a book without META-INF/encryption.xml, or with fonts alone in it",
)
MISSING_CHAPTER = Rule(
    "F492",
    Severity.WARNING,
    "chapter missing",
    "the book names “{name}” as its next part, and {reason}",
    "look whether the text goes on without it, or get a complete copy",
    bad='<itemref idref="chapter3"/> where no chapter3 is in the file',
    good="an EPUB whose spine names files it has",
)
NOT_XHTML = Rule(
    "F493",
    Severity.NOTE,
    "chapter that is not well-formed",
    "the part “{name}” is no well-formed XHTML ({reason}) and was read as HTML",
    "compare its end with the book in a reader",
    bad="<p>a & b<p>c",
    good="<p>a &amp; b</p><p>c</p>",
)
BOOK_TOO_LARGE = Rule(
    "F494",
    Severity.ERROR,
    "EPUB too large",
    "the book's parts have more than {limit} tags together",
    "split the book with an EPUB editor",
    bad="an encyclopaedia in one file",
    good="a novel",
)

RULES = (NO_BOOK, LOCKED_BOOK, MISSING_CHAPTER, NOT_XHTML, BOOK_TOO_LARGE)
