"""The label that names a speaker at the start of a block: "Bijan Tehrani:", "BT:", "Q.", "[Tehrani]", "TEHRANI –"."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.structure.chinese_names import is_chinese, is_chinese_name
from annotate.structure.names import PERSON, is_initials, without_honorific
from annotate.structure.vocabulary.interviews import REMARK
from annotate.structure.vocabulary.speakers import ANSWER, LETTER_WORDS, LETTERS, NOT_SPEAKERS, QUESTION
from annotate.structure.voice import asks

if TYPE_CHECKING:
    from annotate.structure.draft import Draft


class Sign(StrEnum):
    """What parts a label from the words after it."""

    COLON = "colon"
    DASH = "dash"
    STOP = "full stop"
    TYPE = "bold or italic type"


@dataclass(frozen=True, slots=True)
class Label:
    """A speaker label: the name as it is printed, its length with its signs (code points), what parts it."""

    name: str
    length: int
    sign: Sign

    @property
    def is_long(self) -> bool:
        """Whether more than a name stands before its sign, so that it may be prose: "Una Carey, who ran it, said:"."""
        return self.length > len(self.name) + _LONGEST_NAME


_NAME = r"(?P<name>[^\W\d_][^:：\n.!?()（）\[\]。！？，；《“]{0,38}(?:\.[^:：\n.!?()\[\]]{0,24}){0,3}?)"
HAN = r"[\u4e00-\u9fff《「]"
_ASIDE = r"(?:\s*[\[(（](?P<aside>[^\])）\n]{1,40})[\])）])?"  # a role or a manner of speaking: (host), (laughing)
_COLON = lazy_pattern(rf"{_NAME}{_ASIDE}\s?(?:：|:(?=\s|$|[^\x00-\u2fff]))\s*")
# "Una Carey, head of the archive; projectionist, 1951-60:" in an oral history.
_WITH_OFFICES = lazy_pattern(rf"(?P<name>{PERSON.pattern}),\s[^:：\n“”\"]{{3,200}}[:：]\s+")
_TIGHT = lazy_pattern(
    r"(?P<name>[A-ZÀ-Þ]{1,14}|[A-ZÀ-Þ][a-zß-ÿ]{2,14})(?P<aside>(?!))?:(?=[“\"‘]?[A-ZÀ-Þ][a-zß-ÿ’']*[\s,.?!])"
)  # "HM:Not at all."
_LONGEST_NAME = 50  # code points
# Magazines that write their names small, on a question: "critic.de", "epd Film".
_SMALL_MAGAZINE = lazy_pattern(r"[a-z][a-z\-]{1,19}(?:\.[a-z]{2,3}| [A-Z][\w.]+)")
_BRACKET = lazy_pattern(r"\[(?P<name>[^\W\d_][^\]\[:\n]{0,38}):?\]\s?:?\s+(?=\S)")
_LETTER = lazy_pattern(
    rf"(?P<name>[{LETTERS}]|(?:{LETTER_WORDS})\b)\s?\d{{0,3}}(?:\s?[.:)](?:\s?[-–—])*\s+(?![^\W\d_]\.)|\s[-–—]\s+"
    rf"|\s?：\s*|(?<=\w)\s(?={HAN})|(?:(?<=[QA]\d)|(?<=[QA]\d\d))\s+(?=[“\"‘']?[^\W\d_a-z]))"
)
# "A2（吳慷仁）：": a letter, and who it stands for.
_LETTER_OF = lazy_pattern(rf"[{LETTERS}]\s?\d{{0,3}}\s?[(（](?P<name>[^\d)）]{{2,30}})[)）]\s?[:：]\s*")
_DASH = lazy_pattern(r"(?P<name>[^\W\d_][^:\n!?()\[\]–—―]{0,38}?)(?:\s?[–—―]|\s-|\s?--)\s+")
_STOP = lazy_pattern(r"(?P<name>[^\W\d_][^:\n!?()\[\]]{0,38}?)(?:\.\s?[–—―-]+\s*|\.\s+)")
_CHINESE_NAME = lazy_pattern(r"[\u4e00-\u9fff]{1,4}|[\u4e00-\u9fff]{1,8}(?:[·•][\u4e00-\u9fff]{1,8}){1,3}")
_SENTENCE = lazy_pattern(r"[^\W\d_]{4,}\.\s")  # ends inside, which neither an initial nor a "Prof." does
_WORD = lazy_pattern(r"\w+")
_NAME_LIKE = lazy_pattern(
    r"(?:[^\W\d_a-zß-öø-ÿ][\w.'’\-]*|(?:de|del|della|di|da|dos|du|van|von|der|den|la|le|of|the|and|&)\b|\d{1,2}\b|\s+)+"
)
# Words of labels that are not a name: whoever asks from the floor, or speaks in another's place.
_UNNAMED = frozenset(
    "audience member from the in question questioner voice man woman speaker off camera guest"
    " spectateur spectatrice public publikum zuschauer zuschauerin público espectador espectadora plateia"
    " 观众 觀眾 提问 提問 提问者 提問者 网友 網友".split()
)
_LABEL_WORDS = 5
_WORDS_AFTER_COMMA = 3
# Words that stand in credits and on speakers alike; a speaker says whole sentences, and more than one.
_CREDIT_OR_SPEAKER = frozenset(
    "director directors writer writers producer producers editor cinematographer composer screenwriter".split()
)
_FORM_WORDS = NOT_SPEAKERS - _CREDIT_OR_SPEAKER


def read_label(draft: Draft, signs: frozenset[Sign]) -> Label | None:
    """Return the speaker label a block begins with, parted by one of `signs`, or None.

    Words must follow it, or it ends in a colon and is all that the block has.
    """
    text = draft.text
    if text[:1] in {"“", '"', "‘", "—", "–", "-", ">"}:
        return None
    for sign in signs:
        label = _READERS[sign](draft)
        if label is not None and (label.length < len(text) or text.endswith((":", "："))):
            return label
    return None


def may_name(label: str) -> bool:
    """Whether words can be a label: a name, initials, or a word for somebody without one."""
    words = _WORD.findall(label.casefold())
    if not words or len(words) > _LABEL_WORDS or words[0] in _FORM_WORDS:
        return False
    if _SENTENCE.search(label):
        return False
    if is_chinese(label):
        return bool(_CHINESE_NAME.fullmatch(label))
    return bool(_NAME_LIKE.fullmatch(label)) or is_unnamed(label)


def is_full(label: str) -> bool:
    """Whether a label is a full name by itself, neither a surname nor initials."""
    if label.upper() in QUESTION | ANSWER:
        return False
    return is_chinese_name(label) or (" " in without_honorific(label) and not is_initials(label))


def is_unnamed(label: str) -> bool:
    """Whether a label names nobody: "Audience member", "Question from the audience 2"."""
    words = [word.rstrip("0123456789") for word in _WORD.findall(label.casefold()) if not word.isdigit()]
    return bool(words) and all(word in _UNNAMED for word in words)


def may_be_a_credit(label: str) -> bool:
    """Whether a label is as likely a line of credits: "Director: ..."."""
    words = _WORD.findall(label.casefold())
    return bool({words[0], words[-1]} & _CREDIT_OR_SPEAKER)


def _by_colon(draft: Draft) -> Label | None:
    text = draft.text
    letter = _LETTER_OF.match(text)
    if letter is not None:
        return _checked(letter["name"], letter.end(), Sign.COLON)
    letter = _LETTER.match(text)
    if letter is not None:
        return Label(letter["name"], letter.end(), Sign.COLON)
    bracket = _BRACKET.match(text)
    if bracket is not None and not REMARK.of(draft.languages).match(text[: bracket.end()].rstrip()):
        return _checked(bracket["name"], bracket.end(), Sign.COLON)
    colon = _COLON.match(text) or _TIGHT.match(text)
    if colon is None:
        offices = _WITH_OFFICES.match(text) if "," in text[:_LONGEST_NAME] else None
        return _checked(offices["name"], offices.end(), Sign.COLON) if offices is not None else None
    if _SMALL_MAGAZINE.fullmatch(colon["name"]) and asks(draft.text):
        return Label(colon["name"], colon.end(), Sign.COLON)
    fuller = is_chinese_name(colon["aside"] or "") and colon["aside"].startswith(colon["name"])  # 陈（陈静儒）：
    return _checked(colon["aside" if fuller else "name"], colon.end(), Sign.COLON)


def _by_dash(draft: Draft) -> Label | None:
    match = _DASH.match(draft.text)
    return _checked(match["name"], match.end(), Sign.DASH) if match is not None else None


def _by_stop(draft: Draft) -> Label | None:
    match = _STOP.match(draft.text)
    if match is None or not (match["name"].isupper() or match.group().rstrip()[-1] in "–—―-"):
        return None
    return _checked(match["name"], match.end(), Sign.STOP)


def _by_type(draft: Draft) -> Label | None:
    for mark in draft.marks:
        if mark.start == 0 and mark.name in {"emph", "hi"} and mark.end < len(draft.text):
            name = draft.text[: mark.end].rstrip()
            length = mark.end + (len(draft.text[mark.end :]) - len(draft.text[mark.end :].lstrip(" |>")))
            return _checked(name, length, Sign.TYPE)
    return None


def _checked(name: str, length: int, sign: Sign) -> Label | None:
    name = name.strip(" ,")
    head, comma, rest = name.partition(",")
    if comma and " " in head and "." not in rest and rest.count(" ") <= _WORDS_AFTER_COMMA:  # "Kit Harrow, Film Notes:"
        name = head
    return Label(name, length, sign) if may_name(without_honorific(name)) else None


_READERS = {Sign.COLON: _by_colon, Sign.DASH: _by_dash, Sign.STOP: _by_stop, Sign.TYPE: _by_type}
