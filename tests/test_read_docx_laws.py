"""Laws of reading Word files: no word is lost, doubled or moved, and each stands in the markup it was given."""

import contextlib
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from annotate.errors import InputRefused
from annotate.read.docx.reader import read_docx
from tests.office_files import WORD, note, paragraph, run, word_file

SUITE = Path(__file__).resolve().parents[2] / "shared/suites/docx"
WORDS = st.text(st.sampled_from("abcdé中\u00a0&<>\"' \t\n.—𝔸"), min_size=1, max_size=8)
LOOKS = {"<w:b/>": "bold", "<w:i/>": "italic", '<w:u w:val="single"/>': "underline", "<w:strike/>": "strikethrough"}
RUNS = st.tuples(
    st.sampled_from(["text", "text", "text", "link", "note", "end", "deleted", "hidden", "moved"]),
    WORDS,
    st.sets(st.sampled_from(sorted(LOOKS))),
)
PARAGRAPHS = st.lists(RUNS, max_size=7)
SHAPES = st.sampled_from(["plain", "item", "quote", "cell", "heading", "inserted", "control"])
DOCUMENTS = st.lists(st.tuples(SHAPES, PARAGRAPHS), min_size=1, max_size=5)


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def solid(text):
    return "".join(text.split())


class Made:
    """A Word file made from a plan, with what is expected of it."""

    def __init__(self, plan):
        self.text, self.looks, self.left_out = [], [], []
        self.notes: dict[str, list[str]] = {"foot": [], "end": []}
        self.footnotes: list[str] = []
        self.endnotes: list[str] = []
        self.links = 0
        body = "".join(self.shaped(shape, pieces) for shape, pieces in plan)
        self.data = word_file(
            paragraph("Start") + body,
            footnotes="".join(self.footnotes),
            endnotes="".join(self.endnotes),
            links={"rId9": "hyperlink https://example.org/"},
        )

    def shaped(self, shape, pieces):
        content = "".join(self.piece(*piece) for piece in pieces)
        if shape == "item":
            return paragraph(content, properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>')
        if shape == "cell":
            return f"<w:tbl><w:tr><w:tc>{paragraph(content)}</w:tc><w:tc>{paragraph()}</w:tc></w:tr></w:tbl>"
        if shape == "control":
            return f"<w:sdt><w:sdtContent>{paragraph(content)}</w:sdtContent></w:sdt>"
        if shape == "inserted":
            return paragraph(f"<w:ins>{content}</w:ins>") if content else ""
        return paragraph(content, style={"quote": "Zitat", "heading": "berschrift1"}.get(shape, ""))

    def piece(self, kind, words, looks):
        properties = "".join(sorted(looks))
        if kind in {"note", "end"}:
            place, element, bodies = (
                ("foot", "footnote", self.footnotes) if kind == "note" else ("end", "endnote", self.endnotes)
            )
            bodies.append(note(element, len(bodies) + 1, paragraph(run(escaped(words)))))
            self.notes[place].append(solid(words))
            return f'<w:r><w:{element}Reference w:id="{len(bodies)}"/></w:r>'
        if kind == "deleted":
            self.left_out.append(solid(words))
            return f'<w:del w:author="Bo"><w:r><w:delText>{escaped(words)}</w:delText></w:r></w:del>'
        if kind in {"hidden", "moved"}:
            self.left_out.append(solid(words))
            hidden = run(escaped(words), "<w:vanish/>")
            return hidden if kind == "hidden" else f"<w:moveFrom>{run(escaped(words))}</w:moveFrom>"
        self.text.append(solid(words))
        self.looks += [frozenset(LOOKS[look] for look in looks) - ({"underline"} if kind == "link" else set())] * len(
            solid(words)
        )
        if kind == "link":
            self.links += bool(solid(words))
            return f'<w:hyperlink r:id="rId9">{run(escaped(words), properties)}</w:hyperlink>'
        return run(escaped(words), properties)


def all_blocks(blocks):
    for block in blocks:
        yield block
        for called in block.notes:
            yield from all_blocks(called.blocks)


@given(DOCUMENTS)
def test_every_word_is_in_the_text_in_a_note_or_named(plan):
    made = Made(plan)
    source, findings = read_docx(made.data, "a.docx")
    assert solid("".join(block.text for block in source.blocks)) == "Start" + "".join(made.text)
    for place, expected in made.notes.items():
        notes = [n for block in source.blocks for n in block.notes if n.place == place]
        assert [solid("".join(block.text for block in n.blocks)) for n in notes] == expected
    named = (re.search("“(.*)”", finding.sentence) for finding in findings if finding.code in {"F510", "F511", "F512"})
    assert solid("".join(match[1] for match in named if match)) == "".join(made.left_out)


@given(DOCUMENTS)
def test_every_word_stands_in_the_markup_it_was_given(plan):
    made = Made(plan)
    source, _ = read_docx(made.data, "a.docx")
    found, links = [], 0
    for block in source.blocks[1:]:
        covered: list[set[str]] = [set() for _ in block.text]
        for mark in block.marks:
            links += mark.name == "ref"
            for at in range(mark.start, mark.end):
                covered[at].add(mark.attributes.get("rend", ""))
        found += [
            frozenset(kinds - {""})
            for kinds, character in zip(covered, block.text, strict=True)
            if not character.isspace()
        ]
    assert found == made.looks
    assert links == made.links


@given(DOCUMENTS)
def test_blocks_keep_the_promises_of_the_model(plan):
    data = Made(plan).data
    source, findings = read_docx(data, "a.docx")
    assert read_docx(data, "a.docx") == (source, findings)
    for block in all_blocks(source.blocks):
        assert block.text == block.text.strip(" \t\n\r")
        assert not re.search(r"[\t\n\r]|  ", block.text)
        open_ends = [len(block.text)]
        for mark in block.marks:
            while len(open_ends) > 1 and open_ends[-1] <= mark.start:
                open_ends.pop()
            assert 0 <= mark.start < mark.end <= open_ends[-1]
            open_ends.append(mark.end)
        assert [n.at for n in block.notes] == sorted(n.at for n in block.notes)
        assert all(0 <= n.at <= len(block.text) for n in block.notes)


@given(st.lists(st.tuples(st.integers(0, 5000), st.binary(min_size=1, max_size=3)), min_size=1, max_size=4))
def test_a_damaged_file_is_read_or_refused(damages):
    data = bytearray(word_file(paragraph("Some text."), footnotes=note("footnote", 1, paragraph("A note."))))
    for at, replacement in damages:
        start = at % len(data)
        data[start : start + len(replacement)] = replacement
    with contextlib.suppress(InputRefused):
        read_docx(bytes(data), "a.docx")


FILES = sorted(SUITE.glob("*.docx")) if SUITE.exists() else []


@pytest.mark.skipif(not FILES, reason="needs the Word files of ../shared")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_notes_comments_and_links_of_real_files_are_all_there(path):
    before = {"foot": 0, "end": 0, "comments": 0, "links": 0}
    with zipfile.ZipFile(path) as archive:
        parts = {
            name: archive.read(f"word/{name}.xml")
            for name in ("document", "footnotes", "endnotes", "comments")
            if f"word/{name}.xml" in archive.namelist()
        }
    roots = {name: etree.fromstring(data) for name, data in parts.items()}
    before["foot"] = len(list(roots["document"].iter(f"{{{WORD}}}footnoteReference")))
    before["end"] = len(list(roots["document"].iter(f"{{{WORD}}}endnoteReference")))
    before["comments"] = len(list(roots["comments"].iter(f"{{{WORD}}}comment"))) if "comments" in roots else 0
    for name in ("document", "footnotes", "endnotes"):
        if name in roots:
            before["links"] += len(list(roots[name].iter(f"{{{WORD}}}hyperlink")))
            instructions = (node.text or "" for node in roots[name].iter(f"{{{WORD}}}instrText"))
            before["links"] += sum(code.strip().startswith("HYPERLINK") for code in instructions)
    source, _ = read_docx(path.read_bytes(), path.name)
    blocks = list(all_blocks(source.blocks))
    after = {place: sum(n.place == place for block in blocks for n in block.notes) for place in ("foot", "end")}
    after["comments"] = len(source.comments)
    after["links"] = sum(mark.name == "ref" for block in blocks for mark in block.marks)
    assert after == before


@pytest.mark.skipif(not FILES, reason="needs the Word files of ../shared")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_words_of_real_files_are_all_there(path):
    with zipfile.ZipFile(path) as archive:
        names = [f"word/{name}.xml" for name in ("document", "footnotes", "endnotes")]
        roots = [etree.fromstring(archive.read(name)) for name in names if name in archive.namelist()]
    before = sorted(solid("".join(t.text or "" for root in roots for t in root.iter("{*}t"))))
    source, _ = read_docx(path.read_bytes(), path.name)
    blocks = [block for block in all_blocks(source.blocks) if block.boilerplate != "other"]
    signs = "".join(2 * n.sign for block in blocks for n in block.notes)  # at the call and before the note
    assert sorted(solid("".join(block.text for block in blocks) + signs)) == before
