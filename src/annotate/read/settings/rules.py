"""What can be wrong with the settings of a project, `annotate.toml` (codes F160 to F165)."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity

UNREADABLE = Rule(
    "F160",
    Severity.ERROR,
    "settings cannot be read",
    "these settings cannot be read: {reason}",
    "make it a plain text in UTF-8 of a few lines; nothing of it was used",
    bad="annotate.toml saved as UTF-16",
    good="annotate.toml saved as UTF-8",
)
NOT_TOML = Rule(
    "F161",
    Severity.ERROR,
    "settings are not TOML",
    "this is not TOML: {reason}",
    "a setting is written name = value, a text in quotation marks; toml.io explains the rest",
    bad="ignore = [S150]",
    good='ignore = ["S150"]',
)
UNKNOWN_SETTING = Rule(
    "F162",
    Severity.ERROR,
    "unknown setting",
    "“{key}” is not a setting of {table}",
    "{remedy}",
    bad='[chekc]\nignore = ["S150"]',
    good='[check]\nignore = ["S150"]',
)
MISSING_SETTING = Rule(
    "F163",
    Severity.ERROR,
    "missing setting",
    "this {table} has no “{key}”",
    "add it: {meaning}",
    bad='[[suppress]]\ncode = "S150"',
    good='[[suppress]]\ncode = "S150"\nreason = "the introduction is still to be written"',
)
NOT_SO = Rule(
    "F164",
    Severity.ERROR,
    "setting that is not written so",
    "“{key}” is not written so: {reason}",
    "{meaning}; for example {example}",
    bad='[check]\nignore = "S150"',
    good='[check]\nignore = ["S150"]',
)
NO_SUCH_CODE = Rule(
    "F165",
    Severity.ERROR,
    "settings name a code that is not there",
    "no finding has the code {code}, nor a code that begins with it",
    "{remedy}",
    bad='[check]\nignore = ["S199"]',
    good='[check]\nignore = ["S150"]',
)

RULES = (UNREADABLE, NOT_TOML, UNKNOWN_SETTING, MISSING_SETTING, NOT_SO, NO_SUCH_CODE)
