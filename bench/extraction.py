"""The main content of a web page by trafilatura alone, called as annotate calls it: the least that a page costs."""

from __future__ import annotations

import sys
from pathlib import Path

import trafilatura

if __name__ == "__main__":
    page = Path(sys.argv[1]).read_text(encoding="utf-8")
    found = trafilatura.bare_extraction(page, fast=True, include_comments=False, with_metadata=False)
    body = getattr(found, "body", None)
    sys.stdout.write("" if body is None else "".join(body.itertext()))
