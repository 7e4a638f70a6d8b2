"""The pages' shells: Jinja templates for the frame of a page, into which finished HTML is put."""

from __future__ import annotations

import base64
from functools import lru_cache
from hashlib import sha256

from jinja2 import Environment, FunctionLoader, StrictUndefined

from annotate.resources import resource_text


def fill(template: str, **values: object) -> str:
    """Return `templates/<template>` filled with values: plain text is escaped, what `finished` returns is not."""
    return _environment().get_template(template).render(**values)


def filled_bytes(template: str, **values: object) -> bytes:
    """Return the same as UTF-8, with character references for what UTF-8 has no place for.

    A page is megabytes: it is encoded piece by piece, since put together first it would be copied three times more.
    """
    pieces = _environment().get_template(template).generate(**values)
    return b"".join(piece.encode("utf-8", errors="xmlcharrefreplace") for piece in pieces)


class Finished:
    """HTML that this package wrote itself, and in which every string it did not write is escaped.

    Templates take what has `__html__` as it is; markupsafe's own class for it would copy megabytes once more.
    """

    __slots__ = ("_html",)

    def __init__(self, html: str) -> None:
        self._html = html

    def __html__(self) -> str:
        """Return the HTML."""
        return self._html

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self._html)


def finished(html: str) -> Finished:
    """Return HTML that this package wrote itself, marked as such for the templates."""
    return Finished(html)


def digest(inline: str) -> str:
    """Return the source expression that lets one inline script or style run (CSP Level 3, 2.3.1)."""
    return f"'sha256-{base64.b64encode(sha256(inline.encode()).digest()).decode('ascii')}'"


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=FunctionLoader(lambda name: resource_text(f"templates/{name}")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
