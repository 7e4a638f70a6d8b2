"""Names of persons in Chinese, which has no capitals: a common surname where a name is likely to stand."""

from __future__ import annotations

import re

from annotate.lazy_pattern import lazy_pattern
from annotate.structure.han import holds_han
from annotate.structure.vocabulary.speakers import CHINESE_OFFICES, CHINESE_SURNAMES, CHINESE_VERBS

_ONLY_HAN = lazy_pattern(r"[\u4e00-\u9fff·•\s]+")
_SURNAME = "|".join(sorted(CHINESE_SURNAMES.split(), key=len, reverse=True))
_BEHIND_OFFICE = "|".join(f"(?<={office})" for office in CHINESE_OFFICES.split())
_OFFICE = "|".join(CHINESE_OFFICES.split())
_NAME = rf"(?P<name>(?:{_SURNAME})[\u4e00-\u9fff]{{1,2}}?)"
# After an office or a mark of punctuation, and before what goes on after a name.
_IN_TEXT = lazy_pattern(
    rf"(?:^|(?<=[\s，。；：、！？“「（(《》/／])|{_BEHIND_OFFICE})"
    rf"{_NAME}(?=[\s，。：、！？：“”」）)/／]|$|{'|'.join(CHINESE_VERBS.split())}|{_OFFICE})",
    re.MULTILINE,
)
_ALONE = lazy_pattern(
    rf"(?:{_SURNAME})[\u4e00-\u9fff]{{1,2}}|[\u4e00-\u9fff]{{1,6}}(?:[·•][\u4e00-\u9fff]{{1,8}}){{1,3}}"
)


def is_chinese(text: str) -> bool:
    """Whether a text is written in Chinese characters throughout."""
    return holds_han(text) and bool(_ONLY_HAN.fullmatch(text))


def is_chinese_name(text: str) -> bool:
    """Whether a text is a person's name in Chinese and nothing else: surname first, or a foreign name with dots."""
    return holds_han(text) and bool(_ALONE.fullmatch(text))


def chinese_persons_in(text: str) -> list[str]:
    """Return what looks like names of persons in a Chinese text, in order, repeats kept."""
    if not holds_han(text):
        return []
    return [match["name"] for match in _IN_TEXT.finditer(text)]
