"""All kinds of findings there are."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotate.diagnostics import Rule


@cache
def catalogue() -> tuple[Rule, ...]:
    """Return every rule of the program in the order of codes.

    Raises ValueError where two rules claim one code: a mistake of ours that must not reach anyone.
    """
    # Every package of the program is loaded here, so only who asks for the catalogue pays for it.
    from annotate import store  # noqa: PLC0415
    from annotate.api import rules as api_rules  # noqa: PLC0415
    from annotate.api import validate_rules  # noqa: PLC0415
    from annotate.attach import rules as attach_rules  # noqa: PLC0415
    from annotate.check import registry  # noqa: PLC0415
    from annotate.read import json_rules  # noqa: PLC0415
    from annotate.read import rules as read_rules  # noqa: PLC0415
    from annotate.render import rules as render_rules  # noqa: PLC0415
    from annotate.structure import rules as structure_rules  # noqa: PLC0415
    from annotate.write import rules as write_rules  # noqa: PLC0415

    packages = (
        *(read_rules, json_rules, structure_rules, write_rules, api_rules, store),
        *(attach_rules, registry, validate_rules, render_rules),
    )
    by_code: dict[str, Rule] = {}
    for rule in (rule for package in packages for rule in package.RULES):
        if by_code.setdefault(rule.code, rule) is not rule:
            raise ValueError(f"the code {rule.code} is declared twice")
    return tuple(by_code[code] for code in sorted(by_code))
