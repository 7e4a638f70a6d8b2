"""Small pictures made by hand, byte by byte: PNG, GIF, JPEG and WebP."""

import struct
import zlib


def png(width: int = 4, height: int = 3, colour: tuple[int, int, int] = (120, 30, 30)) -> bytes:
    """Return a PNG of one colour (ISO/IEC 15948)."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + bytes(colour) * width for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def claimed_png(width: int, height: int) -> bytes:
    """Return a PNG that claims a size and holds none of it."""
    return png(1, 1)[:16] + struct.pack(">II", width, height) + png(1, 1)[24:]


def gif(width: int = 5, height: int = 2) -> bytes:
    return b"GIF89a" + struct.pack("<HH", width, height) + b"\0\0\0;"


def jpeg(width: int = 6, height: int = 7) -> bytes:
    """Return the start of a JPEG: an application segment, then the frame's header with its size."""
    application = b"\xff\xe0" + struct.pack(">H", 4) + b"xx"
    return b"\xff\xd8" + application + b"\xff\xc2" + struct.pack(">HBHH", 8, 8, height, width) + b"\1"


def webp(width: int = 8, height: int = 9) -> bytes:
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    chunk = b"VP8X" + struct.pack("<I", 10) + b"\0\0\0\0" + size
    return b"RIFF" + struct.pack("<I", len(chunk) + 4) + b"WEBP" + chunk
