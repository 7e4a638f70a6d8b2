"""A locator as a person writes it, `page:12`, to what the record holds."""

from __future__ import annotations

from difflib import get_close_matches

from annotate.model.annotation import Locator
from annotate.model.csl import LOCATOR_LABELS
from annotate.model.locator_value import fault


def locator_of(value: str) -> Locator:
    """Return the locator that `page:12` or `timestamp:00:43:12` names: a CSL label and its value.

    Raises ValueError, with a sentence for the person: there is no value, an unknown label, or a value that cannot be.
    """
    label, _, rest = value.partition(":")
    label, rest = label.strip().lower(), rest.strip()
    if not rest:
        raise ValueError(f"“{value}” is not LABEL:VALUE, such as page:12 or timestamp:00:43:12")
    if label not in LOCATOR_LABELS:
        near = get_close_matches(label, LOCATOR_LABELS, 1)
        hint = f"did you mean “{near[0]}”?" if near else f"the labels are {', '.join(LOCATOR_LABELS)}"
        raise ValueError(f"there is no locator label “{label}”; {hint}")
    locator = Locator(label, rest)
    if reason := fault(locator):
        raise ValueError(f"“{value}” cannot be a place in a source: {reason}")
    return locator
