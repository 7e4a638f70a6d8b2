"""What can be wrong with a book and its chapters, before anything is laid out (codes E340 to E343)."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity

NO_BOOKS = Rule(
    "E340",
    Severity.ERROR,
    "no book",
    "no settings say which texts make a book",
    "write [books.NAME] with a title and texts into annotate.toml; “annotate book --help” shows one",
    bad="annotate book, where annotate.toml has no [books.NAME]",
    good='[books.lamplight]\ntitle = "Lamplight"\ntexts = ["one.xml", "two.xml"]',
)
NO_SUCH_BOOK = Rule(
    "E341",
    Severity.ERROR,
    "book that is not there",
    "there is no book “{name}” in these settings",
    "{remedy}",
    bad="annotate book lamplihgt",
    good="annotate book lamplight",
)
NO_CHAPTER = Rule(
    "E342",
    Severity.ERROR,
    "chapter without a text",
    "there is no text {text} for this chapter",
    "see how the file is called; its name is seen from the folder of annotate.toml",
    bad='texts = ["oen.xml"]',
    good='texts = ["one.xml"]',
)
CHANGED = Rule(
    "E343",
    Severity.ERROR,
    "chapter that was changed meanwhile",
    "this text, or what belongs to it, was changed while it was laid out",
    "make the book again when nobody writes",
    bad="annotate book, while an editor saves one.xml",
    good="annotate book, after it",
)

RULES = (NO_BOOKS, NO_SUCH_BOOK, NO_CHAPTER, CHANGED)
