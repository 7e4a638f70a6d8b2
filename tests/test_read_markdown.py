"""Reading Markdown: forms, marks, notes, pictures, raw HTML, short codes, limits."""

import json
from contextlib import suppress

import pytest

from annotate.errors import InputRefused
from annotate.model.source import Form, RawBlock, RawMark
from annotate.read.markdown import rules
from annotate.read.markdown.reader import read_markdown
from tests.surroundings import SHARED, needs_shared

EMPH = RawMark(0, 4, "emph")


def read(text: str) -> tuple[tuple[RawBlock, ...], list[str]]:
    source, findings = read_markdown(text.encode(), "review.md")
    return source.blocks, [finding.code for finding in findings]


def forms(text: str) -> list[tuple[Form, str]]:
    return [(block.form, block.text) for block in read(text)[0]]


def only(text: str) -> RawBlock:
    (block,) = read(text)[0]
    return block


def test_headings_paragraphs_and_breaks():
    text = "# One #\n\nIt rained\nall   day.\n\n***\n\nTwo\n---\n"
    blocks, codes = read(text)
    assert [(block.form, block.level, block.text, block.line) for block in blocks] == [
        (Form.HEADING, 1, "One", 1),
        (Form.PARAGRAPH, 0, "It rained all day.", 3),
        (Form.BREAK, 0, "", 6),
        (Form.HEADING, 2, "Two", 8),
    ]
    assert codes == []


@pytest.mark.parametrize(
    ("source", "name", "attributes"),
    [
        ("*rain*", "emph", {}),
        ("_rain_", "emph", {}),
        ("**rain**", "hi", {"rend": "bold"}),
        ("~~rain~~", "hi", {"rend": "strikethrough"}),
        ("`rain`", "hi", {"rend": "code"}),
        ("[rain](<https://example.org/a b>)", "ref", {"target": "https://example.org/a%20b"}),
        ("[rain](https://example.org/é)", "ref", {"target": "https://example.org/é"}),
        ("[rain](file:///etc/hosts)", "ref", {"target": "file:///etc/hosts"}),
        ("<em>rain</em>", "emph", {}),
        ("<i>rain</i>", "hi", {"rend": "italic"}),
        ("<B class=x>rain</B>", "hi", {"rend": "bold"}),
        ("<u>rain</u>", "hi", {"rend": "underline"}),
        ("<sup>rain</sup>", "hi", {"rend": "superscript"}),
        ("<sub>rain</sub>", "hi", {"rend": "subscript"}),
        ("<cite>rain</cite>", "title", {}),
        ("<q>rain</q>", "q", {}),
        ('<a href="x.html">rain</a>', "ref", {"target": "x.html"}),
        ('<span lang="pt_BR">rain</span>', "foreign", {"xml:lang": "pt-BR"}),
    ],
)
def test_inline_markup_is_a_mark_over_its_words(source, name, attributes):
    block = only(f"The {source} fell.")
    assert block.text == "The rain fell."
    assert block.marks == (RawMark(4, 8, name, attributes),)


def test_a_link_by_reference_is_a_link():
    assert only("[Rain][r] and [r]\n\n[R]: #top").marks == (
        RawMark(0, 4, "ref", {"target": "#top"}),
        RawMark(9, 10, "ref", {"target": "#top"}),
    )


def test_an_address_in_pointed_brackets_is_a_link_on_itself():
    block = only("See <https://example.org/a%20b>")
    assert block.text == "See https://example.org/a%20b"
    assert block.marks == (RawMark(4, 29, "ref", {"target": "https://example.org/a%20b"}),)


def test_a_paragraph_in_bold_is_marked_from_end_to_end():
    assert only("**Why *film*?**").marks == (RawMark(0, 9, "hi", {"rend": "bold"}), RawMark(4, 8, "emph"))


def test_markup_that_crosses_is_parted_so_that_it_nests():
    assert only("<b>one *two</b> three*").marks == (
        RawMark(0, 7, "hi", {"rend": "bold"}),
        RawMark(4, 7, "emph"),
        RawMark(8, 13, "emph"),
    )


def test_entities_and_escapes_are_characters_and_no_break_spaces_stay():
    assert only(r"Tom &amp; Jerry &#8212; 5&nbsp;km \*not\* &#150;").text == "Tom & Jerry — 5\u00a0km *not* –"


def test_typography_is_left_as_it_was_written():
    assert only('"Quoted" -- it\'s... www.example.org (c)').text == '"Quoted" -- it\'s... www.example.org (c)'


def test_the_items_of_nested_lists_share_a_group():
    blocks, _ = read("3. three\n   - sub\n\n   more of three\n4. four\n\ntext\n\n* new")
    assert [(b.form, b.text, b.level, b.group, dict(b.attributes)) for b in blocks] == [
        (Form.ITEM, "three", 1, "list-1", {"rend": "numbered", "n": "3"}),
        (Form.ITEM, "sub", 2, "list-1", {"rend": "bulleted"}),
        (Form.ITEM, "more of three", 1, "list-1", {"rend": "numbered", "part": "further"}),
        (Form.ITEM, "four", 1, "list-1", {"rend": "numbered", "n": "4"}),
        (Form.PARAGRAPH, "text", 0, "", {}),
        (Form.ITEM, "new", 1, "list-2", {"rend": "bulleted"}),
    ]


def test_the_paragraphs_of_a_quotation_share_a_group():
    blocks, _ = read("> one\n>\n> two\n>\n> > three\n\nHe said.\n\n> four")
    assert [(b.form, b.text, b.level, b.group) for b in blocks] == [
        (Form.QUOTATION, "one", 1, "quotation-1"),
        (Form.QUOTATION, "two", 1, "quotation-1"),
        (Form.QUOTATION, "three", 2, "quotation-2"),
        (Form.PARAGRAPH, "He said.", 0, ""),
        (Form.QUOTATION, "four", 1, "quotation-3"),
    ]


def test_every_cell_of_a_table_is_kept():
    blocks, codes = read("| Film | Year |\n|---|:-:|\n| *General* | 1926 | Keaton |\n| a \\| b |\n")
    assert [(b.text, b.row, dict(b.attributes)) for b in blocks] == [
        ("Film", 0, {"role": "label"}),
        ("Year", 0, {"role": "label"}),
        ("General", 1, {}),
        ("1926", 1, {}),
        ("Keaton", 1, {}),
        ("a | b", 2, {}),
        ("", 2, {}),
    ]
    assert {(b.form, b.group) for b in blocks} == {(Form.CELL, "table-1")}
    assert codes == []


def test_a_stanza_in_a_quotation_is_verse():
    block = only("> Tyger *Tyger*,  \n> burning bright")
    assert (block.form, block.text) == (Form.VERSE, "Tyger Tyger,\nburning bright")
    assert block.marks == (RawMark(6, 11, "emph"),)


def test_an_attribution_below_a_quotation_is_no_verse():
    assert forms("> It rained.\\\n> — Nora Fenn") == [(Form.QUOTATION, "It rained."), (Form.QUOTATION, "— Nora Fenn")]


def test_lines_that_the_author_ended_are_blocks_of_their_own():
    blocks, _ = read("**Q: Did it *rain?***  \nA: It did,\nall day.<br>And blew.")
    assert [(block.text, block.line) for block in blocks] == [
        ("Q: Did it rain?", 1),
        ("A: It did, all day.", 2),
        ("And blew.", 3),
    ]


def test_code_keeps_its_lines_and_is_marked():
    blocks, codes = read("~~~ python\nINT.  A STATION\n\n  <b>*Rain*</b>\n~~~")
    assert [(b.text, b.line, b.marks[0].attributes["rend"]) for b in blocks] == [
        ("INT. A STATION", 2, "code"),
        ("<b>*Rain*</b>", 4, "code"),
    ]
    assert codes == ["F419"]


def test_a_note_stands_where_it_is_called():
    blocks, codes = read("It rained.[^w] Yes.\n\n[^w]: In *Oregon*.\n\n    For long.\n\nAnd^[It *did*.] on.")
    assert [block.text for block in blocks] == ["It rained. Yes.", "And on."]
    (note,) = blocks[0].notes
    assert (note.at, note.sign, note.place) == (10, "w", "foot")
    assert [(block.text, block.line) for block in note.blocks] == [("In Oregon.", 3), ("For long.", 5)]
    (inline,) = blocks[1].notes
    assert (inline.at, inline.sign, inline.blocks[0].text) == (3, "", "It did.")
    assert codes == []


def test_a_call_on_a_line_of_its_own_belongs_to_the_block_above():
    blocks, _ = read("It rained.\n\n[^1]\n\n[^1]: In Oregon.")
    assert [(block.text, [note.at for note in block.notes]) for block in blocks] == [("It rained.", [10])]


def test_a_note_that_nothing_calls_stays_where_it_was_written():
    assert read("One.\n\n[^1]: Two.\n\nThree.") == (
        (
            RawBlock("One.", 1, Form.PARAGRAPH),
            RawBlock("Two.", 3, Form.PARAGRAPH),
            RawBlock("Three.", 5, Form.PARAGRAPH),
        ),
        ["F408"],
    )


def test_a_picture_alone_is_a_figure_with_its_captions():
    blocks, codes = read('![A *bridge*](a.jpg "It falls")\n\n![](b.jpg)\n*Below*\n\n[![c](c.jpg)](http://x.example)')
    assert [(b.form, b.text, b.group, dict(b.attributes)) for b in blocks] == [
        (Form.PICTURE, "", "figure-1", {"url": "a.jpg", "alt": "A bridge"}),
        (Form.CAPTION, "It falls", "figure-1", {}),
        (Form.PICTURE, "", "figure-2", {"url": "b.jpg"}),
        (Form.CAPTION, "Below", "figure-2", {}),
        (Form.PICTURE, "", "figure-3", {"url": "c.jpg", "alt": "c"}),
    ]
    assert codes == ["F413"]


def test_a_picture_between_words_is_a_mark():
    (block,), codes = read("See ![this](a.jpg) here")
    assert block.marks == (RawMark(4, 4, "graphic", {"url": "a.jpg"}),)
    assert codes == ["F411"]


def test_an_italic_paragraph_below_a_picture_is_its_caption():
    assert [form for form, _ in forms("![a](a.jpg)\n\n*Keaton in 1926*\n\nIt rained.")] == [
        Form.PICTURE,
        Form.CAPTION,
        Form.PARAGRAPH,
    ]


def test_an_italic_question_below_a_picture_is_no_caption():
    text = "*Why trains?*\n\nThey move.\n\n![a](a.jpg)\n\n*Why rain?*\n\nIt falls."
    assert Form.CAPTION not in [form for form, _ in forms(text)]


def test_blocks_of_raw_html():
    blocks, codes = read(
        "<blockquote>\n\nIt *rained*.\n\n</blockquote>\n\n<h2>Then &eacute;</h2>\n<ul><li>one<li>two</ul>\n\n"
        '<figure><img src="a.jpg" alt="A"><figcaption>Cap</figcaption></figure>\n\n'
        "<table><tr><th>a</th><td colspan=2>b</td></tr></table>\n\n<div>x</div>\n\n<div>y</div>"
    )
    assert [(b.form, b.text, b.group, dict(b.attributes)) for b in blocks] == [
        (Form.QUOTATION, "It rained.", "quotation-1", {}),
        (Form.HEADING, "Then é", "", {}),
        (Form.ITEM, "one", "list-1", {"rend": "bulleted"}),
        (Form.ITEM, "two", "list-1", {"rend": "bulleted"}),
        (Form.PICTURE, "", "figure-1", {"url": "a.jpg", "alt": "A"}),
        (Form.CAPTION, "Cap", "figure-1", {}),
        (Form.CELL, "a", "table-1", {"role": "label"}),
        (Form.CELL, "b", "table-1", {"cols": "2"}),
        (Form.PARAGRAPH, "x", "", {}),
        (Form.PARAGRAPH, "y", "", {}),
    ]
    assert codes == ["F402"]


@pytest.mark.parametrize(
    ("text", "subtype"), [("{{< youtube abc >}}", "media"), ("{% include ad.html %}\n{{ page.x }}", "other")]
)
def test_a_paragraph_of_short_codes_stands_outside_the_text(text, subtype):
    (block,), codes = read(text)
    assert (block.text, block.boilerplate) == (" ".join(text.split("\n")), subtype)
    assert codes == ["F401"] * (text.count("\n") + 1)


def test_what_stands_in_a_short_code_is_no_markup():
    assert only('It {{<quote by="*A* _B_">}}rained{{</quote>}}').text == 'It {{<quote by="*A* _B_">}}rained{{</quote>}}'


@pytest.mark.parametrize("target", ["javascript:x()", "JavaScript:x()", "java&#10;script:x()", "&#1;javascript:x()"])
def test_a_link_that_runs_a_script_is_dropped_and_named(target):
    (block,), codes = read(f'The <a href="{target}">rain</a> fell')
    assert (block.text, block.marks, codes) == ("The rain fell", (), ["F412"])


@pytest.mark.parametrize("depth", [25, 45])
def test_a_deep_quotation_is_not_lost(depth):
    assert only("> " * depth + "It rained.").text == "It rained."


@pytest.mark.parametrize(
    "text",
    [
        ">" * 200 + " deep",
        "".join("  " * depth + "- a\n" for depth in range(120)),
        "[^a]:" * 150 + " deep",
    ],
)
def test_what_is_nested_deeper_is_refused(text):
    with pytest.raises(InputRefused) as refused:
        read(text)
    assert [finding.code for finding in refused.value.findings] == ["F415"]


def test_references_that_blow_a_text_up_are_refused():
    with pytest.raises(InputRefused) as refused:
        read(f"[a]: http://{'x' * 60_000}\n\n{'[a] ' * 1000}")
    assert [finding.code for finding in refused.value.findings] == ["F416"]


@pytest.mark.parametrize("signs", ["[", "![", "^[", "[^", "[a](", "<![CDATA[", "<a b='", "`a``", "*a_ ", "{{ ", "&#1;"])
def test_signs_without_end_are_kept_as_text_or_named(signs):
    blocks, codes = read("x " + signs * 3000)
    assert blocks[0].text.startswith("x ")
    assert len(blocks[0].text) >= 3000 or codes


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", "F104"), (b" \n\n", "F109"), (b"\x00" + b"It rained. " * 9, "F107"), (b"\x89PNG\r\n", "F105")],
)
def test_what_is_no_text_is_refused(data, code):
    with pytest.raises(InputRefused) as refused:
        read_markdown(data, "review.md")
    assert [finding.code for finding in refused.value.findings] == [code]


DESCRIBED = {rules.TOO_DEEP, rules.TOO_MANY_TARGETS, rules.MARKUP_TOO_DEEP}


@pytest.mark.parametrize("rule", [rule for rule in rules.RULES if rule not in DESCRIBED], ids=lambda rule: rule.code)
def test_each_rule_has_an_example_that_breaks_it_and_one_that_does_not(rule):
    assert rule.code in read(f"{rule.bad}\n\nIt rained.\n")[1]
    assert rule.code not in read(f"{rule.good}\n\nIt rained.\n")[1]


def test_markup_nested_beyond_use_is_named():
    text = "".join(f"<{name}>" for _ in range(5) for name in ("b", "i", "u", "sup", "sub")) + "x"
    assert "F418" in read(text)[1]


@needs_shared
@pytest.mark.parametrize("name", ["blns.json", "h5sc-vectors.txt"])
def test_naughty_strings_are_read_or_refused(name):
    text = (SHARED / "suites" / "strings" / name).read_text(encoding="utf-8")
    strings = json.loads(text) if name.endswith(".json") else text.split("\n")
    for string in filter(str.strip, strings):
        with suppress(InputRefused):
            read_markdown(f"Before {string} after\n\n{string}".encode("utf-8", "surrogatepass"), "naughty.md")
