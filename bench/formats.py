"""An interview as a Markdown text, a Word file and a web page: with emphasis, links and a note every 60 words."""

from __future__ import annotations

import re
import zipfile
from html import escape
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from bench.prose import Part

WORDS_A_NOTE = 60
_ADDRESS = "https://example.org/films"
# The first words of a clause: one in italics, two that are a link.
_STRESSED = re.compile(r"(?<=, )(\w+) (\w+ \w+)")
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest a zip archive knows, so that the same text gives the same bytes


class MarkedPart(NamedTuple):
    """A part: the words before, in and after its emphasis and its link, and the number of the note it calls or 0."""

    kind: str
    before: str
    stressed: str
    linked: str
    after: str
    note: int


def as_markdown(parts: Iterable[Part]) -> str:
    """Return a text as Markdown with notes as pandoc and others write them."""
    signs = {"title": "# ", "heading": "## ", "quotation": "> "}
    blocks = []
    for part in _marked(parts):
        marks = f"*{part.stressed}* [{part.linked}]({_ADDRESS})" if part.stressed else ""
        blocks.append(signs.get(part.kind, "") + part.before + marks + part.after + _called(part, "[^{}]"))
        if part.note:
            blocks.append(f"[^{part.note}]: {_note(part.note)}")
    return "\n\n".join(blocks) + "\n"


def as_page(parts: Iterable[Part]) -> str:
    """Return a text as a web page with a menu, an advert and a foot around it."""
    names = {"title": "h1", "heading": "h2", "quotation": "blockquote"}
    blocks, notes = [], []
    for part in _marked(parts):
        name = names.get(part.kind, "p")
        marks = f'<em>{part.stressed}</em> <a href="{_ADDRESS}">{part.linked}</a>' if part.stressed else ""
        called = _called(part, '<sup><a id="r{0}" href="#n{0}">{0}</a></sup>')
        blocks.append(f"<{name}>{escape(part.before)}{marks}{escape(part.after)}{called}</{name}>")
        if part.note:
            notes.append(f'<li id="n{part.note}">{_note(part.note)}</li>')
    menu = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in ("Home", "Reviews", "Interviews", "About"))
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>The Patience of Light</title></head>\n'
        f"<body><nav><ul>{menu}</ul></nav>\n<article>\n"
        + "\n".join(blocks)
        + "\n<ol>"
        + "\n".join(notes)
        + '</ol>\n</article>\n<aside class="advert"><p>Subscribe to our newsletter</p></aside>\n'
        "<footer><p>All rights reserved</p></footer></body></html>\n"
    )


def write_word(parts: Iterable[Part], path: Path) -> None:
    """Write a text as a Word file with headings, emphasis, links and footnotes (ECMA-376)."""
    styles = {"title": "Title", "heading": "Heading1", "quotation": "Quote"}
    body, notes = [], []
    for part in _marked(parts):
        style = f'<w:pPr><w:pStyle w:val="{styles[part.kind]}"/></w:pPr>' if part.kind in styles else ""
        marks = ""
        if part.stressed:
            marks = _run(part.stressed, "<w:i/>") + _run(" ")
            marks += f'<w:hyperlink r:id="link">{_run(part.linked)}</w:hyperlink>'
        called = _called(part, '<w:r><w:footnoteReference w:id="{}"/></w:r>')
        body.append(f"<w:p>{style}{_run(part.before)}{marks}{_run(part.after)}{called}</w:p>")
        if part.note:
            notes.append(f'<w:footnote w:id="{part.note}"><w:p>{_run(_note(part.note))}</w:p></w:footnote>')
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in _word_parts("".join(body), "".join(notes)).items():
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + text)


def _word_parts(body: str, notes: str) -> dict[str, str]:
    names = {"Title": "Title", "Heading1": "heading 1", "Quote": "Quote"}
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in names.items()
    )
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD_TYPE}.{kind}+xml"/>'
        for name, kind in (("document", "document.main"), ("styles", "styles"), ("footnotes", "footnotes"))
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{overrides}</Types>',
        "_rels/.rels": _relationships(f'<Relationship Id="d" Type="{_R}/officeDocument" Target="word/document.xml"/>'),
        "word/_rels/document.xml.rels": _relationships(
            f'<Relationship Id="s" Type="{_R}/styles" Target="styles.xml"/>'
            f'<Relationship Id="f" Type="{_R}/footnotes" Target="footnotes.xml"/>'
            f'<Relationship Id="link" Type="{_R}/hyperlink" Target="{_ADDRESS}" TargetMode="External"/>'
        ),
        "word/styles.xml": f'<w:styles xmlns:w="{_W}">{styles}</w:styles>',
        "word/footnotes.xml": f'<w:footnotes xmlns:w="{_W}">{notes}</w:footnotes>',
        "word/document.xml": f'<w:document xmlns:w="{_W}" xmlns:r="{_R}"><w:body>{body}</w:body></w:document>',
    }


def _relationships(entries: str) -> str:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'


def _run(text: str, properties: str = "") -> str:
    set_so = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{set_so}<w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>' if text else ""


def _marked(parts: Iterable[Part]) -> Iterator[MarkedPart]:
    """Yield each part with the first stressed words in it; those that reach a further 60 words call a note."""
    numbers, words = count(1), 0
    for part in parts:
        words += len(part.text.split())
        note = 0
        if words >= WORDS_A_NOTE and part.kind in {"paragraph", "turn"}:
            note, words = next(numbers), words - WORDS_A_NOTE
        found = _STRESSED.search(part.text) if part.kind in {"paragraph", "turn"} else None
        if found:
            yield MarkedPart(part.kind, part.text[: found.start()], found[1], found[2], part.text[found.end() :], note)
        else:
            yield MarkedPart(part.kind, part.text, "", "", "", note)


def _called(part: MarkedPart, form: str) -> str:
    return form.format(part.note) if part.note else ""


def _note(number: int) -> str:
    return f"A History of Light, volume {number % 8 + 1}, page {number}, says more of this."
