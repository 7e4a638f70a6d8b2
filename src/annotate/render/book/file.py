"""Writing a PDF piece by piece, so that a book of a thousand pages never stands in memory as objects.

Objects without a stream go into object streams (ISO 32000-1, 7.5.7) of some hundred, as soon as these are full.
"""

from __future__ import annotations

import zlib
from hashlib import sha256

_TOGETHER = 500  # objects in an object stream: few enough that a reader needs to unpack little for one page
_LEVEL = 6  # of compression; 9 costs three times the time for a hundredth of the size
HEADER = b"%PDF-1.7\n%\xf0\x9f\x96\xa4\n"


class PdfFile:
    """A PDF that is being written. Numbers of objects are given out by `new` and used once."""

    def __init__(self) -> None:
        self._written = bytearray(HEADER)
        self._entries: list[tuple[int, int, int]] = [(0, 0, 65535)]
        self._waiting: list[tuple[int, bytes]] = []

    def new(self, count: int = 1) -> int:
        """Return the first of so many numbers that nothing else bears."""
        first = len(self._entries)
        self._entries += [(0, 0, 0)] * count
        return first

    def plain(self, number: int, data: bytes) -> None:
        """Write an object that is no stream."""
        self._waiting.append((number, data))
        if len(self._waiting) == _TOGETHER:
            self._flush()

    def stream(self, number: int, head: bytes, data: bytes) -> None:
        """Write a stream whose dictionary tells its length.

        The line end behind it must not make one with its last byte (ISO 19005-3, 6.1.7.1).
        """
        self._entries[number] = (1, len(self._written), 0)
        end = b"\r\n" if data.endswith(b"\r") else b"\n"
        self._written += b"%d 0 obj\n%s\nstream\n%s%sendstream\nendobj\n" % (number, head, data, end)

    def packed(self, number: int, head: bytes, data: bytes) -> None:
        """Write a stream of data that are not compressed yet; `head` is a dictionary that tells no length."""
        packed = zlib.compress(data, _LEVEL)
        self.stream(number, b"%s/Filter /FlateDecode/Length %d>>" % (head.removesuffix(b">>"), len(packed)), packed)

    def finished(self, root: int, info: int) -> bytes:
        """Return the file; `root` and `info` are the catalogue and the document information, written before.

        Its identifier (ISO 32000-1, 14.4) is made of what is in it.
        """
        self._flush()
        number, start = self.new(), len(self._written)
        self._entries[number] = (1, start, 0)
        width = (start.bit_length() + 7) // 8
        # The three fields of an entry as one number: of a thousand pages there are 200,000.
        table = b"".join(
            ((kind << 8 * width | place) << 16 | index).to_bytes(width + 3) for kind, place, index in self._entries
        )
        digest = sha256(self._written).hexdigest()[:32].encode()
        head = b"<</Type /XRef/Size %d/W [1 %d 2]/Root %d 0 R/Info %d 0 R/ID [(%s) (%s)]>>" % (
            len(self._entries), width, root, info, digest, digest,
        )  # fmt: skip
        self.packed(number, head, table)
        self._written += b"startxref\n%d\n%%%%EOF\n" % start
        return bytes(self._written)

    def _flush(self) -> None:
        if not self._waiting:
            return
        number = self.new()
        offsets: list[bytes] = []
        position = 0
        for index, (own, data) in enumerate(self._waiting):
            self._entries[own] = (2, number, index)
            offsets.append(b"%d %d" % (own, position))
            position += len(data) + 1
        first = b" ".join(offsets) + b"\n"
        head = b"<</Type /ObjStm/N %d/First %d>>" % (len(self._waiting), len(first))
        self.packed(number, head, first + b"\n".join(data for _, data in self._waiting))
        self._waiting.clear()
