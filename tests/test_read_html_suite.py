"""Real pages of others: their main text found no worse than the library finds it alone, nothing of them lost."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import trafilatura
from lxml import etree, html

from annotate.read.html.decode import decode_page
from annotate.read.html.reader import read_html

if TYPE_CHECKING:
    from annotate.model.source import RawBlock

SUITE = Path(__file__).parent.parent.parent / "shared" / "suites" / "extraction"
PAGES = sorted(SUITE.glob("*/source.html")) if SUITE.is_dir() else []
pytestmark = pytest.mark.skipif(not PAGES, reason="the pages of ../shared/suites/extraction are not here")


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.lower()))


def f1(found: str, expected: str) -> float:
    """Return the harmonic mean of precision and recall of words, 0 to 1."""
    common = sum((words(found) & words(expected)).values())
    return 2 * common / (sum(words(found).values()) + sum(words(expected).values()))


def text_of(page: bytes) -> str:
    root = html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8"))
    return " ".join(piece for piece in root.itertext())


def texts(blocks: tuple[RawBlock, ...]) -> list[str]:
    return [text for block in blocks for text in (block.text, *(t for note in block.notes for t in texts(note.blocks)))]


def test_the_main_text_is_found_no_worse_than_by_the_library_alone() -> None:
    ours, theirs = [], []
    for page in PAGES:
        expected = text_of(page.with_name("expected.html").read_bytes())
        blocks = read_html(page.read_bytes(), page.name)[0].blocks
        ours.append(f1(" ".join(texts(tuple(b for b in blocks if not b.boilerplate))), expected))
        theirs.append(f1(trafilatura.extract(page.read_bytes()) or "", expected))
    # Ours has title, byline and lead picture's caption too, which the expected texts do not have.
    assert sum(ours) / len(ours) >= max(0.965, sum(theirs) / len(theirs))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.parent.name)
def test_no_visible_word_is_lost(page: Path) -> None:
    data = page.read_bytes()
    source, findings = read_html(data, page.name)
    assert "F465" not in {finding.code for finding in findings}
    root = html.document_fromstring(decode_page(data, page.name)[0].encode(), parser=html.HTMLParser(encoding="utf-8"))
    unseen = ("script", "style", "noscript", "template", "svg", "iframe", "object", "video", "audio", "canvas", "head")
    etree.strip_elements(root, etree.Comment, *unseen, with_tail=False)
    in_page = Counter("".join(" ".join(root.itertext()).split()))
    in_blocks = Counter("".join(" ".join(texts(source.blocks)).split()))
    assert not in_blocks - in_page
    if not {"F454", "F464"} & {finding.code for finding in findings}:
        assert in_blocks == in_page
