"""The settings of a project, `annotate.toml`: what is checked, what is passed over and why, words of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotate.diagnostics import Severity
    from annotate.model.book import BookPlan

SETTINGS_URL = "https://annotate.invalid/schemas/settings-1.schema.json"


@dataclass(frozen=True, slots=True)
class Suppression:
    """Findings that a project does not want to hear of, and why.

    Attributes:
        code: the code meant, or the beginning of several (`C`, `C1`, `C103`).
        reason: why, in a person's words.
        line: where it stands in the settings, 1-based.
        column: the same, in code points.
        file: the files meant, as a path or pattern below the folder of the settings; None for all.
        record: the id of the record meant, None for all.
        where: words of the sentence of the finding meant, None for any.
    """

    code: str
    reason: str
    line: int
    column: int
    file: str | None = None
    record: str | None = None
    where: str | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """What `annotate.toml` says; without arguments, what holds where there is none.

    Attributes:
        path: the file, as findings print it; "" where there is none.
        select: codes, or beginnings of codes, that are reported; all if empty.
        ignore: codes, or beginnings of codes, that are not.
        severity: from which severity on a command fails, None where the settings do not say.
        severities: the severity of findings by code or beginning of codes, the longest that fits first.
        suppressions: findings passed over, in the order of the file.
        vocabulary: words that a project adds, by the name of the vocabulary (`claim-kind`); of `tags`, all it allows.
        edition: what `annotate render` does unless its options say otherwise, by option (`style`).
        books: the books it makes of its texts, by name.
    """

    path: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Severity | None = None
    severities: tuple[tuple[str, Severity], ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    vocabulary: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    edition: Mapping[str, str | bool] = field(default_factory=dict)
    books: Mapping[str, BookPlan] = field(default_factory=dict)
