"""A reader's comments in a source become notes on the same words, by the same hand, once."""

import json

from annotate.api.comments import placed_comments
from annotate.api.parse import parse_to
from annotate.model.source import Comment, Form, RawBlock, SourceText
from annotate.model.text import reading_text
from annotate.read import formats
from annotate.structure.pipeline import structure

WORDS = "The train came in, and nobody ran."


def source(path: str = "a.docx") -> SourceText:
    blocks = (
        RawBlock("The Train", 1, Form.TITLE),
        RawBlock(WORDS, 2, Form.PARAGRAPH),
        RawBlock(WORDS, 3, Form.PARAGRAPH),
    )
    comments = (Comment(2, 4, 9, "Which train?", "Ada Quill", "2020-01-02T03:04:05Z"), Comment(1, 0, 0, "Is it so?"))
    return SourceText(path, "0" * 64, blocks, comments=comments)


def test_a_comment_stands_on_its_words_and_one_on_none_on_its_block():
    reading = reading_text(structure(source(), "0.1.0").document)
    second, whole = placed_comments(source(), reading)
    assert reading.slice(second.span) == "train"
    assert second.span.start > reading.text.index(WORDS) + len(WORDS)
    assert reading.slice(whole.span) == WORDS


def test_comments_become_notes_with_author_and_date_and_only_once(tmp_path, monkeypatch):
    monkeypatch.setattr(formats, "format_of", lambda *_: "plain")
    monkeypatch.setattr("annotate.api.parse.read_source", lambda data, path, *_, **__: (source(path), []))
    (tmp_path / "a.docx").write_bytes(b"-")
    for _ in range(2):
        parse_to(tmp_path / "a.docx", tmp_path / "a.xml")
    notes = json.loads((tmp_path / "a.annotations.json").read_text("utf-8"))["notes"]
    assert sorted((note["body"], note.get("creator"), note.get("created")) for note in notes) == [
        ("Is it so?", None, None),
        ("Which train?", "Ada Quill", "2020-01-02T03:04:05Z"),
    ]
