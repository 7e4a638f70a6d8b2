"""Rendering texts by several processes: one that cannot be rendered does not stop the others."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from annotate.api import render_rules as rules
from annotate.api.edition_choices import choices_for
from annotate.api.kept_editions import rendered_or_kept
from annotate.api.rendered import FORMATS, write_editions
from annotate.api.shared_work import shared
from annotate.errors import InputRefused, WorkFailed
from annotate.store import make_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from annotate.api.rendered import Rendered, Written
    from annotate.api.texts_to_render import TextToRender
    from annotate.diagnostics import Finding


@dataclass(frozen=True, slots=True)
class HowToRender:
    """What holds for all texts of a run: formats, the choices a person made (`choices_for`), and the options."""

    formats: tuple[str, ...] = FORMATS
    choices: Mapping[str, Any] = field(default_factory=dict)
    annotations: Path | None = None
    draft: bool = False
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """What became of one text.

    Attributes:
        text: the text.
        written: its editions.
        findings: what a person should know, whether there is an edition or not.
        pages: how many pages its PDF has.
        errors: how many errors the checks find in the text and its annotations.
        code: the exit code due: 1 where the text is refused, 3 where an edition could not be made or written.
    """

    text: Path
    written: tuple[Written, ...] = ()
    findings: tuple[Finding, ...] = ()
    pages: int | None = None
    errors: int = 0
    code: int = 0


def render_all(texts: Sequence[TextToRender], how: HowToRender, jobs: int = 0) -> Iterator[Done]:
    """Render texts and yield what became of each, in their order, as soon as it and those before it are done.

    `jobs` is how many processes share the work, 0 for as many as there are processors; files and order are the same
    with any number. Of two texts whose editions would be one file the second is refused (E330).
    """
    refused = _written_twice(texts)
    todo = [one for one in texts if one.text not in refused]
    done = shared(partial(_render, how=how), todo, jobs)
    for one in texts:
        yield refused[one.text] if one.text in refused else next(done)


def _written_twice(texts: Sequence[TextToRender]) -> dict[Path, Done]:
    """Return what becomes of texts whose editions would take the place of another's."""
    refused: dict[Path, Done] = {}
    first: dict[str, Path] = {}
    for one in texts:
        edition = (one.output or one.text.parent) / one.text.stem
        other = first.setdefault(os.path.realpath(edition), one.text)
        if other != one.text:
            finding = rules.TWO_TEXTS.at(one.text, file=edition, other=other)
            refused[one.text] = Done(one.text, findings=(finding,), code=1)
    return refused


def render_one(text: Path, how: HowToRender) -> tuple[Rendered | None, Done]:
    """Return the editions of one text, None where it was refused or none could be made, and what became of it."""
    try:
        rendered = rendered_or_kept(
            text,
            how.formats,
            annotations=how.annotations,
            choices=choices_for(text, **how.choices),
            draft=how.draft,
            fresh=how.fresh,
        )
    except InputRefused as refusal:
        return None, Done(text, findings=refusal.findings, code=1)
    except WorkFailed as failure:
        return None, Done(text, findings=failure.findings, code=3)
    found = (*rendered.findings, *rendered.failed)
    code = 3 if rendered.failed else 0
    return rendered, Done(text, findings=found, pages=rendered.pages, errors=rendered.errors, code=code)


def _render(one: TextToRender, how: HowToRender) -> Done:
    """Render a text, write its editions, and return what became of it."""
    rendered, done = render_one(one.text, how)
    if rendered is None or not rendered.editions:
        return done
    try:
        _make_folders(one)
        return replace(done, written=write_editions(rendered, one.text, one.output))
    except WorkFailed as failure:
        return replace(done, findings=(*done.findings, *failure.findings), code=3)


def _make_folders(one: TextToRender) -> None:
    if one.top is None or one.output is None:
        return
    make_folder(one.top)
    here = one.top
    for name in one.output.relative_to(one.top).parts:
        here = here / name
        make_folder(here)
