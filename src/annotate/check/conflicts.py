"""The conflicts that merging left in a file: each is an error until somebody has settled it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from annotate.check import conflict_rules as rules
from annotate.match.excerpt import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotate.check.subject import Subject
    from annotate.diagnostics import Finding
    from annotate.model.conflict import Conflict

RULES = rules.RULES
_LONG = 100
"""Code points of a value that a finding shows."""


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each conflict that is not settled (C140), or is about what is not there (C141)."""
    ids = subject.annotations.ids()
    for index, conflict in enumerate(subject.annotations.conflicts):
        name = conflict.record or "text"
        if conflict.record is not None and conflict.record not in ids:
            yield subject.finding(rules.CONFLICT_WITHOUT_RECORD, "conflicts", index, id=name)
            continue
        mine, theirs = _sides(conflict)
        what = f"{name} {conflict.field}" if conflict.field else name
        yield subject.finding(rules.UNSETTLED, "conflicts", index, what=what, id=name, mine=mine, theirs=theirs)


def _sides(conflict: Conflict) -> tuple[str, str]:
    """Return what each side did, in words."""
    if conflict.removed:
        verbs = {side: "removed it" if side == conflict.removed else "needs it" for side in ("mine", "theirs")}
        return verbs["mine"], verbs["theirs"]
    return _said(conflict.mine), _said(conflict.theirs)


def _said(value: Any) -> str:
    return "says nothing" if value is None else f"says {shortened(json.dumps(value, ensure_ascii=False), _LONG)}"
