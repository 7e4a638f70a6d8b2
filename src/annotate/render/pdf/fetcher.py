"""The only way WeasyPrint gets at a resource: files of the edition held in memory, and nothing else."""
# mypy: disable-error-code="misc, no-untyped-call"

from __future__ import annotations

import mimetypes
from typing import TYPE_CHECKING

from weasyprint.urls import URLFetcher, URLFetcherResponse

if TYPE_CHECKING:
    from collections.abc import Mapping

# Where relative addresses point, so that they too come past here; the domain exists nowhere (RFC 2606).
BASE_ADDRESS = "https://edition.invalid/"


class EditionFetcher(URLFetcher):
    """Hands out the given files by address and refuses everything else, which it remembers.

    Attributes:
        refused: the addresses that were asked for and refused, each once, in order.
    """

    def __init__(self, files: Mapping[str, bytes]) -> None:
        """`files` maps an address, relative to the edition, to the file's bytes."""
        super().__init__(allowed_protocols=(), allow_redirects=False)
        self._files = {BASE_ADDRESS + address: data for address, data in files.items()}
        self.refused: list[str] = []

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """Return the file at an address. Raises ValueError, which WeasyPrint takes for a missing resource."""
        data = self._files.get(url)
        if data is None:
            if url not in self.refused:
                self.refused.append(url)
            raise ValueError("not a file of the edition")
        media_type = mimetypes.guess_type(url)[0] or "application/octet-stream"
        return URLFetcherResponse(url, data, {"Content-Type": media_type})
