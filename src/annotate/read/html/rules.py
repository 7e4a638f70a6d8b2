"""What can be wrong with a web page, and what of it is not text (codes F450 to F489)."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity

PAGE_TOO_DEEP = Rule(
    "F450",
    Severity.ERROR,
    "web page nested too deep",
    "the page cannot be read to its end: {reason}",
    "open it in a browser, copy its text and save that as a .txt file",
    bad="a page of 3,000 <div> inside each other",
    good="a page of 60 <div> inside each other",
)
PAGE_TOO_LARGE = Rule(
    "F451",
    Severity.ERROR,
    "web page too large",
    "the page has {size} {unit}, more than the {limit} that are read",
    "save only the article, by the browser's reading view",
    bad="a page of a hundred megabytes",
    good="a page of one megabyte",
)
OTHER_ENCODING = Rule(
    "F452",
    Severity.WARNING,
    "web page in another encoding than it says",
    "the page says that it is {declared}, and was read as {used}",
    "look at its accents and quotation marks; if they are wrong, save the page again as UTF-8",
    bad='<meta charset="iso-8859-1"> in a page that a browser saved as UTF-8',
    good='<meta charset="utf-8"> in a page saved as UTF-8',
)
FOREIGN_BYTES = Rule(
    "F453",
    Severity.WARNING,
    "bytes that are no characters",
    "{count} are no characters of {encoding}, the first here, and stand in the text as U+FFFD",
    "look for “\ufffd” in the text and put the right character into the page",
    bad="one byte of windows-1252 in a page of UTF-8",
    good="a page that is UTF-8 throughout",
)
HIDDEN_WORDS = Rule(
    "F454",
    Severity.NOTE,
    "hidden words",
    "what a browser does not show was left out: {what}",
    "if it belongs to the text, delete the attribute or element that hides it and parse again",
    bad="<p hidden>The end of the review.</p>",
    good="<p>The end of the review.</p>",
)
SCRIPT_LINKS = Rule(
    "F455",
    Severity.NOTE,
    "links that run a script",
    "{count} without an address, which run a script, were dropped and their words kept: {what}",
    "where a reader should get somewhere, write the address the link should lead to",
    bad='<a href="javascript:go()">the trailer</a>',
    good='<a href="https://example.org/trailer">the trailer</a>',
)
PICTURES_LEFT_OUT = Rule(
    "F456",
    Severity.NOTE,
    "pictures left out",
    "the page shows {count} outside its text or without an address of their own, not kept: {what}",
    "if one belongs to the text, save it beside the page and name it in an <img>",
    bad='<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
    good='<figure><img src="still.jpg" alt="A still"></figure>',
)
EMBEDDED = Rule(
    "F457",
    Severity.NOTE,
    "embedded film, sound or page",
    "{count} embedded in the page cannot be kept: {what}",
    "if the text needs it, write its address into the text",
    bad='<iframe src="https://example.org/trailer"></iframe>',
    good='<a href="https://example.org/trailer">The trailer</a>',
)
UNKNOWN_ELEMENTS = Rule(
    "F458",
    Severity.NOTE,
    "elements that HTML does not know",
    "the words of elements that HTML does not know were kept as running text: {what}",
    "look whether words of theirs were joined that should stand apart",
    bad="<spoiler>He dies.</spoiler>",
    good="<span>He dies.</span>",
)
BROKEN_JSON_LD = Rule(
    "F459",
    Severity.NOTE,
    "metadata that is not JSON",
    "what the page says about itself in JSON-LD is not JSON and was not used: {reason}",
    "say it on the command line: --title, --author, --date",
    bad='<script type="application/ld+json">{"headline": "A "film""}</script>',
    good='<script type="application/ld+json">{"headline": "A film"}</script>',
)
NO_MAIN_TEXT = Rule(
    "F460",
    Severity.WARNING,
    "main text not found",
    "no part of the page could be told to be its text ({reason}), so all of it was kept as text",
    "mark what does not belong to the text with: annotate correct TEXT BLOCK --kind boilerplate",
    bad="a page of links",
    good="a page with an article of some paragraphs",
)
OUTSIDE_LEFT_OUT = Rule(
    "F461",
    Severity.NOTE,
    "what stands outside the text was left out",
    "{count} with {words} words outside the main text were left out",
    "parse without --main-only to keep them as boilerplate",
    bad="annotate parse page.html --main-only",
    good="annotate parse page.html",
)
NO_WORDS = Rule(
    "F462",
    Severity.ERROR,
    "web page without words",
    "the page shows no words{reason}",
    "open it in a browser, wait until the text is there, and save the page from the browser",
    bad='<body><div id="app"></div><script src="app.js"></script></body>',
    good="<body><p>A review.</p></body>",
)
LINKS_WITHIN = Rule(
    "F463",
    Severity.NOTE,
    "links within the page",
    "{count} to places within the page were dropped, their words kept: {what}",
    "write the page's own address before the #, if a reader should follow them",
    bad='<a href="#cast">the cast</a>',
    good='<a href="https://example.org/review#cast">the cast</a>',
)
INVISIBLE = Rule(
    "F464",
    Severity.NOTE,
    "paragraphs of invisible characters",
    "what holds nothing but invisible characters was left out: {what}",
    "nothing needs to be done",
    bad="<p>&#8203;</p>",
    good="<p>Words.</p>",
)
CHARACTERS_LOST = Rule(
    "F465",
    Severity.WARNING,
    "characters the parser lost",
    "about {lost} of the page's {total} visible characters are missing from what was read",
    "compare the text with the page in a browser; a page saved again by the browser is usually sound",
    bad="a page whose markup breaks off in the middle of a tag",
    good="a page saved whole",
)
UNCLEAR_DATE = Rule(
    "F466",
    Severity.NOTE,
    "date that is not clear",
    "the page declares the date “{date}”, which can be read in more than one way or in none",
    "say it on the command line: --date YYYY-MM-DD",
    bad='<meta name="date" content="03/04/2011">',
    good='<meta name="date" content="2011-04-03">',
)

RULES = (
    PAGE_TOO_DEEP,
    PAGE_TOO_LARGE,
    OTHER_ENCODING,
    FOREIGN_BYTES,
    HIDDEN_WORDS,
    SCRIPT_LINKS,
    PICTURES_LEFT_OUT,
    EMBEDDED,
    UNKNOWN_ELEMENTS,
    BROKEN_JSON_LD,
    NO_MAIN_TEXT,
    OUTSIDE_LEFT_OUT,
    NO_WORDS,
    LINKS_WITHIN,
    INVISIBLE,
    CHARACTERS_LOST,
    UNCLEAR_DATE,
)
