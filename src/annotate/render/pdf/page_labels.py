"""The labels by which a PDF's reader names pages (ISO 32000-1, 12.4.2): the same numbers as the printed folios."""

from __future__ import annotations

from typing import Any

import pydyf  # type: ignore[import-untyped]


def label_pages(pdf: Any) -> None:
    """Label the pages 1, 2, ...: folios count every page, from the title page on, which bears none."""
    pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": pydyf.Array([0, pydyf.Dictionary({"S": "/D"})])})
