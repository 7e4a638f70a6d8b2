"""How the bibliography is sorted: keys without marks, accents and leading articles."""
# mypy cannot see into citeproc, so every base class here is Any to it.
# mypy: disable-error-code="misc, no-untyped-call"
# ruff: noqa: D102  (each class says what its methods do otherwise than citeproc-py's)

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from citeproc import model

from annotate.render.citations import marks
from annotate.render.citations.elements import Macros

if TYPE_CHECKING:
    from annotate.render.citations.cite import Cite


class Key(Macros, model.Key):
    """Sort keys without marks, accents and a title's leading article."""

    def sort_keys(self, items: list[Cite], context: Any) -> list[Any]:
        keys = []
        for item in items:
            item.start()
            item.sorting = True
            (key,) = super().sort_keys([item], context)
            item.sorting = False
            keys.append(None if key is None else _sortable(str(key), item))
        return keys


_ARTICLES = {
    "en": r"(?:the|an?)\s+", "de": r"(?:der|die|das|eine?)\s+", "fr": r"(?:l[ea]s?\s+|l['’]|une?\s+)",
    "es": r"(?:el|l[ao]s?|una?)\s+", "it": r"(?:il|l[aeo]|gli|i|una?|uno)\s+",
}  # fmt: skip


def _sortable(key: str, item: Cite) -> str:
    text = marks.sort_text(key)
    article = _ARTICLES.get(item.reference.language_tag[:2])
    # A name may begin like an article ("Le Carré, John"), so only a work without names is a title here.
    return re.sub(f"^{article}", "", text) if article and not item.reference.has_names else text
