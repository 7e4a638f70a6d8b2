"""The page of the findings, `docs/findings.md`, made from their rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.api.catalogue import catalogue

if TYPE_CHECKING:
    from annotate.diagnostics import Rule

FAMILIES = {
    "F": "Files and formats",
    "T": "Texts",
    "A": "Anchors",
    "C": "Claims",
    "S": "Sources",
    "Q": "Quotes",
    "N": "Notes, mentions and links",
    "E": "Editions",
}


def findings_page() -> str:
    """Return `docs/findings.md`: every code with its sentence, its help, and an example broken and kept."""
    head = """# The findings

What `annotate` can find wrong, by code. A code never changes its meaning. `annotate explain CODE` prints the same in
the terminal; words in braces stand for what was found. An example from an annotation file shows only what it is
about."""
    parts = [head]
    rules = sorted(catalogue(), key=lambda rule: rule.code)
    for letter, title in FAMILIES.items():
        family = [rule for rule in rules if rule.code.startswith(letter)]
        if family:
            parts += [f"## {letter}: {title}", *(_rule_section(rule) for rule in family)]
    return "\n\n".join(parts) + "\n"


def _rule_section(rule: Rule) -> str:
    return "\n\n".join(
        [
            f"### {rule.code} {rule.title}",
            f"*{rule.severity.label}*: {rule.sentence}",
            f"What to do: {rule.help}",
            "Wrong:",
            _indented(rule.bad),
            "Right:",
            _indented(rule.good),
        ]
    )


def _indented(example: str) -> str:
    """Return an example as a Markdown code block, every character visible."""
    shown = "".join(c if c.isprintable() or c == "\n" else repr(c)[1:-1] for c in example)
    return "\n".join(f"    {line}".rstrip() for line in (shown or "(nothing)").splitlines())
