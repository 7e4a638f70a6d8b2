"""The E rules: what can go wrong while an edition is made."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity

STYLE_UNKNOWN = Rule(
    "E101",
    Severity.ERROR,
    "The citation style is not known",
    'the citation style "{style}" is not known',
    "use one of: {known}",
    bad='style = "apa6"',
    good='style = "apa"',
)
SOURCE_NOT_FORMATTED = Rule(
    "E102",
    Severity.WARNING,
    "A source could not be formatted in the citation style",
    'the source "{source}" could not be formatted in the style "{style}" and is listed plainly: {reason}',
    "check the type, title, names and dates of the source, or choose another style",
    bad='{"id": "clip", "type": "document"}',
    good='{"id": "clip", "type": "document", "title": "A clip from the newsreel"}',
)

FONT_MISSING = Rule(
    "E201",
    Severity.ERROR,
    "A font of the editions is not installed",
    "the font {font} is not installed",
    "type: python -m pip install --force-reinstall {package}",
    bad="a Python environment without the package fontpkg-source-serif-4",
    good="python -m pip install annotate",
)
FONT_BROKEN = Rule(
    "E202",
    Severity.ERROR,
    "A font of the editions cannot be read",
    "the font {font} cannot be read: {reason}",
    "type: python -m pip install --force-reinstall {package}",
    bad="a font file that was cut short when it was installed",
    good="python -m pip install --force-reinstall fontpkg-source-serif-4",
)
NOWHERE_TO_KEEP = Rule(
    "E203",
    Severity.ERROR,
    "There is nowhere to keep what editions are made of",
    "the fonts of editions and the chapters of books can be written neither to the cache folder nor to a temporary one",
    "set XDG_CACHE_HOME or TMPDIR to a folder you can write to, with 4 MB of room, for a book more",
    bad="XDG_CACHE_HOME=/proc TMPDIR=/proc annotate render review.xml --to pdf",
    good="XDG_CACHE_HOME=$HOME/.cache annotate render review.xml --to pdf",
)
CHARACTERS_WITHOUT_FONT = Rule(
    "E204",
    Severity.WARNING,
    "The fonts of the edition lack characters of the text",
    "the fonts of the edition have no signs for {characters}, which appear as empty boxes",
    "for Chinese, Japanese, Korean: sudo apt-get install fonts-noto-cjk; else render to HTML, with the readers' fonts",
    bad="the runes ᚠᚢᚦ",
    good="the runes f, u and th",
)

PDF_OUT_OF_TIME = Rule(
    "E301",
    Severity.ERROR,
    "Laying out the PDF took too long",
    "laying out the PDF was stopped after {seconds} seconds",
    "render to HTML, or look for what is unusual in the text, such as a very large table; no PDF was written",
    bad="a table cell that spans a million columns",
    good="a table cell that spans the columns there are",
)
PDF_OUT_OF_MEMORY = Rule(
    "E302",
    Severity.ERROR,
    "Laying out the PDF took too much memory",
    "laying out the PDF was stopped because it needed more than {megabytes} MB of memory",
    "render to HTML, or look for what is unusual in the text, such as a very large table; no PDF was written",
    bad="a table of a million rows",
    good="a table of some pages",
)
PDF_PROCESS_CRASHED = Rule(
    "E303",
    Severity.ERROR,
    "The process that lays out the PDF ended without an answer",
    "the process that lays out the PDF ended without an answer: {ending}",
    "try again; if it happens again, report it with the text that causes it; no PDF was written",
    bad="Pango ends the process with signal SIGSEGV",
    good="the process answers with a PDF or a reason",
)
PDF_RESOURCE_REFUSED = Rule(
    "E304",
    Severity.ERROR,
    "The PDF asks for something that is not part of the edition",
    "{address} was asked for, and is not a file of the edition",
    "remove the reference, or make the file part of the edition; nothing was fetched and no PDF was written",
    bad='<img src="https://example.org/still.jpg" alt="A still">',
    good='<img src="figures/still.jpg" alt="A still">',
)
PDF_LINK_LEFT_OUT = Rule(
    "E305",
    Severity.WARNING,
    "A link of the PDF was left out",
    "a link to {address} was left out because it is none of http, https and mailto",
    "use an address on the web, or leave the link out",
    bad='<a href="javascript:alert(1)">source</a>',
    good='<a href="https://example.org/source">source</a>',
)
PDF_REMARK = Rule(
    "E306",
    Severity.WARNING,
    "The layout engine remarks on the edition",
    "the layout engine says: {remark}",
    "mend the style sheet or the template that causes it; the PDF was made without it",
    bad="float: sideways",
    good="float: right",
)
PDF_LIBRARY_MISSING = Rule(
    "E307",
    Severity.ERROR,
    "A library that lays out text is missing",
    "a library that lays out text could not be loaded: {reason}",
    "type: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 (on macOS: brew install pango)",
    bad="a system without Pango",
    good="sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
)
PDF_WITHOUT_FONTS = Rule(
    "E308",
    Severity.ERROR,
    "The layout engine sees no fonts",
    "the layout engine sees none of the edition's fonts: {reason}",
    "remove the folder annotate/fonts in your cache folder (~/.cache) and try again",
    bad="a cache folder that the process cannot read",
    good="a cache folder that belongs to you",
)
NESTED_TOO_DEEPLY = Rule(
    "E309",
    Severity.ERROR,
    "The text is nested too deeply to be set",
    "the text is nested too deeply to be set",
    "take some levels of lists, quotations or divisions out of the text",
    bad="a quotation in a quotation, 250 levels deep",
    good="a quotation in a quotation",
)
PDF_LAYOUT_FAILED = Rule(
    "E310",
    Severity.ERROR,
    "The layout engine could not lay out the text",
    "the layout engine stopped: {reason}",
    "look for what is unusual in the text or the style sheet; no PDF was written",
    bad="font-size: 1e9px",
    good="font-size: 10pt",
)

PICTURE_MISSING = Rule(
    "E311",
    Severity.WARNING,
    "A picture of the text is missing",
    "the picture {address} is not shown: {reason}",
    "put it where the text says it is, or parse the source again with its pictures beside it",
    bad='<graphic url="review.media/still.png"/>, without such a file',
    good='<graphic url="review.media/still.png"/>, with it',
)

PDF_NOT_CONFORMING = Rule(
    "E312",
    Severity.ERROR,
    "The PDF does not conform to PDF/UA-1 or PDF/A-3a",
    "the PDF fails a requirement of {standard} ({requirement}): {message}",
    "mend the theme or the text that causes it; --draft writes the PDF all the same",
    bad="a picture that nobody describes",
    good="a picture with a description, or with a caption",
)
PDF_COMMENT_WITHOUT_WORDS = Rule(
    "E313",
    Severity.WARNING,
    "A comment finds its words nowhere in the PDF",
    "the PDF has no comment for {record}, whose words are not on its pages as the text has them",
    "look for what hides or changes the words, such as a theme's own style sheet; the claim or note itself is printed",
    bad="a theme with: h2 { display: none }",
    good="a theme that leaves the words of the text as they are",
)

RULES: tuple[Rule, ...] = (
    STYLE_UNKNOWN,
    SOURCE_NOT_FORMATTED,
    FONT_MISSING,
    FONT_BROKEN,
    NOWHERE_TO_KEEP,
    CHARACTERS_WITHOUT_FONT,
    PDF_OUT_OF_TIME,
    PDF_OUT_OF_MEMORY,
    PDF_PROCESS_CRASHED,
    PDF_RESOURCE_REFUSED,
    PDF_LINK_LEFT_OUT,
    PDF_REMARK,
    PDF_LIBRARY_MISSING,
    PDF_WITHOUT_FONTS,
    NESTED_TOO_DEEPLY,
    PDF_LAYOUT_FAILED,
    PICTURE_MISSING,
    PDF_NOT_CONFORMING,
    PDF_COMMENT_WITHOUT_WORDS,
)
