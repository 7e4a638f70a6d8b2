"""How a paragraph is set apart from those around it: by type, capitals, a number, a sign before it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.model.source import Form

if TYPE_CHECKING:
    from annotate.structure.draft import Draft


class Setting(StrEnum):
    """A way to set a paragraph apart."""

    PLAIN = "plain"
    HEADING = "as a heading"
    QUOTATION = "as a block quotation"
    ITEM = "as a list item"
    STRESSED = "in bold or italic type"
    CAPITALS = "in capitals"
    NUMBERED = "with a number"
    DASHED = "with a dash"
    ANGLED = "with an angle bracket"
    QUOTED = "in quotation marks"
    ABOVE = "on the line above its answer"


_FORMS = {Form.HEADING: Setting.HEADING, Form.QUOTATION: Setting.QUOTATION, Form.ITEM: Setting.ITEM}
_DASH = lazy_pattern(r"(?:[—―]|–|-|--)\s?(?=\S)")
_NUMBER = lazy_pattern(r"\(?(?:Q(?:uestion)?\s?)?\d{1,3}(?:[.):]|\s[–—-])\s+\S")
_QUOTED = lazy_pattern(r"“[^”]*”|\"[^\"]*\"|«[^»]*»")


def setting_of(draft: Draft) -> Setting:
    """Return how a block is set apart; a sign tells more than type, since type may stress anything."""
    text = draft.text
    if draft.form in _FORMS:
        return _FORMS[draft.form]
    if text[0] in "—―–-" and _DASH.match(text):
        return Setting.DASHED
    if text[0] == ">":
        return Setting.ANGLED
    if (text[0].isdigit() or text[0] in "(Q") and _NUMBER.match(text):
        return Setting.NUMBERED
    if draft.stressed:
        return Setting.STRESSED
    if text.isupper() and draft.words > 1:
        return Setting.CAPITALS
    if text[0] in '“"«' and _QUOTED.fullmatch(text):
        return Setting.QUOTED
    return Setting.PLAIN
