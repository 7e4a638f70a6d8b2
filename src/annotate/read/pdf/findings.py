"""What a person should know of a PDF that was read: what is missing, what was resolved, what was left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.read.pdf import rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotate.diagnostics import Finding
    from annotate.read.pdf.layout import Layout
    from annotate.read.pdf.page import Page

_END_WITHIN = 1024  # bytes from the end, as readers look for it (ISO 32000-1, Annex H, note 18)
_LONGEST_LIST = 250  # code points of a finding's list


def findings_of(
    path: str, data: bytes, attachments: Sequence[str], pages: Sequence[Page], layout: Layout
) -> list[Finding]:
    """Return the findings on a PDF whose blocks have been made; their line is the page."""
    findings: list[Finding] = []
    if b"%%EOF" not in data.rstrip()[-_END_WITHIN:]:
        findings.append(rules.NO_END.at(path, pages=len(pages)))
    bare = [page.number for page in pages if not page.fragments and page.pictures]
    if bare:
        numbers = _list(map(str, bare))
        findings.append(rules.PAGES_WITHOUT_TEXT.at(path, bare[0], pages=len(bare), all=len(pages), numbers=numbers))
    for page in pages:
        findings += _page_findings(path, page)
    findings += [rules.SMALL_TYPE.at(path, page, words=words) for page, words in layout.notes.doubtful.items()]
    joined = layout.hyphens.joined
    if joined:
        times = _count(sum(joined.values()), "word")
        findings.append(rules.HYPHENS_RESOLVED.at(path, times=times, words=_list(f"“{word}”" for word in joined)))
    pictured = [page for page in pages if page.pictures]
    if pictured:
        pictures = _count(sum(len(page.pictures) for page in pictured), "picture")
        places = _list(f"page {page.number}" for page in pictured)
        findings.append(rules.PICTURES_NAMED.at(path, pictured[0].number, pictures=pictures, places=places))
    findings += [rules.ATTACHMENT.at(path, name=f"“{name}”") for name in attachments]
    return findings


def _page_findings(path: str, page: Page) -> Iterator[Finding]:
    if page.damaged:
        yield rules.PAGE_DAMAGED.at(path, page.number)
    if page.unreadable:
        yield rules.UNREADABLE_CHARACTERS.at(path, page.number, times=page.unreadable)
    for address in page.scripts:
        yield rules.LINK_DROPPED.at(path, page.number, address=address)
    for name, value in page.fields:
        yield rules.FORM_FIELD.at(path, page.number, name=f"“{name}”", value=f"“{value}”")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _list(names: Iterator[str]) -> str:
    """Return names with commas between them, as many as a finding has room for, and how many more there are."""
    shown, length, more = [], 0, 0
    for name in names:
        if length + len(name) > _LONGEST_LIST:
            more += 1
        else:
            shown.append(name)
            length += len(name) + 2
    return ", ".join(shown) + (f" and {more} more" if more else "")
