"""A project full of other people's strings, published by the command line: nothing of theirs acts or is fetched."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from annotate.api.edition_view import edition_of
from annotate.api.load import load_annotations, load_text
from annotate.model.edition_choices import Choices
from annotate.render.print.page import print_html
from annotate.resources import resource_path
from tests.edition_cases import elements, parse
from tests.hostile_project import SCRIPTS, TEXT, vectors, write_project
from tests.surroundings import SHARED, needs_shared
from tests.test_pdf_isolation import listener, own

__all__ = ["listener"]

SUITE = SHARED / "suites" / "strings"
# Of Markdown in a note, and of a citation.
IN_NOTES = {"a", "b", "br", "code", "em", "i", "span", "strong", "sub", "sup"}
# Each process reports what it opens, connects to or starts (PEP 578); loaded before anything else (site).
AUDIT = """
import json, os, sys
report = os.open({log!r}, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
def hook(event, arguments):
    watched = "socket.", "subprocess.", "urllib.", "ftplib.", "http.", "os.system", "os.exec", "os.posix_spawn"
    if event == "open" or event.startswith(watched):
        line = [os.getpid(), event, [str(argument) for argument in arguments[:2]]]
        os.write(report, (json.dumps(line) + chr(10)).encode())
sys.addaudithook(hook)
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty folder to work in, beside one that nobody may look into."""
    (tmp_path / "secret").mkdir()
    for number in range(30):
        (tmp_path / "secret" / str(number)).write_text("SECRET", "utf-8")
    (tmp_path / "project").mkdir()
    monkeypatch.chdir(tmp_path / "project")
    return tmp_path


def pages():
    """Return the HTML edition as the command line writes it, and the HTML that the PDF is laid out from."""
    loaded, held = load_text(TEXT), load_annotations(TEXT.with_suffix(".annotations.json"))
    choices = Choices(boilerplate=True)
    edition, _ = edition_of(loaded, held, choices, {})
    return {"screen": Path("night.html").read_bytes(), "print": print_html(edition, choices)}


def kinds(page):
    """Return which elements a page has, each with the names of its attributes."""
    return {(element.tag, *sorted(element.attrib)) for element in page}


def assert_harmless(page, allowed):
    """Hold a page against the elements the templates write for harmless words, and all addresses against a list."""
    known = {element for element, *_ in allowed} | IN_NOTES
    attributes = {name for _, *names in allowed for name in names}
    for element in page:
        assert element.tag in known
        assert set(element.attrib) <= attributes, element.attrib
        assert element.get("href", "#").startswith(("#", "http://", "https://", "mailto:"))
        assert element.get("src", "data:image/").startswith("data:image/")
        assert "url(" not in element.get("style", "")
        assert element.get("rel") not in {"attachment", "stylesheet", "icon"}


def scripts(page):
    """Return the types of the scripts of a page; data must still be JSON."""
    found = [element for element in page if element.tag == "script"]
    for element in found:
        if element.get("type", "").endswith("json"):
            json.loads(element.text or "")
    return [element.get("type", "") for element in found]


def check(strings, annotate):
    """Publish strings on screen and hold both pages against those of harmless words."""
    outcome = {}
    for name, words in (("harmless", ["one", "2", "three", "four"]), ("hostile", strings)):
        write_project(words, laid_out=False)
        annotate("render", TEXT, "--to", "html", "--boilerplate", "-q", code=0)
        outcome[name] = {which: elements(parse(page)) for which, page in pages().items()}
    for which, page in outcome["hostile"].items():
        assert_harmless(page, kinds(outcome["harmless"][which]))
        assert scripts(page) == scripts(outcome["harmless"][which])


def test_no_string_adds_an_element_a_handler_or_an_address(folder, annotate):
    check([*SCRIPTS, *vectors("http://127.0.0.1:9/", "file:///etc/", "../secret/")], annotate)


@needs_shared
def test_no_collected_string_adds_an_element_a_handler_or_an_address(folder, annotate):
    naughty = json.loads((SUITE / "blns.json").read_text("utf-8"))
    injected = (SUITE / "h5sc-vectors.txt").read_text("utf-8").splitlines()
    strings = [string for string in (*naughty, *injected) if isinstance(string, str) and string.strip()]
    assert len(strings) > 500
    check(strings, annotate)


def audited(folder, *command):
    """Run a command line; return its exit code, what it said, and what each of its processes opened."""
    site, log = folder / "site", folder / "log"
    site.mkdir(exist_ok=True)
    log.unlink(missing_ok=True)
    (site / "sitecustomize.py").write_text(AUDIT.format(log=str(log)), "utf-8")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(site), *filter(None, sys.path)])}
    environment |= {"http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9"}
    line = (sys.executable, "-m", "annotate", *command)
    done = subprocess.run(line, capture_output=True, text=True, env=environment, check=False)
    return done, [json.loads(line) for line in log.read_text("utf-8").splitlines()]


def permitted(path, folder):
    """Whether a path is the project's, a program's, a font's, or what is kept of editions."""
    if path.isdigit() or path == os.devnull:  # a file that is open already; nothing
        return True
    resolved = (folder / "project" / path).resolve()
    cache = Path(os.environ["XDG_CACHE_HOME"], "annotate")
    ours = [folder / "project", folder / "site", cache, cache / "fonts", cache / "subsets"]
    ours += [resource_path("templates"), resource_path("schemas")]
    return any(resolved.is_relative_to(each.resolve()) for each in ours) or own(str(resolved))


def test_neither_process_opens_fetches_or_starts_anything_else(folder, listener):
    port, visits = listener
    strings = [*SCRIPTS, *vectors(f"http://127.0.0.1:{port}/", f"file://{folder}/secret/", "../secret/")]
    write_project(strings)
    done, events = audited(folder, "render", str(TEXT), "--draft", "--boilerplate", "--line-numbers", "page")
    assert done.returncode == 0, done.stderr
    assert Path("night.pdf").stat().st_size > 10_000
    assert len({process for process, *_ in events}) == 2, "the process that lays out was not heard"
    opened = {arguments[0] for _, event, arguments in events if event == "open"}
    assert {path for path in opened if not permitted(path, folder)} == set()
    others = {(event, arguments[0]) for _, event, arguments in events if event != "open"}
    # Python asks the system's own programs where a library of the system is.
    asked = {("subprocess.Popen", program) for program in ("/sbin/ldconfig", "ld")}
    assert others - asked == {("subprocess.Popen", sys.executable)}
    assert visits == []
    assert b"SECRET" not in Path("night.html").read_bytes()


def test_files_that_a_project_names_outside_its_folder_are_not_read(folder):
    write_project(["../secret/1"], laid_out=False)
    record = json.loads(Path("night.annotations.json").read_text("utf-8"))
    record["sources"][0]["copy"] = {"file": "../secret/5", "sha256": "0" * 64}
    Path("night.annotations.json").write_text(json.dumps(record), "utf-8")
    Path("link.png").symlink_to(folder / "secret" / "2")
    TEXT.write_bytes(TEXT.read_bytes().replace(b'url="../secret/1"', b'url="link.png"'))
    done, events = audited(folder, "render", str(TEXT), "--to", "html", "-o", "-")
    assert done.returncode in {0, 1}
    opened = {arguments[0] for _, event, arguments in events if event == "open"}
    assert {path for path in opened if "secret" in path} == set()


def test_a_theme_reaches_nothing_outside_its_folder(folder, listener):
    port, visits = listener
    write_project(["plain"])
    Path("theme").mkdir()
    Path("theme/theme.toml").write_text('title = "Bad"\ndescription = "Asks for what it may not have."\n', "utf-8")
    for address in (f"http://127.0.0.1:{port}/x.png", f"file://{folder}/secret/1", "../../secret/1"):
        for sheet in ("print.css", "screen.css"):
            Path("theme", sheet).write_text(f"h1 {{ background: url({address}) }}\n", "utf-8")
        done, events = audited(folder, "render", str(TEXT), "--theme", "theme")
        assert done.returncode in {1, 3}, done.stderr
        assert "error E" in done.stderr
        assert {arguments[0] for _, event, arguments in events if event == "open" and "secret" in arguments[0]} == set()
        assert not Path("night.pdf").exists()
    assert visits == []
