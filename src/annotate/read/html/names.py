"""The elements of HTML by what they are to a text (HTML Living Standard, sections 4 and 15.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

HEADINGS: Mapping[str, int] = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
LISTS = frozenset({"ul", "ol", "menu", "dir", "dl"})
ITEMS = frozenset({"li", "dt", "dd"})
CELLS = frozenset({"td", "th"})
# What stands on lines of its own in a browser.
BLOCKS = frozenset(
    """
    html body address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer
    form header hgroup legend li listing main marquee menu nav ol p plaintext pre search section summary ul xmp
    table caption colgroup col thead tbody tfoot tr td th optgroup option textarea button frameset h1 h2 h3 h4 h5 h6
    """.split()
)
INLINES = frozenset(
    """
    a abbr acronym b basefont bdi bdo big blink br cite code data del dfn em font hr i img image input ins kbd label map
    area mark math meter nobr output picture progress q rb rp rt rtc ruby s samp select slot small source span strike
    strong sub sup time track tt u var wbr link meta base datalist amp-img spacer
    """.split()
)
# Rules of MathML read as running text.
MATHEMATICS = frozenset(
    """
    mrow mi mn mo ms mtext mspace msup msub msubsup mfrac msqrt mroot mover munder munderover mtable mtr mtd mstyle
    mpadded mphantom mmultiscripts mprescripts menclose merror semantics
    """.split()
)
PROGRAMS = frozenset({"script", "style"})
# What a browser with scripts does not show; `annotation` repeats a formula as TeX.
NOT_SHOWN = frozenset({"noscript", "template", "noembed", "noframes", "annotation", "annotation-xml", "svg"})
EMBEDDED = frozenset(
    {"iframe", "object", "embed", "applet", "video", "audio", "canvas", "frame", "amp-video", "amp-ad"}
)
NOT_TEXT = frozenset({"script", "style", "iframe", "noembed", "noframes"})
HEADER = frozenset({"head", "title"})
PICTURES = frozenset({"img", "image", "amp-img"})
UNREAD = PROGRAMS | HEADER | EMBEDDED | NOT_SHOWN
POINTS = PICTURES | {"br", "hr"}
# TEI's element and attributes for what an inline element says.
MARKS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "em": ("emph", {}),
    "i": ("hi", {"rend": "italic"}),
    "dfn": ("hi", {"rend": "italic"}),
    "var": ("hi", {"rend": "italic"}),
    "b": ("hi", {"rend": "bold"}),
    "strong": ("hi", {"rend": "bold"}),
    "u": ("hi", {"rend": "underline"}),
    "ins": ("hi", {"rend": "underline"}),
    "sup": ("hi", {"rend": "superscript"}),
    "sub": ("hi", {"rend": "subscript"}),
    "s": ("hi", {"rend": "strikethrough"}),
    "strike": ("hi", {"rend": "strikethrough"}),
    "del": ("hi", {"rend": "strikethrough"}),
    "code": ("hi", {"rend": "code"}),
    "kbd": ("hi", {"rend": "code"}),
    "samp": ("hi", {"rend": "code"}),
    "tt": ("hi", {"rend": "code"}),
    "cite": ("title", {"level": "m"}),
    "q": ("q", {}),
}


def is_block(name: str) -> bool:
    """Whether an element stands on lines of its own; an author's own element (with a hyphen) is taken to."""
    return name in BLOCKS or ("-" in name and name not in INLINES)


def is_known(name: str) -> bool:
    """Whether HTML or MathML has the element, or it is an author's own by the rules (its name has a hyphen)."""
    return name in BLOCKS or name in INLINES or name in MATHEMATICS or "-" in name
