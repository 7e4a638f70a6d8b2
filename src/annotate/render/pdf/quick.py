"""Puts better code in WeasyPrint's place, in a process of its own: quicker, and without losing notes.

Written for one version, whose own functions it replaces or calls; with another, WeasyPrint is left as it is.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeAlias

import weasyprint

from annotate.render.notes import footnote_mends
from annotate.render.notes import footnotes as footnote_layout
from annotate.render.pdf import page_lookups, style_lookups
from annotate.render.pdf import writing as pdf_writing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Replacement: TypeAlias = "tuple[Any, str, Any]"
"""A module or class, the name of something in it, and what is to stand there."""
VERSION = "70."
"""How the versions begin that this is written for."""
_NEW_OBJECTS = 50_000  # that are made before Python looks which of them can go; some 10 MiB


def install(more: Sequence[Replacement] = ()) -> None:
    """Replace for good, and `more` than speed asks for; meant for a process that makes one PDF."""
    if weasyprint.__version__.startswith(VERSION):
        for owner, name, replacement in (*all_replacements(), *more):
            setattr(owner, name, replacement)
    # Boxes and styles stay until the end: to look through all of them for what can go, again and again, is vain.
    gc.freeze()
    gc.set_threshold(_NEW_OBJECTS)


@contextmanager
def replaced(replacements: Sequence[Replacement]) -> Iterator[None]:
    """Replace as long as the context lasts."""
    originals = [(owner, name, vars(owner)[name]) for owner, name, _ in replacements]
    try:
        for owner, name, replacement in replacements:
            setattr(owner, name, replacement)
        yield
    finally:
        for owner, name, original in originals:
            setattr(owner, name, original)


def all_replacements() -> list[Replacement]:
    """Return all that `install` replaces."""
    modules = (footnote_layout, footnote_mends, page_lookups, pdf_writing, style_lookups)
    return [replacement for module in modules for replacement in module.replacements()]
