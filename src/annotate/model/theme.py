"""A theme: how an edition looks, and what it sets where nobody says otherwise."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

STANDARD = "standard"
"""The theme of an edition for which nobody names one."""
THEMES = (STANDARD, "scholarly", "reader", "classroom")
"""The themes that come with the tool, each a folder of `templates/themes`."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme, as its folder has it; without arguments, what every edition has without any.

    Attributes:
        name: the name of its folder.
        title: what it is called.
        description: for whom it is and what is particular about it, in a sentence or two.
        choices: what it sets where neither a person nor a project does, by the names of `edition_choices.CHOSEN`.
        questions: by kind of claim, what students are asked of each; no questions are printed if it is empty.
        print_css: rules for the PDF, which stand after those of every edition.
        screen_css: the same for the HTML page.
        files: its pictures and fonts by the addresses its rules have for them.
    """

    name: str = STANDARD
    title: str = ""
    description: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)
    questions: Mapping[str, str] = field(default_factory=dict)
    print_css: str = ""
    screen_css: str = ""
    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)
