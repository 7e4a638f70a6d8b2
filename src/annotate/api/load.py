"""Opening texts and annotation files: paths in, values out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from annotate.api.files import read_bytes
from annotate.api.settings import vocabulary_for
from annotate.errors import InputRefused
from annotate.model.text import ReadingText, reading_text
from annotate.read.tei.reader import read_tei

if TYPE_CHECKING:
    from pathlib import Path

    from annotate.model.annotation import Annotations
    from annotate.model.document import Document
    from annotate.model.json_text import JsonText


@dataclass(frozen=True, slots=True)
class LoadedText:
    """A text as it was opened: where from, its bytes, what they say and its reading text."""

    path: Path
    data: bytes
    document: Document
    reading: ReadingText


@dataclass(frozen=True, slots=True)
class LoadedAnnotations:
    """An annotation file as it was opened: where from, its JSON with places, and its records."""

    path: Path
    json: JsonText
    annotations: Annotations


def load_text(path: Path) -> LoadedText:
    """Return the TEI text at `path`. Raises InputRefused (codes F101 to F125).

    A text that is opened again, with the same bytes and none opened since, is the one that was read.
    """
    return _read(path, read_bytes(path))


@lru_cache(maxsize=1)
def _read(path: Path, data: bytes) -> LoadedText:
    document = read_tei(data, str(path))
    return LoadedText(path, data, document, reading_text(document))


def load_annotations(path: Path) -> LoadedAnnotations:
    """Return the annotation file at `path`.

    Raises InputRefused with every finding of the JSON reader or the schema, or of the project's settings; a file that
    is accepted fits the model.
    """
    from annotate.check.schema import schema_findings  # noqa: PLC0415  # jsonschema-rs costs a text-only command 35 ms
    from annotate.model.annotation import Annotations  # noqa: PLC0415
    from annotate.read.annotations.reader import read_json  # noqa: PLC0415

    json_text = read_json(read_bytes(path), str(path))
    findings = schema_findings(json_text, vocabulary_for(path))
    if findings:
        raise InputRefused(*findings)
    return LoadedAnnotations(path, json_text, Annotations.from_json(json_text.value))
