"""All kinds of findings there are."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import walk_packages
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from annotate.diagnostics import Rule

_STAGES = ("read", "structure", "write", "attach", "render", "api")


@cache
def catalogue() -> tuple[Rule, ...]:
    """Return every rule of the program in the order of codes.

    They stand in the modules of each stage, and of the packages in it, whose name ends in `rules`, in `check.registry`
    and in `store`. All of them are loaded here, so only who asks for the catalogue pays for it. Raises ValueError where
    two rules claim one code: a mistake of ours that must not reach anyone.
    """
    by_code: dict[str, Rule] = {}
    for rule in (rule for module in _modules() for rule in module.RULES):
        if by_code.setdefault(rule.code, rule) is not rule:
            raise ValueError(f"the code {rule.code} is declared twice")
    return tuple(by_code[code] for code in sorted(by_code))


def _modules() -> Iterator[ModuleType]:
    for stage in _STAGES:
        package = import_module(f"annotate.{stage}")
        for found in walk_packages(package.__path__, f"{package.__name__}."):
            if found.name.endswith("rules"):
                yield import_module(found.name)
    yield import_module("annotate.check.registry")
    yield import_module("annotate.store")
