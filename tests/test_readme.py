"""The example of the README is what a newcomer types; it works as it stands there."""

import re
import shlex
import shutil

from tests.surroundings import ROOT, SAMPLES


def test_the_example_of_the_readme_works_line_by_line(tmp_path, monkeypatch, annotate):
    example = (ROOT / "README.md").read_text("utf-8").partition("## An example")[2].partition("\n## ")[0]
    indented = "\n".join(line[4:] for line in example.splitlines() if line.startswith("    "))
    commands = [shlex.split(line) for line in indented.replace("\\\n", " ").splitlines() if line.strip()]
    shutil.copy(SAMPLES / "general-review.txt", tmp_path / "review.txt")
    monkeypatch.chdir(tmp_path)
    assert len(commands) >= 7
    for program, *arguments in commands:
        assert program == "annotate"
        annotate(*arguments, code=0)
    assert {path.name for path in tmp_path.iterdir()} >= {
        "review.xml",
        "review.annotations.json",
        "review.html",
        "review.pdf",
    }


def test_the_readme_names_every_command_a_newcomer_meets():
    readme = (ROOT / "README.md").read_text("utf-8")
    assert "make demo" in readme
    assert "make test" in readme
    assert re.search(r"\]\(docs/commands\.md\)", readme)
