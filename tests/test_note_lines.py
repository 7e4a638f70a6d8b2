"""Notes that are one plain line, as most are: set without Markdown's parser, and as it would have set them."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotate.render.safe_html import note_html

SIGNS = "aZ ñō漢1. -+=#:;,?!()[]{}<>&*_`~|\\/'\"“”‘’…—%^$@\u00a0\u3000\u200d\u0301\t\x07\x85\u2028\ufffe\U0001f3ac"
LINES = st.tuples(st.sampled_from("aZñ漢ß"), st.text(st.sampled_from(SIGNS), max_size=30) | st.text(max_size=30)).map(
    "".join
)

WORDS = [
    "word",
    "*word*",
    "*two words*",
    "*a",
    "b*",
    "c*d",
    "**",
    "*",
    "(*in*)",
    "*e*f",
    "“*quoted*”",
    "*g.*",
    "*1*.",
    "“",
    ")",
]
EMPHASISED = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join) | st.lists(
    st.sampled_from([*WORDS, " ", ".", "é"]), min_size=1, max_size=6
).map("".join)


@settings(max_examples=500)
@given(LINES | EMPHASISED.filter(lambda line: line.strip("*")[:1].isalpha() and not line.startswith("* ")))
@example("The print ran for 1. hour (sic) -- no more.")
@example("https://example.org/a_b is no link")
@example("A line of “quoted” words, isn’t it?")
@example("a\x00b")
@example("*Nosferatu* was shown in *Berlin*, and (*perhaps*) in Paris.")
def test_a_note_of_one_line_is_set_the_same_alone_and_before_another_paragraph(line):
    words = " ".join(line.splitlines())
    behind = '<span class="p"><em>then</em></span>'
    assert note_html(f"{words}\n\n*then*") == note_html(words) + behind
