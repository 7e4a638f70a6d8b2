"""What has not changed is not rendered again; whatever goes into an edition, a change of it makes the edition anew."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from annotate import resources
from annotate.api import edition_ingredients, kept_editions
from annotate.api import render as rendering
from annotate.api.edition_choices import choices_for
from annotate.api.kept_editions import rendered_or_kept
from annotate.diagnostics import Severity
from annotate.render import programs
from annotate.render.made_files import Room, keep_files, read_kept
from tests.picture_files import png

TEXT = Path("review.xml")
SOURCE = """# The Lamp in the Window

By Nora Fenn

The film was shot in the winter of 1919 on the island of Fårö, with a crew of eleven.

![The lamp](lamp.png)

The lamp burns in every scene but one. It is the scene that everybody remembers.
"""
THEME = 'title = "Ours"\ndescription = "How our house sets its editions."\n'


@pytest.fixture
def project(tmp_path, monkeypatch, annotate):
    """A project with one text and everything that an edition of it can be made of."""
    monkeypatch.chdir(tmp_path)
    Path("review.md").write_text(SOURCE, "utf-8")
    Path("lamp.png").write_bytes(png())
    Path("report.txt").write_text("The Island News\n\nA crew of eleven came with the ferry.\n", "utf-8")
    Path("annotate.toml").write_text('[edition]\nstyle = "mla"\ntheme = "ours"\n', "utf-8")
    Path("ours").mkdir()
    Path("ours/theme.toml").write_text(THEME, "utf-8")
    Path("ours/screen.css").write_text("h1 { color: #333 }\n", "utf-8")
    annotate("parse", "-q", "review.md", code=0)
    _, other, _ = annotate("note", "add", TEXT, "Fårö", "--body", "In the Baltic.", "--as", "Ben", "--own", code=0)
    annotate("source", "add", TEXT, "--library", "--id", "news-1919", "--type", "article", "--title", "News", code=0)
    annotate("source", "attach", TEXT, "news-1919", "report.txt", "--library", code=0)
    evidence = ("--supports", "news-1919", "--quote", "A crew of eleven")
    _, claim, _ = annotate("claim", "add", TEXT, "with a crew of eleven", *evidence, code=0)
    end = f"review.ben.annotations.json#{other.strip()}"
    annotate("link", "add", TEXT, claim.strip(), "qualifies", end, code=0)
    return tmp_path


@pytest.fixture
def renders(monkeypatch):
    """The formats of each rendering that really takes place."""
    done: list[tuple[str, ...]] = []
    render = rendering.render

    def counted(text, formats, **how):
        done.append(tuple(formats))
        return render(text, formats, **how)

    monkeypatch.setattr(rendering, "render", counted)
    return done


def edition(**how):
    return rendered_or_kept(TEXT, ("html",), **how)


def changed(path, before, after):
    file = Path(path)
    data = file.read_bytes()
    assert before in data, file
    file.write_bytes(data.replace(before, after))


def copy_of_the_source():
    return next(Path("sources").rglob("*.txt"))


INGREDIENTS = {
    "the text": lambda: changed(TEXT, b"in every scene", b"in each scene"),
    "its annotations": lambda: changed("review.annotations.json", b'"factual"', b'"evaluative"'),
    "somebody else's annotations of it": lambda: changed("review.ben.annotations.json", b"Baltic", b"Baltic Sea"),
    "the library": lambda: changed("library.json", b'"News"', b'"The News"'),
    "the settings": lambda: changed("annotate.toml", b"mla", b"apa"),
    "the copy of a source": lambda: copy_of_the_source().write_text("A crew of twelve.", "utf-8"),
    "the copy of a source, which is lost": lambda: copy_of_the_source().unlink(),
    "the parsed copy of a source": lambda: changed(copy_of_the_source().with_suffix(".xml"), b"ferry", b"boat"),
    "a picture": lambda: next(Path("review.media").iterdir()).write_bytes(png(5, 5)),
    "a picture that is lost": lambda: next(Path("review.media").iterdir()).unlink(),
    "the rules of the theme": lambda: changed("ours/screen.css", b"#333", b"#444"),
    "what the theme sets": lambda: changed("ours/theme.toml", b"Ours", b"Theirs"),
    "the date": lambda: os.environ.update(SOURCE_DATE_EPOCH="1"),
}


@pytest.mark.parametrize("ingredient", INGREDIENTS)
def test_a_change_of_an_ingredient_makes_the_edition_anew(ingredient, project, renders, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    first = edition()
    assert edition() == first
    assert len(renders) == 1
    INGREDIENTS[ingredient]()
    edition()
    assert len(renders) == 2
    edition()
    assert len(renders) == 2


@pytest.mark.parametrize("choice", [{"style": "apa"}, {"page": "A4"}, {"notes": "end"}, {"line_numbers": "page"}])
def test_another_choice_makes_the_edition_anew(choice, project, renders):
    edition()
    edition(choices=choices_for(TEXT, **choice))
    edition()
    assert len(renders) == 2


def test_other_files_do_not_make_it_anew(project, renders):
    edition()
    Path("essay.txt").write_text("An essay.", "utf-8")
    changed("report.txt", b"eleven", b"twelve")
    os.utime(TEXT)
    edition()
    assert len(renders) == 1


def an_update(monkeypatch, tmp_path):
    """Let another version of a package be installed."""
    (tmp_path / "site" / "weasyprint-71.0.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(str(tmp_path / "site"))


def another_template(monkeypatch, tmp_path):
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "screen.css").write_text("h1 { color: red }", "utf-8")
    monkeypatch.setattr(programs, "resource_path", lambda name: tmp_path / name if name == "templates" else here(name))


def another_font(monkeypatch, tmp_path):
    (tmp_path / "Songti.ttc").write_bytes(b"font")
    monkeypatch.setattr(programs, "machine_fonts", lambda: (tmp_path / "Songti.ttc",))


here = resources.resource_path


@pytest.mark.parametrize("change", [an_update, another_template, another_font])
def test_another_program_makes_the_edition_anew(change, project, renders, monkeypatch, tmp_path):
    edition()
    change(monkeypatch, tmp_path)
    programs.programs.cache_clear()
    edition()
    programs.programs.cache_clear()
    assert len(renders) == 2


def test_what_was_found_is_told_again(project, renders):
    next(Path("review.media").iterdir()).unlink()
    changed("review.annotations.json", b'"status": "unreviewed"', b'"status": "refuted"')
    first = edition()
    assert [finding.code for finding in first.findings] == ["E311"]
    assert first.findings[0].severity is Severity.WARNING
    assert first.errors == 1
    assert edition() == first
    assert len(renders) == 1


def test_findings_about_the_pdf_are_told_with_the_pdf_alone(project, renders):
    changed(TEXT, b"Nora Fenn", "Nora Fenn ᚠ".encode())
    both = rendered_or_kept(TEXT, draft=True)
    assert "E204" in {finding.code for finding in both.findings}
    html = rendered_or_kept(TEXT, ("html",), draft=True)
    assert (html.findings, html.pages, list(html.editions)) == ((), None, ["html"])
    pdf = rendered_or_kept(TEXT, ("pdf",), draft=True)
    assert (pdf.findings, pdf.pages, list(pdf.editions)) == (both.findings, both.pages, ["pdf"])
    assert renders == [("html", "pdf")]


def test_a_format_that_is_missing_is_made_and_joins_the_other(project, renders):
    html = rendered_or_kept(TEXT, ("html",))
    both = rendered_or_kept(TEXT, ("pdf", "html"))
    assert list(both.editions) == ["pdf", "html"]
    assert both.editions["html"] == html.editions["html"]
    rendered_or_kept(TEXT)
    assert renders == [("html",), ("pdf",)]


def test_fresh_renders_anew_and_gives_the_same_bytes(project, renders):
    assert edition().editions == edition(fresh=True).editions
    assert len(renders) == 2


def kept_files_of(kind):
    return [path for path in Path(os.environ["XDG_CACHE_HOME"], "annotate", kind).rglob("*") if path.is_file()]


@pytest.mark.parametrize("kind", ["editions", "edition-parts"])
@pytest.mark.parametrize("damage", [b"", b"{}", b"<html>"])
def test_what_is_kept_and_damaged_is_made_anew(kind, damage, project, renders):
    first = edition()
    files = kept_files_of(kind)
    for file in files:
        file.write_bytes(damage)
        assert edition() == first
    assert edition() == first
    assert len(renders) == (1 + len(files) if kind == "editions" else 1)


def test_a_text_that_changes_while_it_is_rendered_is_not_kept(project, renders, monkeypatch):
    render = rendering.render

    def interrupted(*given, **how):
        changed(TEXT, b"every scene", b"each scene")
        return render(*given, **how)

    monkeypatch.setattr(rendering, "render", interrupted)
    edition()
    changed(TEXT, b"each scene", b"every scene")
    monkeypatch.setattr(rendering, "render", render)
    assert "every scene" in edition().editions["html"].decode()


def test_where_nothing_can_be_kept_editions_are_rendered_each_time(project, renders, monkeypatch):
    monkeypatch.setattr(kept_editions, "keep_files", lambda *_: None)
    assert edition() == edition()
    assert len(renders) == 2


def test_a_day_counts_where_the_settings_call_what_lies_in_the_future_an_error(project, renders, monkeypatch):
    edition()
    monkeypatch.setattr(edition_ingredients, "today", lambda: "2031-01-01")
    edition()
    assert len(renders) == 1
    changed("annotate.toml", b"[edition]", b'[check.severity]\nC = "error"\n[edition]')
    edition()
    edition()
    assert len(renders) == 2
    monkeypatch.setattr(edition_ingredients, "today", lambda: "2031-01-02")
    edition()
    assert len(renders) == 3


def test_a_warm_run_loads_neither_citations_nor_templates_nor_the_layout_engine(project):
    program = f"""
import json, sys
from annotate.cli.main import run
assert run(["render", {str(TEXT)!r}]) == 0
print(json.dumps(sorted(sys.modules)))
"""
    for _ in ("cold", "warm"):
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "review.pdf is unchanged" in done.stderr
    loaded = set(json.loads(done.stdout.splitlines()[-1]))
    assert loaded & {"weasyprint", "jinja2", "citeproc", "fontTools", "nh3"} == set()


def test_an_edition_that_was_changed_or_lost_is_written_again(project, annotate):
    annotate("render", TEXT, "--to", "html", code=0)
    whole = Path("review.html").read_bytes()
    for damage in (lambda: Path("review.html").unlink(), lambda: Path("review.html").write_text("x", "utf-8")):
        damage()
        _, _, err = annotate("render", TEXT, "--to", "html", code=0)
        assert "written to review.html" in err
        assert Path("review.html").read_bytes() == whole


def test_what_was_used_last_is_kept_longest(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    room = Room(folders=10, bytes=3_500)
    for age, name in enumerate("abc"):
        keep_files("things", name, {"thing": bytes(1_000)}, room)
        os.utime(tmp_path / "annotate" / "things" / name, (age, age))
    assert read_kept("things", "a") == {"thing": bytes(1_000)}
    keep_files("things", "d", {"thing": bytes(1_000)}, room)
    assert {folder.name for folder in (tmp_path / "annotate" / "things").iterdir()} == {"a", "c", "d"}
