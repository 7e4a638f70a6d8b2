"""`NAME.parse.toml`: how a text is parsed, read and written."""

from __future__ import annotations

import os
from dataclasses import fields, replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from annotate.api.files import read_bytes
from annotate.api.parsing_toml import parsing_toml
from annotate.errors import InputRefused
from annotate.model.document import GENRES
from annotate.model.parsing import KINDS, Correction, Parsing
from annotate.read import rules
from annotate.read.encoding_name import is_encoding
from annotate.read.formats import FORMATS
from annotate.read.language_tag import language_tag
from annotate.store import replace_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

PARSING_SUFFIX = ".parse.toml"
_OPTIONS: Mapping[str, type] = {
    "source": str,
    "format": str,
    "genre": str,
    "title": str,
    "authors": list,
    "date": str,
    "language": str,
    "interviewer": str,
    "encoding": str,
    "main_only": bool,
}
_CORRECTION: Mapping[str, type] = {
    "block": str,
    "words": str,
    "kind": str,
    "subtype": str,
    "speaker": str,
    "join_next": bool,
    "split_at": str,
    "occurrence": int,
}


def parsing_path(text: Path) -> Path:
    """Return where it stands how a text is parsed: `review.xml` has `review.parse.toml`."""
    return text.with_name(text.stem + PARSING_SUFFIX)


def read_parsing(path: Path) -> tuple[Parsing, str | None]:
    """Return how a text is parsed, and the name of its source as seen from there if it is said.

    Raises InputRefused (F117) for what is no TOML, a key that is none of ours or a value of the wrong type.
    """
    import tomllib  # noqa: PLC0415  # only a text with a parse file needs it

    data = read_bytes(path)
    try:
        table = tomllib.loads(data.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputRefused(
            rules.PARSING_FILE.at(path, *_place(error, data), reason=str(error).partition(" (at ")[0])
        ) from None
    problems = list(_problems(table))
    if problems:
        raise InputRefused(*(rules.PARSING_FILE.at(path, *_line_of(data, key), reason=why) for key, why in problems))
    corrections = tuple(Correction(**correction) for correction in table.get("correction", ()))
    options: dict[str, Any] = {name: value for name, value in table.items() if name in _OPTIONS and name != "source"}
    if "authors" in options:
        options["authors"] = tuple(options["authors"])
    speakers = dict(table.get("speakers", {}))
    return Parsing(**options, speakers=speakers, corrections=corrections, path=str(path)), table.get("source")


def write_parsing(path: Path, parsing: Parsing, source: Path) -> None:
    """Write how a text is parsed, and where its source is as seen from there.

    A file that is there keeps its comments and its layout; what it says otherwise is put right in its place. The same
    values written to the same file give the same bytes.

    Raises WorkFailed where it cannot be written.
    """
    named = PurePath(os.path.relpath(source, path.parent)).as_posix()
    old = path.read_text(encoding="utf-8") if path.exists() else ""
    replace_file(path, parsing_toml(old, _options(parsing, named), parsing.speakers, _corrections(parsing)).encode())


def overruled(parsing: Parsing, said: Parsing) -> Parsing:
    """Return `parsing` with whatever `said` says in its place; speakers are added to those known."""
    changes: dict[str, Any] = {
        field.name: getattr(said, field.name)
        for field in fields(Parsing)
        if getattr(said, field.name) and field.name not in {"speakers", "corrections", "path"}
    }
    return replace(parsing, **changes, speakers={**parsing.speakers, **said.speakers})


def _options(parsing: Parsing, source: str) -> dict[str, Any]:
    values = {"source": source, **{name: getattr(parsing, name) for name in _OPTIONS if name != "source"}}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items() if value}


def _corrections(parsing: Parsing) -> list[dict[str, Any]]:
    """Return the corrections by the keys of the file, without what says nothing."""
    return [
        {
            name: value
            for name in _CORRECTION
            if (value := getattr(correction, name)) and not (name == "occurrence" and value == 1)
        }
        for correction in parsing.corrections
    ]


def _problems(table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        if name == "speakers":
            if not (isinstance(value, dict) and all(isinstance(full, str) for full in value.values())):
                yield name, "[speakers] gives a name for each label"
        elif name == "correction":
            for correction in value if isinstance(value, list) else [value]:
                yield from _correction_problems(correction)
        elif name not in _OPTIONS:
            yield name, f"“{name}” is no option; the options are {', '.join(_OPTIONS)}"
        elif not isinstance(value, _OPTIONS[name]):
            yield name, f"“{name}” is not written so"
        elif problem := _problem_of_value(name, value):
            yield name, problem


def _problem_of_value(name: str, value: Any) -> str:
    if name == "genre" and value not in GENRES:
        return f"“{value}” is no genre; the genres are {', '.join(GENRES)}"
    if name == "format" and value not in FORMATS:
        return f"“{value}” is no format; the formats are {', '.join(FORMATS)}"
    if name == "language" and not language_tag(value):
        return f"“{value}” is no language tag such as en or pt-BR"
    if name == "encoding" and not is_encoding(value):
        return f"“{value}” is no encoding, such as windows-1252 or shift_jis"
    if name == "authors" and not all(isinstance(author, str) for author in value):
        return "“authors” is a list of names"
    return ""


def _correction_problems(correction: object) -> Iterator[tuple[str, str]]:
    if not isinstance(correction, dict) or not isinstance(correction.get("words"), str):
        yield "correction", "a [[correction]] has the first words of a block as “words”"
        return
    for key, value in correction.items():
        if key not in _CORRECTION or not isinstance(value, _CORRECTION[key]):
            yield key, f"“{key}” is no part of a correction, or not written so"
    if correction.get("kind", "p") not in KINDS:
        yield "kind", f"“{correction['kind']}” is no kind of block; the kinds are {', '.join(KINDS)}"


def _place(error: Exception, data: bytes) -> tuple[int, int]:
    """Return the place tomllib names at the end of its complaint: "(at line 3, column 9)", "(at end of document)"."""
    words = str(error).rpartition("(at line ")[2].rstrip(")").replace(", column ", " ").split()
    if len(words) == 2 and all(word.isdigit() for word in words):
        return int(words[0]), int(words[1])
    before = data.decode("utf-8", "replace").rstrip("\n")
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def _line_of(data: bytes, key: str) -> tuple[int, int]:
    """Return the place of the first line that begins with a key."""
    for number, line in enumerate(data.decode("utf-8").splitlines(), 1):
        if line.strip().lstrip("[").startswith(key):
            return number, len(line) - len(line.lstrip()) + 1
    return 1, 1
