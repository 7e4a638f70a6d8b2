"""`annotate explain`: what the code of a finding means."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

import click

from annotate.api.catalogue import catalogue

if TYPE_CHECKING:
    from annotate.diagnostics import Rule

_FIELD = re.compile(r"\{(\w+)[^}]*\}")


@click.command(epilog="Example: annotate explain C103")
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Explain the code of a finding.

    Prints what the finding says and what to do, with an example of it and one without it. Without CODE, lists them all.
    """
    rules = {rule.code: rule for rule in catalogue()}
    if code is None:
        for rule in rules.values():
            click.echo(f"{rule.code}  {rule.severity.label:<7}  {rule.title}")
        return
    found = rules.get(code.upper())
    if found is None:
        near = get_close_matches(code.upper(), rules, 1)
        hint = f"Did you mean {near[0]} ({rules[near[0]].title})?" if near else "“annotate explain” lists them all."
        raise click.UsageError(f"There is no finding {code}. {hint}")
    click.echo(_explained(found))


def _explained(rule: Rule) -> str:
    return "\n".join(
        [
            f"{rule.code} {rule.title}  ({rule.severity.label})",
            "",
            f"  says:  {_filled(rule.sentence)}",
            f"  help:  {_filled(rule.help)}",
            "",
            "Wrong:",
            _indented(rule.bad),
            "",
            "Right:",
            _indented(rule.good),
        ]
    )


def _filled(template: str) -> str:
    """Return a sentence with capitals for what differs from case to case, as commands write their arguments."""
    shown = _FIELD.sub(lambda match: match[1].upper(), template.replace("{{", "\0").replace("}}", "\1"))
    return shown.replace("\0", "{").replace("\1", "}")


def _indented(example: str) -> str:
    return "\n".join(f"    {line}" for line in (example or "(nothing)").splitlines())
