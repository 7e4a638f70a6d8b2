"""Judges a JSON file by a JSON Schema and does no more: `python schema_engine.py ENGINE SCHEMA FILE`.

ENGINE is jsonschema or jsonschema_rs. What checking annotations costs is held against it.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

schema, value = (json.loads(Path(path).read_bytes()) for path in sys.argv[2:])
if sys.argv[1] == "jsonschema":
    from jsonschema import Draft202012Validator

    sys.exit(not Draft202012Validator(schema).is_valid(value))
else:
    import jsonschema_rs

    sys.exit(not jsonschema_rs.Draft202012Validator(schema).is_valid(value))
