"""A pattern that is compiled late does what a compiled one does, and each one of the program compiles."""

import importlib
import pkgutil
import re

import pytest

import annotate
from annotate.lazy_pattern import lazy_pattern


@pytest.mark.parametrize("flags", [0, re.IGNORECASE, re.IGNORECASE | re.MULTILINE])
def test_it_finds_what_a_compiled_one_finds(flags: int) -> None:
    source, text = r"^(?P<first>[a-z]+)\s(reel)", "Last reel\nfirst REEL\nlost reel"
    late, soon = lazy_pattern(source, flags), re.compile(source, flags)
    for method in ("search", "match", "fullmatch"):
        assert str(getattr(late, method)(text, 10)) == str(getattr(soon, method)(text, 10))
    assert [found.span() for found in late.finditer(text)] == [found.span() for found in soon.finditer(text)]
    assert late.findall(text) == soon.findall(text)
    assert late.sub(r"\2", text, count=1) == soon.sub(r"\2", text, count=1)
    assert late.split(text) == soon.split(text)
    assert (late.pattern, late.flags, late.groups) == (soon.pattern, soon.flags, soon.groups)
    assert late.groupindex == soon.groupindex


def test_it_works_on_bytes() -> None:
    assert lazy_pattern(rb"\d+").findall(b"reel 4 of 12") == [b"4", b"12"]


def test_a_mistake_is_raised_at_the_first_use() -> None:
    late = lazy_pattern("(")
    with pytest.raises(re.error):
        late.match("reel")


def test_it_has_nothing_that_a_compiled_one_lacks() -> None:
    with pytest.raises(AttributeError):
        lazy_pattern("reel").reel  # type: ignore[attr-defined]  # noqa: B018


def test_every_late_pattern_of_the_program_compiles() -> None:
    late = type(lazy_pattern(""))
    names = [module.name for module in pkgutil.walk_packages(annotate.__path__, "annotate.")]
    patterns = [
        value
        for name in names
        if not name.endswith("__main__")
        for value in vars(importlib.import_module(name)).values()
        if isinstance(value, late)
    ]
    assert patterns
    for pattern in patterns:
        assert pattern.groups >= 0
