"""The words of a subtitle: markup, voices and the lines of several speakers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.model.source import Form, RawBlock
from annotate.read.character_references import resolved
from annotate.read.language_tag import language_tag
from annotate.read.marked_text import MarkedText
from annotate.read.subtitles import rules

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

    from annotate.diagnostics import Finding

# <v.loud Mary>, </i>, <00:01.500>, {\an8}
_TAG = lazy_pattern(r"<(/?)([A-Za-z][A-Za-z0-9]*)((?:\.[^\s.<>]+)*)(?:[ \t\n]([^<>]*))?/?>|<[\d:.]+>|\{\\[^{}\n]*\}")
_DASH = lazy_pattern(r"[-‐–—][ \t\u00a0]?\S")
_MEANT: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "i": ("hi", {"rend": "italic"}),
    "em": ("emph", {}),
    "b": ("hi", {"rend": "bold"}),
    "strong": ("hi", {"rend": "bold"}),
    "u": ("hi", {"rend": "underline"}),
    "s": ("hi", {"rend": "strikethrough"}),
}
# What SRT files have besides; anything else in pointed brackets is text there ("<inaudible>").
_IN_SRT = frozenset({*_MEANT, "font", "c", "v", "lang", "ruby", "rt"})


class CueReader:
    """Reads the words of cues, one after the other."""

    def __init__(self, path: str, *, is_vtt: bool) -> None:
        self._path = path
        self._is_vtt = is_vtt
        self._findings: list[Finding] = []
        self._not_kept: dict[str, tuple[int, int]] = {}

    def all_findings(self) -> list[Finding]:
        """Return what there is to say of all cues, the tags that are not kept summed up."""
        summed = [
            rules.TAG_NOT_KEPT.at(self._path, line, 1, tag=tag, times=f" ({n} times, first here)" if n > 1 else "")
            for tag, (line, n) in self._not_kept.items()
        ]
        return [*self._findings, *summed]

    def blocks(self, lines: list[tuple[int, str]], times: Mapping[str, str]) -> list[RawBlock]:
        """Return the blocks of a cue: one for each voice, and one for each line with a dash where several have one."""
        dialogue = sum(_DASH.match(self._bare(line)) is not None for _, line in lines) > 1
        cue = _CueWords(times)
        for number, line in lines:
            if dialogue and _DASH.match(self._bare(line)):
                cue.next_block("")
            cue.line = number
            self._line(line, cue)
            cue.text.add(" ")
        cue.next_block("")
        for speaker in cue.unheard:
            self._name_tag(f"<v {speaker}>", cue.line)
        return cue.blocks

    def _bare(self, line: str) -> str:
        return _TAG.sub("", line).lstrip()

    def _line(self, line: str, cue: _CueWords) -> None:
        at = 0
        for tag in _TAG.finditer(line):
            name = (tag[2] or "").lower()
            if name and not self._is_vtt and name not in _IN_SRT:
                continue
            self._add(line[at : tag.start()], cue)
            at = tag.end()
            self._tag(tag, name, cue)
        self._add(line[at:], cue)

    def _add(self, source: str, cue: _CueWords) -> None:
        text, bad = resolved(source) if self._is_vtt else (source, ())
        cue.add(text)
        for reference in bad:
            self._findings.append(rules.BAD_CHARACTER.at(self._path, cue.line, 1, source=reference))

    def _tag(self, tag: re.Match[str], name: str, cue: _CueWords) -> None:
        closes, said = bool(tag[1]), resolved((tag[4] or "").strip())[0]
        language = language_tag(said) if name == "lang" else None
        if name == "v":
            cue.next_block("" if closes else " ".join(said.split()))
        elif name == "lang" and (language or closes):
            self._mark(cue, closes, name, ("foreign", {"xml:lang": language or ""}))
        elif name in _MEANT:
            self._mark(cue, closes, name, _MEANT[name])
        if not closes and (tag[3] or not (name == "v" or name in _MEANT or language)):
            shown = "<00:00.000>" if tag.group()[1].isdigit() else tag.group()
            self._name_tag(shown, cue.line)

    def _name_tag(self, tag: str, line: int) -> None:
        first, times = self._not_kept.get(tag, (line, 0))
        self._not_kept[tag] = (first, times + 1)

    def _mark(self, cue: _CueWords, closes: bool, key: str, mark: tuple[str, Mapping[str, str]]) -> None:
        if closes:
            cue.text.close(key)
        else:
            cue.text.open(key, *mark)


class _CueWords:
    """The blocks of a cue as they grow, and the voices that say nothing (`unheard`)."""

    def __init__(self, times: Mapping[str, str]) -> None:
        self.blocks: list[RawBlock] = []
        self.unheard: list[str] = []
        self.text = MarkedText()
        self.line = 0
        self._starts_on = 0
        self._speaker = ""
        self._times = times

    def add(self, text: str) -> None:
        """Add words of the line that is being read."""
        if not self._starts_on and text.strip():
            self._starts_on = self.line
        self.text.add(text)

    def next_block(self, speaker: str) -> None:
        """End the block, if it has words; the next one is `speaker`'s."""
        following = self.text.next_line()
        words = self.text.finish()
        if words.text:
            self.blocks.append(
                RawBlock(
                    words.text,
                    self._starts_on,
                    Form.PARAGRAPH,
                    attributes=self._times,
                    marks=words.marks,
                    speaker=self._speaker,
                )
            )
        elif self._speaker:
            self.unheard.append(self._speaker)
        self.text, self._starts_on, self._speaker = following, 0, speaker
