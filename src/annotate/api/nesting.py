"""What is nested too deeply for an edition, said as a finding."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from annotate.errors import WorkFailed
from annotate.render.rules import NESTED_TOO_DEEPLY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def nesting_named(text: Path) -> Iterator[None]:
    """Raise WorkFailed (E309) where what is made of a text comes to Python's limit on calls within one another.

    Elements within one another reach it before they reach that of XML.
    """
    try:
        yield
    except RecursionError:
        raise WorkFailed(NESTED_TOO_DEEPLY.at(text)) from None
