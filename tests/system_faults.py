"""A system whose calls can be made to fail, or to be the last one: what stands between the store and the disk."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

WATCHED = ("stat", "open", "fstat", "fchown", "fchmod", "write", "fsync", "close", "replace", "scandir")


class System:
    """Stands in for the module `os`: counts the calls that reach the disk, and does something at one of them.

    `at` is the number of the call, from 0; `fault` is called with the real function and its arguments and may raise, do
    half of it, or end the process. `calls` holds the names of the calls made, `arguments` what they were given.
    """

    def __init__(self, at: int | None = None, fault: Callable[..., Any] | None = None) -> None:
        self.at, self.fault = at, fault
        self.calls: list[str] = []
        self.arguments: list[tuple[Any, ...]] = []

    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name)
        return self._watched(name, real) if name in WATCHED else real

    def _watched(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            self.calls.append(name)
            self.arguments.append(arguments)
            if self.fault is not None and len(self.calls) - 1 == self.at:
                return self.fault(real, *arguments, **options)
            return real(*arguments, **options)

        return call


def fails(number: int) -> Callable[..., Any]:
    """Return a fault: the call does nothing and reports this error; a descriptor is closed even so, as on Linux."""

    def fault(real: Callable[..., Any], *arguments: Any, **_options: Any) -> Any:
        if real is os.close:
            real(*arguments)
        raise OSError(number, os.strerror(number))

    return fault


def fails_after_half(number: int) -> Callable[..., Any]:
    """Return a fault: a write fails after half of its bytes, other calls fail at once."""

    def fault(real: Callable[..., Any], *arguments: Any, **options: Any) -> Any:
        if real is os.write:
            descriptor, data = arguments
            real(descriptor, data[: len(data) // 2])
        return fails(number)(real, *arguments, **options)

    return fault


def dies_before(_real: Callable[..., Any], *_arguments: Any, **_options: Any) -> Any:
    """End the process, as kill -9 does, before the call."""
    os._exit(9)


def dies_in_the_middle(real: Callable[..., Any], *arguments: Any, **_options: Any) -> Any:
    """End the process when half of the bytes are written."""
    if real is os.write:
        descriptor, data = arguments
        real(descriptor, data[: len(data) // 2])
    os._exit(9)


def dies_after(real: Callable[..., Any], *arguments: Any, **options: Any) -> Any:
    """End the process right after the call."""
    real(*arguments, **options)
    os._exit(9)
