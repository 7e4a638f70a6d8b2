"""What can be wrong with a zip package that holds a text, such as a Word or OpenDocument file (codes F500 to F509)."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity

NOT_A_PACKAGE = Rule(
    "F500",
    Severity.ERROR,
    "not a readable package",
    "this is not a readable {kind}: {reason}",
    "open it in the program that made it and save it again",
    bad="half of a Word file, from an interrupted download",
    good="a .docx or .odt file that opens in its program",
)
ENCRYPTED = Rule(
    "F501",
    Severity.ERROR,
    "encrypted or in an old format",
    "this is {what}",
    "open it in its program and save it without a password as .docx or .odt",
    bad="a Word file that asks for a password",
    good="the same file saved without a password",
)
UNSAFE_NAMES = Rule(
    "F502",
    Severity.ERROR,
    "unsafe names in a package",
    "the package holds {what}",
    "open it in the program that made it and save it again; if it came from a stranger, be careful",
    bad="a part named ../../.bashrc, or two parts named word/document.xml",
    good="word/document.xml, once",
)
PACKAGE_TOO_LARGE = Rule(
    "F503",
    Severity.ERROR,
    "package too large",
    "{what} beyond a limit of safe reading: {size}, and the limit is {limit}",
    "split the text into several files",
    bad="a file of 200 kilobytes that unpacks to two million paragraphs",
    good="a book of some megabytes",
)
MISSING_PART = Rule(
    "F504",
    Severity.ERROR,
    "package without its text",
    "the package has no {part}, which holds the text",
    "open it in the program that made it and save it again",
    bad="a .docx from which word/document.xml was removed",
    good="a .docx with word/document.xml",
)
BROKEN_PART = Rule(
    "F505",
    Severity.WARNING,
    "a part that cannot be read",
    "{part}, which holds {what}, cannot be read: {reason}",
    "open the file in the program that made it and save it again, and compare the text with what was read",
    bad="a Word file whose footnotes.xml is not well-formed XML",
    good="a Word file that opens without a complaint",
)
WRONG_CONTENT = Rule(
    "F506",
    Severity.ERROR,
    "not a text document",
    "this is {what}, not a text document",
    "save or copy its text into a text document",
    bad="a spreadsheet or a presentation",
    good="a text document",
)

RULES = (NOT_A_PACKAGE, ENCRYPTED, UNSAFE_NAMES, PACKAGE_TOO_LARGE, MISSING_PART, BROKEN_PART, WRONG_CONTENT)
