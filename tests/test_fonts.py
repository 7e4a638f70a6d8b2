"""The fonts of the editions: cut once, kept whole, the same everywhere, and never silently lacking a character."""

import os
import re
import tempfile
import unicodedata
from importlib import resources
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from annotate.diagnostics import Finding
from annotate.errors import WorkFailed
from annotate.render import made_files
from annotate.render.fonts import faces as fonts
from annotate.render.fonts import other_scripts


@pytest.fixture
def fresh_cache(tmp_path, monkeypatch):
    """An empty cache folder, and nothing remembered from before."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    fonts.fonts.cache_clear()
    yield tmp_path / "cache"
    fonts.fonts.cache_clear()


def codes(failure):
    return [finding.code for finding in failure.value.findings]


def features(font, table):
    return {record.FeatureTag for record in font[table].table.FeatureList.FeatureRecord}


def test_text_and_companion_come_in_regular_italic_and_semibold():
    faces = {(face.family, face.style, face.weight) for face in fonts.font_faces()}
    for family in ("Source Serif 4", "Source Sans 3"):
        assert {(family, style, weight) for style in ("normal", "italic") for weight in (400, 600)} <= faces
    assert ("Source Serif 4 Display", "normal", 400) in faces


def test_each_face_is_static_and_says_its_family_weight_and_slant():
    for face in fonts.font_faces():
        font = TTFont(face.path)
        assert not {"fvar", "gvar", "STAT"} & set(font.keys())
        assert font["name"].getDebugName(16) == face.family
        assert font["OS/2"].usWeightClass == face.weight
        assert bool(font["OS/2"].fsSelection & 1) == (face.style == "italic")


def test_the_faces_keep_what_the_style_sheets_switch_on():
    for face in fonts.font_faces():
        font = TTFont(face.path)
        assert {"kern", "mark"} <= features(font, "GPOS")
        assert {"liga", "onum", "pnum", "sups", "case"} <= features(font, "GSUB")
        if face.style == "normal":
            assert {"smcp", "c2sc"} <= features(font, "GSUB")


def test_the_faces_are_the_same_bytes_wherever_they_are_cut(fresh_cache, monkeypatch):
    first = {face.path.name: face.path.read_bytes() for face in fonts.font_faces()}
    monkeypatch.setenv("XDG_CACHE_HOME", str(fresh_cache.parent / "other"))
    fonts.fonts.cache_clear()
    assert {face.path.name: face.path.read_bytes() for face in fonts.font_faces()} == first


def test_the_faces_are_cut_once(fresh_cache, monkeypatch):
    fonts.fonts()
    fonts.fonts.cache_clear()
    monkeypatch.setattr(fonts, "_make", lambda *_: pytest.fail("cut again"))
    assert fonts.font_faces()


def test_a_face_that_was_damaged_is_cut_again(fresh_cache):
    face = fonts.font_faces()[0]
    whole = face.path.read_bytes()
    face.path.write_bytes(whole[:1000])
    fonts.fonts.cache_clear()
    assert fonts.font_faces()[0].path.read_bytes() == whole


def test_a_cache_that_cannot_be_written_is_done_without(monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null/cache")
    fonts.fonts.cache_clear()
    try:
        assert all(face.path.exists() for face in fonts.font_faces())
    finally:
        fonts.fonts.cache_clear()


def test_nowhere_to_keep_the_faces_is_said(fresh_cache, monkeypatch):
    def refuse(**_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "mkdtemp", refuse)
    with pytest.raises(WorkFailed) as failure:
        fonts.fonts()
    assert codes(failure) == ["E203"]


def test_files_that_could_not_all_be_written_leave_nothing_behind(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))

    def refuse(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "rename", refuse)
    assert made_files.kept_files("things", "digest", lambda _: {"thing": b"whole"}) is None
    assert list((tmp_path / "annotate" / "things").iterdir()) == []


def test_what_is_costly_is_made_once_where_the_cache_cannot_be_written(tmp_path, monkeypatch):
    in_the_way = tmp_path / "file"
    in_the_way.touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(in_the_way))
    made = []

    def make(folder):
        made.append(folder)
        return {"thing": b"whole"}

    assert made_files.kept_files("things", "digest", make) == made[0]
    assert len(made) == 1


def test_a_subset_is_the_same_whether_it_was_kept_or_made_anew(fresh_cache):
    face = fonts.font_faces()[0]
    made = fonts.subset_woff2(face, frozenset("Aé"))
    (kept,) = (fresh_cache / "annotate" / "subsets").glob("*/*.woff2")
    assert kept.read_bytes() == made == fonts.subset_woff2(face, frozenset("éA"))
    kept.write_bytes(b"damaged")
    assert fonts.subset_woff2(face, frozenset("Aé")) == made
    assert fonts.subset_woff2(face, frozenset("B")) != made


def test_a_subset_is_made_where_none_can_be_kept(fresh_cache, monkeypatch):
    face = fonts.font_faces()[0]
    made = fonts.subset_woff2(face, frozenset("A"))
    monkeypatch.setattr(fonts, "kept_files", lambda *_, **__: None)
    assert fonts.subset_woff2(face, frozenset("A")) == made


def test_no_more_than_the_youngest_are_kept(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    kind = tmp_path / "annotate" / "things"
    for age, name in enumerate("abcd"):
        folder = made_files.kept_files("things", name, lambda _: {"thing": b"whole"}, most=2)
        assert folder is not None
        os.utime(folder, (age, age))
    assert {folder.name for folder in kind.iterdir()} == {"c", "d"}


def test_a_font_package_that_is_missing_is_named_with_the_line_to_type(fresh_cache, monkeypatch):
    def missing(package):
        raise ModuleNotFoundError(package)

    monkeypatch.setattr(resources, "files", missing)
    with pytest.raises(WorkFailed) as failure:
        fonts.fonts()
    (finding,) = failure.value.findings
    assert isinstance(finding, Finding)
    assert finding.code == "E201"
    assert finding.help.endswith("pip install --force-reinstall fontpkg-source-serif-4")


@pytest.mark.parametrize("data", [b"", b"broken", b"\x00\x01\x00\x00" + b"\x00" * 40])
def test_a_font_that_cannot_be_read_is_named_with_the_line_to_type(fresh_cache, monkeypatch, data):
    monkeypatch.setattr(fonts, "_source", lambda _: data)
    with pytest.raises(WorkFailed) as failure:
        fonts.fonts()
    assert codes(failure) == ["E202"]


def test_the_fontconfig_file_names_our_folder_and_those_of_chosen_fonts():
    made = fonts.fonts()
    text = made.configuration.read_text(encoding="utf-8")
    named = [made.faces[0].path.parent, *dict.fromkeys(path.parent for path in other_scripts.machine_fonts())]
    assert re.findall("<dir>(.*?)</dir>", text) == [str(folder) for folder in named]
    assert "include" not in text


def test_a_subset_for_the_web_has_what_was_asked_for_and_little_more():
    face = fonts.font_faces()[0]
    wanted = frozenset("The General, 1926 — “fin”")
    data = fonts.subset_woff2(face, wanted)
    font = TTFont(BytesIO(data))
    assert set(font.getBestCmap()) == set(map(ord, wanted))
    assert {"smcp", "onum", "liga"} <= features(font, "GSUB")
    assert "kern" in features(font, "GPOS")
    assert len(data) < 12_000
    assert data == fonts.subset_woff2(face, wanted)


def test_characters_without_a_sign_are_named():
    assert fonts.lacking("Runes (ᚠᚢᚢ), Ōzu, Ейзенштейн, Αγγελόπουλος — “fin”…\n\u200b\u00ad") == ("ᚠ", "ᚢ")
    finding = fonts.lacking_finding("never-sorry.xml", "Runes (ᚠᚢᚢ)")
    assert finding is not None
    assert finding.code == "E204"
    assert "ᚠ (U+16A0)" in finding.sentence
    assert fonts.lacking_finding("never-sorry.xml", "Ai Weiwei") is None


def test_the_stars_of_a_rating_have_signs():
    assert fonts.lacking("★★★⯨☆ or ★★★½") == ()


def test_a_long_list_of_characters_without_a_sign_is_cut_and_counted():
    finding = fonts.lacking_finding("a.xml", "".join(map(chr, range(0x16A0, 0x16E0))))
    assert finding is not None
    assert "and 52 more" in finding.sentence


@given(st.text())
def test_what_lacks_a_sign_is_in_the_text_and_is_drawn(text):
    found = fonts.lacking(text)
    assert set(found) <= set(unicodedata.normalize("NFC", text))
    assert list(found) == sorted(set(found))
    assert not any(char.isspace() or (char.isascii() and char.isprintable()) for char in found)
    assert fonts.lacking(unicodedata.normalize("NFD", "é ä Ō")) == ()


@pytest.mark.parametrize("words", ["مرحبا بالعالم", "שלום עולם", "Привет", "Καλημέρα"])
def test_scripts_beside_latin_have_signs_whatever_the_machine_has(words):
    assert fonts.lacking(words) == ()


@pytest.mark.skipif(
    not other_scripts.machine_fonts(), reason="the machine has no font for Chinese, Japanese and Korean"
)
@pytest.mark.parametrize("words", ["城南旧事", "城南舊事", "晩春", "오발탄"])
def test_the_scripts_of_east_asia_have_signs_where_the_machine_has_a_font_for_them(words):
    assert fonts.lacking(words) == ()


def test_a_machine_without_a_font_for_chinese_makes_editions_all_the_same(fresh_cache, monkeypatch):
    monkeypatch.setattr(other_scripts, "machine_fonts", lambda: ())
    assert fonts.lacking("城南") == ("南", "城")
    assert fonts.lacking("South of the town") == ()


def test_of_the_machines_folders_only_the_files_named_are_taken(fresh_cache, tmp_path, monkeypatch):
    folder = tmp_path / "type"
    folder.mkdir()
    wanted, other = folder / "Wanted.ttf", folder / "Other.ttf"
    for path in (wanted, other):
        path.write_bytes(fonts.font_faces()[0].path.read_bytes())
    fonts.fonts.cache_clear()
    monkeypatch.setattr(other_scripts, "machine_fonts", lambda: (wanted,))
    configuration = fonts.fonts().configuration.read_text("utf-8")
    assert f"<acceptfont><glob>{wanted}</glob></acceptfont>" in configuration
    assert f"<rejectfont><glob>{folder}/*</glob></rejectfont>" in configuration
    assert "Other.ttf" not in configuration
