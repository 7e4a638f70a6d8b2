"""Names of persons as texts print them: recognising, matching surnames and initials, making ids."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.structure.chinese_names import chinese_persons_in, is_chinese
from annotate.structure.vocabulary.speakers import GIVEN_NAMES_TOO, HONORIFICS, NOT_FIRST_NAMES, NOT_LAST_NAMES, OFFICES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

# A word of a name: capitalised, with apostrophes, hyphens and inner capitals (O'Hara, Jean-Luc, McKenzie); an initial.
# Only scripts with capitals have any; a class of all other letters would cost each pattern 2 ms to compile.
_CAPITAL = r"[A-ZÀ-ÖØ-Þ\u0100-\u02af\u0370-\u0587\u1e00-\u1fff]"
_WORD = rf"(?:{_CAPITAL}\.|{_CAPITAL}(?:[^\W\d_]|['’\-](?=[^\W\d_]))+)"
_PARTICLE = r"(?:de|del|della|di|da|dos|du|van|von|der|den|la|le|el|al|bin|ibn|y|e|ter|ten|zu)"
_PARTICLES = frozenset("de da do dos das del du des di von van".split())
_GAP = "[ \u00a0]+"
# A French name may follow an elided word: "d'Anaïs Roux".
PERSON = lazy_pattern(rf"(?<!\w)(?<![^dl][’']){_WORD}(?:{_GAP}(?:{_PARTICLE}{_GAP}){{0,2}}{_WORD}){{1,3}}")
PERSON_ONLY = lazy_pattern(rf"{PERSON.pattern}(?:,?\s+(?:Jr|Sr|PhD|MD)\.?)?")
# "Nan and Biddy Larkin" names Nan Larkin too.
_SHARED_SURNAME = lazy_pattern(
    rf"(?<![\w’'] )(?<![\w’'])(?P<first>{_WORD}) (?:and|&|und|et|y|e) {_WORD} (?P<last>{_WORD})(?! {_CAPITAL})"
)
_LONGEST_INITIALS = 4
_HONORIFIC = lazy_pattern(rf"^(?:{'|'.join(sorted(HONORIFICS))})\.?\s+")


def persons_in(text: str) -> list[str]:
    """Return what looks like full names of persons in running text, in order, repeats kept."""
    found = []
    for match in PERSON.finditer(text):
        words = _own_words(match.group().split())
        if len(words) >= 2:
            found.append(re.sub(r"['’]s$", "", " ".join(words)))
    found += [f"{first['first']} {first['last']}" for first in _SHARED_SURNAME.finditer(text)]
    # "Pianist Elsa Brandt" in a headline is "Elsa Brandt" in the text.
    shorter = {name: next((other for other in found if name.endswith(f" {other}")), name) for name in set(found)}
    return [shorter[name] for name in found] + chinese_persons_in(text)


def _own_words(words: list[str]) -> list[str]:
    """Return the words of a name without titles, offices and words that only stand in capitals beside it."""
    if len(words) == 2 and _titled(words[0]) in GIVEN_NAMES_TOO:
        return words
    office = max((index for index, word in enumerate(words) if word in OFFICES), default=-1)
    words = words[office + 1 :] if office < len(words) - 2 else words
    words = _HONORIFIC.sub("", " ".join(words)).split()
    while words and _titled(words[0]) in NOT_FIRST_NAMES:
        words = words[1:]
    while words and (words[-1] in NOT_LAST_NAMES or (words[-1].isupper() and words[-1].lower() in _PARTICLES)):
        words = words[:-1]
    return words


def _titled(word: str) -> str:
    """Return a word as it stands in a name that is not in capitals throughout."""
    return word.capitalize() if word.isupper() else word


def abbreviations(name: str) -> set[str]:
    """Return the initials a name may be given by, upper case: with its particles, without, and of its ends alone."""
    words = [word for word in re.split(r"[\s\-.]+", without_honorific(name)) if word]
    capitals = [word for word in words if word[0].isupper()]
    if len(capitals) < 2:
        return set()
    sets = (words, capitals, [capitals[0], capitals[-1]], name.split())
    inner = set() if name.isupper() else {"".join(filter(str.isupper, name))}  # "NDC" is Nia DaCosta
    return {"".join(word[0] for word in some).upper() for some in sets} | inner


def full_name(label: str, names: Iterable[str]) -> str | None:
    """Return the one full name that a label (initials, surname, first name) stands for; None if none or several fit.

    Capitals and small letters are one: "HOLM" is Greta Holm.
    """
    wanted = " ".join(_HONORIFIC.sub("", label.replace(".", " ")).split())
    folded = wanted.casefold()
    candidates = list(dict.fromkeys(names))
    whole = [name for name in candidates if " ".join(name.replace(".", " ").casefold().split()) == folded]
    if whole or not folded:
        return whole[0] if whole else None
    fitting: list[str] = []
    if is_initials(label) and not is_chinese(label):
        fitting = [name for name in candidates if wanted.replace(" ", "") in abbreviations(name)]
    if is_chinese(wanted):
        fitting = [name for name in candidates if name.startswith(wanted)]
    if not fitting:  # a surname stands at the end of a name, at its start in Chinese and Hungarian
        fitting = [name for name in candidates if name.casefold().endswith(f" {folded}")]
    if not fitting:
        fitting = [name for name in candidates if _names(folded, name.casefold().split())]
    return fitting[0] if len(fitting) == 1 else None


def _names(label: str, words: list[str]) -> bool:
    """Whether a label is a word of a name, its ends ("Jean Roy" for "Jean P. Roy") or its first letter."""
    first, _, last = label.partition(" ")
    if last:
        return (first, last.rpartition(" ")[2]) == (words[0], words[-1])
    return label in words or (len(label) == 1 and words[0].startswith(label))


def proper_case(name: str) -> str:
    """Return a name printed in capitals as names are: "GRETA O'HARA" is "Greta O'Hara"; any other as it is."""
    if not name.isupper() or is_initials(name) or len(name) <= _LONGEST_INITIALS:
        return name
    return re.sub(r"[^\W\d_]+", lambda word: word.group().capitalize(), name)


def is_initials(label: str) -> bool:
    """Whether a label is nothing but initials: "BT", "H. M.", "H M"."""
    letters = re.sub(r"[.\s\-]", "", label)
    apart = " " not in label or "." in label or all(len(letter) == 1 for letter in label.split())
    return letters.isupper() and len(letters) <= _LONGEST_INITIALS and apart


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
