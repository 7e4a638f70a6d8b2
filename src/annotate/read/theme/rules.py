"""What can be wrong with a theme (codes E401 to E404)."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity

THEME_UNKNOWN = Rule(
    "E401",
    Severity.ERROR,
    "no such theme",
    "{what}",
    "{remedy}the themes are {known}; a theme of your own is a folder with theme.toml",
    bad="annotate render review.xml --theme scolarly",
    good="annotate render review.xml --theme scholarly",
)
FILE_UNREADABLE = Rule(
    "E402",
    Severity.ERROR,
    "a file of a theme cannot be used",
    "this file of the theme cannot be used: {reason}",
    "style sheets are plain text in UTF-8; pictures and fonts lie in the folder of the theme",
    bad="a print.css saved as UTF-16",
    good="a print.css saved as UTF-8",
)
ADDRESS_REFUSED = Rule(
    "E403",
    Severity.ERROR,
    "a style sheet reaches outside its theme",
    "“{address}” is refused: {reason}",
    "an edition holds nothing but its own files: put the picture or font into the folder of the theme",
    bad="background: url(https://example.org/paper.png)",
    good="background: url(paper.png)",
)
NOT_CSS = Rule(
    "E404",
    Severity.ERROR,
    "a style sheet that is not written so",
    "this is no CSS: {reason}",
    "mend it here; nothing of the theme was used",
    bad="h1 { color: red",
    good="h1 { color: red }",
)

RULES: tuple[Rule, ...] = (THEME_UNKNOWN, FILE_UNREADABLE, ADDRESS_REFUSED, NOT_CSS)
