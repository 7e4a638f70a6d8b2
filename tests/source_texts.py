"""Strategies for what readers give: source texts of any form, with markup, notes in notes, lists, tables, turns."""

from hypothesis import strategies as st

from annotate.model.source import Declared, Form, RawBlock, RawMark, RawNote, SourceText

WORDS = st.sampled_from(
    [
        *("The", "train", "came", "in.", "“Nobody", "ran,”", "she", "said.", "Nora", "Fenn:", "NF:", "Q:", "A:", "?"),
        *(
            "(1926)",
            "«",
            "»",
            "‘b’",
            '"',
            "'",
            "—",
            "–",
            "[1]",
            "*",
            "¹",
            "《城南旧事》",
            "的电影",
            "é",
            "e\u0301",
            "😀",
        ),
        *("Share", "this", "Advertisement", "By", "4/5", "★★★", "March", "3,", "2019", "Notes", "[laughs]", "1.", "-"),
        *("a\u00a0b", "\u200b", "well-", "known", "http://a.example/b?c&d", "<b>", "&amp;", "Director:", "you", "I"),
    ]
)
LINES = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)
MARKS = st.sampled_from(
    [
        ("emph", {}),
        ("hi", {"rend": "bold"}),
        ("ref", {"target": "https://a.example/?b&c"}),
        ("foreign", {"xml:lang": "fr"}),
        ("title", {}),
        ("hi", {"rend": "code"}),
    ]
)


@st.composite
def marks_of(draw, start, end, depth=2):
    """Draw inline markup of [start, end): outer before inner, none crossing another."""
    found = []
    while depth and start < end and draw(st.booleans()):
        first = draw(st.integers(start, end - 1))
        last = draw(st.integers(first + 1, end))
        name, attributes = draw(MARKS)
        found.append(RawMark(first, last, name, attributes))
        found += draw(marks_of(first, last, depth - 1))
        start = last
    return found


@st.composite
def notes_of(draw, text, depth):
    """Draw the notes that a text calls, which may call notes themselves."""
    places = sorted(draw(st.lists(st.integers(0, len(text)), max_size=2)))
    return tuple(
        RawNote(
            at,
            tuple(draw(st.lists(blocks(depth - 1, (Form.PARAGRAPH,)), min_size=1, max_size=2))),
            draw(st.sampled_from(["foot", "end"])),
            draw(st.sampled_from(["", "1", "*"])),
        )
        for at in places
    )


@st.composite
def blocks(draw, depth=2, forms=tuple(Form)):
    """Draw a block of a source; `depth` is how deep notes may be called in notes."""
    form = draw(st.sampled_from(forms))
    text = draw(LINES)
    if form is Form.VERSE:
        text = "\n".join(draw(st.lists(LINES, min_size=1, max_size=3)))
    if form in {Form.PICTURE, Form.BREAK}:
        text = ""
    attributes = {}
    if form is Form.PICTURE:
        attributes = {"url": "a.png", "alt": draw(st.sampled_from(["", "A train"]))}
    if form is Form.ITEM:
        attributes = {"rend": draw(st.sampled_from(["numbered", "bulleted"]))}
    grouped = form in {Form.ITEM, Form.CELL, Form.QUOTATION, Form.CAPTION, Form.PICTURE}
    return RawBlock(
        text,
        draw(st.integers(1, 50)),
        form,
        level=draw(st.integers(1, 3)) if form in {Form.HEADING, Form.ITEM, Form.QUOTATION} else 0,
        group=f"{form}{draw(st.integers(1, 3))}" if grouped and draw(st.booleans()) else "",
        row=draw(st.integers(0, 3)) if form is Form.CELL else 0,
        attributes=attributes,
        marks=tuple(draw(marks_of(0, len(text)))) if form is not Form.VERSE else (),
        notes=draw(notes_of(text, depth)) if depth and text else (),
        boilerplate=draw(st.sampled_from(["", "", "", "", "advert", "navigation"])) if text and depth == 2 else "",
        speaker=draw(st.sampled_from(["", "", "", "Nora Fenn"])) if form in {Form.UNSAID, Form.PARAGRAPH} else "",
    )


SOURCES = st.builds(
    SourceText,
    st.just("law.md"),
    st.just("0" * 64),
    # A source without a paragraph of words is refused by its reader.
    st.lists(blocks(), max_size=8).map(lambda drawn: (*drawn, RawBlock("It moved.", 60, Form.PARAGRAPH))),
    st.builds(Declared, title=st.sampled_from([None, "The Train"]), authors=st.sampled_from([(), ("Ida Marrow",)])),
)
