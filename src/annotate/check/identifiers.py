"""Numbers and addresses of sources and persons: DOI, ISBN, ISSN, ORCID, web addresses."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")
_DOI_BEFORE = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_NEVER_IN_ADDRESSES = re.compile(r'["<>\\^`{|}]')
_NOT_IN_LABELS = re.compile(r"[\x00-,./:-@\[-^`{-\x7f]")
_WEB_SCHEMES = {"http", "https", "ftp"}


def is_doi(text: str) -> bool:
    """Whether a text is a DOI (DOI Handbook, section 2.2): a prefix `10.NNNN`, a slash and a suffix."""
    return _DOI.fullmatch(text) is not None


def plain_doi(text: str) -> str:
    """Return a DOI without the address or word before it, in lower case: DOIs know no case."""
    return _DOI_BEFORE.sub("", text.strip(), count=1).lower()


def isbns(text: str) -> list[str]:
    """Return the ISBNs of a field, which may hold several, without hyphens."""
    return [isbn.replace("-", "").upper() for isbn in re.split(r"[\s,;]+", text) if isbn]


def is_isbn(digits: str) -> bool:
    """Whether the check digit of an ISBN of 10 or 13 digits, without hyphens, is right (ISO 2108, annexes A and C)."""
    if re.fullmatch(r"[0-9]{9}[0-9X]", digits):
        return _weighted(digits, range(10, 0, -1)) % 11 == 0
    return bool(re.fullmatch(r"97[89][0-9]{10}", digits)) and _weighted(digits, (1, 3) * 6 + (1,)) % 10 == 0


def is_issn(text: str) -> bool:
    """Whether an ISSN has the form 0261-3077 and its check digit is right (ISO 3297)."""
    return (
        bool(re.fullmatch(r"[0-9]{4}-[0-9]{3}[0-9X]", text))
        and _weighted(text.replace("-", ""), range(8, 0, -1)) % 11 == 0
    )


def orcid_in(address: str) -> str | None:
    """Return what a web address of orcid.org names, in upper case; None for an address of another host."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return None
    return parts.path.strip("/").upper() if host == "orcid.org" else None


def is_orcid(text: str) -> bool:
    """Whether an ORCID has the form 0000-0002-1825-0097 and its check character is right (ISO 7064, MOD 11-2)."""
    if not re.fullmatch(r"(?:[0-9]{4}-){3}[0-9]{3}[0-9X]", text):
        return False
    total = 0
    for digit in text.replace("-", "")[:-1]:
        total = (total + int(digit)) * 2
    return (12 - total % 11) % 11 == (10 if text[-1] == "X" else int(text[-1]))


def web_address_fault(text: str) -> str | None:
    """Return what is wrong with a web address, None if nothing is (RFC 3986, sections 2, 3.1 and 3.2)."""
    if any(character.isspace() for character in text):
        return "there is white space in it"
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        return "its host is ill-formed"
    if parts.scheme not in _WEB_SCHEMES:
        return "it does not begin with https:// or http://"
    if not host or ("." not in host and ":" not in host):
        return "it names no host"
    # An address of version 6 is judged by urlsplit.
    if ":" not in host and not _is_host(host):
        return f"there is no host {host}"
    odd = _NEVER_IN_ADDRESSES.search(text)
    return f"the sign {odd[0]} must be written as %{ord(odd[0]):02X}" if odd else None


def _is_host(host: str) -> bool:
    """Whether a name is made of labels of letters, figures and hyphens, as RFC 1123 (section 2.1) and IDNA want it.

    The last label is no number, but in an address of version 4.
    """
    labels = host.removesuffix(".").split(".")
    if len(labels) == 4 and all(label.isascii() and label.isdigit() for label in labels):
        return all(int(label[:4]) <= 255 for label in labels)
    # Of other scripts every sign is let pass: vowel signs are no letters to Python, and belong to names.
    sound = all(label and "-" not in (label[0], label[-1]) and not _NOT_IN_LABELS.search(label) for label in labels)
    return sound and len(labels[-1]) > 1 and not labels[-1].isdigit()


def comparable_address(text: str) -> str:
    """Return a web address as two are compared: without scheme, `www.`, fragment and last slash."""
    try:
        parts = urlsplit(text.strip())
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return text
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{parts.path.rstrip('/')}{query}"


def _weighted(digits: str, weights: range | tuple[int, ...]) -> int:
    values = [10 if digit == "X" else int(digit) for digit in digits]
    return sum(value * weight for value, weight in zip(values, weights, strict=True))
