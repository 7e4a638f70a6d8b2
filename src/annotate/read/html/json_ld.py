"""What a page says about itself in JSON-LD, in the words of schema.org: article, review, the film reviewed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from annotate.lazy_pattern import lazy_pattern
from annotate.model.source import Declared
from annotate.read.html import rules as html_rules
from annotate.read.html.dates import seconds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from annotate.diagnostics import Finding

_REVIEWS = frozenset({"Review", "CriticReview", "ReviewNewsArticle", "UserReview"})
_ARTICLES = frozenset(
    """
    Article NewsArticle BlogPosting OpinionNewsArticle AnalysisNewsArticle BackgroundNewsArticle ReportageNewsArticle
    Report ScholarlyArticle SocialMediaPosting TechArticle AskPublicNewsArticle Interview
    """.split()
)
_FILMS = frozenset({"Movie", "TVSeries", "TVEpisode", "CreativeWork", "VideoObject", "Product"})
_WRAPPED = lazy_pattern(r"^\s*(?://\s*)?(?:<!\[CDATA\[|<!--)|(?://\s*)?(?:\]\]>|-->)\s*$")
_DEEPEST = 40

Node = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Graph:
    """The objects of all scripts in order, and those that have an `@id`."""

    nodes: tuple[Node, ...]
    by_id: dict[str, Node]


def from_json_ld(root: etree._Element, path: str) -> tuple[Declared, list[Finding]]:
    """Return what the JSON-LD of a page declares (dates as written), and a note for each script that is not JSON."""
    values: list[Any] = []
    findings: list[Finding] = []
    for script in root.iter("script"):
        if (script.get("type") or "").partition(";")[0].strip().lower() != "application/ld+json":
            continue
        text = _WRAPPED.sub("", script.text or "").strip()
        if not text:
            continue
        try:
            values.append(json.loads(text, strict=False))
        except json.JSONDecodeError as error:
            line = (script.sourceline or 1) + error.lineno - 1
            findings.append(html_rules.BROKEN_JSON_LD.at(path, line, error.colno, reason=error.msg))
        except (RecursionError, ValueError) as error:
            findings.append(html_rules.BROKEN_JSON_LD.at(path, script.sourceline or 1, reason=str(error)))
    nodes = tuple(node for value in values for node in _objects(value, 0))
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    return _declared(_Graph(nodes, by_id)), findings


def _objects(value: Any, depth: int) -> Iterator[Node]:
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from _objects(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _objects(inner, depth + 1)


def _declared(graph: _Graph) -> Declared:
    review = _first(graph, _REVIEWS)
    article = _first(graph, _ARTICLES) or review
    if article is None:
        return Declared()
    film = _resolved(graph, review.get("itemReviewed")) if review else None
    if film is not None and not _types(film) & _FILMS:
        film = None
    sources = [node for node in (article, review) if node is not None]
    return Declared(
        title=_text(_get(sources, "headline", "name")),
        subtitle=_text(_get(sources, "alternativeHeadline")),
        authors=tuple(_names(graph, _get(sources, "author", "creator"))),
        date=_text(_get(sources, "datePublished", "dateCreated")),
        publisher=next(iter(_names(graph, _get(sources, "publisher"))), None),
        url=_text(_get(sources, "url")) or _address(article.get("mainEntityOfPage")),
        language=_text(_get(sources, "inLanguage")),
        genre="review" if review else None,
        tags=tuple(_tags(_get(sources, "keywords"))),
        rating=_rating(graph, review) if review else None,
        film=_text(film.get("name")) if film else None,
        directors=tuple(_names(graph, film.get("director"))) if film else (),
        film_date=_text(film.get("dateCreated") or film.get("datePublished")) if film else None,
        runtime=seconds(_text(film.get("duration")) or "") if film else None,
    )


def _types(node: Node) -> frozenset[str]:
    named = node.get("@type")
    every = named if isinstance(named, list) else [named]
    return frozenset(name.rpartition("/")[2] for name in every if isinstance(name, str))


def _first(graph: _Graph, types: frozenset[str]) -> Node | None:
    return next((node for node in graph.nodes if _types(node) & types), None)


def _resolved(graph: _Graph, value: Any) -> Node | None:
    """Return an object, or the one that a reference by `@id` means; of a list the first."""
    if isinstance(value, list):
        return next((node for node in (_resolved(graph, item) for item in value) if node), None)
    if not isinstance(value, dict):
        return None
    name = value.get("@id")
    return graph.by_id.get(name, value) if isinstance(name, str) else value


def _get(sources: list[Node], *keys: str) -> Any:
    return next((node[key] for key in keys for node in sources if node.get(key)), None)


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    if isinstance(value, (str, int, float)) and not isinstance(value, bool):
        return str(value).strip() or None
    return None


def _names(graph: _Graph, value: Any) -> list[str]:
    names: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        node = _resolved(graph, item)
        name = _text(node.get("name")) if node else _text(item)
        if name and not name.startswith("http") and name not in names:
            names.append(name)
    return names


def _address(value: Any) -> str | None:
    return _text(value.get("@id")) if isinstance(value, dict) else _text(value)


def _tags(value: Any) -> list[str]:
    if isinstance(value, str):
        value = value.split(",")
    return [tag.strip() for tag in value if isinstance(tag, str) and tag.strip()] if isinstance(value, list) else []


def _rating(graph: _Graph, review: Node) -> str | None:
    """Return the rating as a reader would see it: "4/5", or "4" where no best rating is given."""
    node = _resolved(graph, review.get("reviewRating"))
    value = _text(node.get("ratingValue")) if node else None
    if node is None or value is None or "/" in value:
        return value
    best = _text(node.get("bestRating"))
    return f"{value}/{best}" if best else value
