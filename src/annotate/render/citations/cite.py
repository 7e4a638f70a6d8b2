"""A citation being made: the work, the place in it, and what has been printed of it so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from citeproc.source import VariableError

if TYPE_CHECKING:
    from annotate.render.citations.works import Work


class Cite:
    """One rendering of one work, with its locator and what has been printed of it so far.

    Attributes:
        reference: the work.
        rendered: variables printed so far, in order.
        tried: how many variables were asked for, printed or not.
        parts: how many macros and groups were printed; to a group around them they count as a variable printed.
        suppressed: variables that stand in the place of another, and are not printed again.
        full_names: the first author's given name is needed to tell two authors apart.
        disambiguate: more than the shortest form is needed to tell two works apart.
        sorting: a sort key is made, not a citation.
    """

    def __init__(self, reference: Work, label: str = "", identifier: str = "") -> None:
        self.reference = reference
        self.key = reference.key
        self.label = label
        self.identifier = identifier
        self.full_names = False
        self.disambiguate = False
        self.sorting = False
        self.start()

    def start(self) -> None:
        """Forget what was printed, before another rendering."""
        self.rendered: list[str] = []
        self.tried = 0
        self.parts = 0
        self.suppressed: set[str] = set()

    def ask(self, variable: str, *, printed: bool) -> None:
        """Note that a variable was asked for; the letter after a year is ours, not the source's, and does not count."""
        self.tried += variable != "year-suffix"
        if printed:
            self.rendered.append(variable)

    @property
    def has_locator(self) -> bool:
        """Whether a place in the work is cited."""
        return bool(self.identifier)

    @property
    def locator(self) -> Cite:
        """The place in the work, with `label` and `identifier`; raises citeproc's VariableError if there is none."""
        if not self.identifier:
            raise VariableError("locator")
        return self

    def __contains__(self, variable: str) -> bool:
        return variable == "locator" and self.has_locator

    def get_field(self, variable: str) -> Any:
        """Return a variable for sorting, None if there is none."""
        return self.reference.get(variable)
