"""Two branches of a real git repository: annotations merge by id and field, and nothing goes without a trace."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from annotate.api.load import load_annotations
from tests.surroundings import SAMPLES

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not at hand")
FILE = Path("essay.annotations.json")


def git(*arguments, code=0):
    made = subprocess.run(["git", *arguments], capture_output=True, text=True, check=False)
    assert made.returncode == code, made.stdout + made.stderr
    return made.stdout + made.stderr


@pytest.fixture
def repository(tmp_path, monkeypatch, annotate):
    """A repository with a text and its claims, on the branch main, that knows how to merge."""
    (tmp_path / "home").mkdir()
    for name, value in {
        "HOME": str(tmp_path / "home"),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "Ada Quill",
        "GIT_AUTHOR_EMAIL": "ada@example.org",
        "GIT_COMMITTER_NAME": "Ada Quill",
        "GIT_COMMITTER_EMAIL": "ada@example.org",
    }.items():
        monkeypatch.setenv(name, value)
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "the project's folder"
    folder.mkdir()
    monkeypatch.chdir(folder)
    git("init", "-q", "-b", "main")
    shutil.copy(SAMPLES / "train-essay.xml", "essay.xml")
    annotate("init", "--git", code=0)
    annotate("claim", "add", "essay.xml", "The lamps go", code=0)
    annotate("claim", "add", "essay.xml", "ladies scream", code=0)
    git("add", ".")
    git("commit", "-qm", "Begin")
    return folder


def commit(message):
    git("commit", "-qam", message)


def claims():
    return load_annotations(FILE).annotations.claims


def branched(annotate, other, ours):
    """Run a command on a branch of its own, then another on main."""
    git("checkout", "-qb", "theirs")
    annotate(*other, code=0)
    commit("Theirs")
    git("checkout", "-q", "main")
    annotate(*ours, code=0)
    commit("Mine")


def test_what_git_needs_is_set_up_once_and_nothing_of_a_person_is_lost(repository, annotate):
    whole = b"*.txt text\r\nlibrary.json merge=annotate\r\n*.annotations.json merge=annotate\r\n*.pdf binary"
    Path(".gitattributes").write_bytes(whole)
    Path(".gitignore").unlink()
    _, out, _ = annotate("init", "--git", "--dry-run", code=0)
    assert ".gitignore" in out
    assert not Path(".gitignore").exists()
    annotate("init", "--git", code=0)
    assert Path(".gitattributes").read_bytes() == whole
    Path(".gitattributes").write_bytes(b"*.txt text\r\nlibrary.json merge=annotate")
    annotate("init", "--git", code=0)
    expected = b"*.txt text\r\nlibrary.json merge=annotate\r\n*.annotations.json merge=annotate\r\n"
    assert Path(".gitattributes").read_bytes() == expected
    _, out, err = annotate("init", "--git", code=0)
    assert out == ""
    assert "already" in err


def test_a_folder_of_the_repository_sets_up_the_whole_of_it(repository, annotate):
    Path("essays").mkdir()
    Path(".gitattributes").unlink()
    annotate("init", "essays", "--git", code=0)
    assert Path(".gitattributes").is_file()
    assert not Path("essays/.gitattributes").exists()


def test_outside_a_repository_nothing_is_set_up(tmp_path, monkeypatch, annotate, misuse):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    _, _, err = annotate("init", tmp_path, "--git", code=1)
    assert "F144" in err
    assert list(tmp_path.iterdir()) == []
    assert misuse("init", tmp_path) == "Say what to set up: --git."


def test_locks_and_journals_stay_out_of_the_repository(repository):
    assert git("status", "--short") == ""
    tracked = git("ls-files").split()
    assert sorted(tracked) == [".gitattributes", ".gitignore", "essay.annotations.json", "essay.xml"]


def test_branches_that_change_different_things_merge_cleanly(repository, annotate):
    first, second = (claim.id for claim in claims())
    branched(
        annotate,
        ("claim", "edit", "essay.xml", first, "--kind", "interpretive", "--tag", "panic"),
        ("claim", "edit", "essay.xml", first, "--certainty", "doubtful", "--tag", "myth"),
    )
    git("merge", "-q", "theirs", "-m", "Merge")
    merged = {claim.id: claim for claim in claims()}
    assert merged.keys() == {first, second}
    assert (merged[first].kind, merged[first].certainty) == ("interpretive", "doubtful")
    assert set(merged[first].tags) == {"panic", "myth"}
    assert git("status", "--short") == ""
    annotate("validate", "essay.xml", code=0)


def test_branches_that_change_the_same_field_stop_the_merge_until_it_is_settled(repository, annotate):
    first = claims()[0].id
    branched(
        annotate,
        ("claim", "edit", "essay.xml", first, "--kind", "interpretive"),
        ("claim", "edit", "essay.xml", first, "--kind", "evaluative"),
    )
    told = git("merge", "theirs", "-m", "Merge", code=1)
    assert f'error C140 {first} kind: mine says "evaluative", theirs says "interpretive"' in told
    assert "essay.annotations.json:" in told
    assert git("status", "--short") == "UU essay.annotations.json\n"
    annotate("validate", "essay.xml", code=1)
    annotate("conflict", "settle", "essay.xml", first, "--theirs", code=0)
    git("add", "essay.annotations.json")
    git("commit", "-qm", "Merge")
    assert {claim.id: claim.kind for claim in claims()}[first] == "interpretive"
    annotate("validate", "essay.xml", code=0)


def test_a_file_that_both_branches_have_begun_is_merged_without_a_base(repository, annotate):
    shutil.copy("essay.xml", "other.xml")
    git("add", "other.xml")
    commit("A second text")
    branches = {"theirs": "The lamps go", "main": "ladies scream"}
    for branch, quote in branches.items():
        git("checkout", "-q", *(["-b"] if branch == "theirs" else []), branch)
        annotate("claim", "add", "other.xml", quote, "--note", branch, code=0)
        git("add", "other.annotations.json")
        commit(branch)
    # Seeded ids are the same on both branches; of two people they would not be.
    git("merge", "theirs", "-m", "Merge", code=1)
    merged = load_annotations(Path("other.annotations.json")).annotations
    kept = {str(conflict.theirs) for conflict in merged.conflicts} | {claim.note for claim in merged.claims}
    assert {"theirs", "main"} <= kept


def test_a_branch_on_which_the_file_was_spoilt_is_merged_line_by_line_and_not_passed_over(repository, annotate):
    git("checkout", "-qb", "theirs")
    FILE.write_text(FILE.read_text("utf-8").replace('"kind": "factual"', '"kind": factual', 1), "utf-8")
    commit("Theirs")
    git("checkout", "-q", "main")
    annotate("claim", "edit", "essay.xml", claims()[0].id, "--kind", "evaluative", code=0)
    commit("Mine")
    told = git("merge", "theirs", "-m", "Merge", code=1)
    assert "F143" in told
    assert "F204" in told
    left = FILE.read_text("utf-8")
    assert "<<<<<<< mine" in left
    assert '"kind": factual' in left
    assert '"kind": "evaluative"' in left


def test_a_clone_that_was_not_set_up_falls_back_on_gits_own_merge_of_lines(repository, annotate):
    git("config", "--local", "--remove-section", "merge.annotate")
    first = claims()[0].id
    branched(
        annotate,
        ("claim", "edit", "essay.xml", first, "--kind", "interpretive"),
        ("claim", "edit", "essay.xml", first, "--kind", "evaluative"),
    )
    git("merge", "theirs", "-m", "Merge", code=1)
    assert "<<<<<<<" in FILE.read_text("utf-8")


def test_a_rebase_of_commits_is_merged_in_the_same_way(repository, annotate):
    first, second = (claim.id for claim in claims())
    branched(
        annotate,
        ("claim", "edit", "essay.xml", first, "--kind", "interpretive"),
        ("claim", "edit", "essay.xml", first, "--certainty", "doubtful"),
    )
    git("rebase", "-q", "theirs")
    merged = {claim.id: claim for claim in claims()}[first]
    assert (merged.kind, merged.certainty) == ("interpretive", "doubtful")
    assert {claim.id for claim in claims()} == {first, second}


def test_the_library_of_a_project_is_merged_by_its_entries_too(repository, annotate):
    Path("library.json").write_text('{"format": 1}', "utf-8")
    add = ("source", "add", "essay.xml", "--library", "--type", "book", "--id")
    annotate(*add, "hall-1927", "--title", "The Screen", code=0)
    git("add", ".")
    commit("A library")
    change = ("source", "edit", "essay.xml", "hall-1927", "--library", "--title")
    branched(annotate, (*change, "The Screen Today"), (*add, "holm-1931", "--title", "Bridges"))
    git("merge", "-q", "theirs", "-m", "Merge")
    assert '"The Screen Today"' in Path("library.json").read_text("utf-8")
    assert '"Bridges"' in Path("library.json").read_text("utf-8")
    git("branch", "-D", "theirs")
    branched(annotate, (*change, "Screens"), (*change, "The Silent Screen"))
    assert "error C140 hall-1927 title" in git("merge", "theirs", "-m", "Merge", code=1)
    annotate("validate", "library.json", code=1)
    annotate("conflict", "settle", "essay.xml", "hall-1927", "--theirs", "--library", code=0)
    assert '"Screens"' in Path("library.json").read_text("utf-8")
    annotate("validate", "library.json", code=0)
