"""Citations and the bibliography: the entries each style's handbook would print for the sources people have."""

import html
import json
import os
import re
import subprocess
import sys
import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotate.diagnostics import Finding
from annotate.errors import InputRefused
from annotate.model.annotation import Locator, Source
from annotate.render.citations import STYLES, Bibliography

KEATON = {"family": "Keaton", "given": "Buster"}
BRUCKMAN = {"family": "Bruckman", "given": "Clyde"}


def on(*parts):
    return {"date-parts": [list(parts)]}


FILM = {
    "id": "film",
    "type": "motion_picture",
    "title": "The General",
    "director": [KEATON, BRUCKMAN],
    "issued": on(1926),
    "publisher": "United Artists",
    "custom": {"runtime": 4500},
}
FILM_WITH_TITLE_ONLY = {"id": "title-only", "type": "motion_picture", "title": "A Trip to the Moon", "issued": on(1902)}
BOOK = {
    "id": "book",
    "type": "book",
    "title": "The Parade's Gone By",
    "author": [{"family": "Brownlow", "given": "Kevin"}],
    "issued": on(1968),
    "publisher": "Alfred A. Knopf",
    "edition": "2",
}
EDITED_BOOK = {
    "id": "edited",
    "type": "book",
    "title": "Buster Keaton's Sherlock Jr.",
    "editor": [{"family": "Horton", "given": "Andrew"}],
    "issued": on(1997),
    "publisher": "Cambridge University Press",
}
NEWSPAPER = {
    "id": "news",
    "type": "article-newspaper",
    "title": "The Screen: A Civil War Farce",
    "author": [{"family": "Hall", "given": "Mordaunt"}],
    "issued": on(1927, 2, 8),
    "container-title": "The New York Times",
    "page": "21",
}
UNSIGNED_NEWSPAPER = {
    "id": "unsigned",
    "type": "article-newspaper",
    "title": "Ai Weiwei detained",
    "issued": on(2011, 4, 3),
    "container-title": "The Guardian",
    "URL": "https://example.org/x?a=1&b=2",
}
WEB_PAGE = {
    "id": "web",
    "type": "webpage",
    "title": "Buster Keaton",
    "author": [{"family": "Vance", "given": "Jeffrey"}],
    "issued": on(2015, 3, 1),
    "container-title": "Silent Era",
    "URL": "https://example.org/k",
}
UNSIGNED_WEB_PAGE = {
    "id": "web-unsigned",
    "type": "webpage",
    "title": "About the collection",
    "issued": on(2020),
    "URL": "https://example.org/film",
}
JOURNAL = {
    "id": "journal",
    "type": "article-journal",
    "title": "Comedy and the machine",
    "author": [
        {"family": "Trahair", "given": "Lisa"},
        {"family": "Smith", "given": "Ann B."},
        {"family": "Dyke", "given": "W. S.", "non-dropping-particle": "van"},
    ],
    "issued": on(2004),
    "container-title": "Senses of Cinema",
    "volume": "33",
    "issue": "2",
    "page": "110-118",
    "DOI": "10.1000/xyz123",
}
ORGANISATION = {
    "id": "organisation",
    "type": "report",
    "title": "Annual report",
    "author": [{"literal": "British Film Institute"}],
    "issued": on(2010),
    "publisher": "BFI",
}

EXPECTED = {
    ("film", "apa"): "Keaton, B., & Bruckman, C. (Directors). (1926). *The General* [Film]. United Artists.",
    ("film", "chicago"): "Keaton, Buster, and Clyde Bruckman, dirs. 1926. *The General*. United Artists.",
    ("film", "mla"): "*The General*. Directed by Buster Keaton and Clyde Bruckman, United Artists, 1926.",
    ("title-only", "apa"): "*A Trip to the Moon*. (1902). [Film].",
    ("title-only", "chicago"): "*A Trip to the Moon*. 1902.",
    ("title-only", "mla"): "*A Trip to the Moon*. 1902.",
    ("book", "apa"): "Brownlow, K. (1968). *The Parade’s Gone By* (2nd ed.). Alfred A. Knopf.",
    ("book", "chicago"): "Brownlow, Kevin. 1968. *The Parade’s Gone By*. 2nd ed. Alfred A. Knopf.",
    ("book", "mla"): "Brownlow, Kevin. *The Parade’s Gone By*. 2nd ed., Alfred A. Knopf, 1968.",
    ("edited", "apa"): "Horton, A. (Ed.). (1997). *Buster Keaton’s Sherlock Jr.* Cambridge University Press.",
    ("edited", "chicago"): "Horton, Andrew, ed. 1997. *Buster Keaton’s Sherlock Jr.* Cambridge University Press.",
    ("edited", "mla"): "Horton, Andrew, editor. *Buster Keaton’s Sherlock Jr.* Cambridge University Press, 1997.",
    ("news", "apa"): "Hall, M. (1927, February 8). The Screen: A Civil War Farce. *The New York Times*, 21.",
    ("news", "chicago"): "Hall, Mordaunt. 1927. “The Screen: A Civil War Farce.” *The New York Times*, February 8.",
    ("news", "mla"): "Hall, Mordaunt. “The Screen: A Civil War Farce.” *The New York Times*, 8 Feb. 1927, p. 21.",
    ("unsigned", "apa"): "Ai Weiwei detained. (2011, April 3). *The Guardian*. https://example.org/x?a=1&b=2",
    # Chicago puts the newspaper in the place of the author (CMOS 18, 14.97).
    ("unsigned", "chicago"): "*The Guardian*. 2011. “Ai Weiwei Detained.” April 3. https://example.org/x?a=1&b=2.",
    ("unsigned", "mla"): "“Ai Weiwei Detained.” *The Guardian*, 3 Apr. 2011, https://example.org/x?a=1&b=2.",
    ("web", "apa"): "Vance, J. (2015, March 1). *Buster Keaton*. Silent Era. https://example.org/k",
    ("web", "chicago"): "Vance, Jeffrey. 2015. “Buster Keaton.” Silent Era, March 1. https://example.org/k.",
    ("web", "mla"): "Vance, Jeffrey. “Buster Keaton.” *Silent Era*, 1 Mar. 2015, https://example.org/k.",
    ("web-unsigned", "apa"): "*About the collection*. (2020). https://example.org/film",
    ("web-unsigned", "chicago"): "“About the Collection.” 2020. https://example.org/film.",
    ("web-unsigned", "mla"): "*About the Collection*. 2020, https://example.org/film.",
    ("journal", "apa"): (
        "Trahair, L., Smith, A. B., & van Dyke, W. S. (2004). Comedy and the machine. *Senses of Cinema*, *33*(2), "
        "110–118. https://doi.org/10.1000/xyz123"
    ),
    ("journal", "chicago"): (
        "Trahair, Lisa, Ann B. Smith, and W. S. van Dyke. 2004. “Comedy and the Machine.” *Senses of Cinema* 33 (2): "
        "110–18. https://doi.org/10.1000/xyz123."
    ),
    ("journal", "mla"): (
        "Trahair, Lisa, et al. “Comedy and the Machine.” *Senses of Cinema*, vol. 33, no. 2, 2004, pp. 110–18, "
        "https://doi.org/10.1000/xyz123."
    ),
    ("organisation", "apa"): "British Film Institute. (2010). *Annual report*. BFI.",
    ("organisation", "chicago"): "British Film Institute. 2010. *Annual Report*. BFI.",
    ("organisation", "mla"): "British Film Institute. *Annual Report*. BFI, 2010.",
}
ITEMS = (
    FILM,
    FILM_WITH_TITLE_ONLY,
    BOOK,
    EDITED_BOOK,
    NEWSPAPER,
    UNSIGNED_NEWSPAPER,
    WEB_PAGE,
    UNSIGNED_WEB_PAGE,
    JOURNAL,
    ORGANISATION,
)


def bibliography(style, *items, language="en-US"):
    return Bibliography(style, [Source(item) for item in items], language)


def shown(entry):
    """The entry as a reader sees it, italics between asterisks."""
    return html.unescape(re.sub("</?i>", "*", entry))


@pytest.mark.parametrize(("source_id", "style"), EXPECTED)
def test_each_kind_of_source_reads_as_the_handbook_prints_it(source_id, style):
    made = bibliography(style, *ITEMS)
    assert shown(made.entries()[source_id]) == EXPECTED[source_id, style]
    assert made.findings == ()


def test_a_film_says_film_also_where_a_person_typed_the_genre():
    made = bibliography("apa", {**FILM, "genre": "silent film", "medium": "DVD"})
    assert "[Silent film; DVD]" in made.entries()["film"]


def test_the_bibliography_stands_in_the_order_of_the_style():
    films = [{**FILM, "id": key, "title": title, "director": []} for key, title in (("b", "The Zoo"), ("a", "Ark"))]
    by_name = {**BOOK, "id": "m", "author": [{"family": "Élan", "given": "Marie"}]}
    assert list(bibliography("mla", *films, by_name, EDITED_BOOK).entries()) == ["a", "m", "edited", "b"]


def test_works_of_one_director_come_before_those_made_with_another():
    alone = {**FILM, "id": "alone", "director": [KEATON], "issued": on(1965), "title": "Talking"}
    assert list(bibliography("apa", FILM, alone).entries()) == ["alone", "film"]


@pytest.mark.parametrize(
    ("style", "locator", "expected"),
    [
        ("apa", None, "(Keaton & Bruckman, 1926)"),
        ("apa", Locator("timestamp", "00:43:12"), "(Keaton & Bruckman, 1926, 00:43:12)"),
        ("chicago", Locator("timestamp", "00:43:12"), "(Keaton and Bruckman 1926, at 00:43:12)"),
        ("mla", Locator("timestamp", "00:43:12"), "(*The General* 00:43:12)"),
        ("mla", Locator("timestamp", "00:43:12-00:44:01"), "(*The General* 00:43:12–00:44:01)"),
    ],
)
def test_a_film_is_cited_by_its_time_code(style, locator, expected):
    assert shown(bibliography(style, FILM).cite("film", locator)) == expected


@pytest.mark.parametrize(
    ("style", "locator", "expected"),
    [
        ("apa", Locator("page", "12"), "(Brownlow, 1968, p. 12)"),
        ("apa", Locator("page", "12-14"), "(Brownlow, 1968, pp. 12–14)"),
        ("apa", Locator("chapter", "3"), "(Brownlow, 1968, Chapter 3)"),
        ("chicago", Locator("page", "12"), "(Brownlow 1968, 12)"),
        ("chicago", Locator("chapter", "3"), "(Brownlow 1968, chap. 3)"),
        ("mla", Locator("page", "12"), "(Brownlow 12)"),
        ("mla", Locator("chapter", "3"), "(Brownlow, ch. 3)"),
        ("mla", Locator("an odd' label", "3"), "(Brownlow, 3)"),
    ],
)
def test_a_book_is_cited_by_page_or_chapter(style, locator, expected):
    assert shown(bibliography(style, BOOK).cite("book", locator)) == expected


def test_two_works_of_one_year_are_told_apart_by_letters():
    other = {**BOOK, "id": "later", "title": "The War, the West, and the Wilderness"}
    made = bibliography("apa", BOOK, other)
    assert shown(made.cite("book")) == "(Brownlow, 1968a)"
    assert shown(made.cite("later")) == "(Brownlow, 1968b)"
    assert "(1968a)" in made.entries()["book"]


def test_two_works_of_one_author_are_told_apart_by_title_in_mla():
    other = {**BOOK, "id": "later", "title": "Napoleon"}
    made = bibliography("mla", BOOK, other)
    assert shown(made.cite("later", Locator("page", "4"))) == "(Brownlow, *Napoleon* 4)"


def test_two_authors_of_one_family_name_are_told_apart_by_initials():
    other = {**BOOK, "id": "other", "author": [{"family": "Brownlow", "given": "Anna"}]}
    assert shown(bibliography("apa", BOOK, other).cite("book")) == "(K. Brownlow, 1968)"


def test_a_work_without_a_date_says_so_and_one_with_a_date_never_does():
    undated = {key: value for key, value in BOOK.items() if key != "issued"}
    assert "(n.d.)" in bibliography("apa", undated).entries()["book"]
    for style in STYLES:
        assert "n.d." not in " ".join(bibliography(style, *ITEMS).entries().values())


@pytest.mark.parametrize(
    ("issued", "expected"),
    [
        ("2011-04-03", "(2011, April 3)"),
        ("2011-04", "(2011, April)"),
        (2011, "(2011)"),
        ({"raw": "2011-04-03"}, "(2011, April 3)"),
        ({"date-parts": [["2011", "4", "3"]]}, "(2011, April 3)"),
        ({"date-parts": [[2011], [2013]]}, "(2011–2013)"),
        ({"date-parts": [[2011, 3], [2011, 4]]}, "(2011, March–April)"),
        ({"date-parts": [[2011, 4, 3], [2011, 4, 5]]}, "(2011, April 3–5)"),
        ({"date-parts": [[2011, 4, 30], [2011, 5, 1]]}, "(2011, April 30–May 1)"),
        ({"date-parts": [[2011, 4], [2011, 4]]}, "(2011, April)"),
        ("2011/2013", "(2011–2013)"),
        ({"date-parts": [[1911]], "circa": True}, "(ca. 1911)"),
        ("1911~", "(ca. 1911)"),
        ("1911-04-XX", "(1911, April)"),
        ("1911-XX-XX~", "(ca. 1911)"),
        ("1911/..", "(1911–)"),
        ("../1911", "(–1911)"),
        ("191X", "(191X)"),
        ({"literal": "the spring of 1911"}, "(the spring of 1911)"),
        ({"date-parts": [[2011, 99, 99]]}, "(2011)"),
        ({"date-parts": [[]]}, "(n.d.)"),
        ({}, "(n.d.)"),
        ("", "(n.d.)"),
    ],
)
def test_dates_in_every_form_people_write_are_printed(issued, expected):
    made = bibliography("apa", {**UNSIGNED_NEWSPAPER, "issued": issued})
    assert expected in made.entries()["unsigned"]


@pytest.mark.parametrize(
    ("issued", "expected"),
    [
        ({"date-parts": [[2011, 4, 3], [2011, 4, 5]]}, "*The Guardian*, 3–5 Apr. 2011, "),
        ({"date-parts": [[2011, 4, 30], [2011, 5, 1]]}, "*The Guardian*, 30 Apr.–1 May 2011, "),
        ({"date-parts": [[2010, 12, 31], [2011, 1, 1]]}, "*The Guardian*, 31 Dec. 2010–1 Jan. 2011, "),
        ({"date-parts": [[1911]], "season": 1}, "*The Guardian*, Spring 1911, "),
    ],
)
def test_a_range_of_days_names_once_what_both_ends_share(issued, expected):
    made = bibliography("mla", {**UNSIGNED_NEWSPAPER, "issued": issued})
    assert expected in shown(made.entries()["unsigned"])


def test_terms_quotes_and_ordinals_follow_the_language():
    german = bibliography("mla", BOOK, NEWSPAPER, FILM, language="de")
    assert shown(german.entries()["news"]).startswith("Hall, Mordaunt. „The Screen: A Civil War Farce“. ")
    assert "2. Aufl." in german.entries()["book"]
    assert "Regie von Buster Keaton und Clyde Bruckman" in german.entries()["film"]
    british = bibliography("mla", NEWSPAPER, language="en-gb")
    assert "‘The Screen: A Civil War Farce’. " in british.entries()["news"]


def test_an_unknown_language_is_read_as_american_english():
    assert "Directed by" in bibliography("mla", FILM, language="no such']tag").entries()["film"]


def test_only_english_titles_are_capitalised():
    german = {**UNSIGNED_NEWSPAPER, "title": "Der Himmel über Berlin im kino", "language": "de"}
    assert "“Der Himmel über Berlin im kino.”" in bibliography("mla", german).entries()["unsigned"]


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("a night at the opera: a comedy in three acts", "A Night at the Opera: A Comedy in Three Acts"),
        ("silent-era comedy and what it's for", "Silent-Era Comedy and What It’s For"),
        ("live and let die", "Live and Let Die"),
        ("seen on r/silentmoviegifs and cghistory.org", "Seen on r/silentmoviegifs and cghistory.org"),
        ("McCabe & Mrs. Miller, reviewed", "McCabe & Mrs. Miller, Reviewed"),
        ("the films of Georges Méliès", "The Films of Georges Méliès"),
        ("Le Voyage dans la Lune", "Le Voyage dans la Lune"),
        ("L'Arrivée d'un train à La Ciotat", "L’Arrivée d’un train à La Ciotat"),
        ("Resan till månen", "Resan till månen"),
        ("Броненосец «Потёмкин» и его время", "Броненосец «Потёмкин» и его время"),
    ],
)
def test_titles_are_capitalised_as_english_has_it_unless_they_are_plainly_not_english(title, printed):
    made = bibliography("mla", {**EDITED_BOOK, "title": title})
    assert f"<i>{html.escape(printed)}</i>" in made.entries()["edited"]


def test_a_quotation_inside_a_quoted_title_takes_the_other_marks():
    item = {**NEWSPAPER, "title": "Is \"Nosferatu\" a 'classic'? Keaton's answer"}
    assert "“Is ‘Nosferatu’ a ‘Classic’? Keaton’s Answer.”" in bibliography("mla", item).entries()["news"]


def test_a_title_that_ends_in_a_mark_of_its_own_gets_no_full_stop():
    for title in ("What Is Cinema?", "Help!", "Wait…"):
        entry = bibliography("mla", {**NEWSPAPER, "title": title}).entries()["news"]
        assert f"“{title}” " in entry or title.endswith("…")
    assert "Wait... <" not in bibliography("apa", {**BOOK, "title": "Wait..."}).entries()["book"]
    assert "Wait...</i> (2nd ed.)" in bibliography("apa", {**BOOK, "title": "Wait..."}).entries()["book"]


def test_italics_typed_into_a_title_stand_upright_inside_an_italic_title():
    item = {**EDITED_BOOK, "title": "Buster Keaton's <i>Sherlock Jr.</i> Revisited"}
    entry = bibliography("mla", item).entries()["edited"]
    assert "<i>Buster Keaton’s </i>Sherlock Jr.<i> Revisited</i>" in entry


def test_what_a_source_says_is_never_markup():
    hostile = {
        **BOOK,
        "title": '<img src=x onerror="alert(1)"> & <i>un<b>balanced',
        "author": [{"family": "<script>", "given": "B&B"}],
        "URL": "javascript:alert('1')<a>",
        "publisher": "\ufdd0\ufdd2Knopf\ufdd1",
    }
    for style in STYLES:
        made = bibliography(style, hostile)
        for text in (*made.entries().values(), made.cite("book", Locator("page", "<b>1</b>"))):
            assert set(re.findall(r"<[^>]*>", text)) <= {"<i>", "</i>"}
            assert not re.search("[\ufdd0-\ufdef]", text)


def test_a_source_that_says_nothing_about_itself_is_listed_and_reported():
    for style in STYLES:
        made = bibliography(style, {"id": "clip", "type": "document"}, BOOK)
        assert made.entries()["clip"] == "clip."
        assert made.cite("clip", Locator("page", "3")) == "(clip, 3)"
        (finding,) = made.findings
        assert finding.code == "E102"
        assert '"clip"' in finding.sentence


def test_a_kind_of_source_the_style_leaves_out_is_listed_and_reported():
    entry = {
        "id": "entry",
        "type": "entry-encyclopedia",
        "title": "Keaton, Buster",
        "container-title": "Encyclopedia of Film",
        "issued": on(1970),
        "URL": "",
    }
    made = bibliography("chicago", entry)
    assert made.entries()["entry"] == "Keaton, Buster. 1970. Encyclopedia of Film."
    assert [finding.code for finding in made.findings] == ["E102"]


def test_a_source_the_processor_stumbles_on_is_listed_and_reported(monkeypatch):
    from annotate.render.citations.elements import Text

    kept = Text.process

    def stumble(self, item, *arguments, **options):
        if item.key == "book":
            raise RuntimeError("stumbled")
        return kept(self, item, *arguments, **options)

    monkeypatch.setattr(Text, "process", stumble)
    made = bibliography("apa", BOOK, FILM)
    assert shown(made.entries()["book"]) == "Brownlow, Kevin. The Parade’s Gone By. 1968. 2. Alfred A. Knopf."
    assert shown(made.entries()["film"]) == EXPECTED["film", "apa"]
    assert shown(made.cite("book")) == "(The Parade’s Gone By)"
    assert [finding.code for finding in made.findings] == ["E102"]


def test_an_unknown_style_is_refused_with_the_known_ones():
    with pytest.raises(InputRefused) as refused:
        bibliography("apa6", BOOK)
    (finding,) = refused.value.findings
    assert isinstance(finding, Finding)
    assert finding.code == "E101"
    assert "apa, chicago, mla" in finding.help


def test_nothing_is_warned_of_or_printed(capfd):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for style in STYLES:
            bibliography(style, *ITEMS)
    assert capfd.readouterr() == ("", "")


def test_the_same_sources_give_the_same_bytes_whatever_their_order_and_the_hash_seed():
    program = (
        "import json, sys\n"
        "from annotate.model.annotation import Source\n"
        "from annotate.render.citations import Bibliography\n"
        "sources = [Source(item) for item in json.loads(sys.argv[1])]\n"
        "for style in ('apa', 'chicago', 'mla'):\n"
        "    print(json.dumps(Bibliography(style, sources).entries()))\n"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", program, json.dumps(items)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed, items in (("1", ITEMS), ("2", ITEMS[::-1]))
    }
    assert len(made) == 1


words = st.text(st.characters(codec="utf-8"), max_size=20)
names = st.lists(
    st.one_of(
        st.fixed_dictionaries({"literal": words}),
        st.fixed_dictionaries({}, optional={"family": words, "given": words, "suffix": words}),
    ),
    max_size=4,
)
dates = st.one_of(
    words,
    st.fixed_dictionaries({"literal": words}),
    st.fixed_dictionaries({"date-parts": st.lists(st.lists(st.integers(-3000, 3000), max_size=4), max_size=3)}),
)
items = st.fixed_dictionaries(
    {"type": st.sampled_from(["motion_picture", "book", "article-newspaper", "webpage", "interview", "document"])},
    optional={
        "title": words,
        "author": names,
        "director": names,
        "editor": names,
        "interviewer": names,
        "issued": dates,
        "accessed": dates,
        "container-title": words,
        "volume": words,
        "page": words,
        "edition": words,
        "publisher": words,
        "URL": words,
        "language": words,
    },
)


@settings(max_examples=60, deadline=None)
@given(st.lists(items, max_size=4), st.sampled_from(sorted(STYLES)))
def test_every_source_has_one_entry_whose_only_markup_is_italics(drawn, style):
    sources = [Source({"id": f"s{index}", **item}) for index, item in enumerate(drawn)]
    made = Bibliography(style, sources)
    assert set(made.entries()) == {source.id for source in sources}
    for entry in made.entries().values():
        assert set(re.findall(r"<[^>]*>", entry)) <= {"<i>", "</i>"}
        assert entry.count("<i>") == entry.count("</i>")
        assert html.unescape(entry).strip()
    assert {finding.code for finding in made.findings} <= {"E102"}
