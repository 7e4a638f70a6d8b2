"""Checking files one after the other: what is wrong with each, and with texts and annotations together."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from annotate.api import validate_files as files
from annotate.api import validate_rules as rules
from annotate.api.files import read_bytes
from annotate.api.library import is_library, library_path, load_library
from annotate.api.load import LoadedAnnotations, LoadedText
from annotate.api.settings import settings_for
from annotate.attach.anchor import resolve_all
from annotate.check.library import disagreements
from annotate.check.registry import annotation_findings, library_entry_findings
from annotate.check.schema import schema_findings
from annotate.check.subject import Subject
from annotate.check.text import text_findings
from annotate.diagnostics import Finding
from annotate.errors import InputRefused
from annotate.model.annotation import Annotations
from annotate.model.library import Library
from annotate.model.text import reading_text
from annotate.read.annotations.reader import read_json
from annotate.read.rules import UNREADABLE
from annotate.read.tei.reader import read_tei
from annotate.read.xml import parse_xml
from annotate.write.digest import digest_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from annotate.model.json_text import JsonText


_TEXTS_KEPT = 8  # a text is mostly asked for by the annotations beside it, which are checked right after it


def check_files(
    paths: Iterable[Path], given: Mapping[Path, bytes], opened: Iterable[LoadedText | LoadedAnnotations] = ()
) -> list[Finding]:
    """Return what is wrong with texts, annotation files and libraries, by the rules alone, in no particular order.

    Files that are named twice, or through others, may give the same finding twice. `given` has the bytes of what is not
    read from its path, such as standard input; what was `opened` is not read again. Nothing is raised for what is wrong
    with any of them, or with the settings of their project: then words that these add are unknown.
    """
    named = list(paths)
    run = _Run(given, named, opened)
    for path in named:
        run.check(path)
    return run.findings


class _Run:
    """One validation: what several files refer to is read once."""

    def __init__(
        self,
        given: Mapping[Path, bytes],
        named: Iterable[Path],
        opened: Iterable[LoadedText | LoadedAnnotations],
    ) -> None:
        self.findings: list[Finding] = []
        self._given = given
        self._named = frozenset(named)
        self._vocabularies: dict[Path, Mapping[str, tuple[str, ...]]] = {}
        self._texts: dict[str, LoadedText | InputRefused] = {}
        self._opened: dict[str, LoadedAnnotations] = {}
        for one in opened:
            if isinstance(one, LoadedText):
                self._texts[files.same_file_key(one.path)] = one
            else:
                self._opened[files.same_file_key(one.path)] = one
        self._libraries: dict[str, Library] = {}
        self._linked: dict[str, frozenset[str] | None] = {}
        self._today = datetime.now(UTC).date()

    def check(self, path: Path) -> None:
        """Check a file, which is told by its content."""
        opened = self._opened.get(files.same_file_key(path))
        if opened is not None:
            self._check_records(path, opened.json, opened.annotations)
            return
        try:
            data = self._bytes(path)
        except InputRefused as refusal:
            self.findings += _findings(refusal)
            return
        if is_library(path):
            self._library(path)
        elif files.is_json(path, data):
            json_text = self._json(path, data)
            del data  # a large file's bytes would be held for as long as its records
            if json_text is not None:
                self._check_annotations(path, json_text)
        elif files.is_xml(path, data):
            self._check_text(path, data)
        else:
            self.findings.append(rules.NEITHER.at(path))

    def _bytes(self, path: Path) -> bytes:
        if path in self._given:
            return self._given[path]
        if path not in self._named and path.exists() and not path.is_file():
            # A file that another one names may be a pipe or a device, which would be read without end.
            raise InputRefused(UNREADABLE.at(path, reason="it is no plain file"))
        return read_bytes(path)

    def _json(self, path: Path, data: bytes) -> JsonText | None:
        try:
            return read_json(data, str(path))
        except InputRefused as refusal:
            self.findings += _findings(refusal)
            return None

    def _vocabulary(self, folder: Path) -> Mapping[str, tuple[str, ...]]:
        """Return the words that the settings of a folder add; none where these are refused, which is told elsewhere."""
        if folder not in self._vocabularies:
            try:
                self._vocabularies[folder] = settings_for(folder).vocabulary
            except InputRefused:
                self._vocabularies[folder] = {}
        return self._vocabularies[folder]

    def _check_text(self, path: Path, data: bytes) -> None:
        text = self._text(path, data)
        if isinstance(text, InputRefused):
            self.findings += _findings(text)
        else:
            self.findings += text_findings(parse_xml(data, str(path)), data, str(path), digest_in(data))

    def _text(self, path: Path, data: bytes | None = None) -> LoadedText | InputRefused:
        key = files.same_file_key(path)
        if key not in self._texts:
            while len(self._texts) >= _TEXTS_KEPT:
                del self._texts[next(iter(self._texts))]
            try:
                data = self._bytes(path) if data is None else data
                document = read_tei(data, str(path))
                self._texts[key] = LoadedText(path, data, document, reading_text(document))
            except InputRefused as refusal:
                self._texts[key] = refusal
        return self._texts[key]

    def _check_annotations(self, path: Path, json_text: JsonText) -> None:
        shape = schema_findings(json_text, self._vocabulary(files.folder_of(path)))
        if shape:
            self.findings += shape
        else:
            self._check_records(path, json_text, Annotations.from_json(json_text.value))

    def _check_records(self, path: Path, json_text: JsonText, annotations: Annotations) -> None:
        subject = self._subject(path, json_text, annotations)
        library = library_path(files.folder_of(path))
        subject = replace(subject, library=self._library(library))
        subject = self._with_copies(subject, path, library)
        self.findings += [*annotation_findings(subject), *disagreements(subject, str(library))]

    def _with_copies(self, subject: Subject, path: Path, library: Path) -> Subject:
        """Return the subject with the copies of its sources, and where what evidence quotes stands in them."""
        annotations = subject.annotations
        cited = {evidence.source for claim in annotations.claims for evidence in claim.evidence}
        shared = [one for one in subject.library.sources if one.copy and one.id in cited]
        own = [one for one in annotations.sources if one.copy]
        if not shared and not own:
            return subject
        from annotate.api.quotations import copies_below, evidence_resolutions  # noqa: PLC0415  # loads the readers

        copies = {**copies_below(shared, library.parent), **copies_below(own, files.folder_of(path))}
        return replace(subject, copies=copies, quotations=evidence_resolutions(annotations, copies))

    def _library(self, path: Path) -> Library:
        """Return the entries of a library, read and checked once; none where it cannot be read."""
        key = files.same_file_key(path)
        if key not in self._libraries:
            self._libraries[key] = Library()
            try:
                loaded = load_library(path)
            except InputRefused as refusal:
                self.findings += _findings(refusal)
                return Library()
            self._libraries[key] = loaded.library
            if loaded.json is not None:
                entries = loaded.library.as_annotations()
                subject = self._with_copies(Subject(loaded.json, entries, self._today), path, path)
                self.findings += library_entry_findings(subject)
        return self._libraries[key]

    def _subject(self, path: Path, json_text: JsonText, annotations: Annotations) -> Subject:
        folder = files.folder_of(path)
        links = (end for link in annotations.links for end in (link.start, link.end) if "#" in end)
        linked = dict.fromkeys(end.rpartition("#")[0] for end in links)
        neighbours = {file: self._ids_in(folder / file) for file in linked}
        subject = Subject(json_text, annotations, self._today, neighbours=neighbours)

        named, beside = folder / annotations.text.file, files.text_beside(path)
        mistaken = beside is not None and files.same_file_key(beside) != files.same_file_key(named)
        text = self._text(beside if beside is not None and mistaken and not named.exists() else named)
        if isinstance(text, InputRefused):
            line, column = json_text.place(("text", "file"))
            reason = _findings(text)[0].sentence
            finding = rules.TEXT_NOT_READ.at(path, line, column, file=annotations.text.file, reason=reason)
            self.findings.append(finding)
            return subject
        return replace(
            subject,
            text_name=beside.name if beside is not None and mistaken else annotations.text.file,
            document=text.document,
            reading=text.reading,
            resolutions=resolve_all(annotations, text.reading),
        )

    def _ids_in(self, path: Path) -> frozenset[str] | None:
        """Return the ids a link can lead to in an annotation file; None if it cannot be read."""
        key = files.same_file_key(path)
        if key not in self._linked:
            self._linked[key] = None
            try:
                json_text = read_json(self._bytes(path), str(path))
            except InputRefused:
                return None
            if not schema_findings(json_text, self._vocabulary(path.parent)):
                there = Annotations.from_json(json_text.value)
                ends = ("claims", "notes", "passages")
                self._linked[key] = frozenset(record.id for name in ends for record in getattr(there, name))
        return self._linked[key]


def _findings(refusal: InputRefused) -> list[Finding]:
    return [finding for finding in refusal.findings if isinstance(finding, Finding)]
