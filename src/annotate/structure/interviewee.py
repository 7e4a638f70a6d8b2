"""Who is interviewed, as an introduction tells it."""

from __future__ import annotations

import re

from annotate.structure.names import PERSON, full_name, most_named, persons_in

# Names beside the words that introduce who is interviewed: "Klayman sat down with", "director Alison Klayman".
_BEFORE_CUE = re.compile(
    rf"(?P<name>{PERSON.pattern}|[^\W\d_a-z][\w’'\-]+)\s+"
    r"(?:sat down|sits down|spoke|speaks|talked|talks|chatted|chats|told us|answers)\b"
)
_AFTER_CUE = re.compile(
    r"\b(?:interview(?:ed|s)?(?: with)?|sat down with|spoke (?:to|with)|talked (?:to|with)|caught up with"
    r"|in conversation with|director|film-?maker|actor|actress|writer|author|producer|cinematographer|composer|editor"
    rf"|critic)\s+(?:(?:the|a|an)\s+[\w\-]+\s+)?(?P<name>{PERSON.pattern})"
)


def interviewee_named_in(introduction: str) -> str | None:
    """Return the full name of who is interviewed, None if the introduction names nobody.

    "Klayman sat down with", "director Alison Klayman" tell it; else it is who is named most often.
    """
    headline, _, rest = introduction.partition("\n")
    introduction = f"{rest}\n{headline}"  # the capitals of a headline make names of anything
    named = persons_in(introduction)
    for pattern in (_BEFORE_CUE, _AFTER_CUE):
        for match in pattern.finditer(introduction):
            told = persons_in(match["name"]) or [match["name"]]
            name = full_name(told[0], named)
            if name:
                return name
    return most_named(named, introduction)
