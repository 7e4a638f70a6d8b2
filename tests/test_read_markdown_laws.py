"""Laws of reading Markdown: every word is in the text, in a note, in an attribute or named; marks nest."""

import re
from contextlib import suppress

from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotate.errors import InputRefused
from annotate.model.source import Form
from annotate.read.markdown.reader import read_markdown

# "@" stands for a word that occurs nowhere else in the text.
SIGNS = st.sampled_from(
    [
        *(
            "@ ",
            "@ @ ",
            "*@* ",
            "**@** ",
            "_@",
            "*",
            "**",
            "***@*** ",
            "~~@~~ ",
            "`@`",
            "`",
            "``@",
            "\\",
            "\\\n",
            "  \n",
        ),
        *(
            "\n",
            "\n\n",
            "\n\n> ",
            "> ",
            "- ",
            "\n- @\n",
            "  - @\n",
            "\n3. @\n",
            "# @\n",
            "@\n---\n",
            "\n***\n",
            "    @\n",
        ),
        *("[@](http://@.example) ", '[@](http://x.example "@")', "[@](javascript:@)", "[", "]", "(", ")", "![", "["),
        *(
            '![@](@.png "@")',
            "\n\n![@](@.png)\n*@*\n\n",
            "[![@](@.png)](http://@.example)",
            "<http://@.example>",
            "[](@)",
        ),
        *(
            "[^1]",
            "[^2]",
            "\n\n[^1]: @\n\n",
            "\n[^2]: @ [^1]\n    @\n\n",
            "^[@ @]",
            "\n\n[@]: http://@.example '@'\n\n",
        ),
        *("[@][ref]", "[ref]", "\n\n[ref]: http://@.example\n\n", "\n\n| @ | @ |\n|---|---|\n| @ | @ | @ |\n\n", "|"),
        *(
            "<b>@</b>",
            "<b>",
            "</b>",
            '<a href="@">',
            "</a>",
            "<span>",
            "<br>",
            "<i lang='fr'>@</i>",
            "<p>",
            "</p>",
            "<",
        ),
        *("\n\n<div>\n@ <em>@</em>\n\n@\n\n</div>\n\n", "\n\n<blockquote>\n\n", "\n\n</blockquote>\n\n", "<!-- @ -->"),
        *(
            "<!-- ",
            "-->",
            "\n\n<h2>@</h2>\n<ul><li>@<li>@</ul>\n",
            "\n<table><tr><th>@<td>@</table>\n",
            "<script>@</script>",
        ),
        *(
            "\n\n<script>\n@\n</script>\n",
            '<img src="@" alt="@">',
            "<![CDATA[@]]>",
            "<?php @ ?>",
            "&amp;",
            "&#1;",
            "&#x80;",
        ),
        *(
            "{{< youtube @ >}}",
            "{% include @ %}",
            "{{ @ }}",
            "{: .@}",
            "{",
            "```@\n@\n```\n",
            "~~~\n",
            "\u00a0",
            "“@”",
            "é@",
        ),
        *("@*@*@", "1. > - @\n", "\t", "+ @\n", "@  \n@\\\n@\n\n", "> @\\\n> @\n\n", "=\n"),
    ]
)
WORD = re.compile(r"zq\d+z")


def text_of(signs: list[str]) -> str:
    numbers = iter(range(100_000))
    return re.sub("@", lambda _: f"zq{next(numbers)}z", "".join(signs))


texts = st.lists(SIGNS, min_size=1, max_size=30).map(text_of)


def read_or_refused(text: str):
    try:
        return read_markdown(text.encode(), "law.md")
    except InputRefused:
        return None


def with_notes(blocks):
    for block in blocks:
        yield block
        for note in block.notes:
            yield from with_notes(note.blocks)


@settings(max_examples=400)
@given(texts)
@example(text_of(["[^1]: @ [^2]\n\n", "[^2]: @ [^1]\n\n"]))
@example(text_of(["|@|@|\n|-|-|\n|@|@|@|@|\n"]))
@example(text_of(["- > - @\n      @\n\n    @\n"]))
@example(text_of(["![@^[@]](@)"]))
def test_every_word_is_kept_once_and_in_order_or_named(text):
    read = read_or_refused(text)
    if read is None:
        return
    source, findings = read
    blocks = list(with_notes(source.blocks))
    in_texts = [word for block in blocks for word in WORD.findall(block.text)]
    assert len(in_texts) == len(set(in_texts))
    kept_beside = {
        word
        for block in blocks
        for attributes in (block.attributes, *(mark.attributes for mark in block.marks))
        for word in WORD.findall(" ".join(attributes.values()))
    }
    named = {
        word.lower()
        for finding in findings
        for word in WORD.findall(finding.sentence.replace("ZQ", "zq").replace("Z", "z"))
    }
    assert set(WORD.findall(text)) <= set(in_texts) | kept_beside | named
    in_own_place = [int(word[2:-1]) for block in source.blocks for word in WORD.findall(block.text)]
    assert in_own_place == sorted(in_own_place)


@given(texts)
def test_marks_lie_in_the_text_and_nest(text):
    read = read_or_refused(text)
    if read is None:
        return
    for block in with_notes(read[0].blocks):
        assert block.text == re.sub(r"[ \t\n]+", " ", block.text).strip(" ") or block.form is Form.VERSE
        open_ends: list[int] = []
        before = 0
        for mark in block.marks:
            assert before <= mark.start <= mark.end <= len(block.text)
            assert mark.start < mark.end or mark.name == "graphic"
            before = mark.start
            while open_ends and open_ends[-1] <= mark.start:
                open_ends.pop()
            assert not open_ends or mark.end <= open_ends[-1]
            open_ends.append(mark.end)
        assert all(0 <= note.at <= len(block.text) for note in block.notes)


@given(texts)
def test_reading_twice_gives_the_same(text):
    assert read_or_refused(text) == read_or_refused(text)


@given(st.text())
def test_no_text_makes_the_reader_fail(text):
    with suppress(InputRefused):
        read_markdown(text.encode("utf-8", "surrogatepass"), "law.md")
