"""Regular expressions that are compiled when they are first used, so that a start pays only for those it meets."""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast


def lazy_pattern(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what behaves as `re.compile(source, flags)` does, but compiles at the first use of it.

    Its methods and attributes are those of `re.Pattern`; the functions of `re` do not take it for one. Reading
    `pattern` compiles nothing. A mistake in `source` is raised at the first use, as `re.error`.
    """
    return cast("re.Pattern[AnyStr]", _LazyPattern(source, flags))


_METHODS = ("match", "search", "fullmatch", "finditer", "findall", "sub", "subn", "split")
_FACTS = ("flags", "groups", "groupindex")


class _LazyPattern:
    """A source until an attribute is asked for; then the compiled pattern's own methods stand in the slots."""

    __slots__ = (*_METHODS, *_FACTS, "_wanted", "pattern")

    def __init__(self, source: str | bytes, flags: int) -> None:
        self.pattern = source
        self._wanted = flags

    def __getattr__(self, name: str) -> Any:
        # Only asked for what the slots do not hold, so that each further use costs as much as of `re.Pattern`.
        if name not in _METHODS and name not in _FACTS:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._wanted)
        for attribute in (*_METHODS, *_FACTS):
            setattr(self, attribute, getattr(compiled, attribute))
        return getattr(compiled, name)

    def __repr__(self) -> str:
        return f"lazy_pattern({self.pattern!r}, {self._wanted!r})"
