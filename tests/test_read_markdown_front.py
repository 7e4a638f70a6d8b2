"""Front matter of a Markdown text: what it declares, and what of it is only named."""

import pytest

from annotate.diagnostics import Finding
from annotate.model.source import Declared, SourceText
from annotate.read.markdown.reader import read_markdown


def read(front: str) -> tuple[SourceText, list[Finding]]:
    source, findings = read_markdown(f"{front}\n\nIt rained.\n".encode(), "review.md")
    return source, findings


def declared(front: str) -> Declared:
    return read(front)[0].declared


def named(front: str) -> list[tuple[str, int, str]]:
    return [(finding.code, finding.line, finding.sentence.rpartition(": ")[2]) for finding in read(front)[1]]


def test_yaml_and_toml_declare_the_same():
    yaml = """---
title: "The General: a review"
author: [Nora Fenn, Ben Ash]
date: 2019-04-03
lang: en_GB
tags:
  - silent
  - comedy
rating: 4/5
genre: Review
film: {title: The General, director: Buster Keaton, year: 1926, runtime: 78 min}
canonical_url: https://example.org/general
---"""
    toml = """+++
title = "The General: a review"
authors = ["Nora Fenn", "Ben Ash"]
date = 2019-04-03
language = "en-GB"
tags = ["silent", "comedy"]
rating = "4/5"
type = "review"
url = "https://example.org/general"
[film]
title = "The General"
directors = ["Buster Keaton"]
year = 1926
runtime = "1h 18m"
+++"""
    assert declared(yaml) == declared(toml)
    assert declared(yaml) == Declared(
        title="The General: a review",
        authors=("Nora Fenn", "Ben Ash"),
        date="2019-04-03",
        url="https://example.org/general",
        language="en-GB",
        genre="review",
        tags=("silent", "comedy"),
        rating="4/5",
        film="The General",
        directors=("Buster Keaton",),
        film_date="1926",
        runtime=4680,
    )
    assert named(yaml) == named(toml) == []


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2019-04-03", "2019-04-03"),
        ("2019/4/3", "2019-04-03"),
        ("April 3, 2019", "2019-04-03"),
        ("3rd Sept. 2019", "2019-09-03"),
        ("2019-04", "2019-04"),
        ("2019", "2019"),
    ],
)
def test_dates_that_can_be_read_in_one_way_are_iso_dates(written, meant):
    assert declared(f"---\ndate: {written}\n---").date == meant


@pytest.mark.parametrize("written", ["03/04/2019", "2019-13-01", "yesterday", "3 Aprilis 2019 x"])
def test_dates_that_cannot_are_named(written):
    assert declared(f"---\ndate: {written}\n---").date is None
    assert named(f"---\ndate: {written}\n---") == [("F407", 2, written)]


def test_words_that_yaml_takes_for_values_stay_words():
    front = "---\ntitle: 1984\nlang: no\nauthor: Yes\nrating: 4.50\n---"
    assert declared(front) == Declared(title="1984", language="no", authors=("Yes",), rating="4.50")


def test_what_is_not_taken_over_is_named_with_its_line():
    assert named(
        "---\nlayout: post\ntitle: One\nheadline: Two\nauthor:\n  name: Nora\n  mail: n@x.example\n"
        "date: 2019-04-03 10:00:00 +0100\ndirector: Ida # not sure\n---"
    ) == [
        ("F406", 2, "post"),
        ("F406", 4, "Two"),
        ("F406", 5, "n@x.example"),
        ("F406", 8, "10:00:00 +0100"),
        ("F406", 9, "Ida"),
        ("F421", 9, "not sure"),
    ]


@pytest.mark.parametrize(
    ("front", "line"),
    [
        ("---\ntitle: General: a review\n---", 2),
        ("---\na: &x [1]\nb: *x\n---", 3),
        ("---\na: 1\n--- \n---", 0),
        (f"---\na: {'[' * 300}{']' * 300}\n---", 2),
        ("+++\ntitle = The General\n+++", 2),
        (f"+++\na = {'[' * 3000}\n+++", 0),
        (f"+++\na = {'9' * 9000}\n+++", 0),
    ],
)
def test_front_matter_that_cannot_be_read_is_kept_as_boilerplate(front, line):
    source, findings = read(front)
    codes = [finding.code for finding in findings]
    if line:
        assert [(finding.code, finding.line) for finding in findings] == [("F405", line)]
    if "F405" in codes:
        kept = " ".join(block.text for block in source.blocks if block.boilerplate == "other")
        assert kept == " ".join(front.split("\n")[1:-1])
    assert source.blocks[-1].text == "It rained."


@pytest.mark.parametrize("front", ["---\n\nIt blew.\n\n---", "---", "Title\n---\nauthor: x\n---", " ---\na: b\n---"])
def test_rules_and_headings_are_no_front_matter(front):
    source, findings = read(front)
    assert source.declared == Declared()
    assert findings == []


def test_lines_are_those_of_the_file():
    source, _ = read("---\r\ntitle: One\r\n---\r\n")
    assert [block.line for block in source.blocks] == [6]


def test_characters_xml_cannot_hold_do_not_come_in_by_escapes():
    assert declared('---\ntitle: "a\\0b"\n---').title == "a\ufffdb"
    assert declared('+++\ntitle = "a\\u0001b"\n+++').title == "a\ufffdb"
