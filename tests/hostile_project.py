"""A project in which every word that somebody else chose is hostile: a text, its annotations, their sources."""

from __future__ import annotations

import json
import re
from itertools import count
from pathlib import Path

from lxml import etree

from annotate.api.load import load_text

TEI = "http://www.tei-c.org/ns/1.0"
TEXT = Path("night.xml")
# What gets a browser, a layout engine or a person's shell to fetch, run or open something, with room for an address.
VECTORS = (
    '<img src="{0}1" alt="x">',
    '<link rel="stylesheet" href="{0}2">',
    "<style>@import url({0}3);</style>",
    '<p style="background: url({0}4)">x</p>',
    '<ul style="list-style-image: url({0}5)"><li>x</li></ul>',
    "<style>p.c::before {{ content: url({0}6) }}</style><p class=c>x</p>",
    "<style>@font-face {{ font-family: q; src: url({0}7) }}</style><p style='font-family: q'>x</p>",
    '<embed src="{0}8">',
    '<object data="{0}9"></object>',
    '<a rel="attachment" href="{0}10">x</a>',
    '<link rel="attachment" href="{0}11">',
    '<svg width="9" height="9"><image href="{0}12" width="9" height="9"/></svg>',
    '<svg width="9" height="9"><image xlink:href="{0}13" width="9" height="9"/></svg>',
    '<svg width="9" height="9"><use href="{0}14#a"/></svg>',
    '<iframe src="{0}15"></iframe>',
    '<video poster="{0}16"></video>',
    '<input type="image" src="{0}17">',
    '<picture><source srcset="{0}18"><img src="{0}19" alt="x"></picture>',
    '<meta http-equiv="refresh" content="0; url={0}20">',
    '<p style="border-image-source: url({0}21); mask: url({0}22); cursor: url({0}23)">x</p>',
    '<link rel="icon" href="{0}24"><script src="{0}25"></script>',
)
SCRIPTS = (
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "[a](javascript:alert(1)) ![a](file:///etc/passwd)",
    "<!-- --><plaintext>",
    "]]>&amp;&lt;",
    "{{ 7 * 7 }}{% raw %}",
    "</title></textarea></script><base href=//evil.example>",
    "x; background: url(//evil.example/x)",
    "*/ } body { background: url(//evil.example/x) } /*",
)
_DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"


def vectors(*addresses: str) -> list[str]:
    """Return all that fetches, with each address, and the bare addresses."""
    fetching = [vector.format(address) for address in addresses for vector in VECTORS]
    return [*fetching, *(f"{address}{number}" for address in addresses for number in (26, 27))]


def write_project(strings: list[str], *, laid_out: bool = True) -> None:
    """Write the text and its annotations into the current folder, with each string wherever somebody may write one.

    What no XML or JSON file of ours can hold is left out of the strings. Without `laid_out` the text holds them in more
    kinds of elements, which would make many pages.
    """
    usable = [string for string in strings if _held_by_xml(string) and string.strip()]
    TEXT.write_bytes(_tei(usable, every_kind=not laid_out))
    Path(f"{TEXT.stem}.annotations.json").write_text(json.dumps(_record(usable)), "utf-8")


def _held_by_xml(string: str) -> bool:
    return re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", string) is None


def _tei(strings: list[str], *, every_kind: bool) -> bytes:
    root = etree.Element(f"{{{TEI}}}TEI", nsmap={None: TEI})

    def add(parent, name, text="", **attributes):
        made = etree.SubElement(parent, f"{{{TEI}}}{name}", attributes)
        made.text = text
        return made

    description = add(add(root, "teiHeader"), "fileDesc")
    title = add(description, "titleStmt")
    add(title, "title", strings[0])
    add(title, "author", strings[-1])
    add(add(description, "publicationStmt"), "publisher", strings[0])
    add(add(description, "sourceDesc"), "bibl", strings[-1])
    body = add(add(root, "text"), "body")
    for number, string in enumerate(strings):
        paragraph = add(body, "p", string, rend=string)
        paragraph.set("{http://www.w3.org/XML/1998/namespace}id", f"b{number + 1}")
        add(paragraph, "ref", "there", target=string)
        if every_kind:
            add(add(body, "quote", type=string), "p", string)
            turn = add(body, "sp", who=string)
            add(turn, "speaker", string)
            add(turn, "p", "Yes.")
            add(body, "ab", string, type="boilerplate", subtype=string)
            figure = add(body, "figure")
            add(figure, "graphic", url=string)
            add(figure, "figDesc", string)
            row = add(add(body, "table", rend=string), "row", role=string)
            add(row, "cell", string, cols=string, rows=string)
            add(add(body, "list", type=string), "item", string)
            add(add(paragraph, "note", place="foot", n=string), "p", string)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _record(strings: list[str]) -> dict[str, object]:
    loaded = load_text(TEXT)
    numbers = count()

    def new(letter: str) -> str:
        number, digits = next(numbers), ""
        for _ in range(6):
            number, digit = divmod(number, 32)
            digits = _DIGITS[digit] + digits
        return f"{letter}-{digits}"

    claims, notes, mentions, sources, entities = [], [], [], [], []
    for number, string in enumerate(strings):
        block = loaded.reading.block(f"b{number + 1}")
        assert block is not None
        start, end = block.span.start, block.span.end
        target = {"exact": loaded.reading.text[start:end], "start": start, "end": end}
        line = " ".join(string.split())[:180]
        entity = {"id": f"x{number}", "type": "person", "name": line, "sort_name": line}
        # The schema refuses what has not even the form of an address.
        addresses = {"same_as": [line]} if re.fullmatch(r"[a-z]+:[^\s<>\"{}|\\^`%]+", line) else {}
        entities.append({**entity, **addresses})
        names = [{"literal": line}]
        address = {"URL": line, "DOI": line}
        source = {"id": f"s{number}", "type": "book", "title": line, "author": names, "publisher": line, **address}
        sources.append(source)
        said = {"quote": string, "note": string, "locator": {"label": "page", "value": line}}
        evidence = [{"id": new("e"), "source": f"s{number}", "relation": "supports", **said}]
        claim = {"id": new("c"), "target": target, "kind": "factual", "statement": string, "claimant": f"x{number}"}
        claims.append({**claim, "evidence": evidence, "tags": [line[:60]], "note": string, "creator": line})
        notes.append({"id": new("n"), "target": target, "kind": "gloss", "body": string, "creator": line})
        mentions.append({"id": new("m"), "target": target, "entity": f"x{number}"})
    about = {"file": str(TEXT), "reading_sha256": loaded.reading.sha256, "reading_rule": 1, "unit": "code-point"}
    record = {"entities": entities, "sources": sources, "claims": claims, "notes": notes, "mentions": mentions}
    return {"format": 1, "text": about, **record}
