"""The page of the annotation file's fields, `docs/fields.md`, and of the settings, made from the JSON Schemas."""

from __future__ import annotations

import json
from typing import Any

from annotate.resources import resource_text

SCHEMA = "schemas/annotations.schema.json"
SETTINGS = "schemas/settings.schema.json"
THEME = "schemas/theme.schema.json"


def fields_page() -> str:
    """Return `docs/fields.md`: every field of the annotation file, record by record."""
    schema = json.loads(resource_text(SCHEMA))
    head = """# The fields of the annotation file

Every field of `NAME.annotations.json`, format 1. [formats.md](formats.md) says how they go together. Fields marked with
an asterisk must be there."""
    definitions = schema["$defs"]
    records = {"The file": schema, "`text`": schema["properties"]["text"]}
    records |= {f"`{name}`": record for name, record in definitions.items() if "properties" in record}
    sections = [
        head,
        *(_record(title, record, definitions) for title, record in records.items()),
        *_settings(),
        *_theme(),
    ]
    return "\n\n".join(sections) + "\n"


def _settings() -> list[str]:
    schema = json.loads(resource_text(SETTINGS))
    tables = {name: field.get("items", field) for name, field in schema["properties"].items()}
    records = {
        f"`[[{name}]]`" if "items" in schema["properties"][name] else f"`[{name}]`": table
        for name, table in tables.items()
        if "properties" in table
    }
    head = f"# annotate.toml\n\n{schema['description']} [checking.md](checking.md#settings) shows how they go together."
    return [head, *(_record(title, record, {}) for title, record in records.items())]


def _theme() -> list[str]:
    schema = json.loads(resource_text(THEME))
    head = f"# theme.toml\n\n{schema['description']} [themes.md](themes.md) shows one."
    return [
        head,
        _record("The theme", schema, {}),
        _record("`[edition]` of a theme", schema["properties"]["edition"], {}),
    ]


def _record(title: str, record: dict[str, Any], definitions: dict[str, Any]) -> str:
    required = record.get("required", ())
    rows = ["| field | what it holds | for example |", "|---|---|---|"]
    for name, field in record["properties"].items():
        # A reference's own words give way to those beside it (JSON Schema 2020-12, section 8.2.3.1).
        told = {**definitions[field["$ref"].rpartition("/")[2]], **field} if "$ref" in field else field
        marked = f"`{name}`{'*' if name in required else ''}"
        rows.append(f"| {marked} | {_meaning(field, told, definitions)} | {_example(told)} |")
    return "\n\n".join([f"## {title}", record["description"], "\n".join(rows)])


def _meaning(field: dict[str, Any], told: dict[str, Any], definitions: dict[str, Any]) -> str:
    words = [told.get("description", "")]
    referred = told.get("items", {}).get("$ref") or field.get("$ref", "")
    if "properties" in definitions.get(name := referred.rpartition("/")[2], ()):
        words.append(f"See [`{name}`](#{name.lower()}).")
    if "enum" in told:
        words.append(f"One of {', '.join(f'`{value}`' for value in told['enum'])}.")
    if "default" in told:
        words.append(f"Without it: `{told['default']}`.")
    return " ".join(filter(None, words)).replace("|", "\\|")


def _example(told: dict[str, Any]) -> str:
    example = next((value for value in told.get("examples", ()) if value not in ([], {})), None)
    return "" if example is None else f"`{json.dumps(example, ensure_ascii=False)}`".replace("|", "\\|")
