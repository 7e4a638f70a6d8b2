"""Texts that were parsed and then changed by hand: every departure from our grammar is named at its element."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from annotate.check import text_rules
from annotate.check.content_model import NOTHING, Name, after, choice, may_end, repeated, sequence
from annotate.check.text import text_findings

if TYPE_CHECKING:
    from annotate.diagnostics import Finding, Rule

HEADER = """<teiHeader><fileDesc><titleStmt><title>A talk</title></titleStmt>
<publicationStmt><p>Unpublished.</p></publicationStmt><sourceDesc><bibl><title>A talk</title></bibl></sourceDesc>
</fileDesc><encodingDesc><appInfo><application ident="annotate" version="0.1"><label>annotate</label>
<ab type="source-sha256">{digest}</ab><ab type="text-sha256">{digest}</ab></application></appInfo></encodingDesc>
<profileDesc><particDesc><listPerson><person xml:id="ada"><persName>Ada Example</persName></person></listPerson>
</particDesc></profileDesc></teiHeader>
"""
DIGEST = sha256(b"").hexdigest()


def tei(body: str, header: str = HEADER) -> bytes:
    whole = f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{header.format(digest=DIGEST)}<text><body>\n{body}\n</body></text></TEI>'
    return whole.encode()


def judged(body: str, digest: str | None = DIGEST) -> list[Finding]:
    data = tei(body)
    return text_findings(etree.fromstring(data), data, "a.xml", digest)


@pytest.mark.parametrize("rule", [r for r in text_rules.RULES if r.bad.startswith("<")], ids=lambda rule: rule.code)
def test_the_bad_example_of_a_rule_breaks_it_and_the_good_one_keeps_all(rule: Rule) -> None:
    assert [finding.code for finding in judged(rule.bad)] == [rule.code]
    assert judged(rule.good) == []


@pytest.mark.parametrize(
    ("body", "line", "column", "sentence", "remedy"),
    [
        ('<p xml:id="b1">A <b>bold</b> word.</p>', 8, 18, "<b> is no element", '<hi rend="bold">'),
        ('<p xml:id="b1">é <tilte>x</tilte></p>', 8, 18, "<tilte> is no element", "did you mean <title>?"),
        ('<p xml:id="b1"><q>“a”</q> <q wo="#ada">“b”</q></p>', 8, 27, "attribute wo", "did you mean who?"),
        ('<p xml:id="b1">A</p>\n\n<ab subtype="adverts" type="boilerplate">x</ab>', 10, 1, '"adverts"', "advert, nav"),
        ('<list><item>a</item><p>b</p></list>', 8, 21, "<p> cannot stand here in <list>", "<item>"),
        ('<sp who="#adda"><p>b</p></sp>', 8, 1, "points at nothing", 'did you mean "ada"?'),
        ('<p><title level="x">A</title></p>', 8, 4, 'level of <title> cannot be "x"', "a, m, j, s, u"),
    ],
)  # fmt: skip
def test_a_departure_is_named_at_its_element(body: str, line: int, column: int, sentence: str, remedy: str) -> None:
    [finding] = judged(body)
    assert (finding.line, finding.column) == (line, column)
    assert sentence in finding.sentence
    assert remedy in finding.help


def test_all_departures_are_named_at_once() -> None:
    body = '<p><b>x</b> <i>y</i></p><list/><sp who="#nobody"><speaker/></sp>'
    assert [finding.code for finding in judged(body)] == ["T201", "T201", "T206", "T206", "T209"]


def test_a_text_changed_by_hand_is_noted() -> None:
    [finding] = judged("<p>A paragraph.</p>", digest="0" * 64)
    assert (finding.code, finding.severity.label, finding.line) == ("T211", "note", 4)


def test_a_text_of_another_hand_is_not_held_to_our_grammar() -> None:
    data = tei("<p><b>x</b></p>", header="<teiHeader/>")
    assert text_findings(etree.fromstring(data), data, "a.xml", None) == []


def test_a_column_is_counted_in_code_points_also_in_a_file_with_a_mark_and_windows_line_ends() -> None:
    data = "\ufeff".encode() + tei("<p>a</p>\r\n<p>😀é <b>x</b></p>").replace(b"</teiHeader>\n", b"</teiHeader>\r\n")
    [finding] = text_findings(etree.fromstring(data), data, "a.xml", DIGEST)
    assert (finding.line, finding.column) == (9, 7)


def test_a_text_in_utf_16_has_its_lines() -> None:
    data = tei("<p>a</p>\n<p>é <b>x</b></p>").decode().encode("utf-16")
    [finding] = text_findings(etree.fromstring(data), data, "a.xml", DIGEST)
    assert (finding.line, finding.column) == (9, 1)


NAMES = st.sampled_from("abc")
MODELS = st.recursive(
    NAMES.map(Name),
    lambda inner: (
        st.lists(inner, max_size=3).map(sequence)
        | st.lists(inner, min_size=1, max_size=3).map(choice)
        | inner.map(repeated)
    ),
    max_leaves=6,
)


def rng_of(model: object) -> str:
    """Write a content model as RELAX NG, for libxml2's opinion."""
    kind = type(model).__name__
    if kind == "Name":
        return f'<element name="{model.name}"><empty/></element>'  # type: ignore[attr-defined]
    if kind == "Sequence":
        return f"<group>{rng_of(model.first)}{rng_of(model.second)}</group>"  # type: ignore[attr-defined]
    if kind == "Choice":
        return f"<choice>{''.join(rng_of(o) for o in sorted(model.options, key=repr))}</choice>"  # type: ignore[attr-defined]
    if kind == "Repeated":
        return f"<zeroOrMore>{rng_of(model.inner)}</zeroOrMore>"  # type: ignore[attr-defined]
    return "<empty/>"


@settings(max_examples=60)
@given(MODELS, st.lists(NAMES, max_size=5))
def test_content_models_agree_with_libxml2(model, names: list[str]) -> None:
    schema = f'<element name="r" xmlns="http://relaxng.org/ns/structure/1.0">{rng_of(model)}</element>'
    accepted = etree.RelaxNG(etree.fromstring(schema)).validate(
        etree.fromstring(f"<r>{''.join(f'<{n}/>' for n in names)}</r>")
    )
    for name in names:
        model = after(model, name)
    assert (model is not NOTHING and may_end(model)) == accepted
