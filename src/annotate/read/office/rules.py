"""What a word processor's file may hold that a text cannot keep as it is (codes F510 to F529)."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity
from annotate.read.package import rules as package_rules

DELETED = Rule(
    "F510",
    Severity.WARNING,
    "tracked deletion left out",
    "left out as deleted{author}: “{words}”",
    "to keep these words, reject the deletion in the word processor and save the file again",
    bad="a file in which a reviewer's deletion was neither accepted nor rejected",
    good="a file in which all changes were accepted or rejected",
)
MOVED = Rule(
    "F511",
    Severity.NOTE,
    "tracked move",
    "left out as moved elsewhere{author}: “{words}”",
    "look whether the words stand where they were moved to; accept or reject the move to be sure",
    bad="a file in which a tracked move was neither accepted nor rejected",
    good="a file in which all changes were accepted or rejected",
)
HIDDEN = Rule(
    "F512",
    Severity.WARNING,
    "hidden text left out",
    "left out as hidden text, {count} characters: “{words}”",
    "to keep these words, switch off “hidden” in their font settings and save the file again",
    bad="a sentence formatted as hidden",
    good="the same sentence shown, or deleted",
)
NOTE_MISSING = Rule(
    "F513",
    Severity.WARNING,
    "note missing",
    "a {kind} is called here, and the file has none with the id {id}",
    "open the file in the program that made it and save it again",
    bad="a call of footnote 7 in a file of six footnotes",
    good="a footnote for each call",
)
NOTE_TWICE = Rule(
    "F514",
    Severity.NOTE,
    "note called twice",
    "the {kind} with the id {id} is called a second time here, and was set where it is called first",
    "write a cross-reference to the first note instead",
    bad="two calls of one footnote",
    good="a footnote for each call",
)
NOTE_NOT_CALLED = Rule(
    "F515",
    Severity.WARNING,
    "note without a call",
    "a {kind} is called nowhere and was set at the end of the text: “{words}”",
    "call it where it belongs, or delete it",
    bad="a footnote whose call was lost in a conversion",
    good="a footnote for each call",
)
COMMENT_NOT_PLACED = Rule(
    "F516",
    Severity.WARNING,
    "comment without a place",
    "a comment{author} is on no passage and was set at the end of the text: “{words}”",
    "put it on a passage, or delete it",
    bad="a comment whose passage was deleted",
    good="a comment on a passage",
)
LINK_DROPPED = Rule(
    "F517",
    Severity.WARNING,
    "link left out",
    "a link to {target} was left out: {reason}",
    "look whether the text needs it, and set it on words of its own",
    bad="a link whose address begins with javascript:",
    good="a link to https://www.example.org/ on the words “the archive”",
)
SYMBOL = Rule(
    "F518",
    Severity.NOTE,
    "sign of a symbol font",
    "sign {code} of the font {font} was read as {character}",
    "if that is wrong, put the right character in its place and save the file again",
    bad="an arrow from the font Wingdings",
    good="the character →",
)
MATH = Rule(
    "F519",
    Severity.WARNING,
    "formula",
    "of a formula only the characters were kept: “{words}”",
    "if its layout matters, put a picture of it in its place",
    bad="a fraction set by the equation editor",
    good="1/2",
)
OBJECT = Rule(
    "F520",
    Severity.WARNING,
    "embedded object",
    "{what} stands here, and its content was not read",
    "put its words into the text, or a picture of it in its place",
    bad="a chart or a spreadsheet set into the text",
    good="a picture of the chart",
)
PICTURE_ELSEWHERE = Rule(
    "F521",
    Severity.NOTE,
    "picture not in the file",
    "the picture {url} is not in the file",
    "insert the picture itself instead of a link to it",
    bad="a picture linked from a web site",
    good="a picture that is saved with the document",
)
FIELD = Rule(
    "F522",
    Severity.NOTE,
    "field without a result",
    "the field “{instruction}” shows no text",
    "update the fields in the word processor (F9) and save the file again",
    bad="a field that was never updated",
    good="a field with its result",
)
FIELD_WORDS = Rule(
    "F523",
    Severity.WARNING,
    "words inside a field's instruction",
    "left out as part of a field's instruction: “{words}”",
    "if they belong to the text, replace the field by its text (Ctrl+Shift+F9) and save the file again",
    bad="a field whose end is missing",
    good="a field with its result",
)
UNKNOWN = Rule(
    "F524",
    Severity.NOTE,
    "unknown element",
    "the element {element} is not known; its words, if any, were kept as text",
    "compare the place with the original",
    bad="<w:marvel>...</w:marvel>",
    good="<w:r>...</w:r>",
)
NESTED_TABLE = Rule(
    "F525",
    Severity.NOTE,
    "table inside a table",
    "a table inside a table was read as text of its cell",
    "set it as a table of its own if its columns matter",
    bad="a table in a cell of another",
    good="two tables after each other",
)
RUBY = Rule(
    "F526",
    Severity.WARNING,
    "reading over a word",
    "“{words}” is set over a word and was left out",
    "write the reading in brackets after the word if it matters",
    bad="furigana over a Chinese character",
    good="the reading in brackets",
)
PROPERTY = Rule(
    "F527",
    Severity.NOTE,
    "document property left out",
    "the document property {name} is not kept: “{words}”",
    "put it into the text if readers should see it",
    bad="a document whose comments field holds a summary",
    good="the summary as a paragraph",
)

RULES = (
    *package_rules.RULES,
    DELETED,
    MOVED,
    HIDDEN,
    NOTE_MISSING,
    NOTE_TWICE,
    NOTE_NOT_CALLED,
    COMMENT_NOT_PLACED,
    LINK_DROPPED,
    SYMBOL,
    MATH,
    OBJECT,
    PICTURE_ELSEWHERE,
    FIELD,
    FIELD_WORDS,
    UNKNOWN,
    NESTED_TABLE,
    RUBY,
    PROPERTY,
)
