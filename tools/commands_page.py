"""The page of the commands, `docs/commands.md`, made from the command line itself."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

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
    arguments = [_argument_usage(item) for item in command.params if isinstance(item, click.Argument)]
    usage = " ".join([context.command_path, *arguments, "[OPTIONS]"])
    parts = [f"## {context.command_path}", f"    {usage}", inspect.cleandoc(command.help or "").replace("\b\n", "")]
    options = [_option_row(item) for item in command.params if isinstance(item, click.Option) and not item.hidden]
    if options:
        parts.append("\n".join(["| option | what it does |", "|---|---|", *options]))
    if command.epilog:
        parts.append(_examples(command.epilog))
    return "\n\n".join(part for part in parts if part)


def _argument_usage(argument: click.Argument) -> str:
    choices = _choices(argument)
    name = argument.metavar or ("|".join(choices) if choices else str(argument.name).upper())
    many = "..." if argument.nargs == -1 and not name.endswith("...") else ""
    return f"{name}{many}" if argument.required or name.startswith("[") else f"[{name}]{many}"


def _option_row(option: click.Option) -> str:
    names = ", ".join(f"`{name}`" for name in (*option.opts, *option.secondary_opts))
    remarks = [_sentence(option.help or "")]
    choices = _choices(option)
    if choices:
        remarks.append(f"One of {', '.join(f'`{choice}`' for choice in choices)}.")
    if isinstance(option.default, (str, int, float)) and not option.is_flag:
        remarks.append(f"Default: `{option.default}`.")
    if option.required:
        remarks.append("Required.")
    if option.multiple and "again" not in remarks[0] and "repeated" not in remarks[0]:
        remarks.append("May be given several times.")
    return f"| {names} | {' '.join(filter(None, remarks)).replace('|', chr(92) + '|')} |"


def _choices(parameter: click.Parameter) -> list[str]:
    return [str(choice) for choice in parameter.type.choices] if isinstance(parameter.type, click.Choice) else []


def _sentence(text: str) -> str:
    text = " ".join(text.split())
    return text if not text or text.endswith((".", "?", "!")) else f"{text}."


def _examples(epilog: str) -> str:
    """Return an epilog (`Example: annotate ...`, or `Examples:` with a line each) with its command lines as code."""
    label, _, lines = inspect.cleandoc(epilog).replace("\b\n", "").partition(":")
    commands = [line.strip() for line in lines.splitlines() if line.strip()]
    return "\n".join([f"{label}:", "", *(f"    {line}" for line in commands)])
