"""Who is interviewed, and who asks, as an introduction tells it."""

from __future__ import annotations

import re

from annotate.lazy_pattern import lazy_pattern
from annotate.structure.chinese_names import is_chinese_name
from annotate.structure.names import PERSON, PERSON_ONLY, full_name, most_named, persons_in
from annotate.structure.phrases import Phrases
from annotate.structure.vocabulary.bylines import BY, LABEL
from annotate.structure.vocabulary.interviews import ANNOUNCES_NAME, TELLS_AFTER_NAME, TELLS_BEFORE_NAME

# Names beside the words that introduce who is interviewed: "Klayman sat down with", "director Alison Klayman".
_BEFORE_CUE = Phrases(
    TELLS_AFTER_NAME, rf"(?P<name>{PERSON.pattern}|[^\W\d_a-z][\w’'\-]+)\s+(?i:PHRASES)\b", re.RegexFlag(0)
)
_AFTER_CUE = Phrases(
    TELLS_BEFORE_NAME,
    rf"\b(?i:PHRASES)\s+(?:(?:the|a|an|dem|der|la|le|el|o)\s+[\w\-]+\s+)?(?P<name>{PERSON.pattern})",
    re.RegexFlag(0),
)

# "Q&A with Alison Klayman" in a headline.
_ANNOUNCED = Phrases(ANNOUNCES_NAME, rf"\b(?i:PHRASES)\s+(?P<name>{PERSON.pattern})", re.RegexFlag(0))

# A headline that quotes who is interviewed: "Alison Klayman: “I had no plan”", "Filmemacherin Sciamma: „…“".
_QUOTED = lazy_pattern(
    rf"(?P<name>{PERSON.pattern}|[^\W\d_a-z][\w’'\-]+|[\u4e00-\u9fff]{{2,6}})"
    r"(?:,[^:：]{1,40})?\s?[:：]\s?[“„«»\"‘「]"
)
# Whose film an introduction names: "« Les Vagues » d'Anaïs Roux", "“Maré” (2014), de Rui Leal".
_FILM_OF = lazy_pattern(rf"[»”\"](?:\s\(\d{{4}}\))?,?\s(?:d[’']|(?:d[aeo]|del|von|by)\s)(?P<name>{PERSON.pattern})")
_A_TITLE = lazy_pattern(r"[“\"][^“”\"\n]{1,60}[”\"]|«[^«»\n]{1,60}»|„[^„“”\n]{1,60}[“”]")  # may be a name, and nobody's
_PRONOUNS = frozenset({"He", "She", "They"})  # of whom the paragraph tells
_IN_BRACKETS = lazy_pattern(r"\[.*\]|\(.*\)")  # says where it was first printed, not who speaks
_CHINESE_SOURCE = lazy_pattern(r"(?:作者|撰文|来源|來源)\s?[:：]")
_HEADLINES = 3  # lines
_PROSE = 12  # words
_OPENS = lazy_pattern(rf"(?P<name>{PERSON.pattern})\s+[^\W\d_A-Z]")


def interviewee_named_in(introduction: str, languages: tuple[str, ...]) -> str | None:
    """Return the full name of who is interviewed, None if the introduction names nobody.

    A headline that quotes somebody, "Klayman sat down with", "director Alison Klayman" tell it, and whose film is
    named; else it is who is named most often, whoever wrote the text left out. `languages` are those of the text
    (ISO 639-1).
    """
    headline, _, rest = introduction.partition("\n")
    headline = headline.title() if headline.isupper() else headline
    body = "\n".join(
        line
        for line in rest.split("\n")
        if not (tells_author(line, languages) or _CHINESE_SOURCE.search(line) or _IN_BRACKETS.fullmatch(line))
    )
    named = persons_in(f"{body}\n{headline}")  # the capitals of a headline make names of anything, so it comes last
    quoted = next((match for line in introduction.split("\n")[:_HEADLINES] if (match := _QUOTED.match(line))), None)
    if quoted is not None:
        own = persons_in(quoted["name"])
        surname = quoted["name"].split()[-1]
        return own[0] if own else full_name(surname, named) or surname
    authors = {author for line in rest.split("\n") if (author := _author(line, languages))}
    for match in _ANNOUNCED.of(languages).finditer(headline):
        if (told := persons_in(match["name"])) and told[0] not in authors:
            return full_name(told[0], named) or told[0]
    for part in (body, headline):
        for cue in (_BEFORE_CUE, _AFTER_CUE):
            for match in cue.of(languages).finditer(part):
                if part is body and match["name"] in _PRONOUNS:
                    above = persons_in(body[body.rfind("\n", 0, match.start()) + 1 : match.start()])
                    if above:
                        return above[0]
                told = persons_in(match["name"]) or ([match["name"]] if part is body else [""])
                name = full_name(told[0], named)
                if name and name not in authors:
                    return name
    film = next((own for match in _FILM_OF.finditer(body) if (own := persons_in(match["name"]))), None)
    if film is not None:
        return film[0]
    opens = next(
        (match for line in introduction.split("\n") if line.count(" ") > _PROSE and (match := _OPENS.match(line))), None
    )
    if opens is not None and (own := persons_in(opens["name"])):
        return own[0]  # the introduction begins with the name
    texts = (body,) if introduction.partition("\n")[0].isupper() else (body, f"{body}\n{headline}")
    named_outside = (persons_in(_A_TITLE.sub("“”", text)) for text in texts)
    return next((name for names in named_outside if (name := most_named(names, introduction))), None)


def interviewer_named_in(introduction: str, languages: tuple[str, ...]) -> str | None:
    """Return who asks: the one person whom a byline of the introduction names, None if it is none or several."""
    authors = {author for line in introduction.split("\n") if (author := _author(line, languages))}
    return authors.pop() if len(authors) == 1 else None


def tells_author(line: str, languages: tuple[str, ...]) -> bool:
    """Whether a line tells who wrote the text or led the conversation, and nothing else: "By Ada Quill", "文／杜若"."""
    return _author(line, languages) is not None


def _author(line: str, languages: tuple[str, ...]) -> str | None:
    match = BY.of(languages).match(line) or LABEL.of(languages).match(line)
    if match is None:
        return None
    name = match["name"].rstrip(" .")
    return name if PERSON_ONLY.fullmatch(name) or is_chinese_name(name) else None


def person_of_role(role: str, introduction: str) -> str | None:
    """Return the person an introduction gives that role: "the designer Mirela Stanca", "Otto Brandes, director"."""
    word = re.escape(role.casefold())
    if not re.search(rf"\b{word}\b", introduction) and not role.casefold().endswith(("or", "er", "ist")):
        return None  # a name, not an office
    before = re.search(rf"\b(?:{word}|{word.capitalize()}),?\s+(?P<name>{PERSON.pattern})", introduction)
    after = re.search(
        rf"(?P<name>{PERSON.pattern}),?\s+(?:(?:is|was)\s+)?(?:(?:the|a|an|its|our)\s+)?(?:[\w\-]+\s+){{0,2}}{word}\b",
        introduction,
    )
    found = before or after
    names = persons_in(found["name"]) if found is not None else []
    return names[0] if names else None
