"""Whether a PDF is what it says it is: accessible by PDF/UA-1 (ISO 14289-1), checked before anybody gets it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.render import rules

if TYPE_CHECKING:
    from annotate.diagnostics import Finding


def conformance_findings(data: bytes, path: str) -> tuple[Finding, ...]:
    """Return an error for each requirement of PDF/UA-1 that a PDF fails, each once; none of one that conforms.

    `path` is what findings name. A check costs about half a second for a thousand pages.
    """
    import page  # noqa: PLC0415  # the checker: only where a PDF was made

    report = page.validate_pdf_bytes(data, profile="ua1")
    failed = dict.fromkeys((failure.rule_id, failure.message) for failure in report.failures)
    return tuple(rules.PDF_NOT_CONFORMING.at(path, requirement=name, message=message) for name, message in failed)
