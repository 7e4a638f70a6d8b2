"""Themes: ours by name, a person's own from a folder; nothing in an edition that is not its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from annotate.api.edition_choices import choices_for
from annotate.api.render import render
from annotate.api.themes import theme_named
from annotate.errors import InputRefused
from annotate.model.edition_choices import CHOSEN, Choices
from annotate.model.theme import THEMES
from annotate.resources import resource_path
from tests.picture_files import png
from tests.surroundings import SAMPLES

if TYPE_CHECKING:
    from pathlib import Path

REVIEW = SAMPLES / "general-review.xml"
OURS = resource_path("templates/themes")


def own(folder: Path, *, toml: str = "", printed: str = "", screen: str = "") -> Path:
    theme = folder / "house"
    theme.mkdir()
    (theme / "theme.toml").write_text(f'title = "House"\ndescription = "Ours."\n{toml}', encoding="utf-8")
    (theme / "print.css").write_text(printed, encoding="utf-8")
    (theme / "screen.css").write_text(screen, encoding="utf-8")
    return theme


def refused(theme: Path) -> list[str]:
    with pytest.raises(InputRefused) as caught:
        theme_named(str(theme))
    return [finding.code for finding in caught.value.findings]


def test_each_theme_of_ours_has_a_folder_and_can_be_read_as_a_persons_own_can():
    assert {path.name for path in OURS.iterdir()} == set(THEMES)
    for name in THEMES:
        theme, read = theme_named(name), theme_named(str(OURS / name))
        assert theme.title
        assert theme.description
        assert (theme.name, theme.title, theme.description) == (read.name, read.title, read.description)
        assert (dict(theme.choices), dict(theme.questions)) == (read.choices, read.questions)
        assert bool(theme.print_css) == bool(read.print_css)
        assert "url(" not in theme.print_css + theme.screen_css


def test_what_a_theme_sets_gives_way_to_the_project_and_that_to_the_person(tmp_path):
    text = tmp_path / "lamp.xml"
    assert choices_for(text) == Choices(theme_named("standard"))
    chosen = choices_for(text, theme="reader")
    assert (chosen.page, chosen.notes, chosen.style) == ("5.5x8.5", "end", "chicago")
    (tmp_path / "annotate.toml").write_text('[edition]\ntheme = "reader"\npage = "A4"\n', encoding="utf-8")
    chosen = choices_for(text)
    assert (chosen.theme.name, chosen.page, chosen.notes) == ("reader", "A4", "end")
    assert choices_for(text, page="B5", notes=None).page == "B5"
    assert choices_for(text, theme="classroom").theme.name == "classroom"


def test_the_settings_name_a_folder_as_seen_from_themselves(tmp_path):
    own(tmp_path)
    (tmp_path / "annotate.toml").write_text('[edition]\ntheme = "house"\n', encoding="utf-8")
    (tmp_path / "reviews").mkdir()
    assert choices_for(tmp_path / "reviews" / "lamp.xml").theme.title == "House"


def test_themes_choose_only_what_there_is():
    for name in THEMES:
        for choice, word in theme_named(name).choices.items():
            assert word in CHOSEN[choice]


def test_a_persons_own_theme_reaches_both_editions_with_its_pictures(tmp_path):
    theme = own(
        tmp_path,
        toml='base = "reader"\n[edition]\npage = "A4"\n',
        printed="h2 { background: url(ornaments/leaf.png) no-repeat } h2::after { content: 'url(no)' }",
        screen='main { background: image-set("ornaments/leaf.png" 1x) } @media print { p { color: #010203 } }',
    )
    (theme / "ornaments").mkdir()
    (theme / "ornaments" / "leaf.png").write_bytes(png())
    (theme / "notes to myself.txt").write_text("not for print", encoding="utf-8")
    read = theme_named("house", tmp_path)
    assert dict(read.choices) == {"page": "A4", "notes": "end"}
    assert dict(read.files) == {"theme/ornaments/leaf.png": png()}
    made = render(REVIEW, choices=choices_for(REVIEW, theme=str(theme)))
    assert made.failed == ()
    page = made.editions["html"].decode()
    assert "color: #010203" in page
    assert re.search(r'image-set\("data:image/png;base64,[^"]+" 1x\)', page)
    assert b"/Image" in made.editions["pdf"]


@pytest.mark.parametrize(
    ("css", "code"),
    [
        ("@import 'https://example.org/a.css';", "E403"),
        ("p { background: url(https://example.org/a.png) }", "E403"),
        ("p { background: URL('../a.png') }", "E403"),
        ("p { background: url(/etc/hostname) }", "E403"),
        ("p { background: image-set('file:///etc/hostname' 1x) }", "E403"),
        ("@media print { @supports (color: red) { p { background: u\\72l(//example.org/a) } } }", "E403"),
        ("p { background: url(data:image/png;base64,AAAA) }", "E403"),
        ("p { background: url(theme.toml) }", "E403"),
        ("@font-face { font-family: x; src: url(x.woff2) }", "E403"),
        ("p { content: '</style><script>alert(1)</script>' }", "E404"),
        ("p { color: red } }", "E404"),
        ("p { background: url(a b.png) }", "E404"),
    ],
)
@pytest.mark.parametrize("sheet", ["printed", "screen"])
def test_a_style_sheet_that_reaches_outside_its_theme_is_refused(tmp_path, css, code, sheet):
    assert code in refused(own(tmp_path, **{sheet: css}))


def test_a_link_out_of_the_folder_is_no_file_of_it(tmp_path):
    (tmp_path / "secret.png").write_bytes(png())
    theme = own(tmp_path, printed="p { background: url(leaf.png) }")
    (theme / "leaf.png").symlink_to(tmp_path / "secret.png")
    assert refused(theme) == ["E403"]


def test_everything_wrong_with_a_theme_is_said_at_once(tmp_path):
    theme = own(tmp_path, toml='page = "A4"\n', printed="p { background: url(a.png) }", screen="@import 'b.css';")
    assert refused(theme) == ["E403", "E403", "F162"]
    (theme / "print.css").write_bytes("p { color: red }".encode("utf-16"))
    assert "E402" in refused(theme)


def test_a_mistyped_theme_is_named_with_the_nearest(annotate, tmp_path):
    code, _, complaint = annotate("render", REVIEW, "--theme", "scolarly", "-o", tmp_path)
    assert code == 1
    assert "E401" in complaint
    assert "did you mean scholarly?" in complaint
    assert list(tmp_path.iterdir()) == []


def test_a_theme_that_the_settings_name_and_nobody_has_is_told_of_them(tmp_path):
    (tmp_path / "annotate.toml").write_text('[edition]\ntheme = "gone"\n', encoding="utf-8")
    with pytest.raises(InputRefused) as caught:
        choices_for(tmp_path / "lamp.xml")
    (finding,) = caught.value.findings
    assert (finding.code, finding.path) == ("E401", str(tmp_path / "annotate.toml"))


def test_an_address_outside_the_theme_is_called_so(tmp_path):
    with pytest.raises(InputRefused) as caught:
        theme_named(str(own(tmp_path, printed="p { background: url(https://example.org/a.png) }")))
    assert "it leads out of the folder of the theme" in caught.value.findings[0].sentence
