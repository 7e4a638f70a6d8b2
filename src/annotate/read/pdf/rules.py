"""What can be wrong with a PDF, and what of it cannot be kept (codes F560 to F589).

A PDF has no lines: the line of a finding is the page, counted from 1.
"""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity

ENCRYPTED = Rule(
    "F560",
    Severity.ERROR,
    "PDF with a password",
    "the PDF cannot be opened without a password",
    "open it with the password, save or print it to a PDF without one, and parse that",
    bad="a PDF that asks for a password when it is opened",
    good="the same PDF saved without a password",
)
DAMAGED = Rule(
    "F561",
    Severity.ERROR,
    "damaged PDF",
    "the PDF is damaged and cannot be read: {reason}",
    "get the file again, or open it in a viewer and print it to a new PDF",
    bad="a PDF whose download broke off",
    good="the whole PDF",
)
NO_TEXT_LAYER = Rule(
    "F562",
    Severity.ERROR,
    "PDF without text",
    "none of the {pages} pages holds text, only pictures of it or nothing",
    "recognise its letters first, for example with: ocrmypdf SCAN.pdf TEXT.pdf",
    bad="a scanned article saved as PDF",
    good="the scan after text recognition (OCR)",
)
BEYOND_LIMIT = Rule(
    "F563",
    Severity.ERROR,
    "PDF beyond a limit",
    "reading the PDF was given up: {reason}",
    "split it into parts, or print it to a new PDF and parse that",
    bad="a PDF of 20,000 pages",
    good="a chapter of it",
)
PAGES_WITHOUT_TEXT = Rule(
    "F564",
    Severity.WARNING,
    "pages without text",
    "{pages} of {all} pages hold pictures and no text: {numbers}",
    "if words can be read on them, recognise them first (OCR) and parse the result",
    bad="an article whose last page is a scan",
    good="the article with a text layer on each page",
)
PAGE_DAMAGED = Rule(
    "F565",
    Severity.WARNING,
    "page cannot be read",
    "this page is damaged and its text is missing",
    "get the file again, or type what stands on the page",
    bad="a PDF with one broken page",
    good="the same PDF from its source",
)
UNREADABLE_CHARACTERS = Rule(
    "F566",
    Severity.WARNING,
    "characters without a meaning",
    "the fonts of this page do not say which characters {times} of its signs are; each stands as U+FFFD",
    "look at the page and put the right characters in, or recognise the page anew (OCR)",
    bad="a PDF whose font has a drawing for a letter but not its code",
    good="a PDF made by a program that keeps the codes",
)
HYPHENS_RESOLVED = Rule(
    "F567",
    Severity.NOTE,
    "hyphens at line ends resolved",
    "{times} parted at a line's end joined without the hyphen: {words}",
    "look for compounds among them that are written with a hyphen",
    bad="“docu-” at the end of a line and “mentary” on the next",
    good="“documentary” on one line",
)
PICTURES_NAMED = Rule(
    "F568",
    Severity.NOTE,
    "pictures named only",
    "the text names {pictures} without holding them: {places}",
    "save the pictures from the PDF if the text needs them",
    bad="a photograph in a PDF",
    good="a PDF without pictures",
)
FORM_FIELD = Rule(
    "F569",
    Severity.WARNING,
    "form field left out",
    "the form field {name} holds {value}, which is not part of the text",
    "print the form to a new PDF if what was filled in belongs to the text",
    bad="a PDF form that somebody filled in",
    good="the filled form printed to a PDF",
)
LINK_DROPPED = Rule(
    "F570",
    Severity.WARNING,
    "link left out",
    "a link of this page runs a script and was left out: {address}",
    "nothing needs to be done; its words are kept",
    bad="a link to javascript:alert(1)",
    good="a link to https://example.org/",
)
NO_END = Rule(
    "F571",
    Severity.WARNING,
    "PDF without its end",
    "the end of the file is missing, so that pages or words may be missing too",
    "get the file again, and compare its number of pages ({pages} were found)",
    bad="a PDF whose download broke off after most of it",
    good="the whole PDF",
)
SMALL_TYPE = Rule(
    "F572",
    Severity.NOTE,
    "small type left as paragraphs",
    "small type at the foot of this page has no call that surely belongs to it and stands as paragraphs: {words}",
    "if it is a note, mark it so in the text",
    bad="“2 Ibid.” at the foot of a page without a raised 2 in its text",
    good="a raised 2 in the text and “2 Ibid.” at the foot of the same page",
)
ATTACHMENT = Rule(
    "F573",
    Severity.WARNING,
    "attached file left out",
    "the PDF carries an attached file that is not part of the text: {name}",
    "save it from the PDF and parse it by itself if it is a text",
    bad="a PDF with a spreadsheet attached",
    good="a PDF without attachments",
)

RULES = (
    ENCRYPTED,
    DAMAGED,
    NO_TEXT_LAYER,
    BEYOND_LIMIT,
    PAGES_WITHOUT_TEXT,
    PAGE_DAMAGED,
    UNREADABLE_CHARACTERS,
    HYPHENS_RESOLVED,
    PICTURES_NAMED,
    FORM_FIELD,
    LINK_DROPPED,
    NO_END,
    SMALL_TYPE,
    ATTACHMENT,
)
