"""What can be wrong with setting up a project (codes F144 and F145)."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity

NO_REPOSITORY = Rule(
    "F144",
    Severity.ERROR,
    "no git repository",
    "this folder is in no working tree of git: {reason}",
    "run “git init” first, or name a folder of the repository",
    bad="annotate init --git, in a folder that git knows nothing of",
    good="git init, then annotate init --git",
)
GIT_FAILED = Rule(
    "F145",
    Severity.ERROR,
    "git cannot be set up",
    "git does not take the setting {setting}: {reason}",
    "see whether the file .git/config can be written",
    bad="annotate init --git, where .git/config may not be written",
    good="annotate init --git, where it may",
)
RULES = (NO_REPOSITORY, GIT_FAILED)
