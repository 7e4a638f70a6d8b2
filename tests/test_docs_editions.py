"""The worked example of `docs/editions.md` works as it stands there."""

import re
import shlex

from tests.surroundings import ROOT

PAGE = (ROOT / "docs" / "editions.md").read_text("utf-8")
FENCES = re.compile(r"^```(text|console) ?(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_the_example_works_line_by_line_and_makes_what_it_says(tmp_path, monkeypatch, annotate):
    monkeypatch.chdir(tmp_path)
    for kind, name, content in FENCES.findall(PAGE):
        if kind == "text":
            (tmp_path / name).write_text(content, "utf-8")
            continue
        for command, shown in re.findall(r"^\$ annotate (.*)\n((?:(?!\$ ).*\n)*)", content, re.MULTILINE):
            _, out, _ = annotate(*shlex.split(command), code=0)
            assert [line.rstrip() for line in out.splitlines()] == shown.splitlines(), command
    assert (tmp_path / "for-the-printer.pdf").read_bytes().startswith(b"%PDF-")
    assert 'id="c-8z9v70"' in (tmp_path / "lamp.html").read_text("utf-8")


def test_every_page_size_is_named(annotate):
    _, out, _ = annotate("render", "--help", code=0)
    sizes = re.search(r"--page \[([^\]]*)\]", out.replace("\n", " "))
    assert sizes is not None
    assert all(size.strip().casefold() in PAGE.casefold() for size in sizes[1].split("|"))
