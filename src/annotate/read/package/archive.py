"""A zip package that holds a text: which parts it has, checked before any is unpacked, and their bytes."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from annotate.errors import InputRefused
from annotate.read.package import rules
from annotate.read.xml import parse_xml

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml import etree

    from annotate.diagnostics import Finding

MAX_ENTRIES = 20_000
MAX_TOTAL_BYTES = 1024 * 1024 * 1024
MAX_PART_BYTES = 256 * 1024 * 1024
# Of a part larger than `_SMALL` bytes; the markup of long word-processor files packs to a tenth or a thirtieth, a part
# that is made of one repeated element to less than a two-hundredth.
MAX_RATIO = 200
_SMALL = 4 * 1024 * 1024
# Each costs libxml2 some 150 to 280 bytes, so that a small file of many could fill a gigabyte.
MAX_TAGS = 2_500_000
_OLE_SIGNATURE = b"\xd0\xcf\x11\xe0"
_CHUNK = 1024 * 1024
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)


class Package:
    """The parts of a zip package (ISO/IEC 21320-1), read one at a time and never written to disk."""

    def __init__(self, data: bytes, path: str, kind: str) -> None:
        """Look at the package's directory; `kind` is what it should be, as findings say it ("Word file").

        Raises InputRefused (F500 to F503) for what is no zip, is encrypted, has names that are unsafe or double, or
        declares more than `MAX_ENTRIES` parts or `MAX_TOTAL_BYTES` bytes.
        """
        self.path = path
        self._kind = kind
        if data.startswith(_OLE_SIGNATURE):
            raise InputRefused(rules.ENCRYPTED.at(path, what="an old Word file (.doc) or one with a password"))
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _UNREADABLE as error:
            raise InputRefused(
                rules.NOT_A_PACKAGE.at(path, kind=kind, reason=str(error) or "it is cut short")
            ) from None
        entries = self._zip.infolist()
        findings = [*self._large(entries), *self._unsafe(entries)]
        if findings:
            raise InputRefused(*findings)
        self._entries = {entry.filename.lower(): entry for entry in entries}

    def __contains__(self, name: str) -> bool:
        """Whether there is a part of this name (names are compared without case: ECMA-376-2, 6.2.2.3)."""
        return name.lower() in self._entries

    def names(self) -> list[str]:
        """Return the names of all parts as the package has them, in its order."""
        return [entry.filename for entry in self._entries.values()]

    def read(self, name: str) -> bytes:
        """Return the bytes of a part.

        Raises KeyError where there is none, InputRefused (F500, F503) where it is damaged or larger than it may be.
        """
        entry = self._entries[name.lower()]
        chunks: list[bytes] = []
        size = 0
        limit = min(MAX_PART_BYTES, max(_SMALL, entry.compress_size * MAX_RATIO))
        try:
            with self._zip.open(entry) as stream:
                while chunk := stream.read(_CHUNK):
                    size += len(chunk)
                    if size > limit:
                        raise InputRefused(self._too_large(f"{name} unpacks", f"more than {limit} bytes", limit))
                    chunks.append(chunk)
        except _UNREADABLE as error:
            reason = f"{name} is damaged ({str(error) or 'it is cut short'})"
            raise InputRefused(rules.NOT_A_PACKAGE.at(self.path, kind=self._kind, reason=reason)) from None
        return b"".join(chunks)

    def tree(self, name: str) -> etree._Element:
        """Return the root of an XML part; raises as `read` does and for XML that is refused (F104, F121 to F125)."""
        data = self.read(name)
        tags = data.count(b"<")
        if tags > MAX_TAGS:
            raise InputRefused(self._too_large(f"the markup of {name} goes", f"{tags} tags", MAX_TAGS))
        return parse_xml(data, self.path)

    def tree_if_sound(self, name: str, what: str, findings: list[Finding]) -> etree._Element | None:
        """Return the root of a part the text can do without; None where it is missing or, with a warning, broken.

        `what` says in the warning (F505) what the part holds.
        """
        if name not in self:
            return None
        try:
            return self.tree(name)
        except InputRefused as refused:
            reason = "; ".join(finding.sentence for finding in refused.findings)
            findings.append(rules.BROKEN_PART.at(self.path, part=name, what=what, reason=reason))
            return None

    def _large(self, entries: list[zipfile.ZipInfo]) -> Iterable[Finding]:
        if len(entries) > MAX_ENTRIES:
            yield self._too_large("the number of parts goes", str(len(entries)), MAX_ENTRIES)
        total = sum(entry.file_size for entry in entries)
        if total > MAX_TOTAL_BYTES:
            yield self._too_large("the package unpacks", f"{total} bytes", MAX_TOTAL_BYTES)

    def _unsafe(self, entries: list[zipfile.ZipInfo]) -> Iterable[Finding]:
        seen: set[str] = set()
        for entry in entries:
            name = entry.filename
            if entry.flag_bits & 0x1:
                yield rules.ENCRYPTED.at(self.path, what=f"a {self._kind} with a password (on {name})")
                return
            if entry.compress_type not in _METHODS:
                reason = f"{name} is packed by method {entry.compress_type}"
                yield rules.NOT_A_PACKAGE.at(self.path, kind=self._kind, reason=reason)
            if name.startswith("/") or "\\" in name or ".." in name.split("/") or name[1:2] == ":":
                yield rules.UNSAFE_NAMES.at(self.path, what=f"a part whose name leads out of it, {name}")
            if name.lower() in seen:
                yield rules.UNSAFE_NAMES.at(self.path, what=f"two parts of the name {name}")
            seen.add(name.lower())

    def _too_large(self, what: str, size: str, limit: int) -> Finding:
        return rules.PACKAGE_TOO_LARGE.at(self.path, what=what, size=size, limit=limit)
