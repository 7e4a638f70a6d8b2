"""The shape of an annotation file: every departure from `schemas/annotations.schema.json`, with place and remedy."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

import jsonschema_rs

from annotate.check.schema_errors import Explanation
from annotate.check.schema_rules import OUT_OF_BOUNDS, UNKNOWN_FORMAT, WRONG_FORM
from annotate.diagnostics import in_order
from annotate.model.annotation import FORMAT
from annotate.resources import resource_text

if TYPE_CHECKING:
    from annotate.diagnostics import Finding
    from annotate.model.json_text import JsonText

SCHEMA = "schemas/annotations.schema.json"


def schema_findings(json_text: JsonText) -> list[Finding]:
    """Return what is wrong with the shape of an annotation file (F310 to F320), in the file's order; [] if nothing.

    The schema is JSON Schema 2020-12. A file without findings fits `Annotations.from_json`. A file of another format
    version gets that one finding only, as its shape is not ours to judge. `jsonschema-rs` finds the errors as well as
    the verdict: it is quick, does not recurse on Python's stack, and one engine cannot disagree with itself.
    """
    value = json_text.value
    found = value.get("format", FORMAT) if isinstance(value, dict) else FORMAT
    if isinstance(found, int) and not isinstance(found, bool) and found != FORMAT:
        place = json_text.place(("format",))
        return [UNKNOWN_FORMAT.at(json_text.path, *place, found=found, known=FORMAT)]
    validator = _validator()
    if validator.is_valid(value):
        return []
    explanation = Explanation(_schema(), json_text)
    findings = [finding for error in validator.iter_errors(value) for finding in explanation.of(error)]
    # A value too long for its pattern fails both; that it has not the form is all a person needs to know.
    misformed = {(finding.line, finding.column) for finding in findings if finding.code == WRONG_FORM.code}
    kept = (f for f in findings if f.code != OUT_OF_BOUNDS.code or (f.line, f.column) not in misformed)
    return in_order(dict.fromkeys(kept))


@cache
def _schema() -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(resource_text(SCHEMA))
    return schema


@cache
def _validator() -> jsonschema_rs.Draft202012Validator:
    # No retriever is given and the schema refers to itself only, so that nothing is ever fetched.
    return jsonschema_rs.Draft202012Validator(_schema(), validate_formats=True)
