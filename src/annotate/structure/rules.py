"""What the parser is not sure of (codes T101 to T149): findings that say where a person should look first."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity

UNRESOLVED_INITIALS = Rule(
    "T101",
    Severity.WARNING,
    "initials without a name",
    "nobody named so far has the initials of the speaker label “{label}”",
    "write the speaker's full name once, at the first label or in the introduction",
    bad="XY: How did you begin?",
    good="Xenia Young: How did you begin?",
)
UNSURE_TURN = Rule(
    "T102",
    Severity.NOTE,
    "turn without a question",
    "this paragraph is read as {speaker}'s, though it asks nothing",
    "check who speaks here; labels in the source settle it",
    bad="an interview without labels in which one question is a remark",
    good="the same interview with a label before each turn",
)
NO_TITLE = Rule(
    "T103",
    Severity.NOTE,
    "no title found",
    "no line at the start reads like a title, so the file's name is used",
    "put the title on the first line, without a full stop",
    bad="a text that starts with its first paragraph",
    good="a text that starts with its title",
)
OPEN_QUOTATION = Rule(
    "T104",
    Severity.WARNING,
    "quotation that never closes",
    "a quotation opens here and does not close before the paragraph ends",
    "check the source: a quotation mark may be missing",
    bad="He said, “I never saw it.",
    good="He said, “I never saw it.”",
)
JOINED_PARAGRAPH = Rule(
    "T105",
    Severity.NOTE,
    "paragraph joined over an advert",
    "this paragraph is cut in two, and goes on in line {onward}",
    "check that the two halves belong together",
    bad="half a sentence, an advert, the other half",
    good="the whole sentence in one paragraph",
)
UNSURE_BLOCK = Rule(
    "T106",
    Severity.NOTE,
    "block that may be something else",
    "{blocks} read as {kind}, which is not sure: {reason}",
    "look here first; “annotate correct TEXT {block} --kind ...” puts it right, “correct TEXT -i” walks through all",
    bad="a short line without a full stop between two paragraphs, which may be a heading",
    good="the same line marked as a heading in Markdown or HTML",
)
FURTHER_UNSURE = Rule(
    "T107",
    Severity.NOTE,
    "further blocks that may be something else",
    "{count} further blocks are not sure ({blocks})",
    "“annotate parse SOURCE --explain” tells of each, “annotate correct TEXT -i” walks through them",
    bad="a page of which the parser understands little",
    good="a page whose markup says what is a heading and what a paragraph",
)

CORRECTION_LOST = Rule(
    "T121",
    Severity.WARNING,
    "correction that finds nothing",
    "no block begins with “{words}”, so the correction changes nothing",
    "correct the block anew with “annotate correct”, and delete this correction",
    bad="a correction of a paragraph that the source no longer has",
    good="a correction whose words stand at the start of a block",
)

CALL_WITHOUT_NOTE = Rule(
    "T122",
    Severity.WARNING,
    "sign that calls no note",
    "no note was found for {signs}, which reads like the call of a note",
    "check the source: the note may be missing, or begin with another sign",
    bad="two calls, [1] and [2], and one note that begins with [1]",
    good="two calls and two notes",
)
NOTE_WITHOUT_CALL = Rule(
    "T123",
    Severity.WARNING,
    "note that nothing calls",
    "nothing in the text calls note {signs}",
    "check the source: its sign may have been lost when the text was copied",
    bad="a note 3 at the end of a text that calls notes 1 and 2",
    good="a text in which [3] stands where the note belongs",
)

RULES = (
    UNRESOLVED_INITIALS,
    UNSURE_TURN,
    NO_TITLE,
    OPEN_QUOTATION,
    JOINED_PARAGRAPH,
    UNSURE_BLOCK,
    FURTHER_UNSURE,
    CORRECTION_LOST,
    CALL_WITHOUT_NOTE,
    NOTE_WITHOUT_CALL,
)
