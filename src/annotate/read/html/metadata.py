"""What a web page declares about itself: JSON-LD, OpenGraph, Dublin Core, `meta`, `title`, `html lang`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from lxml import etree

from annotate.lazy_pattern import lazy_pattern
from annotate.model.source import Declared
from annotate.read.html import rules as html_rules
from annotate.read.html.dates import iso_date
from annotate.read.html.json_ld import from_json_ld

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from annotate.diagnostics import Finding

# Names of `meta` elements, the most telling first; Dublin Core's are written with a full stop or a colon.
_TITLES = ("og:title", "dc.title", "dcterms.title", "twitter:title", "citation_title", "headline")
_AUTHORS = (
    *(
        "author",
        "article:author",
        "dc.creator",
        "dcterms.creator",
        "citation_author",
        "parsely-author",
        "sailthru.author",
    ),
    *("byl", "og:article:author"),
)
_DATES = (
    *("article:published_time", "og:article:published_time", "date", "dc.date", "dc.date.issued", "dcterms.date"),
    *("dcterms.issued", "dcterms.created", "citation_date", "citation_publication_date", "parsely-pub-date"),
    *("sailthru.date", "pubdate", "publishdate", "publish-date", "datepublished", "article.published"),
)
_PUBLISHERS = ("og:site_name", "dc.publisher", "dcterms.publisher", "citation_journal_title", "application-name")
_LANGUAGES = ("content-language", "dc.language", "dcterms.language", "og:locale")
_TAGS = ("article:tag", "keywords", "news_keywords", "dc.subject")
_LANGUAGE = lazy_pattern(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_BY = lazy_pattern(r"(?:by|von|par|por)[\s:]+", re.IGNORECASE)
_SEVERAL = lazy_pattern(r"\s*;\s*")
_TWO = lazy_pattern(r"(\S+\s\S.*?)\s+(?:and|&)\s+(\S+\s\S.*)")
_SAVED_FROM = lazy_pattern(r"<!--\s*saved from url=\(\d+\)(\S+)", re.IGNORECASE)
_SITE = lazy_pattern(r"\s+[|\-–—·«»:]+\s+")
_FORBIDDEN = lazy_pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DATED = etree.XPath("//*[@itemprop='datePublished' or self::time[@pubdate]]")


def declared_by(root: etree._Element, text: str, path: str) -> tuple[Declared, list[Finding]]:
    """Return what a page declares, dates as ISO 8601, and notes on what could not be used.

    `text` is the page as characters: a browser that saves a page writes its address in a comment.
    """
    found, findings = from_json_ld(root, path)
    meta = _meta(root)
    publisher = found.publisher or _first(meta, _PUBLISHERS)
    address = _address(root, meta) or _http(found.url) or _saved_from(text)
    dates = [day for day in (found.date, *(value for name in _DATES for value in meta.get(name, ()))) if day]
    date = next((day for day in map(iso_date, (*dates, *_dates_within(root))) if day), None)
    unclear = next(iter(dates), None)
    if date is None and unclear:
        findings.append(html_rules.UNCLEAR_DATE.at(path, date=unclear))
    declared = replace(
        found,
        title=found.title or _first(meta, _TITLES) or _page_title(root, publisher),
        authors=found.authors or _authors(meta),
        date=date,
        publisher=publisher,
        url=address,
        language=_language(root, meta, found.language),
        tags=found.tags or tuple(_tags(meta)),
        film_date=iso_date(found.film_date or ""),
    )
    return _clean(declared), findings


def _meta(root: etree._Element) -> dict[str, list[str]]:
    """Return the contents of the `meta` elements by name (lower case, Dublin Core's with a full stop)."""
    found: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        content = " ".join((element.get("content") or "").split())
        names = (element.get("name"), element.get("property"), element.get("itemprop"), element.get("http-equiv"))
        for name in {name.strip().lower() for name in names if name}:
            key = name.replace("dc:", "dc.").replace("dcterms:", "dcterms.")
            if content:
                found.setdefault(key, []).append(content)
    return found


def _first(meta: Mapping[str, list[str]], wanted: Iterable[str]) -> str | None:
    return next((meta[name][0] for name in wanted if name in meta), None)


def _page_title(root: etree._Element, publisher: str | None) -> str | None:
    """Return the page's `title` without the name of its site at either end."""
    element = next(root.iter("title"), None)
    title = " ".join("".join(element.itertext()).split()) if element is not None else ""
    parts = _SITE.split(title)
    if publisher and len(parts) > 1:
        if parts[-1].casefold() == publisher.casefold():
            title = title[: title.rfind(parts[-1])]
        elif parts[0].casefold() == publisher.casefold():
            title = title[len(parts[0]) :]
        title = title.strip(" |-–—·«»:")
    return title or None


def _authors(meta: Mapping[str, list[str]]) -> tuple[str, ...]:
    for name in _AUTHORS:
        named = [value for value in meta.get(name, ()) if not value.startswith(("http:", "https:", "/", "@"))]
        if named:
            names = [name for value in named for name in _people(_BY.sub("", value, count=1))]
            return tuple(dict.fromkeys(names))
    return ()


def _people(value: str) -> list[str]:
    """Return the names in "A Name and A. Other; Third Name"; "Mac & i" is one."""
    names: list[str] = []
    for part in filter(None, _SEVERAL.split(value)):
        two = _TWO.fullmatch(part)
        names += two.groups() if two else (part,)
    return names


def _tags(meta: Mapping[str, list[str]]) -> list[str]:
    for name in _TAGS:
        if name in meta:
            values = meta[name] if len(meta[name]) > 1 else meta[name][0].split(",")
            return list(dict.fromkeys(value.strip() for value in values if value.strip()))
    return []


def _dates_within(root: etree._Element) -> list[str]:
    found = _DATED(root)
    elements = found if isinstance(found, list) else []
    return [
        element.get("datetime") or element.get("content") or "".join(element.itertext()).strip()
        for element in elements
        if etree.iselement(element)
    ]


def _address(root: etree._Element, meta: Mapping[str, list[str]]) -> str | None:
    links = (link.get("href") for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical")
    return next(filter(None, map(_http, (*links, _first(meta, ("og:url",))))), None)


def _saved_from(text: str) -> str | None:
    match = _SAVED_FROM.search(text[:4096])
    return _http(match[1]) if match else None


def _http(address: str | None) -> str | None:
    address = (address or "").strip()
    return address if address.lower().startswith(("http://", "https://")) and " " not in address else None


def _language(root: etree._Element, meta: Mapping[str, list[str]], declared: str | None) -> str | None:
    own = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    body = root.find("body")
    inner = body.get("lang") if body is not None else None
    for said in (own, inner, declared, _first(meta, _LANGUAGES)):
        tag = (said or "").partition(",")[0].strip().replace("_", "-")
        if _LANGUAGE.fullmatch(tag):
            return tag
    return None


def _clean(declared: Declared) -> Declared:
    """Return the same without characters that XML cannot hold: these are facts about the text, not the text."""
    cleaned: dict[str, object] = {}
    for name in Declared.__dataclass_fields__:
        value = getattr(declared, name)
        if isinstance(value, str):
            cleaned[name] = _bare(value) or None
        elif isinstance(value, tuple):
            cleaned[name] = tuple(filter(None, map(_bare, value)))
    return replace(declared, **cleaned)  # type: ignore[arg-type]  # each value keeps its field's type


def _bare(value: str) -> str:
    return " ".join(_FORBIDDEN.sub(" ", value).split())
