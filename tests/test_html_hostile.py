"""Other people's strings, wherever they stand, add no element, handler or address that the templates did not write."""

import json
from collections import Counter
from dataclasses import replace
from functools import lru_cache
from itertools import cycle
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotate.model.annotation import Entity, Locator, Source
from annotate.model.document import Film, Person
from annotate.model.text import reading_text
from annotate.render.print.page import print_html
from annotate.render.safe_html import citation_html, note_html
from annotate.render.screen.page import html_edition
from annotate.render.view import build_view
from tests.edition_cases import elements, lamplighter, parse, resolutions

SUITE = Path(__file__).parents[2] / "shared" / "suites" / "strings"
HOSTILE = (
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "<!-- --><plaintext>",
    "]]>&amp;&lt;",
    "{{ 7 * 7 }}{% raw %}",
    "\u202etxt.exe\u0000\u0008",
    "</title></textarea></script><base href=//evil.example>",
)


def everywhere(*strings):
    """Return the interview with strings, one after the other, in place of every word that somebody else chose."""
    following = cycle(strings)

    def word():
        return next(following)

    document, _, annotations, _ = lamplighter()
    metadata = replace(
        document.metadata,
        title=word(),
        authors=(word(),),
        publisher=word(),
        date=word(),
        url=word(),
        persons=tuple(Person(person.id, word(), person.role) for person in document.metadata.persons),
        films=(Film(word(), (word(),), word(), 60),),
    )
    status = word()  # one, since a status has a list of its own
    claims = tuple(
        replace(
            claim,
            statement=word(),
            kind=word(),
            status=status,
            attitude=word(),
            certainty=word(),
            tags=(word(),),
            note=word(),
            creator=word(),
            evidence=tuple(
                replace(item, quote=word(), note=word(), strength=word(), locator=Locator("page", word()))
                for item in claim.evidence
            ),
        )
        for claim in annotations.claims
    )
    entities = tuple(Entity(entity.id, entity.type, word(), word(), (word(),)) for entity in annotations.entities)
    sources = tuple(Source({**source.item, "title": word()}) for source in annotations.sources)
    changed = replace(annotations, claims=claims, entities=entities, sources=sources)
    changed = changed.with_section("notes", tuple(replace(note, kind=word(), creator=word()) for note in changed.notes))
    own = replace(document, metadata=metadata)
    reading = reading_text(own)
    return build_view(own, reading, changed, resolutions(changed, reading))


def skeleton(page):
    """Return a page's elements with the names of their attributes.

    Where a title breaks and how many persons the head names are no matters of safety: breaks are left out, and `meta`
    elements counted once.
    """
    found = Counter((element.tag, *sorted(element.attrib)) for element in elements(parse(page)) if element.tag != "br")
    return Counter({kind: 1 if kind[0] == "meta" else count for kind, count in found.items()})


@lru_cache(maxsize=1)
def harmless():
    plain = everywhere("word")
    return skeleton(html_edition(plain)), skeleton(print_html(plain))


def check(*strings):
    edition = everywhere(*strings)
    assert (skeleton(html_edition(edition)), skeleton(print_html(edition))) == harmless()


@pytest.mark.parametrize("string", HOSTILE)
def test_a_hostile_string_changes_no_element_of_a_page(string):
    check(string)


@settings(max_examples=25)
@given(st.text(min_size=1, max_size=40).map(lambda string: f"w{string}"))
@example("w\ud800")
def test_no_string_at_all_changes_an_element_of_a_page(string):
    check(string)


@pytest.mark.skipif(not SUITE.is_dir(), reason="the collections of hostile strings are not at hand")
@pytest.mark.parametrize("name", ["blns.json", "h5sc-vectors.txt"])
def test_collected_hostile_strings_change_no_element_of_a_page(name):
    data = (SUITE / name).read_text(encoding="utf-8")
    strings = json.loads(data) if name.endswith(".json") else data.splitlines()
    shown = [string for string in strings if isinstance(string, str) and string.strip()]
    for start in range(0, len(shown), 100):
        check(*(f"w {string}" for string in shown[start : start + 100]))
    for string in shown:
        assert_harmless(note_html(string))


def assert_harmless(html):
    for element in elements(parse(f"<p>{html}</p>")):
        assert element.tag in {
            "html",
            "head",
            "body",
            "p",
            "span",
            "a",
            "em",
            "strong",
            "code",
            "sub",
            "sup",
            "br",
            "i",
            "b",
        }
        assert set(element.attrib) <= {"class", "href"}
        href = element.get("href", "#")
        assert href.startswith(("#", "http://", "https://", "mailto:"))


@pytest.mark.parametrize(
    "markdown",
    [
        *HOSTILE,
        "[a](javascript:alert(1))",
        "[a](java\tscript:alert(1))",
        "[a](data:text/html,x)",
        "[a](//evil.example)",
        "[a](/etc/passwd)",
        "[a](file:///etc/passwd)",
        "![a](https://example.org/x.png)",
        '<https://example.org/?a="onclick=1>',
        "# Heading\n\n---\n\n| a | b |\n|---|---|\n| 1 | 2 |",
    ],
)
def test_a_notes_markdown_keeps_only_what_is_harmless(markdown):
    assert_harmless(note_html(markdown))


@given(st.text(max_size=200))
def test_no_markdown_at_all_is_harmful(markdown):
    assert_harmless(note_html(markdown))


def test_a_note_keeps_emphasis_lists_and_links():
    assert note_html("A *b* **c** [d](https://example.org).\n\n1. e\n2. f") == (
        '<span class="p">A <em>b</em> <strong>c</strong> <a href="https://example.org">d</a>.</span>'
        '<span class="ol"><span class="li">e</span><span class="li">f</span></span>'
    )


def test_a_note_that_would_swell_or_take_long_is_shown_as_plain_text():
    bomb = "[a]: https://example.org/" + "x" * 900 + "\n\n" + "[a] " * 4_000
    assert note_html(bomb).startswith('<span class="p">[a]: https://example.org/')
    assert note_html("[" * 30_000) == f'<span class="p">{"[" * 30_000}</span>'


def test_a_citation_keeps_italics_and_nothing_that_acts():
    written = '<i>Stairs</i> <script>x</script><b onclick="y">&amp;</b> <a href="javascript:z">u</a>'
    assert citation_html(written) == "<i>Stairs</i> <b>&amp;</b> <a>u</a>"
