"""Ids: random ones for annotations, readable ones for sources and entities."""

from __future__ import annotations

import re
import secrets
import unicodedata
from hashlib import sha256
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32 in lower case: no i, l, o, u, which are misread or spell words."""
_LENGTH = 6
READABLE_LIMIT = 80
_READABLE = re.compile(rf"[a-z0-9][a-z0-9._-]{{0,{READABLE_LIMIT - 1}}}")
_UNDECOMPOSED = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i"}
)


def new_id(letter: str, used: Collection[str], seed: str | None = None) -> str:
    """Return an id that is not in `used`: `letter`, a hyphen and six characters of ALPHABET.

    Without a seed they are random. With one they come from a fixed sequence of ids, of which the first unused one is
    taken, so that the same commands on the same file give the same ids.
    """
    return next(candidate for candidate in _candidates(letter, seed) if candidate not in used)


def new_ids(letter: str, used: Collection[str], seed: str | None = None) -> Iterator[str]:
    """Yield one id after the other that is neither in `used` nor was yielded before, as `new_id` makes them."""
    given = set(used)
    for candidate in _candidates(letter, seed):
        if candidate not in given:
            given.add(candidate)
            yield candidate


def _candidates(letter: str, seed: str | None) -> Iterator[str]:
    for number in count():
        if seed is None:
            characters = [secrets.choice(ALPHABET) for _ in range(_LENGTH)]
        else:
            digest = sha256(f"{seed}\n{letter}\n{number}".encode("utf-8", "surrogateescape")).digest()
            characters = [ALPHABET[byte % len(ALPHABET)] for byte in digest[:_LENGTH]]
        yield f"{letter}-{''.join(characters)}"


def is_readable_id(text: str) -> bool:
    """Whether `text` can be the id of a source or entity: a-z, 0-9, full stop, hyphen, underscore; 80 at most."""
    return _READABLE.fullmatch(text) is not None


def slug(text: str, limit: int = 48) -> str:
    """Return `text` as a readable id, "" where it holds no Latin letter or digit.

    Accents are dropped, letter case and all signs too, words joined by hyphens; cut after a whole word where it is
    longer than `limit` characters.
    """
    plain = unicodedata.normalize("NFKD", text.lower().translate(_UNDECOMPOSED))
    plain = re.sub(r"['’\u0300-\u036f]", "", plain)
    joined = "-".join(re.findall(r"[a-z0-9]+", plain))
    if len(joined) <= limit:
        return joined
    return joined[: limit + 1].rsplit("-", 1)[0][:limit] if "-" in joined[: limit + 1] else joined[:limit]


def free_id(base: str, used: Collection[str]) -> str:
    """Return `base`, or where it is used `base-2`, `base-3` and so on."""
    return next(
        candidate
        for candidate in (base if number == 1 else f"{base}-{number}" for number in count(1))
        if candidate not in used
    )


def source_id(names: tuple[str, ...], title: str, year: str, used: Collection[str]) -> str:
    """Return a readable id for a source that was given none: `hall-1927`, without author `arrival-train-1896`.

    `names` are family names or those of organisations; `year` may be "".
    """
    articles = {"a", "an", "the", "der", "die", "das", "le", "la", "les", "l", "un", "une", "el", "il"}
    unelided = re.sub(r"\b[ldLD]['’]", "", title)  # L’Arrivée d’un train
    words = [word for word in slug(unelided).split("-") if word not in articles]
    base = slug(names[0], 32) if names else ""
    base = base or "-".join(words[:3]) or "source"
    return free_id(f"{base}-{year}" if year else base, used)
