"""How an edition is to be set: what a person says, else the project, else the theme."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from annotate.api import render_rules as rules
from annotate.api.settings import settings_for
from annotate.api.themes import theme_named
from annotate.api.validate_files import folder_of
from annotate.errors import InputRefused
from annotate.model.edition_choices import SIDE_PAGES, Choices
from annotate.model.theme import STANDARD


def choices_for(text: Path, *, theme: str | None = None, **said: Any) -> Choices:
    """Return the choices for the text at a path; `said` are those a person made, by field, None where they did not.

    `theme` is one of THEMES or a folder, as seen from here; one that the project names is seen from its settings.
    Keys by line number the lines, by page unless somebody says otherwise. Raises InputRefused for settings that cannot
    be read (F160 to F165) and for a theme that cannot (E401 to E404).
    """
    settings = settings_for(folder_of(text))
    project = dict(settings.edition)
    named = str(project.pop("theme", STANDARD))
    chosen = theme_named(theme) if theme else theme_named(named, Path(settings.path).parent, named_in=settings.path)
    words: dict[str, Any] = {name.replace("-", "_"): word for name, word in {**chosen.choices, **project}.items()}
    words |= {name: word for name, word in said.items() if word is not None}
    if words.get("keys") == "line" and words.get("line_numbers", "none") == "none":
        words["line_numbers"] = "page"
    return Choices(chosen, **words)


def refuse_narrow_page(choices: Choices, text: Path) -> None:
    """Raise InputRefused (E332) where a PDF should have notes in a margin too narrow for them."""
    if choices.beside and choices.page not in SIDE_PAGES:
        raise InputRefused(rules.PAGE_TOO_NARROW.at(str(text), page=choices.page, pages=", ".join(SIDE_PAGES)))
