"""The page of the commands, `docs/commands.md`, made from the command line itself."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

import click

from annotate.cli.main import cli

if TYPE_CHECKING:
    from collections.abc import Iterator


def leaf_commands(command: click.Command, context: click.Context) -> Iterator[tuple[click.Command, click.Context]]:
    """Yield every command below `command` that does something, with its context, in the order `--help` lists them."""
    if not isinstance(command, click.Group):
        yield command, context
        return
    for name in command.list_commands(context):
        below = command.get_command(context, name)
        if below is not None and not below.hidden:
            yield from leaf_commands(below, click.Context(below, info_name=name, parent=context))


def commands_page() -> str:
    """Return `docs/commands.md`: every command with its arguments, options and example."""
    root = click.Context(cli, info_name="annotate")
    sections = [_command_section(command, context) for command, context in leaf_commands(cli, root)]
    head = """# The commands

`annotate COMMAND --help` prints the same in the terminal. TEXT, the `.xml` file, always comes first.

Every command leaves with the same exit codes: 0 all is well, 1 something is wrong with what was handed in (findings at
or above the failing severity), 2 the command line was not understood, 3 the work could not be done, 130 interrupted."""
    return "\n\n".join([head, *sections]) + "\n"


def _command_section(command: click.Command, context: click.Context) -> str:
    parameters = [parameter.to_info_dict() for parameter in command.params]
    arguments = [_argument_usage(item) for item in parameters if item["param_type_name"] == "argument"]
    usage = " ".join([context.command_path, *arguments, "[OPTIONS]"])
    parts = [f"## {context.command_path}", f"    {usage}", inspect.cleandoc(command.help or "").replace("\b\n", "")]
    options = [_option_row(item) for item in parameters if item["param_type_name"] == "option" and not item["hidden"]]
    if options:
        parts.append("\n".join(["| option | what it does |", "|---|---|", *options]))
    if command.epilog:
        parts.append(_examples(command.epilog))
    return "\n\n".join(part for part in parts if part)


def _argument_usage(item: dict[str, Any]) -> str:
    choices = item["type"].get("choices")
    name = "|".join(map(str, choices)) if choices else str(item["name"]).upper()
    many = "..." if item["nargs"] == -1 else ""
    return f"{name}{many}" if item["required"] else f"[{name}]{many}"


def _option_row(item: dict[str, Any]) -> str:
    names = ", ".join(f"`{name}`" for name in (*item["opts"], *item["secondary_opts"]))
    remarks = [_sentence(item.get("help") or "")]
    choices = item["type"].get("choices")
    if choices:
        remarks.append(f"One of {', '.join(f'`{choice}`' for choice in choices)}.")
    default = item.get("default")
    if isinstance(default, (str, int, float)) and not isinstance(default, bool):
        remarks.append(f"Default: `{default}`.")
    if item["required"]:
        remarks.append("Required.")
    if item["multiple"]:
        remarks.append("May be given several times.")
    return f"| {names} | {' '.join(filter(None, remarks)).replace('|', chr(92) + '|')} |"


def _sentence(text: str) -> str:
    text = " ".join(text.split())
    return text if not text or text.endswith((".", "?", "!")) else f"{text}."


def _examples(epilog: str) -> str:
    """Return an epilog with its example lines as code: `Example: annotate ...`."""
    lines = [line.strip() for line in inspect.cleandoc(epilog).replace("\b", "").splitlines() if line.strip()]
    label, _, command = lines[0].partition(":")
    return "\n".join([f"{label}:", "", *(f"    {line.strip()}" for line in (command, *lines[1:]) if line.strip())])
