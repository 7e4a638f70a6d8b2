"""Every rule on annotations: its bad example breaks just this rule, its good example breaks none."""

from __future__ import annotations

import copy
import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.api.quotations import evidence_resolutions
from annotate.attach.anchor import resolve_all
from annotate.check import quotation_rules, registry, text_rules
from annotate.check.registry import annotation_findings
from annotate.check.schema import schema_findings
from annotate.check.subject import Subject
from annotate.model.annotation import SCHEMA_URL, Annotations
from annotate.model.copy_place import CopyCount
from annotate.model.document import Block, Document, Group, Metadata, Person
from annotate.model.source_copy import CopyState, SourceCopy
from annotate.model.text import reading_text
from annotate.read.annotations.reader import read_json

if TYPE_CHECKING:
    from annotate.diagnostics import Finding, Rule

LAST = (
    "The second reel survived the fire in a Prague cellar, behind the boiler. "
    "The second reel is the best of all, and nobody had seen it for sixty years."
)
DOCUMENT = Document(
    Metadata(
        "A talk in the archive",
        url="https://example.org/talk",
        persons=(Person("ben", "Ben Example"), Person("ada", "Ada Example")),
    ),
    body=(
        Block("b1", "p", ("Ada Example has restored films for thirty years.",)),
        Group("sp", (Block("b2", "p", ("How long is it today?",)),), "t1", {"who": "#ben"}),
        Group(
            "sp",
            (
                Block("b3", "p", ("The film runs ninety-four minutes. A court ordered every print to be destroyed.",)),
                Block(
                    "b4",
                    "p",
                    (LAST,),
                ),
            ),
            "t2",
            {"who": "#ada"},
        ),
    ),
)
READING = reading_text(DOCUMENT)
BASE: dict[str, Any] = {
    "$schema": SCHEMA_URL,
    "format": 1,
    "text": {"file": "talk.xml", "reading_sha256": READING.sha256},
    "entities": [
        {"id": "ada", "type": "person", "name": "Ada Example"},
        {"id": "prague", "type": "place", "name": "Prague"},
    ],
    "sources": [
        {
            "id": "nosferatu",
            "type": "motion_picture",
            "title": "Nosferatu",
            "director": [{"family": "Murnau", "given": "F. W."}],
            "issued": "1922",
            "custom": {"runtime": 5640},
        },
        {
            "id": "weekly-1925",
            "type": "article-newspaper",
            "title": "Film Destroyed",
            "container-title": "The Weekly",
            "issued": "1925",
            "page": "12-14",
        },
    ],
    "claims": [
        {
            "id": "c-4n6p8r",
            "target": {"exact": "The film runs ninety-four minutes", "prefix": "today?\n\n", "suffix": ". A court"},
            "kind": "factual",
            "claimant": "ada",
            "creator": "Ed",
            "evidence": [
                {
                    "id": "e-2c5w7t",
                    "source": "weekly-1925",
                    "relation": "qualifies",
                    "locator": {"label": "page", "value": "12"},
                }
            ],
        },
        {
            "id": "c-7k2m9x",
            "target": {
                "exact": "A court ordered every print to be destroyed",
                "prefix": "minutes. ",
                "suffix": ".\n\nThe",
            },
            "kind": "factual",
            "claimant": "ada",
            "creator": "Ed",
            "attitude": "asserts",
            "status": "supported",
            "evidence": [
                {
                    "id": "e-4hq8rz",
                    "source": "weekly-1925",
                    "relation": "supports",
                    "locator": {"label": "page", "value": "12"},
                },
                {
                    "id": "e-6t7w8v",
                    "source": "nosferatu",
                    "relation": "mentions",
                    "locator": {"label": "timestamp", "value": "00:43:12"},
                },
            ],
        },
    ],
    "notes": [
        {
            "id": "n-2b9x4d",
            "target": {"exact": "survived the fire in a Prague cellar, behind the boiler"},
            "kind": "gloss",
            "body": "It was found in 1984.",
            "creator": "Ed",
        }
    ],
    "mentions": [
        {
            "id": "m-9d3k1p",
            "target": {"exact": "Prague", "prefix": "The second reel survived the fire in a ", "suffix": " cellar"},
            "entity": "prague",
            "creator": "Ed",
        }
    ],
    "passages": [
        {
            "id": "p-5f7v2c",
            "target": {"exact": "The second reel is the best of all, and nobody had seen it"},
            "creator": "Ed",
        }
    ],
    "links": [{"id": "l-1a2b3c", "from": "c-7k2m9x", "relation": "supports", "to": "p-5f7v2c", "creator": "Ed"}],
}
NEIGHBOURS = {"essay.annotations.json": frozenset({"c-7k2m9x"}), "lost.annotations.json": None}
# These are shown in words: what breaks them is not in the file, or larger than an example can be.
IN_WORDS = {"A156", "N174", "N187", "N188", "S106", "N121", "S140", "S142"} | {
    rule.code for rule in quotation_rules.RULES
}
RULES = [rule for rule in registry.RULES if rule not in text_rules.RULES and rule.code not in IN_WORDS]


def laid_over(base: Any, patch: Any) -> Any:
    """Return `base` with an example laid over it (the convention is in `check.registry`)."""
    if isinstance(base, dict) and isinstance(patch, dict):
        merged = {key: laid_over(base.get(key), value) for key, value in patch.items() if value is not None}
        return {key: merged.get(key, value) for key, value in base.items() if patch.get(key, "") is not None} | merged
    if isinstance(base, list) and patch and all(isinstance(item, dict) and "id" in item for item in patch):
        by_id = {item["id"]: item for item in base}
        for item in patch:
            by_id[item["id"]] = laid_over(by_id.get(item["id"], {}), item)
        return list(by_id.values())
    return copy.deepcopy(patch)


def copies_of(annotations: Annotations) -> dict[str, SourceCopy]:
    """Return the copies of the sources, in the state that their names say, with the words of the text."""

    def found(file: str) -> SourceCopy:
        if ".." in file:
            return SourceCopy(CopyState.OUTSIDE)
        name = file.removeprefix("sources/").removesuffix(".txt")
        if name in set(CopyState) - {CopyState.SOUND}:
            return SourceCopy(CopyState(name), "permission denied" if name == "unreadable" else "")
        if name != "sound":
            return SourceCopy(CopyState.SOUND, "it is a picture")
        return SourceCopy(CopyState.SOUND, reading=READING, count=CopyCount(DOCUMENT, READING))

    return {source.id: found(source.copy.file) for source in annotations.sources if source.copy}


def judged(example: str) -> list[Finding]:
    return judged_value(laid_over(BASE, json.loads(example)))


def judged_value(value: Any) -> list[Finding]:
    return judged_text(json.dumps(value, ensure_ascii=False, indent=2))


def judged_text(text: str) -> list[Finding]:
    json_text = read_json(text.encode(), "talk.annotations.json")
    shape = schema_findings(json_text)
    if shape:
        return shape
    annotations = Annotations.from_json(json_text.value)
    copies = copies_of(annotations)
    return annotation_findings(
        Subject(
            json_text,
            annotations,
            date(2026, 11, 21),
            "talk.xml",
            DOCUMENT,
            READING,
            resolve_all(annotations, READING),
            NEIGHBOURS,
            copies=copies,
            quotations=evidence_resolutions(annotations, copies),
        )
    )


def test_the_base_is_sound() -> None:
    assert judged("{}") == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_bad_example_breaks_just_this_rule(rule: Rule) -> None:
    findings = judged(rule.bad)
    assert [finding.code for finding in findings] == [rule.code], [str(finding) for finding in findings]
    assert findings[0].line > 1 or rule.code == "N191", "a file that lacks a field as a whole"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_good_example_breaks_no_rule(rule: Rule) -> None:
    assert [str(finding) for finding in judged(rule.good)] == []


@pytest.mark.parametrize("rule", registry.RULES, ids=lambda rule: rule.code)
def test_sentence_and_help_are_one_line_without_full_stop(rule: Rule) -> None:
    for words in (rule.sentence, rule.help, rule.title):
        assert words.strip() == words
        assert "\n" not in words
        assert not words.endswith(".")


def test_no_code_is_declared_twice() -> None:
    codes = [rule.code for rule in registry.RULES]
    assert len(codes) == len(set(codes))


def _pointers(value: Any, here: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [pointer for step, inner in members for pointer in [(*here, step), *_pointers(inner, (*here, step))]]


ODD_WORDS = """ada nosferatu c-7k2m9x p-5f7v2c disputes refuted asserts page timestamp 1922/.. 0000 9999-12-31 00:00:00
٣ http://[ 10.1/x 2026-01-01T00:00:60Z b.annotations.json#c-7k2m9x""".split()
ODD_VALUES = st.sampled_from(["", " ", *ODD_WORDS, 0, 1, 10**6, 0.5, None]) | st.builds(
    json.loads,
    st.sampled_from(
        ["[]", '[{"exact": "the"}, {"exact": "a"}]', '{"exact": "print"}', '{"date-parts": [[0]]}', '{"raw": "x"}']
    ),
)


@given(st.lists(st.tuples(st.sampled_from(_pointers(BASE)), ODD_VALUES), max_size=3))
def test_whatever_the_schema_accepts_is_judged_without_a_traceback(
    changes: list[tuple[tuple[str | int, ...], Any]],
) -> None:
    whole = copy.deepcopy(BASE)
    for pointer, value in changes:
        place: Any = whole
        try:
            for step in pointer[:-1]:
                place = place[step]
            place[pointer[-1]] = value
        except (KeyError, IndexError, TypeError):
            continue  # an earlier change has taken the place away
    for finding in judged_value(whole):
        assert finding.line >= 1
        assert finding.column >= 1
        assert "\n" not in finding.sentence
