"""Files that are no text, or no TEI: each has its finding with a code and a place, and changes nothing."""

import os
import re

import pytest

FINDING = re.compile(
    r"^(?P<path>.+?):(?P<line>\d+):(?P<column>\d+): error (?P<code>F\d+) (?P<sentence>.+)\n  help: (?P<help>.+)$",
    re.MULTILINE,
)

SOURCES = {
    "empty": (b"", "F104", (1, 1)),
    "only white space": (b" \n\t\n\n", "F109", (1, 1)),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "F105", (1, 1)),
    "a damaged PDF": (b"%PDF-1.7\n...", "F561", (1, 1)),
    "a zip": (b"PK\x03\x04....", "F105", (1, 1)),
    "random bytes": (bytes((i * 37) % 256 for i in range(4000)), "F105", (1, 1)),
    "NUL in a sentence": (b"A title\n\nThe train came\x00 in, and nobody in the room ran.", "F107", (3, 15)),
    "an escape": (b"One line.\nAnother \x1b[31mred\x1b[0m line of some more words.", "F107", (2, 9)),
    "ten megabytes on one line": (b"word " * 2_000_001, "F110", (1, 1)),
    "a rich text": (b"{\\rtf1\\ansi Hello}", "F105", (1, 1)),
}


@pytest.mark.parametrize("name", SOURCES)
def test_a_source_that_is_no_text_is_refused_and_nothing_is_written(name, tmp_path, annotate):
    data, code, place = SOURCES[name]
    source, output = tmp_path / "source.txt", tmp_path / "out.xml"
    source.write_bytes(data)
    _, out, err = annotate("parse", source, "-o", output, code=1)
    (found,) = FINDING.finditer(out + err)
    assert (found["path"], found["code"]) == (str(source), code)
    assert (int(found["line"]), int(found["column"])) == place
    assert sorted([path.name for path in tmp_path.iterdir()]) == ["source.txt"]


def test_a_missing_file_and_a_folder_are_named(tmp_path, annotate):
    assert " F101 " in annotate("parse", tmp_path / "nothing.txt", code=1)[2]
    assert " F102 " in annotate("show", tmp_path, code=1)[2]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read_is_named(tmp_path, annotate):
    source = tmp_path / "secret.txt"
    source.write_text("words")
    source.chmod(0)
    assert " F103 " in annotate("parse", source, code=1)[2]


GUESSED = {
    "French": ("cp1252", "Le film “Les Vampires” est très étrange, déjà célèbre à l’époque, et c’est son charme. "),
    "German": ("cp1252", "Ein schöner Film über das Mädchen – „größer“ als früher. "),
    "Spanish": ("cp1252", "Película española: ¿qué será? “Mañana”, dijo él. "),
    "Chinese": ("gb18030", "她说这部电影很好，火车进站的时候没有人跑。"),
}


@pytest.mark.parametrize("language", GUESSED)
def test_an_encoding_that_is_guessed_is_said(language, tmp_path, annotate):
    encoding, words = GUESSED[language]
    source = tmp_path / "old.txt"
    source.write_bytes((words * 6).encode(encoding))
    _, out, _ = annotate("parse", source, code=0)
    assert re.search(r"old\.txt:1:\d+: warning F111 .* read as (windows-1252|gb18030)\n", out)
    text = re.sub(r"<[^>]+>", "", (tmp_path / "old.xml").read_text("utf-8"))
    assert words.strip() in text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_tells_the_encoding(encoding, tmp_path, annotate):
    source = tmp_path / "marked.txt"
    source.write_bytes("A title\r\n\r\nNaïve words “quoted” here.\r\n".encode(encoding))
    annotate("parse", source, code=0)
    assert "Naïve words <soCalled>“quoted”</soCalled> here." in (tmp_path / "marked.xml").read_text("utf-8")


TEXTS = {
    "no XML": ("just words", "F122", 1),
    "not well formed": ("<TEI>\n<p>a & b</p></TEI>", "F121", 2),
    "not TEI": ("<book><p>a</p></book>", "F122", 1),
    "TEI without its namespace": ("<TEI><text><body><p>a</p></body></text></TEI>", "F122", 1),
    "TEI without a text": ('<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/></TEI>', "F124", 1),
    "an entity": ('<!DOCTYPE TEI [<!ENTITY a "b">]><TEI xmlns="http://www.tei-c.org/ns/1.0"/>', "F123", 1),
    "an external entity": ('<!DOCTYPE TEI [<!ENTITY a SYSTEM "file:///etc/passwd">]><TEI>&a;</TEI>', "F123", 1),
    "a DTD of its own": ('<!DOCTYPE TEI [<!ELEMENT TEI ANY>]><TEI xmlns="http://www.tei-c.org/ns/1.0"/>', "F123", 1),
    "deep nesting": ("<TEI>" + "<p>" * 300 + "</p>" * 300 + "</TEI>", "F125", 1),
    "nothing": ("", "F104", 1),
}


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("command", [["show"], ["claim", "list"], ["note", "add"], ["render"]], ids=" ".join)
def test_a_text_that_is_no_tei_is_refused_by_every_command(name, command, tmp_path, annotate):
    content, code, line = TEXTS[name]
    text = tmp_path / "text.xml"
    text.write_text(content, "utf-8")
    extra = ["a", "--body", "b"] if command == ["note", "add"] else []
    _, out, err = annotate(*command, text, *extra, code=1)
    found = FINDING.search(out + err)
    assert found is not None, out + err
    assert (found["path"], found["code"], int(found["line"])) == (str(text), code, line)
    assert [path.name for path in tmp_path.iterdir()] == ["text.xml"]


def test_a_text_is_never_written_onto_its_source(tmp_path, annotate):
    source = tmp_path / "review.txt"
    source.write_text("A title\n\nSome words that follow it.\n")
    assert " F112 " in annotate("parse", source, "-o", source, code=1)[2]
    assert source.read_text() == "A title\n\nSome words that follow it.\n"


def test_a_text_edited_by_hand_is_kept_unless_forced(tmp_path, annotate):
    source, text = tmp_path / "review.txt", tmp_path / "review.xml"
    source.write_text("A title\n\nSome words that folow it.\n")
    annotate("parse", source, code=0)
    text.write_text(text.read_text().replace("folow", "follow"))
    mended = text.read_bytes()
    assert " F113 " in annotate("parse", source, code=1)[2]
    assert text.read_bytes() == mended
    annotate("parse", source, "--force", code=0)
    assert b"folow" in text.read_bytes()


def test_an_annotated_text_whose_words_would_change_is_kept(tmp_path, annotate):
    source, text = tmp_path / "review.txt", tmp_path / "review.xml"
    source.write_text("A title\n\nThe bridge fell in one take, they say.\n")
    annotate("parse", source, code=0)
    annotate("note", "add", text, "one take", "--kind", "gloss", "--body", "See Meade.", code=0)
    annotate("parse", source, code=0)
    source.write_text("A title\n\nThe bridge fell in two takes, they say.\n")
    _, _, err = annotate("parse", source, code=1)
    assert " F114 " in err
    assert "one take" in err
    assert "two takes" in err


def test_a_file_annotate_did_not_make_is_kept(tmp_path, annotate):
    source, other = tmp_path / "review.txt", tmp_path / "letters.xml"
    source.write_text("A title\n\nSome words.\n")
    other.write_text("<letters/>")
    assert " F115 " in annotate("parse", source, "-o", other, code=1)[2]
    assert other.read_text() == "<letters/>"
