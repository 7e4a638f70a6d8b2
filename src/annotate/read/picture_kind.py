"""What kind of picture bytes are, told by their first bytes: PNG, JPEG, GIF, WebP; and how large it is."""

from __future__ import annotations

from dataclasses import dataclass

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_GIF = (b"GIF87a", b"GIF89a")
# Frames of JPEG that state a size (ITU-T T.81, table B.1): SOF0 to SOF15 without DHT, JPG and DAC.
_SIZES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_BARE = frozenset({0x01, *range(0xD0, 0xDA)})
_OTHERS = (
    (b"<svg", "a drawing (SVG), which can carry programs"),
    (b"<?xml", "a drawing (SVG) or other XML"),
    (b"\x01\x00\x00\x00", "a Windows drawing (EMF)"),
    (b"\xd7\xcd\xc6\x9a", "a Windows drawing (WMF)"),
    (b"BM", "a BMP picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"%PDF", "a PDF"),
)


LARGEST = 25 * 1024 * 1024  # bytes of one picture
MOST_PIXELS = 100_000_000  # a small file can claim a picture that fills the memory


@dataclass(frozen=True, slots=True)
class PictureKind:
    """A kind of picture that browsers and the PDF can show: its media type, its usual ending, its size in pixels."""

    media_type: str
    ending: str
    width: int
    height: int


def picture_kind(data: bytes) -> PictureKind | None:
    """Return the kind of a picture, None for what is none of the four or is cut short before its size."""
    if data.startswith(_PNG) and data[12:16] == b"IHDR" and len(data) >= 24:
        return PictureKind("image/png", "png", int.from_bytes(data[16:20]), int.from_bytes(data[20:24]))
    if data.startswith(_GIF) and len(data) >= 10:
        width, height = int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little")
        return PictureKind("image/gif", "gif", width, height)
    if data.startswith(_JPEG):
        return _jpeg(data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return _webp(data)
    return None


def sound_picture(data: bytes) -> PictureKind:
    """Return the kind of a picture that may be kept and shown. Raises ValueError, which says why it may not."""
    kind = picture_kind(data)
    if kind is None:
        raise ValueError(f"it is {_what_else(data)}")
    if len(data) > LARGEST:
        raise ValueError(f"it has more than {LARGEST} bytes")
    if kind.width * kind.height > MOST_PIXELS:
        raise ValueError(f"it has {kind.width} by {kind.height} pixels")
    return kind


def _what_else(data: bytes) -> str:
    start = data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return next((what for sign, what in _OTHERS if start.startswith(sign.lower())), "no picture of a known kind")


def _jpeg(data: bytes) -> PictureKind | None:
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:  # a fill byte
            at += 1
        elif marker in _BARE:
            at += 2
        elif marker in _SIZES:
            height, width = int.from_bytes(data[at + 5 : at + 7]), int.from_bytes(data[at + 7 : at + 9])
            return PictureKind("image/jpeg", "jpg", width, height)
        else:
            at += 2 + max(int.from_bytes(data[at + 2 : at + 4]), 2)
    return None


def _webp(data: bytes) -> PictureKind | None:
    """Return the size that the first chunk states (RFC 9649, section 2)."""
    chunk = data[12:16]
    if chunk == b"VP8X" and len(data) >= 30:
        width, height = int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1
    elif chunk == b"VP8L" and len(data) >= 25:
        bits = int.from_bytes(data[21:25], "little")
        width, height = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    elif chunk == b"VP8 " and len(data) >= 30:
        width = int.from_bytes(data[26:28], "little") & 0x3FFF
        height = int.from_bytes(data[28:30], "little") & 0x3FFF
    else:
        return None
    return PictureKind("image/webp", "webp", width, height)
