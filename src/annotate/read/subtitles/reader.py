"""Subtitles to blocks: SubRip (SRT) and WebVTT, each cue with its times and, where the file names one, its speaker."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from annotate.errors import InputRefused
from annotate.lazy_pattern import lazy_pattern
from annotate.model.source import Declared, Form, RawBlock, SourceText
from annotate.read import rules as file_rules
from annotate.read.block_size import refuse_long
from annotate.read.decode import decode
from annotate.read.language_tag import language_tag
from annotate.read.marked_text import BLANKS
from annotate.read.subtitles import rules
from annotate.read.subtitles.joining import joined_sentences
from annotate.read.subtitles.words import CueReader

if TYPE_CHECKING:
    import re

    from annotate.diagnostics import Finding

_TIME = r"(?:(\d{1,4}):)?(\d{1,3}):(\d{1,3})(?:[.,:](\d{1,3}))?"
_TIMES = lazy_pattern(rf"[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}(?:[ \t]+(\S.*))?[ \t]*")
_HEADER = lazy_pattern(r"WEBVTT(?=[ \t\n]|\Z)[ \t]*(.*)")
_LANGUAGE = lazy_pattern(r"Language:[ \t]*(\S+)[ \t]*")
_ASIDE = lazy_pattern(r"(NOTE|STYLE|REGION)(?=[ \t]|\Z)")


@dataclass(slots=True)
class _Cue:
    """A cue as it was written: its times in milliseconds, and its lines with their numbers."""

    line: int
    start: int
    end: int
    lines: list[tuple[int, str]] = field(default_factory=list)

    @property
    def times(self) -> dict[str, str]:
        """Its times in seconds, as attributes."""
        return {"start": _seconds(self.start), "end": _seconds(self.end)}


def read_subtitles(data: bytes, path: str) -> tuple[SourceText, list[Finding]]:
    """Return the cues of a subtitle file as blocks, and findings.

    Each cue is a block with `start` and `end` in seconds ("62.500"); one in which several speak (WebVTT's voices,
    lines that begin with dashes) is several, and a sentence cut over several cues is one. SRT is read as SubRip writes
    it, WebVTT as the W3C's candidate recommendation of 4 April 2019 has it; comments, styles and regions are kept as
    boilerplate. Raises InputRefused for what is no text (F104 to F110) and for files without a time code (F430).
    """
    text, findings = decode(data, path)
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise InputRefused(file_rules.NO_PARAGRAPHS.at(path))
    reader = _FileReader(path, is_vtt=bool(_HEADER.match(text)))
    reader.read(text)
    if not reader.has_cues:
        raise InputRefused(rules.NO_CUES.at(path))
    refuse_long(reader.blocks, path)
    findings += reader.all_findings()
    blocks = tuple(joined_sentences(reader.blocks))
    source = SourceText(path, sha256(data).hexdigest(), blocks, Declared(language=reader.language))
    return source, sorted(findings, key=lambda finding: (finding.line, finding.column))


class _FileReader:
    """Reads the chunks of a file between blank lines; a cue waits for its end, as a blank line may be part of it."""

    def __init__(self, path: str, *, is_vtt: bool) -> None:
        self.blocks: list[RawBlock] = []
        self.language: str | None = None
        self.has_cues = False
        self._path = path
        self._is_vtt = is_vtt
        self._findings: list[Finding] = []
        self._words = CueReader(path, is_vtt=is_vtt)
        self._settings: dict[str, tuple[int, int]] = {}
        self._waiting: _Cue | None = None
        self._last_start = 0

    def read(self, text: str) -> None:
        """Read a file (line ends as LF)."""
        chunk: list[tuple[int, str]] = []
        for number, line in enumerate(text.split("\n"), 1):
            if line.strip(" \t\n\v\f\x85"):
                chunk.append((number, line))
            elif chunk:
                self._chunk(chunk)
                chunk = []
        if chunk:
            self._chunk(chunk)
        self._finish_cue()

    def all_findings(self) -> list[Finding]:
        """Return what there is to say, the settings and tags that are not kept summed up."""
        summed = [
            rules.SETTINGS_NOT_KEPT.at(
                self._path, line, 1, settings=setting, times=f" ({times} times, first here)" if times > 1 else ""
            )
            for setting, (line, times) in self._settings.items()
        ]
        return [*self._findings, *summed, *self._words.all_findings()]

    def _chunk(self, chunk: list[tuple[int, str]]) -> None:
        if self._is_vtt:
            if chunk[0][0] == 1:
                chunk = self._header(chunk)
            aside = _ASIDE.match(chunk[0][1]) if chunk else None
            if aside and not any(_TIMES.fullmatch(line) for _, line in chunk[:2]):
                self._finish_cue()
                self._keep_aside(chunk, {"NOTE": "comment", "STYLE": "style", "REGION": "region"}[aside[1]])
                return
        loose: list[tuple[int, str]] = []
        in_cue = False
        for number, line in chunk:
            times = _TIMES.fullmatch(line)
            if times is None:
                (self._waiting.lines if in_cue and self._waiting else loose).append((number, line))
                continue
            before = self._waiting.lines if in_cue and self._waiting else loose
            identifier = before.pop() if before and _names_cue(before, in_cue=in_cue) else None
            self._keep_loose(loose)
            loose = []
            self._finish_cue()
            self._begin_cue(times, number, identifier)
            in_cue = True
        self._keep_loose(loose)

    def _header(self, chunk: list[tuple[int, str]]) -> list[tuple[int, str]]:
        """Take WebVTT's first lines; return those that belong to a cue right below them."""
        found = _HEADER.match(chunk[0][1])
        if found and found[1]:
            self._keep_aside([(1, found[1])], "header")
        for index, (number, line) in enumerate(chunk[1:], 1):
            if any(_TIMES.fullmatch(below) for _, below in chunk[index : index + 2]):
                return chunk[index:]
            found = _LANGUAGE.fullmatch(line)
            language = language_tag(found[1]) if found else None
            if language and self.language is None:
                self.language = language
            else:
                self._keep_aside([(number, line)], "header")
        return []

    def _begin_cue(self, times: re.Match[str], number: int, identifier: tuple[int, str] | None) -> None:
        start, end = _milliseconds(times.groups()[:4]), _milliseconds(times.groups()[4:8])
        self._waiting = _Cue(number, start, end)
        self.has_cues = True
        fault = _fault(times, start, end, self._last_start)
        if fault:
            self._findings.append(rules.BAD_TIME.at(self._path, number, fault=fault))
        self._last_start = start
        setting = " ".join((times[9] or "").split())
        if setting:
            line, count = self._settings.get(setting, (number, 0))
            self._settings[setting] = (line, count + 1)
        if identifier and not identifier[1].strip().isdecimal():
            name = identifier[1].strip()
            self._findings.append(rules.IDENTIFIER_NOT_KEPT.at(self._path, identifier[0], identifier=name))

    def _finish_cue(self) -> None:
        cue, self._waiting = self._waiting, None
        if cue is None:
            return
        blocks = self._words.blocks(cue.lines, cue.times)
        if not blocks:
            self._findings.append(rules.EMPTY_CUE.at(self._path, cue.line))
        self.blocks += blocks

    def _keep_loose(self, lines: list[tuple[int, str]]) -> None:
        """Keep lines without a time code: with the cue above them, or as boilerplate where there is none."""
        if not lines:
            return
        if self._waiting is None:
            how = "as boilerplate"
            self._add_aside(lines)
        else:
            how = "with the subtitle before them"
            self._waiting.lines += lines
        self._findings.append(rules.OUTSIDE_CUES.at(self._path, lines[0][0], how=how))

    def _keep_aside(self, lines: list[tuple[int, str]], what: str) -> None:
        self._findings.append(rules.KEPT_ASIDE.at(self._path, lines[0][0], what=what))
        self._add_aside(lines)

    def _add_aside(self, lines: list[tuple[int, str]]) -> None:
        text = BLANKS.sub(" ", " ".join(line for _, line in lines)).strip(" ")
        self.blocks.append(RawBlock(text, lines[0][0], Form.PARAGRAPH, boilerplate="other"))


def _names_cue(before: list[tuple[int, str]], *, in_cue: bool) -> bool:
    """Whether the last line above a time code is the cue's number or name, and not text."""
    return before[-1][1].strip().isdecimal() or (len(before) == 1 and not in_cue)


def _milliseconds(parts: tuple[str | None, ...]) -> int:
    hours, minutes, seconds, fraction = parts
    whole = (int(hours or 0) * 60 + int(minutes or 0)) * 60 + int(seconds or 0)
    return whole * 1000 + int((fraction or "0").ljust(3, "0"))


def _seconds(milliseconds: int) -> str:
    return f"{milliseconds // 1000}.{milliseconds % 1000:03d}"


def _fault(times: re.Match[str], start: int, end: int, last_start: int) -> str:
    if any(int(times[group]) > 59 for group in (2, 3, 6, 7)):
        return "has minutes or seconds beyond 59"
    if end < start:
        return "ends before it begins"
    return "begins before the one above it" if start < last_start else ""
