"""The pictures of a source that are at hand, kept beside its text in `NAME.media/`; nothing is ever fetched."""

from __future__ import annotations

import binascii
import os
import re
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, unquote_to_bytes

from annotate.api import picture_rules as rules
from annotate.lazy_pattern import lazy_pattern
from annotate.model.source import Form, picture_addresses
from annotate.read.picture_kind import LARGEST, sound_picture
from annotate.store import make_folder, replace_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from annotate.diagnostics import Finding, Rule
    from annotate.model.source import RawBlock, SourceText

MEDIA_SUFFIX = ".media"
MOST_BYTES = 200 * 1024 * 1024  # of all
_SCHEME = lazy_pattern(r"[A-Za-z][A-Za-z0-9+.\-]*:|//|\\\\")
_DATA = lazy_pattern(r"data:(?:[^,;]*)(?:;[^,;]*)*?(;base64)?,", re.IGNORECASE)
_UNSAFE = lazy_pattern(r"[^a-z0-9_]+")
_RESERVED = lazy_pattern(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)  # names Windows keeps for devices
_NAMED = 5  # addresses in one finding


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture to be kept: its file name in `NAME.media/`, and its bytes."""

    name: str
    data: bytes


class NotThere(Exception):
    """A picture that should lie at hand and does not."""


class NotKept(Exception):
    """A picture that is at hand and must not be kept; its text says why."""


def kept_pictures(
    source: SourceText, name: str, beside: Path | None
) -> tuple[SourceText, tuple[PictureFile, ...], list[Finding]]:
    """Return a source whose blocks name the pictures at hand by their place in `NAME.media/`, these, and findings.

    At hand are pictures within the source, data URLs and, where `beside` is its folder, files there or below. One
    that is not kept is named: a block of such a picture keeps the description and, where it leads somewhere, the
    address. File names come from the addresses, endings from the content.
    """
    lines: dict[tuple[str, str], int] = {}
    for address, near, line in picture_addresses(source.blocks):
        lines.setdefault((address, near), line)
    lines.pop(("", ""), None)
    shelf = _Shelf({picture.address: picture.data for picture in source.pictures}, beside)
    findings: list[Finding] = []
    places: dict[tuple[str, str], str] = {}
    elsewhere: dict[Rule, dict[str, int]] = {rules.REMOTE: {}, rules.MISSING: {}}
    for (address, near), line in lines.items():
        try:
            file = shelf.take_either(address, near)
        except NotThere:
            elsewhere[rules.MISSING].setdefault(address or near, line)
            continue
        except NotKept as why:
            shown = "in a data URL" if _DATA.match(address or near) else address or near
            found = rules.REFUSED.at(source.path, line, address=shown, reason=why, megabytes=LARGEST // 1024**2)
            findings.append(found)
            places[address, near] = ""
            continue
        if file is None:
            elsewhere[rules.REMOTE].setdefault(address, line)
        else:
            places[address, near] = f"{quote(name + MEDIA_SUFFIX)}/{file}"
    findings += [_summed(rule, lines, source.path) for rule, lines in elsewhere.items() if lines]
    blocks = tuple(_placed(block, places) for block in source.blocks)
    return replace(source, blocks=blocks, pictures=()), tuple(shelf.files), findings


def media_folder(text: Path) -> Path:
    """Return where the pictures of a text stand: those of `review.xml` in `review.media`."""
    return text.with_name(text.stem + MEDIA_SUFFIX)


def write_pictures(files: Iterable[PictureFile], text: Path, *, force: bool = False) -> list[Finding]:
    """Put pictures beside the text at `text`; return a finding for each that stays as a person changed it.

    What else is in the folder stays there. `force` replaces changed ones. Raises WorkFailed where one cannot be
    written.
    """
    findings: list[Finding] = []
    folder = media_folder(text)
    for file in files:
        make_folder(folder)
        path = folder / file.name
        held = path.read_bytes() if path.is_file() else None
        if held == file.data:
            continue
        if held is None or force:
            replace_file(path, file.data)
        else:
            findings.append(rules.CHANGED.at(path))
    return findings


class _Shelf:
    """Takes pictures one after the other; the same picture is one file, whatever it is called."""

    def __init__(self, within: Mapping[str, bytes], beside: Path | None) -> None:
        self.files: list[PictureFile] = []
        self._within = within
        self._beside = beside
        self._by_digest: dict[str, str] = {}
        self._names: set[str] = set()
        self._bytes = 0

    def take_either(self, address: str, near: str) -> str | None:
        """Return what `take` does for a picture that may lie at hand under `near`. Raises NotKept, NotThere."""
        if near:
            try:
                return self.take(near)
            except (NotKept, NotThere):
                if not address:
                    raise
        return self.take(address)

    def take(self, address: str) -> str | None:
        """Return the name under which a picture is kept, None for one on the web. Raises NotKept, NotThere."""
        data = self._within.get(address)
        if data is None and (found := _DATA.match(address)):
            data = _decoded(address[found.end() :], encoded=bool(found[1]))
        elif data is None:
            if _SCHEME.match(address):
                return None
            data = _local(address, self._beside)
        try:
            kind = sound_picture(data)
        except ValueError as why:
            raise NotKept(str(why)) from None
        digest = sha256(data).hexdigest()
        if digest not in self._by_digest:
            self._bytes += len(data)
            if self._bytes > MOST_BYTES:
                raise NotKept(f"all pictures together have more than {MOST_BYTES} bytes")
            self._by_digest[digest] = self._free_name(address, kind.ending)
            self.files.append(PictureFile(self._by_digest[digest], data))
        return self._by_digest[digest]

    def _free_name(self, address: str, ending: str) -> str:
        last = "" if _DATA.match(address) else unquote(re.split(r"[?#]", address)[0]).rpartition("/")[2]
        stem = _UNSAFE.sub("-", last.rpartition(".")[0].lower()).strip("-")[:60]
        stem = stem if stem and not _RESERVED.fullmatch(stem) else f"picture-{stem}".rstrip("-")
        name, count = f"{stem}.{ending}", 1
        while name in self._names:
            count += 1
            name = f"{stem}-{count}.{ending}"
        self._names.add(name)
        return name


def _decoded(data: str, *, encoded: bool) -> bytes:
    if len(data) > 2 * LARGEST:
        raise NotKept(f"it has more than {LARGEST} bytes")
    plain = unquote_to_bytes(data)
    try:
        return binascii.a2b_base64(plain) if encoded else plain
    except binascii.Error:
        raise NotKept("its base64 is broken") from None


def _local(address: str, beside: Path | None) -> bytes:
    """Return the bytes of a file beside the source or below. Raises NotKept, NotThere."""
    if beside is None:
        raise NotThere
    folder = Path(os.path.realpath(beside))
    for name in dict.fromkeys((address, unquote(re.split(r"[?#]", address)[0]))):
        if "\0" in name or not (path := Path(os.path.realpath(folder / name))).is_relative_to(folder):
            raise NotKept("it leads out of the folder of the source")
        if path.is_file():
            return _read(path)
    raise NotThere


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError:
        raise NotThere from None
    if len(data) > LARGEST:
        raise NotKept(f"it has more than {LARGEST} bytes")
    return data


def _summed(rule: Rule, lines: Mapping[str, int], path: str) -> Finding:
    what = [f"{address} in line {line}" for address, line in list(lines.items())[:_NAMED]]
    more = f" and {len(lines) - _NAMED} more" if len(lines) > _NAMED else ""
    count = "1 picture is" if len(lines) == 1 else f"{len(lines)} pictures are"
    return rule.at(path, next(iter(lines.values())), count=count, what="; ".join(what) + more)


def _placed(block: RawBlock, places: Mapping[tuple[str, str], str]) -> RawBlock:
    """Return a block that names its pictures by where they are kept, with the notes it calls."""
    if block.form is Form.PICTURE:
        block = replace(block, attributes=_kept(block.attributes, places))
    if any(mark.name == "graphic" for mark in block.marks):
        marks = (
            replace(mark, attributes=_kept(mark.attributes, places)) if mark.name == "graphic" else mark
            for mark in block.marks
        )
        block = replace(block, marks=tuple(mark for mark in marks if mark.name != "graphic" or mark.attributes["url"]))
    if block.notes:
        notes = tuple(
            replace(note, blocks=tuple(_placed(inner, places) for inner in note.blocks)) for note in block.notes
        )
        block = replace(block, notes=tuple(notes))
    return block


def _kept(attributes: Mapping[str, str], places: Mapping[tuple[str, str], str]) -> dict[str, str]:
    """Return a picture's attributes with the address it is kept under."""
    url, near = attributes.get("url", ""), attributes.get("near", "")
    others = {name: value for name, value in attributes.items() if name != "near"}
    return {**others, "url": places.get((url, near), url)}
