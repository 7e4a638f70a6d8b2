"""Putting right what the parser got wrong: a correction is kept, applied at once, and the annotations follow."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from annotate.api import rules
from annotate.api.files import annotations_path
from annotate.api.load import load_annotations, load_text
from annotate.api.parse import parse
from annotate.api.parsing_file import overruled, parsing_path, read_parsing, write_parsing
from annotate.errors import InputRefused
from annotate.model.document import leaves, whole_text
from annotate.model.parsing import Correction, Parsing
from annotate.model.text import reading_text
from annotate.store import locked, replace_file
from annotate.write.digest import digest_in

if TYPE_CHECKING:
    from pathlib import Path

    from annotate.api.load import LoadedText
    from annotate.api.parse import Parsed
    from annotate.model.document import Document

_WORDS = 12  # of a block that a correction keeps, to find it again; more where others begin alike


@dataclass(frozen=True, slots=True)
class Corrected:
    """A corrected text: what parsing it found now, and how many annotations were carried along."""

    parsed: Parsed
    carried: int


def correct(
    text: Path, block: str | None = None, correction: Correction | None = None, said: Parsing | None = None
) -> Corrected:
    """Correct a block (`correction`, whose words are found here) or what is said of the whole text (`said`).

    The correction is written to the text's parse file, the source parsed anew, the text replaced, and the annotations
    carried to it. Raises InputRefused: F116 for no such block, F118 where the source is not found, F119 where the text
    was edited by hand, F120 where annotations would lose their place; nothing is written then.
    """
    loaded = load_text(text)
    source, held = _source_and_parsing(loaded)
    if loaded.document.metadata.provenance and loaded.document.metadata.provenance.text_sha256 != digest_in(
        loaded.data
    ):
        raise InputRefused(rules.EDITED_TEXT.at(text))
    parsing = overruled(held, said) if said else held
    if correction is not None and block is not None:
        words = _first_words(loaded, block)
        kept = tuple(old for old in parsing.corrections if not _same_place(old, words, correction))
        parsing = replace(parsing, corrections=(*kept, replace(correction, words=words, block=block)))
    parsed = parse(source, replace(parsing, path=str(parsing_path(text))))
    annotations = annotations_path(text)
    if not annotations.exists():
        write_parsing(parsing_path(text), parsing, source.name)
        replace_file(text, parsed.tei)
        return Corrected(parsed, 0)
    with locked(annotations):
        moved, count = _carried(annotations, parsed.document)
        write_parsing(parsing_path(text), parsing, source.name)
        replace_file(text, parsed.tei)
        replace_file(annotations, moved)
    return Corrected(parsed, count)


def _source_and_parsing(loaded: LoadedText) -> tuple[Path, Parsing]:
    """Return the source a text was parsed from, found by name and known by its digest, and how it was parsed."""
    path = parsing_path(loaded.path)
    parsing, name = read_parsing(path) if path.exists() else (Parsing(), None)
    provenance = loaded.document.metadata.provenance
    folder = loaded.path.parent
    likely = [folder / name] if name else []
    likely += sorted(entry for entry in folder.glob(f"{loaded.path.stem}.*") if entry != loaded.path)
    likely += sorted(entry for entry in folder.iterdir() if entry not in likely)
    for candidate in likely:
        if provenance and candidate.is_file() and _digest(candidate) == provenance.source_sha256:
            return candidate, parsing
    raise InputRefused(rules.SOURCE_NOT_FOUND.at(loaded.path))


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def _first_words(loaded: LoadedText, block_id: str) -> str:
    """Return as many first words of a block as tell it from the blocks before it."""
    texts = {block.id: whole_text(block.content) for block, _ in leaves(loaded.document.parts)}
    wanted = loaded.reading.turn_blocks(block_id)
    name = wanted[0].id if wanted else block_id
    if name not in texts:
        last = list(texts)[-1]
        raise InputRefused(rules.NO_SUCH_BLOCK.at(loaded.path, block=block_id, last=last))
    words = texts[name].split(" ")
    before = [text for other, text in texts.items() if other != name]
    count = _WORDS
    while count < len(words) and any(text.startswith(" ".join(words[:count])) for text in before):
        count += 1
    return " ".join(words[:count])


def _same_place(old: Correction, words: str, new: Correction) -> bool:
    """Whether an old correction says of the same block what the new one says otherwise."""
    return old.words == words and not new.join_next and not new.split_at and not old.join_next and not old.split_at


def _carried(path: Path, document: Document) -> tuple[bytes, int]:
    # Only a text with annotations needs these.
    from annotate.attach.anchor import resolve_all  # noqa: PLC0415
    from annotate.attach.carry import carried, untrusted  # noqa: PLC0415
    from annotate.write.annotations import write_annotations  # noqa: PLC0415

    annotations = load_annotations(path).annotations
    reading = reading_text(document)
    resolutions = resolve_all(annotations, reading)
    lost = untrusted(resolutions)
    if lost:
        named = ", ".join(f"{name} ({found.outcome})" for name, found in lost.items())
        raise InputRefused(rules.WOULD_LOSE_PLACES.at(path, named=named))
    return write_annotations(carried(annotations, reading, resolutions)), len(resolutions)
