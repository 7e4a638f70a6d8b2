"""What can be wrong with the place in a source that evidence names (codes S143 and S144)."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity


def _locator(label: str, value: str, source: str = "") -> str:
    locator = f'"locator": {{"label": "{label}", "value": "{value}"}}'
    return f'{{{source}"claims": [{{"id": "c-7k2m9x", "evidence": [{{"id": "e-4hq8rz", {locator}}}]}}]}}'


_THIRD = '"sources": [{"id": "weekly-1925", "volume": "3"}], '
ILL_FORMED = Rule(
    "S143",
    Severity.WARNING,
    "locator that cannot be",
    "the {label} {value} of evidence {id} cannot be: {reason}",
    "write numbers and ranges alone: 12, 12-14, xii-xiv, 12, 20-22",
    bad=_locator("page", "14-12"),
    good=_locator("page", "12-14"),
)
ELSEWHERE = Rule(
    "S144",
    Severity.WARNING,
    "locator outside the source",
    "evidence {id} gives {label} {value} of {source}, which is {label} {known}",
    "mend the locator, or the {field} of the source",
    bad=_locator("volume", "4", _THIRD),
    good=_locator("volume", "3", _THIRD),
)
RULES = (ILL_FORMED, ELSEWHERE)
