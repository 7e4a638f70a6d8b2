"""Content models: which children an element may have in which order, read child by child.

The method is that of derivatives (J. Clark, An algorithm for RELAX NG validation, 2002), for sequences of element
names: the derivative of a model by a name is the model of what may follow that name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Nothing:
    """No sequence at all."""


@dataclass(frozen=True, slots=True)
class Empty:
    """The sequence without members."""


@dataclass(frozen=True, slots=True)
class Name:
    """One element of this name."""

    name: str


@dataclass(frozen=True, slots=True)
class Sequence:
    """The first, then the second."""

    first: Model
    second: Model


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several."""

    options: frozenset[Model]


@dataclass(frozen=True, slots=True)
class Repeated:
    """Any number, none included."""

    inner: Model


Model: TypeAlias = Nothing | Empty | Name | Sequence | Choice | Repeated

NOTHING, EMPTY = Nothing(), Empty()


def sequence(models: Iterable[Model]) -> Model:
    """Return the model of one after the other."""
    whole: Model = EMPTY
    for model in reversed(list(models)):
        whole = _join(model, whole)
    return whole


def choice(models: Iterable[Model]) -> Model:
    """Return the model of one among several."""
    options: set[Model] = set()
    for model in models:
        options |= model.options if isinstance(model, Choice) else {model}
    options.discard(NOTHING)
    if len(options) > 1:
        return Choice(frozenset(options))
    return options.pop() if options else NOTHING


def repeated(model: Model) -> Model:
    """Return the model of any number of a model."""
    return EMPTY if isinstance(model, (Empty, Nothing)) else Repeated(model)


def may_end(model: Model) -> bool:
    """Whether the sequence without members fits."""
    if isinstance(model, Sequence):
        return may_end(model.first) and may_end(model.second)
    if isinstance(model, Choice):
        return any(may_end(option) for option in model.options)
    return isinstance(model, (Empty, Repeated))


def after(model: Model, name: str) -> Model:
    """Return the model of what may follow an element of this name; `NOTHING` if it may not stand first."""
    if isinstance(model, Name):
        return EMPTY if model.name == name else NOTHING
    if isinstance(model, Choice):
        return choice(after(option, name) for option in model.options)
    if isinstance(model, Repeated):
        return _join(after(model.inner, name), model)
    if isinstance(model, Sequence):
        through_first = _join(after(model.first, name), model.second)
        return choice((through_first, after(model.second, name))) if may_end(model.first) else through_first
    return NOTHING


def first_names(model: Model) -> set[str]:
    """Return the names of the elements that may stand first."""
    if isinstance(model, Name):
        return {model.name}
    if isinstance(model, Choice):
        return {name for option in model.options for name in first_names(option)}
    if isinstance(model, Repeated):
        return first_names(model.inner)
    if isinstance(model, Sequence):
        return first_names(model.first) | (first_names(model.second) if may_end(model.first) else set())
    return set()


def _join(first: Model, second: Model) -> Model:
    if first is NOTHING or second is NOTHING:
        return NOTHING
    if first is EMPTY:
        return second
    return first if second is EMPTY else Sequence(first, second)
