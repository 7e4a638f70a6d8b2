"""HTML that others wrote, made safe: Markdown of notes, formatted citations.

Two nets: Markdown's parser escapes HTML in its source, and the sanitiser afterwards keeps only the elements and
addresses named here.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING

from annotate.model.edition import SafeHtml
from annotate.render.markup import address, link, text

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

LONGEST_NOTE = 20_000  # code points; nested brackets cost the parser more than linear time
_LONGEST_OUTPUT = 10 * LONGEST_NOTE  # a reference used many times can swell a note
_BLOCKS = {"p", "ul", "ol", "li", "blockquote", "pre", "br"}
_PHRASES = {"a", "em", "strong", "code", "sub", "sup"}
_CITED = {"i", "em", "b", "strong", "sub", "sup", "a"}
_BLOCK_TAG = re.compile(r"\s*<(/?)(p|ul|ol|li|blockquote|pre)>\s*")
_TAG = re.compile(r"<[^>]*>")  # safe HTML has no ">" within a tag
# What no reader of Markdown takes for anything else (CommonMark 0.31.2, 6.2): emphasis by asterisks that only open, or
# only close; and a line without other signs of Markdown, that begins with a letter, as no list does.
_EMPHASIS = re.compile(r"(?:(?<=[ (“‘])|^)\*([^\W_](?:[^*]*[^\W_*])?)\*(?=[ .,;:!?)”’…]|$)")
_PLAIN_LINE = re.compile(r"[^\W\d_][^\\`*_\[\]<>&~|\x00-\x1f\x7f-\xa0\u2028\u2029\ud800-\udfff]*")
# Text and italics alone, as citations are composed: in these there is nothing for a sanitiser to take away.
_WORDS = r"(?:[^<>&\x00-\x1f\x7f-\xa0\u2028\u2029\ud800-\udfff]|&(?:amp|lt|gt|quot|#x27);)"
_PLAIN_CITATION = re.compile(rf"(?:{_WORDS}|<i>{_WORDS}*</i>)*")
_WHITE = re.compile(r"\s*\n\s*")


def note_html(markdown: str) -> SafeHtml:
    """Return a note's Markdown (CommonMark, no HTML, no pictures) as phrasing content: it may stand in a paragraph.

    Paragraphs, lists and quotations become spans of the classes `p`, `ul`, `ol`, `li`, `blockquote`, `pre`. A note of
    more than 20,000 code points, or one that swells to ten times that, is shown as the plain text it is.
    """
    source = markdown.strip()
    if len(source) > LONGEST_NOTE:
        return SafeHtml(f'<span class="p">{text(source)}</span>')
    if _PLAIN_LINE.fullmatch(_EMPHASIS.sub(r"x\1", source)):
        # As the parser has it, which costs a hundred times as much.
        emphasised = _EMPHASIS.sub(r"<em>\1</em>", source)
        return SafeHtml(f'<span class="p">{emphasised}</span>')
    rendered = _parser().render(source)
    if len(rendered) > _LONGEST_OUTPUT:
        return SafeHtml(f'<span class="p">{text(source)}</span>')
    return _phrasing(_clean(rendered, _BLOCKS | _PHRASES))


def citation_html(html: str, own: str = "") -> SafeHtml:
    """Return a formatted citation with no more than italics, bold, raised and lowered text and links.

    The source's `own` address, where the citation prints it, is a link.
    """
    if _PLAIN_CITATION.fullmatch(html):
        cleaned = html.replace("&quot;", '"').replace("&#x27;", "'").strip()
    else:
        cleaned = _WHITE.sub(" ", _clean(html, _CITED)).strip()
    href = address(own)
    if href is None or "<a" in cleaned:
        return SafeHtml(cleaned)
    before, printed, after = cleaned.partition(text(own))
    return SafeHtml(before + (link(href, printed) if printed else "") + after)


def plain_words(html: SafeHtml) -> str:
    """Return the text of safe HTML without its markup."""
    return unescape(_TAG.sub("", html))


def _clean(html: str, tags: set[str]) -> str:
    import nh3  # noqa: PLC0415  # not needed where all is plain

    return nh3.clean(
        html,
        tags=tags,
        attributes={"a": {"href"}},
        attribute_filter=_keep_address,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )


def _keep_address(tag: str, name: str, value: str) -> str | None:
    if tag == "a" and name == "href":
        return value if value.startswith("#") and value.isprintable() and " " not in value else address(value)
    return None


def _phrasing(html: str) -> SafeHtml:
    def span(tag: re.Match[str]) -> str:
        return "</span>" if tag[1] else f'<span class="{tag[2]}">'

    return SafeHtml(_BLOCK_TAG.sub(span, html).strip())


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415  # most notes are plain lines

    # Headings and rules would break the order of the page's own headings; pictures would need files.
    return MarkdownIt("js-default", {"linkify": False, "typographer": False}).disable(
        ["heading", "lheading", "hr", "image", "table"]
    )
