"""What all tests share: hermetic surroundings, the command line as a function, real texts where they are at hand."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("thorough", parent=settings.get_profile("house"), max_examples=5000)
settings.load_profile("house")


_CUT_FONTS = frozenset({"fonts", "subsets"})


@pytest.fixture(scope="session")
def _cache(tmp_path_factory):
    """A cache of this run, with the fonts that were cut before: they take seconds, and hold nothing of a test."""
    named = Path(os.environ.get("XDG_CACHE_HOME", ""))
    users = named if named.is_absolute() else Path.home() / ".cache"
    cache = tmp_path_factory.mktemp("cache")
    (cache / "annotate").mkdir()
    for kind in _CUT_FONTS:
        (users / "annotate" / kind).mkdir(parents=True, exist_ok=True)
        (cache / "annotate" / kind).symlink_to(users / "annotate" / kind, target_is_directory=True)
    return cache


@pytest.fixture(autouse=True)
def _hermetic(monkeypatch, _cache):
    """Give each test fixed ids and times, nobody's settings, and a cache that holds nothing but fonts."""
    for kind in (_cache / "annotate").iterdir():
        if kind.name not in _CUT_FONTS:
            shutil.rmtree(kind)
    monkeypatch.setenv("XDG_CACHE_HOME", str(_cache))
    for name in list(os.environ):
        if name.startswith("ANNOTATE_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("ANNOTATE_SEED", "1")
    monkeypatch.setenv("ANNOTATE_USER", "Ada Quill")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


@pytest.fixture
def annotate(capfd):
    """Run a command line in this process; give its exit code, stdout and stderr."""
    from annotate.cli.main import run

    def call(*arguments, code=None):
        capfd.readouterr()
        exit_code = run([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        assert "Traceback" not in err
        assert "internal error" not in err, err
        if code is not None:
            assert exit_code == code, f"exit code {exit_code}\n{out}\n{err}"
        return exit_code, out, err

    return call


@pytest.fixture
def misuse(annotate):
    """Run a command line that makes no sense; give what it is told, without the usage above it.

    A command or option that does not exist is none of the mistakes a test is about: it would hide the one that is.
    """

    def call(*arguments):
        _, out, err = annotate(*arguments, code=2)
        assert out == ""
        assert "No such " not in err, err
        return err.partition("Error: ")[2].strip()

    return call
