"""The schemas of the files that people write by hand, for their editors."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from annotate.api.settings import settings_for
from annotate.check.schema import extended_schema
from annotate.model.library import LIBRARY_SCHEMA_URL
from annotate.resources import resource_text

if TYPE_CHECKING:
    from pathlib import Path

SCHEMAS = ("annotations", "library", "settings", "theme")
_AS_THEY_ARE = frozenset({"settings", "theme"})


def schema_for(name: str, folder: Path) -> str:
    """Return one of SCHEMAS as JSON Schema 2020-12; annotations with the words that the settings of a folder add.

    Raises InputRefused (F160 to F165) for what is wrong with these settings.
    """
    if name in _AS_THEY_ARE:
        return resource_text(f"schemas/{name}.schema.json")
    schema = extended_schema(settings_for(folder).vocabulary)
    if name == "library":
        schema = _library(schema)
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _library(schema: dict[str, Any]) -> dict[str, Any]:
    definitions = schema["$defs"]
    head = {"$schema": schema["$schema"], "$id": LIBRARY_SCHEMA_URL.replace("annotations", "library").partition("#")[0]}
    return {**head, **definitions["library"], "$defs": definitions}
