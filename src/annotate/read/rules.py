"""What can be wrong with a source text or a TEI file as bytes (codes F101 to F149)."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity

NOT_FOUND = Rule(
    "F101",
    Severity.ERROR,
    "file not found",
    "there is no file of this name",
    "check the spelling and the folder you are in",
    bad="annotate show reveiw.xml",
    good="annotate show review.xml",
)
FOLDER = Rule(
    "F102",
    Severity.ERROR,
    "a folder where a file is wanted",
    "this is a folder, not a file",
    "name a file in it",
    bad="annotate show reviews/",
    good="annotate show reviews/general.xml",
)
UNREADABLE = Rule(
    "F103",
    Severity.ERROR,
    "file cannot be read",
    "the file cannot be read: {reason}",
    "check its permissions and the disk it is on",
    bad="a file whose permissions do not let you read it",
    good="a file you can open in an editor",
)
EMPTY = Rule(
    "F104",
    Severity.ERROR,
    "empty file",
    "the file is empty",
    "save the text again, or name another file",
    bad="a file of 0 bytes",
    good="a file with at least one line of text",
)
NOT_TEXT = Rule(
    "F105",
    Severity.ERROR,
    "not a text",
    "this is {what}, not a plain text",
    "open it in the program it belongs to and save or copy its text into a .txt file",
    bad="a picture, a zip file or a program",
    good="a text file",
)
UNKNOWN_ENCODING = Rule(
    "F106",
    Severity.ERROR,
    "unknown encoding",
    "byte {offset} (0x{byte:02X}) is not UTF-8, and no other encoding makes sense of the file",
    "save the text as UTF-8",
    bad="bytes that are text in no known encoding",
    good="the same text saved as UTF-8",
)
FORBIDDEN_CHARACTER = Rule(
    "F107",
    Severity.ERROR,
    "a character XML cannot hold",
    "{name} occurs {times}, and XML cannot hold it",
    "delete it: it is invisible and usually a leftover of a conversion",
    bad="a NUL character (U+0000) in the middle of a sentence",
    good="the same sentence without it",
)
TOO_LARGE = Rule(
    "F108",
    Severity.ERROR,
    "file too large",
    "the file is larger than {limit} bytes",
    "split the text into several files",
    bad="a file of 300 megabytes",
    good="a book of one megabyte",
)
NO_PARAGRAPHS = Rule(
    "F109",
    Severity.ERROR,
    "text without paragraphs",
    "the file holds nothing but white space",
    "name a file with text in it",
    bad="a file of blank lines",
    good="a file with at least one paragraph",
)
LINE_TOO_LONG = Rule(
    "F110",
    Severity.ERROR,
    "line too long",
    "this line is {length} bytes long, and no paragraph may be longer than {limit}",
    "break the text into paragraphs",
    bad="ten megabytes on one line",
    good="a paragraph of some hundred words",
)
GUESSED_ENCODING = Rule(
    "F111",
    Severity.WARNING,
    "encoding guessed",
    "the file is not UTF-8 and was read as {encoding}",
    "look at its accents and quotation marks, and name the right encoding with --encoding if they are wrong",
    bad="a text saved as windows-1252",
    good="the same text saved as UTF-8",
)
PARSING_FILE = Rule(
    "F117",
    Severity.ERROR,
    "parse file not understood",
    "{reason}",
    "docs/formats.md shows what may stand in a parse file",
    bad='genre = "letter"',
    good='genre = "interview"',
)
NO_SUCH_BLOCK = Rule(
    "F116",
    Severity.ERROR,
    "no block of this id",
    "the text has no block or turn “{block}”",
    "“annotate show TEXT” prints the ids; the last block is {last}",
    bad="annotate show review.xml --block b999",
    good="annotate show review.xml --block b12",
)
NOT_WELL_FORMED = Rule(
    "F121",
    Severity.ERROR,
    "XML not well formed",
    "this is not well-formed XML: {reason}",
    "mend the markup at this place, or parse the source text again",
    bad="<p>a &amp; b</q>",
    good="<p>a &amp; b</p>",
)
NOT_TEI = Rule(
    "F122",
    Severity.ERROR,
    "not TEI",
    "this is {kind}, not TEI",
    "name a TEI file (its root is TEI in the namespace http://www.tei-c.org/ns/1.0), or make one with: annotate parse"
    " SOURCE -o TEXT.xml",
    bad="<html>...</html>",
    good='<TEI xmlns="http://www.tei-c.org/ns/1.0">...</TEI>',
)
DECLARES_ENTITIES = Rule(
    "F123",
    Severity.ERROR,
    "document type with declarations",
    "the file {what}, and annotate reads no DTD and no entities",
    "replace the entities by the characters they stand for and delete the DOCTYPE",
    bad='<!DOCTYPE TEI [<!ENTITY dash "—">]>',
    good="the file without DOCTYPE, a dash written as —",
)
NO_TEXT = Rule(
    "F124",
    Severity.ERROR,
    "TEI without text",
    "there is no <text> in it",
    "name a TEI file that holds a transcription",
    bad="<TEI> with a header only",
    good="<TEI> with a header and a <text>",
)
XML_LIMIT = Rule(
    "F125",
    Severity.ERROR,
    "XML beyond a limit",
    "the file goes beyond a limit of safe reading: {reason}",
    "split the file, or make its nesting less deep",
    bad="elements nested 300 deep",
    good="elements nested 30 deep",
)

WRONG_ENCODING = Rule(
    "F138",
    Severity.ERROR,
    "not the encoding that was named",
    "the bytes from here on are no {encoding}",
    "leave --encoding out, or name another",
    bad="annotate parse review.txt --encoding shift_jis, where the review is windows-1252",
    good="annotate parse review.txt --encoding windows-1252",
)
TEI_ALREADY = Rule(
    "F139",
    Severity.ERROR,
    "a TEI text where a source is wanted",
    "this is a TEI text already, which the other commands take as it is and never rewrite",
    "go on with: annotate show {file}",
    bad="annotate parse hamlet.xml, where hamlet.xml is somebody's TEI edition",
    good="annotate show hamlet.xml",
)

RULES = (
    NOT_FOUND,
    FOLDER,
    UNREADABLE,
    EMPTY,
    NOT_TEXT,
    UNKNOWN_ENCODING,
    FORBIDDEN_CHARACTER,
    TOO_LARGE,
    NO_PARAGRAPHS,
    LINE_TOO_LONG,
    GUESSED_ENCODING,
    WRONG_ENCODING,
    PARSING_FILE,
    NO_SUCH_BLOCK,
    NOT_WELL_FORMED,
    NOT_TEI,
    DECLARES_ENTITIES,
    NO_TEXT,
    XML_LIMIT,
    TEI_ALREADY,
)
