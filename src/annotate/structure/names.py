"""Names of persons as texts print them: recognising, matching surnames and initials, making ids."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from annotate.structure.chinese_names import chinese_persons_in, is_chinese
from annotate.structure.vocabulary.speakers import HONORIFICS, NOT_FIRST_NAMES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

# A word of a name: capitalised, with apostrophes, hyphens and inner capitals (O'Hara, Jean-Luc, McKenzie); an initial.
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ\u2e80-\u9fff]"
_WORD = rf"(?:{_CAPITAL}\.|{_CAPITAL}(?:[^\W\d_]|['’\-](?=[^\W\d_]))+)"
_PARTICLE = r"(?:de|del|della|di|da|dos|du|van|von|der|den|la|le|el|al|bin|ibn|y|e|ter|ten|zu)"
_GAP = "[ \u00a0]+"
PERSON = re.compile(rf"(?<![\w’']){_WORD}(?:{_GAP}(?:{_PARTICLE}{_GAP}){{0,2}}{_WORD}){{1,3}}")
PERSON_ONLY = re.compile(rf"{PERSON.pattern}(?:,?\s+(?:Jr|Sr|PhD|MD)\.?)?")
_HONORIFIC = re.compile(rf"^(?:{'|'.join(sorted(HONORIFICS))})\.?\s+")


def persons_in(text: str) -> list[str]:
    """Return what looks like full names of persons in running text, in order, repeats kept."""
    found = []
    for match in PERSON.finditer(text):
        words = _HONORIFIC.sub("", match.group()).split()
        while words and words[0] in NOT_FIRST_NAMES:
            words = words[1:]
        if len(words) >= 2:
            found.append(re.sub(r"['’]s$", "", " ".join(words)))
    # "Pianist Elsa Brandt" in a headline is "Elsa Brandt" in the text.
    shorter = {name: next((other for other in found if name.endswith(f" {other}")), name) for name in set(found)}
    return [shorter[name] for name in found] + chinese_persons_in(text)


def initials(name: str) -> str:
    """Return the initials of a name, upper case, particles left out."""
    words = re.split(r"[\s\-]+", name)
    return "".join(word[0] for word in words if word and word[0].isupper()).upper()


def full_name(label: str, names: Iterable[str]) -> str | None:
    """Return the one full name that a label (initials, surname, first name) stands for; None if none or several fit."""
    wanted = " ".join(_HONORIFIC.sub("", label.replace(".", " ")).split())
    candidates = list(dict.fromkeys(names))
    if wanted in candidates:
        return wanted
    letters = wanted.replace(" ", "")
    fitting: list[str] = []
    if is_initials(label) and not is_chinese(label):
        fitting = [name for name in candidates if initials(name) == letters]
    if is_chinese(wanted):
        fitting = [name for name in candidates if name.startswith(wanted)]
    folded = wanted.casefold()
    if not fitting:  # a surname stands at the end of a name, at its start in Chinese and Hungarian
        fitting = [name for name in candidates if name.casefold().endswith(f" {folded}")]
    if not fitting:
        fitting = [name for name in candidates if folded in (word.casefold() for word in name.split())]
    return fitting[0] if len(fitting) == 1 else None


def is_initials(label: str) -> bool:
    """Whether a label is nothing but initials: "BT", "H. M."."""
    letters = re.sub(r"[.\s\-]", "", label)
    return letters.isupper() and len(letters) <= 4 and ("." in label or " " not in label)


def without_honorific(name: str) -> str:
    """Return a name without the "Mr" or "Herr" before it."""
    return _HONORIFIC.sub("", name)


def most_named(names: Iterable[str], text: str) -> str | None:
    """Return the name that is named most often in `text`, its surname alone counted too; the earlier wins a tie."""
    candidates = list(dict.fromkeys(names))
    if not candidates:
        return None
    counts = Counter({name: _times(name.split()[-1], text) for name in candidates})
    return max(candidates, key=lambda name: counts[name])


def _times(word: str, text: str) -> int:
    return text.count(word) if is_chinese(word) else len(re.findall(rf"\b{re.escape(word)}\b", text))


def slug(name: str, taken: Collection[str], fallback: str) -> str:
    """Return an id for a name that XML takes and `taken` does not hold: "Jean-Luc Godard" gives `jean-luc-godard`."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    base = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or fallback
    if not base[0].isalpha():
        base = f"{fallback}-{base}"
    candidate, count = base, 1
    while candidate in taken:
        count += 1
        candidate = f"{base}-{count}"
    return candidate
