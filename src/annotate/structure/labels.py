"""Recognises the turns of an interview whose speakers are labelled: "Bijan Tehrani: ...", "BT: ...", "Q: ..."."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from annotate.structure import rules
from annotate.structure.chinese_names import is_chinese, is_chinese_name
from annotate.structure.draft import Kind
from annotate.structure.interviewee import interviewee_named_in, interviewer_named_in, tells_author
from annotate.structure.names import full_name, is_initials, persons_in, without_honorific
from annotate.structure.persons import INTERVIEWEE, INTERVIEWER
from annotate.structure.vocabulary.speakers import ANSWER, LETTERS, NOT_SPEAKERS, QUESTION

if TYPE_CHECKING:
    from annotate.structure.draft import Draft, Sketch

# A Chinese colon needs no space after it.
_LABEL = re.compile(
    r"(?P<label>[^\W\d_][^:：\n.!?。！？，；《“]{0,38}(?:\.[^:：\n.!?]{0,12}){0,3})\s?(?::(?=\s|$)|：)\s*"
)
_LETTER = re.compile(rf"(?P<label>[{LETTERS}])\s?(?:[.:)](?:\s?[-–—])*\s+(?![^\W\d_]\.)|：\s*)")
_CHINESE_NAME = re.compile(r"[\u4e00-\u9fff]{1,4}|[\u4e00-\u9fff]{1,8}(?:[·•][\u4e00-\u9fff]{1,8}){1,3}")
_NAME_LIKE = re.compile(
    r"(?:[^\W\d_a-zß-öø-ÿ][\w.'’\-]*|(?:de|del|della|di|da|dos|du|van|von|der|den|la|le|of|the|and|&)\b|\s+)+"
)
_FEWEST_TURNS = 3
_LONGEST_TITLE = 80  # code points
_LONGEST_LABEL_WORDS = 4


def attach_labels_on_lines_of_their_own(sketch: Sketch) -> None:
    """Take speaker labels that stand on lines of their own off the blocks, and set them before what they label.

    Two at least must recur, each with something to say after it.
    """
    drafts = sketch.drafts
    lines = {
        index: draft.text
        for index, draft in sketch.open()
        if draft.words <= _LONGEST_LABEL_WORDS and _NAME_LIKE.fullmatch(draft.text.rstrip(":： "))
    }
    counts = Counter(text for index, text in lines.items() if index + 1 < len(drafts) and index + 1 not in lines)
    labels = {text for text, count in counts.items() if count >= 2}
    if len(labels) < 2:
        return
    for index in sorted(lines, reverse=True):
        if lines[index] in labels and index + 1 < len(drafts) and drafts[index + 1].kind is None:
            drafts[index + 1].label = lines[index]
            del drafts[index]
    names = _resolve(sketch, [d.label.rstrip(":： ") for d in drafts if d.label], _introduction(drafts))
    for draft in drafts:
        if draft.label:
            draft.speaker = names[draft.label.rstrip(":： ")]
            draft.becomes(Kind.TURN, "stands below the name of its speaker")


def recognise_labelled_turns(sketch: Sketch) -> None:
    """Claim labelled turns and what follows each of them up to the next.

    Labels count as such where at least two of them alternate over three lines or more, so that a title with a colon
    or a line of credits is none.
    """
    titles = _titles_with_colon(sketch)
    found = {
        index: label
        for index, draft in sketch.open()
        if not draft.text.startswith(titles)
        and (label := _label_of(draft.text))
        and not tells_author(draft.text, sketch.languages)
    }
    accepted = _accepted(found)
    if not accepted:
        return
    starts = sorted(accepted)
    names = _resolve(sketch, [accepted[i] for i in starts], _introduction(sketch.drafts[: starts[0]]))
    for index in starts:
        draft = sketch.drafts[index]
        match = _LETTER.match(draft.text) or _LABEL.match(draft.text)
        if match is None or not draft.text[match.end() :]:
            continue
        draft.speaker = names[accepted[index]]
        draft.cut_label(match.end())
        draft.becomes(Kind.TURN, f"begins with the speaker label “{draft.label}”")


def continue_turns(sketch: Sketch) -> None:
    """Claim unlabelled blocks after a turn as its further paragraphs; a heading or the closing ends a turn."""
    turn: Draft | None = None
    for draft in sketch.drafts:
        if draft.kind is Kind.TURN:
            turn = draft
        elif draft.kind is None and turn is not None:
            draft.becomes(Kind.TURN, "follows a turn without a label of its own")
            draft.speaker, draft.continues = turn.speaker, True
        elif draft.kind in {Kind.HEADING, Kind.BIOGRAPHY, Kind.PARAGRAPH}:
            turn = None


def _label_of(text: str) -> str:
    letter = _LETTER.match(text)
    if letter is not None:
        return letter["label"]
    match = _LABEL.match(text)
    if match is None:
        return ""
    label = match["label"].strip()
    words = re.findall(r"\w+", label.lower())
    if not words or len(words) > 5 or {words[0], words[-1]} & NOT_SPEAKERS or not _NAME_LIKE.fullmatch(label):
        return ""
    if not label[0].isascii() and is_chinese(label) and not _CHINESE_NAME.fullmatch(label):
        return ""
    return label


def _is_full(label: str) -> bool:
    """Whether a label is a full name by itself, neither a surname nor initials."""
    if label.upper() in QUESTION | ANSWER:
        return False
    return is_chinese_name(label) or (" " in without_honorific(label) and not is_initials(label))


def _titles_with_colon(sketch: Sketch) -> tuple[str, ...]:
    """Return the short lines with a colon whose words recur whole in other blocks: titles, not somebody speaking."""
    blocks = [draft.text for _, draft in sketch.open()]
    lines = {text for text in blocks if len(text) <= _LONGEST_TITLE and _label_of(text)}
    return tuple(sorted(line for line in lines if sum(line in text for text in blocks) > 1))


def _accepted(found: dict[int, str]) -> dict[int, str]:
    """Return the labels that are speakers': those that recur, and names that stand among such."""
    whole = [label for label in dict.fromkeys(found.values()) if _is_full(label)]
    spoken_by = {label: full_name(label, whole) or label for label in found.values()}
    speakers = Counter(spoken_by[label] for label in found.values())
    counts = Counter({label: speakers[spoken_by[label]] for label in found.values()})
    recurring = {label for label, count in counts.items() if count >= 2}
    lines = sum(label in recurring for label in found.values())
    if not recurring or len(found) < _FEWEST_TURNS or len(speakers) < 2:
        return {}
    first = min(index for index, label in found.items() if label in recurring)
    return {
        index: label
        for index, label in found.items()
        # The first full label of a speaker may stand once, before the initials that are used from then on.
        if label in recurring or (lines >= 2 and index >= first - 2 and _close_to_turn(index, found))
    }


def _close_to_turn(index: int, found: dict[int, str]) -> bool:
    return any(other in found for other in (index - 2, index - 1, index + 1, index + 2))


def _introduction(drafts: list[Draft]) -> str:
    return "\n".join(draft.text for draft in drafts if draft.kind is not Kind.BOILERPLATE)


def _resolve(sketch: Sketch, labels: list[str], introduction: str) -> dict[str, str]:
    """Return the full name of each label: itself, the full label it abbreviates, or a name of the introduction."""
    full_labels = [label for label in dict.fromkeys(labels) if _is_full(label)]
    named = persons_in(introduction)
    names: dict[str, str] = {}
    for label in dict.fromkeys(labels):
        if label in sketch.speakers:
            names[label] = sketch.speakers[label]
        elif _is_full(label):
            names[label] = without_honorific(label)
        else:
            names[label] = full_name(label, full_labels) or full_name(label, named) or label
    _resolve_roles(names, introduction, sketch.languages)
    for label, name in names.items():
        if name == label and label.isupper() and len(label) <= 3 and label not in QUESTION | ANSWER:
            line = next(d.line for d in sketch.drafts if d.text.startswith(label))
            sketch.findings.append(rules.UNRESOLVED_INITIALS.at(sketch.path, line, label=label))
    return names


def _resolve_roles(names: dict[str, str], introduction: str, languages: tuple[str, ...]) -> None:
    """Give "Q" and "A" the names they stand for: "A" is who the introduction says is interviewed, "Q" the author."""
    for label in [label for label, name in names.items() if label == name]:
        if label.upper().rstrip(".") in QUESTION:
            names[label] = interviewer_named_in(introduction, languages) or INTERVIEWER
        elif label.upper().rstrip(".") in ANSWER:
            names[label] = interviewee_named_in(introduction, languages) or INTERVIEWEE
