"""What stood around a text where it was published, set apart in an edition: adverts, buttons, lists of links."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from annotate.model.document import Block, leaves, plain_text
from annotate.model.edition import EditionGroup
from annotate.render.markup import english_attributes, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from annotate.model.document import Group
    from annotate.model.edition import EditionBlock

NAME = "boilerplate"
_OTHER = "From the page where this was published"
# By the subtypes that the parser writes; another program's are of no kind we know.
_WORDS: Mapping[str, str] = {
    "advert": "Advertisement",
    "navigation": "Navigation of the page",
    "call-to-action": "Invitation to the reader",
    "comments": "Readers’ comments",
    "citation": "How the page is cited",
    "topics": "Topics of the page",
    "media": "Media of the page",
}


def set_apart(part: Group | Block) -> Iterator[EditionGroup]:
    """Yield the boilerplate of a block or group as groups without children, one for each of its blocks with words."""
    blocks = (part,) if isinstance(part, Block) else (block for block, _ in leaves((part,)))
    for block in blocks:
        words = " ".join(plain_text(block.content).split())
        kind = block.boilerplate or part.attributes.get("subtype", "")
        if words:
            yield EditionGroup(NAME, (), attributes={"subtype": kind}, printed=(words,))


def joined(nodes: Iterable[EditionGroup | EditionBlock]) -> Iterator[EditionGroup | EditionBlock]:
    """Yield nodes with boilerplate of one kind that stands together as one group."""
    for kind, run in groupby(nodes, _kind):
        if kind is None:
            yield from run
        else:
            printed = tuple(words for group in run if isinstance(group, EditionGroup) for words in group.printed)
            yield EditionGroup(NAME, (), attributes={"subtype": kind}, printed=printed)


def boilerplate_html(group: EditionGroup, classes: str, language: str) -> str:
    """Return a group of boilerplate as HTML, under what it is; no part of the reading text, which is in `language`."""
    what = _WORDS.get(group.attributes.get("subtype", ""), _OTHER)
    lines = "".join(f"<p>{text(words)}</p>\n" for words in group.printed)
    return (
        f'<div class="{" ".join(f"{NAME} {classes}".split())}" data-apparatus>\n'
        f'<p class="boilerplate-kind"{english_attributes(language)}>{what}</p>\n{lines}</div>\n'
    )


def _kind(node: EditionGroup | EditionBlock) -> str | None:
    return node.attributes["subtype"] if isinstance(node, EditionGroup) and node.name == NAME else None
