"""Boilerplate is left out of editions unless somebody wishes for it; then it is set apart and no part of the text."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from annotate.model.text import reading_text
from annotate.read.tei.reader import read_tei
from annotate.render.print.page import print_html
from annotate.render.screen.page import html_edition
from annotate.render.view import build_view
from tests.edition_cases import elements, has_class, parse, text_of

TEI = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>The Mill</title></titleStmt>
<publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc>
<profileDesc><langUsage><language ident="{language}"/></langUsage></profileDesc></teiHeader>
<text><body>
<ab xml:id="b1" type="boilerplate" subtype="navigation">Home</ab>
<ab xml:id="b2" type="boilerplate" subtype="navigation">Reviews</ab>
<head xml:id="b3">The Mill</head>
<p xml:id="b4" part="I" next="#b6">The wheel turns for an hour</p>
<ab xml:id="b5" type="boilerplate" subtype="advert">Buy a &lt;projector&gt; today!</ab>
<p xml:id="b6" part="F" prev="#b4">and nobody leaves.</p>
<list xml:id="x1"><item xml:id="b7">One reel is lost.</item></list>
<div type="boilerplate"><ab xml:id="b8" type="boilerplate" subtype="comments">Ida: I liked it.</ab>
<p xml:id="b9">Log in to answer.</p></div>
</body></text></TEI>
"""
SET_APART = [
    ["Navigation of the page", "Home", "Reviews"],
    ["Advertisement", "Buy a <projector> today!"],
    ["Readers’ comments", "Ida: I liked it."],
    ["From the page where this was published", "Log in to answer."],
]


def edition(*, boilerplate, language="en"):
    document = read_tei(TEI.format(language=language).encode(), "mill.xml")
    return build_view(document, reading_text(document), boilerplate=boilerplate)


@pytest.mark.parametrize("set_edition", [html_edition, print_html])
def test_it_is_set_apart_in_its_place_under_what_it_is(set_edition):
    page = parse(set_edition(edition(boilerplate=True)))
    boxes = [element for element in elements(page) if has_class(element, "boilerplate")]
    assert [[text_of(line, lambda _: False) for line in box] for box in boxes] == SET_APART


@pytest.mark.parametrize("set_edition", [html_edition, print_html])
def test_it_is_no_part_of_the_reading_text_and_moves_no_number(set_edition):
    def article(*, boilerplate):
        page = parse(set_edition(edition(boilerplate=boilerplate)))
        found = next(element for element in elements(page) if element.tag in {"article", "main"})
        left_out = text_of(found, lambda element: "data-apparatus" in element.attrib)
        return "".join(left_out.split()), [
            each.get("data-number") for each in elements(page) if has_class(each, "number")
        ]

    assert article(boilerplate=True) == article(boilerplate=False)


@pytest.mark.parametrize("set_edition", [html_edition, print_html])
def test_nobody_sees_it_who_does_not_wish_to(set_edition):
    page = set_edition(edition(boilerplate=False))
    text = page.decode() if isinstance(page, bytes) else page
    assert "projector" not in text
    assert "Log in" not in text


def test_what_it_is_is_said_in_english_and_it_is_in_the_language_of_the_text():
    page = parse(html_edition(edition(boilerplate=True, language="ar")))
    for box in (element for element in elements(page) if has_class(element, "boilerplate")):
        assert [(line.get("lang"), line.get("dir")) for line in box][:2] == [("en", "ltr"), (None, None)]


@pytest.mark.parametrize("said", ["option", "settings"])
def test_both_editions_show_it_on_wish(said, tmp_path, monkeypatch, annotate):
    monkeypatch.chdir(tmp_path)
    Path("mill.xml").write_text(TEI.format(language="en"), "utf-8")
    if said == "settings":
        Path("annotate.toml").write_text("[edition]\nboilerplate = true\n", "utf-8")
    wish = ("--boilerplate",) if said == "option" else ()
    annotate("render", "mill.xml", *wish, code=0)
    with pypdfium2.PdfDocument("mill.pdf") as document:
        printed = " ".join("".join(page.get_textpage().get_text_range() for page in document).split())
    for words in ("Buy a <projector> today!", "Log in to answer."):
        assert words in printed
    assert "Buy a &lt;projector&gt; today!" in Path("mill.html").read_text("utf-8")
    annotate("render", "mill.xml", "--no-boilerplate", code=0)
    assert "projector" not in Path("mill.html").read_text("utf-8")


def test_its_lines_are_not_counted(tmp_path, monkeypatch, annotate):
    monkeypatch.chdir(tmp_path)
    adverts = "".join(f'<ab type="boilerplate" subtype="advert">Buy {word}!</ab>' for word in "abcdefgh")
    for name, more in (("plain", ""), ("adverts", adverts)):
        Path(f"{name}.xml").write_text(TEI.format(language="en").replace("</head>", "</head>" + more), "utf-8")
        options = ("--boilerplate", "--line-numbers", "text", "--to", "pdf")
        annotate("render", f"{name}.xml", *options, code=0)
        with pypdfium2.PdfDocument(f"{name}.pdf") as document:
            words = " ".join(page.get_textpage().get_text_range() for page in document).split()
        # The text has no five lines, and the edition fewer than five pages.
        assert ("h!" in words, "5" in words) == (name == "adverts", False)
