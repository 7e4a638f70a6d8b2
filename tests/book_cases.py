"""A book to test with: three invented texts on invented films, whose sources and persons meet across chapters."""

import json
from pathlib import Path

from annotate.api.load import load_text
from annotate.api.parse import parse_to

SETTINGS = """\
[books.lanterns]
title = "Lanterns"
subtitle = "Three Pieces on Lost Films"
authors = ["Nora Fenn"]
imprint = ["Set from the typescripts."]
texts = ["lamp.xml", "ferry.xml", "märz.xml"]
"""
_FILLING = (
    "The light moves slowly over the harbour, and nobody in the scene looks at it. A door opens, a boy runs out, and"
    " the camera stays where it was. What the picture remembers is the wind in the ropes, the patience of the horses,"
    " and the way the ferryman counts his coins before he lets anybody board."
)
_LAMP = """\
The Lamp in the Window

By Nora Fenn

The film was shot in the winter of 1919 on the island of Fårö, with a crew of eleven.

Osric Vane never spoke of it again."""
_FERRY = """\
The Last Ferry

By Nora Fenn

Osric Vane made his second film in a single week.

Its negative burned in 1924."""
_MARCH = """\
A March Evening

By Ida Brandt

Nobody has seen the third film since the war."""
TEXTS = {"lamp": (_LAMP, 6), "ferry": (_FERRY, 30), "märz": (_MARCH, 6)}


def claim(record_id, exact, claimant="vane", source="vane-1931", **more):
    evidence = {
        "id": record_id.replace("c-", "e-"),
        "source": source,
        "relation": "supports",
        "locator": {"label": "page", "value": "12"},
    }
    return {
        "id": record_id,
        "target": {"exact": exact},
        "kind": "factual",
        "statement": f"It is so: {exact}.",
        "claimant": claimant,
        "status": "supported",
        "evidence": [evidence],
        **more,
    }


def source(record_id, title):
    return {
        "id": record_id,
        "type": "book",
        "title": title,
        "author": [{"family": "Vane", "given": "Osric"}],
        "issued": {"date-parts": [[1931]]},
    }


VANE = {"id": "vane", "type": "person", "name": "Osric Vane", "sort_name": "Vane, Osric"}
OTHER_VANE = {"id": "vane", "type": "person", "name": "Celia Vane", "sort_name": "Vane, Celia"}
MEMOIRS, LETTERS = source("vane-1931", "Memoirs of a Ferryman’s Son"), source("vane-1931", "Letters to Nobody")
RECORDS = {
    "lamp": {
        "entities": [VANE],
        "sources": [MEMOIRS],
        "claims": [claim("c-000001", "with a crew of eleven"), claim("c-000002", "in the winter of 1919")],
        "mentions": [{"id": "m-000001", "target": {"exact": "Osric Vane"}, "entity": "vane"}],
    },
    "ferry": {
        "entities": [VANE],
        "sources": [MEMOIRS],
        "claims": [claim("c-000003", "in a single week")],
        "mentions": [{"id": "m-000002", "target": {"exact": "Osric Vane"}, "entity": "vane"}],
    },
    "märz": {"entities": [OTHER_VANE], "sources": [LETTERS], "claims": [claim("c-000004", "since the war")]},
}


def write_text(folder: Path, name: str, words: str, paragraphs: int) -> None:
    """Write a text of its opening words and some paragraphs that are much alike, and parse it."""
    filling = "\n\n".join(f"{_FILLING} That was evening number {number}." for number in range(1, paragraphs + 1))
    file = folder / f"{name}.txt"
    file.write_text(f"{words}\n\n{filling}\n", encoding="utf-8")
    parse_to(file, file.with_suffix(".xml"), None, force=True, write=True)


def write_record(folder: Path, name: str, record) -> None:
    reading = load_text(folder / f"{name}.xml").reading
    text = {"file": f"{name}.xml", "reading_sha256": reading.sha256, "reading_rule": 1, "unit": "code-point"}
    whole = {"format": 1, "text": text, **record}
    data = json.dumps(whole, ensure_ascii=False, indent=1)
    (folder / f"{name}.annotations.json").write_text(data, encoding="utf-8")


def write_book(folder: Path) -> Path:
    """Write the project and return its folder."""
    folder.mkdir(exist_ok=True)
    (folder / "annotate.toml").write_text(SETTINGS, encoding="utf-8")
    for name, (words, paragraphs) in TEXTS.items():
        write_text(folder, name, words, paragraphs)
        write_record(folder, name, RECORDS[name])
    return folder
