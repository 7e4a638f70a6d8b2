"""What goes into an edition besides its choices: the digest of every file that its bytes, or its findings, depend on.

Some files are found by the text's own name and folder: its annotations, settings and library. Others are named in
these: pictures, copies of sources, linked files. Which these are depends on the first alone, and is kept by their
digest, so that an edition that has not changed is told without parsing anything.
"""

from __future__ import annotations

import json
import os
import stat
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from annotate.api.files import annotations_path
from annotate.api.library import library_path, load_library
from annotate.api.load import load_annotations, load_text
from annotate.api.settings import SETTINGS, load_settings, settings_path
from annotate.api.validate_files import annotations_beside, folder_of
from annotate.errors import InputRefused
from annotate.render.made_files import Room, keep_files, read_kept
from annotate.render.programs import programs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotate.model.annotation import Source
    from annotate.model.edition_choices import Choices

_KIND, _NAMES = "edition-parts", "names.json"
_ROOM = Room(2_000)
_LARGEST = 256 * 1024 * 1024  # bytes; what is larger is never read for an edition (`source_copy.LARGEST`)
_CHUNK = 1 << 20
# Read at rendering: the date that a PDF bears.
_ENVIRONMENT = ("SOURCE_DATE_EPOCH",)


@dataclass(frozen=True, slots=True)
class _Named:
    """A file that is named in another: its name there, and the folder the name is relative to.

    One that is `kept_in` its folder is not read where its name leads out of that.
    """

    folder: str
    name: str
    kept_in: bool = True

    @property
    def path(self) -> Path:
        """Where it is."""
        return Path(self.folder, self.name)

    def state(self) -> str:
        """Return what its bytes are, or why it is not read."""
        try:
            root = os.path.realpath(self.folder)
            inside = os.path.realpath(self.path).startswith(root.rstrip(os.sep) + os.sep)
        except (OSError, ValueError):
            return "unreadable"
        return _state(self.path) if inside or not self.kept_in else "outside"


def edition_digest(text: Path, annotations: Path | None, choices: Choices) -> str:
    """Return a digest (hex) that differs whenever an edition of the text at `text` could.

    It covers the bytes of the text, of its annotation files, settings and library, of the pictures and copies of
    sources that these name, and of the files they link to, whether there or not; the choices with the theme; the
    programs. Raises InputRefused where the text or its own annotations cannot be read.
    """
    held = annotations or annotations_path(text)
    files = _direct(text, held)
    environment = [os.environ.get(name) for name in _ENVIRONMENT]
    first = _digest(
        programs(), str(text), annotations and str(annotations), [(str(path), _state(path)) for path in files]
    )
    named = _named(first, text, held)
    folders = dict.fromkeys(each.path.parent for each in named if not each.kept_in)
    settings = [(str(path), _state(path)) for folder in folders if (path := settings_path(folder)) is not None]
    states = [(each, each.state()) for each in named]
    return _digest(first, states, settings, asdict(choices), environment, _day(files))


def _day(files: Iterable[Path]) -> str:
    """Return the day, where an error can depend on it: what lies in the future is one only if settings say so."""
    for path in files:
        with suppress(InputRefused):
            if path.name == SETTINGS and load_settings(path).severities:
                return today()
    return ""


def today() -> str:
    """Return the day (ISO 8601, in UTC)."""
    return datetime.now(UTC).date().isoformat()


def _direct(text: Path, held: Path) -> list[Path]:
    """Return the files that are found by the name and folder of a text, whether they are there or not."""
    annotations = [held, *annotations_beside(text)]
    folders = dict.fromkeys(folder_of(path) for path in (text, *annotations))
    libraries = [library_path(folder) for folder in folders]
    settings = [settings_path(folder) for folder in (*folders, *(path.parent for path in libraries))]
    return list(dict.fromkeys([text, *annotations, *libraries, *filter(None, settings)]))


def _named(digest: str, text: Path, held: Path) -> list[_Named]:
    """Return the files that a text, its annotations and its library name; `digest` is that of those three."""
    kept = read_kept(_KIND, digest)
    if kept is not None and _NAMES in kept:
        return [_Named(**each) for each in json.loads(kept[_NAMES])]
    # No file has a null character in its name.
    named = [each for each in dict.fromkeys(_found(text, held)) if "\0" not in each.name]
    data = json.dumps([asdict(each) for each in named]).encode()
    keep_files(_KIND, digest, {_NAMES: data}, _ROOM)
    return named


def _found(text: Path, held: Path) -> Iterator[_Named]:
    from annotate.api.edition_pictures import pictures_named  # noqa: PLC0415  # not for an edition that is kept

    for address in pictures_named(load_text(text).document):
        yield _Named(str(folder_of(text)), unquote(address))
    for path in dict.fromkeys((held, *annotations_beside(text))):
        yield from _found_in_annotations(path, own=path == held)


def _found_in_annotations(path: Path, *, own: bool) -> Iterator[_Named]:
    """Yield what an annotation file names; one that is not the edition's `own` may be broken: it is only checked."""
    folder = folder_of(path)
    try:
        if not own or path.exists():
            annotations = load_annotations(path).annotations
            links = [end for link in annotations.links for end in (link.start, link.end) if "#" in end]
            yield from (_Named(str(folder), end.rpartition("#")[0], kept_in=False) for end in links)
            yield _Named(str(folder), annotations.text.file, kept_in=False)
            yield from _copies(annotations.sources, folder)
        library = load_library(library_path(folder))
        yield from _copies(library.library.sources, library.path.parent)
    except InputRefused:
        if own:
            raise


def _copies(sources: Iterable[Source], folder: Path) -> Iterator[_Named]:
    """Yield the copies that sources have, and their parsed texts."""
    from annotate.api.source_copy import parsed_path  # noqa: PLC0415  # not for an edition that is kept

    for source in sources:
        if source.copy is not None:
            yield _Named(str(folder), source.copy.file)
            yield _Named(str(folder), str(parsed_path(Path(source.copy.file))))


def _state(path: Path) -> str:
    """Return the SHA-256 (hex) of a file's bytes, or a word for what cannot be read as one."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            return "no file"
        if found.st_size > _LARGEST:
            return "too large"
        digest = sha256()
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
        return digest.hexdigest()
    except FileNotFoundError:
        return "not there"
    except (OSError, ValueError) as error:
        return f"unreadable: {error}"


def _digest(*parts: object) -> str:
    return sha256(repr(parts).encode(errors="surrogatepass")).hexdigest()
