"""The style sheet of a theme: which files it names, refused where it reaches for anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import tinycss2  # type: ignore[import-untyped]
from tinycss2.ast import AtRule, FunctionBlock, ParseError, StringToken, URLToken  # type: ignore[import-untyped]

from annotate.read.theme import rules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from annotate.diagnostics import Finding

_TAKES_ADDRESSES = frozenset({"url", "src", "image", "image-set", "cross-fade", "-webkit-image-set"})
_INSIDE = ("prelude", "content", "value", "arguments")
# Pictures and fonts by the endings of their names; what the machine thinks of these must not change an edition.
_MEDIA_TYPES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".woff": "font/woff",
    ".ttf": "font/ttf",
    ".otf": "font/otf",
}


class StyleSheet:
    """One parsed style sheet (CSS Syntax Level 3); `findings` say what of it is refused."""

    def __init__(self, css: str, path: str, files: frozenset[str]) -> None:
        """Parse `css`, which stands at `path`; `files` are the names in its folder, below it with slashes."""
        self._path = path
        self._files = files
        self._rules = tinycss2.parse_stylesheet(css, skip_comments=True)
        self._addresses: list[URLToken | StringToken] = []
        self.findings: list[Finding] = list(self._refused(css))

    @property
    def named(self) -> tuple[str, ...]:
        """The files that it names, each once, in order."""
        return tuple(dict.fromkeys(token.value.partition("#")[0] for token in self._addresses))

    def with_addresses(self, address: Callable[[str], str]) -> str:
        """Return the style sheet with another address for each file that it names."""
        originals = [(token, token.representation) for token in self._addresses]
        for token in self._addresses:
            quoted = f'"{address(token.value.partition("#")[0])}"'
            token.representation = quoted if isinstance(token, StringToken) else f"url({quoted})"
        written: str = tinycss2.serialize(self._rules)
        for token, representation in originals:
            token.representation = representation
        return written

    def _refused(self, css: str) -> Iterator[Finding]:
        if "</style" in css.lower():
            line = css.lower().partition("</style")[0].count("\n") + 1
            yield rules.NOT_CSS.at(self._path, line, reason="it ends the style sheet with </style")
        for token, wanted in _tokens(self._rules, wanted=False):
            place = (token.source_line, token.source_column)
            if isinstance(token, ParseError):
                yield rules.NOT_CSS.at(self._path, *place, reason=token.message.rstrip("."))
            elif isinstance(token, AtRule) and token.lower_at_keyword == "import":
                reason = "one style sheet takes no other in"
                yield rules.ADDRESS_REFUSED.at(self._path, *place, address="@import", reason=reason)
            elif isinstance(token, URLToken) or (wanted and isinstance(token, StringToken)):
                if reason := self._why_not(token.value):
                    yield rules.ADDRESS_REFUSED.at(self._path, *place, address=token.value[:100], reason=reason)
                else:
                    self._addresses.append(token)

    def _why_not(self, address: str) -> str:
        name = address.partition("#")[0]
        if name.startswith(("/", "..", "data:")) or "//" in name:
            return "it leads out of the folder of the theme"
        if name not in self._files:
            return "no such file lies in the folder of the theme"
        if not media_type(name):
            return "it is neither a picture nor a font"
        return ""


def media_type(name: str) -> str:
    """Return the media type of a picture or font by the ending of its name, "" for anything else."""
    return _MEDIA_TYPES.get(name[name.rfind(".") :].lower(), "")


def _tokens(nodes: Sequence[Any], *, wanted: bool) -> Iterator[tuple[Any, bool]]:
    """Yield every token at any depth, and whether a string there would be an address."""
    waiting = [(node, wanted) for node in reversed(nodes)]
    while waiting:
        node, inside = waiting.pop()
        yield node, inside
        below = inside or (isinstance(node, FunctionBlock) and node.lower_name in _TAKES_ADDRESSES)
        for name in reversed(_INSIDE):
            inner = getattr(node, name, None)
            if isinstance(inner, list):
                waiting += [(each, below) for each in reversed(inner)]
