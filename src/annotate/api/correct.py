"""Putting right what the parser got wrong: a correction is kept, applied at once, and the annotations follow."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from annotate.api import rules
from annotate.api.block_words import block_named, block_texts, words_of
from annotate.api.load import load_text
from annotate.api.parse import parse
from annotate.api.parsing_file import overruled, parsing_path, read_parsing, write_parsing
from annotate.errors import InputRefused
from annotate.model.document import leaves
from annotate.model.parsing import Correction, Parsing
from annotate.model.text import reading_text
from annotate.store import replace_file
from annotate.structure.rules import CORRECTION_LOST
from annotate.write.digest import digest_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from annotate.api.load import LoadedText
    from annotate.api.parse import Parsed


@dataclass(frozen=True, slots=True)
class Correctable:
    """A text that can be corrected: as it stands, its source, and how that is parsed."""

    text: LoadedText
    source: Path
    parsing: Parsing

    def parsed(self) -> Parsed:
        """Return the text as its source is parsed now, with what was decided of each block."""
        return parse(self.source, self.parsing, name=self.text.path.stem)


@dataclass(frozen=True, slots=True)
class Corrected:
    """A corrected text: what parsing it found now, and of each annotation file what became of its annotations."""

    parsed: Parsed
    followed: tuple[str, ...]


def correctable(text: Path) -> Correctable:
    """Return what correcting the text at `text` needs.

    Raises InputRefused where its source is not found (F118) or the text was edited by hand (F119).
    """
    loaded = load_text(text)
    source, parsing = _source_and_parsing(loaded)
    provenance = loaded.document.metadata.provenance
    if provenance and provenance.text_sha256 != digest_in(loaded.data):
        raise InputRefused(rules.EDITED_TEXT.at(text))
    return Correctable(loaded, source, replace(parsing, path=str(parsing_path(text))))


def correct(text: Path, corrections: Sequence[Correction] = (), said: Parsing | None = None) -> Corrected:
    """Correct blocks (each by its `words`, or its number as the text stands), or what is said of the whole (`said`).

    The corrections are written to the text's parse file, the source parsed anew, the text replaced, and the annotations
    carried to it. Raises InputRefused, and nothing is written then: F116 for no such block, F118 where the source is
    not found, F119 where the text was edited by hand, F120 where annotations would lose their place, F130 for a block
    in a note, T121 where a correction finds nothing (the words of `split_at`).
    """
    found = correctable(text)
    new = _with_words(found.text, corrections)
    kept = tuple(old for old in found.parsing.corrections if not any(_same_place(old, other) for other in new))
    parsing = overruled(found.parsing, said) if said else found.parsing
    parsing = replace(parsing, corrections=(*kept, *new))
    parsed = parse(found.source, parsing, name=text.stem)
    lost = [finding for finding in parsed.findings if finding.code == CORRECTION_LOST.code]
    if len(lost) > sum(finding.code == CORRECTION_LOST.code for finding in found.parsed().findings):
        raise InputRefused(*lost)
    return Corrected(parsed, _write(found, parsing, parsed))


def _write(found: Correctable, parsing: Parsing, parsed: Parsed) -> tuple[str, ...]:
    """Write a corrected text and carry its annotations, and return what became of these."""
    text, old, new = found.text.path, found.text.reading, reading_text(parsed.document)
    if old.sha256 == new.sha256:
        write_parsing(parsing_path(text), parsing, found.source)
        replace_file(text, parsed.tei)
        return ()
    from annotate.api.following import followings  # noqa: PLC0415  # loads the schema, for annotated texts only

    with followings(text, old, new) as files:
        refused = [rules.WOULD_LOSE_PLACES.at(file.path, named=file.lost_named()) for file in files if file.lost]
        if refused:
            raise InputRefused(*refused)
        carried = [(file.path, file.data()) for file in files]
        write_parsing(parsing_path(text), parsing, found.source)
        replace_file(text, parsed.tei)
        for path, data in carried:
            replace_file(path, data)
        return tuple(f"{file.path.name}: {file.summary()}" for file in files)


def _with_words(text: LoadedText, corrections: Sequence[Correction]) -> tuple[Correction, ...]:
    """Return the corrections with the words by which their blocks are found again."""
    if not corrections:
        return ()
    texts = block_texts(text.document)
    filled = []
    for correction in corrections:
        if correction.words:
            filled.append(correction)
            continue
        block = block_named(correction.block, text.document)
        if block is None:
            last = [found.id for found, _ in leaves(text.document.parts)][-1]
            raise InputRefused(rules.NO_SUCH_BLOCK.at(text.path, block=correction.block, last=last))
        if block not in texts:
            raise InputRefused(rules.IN_A_NOTE.at(text.path, block=block))
        words, occurrence = words_of(block, texts)
        filled.append(replace(correction, words=words, block=block, occurrence=occurrence))
    return tuple(filled)


def _same_place(old: Correction, new: Correction) -> bool:
    """Whether an old correction says of the same block what the new one says otherwise."""
    reshapes = old.join_next or old.split_at or new.join_next or new.split_at
    return (old.words, old.occurrence) == (new.words, new.occurrence) and not reshapes


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
