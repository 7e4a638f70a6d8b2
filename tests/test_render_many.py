"""Several texts rendered by one command: the same files and words for any number of processes, failures told apart."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from annotate.api import render_many
from annotate.api.render_many import HowToRender, render_all
from annotate.api.texts_to_render import TextToRender

HTML = ("--to", "html")


@pytest.fixture
def texts(tmp_path, monkeypatch, annotate):
    """A folder with three texts, one of them in a folder below and with a claim, and one file that is no text."""
    monkeypatch.chdir(tmp_path)
    for name in ("lamp", "mill", "series/bridge"):
        path = Path("reviews", f"{name}.txt")
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text(f"The {path.stem.title()}\n\nBy Nora Fenn\n\nIt was shot in eleven days, in rain.\n", "utf-8")
    annotate("parse", "-q", "reviews", code=0)
    annotate("claim", "add", "reviews/series/bridge.xml", "shot in eleven days", code=0)
    Path("reviews/other.xml").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", "utf-8")
    return tmp_path


def files_in(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in Path(folder).rglob("*") if path.is_file()}


def test_a_folder_stands_for_all_texts_in_it_and_below(texts, annotate):
    _, out, err = annotate("render", "reviews", *HTML, code=0)
    assert out == ""
    assert err.splitlines() == [
        "reviews/lamp.xml: written to reviews/lamp.html",
        "reviews/mill.xml: written to reviews/mill.html",
        "reviews/series/bridge.xml: written to reviews/series/bridge.html",
        "3 of 3 texts rendered",
    ]


def test_a_text_with_errors_is_rendered_and_their_number_told(texts, annotate):
    record = Path("reviews/series/bridge.annotations.json")
    record.write_text(record.read_text("utf-8").replace('"unreviewed"', '"supported"'), "utf-8")
    _, _, err = annotate("render", "reviews/series/bridge.xml", *HTML, code=0)
    assert "the checks find an error here; see “annotate validate reviews/series/bridge.xml”" in err


def test_folders_are_mirrored_where_the_editions_go(texts, annotate):
    annotate("render", "reviews", *HTML, "-o", "editions", code=0)
    assert set(files_in("editions")) == {"lamp.html", "mill.html", "series/bridge.html"}


def test_a_pattern_stands_for_the_texts_it_fits(texts, annotate):
    _, _, err = annotate("render", "reviews/**/*i*.xml", *HTML, "-o", "editions", code=0)
    assert err.endswith("2 of 2 texts rendered\n")
    assert set(files_in("editions")) == {"mill.html", "bridge.html"}


def test_any_number_of_processes_gives_the_same_files_and_words(texts, annotate):
    named = ("reviews/mill.xml", "reviews/none.xml", "reviews")
    told = {}
    for jobs in ("1", "2", "3"):
        told[jobs] = annotate("render", *named, *HTML, "--fresh", "--jobs", jobs, "-o", "out", code=1)
        told[jobs] += (files_in("out"),)
        for path in Path("out").rglob("*.html"):
            path.unlink()
    assert told["1"] == told["2"] == told["3"]
    assert "reviews/none.xml:1:1: error F101" in told["1"][2]
    assert told["1"][2].endswith("3 of 4 texts rendered\n")


def test_what_is_unchanged_is_said_to_be(texts, annotate):
    annotate("render", "reviews", *HTML, code=0)
    _, _, err = annotate("render", "reviews", *HTML, code=0)
    assert err.splitlines()[-2:] == [
        "reviews/series/bridge.xml: unchanged",
        "3 of 3 texts rendered, 3 of them unchanged",
    ]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_one_that_fails_does_not_stop_the_others_and_the_gravest_code_counts(jobs, texts, annotate):
    Path("reviews/mill.xml").write_text("<TEI xmlns='http://www.tei-c.org/ns/1.0'", "utf-8")
    Path("out").mkdir()
    Path("out/lamp.html").mkdir()  # nothing can be written in its place
    code, _, err = annotate("render", "reviews", *HTML, "-o", "out", "--jobs", jobs)
    assert code == 3
    assert "out/lamp.html:1:1: error F301" in err
    assert "reviews/mill.xml:1:" in err
    assert err.endswith("1 of 3 texts rendered\n")
    assert set(files_in("out")) == {"series/bridge.html"}


def test_of_two_texts_with_one_edition_the_second_is_refused(texts, annotate):
    Path("essays").mkdir()
    Path("essays/lamp.xml").write_bytes(Path("reviews/lamp.xml").read_bytes())
    code, _, err = annotate("render", "reviews/lamp.xml", "essays/lamp.xml", *HTML, "-o", "out")
    assert code == 1
    assert "essays/lamp.xml:1:1: error E330 its edition would be written to out/lamp" in err
    assert err.endswith("1 of 2 texts rendered\n")


def test_a_text_that_is_named_twice_is_rendered_once(texts, annotate):
    _, _, err = annotate("render", "reviews/lamp.xml", "reviews/../reviews/lamp.xml", *HTML, code=0)
    assert err.endswith("1 of 1 texts rendered\n")


@pytest.mark.parametrize("where", ["empty", "reviews/*.tei"])
def test_a_folder_or_pattern_without_texts_is_refused(where, texts, annotate):
    Path("empty").mkdir()
    _, _, err = annotate("render", where, *HTML, code=1)
    assert f"{where}:1:1: error E331" in err


@pytest.mark.parametrize("options", [("-o", "-", *HTML), ("-o", "all.pdf"), ("--annotations", "a.annotations.json")])
def test_what_fits_one_text_only_is_refused_for_several(options, texts, misuse):
    assert "one" in misuse("render", "reviews", *options)


def test_quiet_says_only_what_was_found(texts, annotate):
    _, out, err = annotate("render", "-q", "reviews", "reviews/none.xml", *HTML, code=1)
    assert out == ""
    assert err.startswith("reviews/none.xml:1:1: error F101")
    assert len(err.splitlines()) == 2
    assert annotate("render", "-q", "reviews/lamp.xml", *HTML, code=0)[1:] == ("", "")


def test_each_text_has_the_settings_of_its_own_project(texts, annotate):
    Path("reviews/series/annotate.toml").write_text('[edition]\nstyle = "chicago18"\n', "utf-8")
    code, _, err = annotate("render", "reviews", *HTML)
    assert code == 1
    assert "reviews/series/annotate.toml:2:" in err
    assert err.endswith("2 of 3 texts rendered\n")


HERE = os.getpid()
render_really = render_many._render


def starved(one, how):
    """Render, but let the system end the process, as for want of memory, where a text is asked for a second process."""
    if os.getpid() != HERE and one.text.stem == "mill":
        os.kill(os.getpid(), signal.SIGKILL)
    return render_really(one, how)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere processes are not forked, and load the module anew")
def test_a_process_that_the_system_ends_costs_no_edition(texts, monkeypatch):
    monkeypatch.setattr(render_many, "_render", starved)
    jobs = [TextToRender(Path("reviews", name)) for name in ("lamp.xml", "mill.xml", "series/bridge.xml")]
    done = list(render_all(jobs, HowToRender(("html",)), 2))
    assert [one.text.stem for one in done] == ["lamp", "mill", "bridge"]
    assert all(one.code == 0 and one.written for one in done)


def _running(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (OSError, IndexError):
        return False


@pytest.mark.skipif(sys.platform != "linux", reason="processes are looked up in /proc")
@pytest.mark.parametrize("ended_by", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_whoever_ends_it_leaves_no_process_and_no_half_edition(ended_by, texts):
    for name in ("lamp", "mill"):  # each takes some ten seconds to lay out
        path = Path("reviews", f"{name}.xml")
        long = "<p>It was shot in eleven days, in rain, by people who had never seen a mill burn.</p>" * 2_000
        path.write_text(path.read_text("utf-8").replace("</body>", f"{long}</body>"), "utf-8")
    command = [sys.executable, "-m", "annotate", "render", "reviews", "--to", "pdf", "--jobs", "2", "-o", "out"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True) as process:
        below: set[int] = set()
        while not below and process.poll() is None:
            children = _children(process.pid)
            below = {each for child in children for each in _children(child)}
            time.sleep(0.05)
        (os.killpg if ended_by is signal.SIGINT else os.kill)(process.pid, ended_by)
        process.wait(60)
    assert below
    assert len(children) == 2
    for _ in range(200):
        if not any(map(_running, children | below)):
            break
        time.sleep(0.1)
    assert not any(map(_running, children | below))
    assert not Path("out").exists() or files_in("out") == {}


def _children(pid):
    try:
        return {int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()}
    except OSError:
        return set()


@pytest.mark.parametrize("terminal", [True, False])
def test_progress_is_shown_on_a_terminal_alone(terminal, texts, monkeypatch, annotate):
    monkeypatch.setattr("annotate.cli.rendering.is_terminal", lambda: terminal)
    _, _, err = annotate("render", "reviews", *HTML, code=0)
    assert ("1 of 3 texts" in err) == terminal
    assert err.endswith("3 of 3 texts rendered\n")
