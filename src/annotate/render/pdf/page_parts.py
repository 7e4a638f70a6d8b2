"""A print page in its parts: what stands before the text, the text, and the apparatus after it.

The apparatus names pages of the text, and the contents name pages of both. So that nothing is laid out twice because of
it, the text is laid out first, then the apparatus, then the few pages before the text again (`parts_layout`).
"""

from __future__ import annotations

from dataclasses import dataclass

# As templates/print.html has them. No text can bring them, since all of it is escaped.
_TEXT = "<!-- text -->"
_APPARATUS = "<!-- apparatus -->"
_END = "</body>\n</html>\n"


@dataclass(frozen=True, slots=True)
class PageParts:
    """The parts of a print page; `head` is all up to the beginning of its body."""

    head: str
    front: str
    text: str
    apparatus: str

    @classmethod
    def of(cls, html: str) -> PageParts | None:
        """Return the parts of a page that `print_html` wrote, None for any other page."""
        before, marked, text = html.partition(_TEXT)
        text, apart, apparatus = text.partition(_APPARATUS)
        if not marked or not apart:
            return None
        body = before.index("<body")
        start = before.index(">", body) + 1
        return cls(before[:start], before[start:], text, apparatus.rpartition("</body>")[0])

    @property
    def page(self) -> str:
        """The whole page."""
        return f"{self.head}{self.front}{_TEXT}{self.text}{_APPARATUS}{self.apparatus}{_END}"

    @property
    def front_page(self) -> str:
        """The title page and the contents alone."""
        return f"{self.head}{self.front}{_END}"

    @property
    def text_page(self) -> str:
        """All but the apparatus."""
        return f"{self.head}{self.front}{self.text}{_END}"

    @property
    def apparatus_page(self) -> str:
        """The apparatus alone."""
        return f"{self.head}{self.apparatus}{_END}"
