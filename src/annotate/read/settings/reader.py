"""Bytes to the settings of a project; what is no TOML, or no setting, is refused with every finding at once."""

from __future__ import annotations

import json
import re
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Any

from annotate.diagnostics import Severity, in_order
from annotate.errors import InputRefused
from annotate.model.book import BookPlan
from annotate.model.settings import Settings, Suppression
from annotate.read.settings import rules
from annotate.read.settings.toml_file import read_toml, shape_findings
from annotate.resources import resource_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from annotate.diagnostics import Finding
    from annotate.model.toml_text import Pointer, TomlText

SCHEMA = "schemas/settings.schema.json"
_CODE = re.compile(r"[A-Z][0-9]{0,3}")


def read_settings(data: bytes, path: str, known_codes: Callable[[], tuple[str, ...]]) -> Settings:
    """Return the settings that `data` holds; `known_codes`, asked only where codes are named, gives all there are.

    The form is TOML 1.0 by `schemas/settings.schema.json`. Raises InputRefused with findings F160 to F165.
    """
    toml = read_toml(data, path)
    findings = [*shape_findings(toml, _schema()), *_code_findings(toml, known_codes)]
    if findings:
        raise InputRefused(*in_order(findings))
    return _settings(toml)


@cache
def _schema() -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(resource_text(SCHEMA))
    return schema


def _code_findings(toml: TomlText, known_codes: Callable[[], tuple[str, ...]]) -> Iterator[Finding]:
    named = list(_codes(toml.value))
    for pointer, code in named:
        if isinstance(code, str) and _CODE.fullmatch(code) and not any(k.startswith(code) for k in known_codes()):
            line, column = toml.place(pointer, key=isinstance(pointer[-1], str) and pointer[-1] == code)
            near = get_close_matches(code, known_codes(), 1)
            remedy = f"did you mean {near[0]}? " if near else ""
            yield rules.NO_SUCH_CODE.at(
                toml.path, line, column, code=code, remedy=f"{remedy}“annotate explain” lists them all"
            )
        elif pointer[:2] == ("check", "severity") and not _CODE.fullmatch(str(code)):
            line, column = toml.place(pointer, key=True)
            remedy = "write a code such as C110, or its beginning; “annotate explain” lists them all"
            yield rules.NO_SUCH_CODE.at(toml.path, line, column, code=f"“{code}”", remedy=remedy)


def _codes(value: Mapping[str, Any]) -> Iterator[tuple[Pointer, Any]]:
    """Yield every code that well-formed parts of the settings name, with where it stands."""
    check, suppressed = value.get("check"), value.get("suppress")
    for name in ("select", "ignore"):
        listed = check.get(name) if isinstance(check, dict) else None
        for number, code in enumerate(listed if isinstance(listed, list) else ()):
            yield ("check", name, number), code
    severities = check.get("severity") if isinstance(check, dict) else None
    for code in severities if isinstance(severities, dict) else ():
        yield ("check", "severity", code), code
    for number, item in enumerate(suppressed if isinstance(suppressed, list) else ()):
        if isinstance(item, dict) and "code" in item:
            yield ("suppress", number, "code"), item["code"]


def _settings(toml: TomlText) -> Settings:
    value, check = toml.value, toml.value.get("check", {})
    severities = {code: Severity[word.upper()] for code, word in check.get("severity", {}).items()}
    return Settings(
        path=toml.path,
        select=tuple(check.get("select", ())),
        ignore=tuple(check.get("ignore", ())),
        severity=Severity[check["fail-from"].upper()] if "fail-from" in check else None,
        severities=tuple(sorted(severities.items(), key=lambda item: (-len(item[0]), item[0]))),
        suppressions=tuple(
            Suppression(item["code"], item["reason"], *toml.place(("suppress", number, "code")), *_which(item))
            for number, item in enumerate(value.get("suppress", ()))
        ),
        vocabulary={name: tuple(words) for name, words in value.get("vocabulary", {}).items()},
        edition=dict(value.get("edition", {})),
        books={name: _book(toml, name) for name in value.get("books", {})},
    )


def _book(toml: TomlText, name: str) -> BookPlan:
    said = toml.value["books"][name]
    return BookPlan(
        name=name,
        title=said["title"],
        texts=tuple(said["texts"]),
        subtitle=said.get("subtitle", ""),
        authors=tuple(said.get("authors", ())),
        editors=tuple(said.get("editors", ())),
        imprint=tuple(said.get("imprint", ())),
        language=said.get("language", "en"),
        places=tuple(toml.place(("books", name, "texts", number)) for number in range(len(said["texts"]))),
    )


def _which(item: Mapping[str, str]) -> tuple[str | None, ...]:
    return tuple(item.get(name) for name in ("file", "record", "where"))
