"""Whether a PDF is what it says it is, checked before anybody gets it.

Accessible by PDF/UA-1 (ISO 14289-1) and, where it was made for the archive, PDF/A-3a (ISO 19005-3).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotate.render import rules

if TYPE_CHECKING:
    from annotate.diagnostics import Finding


_PROFILES = {"PDF/UA-1": "ua1", "PDF/A-3a": "3a"}


def conformance_findings(data: bytes, path: str, *, pdf_a: bool = False) -> tuple[Finding, ...]:
    """Return an error for each requirement of PDF/UA-1 that a PDF fails, each once; none of one that conforms.

    With `pdf_a` the requirements of PDF/A-3a are checked as well. `path` is what findings name. A check of a thousand
    pages costs about half a second.
    """
    import page  # noqa: PLC0415  # the checker: only where a PDF was made

    failed: dict[tuple[str, str, str], None] = {}
    for standard, profile in _PROFILES.items():
        if pdf_a or profile == "ua1":
            report = page.validate_pdf_bytes(data, profile=profile)
            failed.update(dict.fromkeys((standard, failure.rule_id, failure.message) for failure in report.failures))
    return tuple(
        rules.PDF_NOT_CONFORMING.at(path, standard=standard, requirement=name, message=message)
        for standard, name, message in failed
    )
