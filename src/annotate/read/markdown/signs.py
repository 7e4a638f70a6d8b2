"""Whether a text without a name that says so is Markdown: signs that plain texts do not have are weighed."""

from __future__ import annotations

import re

from annotate.lazy_pattern import lazy_pattern

# Enough that a text is taken for Markdown: two sure signs of different kinds or places, or one and some weak ones.
_ENOUGH = 4
_FRONT_MATTER = lazy_pattern(
    r"\s*(?:---[ \t]*\n(?:[\w-]+:.*\n|[ \t#-].*\n|\n)*?---|\+\+\+[ \t]*\n(?:.*\n)*?\+\+\+)[ \t]*(?:\n|$)"
)
_FRONT_MATTER_FIELD = lazy_pattern(r"^[\w-]+[ \t]*(?::|=)", re.MULTILINE)
# JSON, whose strings may hold anything; a Markdown text can begin with "[", but not so.
_DATA = lazy_pattern(r"\s*(?:\{\s*[\"}]|\[\s*[\[{\"\]])")
# Each sign: the characters of which it must hold one (asked first, for most texts hold none), its weight, and the most
# that all its occurrences together may weigh. A plain text has "- " before its items and answers, "* * *" between its
# parts, "#1", "# 3", ">" before quoted mail and _italics_ (as in the texts of Project Gutenberg): of these alone none
# makes a text Markdown.
_SIGNS: tuple[tuple[tuple[str, ...], re.Pattern[str], int, int], ...] = (
    # "## On the set": a heading with a letter in it, after a blank line or at the start
    (("#",), lazy_pattern(r"(?:\A|\n[ \t]*\n|\A\n+)#{1,6} +(?=[^\n]*[^\W\d_])(?!\d+\b)[^\n]+(?=\n|\Z)"), 2, 4),
    # ![picture](file.png)
    (("![",), lazy_pattern(r"(?<!\\)!\[[^\[\]\n]*\]\([^()\s]+(?: \"[^\"\n]*\")?\)"), 4, 4),
    (
        ("](",),
        lazy_pattern(
            r"(?<![!\\])\[[^\[\]\n]+\]\(<?(?:https?:|mailto:|/|#|\.|[\w-]+[./])[^()\s]*>?(?: \"[^\"\n]*\")?\)"
        ),
        3,
        4,
    ),
    # [^1]: a note
    (("[^",), lazy_pattern(r"^ {0,3}\[\^[\w-]+\]:[ \t]+\S", re.MULTILINE), 4, 4),
    # [name]: https://...
    (("]:",), lazy_pattern(r"^ {0,3}\[[^\]^\n]+\]:[ \t]+<?(?:https?:|/|#)\S+", re.MULTILINE), 3, 4),
    # ``` before and after code
    (("```", "~~~"), lazy_pattern(r"^ {0,3}(?:```|~~~)[\w+-]*[ \t]*$", re.MULTILINE), 2, 4),
    (
        ("---",),
        lazy_pattern(r"^ {0,3}\|?[ \t]*:?-{3,}:?[ \t]*(?:\|[ \t]*:?-{3,}:?[ \t]*)+\|?[ \t]*$", re.MULTILINE),
        4,
        4,
    ),
    # {{< figure >}}, {% include %}
    (("{{", "{%"), lazy_pattern(r"\{\{[<%][^\n{}]+[>%]\}\}|\{%[^\n{}]+%\}"), 3, 4),
    # **bold**
    (("**",), lazy_pattern(r"(?<![\w*\\])\*\*(?=[^\s*])[^*\n]+(?<=[^\s*\\])\*\*(?![\w*])"), 2, 4),
    # *emphasis*
    (("*",), lazy_pattern(r"(?<![\w*\\])\*(?=[^\s*])[^*\n]+(?<=[^\s*\\])\*(?![\w*])"), 1, 3),
    # _emphasis_
    (("_",), lazy_pattern(r"(?<![\w_\\])_(?=[^\s_])[^_\n]+(?<=[^\s_\\])_(?![\w_])"), 1, 1),
    # `code`
    (("`",), lazy_pattern(r"(?<!`)`[^`\n]+`(?!`)"), 1, 1),
    ((">",), lazy_pattern(r"^> +\S", re.MULTILINE), 1, 1),
    # a heading underlined
    (("===", "---"), lazy_pattern(r"^[^\s=-][^\n]*\n(?:={3,}|-{3,})[ \t]*$", re.MULTILINE), 1, 2),
    (("<http",), lazy_pattern(r"<https?://[^\s<>]+>"), 1, 1),
    (("\\",), lazy_pattern(r"\\[*_#\[\]`]"), 1, 1),
)


def looks_like_markdown(text: str) -> bool:
    """Whether a text (line ends as LF; its beginning is enough) has the signs of CommonMark or front matter."""
    front = _FRONT_MATTER.match(text)
    if front and _FRONT_MATTER_FIELD.search(front.group()):
        return True
    if _DATA.match(text):
        return False
    weight = 0
    for held, sign, own, most in _SIGNS:
        if not any(characters in text for characters in held):
            continue
        found = 0
        for _ in sign.finditer(text):
            found += own
            if found >= most:
                break
        weight += min(found, most)
        if weight >= _ENOUGH:
            return True
    return False
