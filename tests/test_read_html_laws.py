"""What holds of every web page: no word is lost, doubled or moved, and markup lies inside its text, nested."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from annotate.errors import InputRefused
from annotate.model.source import Form
from annotate.read.html.reader import read_html

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotate.diagnostics import Finding
    from annotate.model.source import RawBlock, SourceText

# A page as a tree: a string, or an element's name, its attributes and its content.
Node = str | tuple[str, str, "list[Node]"]

WORDS = st.text(
    st.sampled_from("abcdefghij ABZ019 .,:;!?—–-…“”«»'\"&<> \u00a0\n\tàéß中文字かな한עִبр😀👩\u200d👧e\u0301"),
    min_size=1,
    max_size=30,
)
INLINE = st.sampled_from(
    [
        *(("em", ""), ("i", ""), ("b", ""), ("strong", ""), ("cite", ""), ("q", ""), ("sup", ""), ("span", "")),
        *(
            ("a", 'href="https://example.org/a b"'),
            ("a", 'href="javascript:go()"'),
            ("a", 'href="#x"'),
            ("a", 'id="y"'),
        ),
        *(
            ("span", 'lang="de"'),
            ("span", 'style="font-style: italic"'),
            ("code", ""),
            ("made-up", ""),
            ("unknown", ""),
        ),
    ]
)
BLOCK = st.sampled_from(
    [
        *(("p", ""), ("div", ""), ("blockquote", ""), ("h2", ""), ("section", 'class="sidebar"'), ("pre", "")),
        *(("figure", ""), ("figcaption", ""), ("aside", ""), ("nav", ""), ("footer", ""), ("p", 'class="caption"')),
        *(("article", ""), ("form", ""), ("center", ""), ("address", "")),
    ]
)
TEXTS: st.SearchStrategy[Node] = WORDS
BREAKS: st.SearchStrategy[Node] = st.sampled_from([("br", "", []), ("img", 'src="a.jpg" alt="A"', [])])


def _element(
    kinds: st.SearchStrategy[tuple[str, str]], content: st.SearchStrategy[list[Node]]
) -> st.SearchStrategy[Node]:
    return st.builds(lambda kind, inner: (*kind, inner), kinds, content)


RUNNING: st.SearchStrategy[Node] = st.recursive(
    TEXTS | BREAKS, lambda inner: _element(INLINE, st.lists(inner, max_size=4)), max_leaves=6
)
FLOW = st.lists(RUNNING, max_size=4)


def _lists(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    item = _element(st.just(("li", "")), st.lists(inner, max_size=3))
    return _element(st.sampled_from([("ul", ""), ("ol", "")]), st.lists(item, max_size=3))


def _tables(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    cell = _element(st.sampled_from([("td", ""), ("th", ""), ("td", 'colspan="2"')]), st.lists(inner, max_size=2))
    row = _element(st.just(("tr", "")), st.lists(cell, min_size=1, max_size=3))
    return _element(st.just(("table", "")), st.lists(row, min_size=1, max_size=3))


BLOCKS: st.SearchStrategy[Node] = st.recursive(
    _element(st.sampled_from([("p", ""), ("h1", ""), ("pre", "")]), FLOW),
    lambda inner: (
        _element(
            BLOCK.filter(lambda kind: kind[0] not in {"p", "h2", "pre", "form"}), st.lists(inner | TEXTS, max_size=4)
        )
        | _lists(inner | RUNNING)
        | _tables(inner | TEXTS)
    ),
    max_leaves=10,
)
PAGES = st.lists(BLOCKS, min_size=1, max_size=6)
VOID = {"br", "img"}
JOINER = "\u200d"
PIECES = [
    *"<p> <b> </p> <div </div> <!-- --> <script> </script> <td> <table> & &amp; &#1 a < > \" ' = <svg> <li>".split(),
    *"<template> <textarea> </textarea> <select> <option> <noscript> <body> </body> <head> <title> \x01 \x00".split(
        " "
    ),
    "<a href=#a id=b>",
]


def _written(node: Node) -> str:
    if isinstance(node, str):
        return escape(node)
    name, attributes, content = node
    start = f"<{name} {attributes}>" if attributes else f"<{name}>"
    return start if name in VOID else f"{start}{''.join(map(_written, content))}</{name}>"


def _strings(node: Node) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    else:
        for inner in node[2]:
            yield from _strings(inner)


def _page(nodes: list[Node]) -> bytes:
    body = "\n".join(map(_written, nodes))
    return f'<!DOCTYPE html><html lang="en"><head><title>T</title></head><body>{body}</body></html>'.encode()


def _characters(text: str) -> str:
    return "".join(character for character in text if not character.isspace())


def _texts(blocks: tuple[RawBlock, ...]) -> Iterator[str]:
    for block in blocks:
        yield block.text
        for note in block.notes:
            yield from _texts(note.blocks)


def _read(data: bytes) -> tuple[SourceText | None, list[Finding]]:
    """Return what is read, or None and the findings of the refusal."""
    try:
        return read_html(data, "page.html")
    except InputRefused as refused:
        return None, list(refused.findings)


@settings(max_examples=150, deadline=None)
@given(PAGES)
def test_every_visible_character_is_in_the_blocks_once_and_in_order(nodes: list[Node]) -> None:
    expected = _characters("".join(text for node in nodes for text in _strings(node)))
    source, findings = _read(_page(nodes))
    codes = {finding.code for finding in findings}
    if source is None:
        assert codes == {"F462"}
        assert not expected.strip(JOINER)
        return
    read = _characters("".join(_texts(source.blocks)))
    if "F464" in codes:  # paragraphs of joiners alone are named, not kept
        read, expected = read.replace(JOINER, ""), expected.replace(JOINER, "")
    assert read == expected


@settings(max_examples=100, deadline=None)
@given(PAGES)
def test_blocks_keep_their_contract(nodes: list[Node]) -> None:
    source, _ = _read(_page(nodes))
    for block in source.blocks if source else ():
        assert block.text == block.text.strip(" \n")
        assert "  " not in block.text
        assert "\n" not in block.text or block.form is Form.VERSE
        assert block.text or block.form in {Form.PICTURE, Form.BREAK, Form.CELL}
        assert block.line >= 0
        open_until: list[int] = []
        for mark in block.marks:
            assert 0 <= mark.start <= mark.end <= len(block.text)
            assert mark.start < mark.end or mark.name == "graphic"
            while open_until and open_until[-1] <= mark.start:
                open_until.pop()
            assert not open_until or mark.end <= open_until[-1]
            open_until.append(mark.end)
            assert "javascript" not in mark.attributes.get("target", "")


@settings(max_examples=30, deadline=None)
@given(PAGES)
def test_reading_twice_gives_the_same(nodes: list[Node]) -> None:
    assert _read(_page(nodes)) == _read(_page(nodes))


@settings(max_examples=100, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=5))
def test_notes_are_read_at_their_calls_and_nowhere_else(texts: list[str]) -> None:
    texts = [text if any(map(str.isalnum, text)) else f"word {text}" for text in texts]
    called = "".join(
        f'<p>{escape(text)}<sup><a href="#fn{n}" id="fnref{n}">{n}</a></sup></p>' for n, text in enumerate(texts, 1)
    )
    items = "".join(
        f'<li id="fn{n}"><p>note: {escape(text)} <a href="#fnref{n}">↩</a></p></li>' for n, text in enumerate(texts, 1)
    )
    source, _ = _read(f"<html><body>{called}<ol>{items}</ol></body></html>".encode())
    assert source is not None
    assert [note.sign for block in source.blocks for note in block.notes] == [str(n + 1) for n in range(len(texts))]
    expected = _characters("".join(f"{text}note:{text}" for text in texts))
    assert _characters("".join(_texts(source.blocks))) == expected


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_characters_are_read_or_refused_with_a_finding(text: str) -> None:
    source, findings = _read(text.encode("utf-8", "surrogatepass"))
    assert source or findings


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_broken_markup_ends_in_a_text_or_a_finding(pieces: list[str]) -> None:
    source, findings = _read(" ".join(pieces).encode())
    assert source or findings
