"""What the parts of a book show of each font, put together.

The result depends on what is shown alone, not on how a part came to show it, so that the same glyphs give the same
fonts however a book was made.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from annotate.render.book.part import PartFont

_Value = TypeVar("_Value")


def joined_fonts(fonts: Iterable[PartFont]) -> tuple[PartFont, ...]:
    """Return each font once, with the glyphs of all that are it, sorted; of two texts for a glyph the first holds."""
    found: dict[str, PartFont] = {}
    for font in fonts:
        held = found.get(font.hash, font)
        found[font.hash] = replace(
            held,
            widths={**font.widths, **held.widths},
            to_unicode={**font.to_unicode, **held.to_unicode},
            missing={**font.missing, **held.missing},
        )
    return tuple(
        replace(font, widths=_sorted(font.widths), to_unicode=_sorted(font.to_unicode), missing=_sorted(font.missing))
        for _, font in sorted(found.items())
    )


def _sorted(values: Mapping[int, _Value]) -> dict[int, _Value]:
    return dict(sorted(values.items()))
