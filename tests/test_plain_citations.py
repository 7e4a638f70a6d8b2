"""Citations of nothing but words and italics: as the sanitiser would have them, without it."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotate.render.safe_html import citation_html

PIECES = [
    "word",
    " ",
    "<i>",
    "</i>",
    "<i>A Title</i>",
    "<b>",
    "&amp;",
    "&quot;",
    "&#x27;",
    "&lt;",
    "&nbsp;",
    "&",
    "“é”",
    "\xa0",
    "\n",
    "<",
    ">",
    "</i",
    "<i>in <i>out</i></i>",
    "<a href='#x'>",
    "漢",
    ".",
    "</a>",
]


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
@example("Reed, <i>A History of Light</i>, 12 &amp; 13, said &quot;no&quot; to O&#x27;Hara")
@example("<i></i>")
def test_a_citation_is_the_same_with_and_without_what_only_the_sanitiser_takes(html):
    # A comment makes the sanitiser look at all of it, and goes.
    assert citation_html(f"{html}<!-- -->") == citation_html(html)
