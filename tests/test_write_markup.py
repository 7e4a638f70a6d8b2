"""Laws of the markup writer: a parser of XML reads what was meant, and its canonical form is the standard's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from annotate.write.markup import Markup, encoded

# XML 1.0, production 2 (Char), without the carriage return, which a reader of a file turns into a line feed.
CHARACTERS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="".join(map(chr, range(32))) + "\ufffe\uffff")
    | st.sampled_from("\t\n&<>\"'\r")
)
ATTRIBUTES = st.dictionaries(st.sampled_from(["who", "rend", "target", "xml:lang", "a", "Z"]), CHARACTERS)


@st.composite
def markups(draw: st.DrawFn) -> Markup:
    """Elements in elements with text between them, around them one that names the namespace."""
    markup = Markup()
    markup.add("<text>", '<text xmlns="urn:example">')
    for attributes, words in draw(st.lists(st.tuples(ATTRIBUTES, CHARACTERS), max_size=4)):
        markup.open("p", attributes)
        markup.text(words)
        markup.empty("pb", attributes)
        markup.close("p")
        markup.line(2)
    markup.close("text")
    return markup


def parsed(markup: Markup) -> etree._Element:
    root = encoded(f'<TEI xmlns="urn:example">{markup.written()}</TEI>')
    return etree.fromstring(root, etree.XMLParser(resolve_entities=False))[0]


@given(markups())
def test_the_canonical_form_is_the_standards(markup: Markup) -> None:
    assert markup.canonical().encode() == etree.tostring(parsed(markup), method="c14n", exclusive=True)


@given(ATTRIBUTES, CHARACTERS.filter(bool))
def test_what_is_written_is_read_back(attributes: dict[str, str], words: str) -> None:
    markup = Markup()
    markup.open("text", attributes)
    markup.text(words)
    markup.close("text")
    element = parsed(markup)
    assert element.text == words
    assert [value for _, value in element.items()] == list(attributes.values())


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff"], ids=ascii)
def test_a_character_that_xml_cannot_hold_is_refused(character: str) -> None:
    with pytest.raises(ValueError, match=r"XML cannot hold|surrogates not allowed"):
        encoded(f"<p>{character}</p>")
