"""The E rules: what can go wrong while an edition is made."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity

STYLE_UNKNOWN = Rule(
    "E101",
    Severity.ERROR,
    "The citation style is not known",
    'the citation style "{style}" is not known',
    "use one of: {known}",
    bad='style = "apa6"',
    good='style = "apa"',
)
SOURCE_NOT_FORMATTED = Rule(
    "E102",
    Severity.WARNING,
    "A source could not be formatted in the citation style",
    'the source "{source}" could not be formatted in the style "{style}" and is listed plainly: {reason}',
    "check the type, title, names and dates of the source, or choose another style",
    bad='{"id": "clip", "type": "document"}',
    good='{"id": "clip", "type": "document", "title": "A clip from the newsreel"}',
)

RULES: tuple[Rule, ...] = (STYLE_UNKNOWN, SOURCE_NOT_FORMATTED)
