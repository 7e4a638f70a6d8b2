"""The pictures of a zip package that the blocks of its text name."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from annotate.errors import InputRefused
from annotate.model.source import Picture, picture_addresses

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotate.diagnostics import Finding
    from annotate.model.source import RawBlock
    from annotate.read.package.archive import Package

MOST_BYTES = 200 * 1024 * 1024


def pictures_in(package: Package, blocks: Iterable[RawBlock], findings: list[Finding]) -> tuple[Picture, ...]:
    """Return the pictures that blocks name by their part of the package, each once, in order; `MOST_BYTES` at most.

    One that is damaged or too large is left out and goes to `findings`.
    """
    pictures: list[Picture] = []
    size = 0
    for address in dict.fromkeys(address for address, _, _ in picture_addresses(blocks)):
        part = address if address in package else unquote(address)
        if part not in package or size > MOST_BYTES:
            continue
        try:
            data = package.read(part)
        except InputRefused as refused:
            findings += refused.findings
            continue
        size += len(data)
        pictures.append(Picture(address, data))
    return tuple(pictures)
