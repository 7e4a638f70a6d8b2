"""How an edition is to be set: what a person says, else the project, else the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotate.api.settings import settings_for
from annotate.api.validate_files import folder_of
from annotate.model.edition_choices import Choices

if TYPE_CHECKING:
    from pathlib import Path


def choices_for(text: Path, **said: Any) -> Choices:
    """Return the choices for the text at a path; `said` are those a person made, by field, None where they did not.

    Raises InputRefused for settings of its project that cannot be read (F160 to F165).
    """
    project = {name.replace("-", "_"): word for name, word in settings_for(folder_of(text)).edition.items()}
    return Choices(**{**project, **{name: word for name, word in said.items() if word is not None}})
