"""What an element of a style finds in the style, kept: citeproc-py searches for the same again at each citation.

A style does not change once it is read, but for the names of a role that get an element of their own (`names`). So what
was found is found again; what was not is looked for again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator


class Lookups:
    """What an element looks up in its tree, remembered for as long as the element lives.

    lxml makes an element anew each time it is met unless somebody holds it; here each holds its children.
    """

    def __getattr__(self, name: str) -> Any:
        """Return the first child of a name, None if there is none (citeproc-py's way of writing it)."""
        found = super().__getattr__(name)  # type: ignore[misc]  # citeproc-py's
        if found is not None:
            setattr(self, name, found)
        return found

    def xpath_search(self, expression: str) -> list[Any]:
        """Return what an XPath expression finds from here."""
        searched: dict[str, list[Any]] = self.__dict__.setdefault("_searched", {})
        if expression not in searched:
            searched[expression] = super().xpath_search(expression)  # type: ignore[misc]  # citeproc-py's
        return searched[expression]

    def get_root(self) -> Any:
        """Return the style, or the locale, that this is an element of."""
        held = self.__dict__
        if "_own_root" not in held:
            held["_own_root"] = super().get_root()  # type: ignore[misc]  # citeproc-py's
        return held["_own_root"]

    def get_formatter(self) -> Any:
        """Return what sets type for the style."""
        held = self.__dict__
        if "_own_formatter" not in held:
            held["_own_formatter"] = super().get_formatter()  # type: ignore[misc]  # citeproc-py's
        return held["_own_formatter"]

    def iterchildren(self, *arguments: Any, **options: Any) -> Iterator[Any]:
        """Yield the children, in order."""
        if arguments or options:
            yield from super().iterchildren(*arguments, **options)  # type: ignore[misc]  # lxml's
            return
        held = self.__dict__
        if "_own_children" not in held:
            held["_own_children"] = list(super().iterchildren())  # type: ignore[misc]  # lxml's
        yield from held["_own_children"]
