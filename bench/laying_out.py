"""Lays out a request in our process, or there by WeasyPrint as it comes: `laying_out.py REQUEST ours|plain`."""

from __future__ import annotations

import sys
from pathlib import Path

from annotate.render.pdf import worker as pdf_worker
from annotate.render.pdf.protocol import Request


def main(request: Path, how: str) -> None:
    """Make the PDF and leave; with what went wrong where it was not made."""
    if how == "plain":
        from annotate.render.pdf import quick as quick_layout  # noqa: PLC0415  # loads WeasyPrint

        quick_layout.install = lambda more=(): None  # noqa: ARG005  # as plain WeasyPrint lays out
    reply, _ = pdf_worker.attempt(Request.from_bytes(request.read_bytes()))
    if reply.status != "done":
        sys.exit(f"{reply.status} {reply.reason}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
