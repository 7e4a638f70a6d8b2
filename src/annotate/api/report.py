"""How far texts and projects are annotated: which files are meant, opened and measured together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotate.api import validate_files as files
from annotate.api import validate_rules as rules
from annotate.api.files import STANDARD_INPUT
from annotate.api.library import LoadedLibrary, is_library, library_path, load_library
from annotate.api.load import load_annotations, load_text
from annotate.api.report_quotations import judged_by, quotations_seen
from annotate.attach.anchor import resolve_all
from annotate.coverage.measure import Hand, cited_sources, opposed_claims, text_coverage
from annotate.diagnostics import Finding, in_order
from annotate.errors import InputRefused
from annotate.model.coverage import Coverage, UncitedSource
from annotate.model.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from annotate.api.load import LoadedAnnotations
    from annotate.model.coverage import TextCoverage


@dataclass(frozen=True, slots=True)
class Report:
    """How far texts are annotated, and what stopped a file from being counted."""

    coverage: Coverage
    findings: tuple[Finding, ...]


def report(paths: Sequence[Path]) -> Report:
    """Return how far the texts that paths mean are annotated.

    A path is a text, which is taken with all annotation files beside it; an annotation file, which is taken alone, with
    its text; `-` for a text from standard input; or a folder or pattern, of which all texts and annotation files are
    taken. What cannot be read is told by findings and counted nowhere; nothing is raised for it. Sources of a library
    are held to be cited or not only where the library itself is among the files.
    """
    gathered = _Gathered()
    for path in paths:
        gathered.add(path)
    return gathered.measured()


@dataclass(slots=True)
class _TextOf:
    """A text and the annotation files that are counted for it."""

    path: Path
    annotations: list[LoadedAnnotations] = field(default_factory=list)


class _Gathered:
    """The files of a report, each opened once."""

    def __init__(self) -> None:
        self._texts: dict[str, _TextOf] = {}
        self._libraries: dict[str, LoadedLibrary] = {}
        self._named_libraries: dict[str, None] = {}
        self._seen: set[str] = set()
        self._findings: list[Finding] = []

    def add(self, path: Path) -> None:
        """Take what a path means."""
        meant = files.named_files(path)
        if not meant:
            self._findings.append((rules.NOTHING_THERE if path.is_dir() else rules.NOTHING_FITS).at(path))
        for file in meant:
            key = files.same_file_key(file)
            if key in self._seen:
                continue
            self._seen.add(key)
            if is_library(file):
                self._named_libraries[key] = None
                self._library(file)
            elif file.suffix == ".json" and file != STANDARD_INPUT:
                self._add_annotations(file)
            else:
                self._texts.setdefault(key, _TextOf(file))

    def measured(self) -> Report:
        """Return the report, texts in the order in which they were named."""
        held = [loaded for text in self._texts.values() for loaded in text.annotations]
        opposed = opposed_claims((str(loaded.path), loaded.annotations) for loaded in held)
        texts = [found for text in self._texts.values() if (found := self._measured(text, opposed)) is not None]
        cited = {source for loaded in held for source in cited_sources(loaded.annotations)}
        coverage = Coverage(tuple(texts), tuple(self._uncited(cited)))
        return Report(coverage, tuple(in_order(dict.fromkeys(self._findings))))

    def _add_annotations(self, path: Path) -> None:
        try:
            loaded = load_annotations(path)
        except InputRefused as refusal:
            self._refused(refusal)
            return
        text = files.text_beside(path) or path.parent / loaded.annotations.text.file
        self._texts.setdefault(files.same_file_key(text), _TextOf(text)).annotations.append(loaded)

    def _measured(self, text: _TextOf, opposed: frozenset[tuple[str, str]]) -> TextCoverage | None:
        try:
            loaded = load_text(text.path)
        except InputRefused as refusal:
            self._refused(refusal)
            return None
        hands = []
        judged = []
        for held in text.annotations:
            library = self._library(library_path(held.path.parent))
            entities = (*library.library.entities, *held.annotations.entities)
            resolutions = resolve_all(held.annotations, loaded.reading)
            judged += judged_by(loaded, held, library, resolutions)
            hands.append(
                Hand(
                    str(held.path),
                    held.annotations,
                    {entity.id: " ".join(entity.name.split()) for entity in entities},
                    resolutions,
                )
            )
        quotations = quotations_seen(loaded, judged)
        return text_coverage(str(text.path), loaded.document, loaded.reading, hands, opposed, quotations)

    def _library(self, path: Path) -> LoadedLibrary:
        """Return a library, an empty one where it cannot be read."""
        key = files.same_file_key(path)
        if key not in self._libraries:
            try:
                self._libraries[key] = load_library(path)
            except InputRefused as refusal:
                self._refused(refusal)
                self._libraries[key] = LoadedLibrary(path, None, Library())
        return self._libraries[key]

    def _uncited(self, cited: set[str]) -> Iterator[UncitedSource]:
        for key in self._named_libraries:
            loaded = self._libraries[key]
            for source in loaded.library.sources:
                if source.id not in cited:
                    yield UncitedSource(source.id, str(loaded.path), " ".join(source.title.split()))

    def _refused(self, refusal: InputRefused) -> None:
        self._findings += [finding for finding in refusal.findings if isinstance(finding, Finding)]


def report_page(coverage: Coverage) -> bytes:
    """Return the page of a report, HTML in UTF-8; the same coverage gives the same bytes."""
    from annotate.render.coverage.page import coverage_page  # noqa: PLC0415  # loads Jinja

    return coverage_page(coverage)


def write_report(coverage: Coverage, path: Path) -> None:
    """Write the page of a report to a file, which it replaces only when it is whole. Raises WorkFailed (F301)."""
    from annotate.store import replace_file  # noqa: PLC0415  # only a page is written

    replace_file(path, report_page(coverage))
