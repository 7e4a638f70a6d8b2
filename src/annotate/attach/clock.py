"""The time written into annotations."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from annotate.attach import rules
from annotate.errors import InputRefused

if TYPE_CHECKING:
    from collections.abc import Mapping


def now(environment: Mapping[str, str]) -> str:
    """Return the time in UTC, to the second, as RFC 3339 writes it: `2026-11-20T10:00:00Z`.

    SOURCE_DATE_EPOCH in `environment` (seconds since 1970, reproducible-builds.org) takes the place of the clock.
    Raises InputRefused (F304) where it is not a number of seconds.
    """
    given = environment.get("SOURCE_DATE_EPOCH")
    try:
        moment = datetime.fromtimestamp(int(given) if given else int(time.time()), UTC)
    except (ValueError, OverflowError, OSError):
        raise InputRefused(rules.BAD_CLOCK.at("SOURCE_DATE_EPOCH", value=given)) from None
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
