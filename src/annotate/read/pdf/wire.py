"""A text and its findings as JSON, so that a process that was taken over can hand on nothing but text."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from annotate.diagnostics import Finding
from annotate.model.source import Comment, Declared, Form, RawBlock, RawMark, RawNote, SourceText

if TYPE_CHECKING:
    from collections.abc import Sequence


def to_bytes(source: SourceText | None, findings: Sequence[Finding]) -> bytes:
    """Return a text (None where it was refused) and the findings on it as ASCII."""
    value = {"source": None if source is None else asdict(source), "findings": [asdict(each) for each in findings]}
    return json.dumps(value).encode("ascii")


def from_bytes(data: bytes) -> tuple[SourceText | None, list[Finding]]:
    """Return the text and the findings that were handed on. Raises ValueError, TypeError or KeyError."""
    value = json.loads(data)
    findings = [Finding.from_json(each) for each in value["findings"]]
    return None if value["source"] is None else _source(value["source"]), findings


def _source(value: dict[str, Any]) -> SourceText:
    declared = value["declared"]
    lists = {name: tuple(declared[name]) for name in ("authors", "tags", "directors")}
    return SourceText(
        value["path"],
        value["sha256"],
        tuple(_block(each) for each in value["blocks"]),
        Declared(**{**declared, **lists}),
        tuple(Comment(**each) for each in value["comments"]),
    )


def _block(value: dict[str, Any]) -> RawBlock:
    return RawBlock(
        **{
            **value,
            "form": Form(value["form"]),
            "marks": tuple(RawMark(**each) for each in value["marks"]),
            "notes": tuple(_note(each) for each in value["notes"]),
        }
    )


def _note(value: dict[str, Any]) -> RawNote:
    return RawNote(**{**value, "blocks": tuple(_block(each) for each in value["blocks"])})
