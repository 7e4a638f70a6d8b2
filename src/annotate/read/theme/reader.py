"""A theme's folder to a `Theme`; what is wrong with its files is refused with every finding at once."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING

from annotate.diagnostics import in_order
from annotate.errors import InputRefused
from annotate.model.theme import STANDARD, Theme
from annotate.read.settings.toml_file import read_toml, shape_findings
from annotate.read.theme import rules
from annotate.read.theme.style_sheet import StyleSheet, media_type
from annotate.resources import resource_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from annotate.diagnostics import Finding

SCHEMA = "schemas/theme.schema.json"
SETTINGS, PRINT, SCREEN = "theme.toml", "print.css", "screen.css"
LARGEST = 4 * 1024 * 1024  # bytes of one file: a font of a large script has two million


def read_theme(name: str, folder: str, files: Mapping[str, bytes], base: Callable[[str], Theme]) -> Theme:
    """Return the theme in a folder.

    `files` are all files in it by name, those below it with slashes; `folder` is what findings name, and `base` gives
    a theme of ours by its name. Only pictures and fonts that a style sheet names become part of the theme. Raises
    InputRefused (E402 to E404, and F160 to F164 for `theme.toml`).
    """
    toml = read_toml(files[SETTINGS], f"{folder}/{SETTINGS}")
    findings: list[Finding] = list(shape_findings(toml, json.loads(resource_text(SCHEMA))))
    sheets = {
        sheet: StyleSheet(_text(files[sheet], f"{folder}/{sheet}", findings), f"{folder}/{sheet}", frozenset(files))
        for sheet in (PRINT, SCREEN)
        if sheet in files
    }
    for sheet in sheets.values():
        findings += sheet.findings
    named = dict.fromkeys(file for sheet in sheets.values() for file in sheet.named)
    findings += (
        rules.FILE_UNREADABLE.at(f"{folder}/{file}", reason=f"it has more than {LARGEST:,} bytes")
        for file in named
        if len(files[file]) > LARGEST
    )
    if findings:
        raise InputRefused(*in_order(findings))
    told = toml.value
    under = base(told.get("base", STANDARD))
    printed, shown = sheets.get(PRINT), sheets.get(SCREEN)
    on_screen = shown.with_addresses(lambda file: _embedded(file, files[file])) if shown else ""
    return Theme(
        name=name,
        title=told["title"],
        description=told["description"],
        choices={**under.choices, **told.get("edition", {})},
        questions={**under.questions, **told.get("questions", {})},
        print_css=under.print_css + (printed.with_addresses(_in_print) if printed else ""),
        screen_css=under.screen_css + on_screen,
        files={_in_print(file): files[file] for file in (printed.named if printed else ())},
    )


def _text(data: bytes, path: str, findings: list[Finding]) -> str:
    if len(data) > LARGEST:
        findings.append(rules.FILE_UNREADABLE.at(path, reason=f"it has more than {LARGEST:,} bytes"))
        return ""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        findings.append(rules.FILE_UNREADABLE.at(path, reason="it is not UTF-8"))
        return ""


def _in_print(file: str) -> str:
    """Return the address of a theme's file among the files of a PDF."""
    return f"theme/{file}"


def _embedded(file: str, data: bytes) -> str:
    return f"data:{media_type(file)};base64,{base64.b64encode(data).decode('ascii')}"
