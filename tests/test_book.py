"""A book of several texts: right pages, one apparatus, links between chapters, the same bytes from whatever is kept."""

import io
import json
import os
import re
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from annotate.api import book_binding, book_lists, edition_ingredients
from annotate.api.book import book_plan, made_book
from annotate.render.pdf.conformance import conformance_findings
from tests.book_cases import RECORDS, TEXTS, write_book, write_record, write_text

FRONT = 4  # title page, imprint, contents, a blank page


@dataclass
class Book:
    """A book that was made: its folder, its bytes, the words of each page, and each place's page, from 0."""

    folder: Path
    data: bytes
    pages: list[str]
    places: dict[str, int]

    @property
    def pdf(self):
        return pikepdf.open(io.BytesIO(self.data))

    def folio(self, place):
        return self.places[place] - FRONT + 1

    def page_with(self, words):
        return next(number for number, page in enumerate(self.pages) if words in page)


def made(folder, cache, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    for module in (
        edition_ingredients,
        book_lists,
        book_binding,
    ):  # a program that changes while a test runs lays out all anew
        monkeypatch.setattr(module, "programs", lambda: "these")
    return made_book(*book_plan(None, folder), ("pdf",))


def opened(folder):
    data = (folder / "lanterns.pdf").read_bytes()
    document = pypdfium2.PdfDocument(data)
    pages = [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]
    document.close()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        objects = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        listed = list(pdf.Root.Names.Dests.Names)
        places = {str(name): objects[where[0].objgen] for name, where in zip(listed[::2], listed[1::2], strict=True)}
    return Book(folder, data, pages, places)


def number_after(pattern, words):
    found = re.search(rf"{pattern}(\d+)", words)
    assert found, words
    return int(found[1])


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    """A cache of these tests, with the fonts of the run."""
    own = tmp_path_factory.mktemp("book-cache")
    named = Path(os.environ.get("XDG_CACHE_HOME", ""))
    users = (named if named.is_absolute() else Path.home() / ".cache") / "annotate" / "fonts"
    users.mkdir(parents=True, exist_ok=True)
    (own / "annotate").mkdir()
    (own / "annotate" / "fonts").symlink_to(users, target_is_directory=True)
    return own


@pytest.fixture(scope="module")
def book(tmp_path_factory, cache):
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
        folder = write_book(tmp_path_factory.mktemp("book") / "lanterns")
        result = made(folder, cache, monkeypatch)
    assert not result.failed
    assert result.findings == ()
    assert result.anew == len(TEXTS)
    return opened(folder)


def test_the_whole_conforms_to_what_was_checked_part_by_part(book):
    assert conformance_findings(book.data, "lanterns.pdf") == ()


@pytest.mark.parametrize("name", TEXTS)
def test_each_chapter_begins_on_a_right_hand_page(book, name):
    assert book.places[f"{name}/text"] % 2 == 0


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("The Lamp in the Window", "lamp/text"),
        ("The Last Ferry", "ferry/text"),
        ("A March Evening", "märz/text"),
        ("List of claims", "claims"),
        ("Sources", "sources"),
        ("Index", "index"),
        ("About this book", "about"),
    ],
)
def test_the_contents_name_the_page_each_chapter_and_list_begins_on(book, title, place):
    contents = book.pages[book.page_with("Contents")]
    assert number_after(f"{re.escape(title)}(?: Ida Brandt)?[ .]*", contents) == book.folio(place)
    assert title in book.pages[book.places[place]]


def test_pages_bear_their_numbers_and_viewers_show_them(book):
    for place in ("ferry/b5", "märz/text", "index"):
        words = book.pages[book.places[place]].split()
        assert str(book.folio(place)) in (words[0], words[-1])
    with book.pdf as pdf:
        nums = pdf.Root.PageLabels.Nums
        assert (int(nums[0]), str(nums[1].S), int(nums[2]), str(nums[3].S)) == (0, "/r", FRONT, "/D")


def test_left_pages_repeat_the_title_of_the_book_and_right_pages_that_of_the_chapter(book):
    second = book.places["ferry/text"] + 1
    assert "Lanterns" in book.pages[second]
    assert "The Last Ferry" in book.pages[second + 1]


def test_the_list_of_claims_names_the_page_of_each_call(book):
    listed = book.pages[book.places["claims"]]
    for chapter, record in RECORDS.items():
        for claim in record["claims"]:
            page = number_after(f"{re.escape(claim['statement'])} \\(factual,\\s+supported\\) ", listed)
            assert page == book.folio(f"{chapter}/call.{claim['id']}")


def test_what_two_chapters_have_in_common_is_joined_and_what_only_shares_an_id_is_not(book):
    sources = book.pages[book.places["sources"]]
    assert sources.count("Memoirs of a Ferryman’s Son") == 1
    assert sources.count("Letters to Nobody") == 1
    memoirs = sources[sources.index("Memoirs") :]
    calls = ("lamp/call.c-000002", "ferry/call.c-000003")
    called = ", ".join(str(book.folio(call)) for call in calls)
    assert f"Supports claims on pages {called}." in memoirs.replace("\u00a0", " ")
    index = book.pages[book.places["index"]]
    named = sorted({book.folio(place) for place in ("lamp/m-000001", "ferry/m-000002", *calls)})
    assert f"Vane, Osric {', '.join(map(str, named))}" in index
    assert index.count("Vane, Celia") == 1


def test_every_link_leads_to_a_place_that_is_there(book):
    with book.pdf as pdf:
        links = [str(link.Dest) for page in pdf.pages for link in page.get("/Annots", []) if "/Dest" in link]
        to_sources = {name for name in links if "source." in name}
    assert set(links) <= book.places.keys()
    assert to_sources == {"lamp/source.vane-1931", "ferry/source.vane-1931", "märz/source.vane-1931"}
    assert book.places["lamp/source.vane-1931"] == book.places["sources"]


def test_a_reader_of_tags_meets_the_book_in_the_order_of_its_pages(book):
    with book.pdf as pdf:
        root = pdf.Root.StructTreeRoot
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        order = [pages[element.Pg.objgen] for element in root.K[0].K]
        keys = [int(key) for key in list(root.ParentTree.Nums)[::2]]
        owners = dict(zip(keys, list(root.ParentTree.Nums)[1::2], strict=True))
        assert order == sorted(order)
        assert keys == list(range(len(keys)))
        for page in pdf.pages:
            for link in page.get("/Annots", []):
                assert owners[int(link.StructParent)].S == "/Link"
                assert link.Contents


def test_bookmarks_are_the_chapters_and_the_lists(book):
    with book.pdf as pdf, pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
        below = [item.title for item in outline.root[3].children]
    chapters = ["The Lamp in the Window", "The Last Ferry", "A March Evening"]
    assert titles == [*chapters, "List of claims", "Sources", "Index", "About this book"]
    assert below == chapters


def test_the_book_carries_what_it_was_made_from(book):
    with book.pdf as pdf:
        carried = {str(file.UF): file.EF.F.read_bytes() for file in pdf.Root.AF}
    sources = json.loads(carried.pop("sources.csl.json"))
    assert {item["title"] for item in sources} == {"Memoirs of a Ferryman’s Son", "Letters to Nobody"}
    files = [f"{name}{ending}" for name in TEXTS for ending in (".xml", ".annotations.json")]
    assert carried == {file: (book.folder / file).read_bytes() for file in files}


def test_a_font_is_in_the_book_once(book):
    with book.pdf as pdf:
        names = [
            str(item.BaseFont) for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/ToUnicode" in item
        ]
    assert len(names) == len(set(names))


def test_an_edit_lays_out_one_chapter_anew_and_gives_the_bytes_of_a_book_made_from_nothing(
    book, cache, tmp_path, monkeypatch
):
    folder = book.folder
    words, paragraphs = TEXTS["lamp"]
    write_text(folder, "lamp", words, paragraphs + 14)
    write_record(folder, "lamp", RECORDS["lamp"])
    again = made(folder, cache, monkeypatch)
    edited = opened(folder)
    fresh = tmp_path / "cache"
    (fresh / "annotate").mkdir(parents=True)
    (fresh / "annotate" / "fonts").symlink_to(cache / "annotate" / "fonts", target_is_directory=True)
    (folder / "lanterns.pdf").unlink()
    from_nothing = made(folder, fresh, monkeypatch)
    assert again.anew == 1
    assert from_nothing.anew == len(TEXTS)
    assert edited.folio("ferry/text") > book.folio("ferry/text")
    assert opened(folder).data == edited.data
