"""The process that reads one PDF: started by `pdf`, under limits it puts on itself.

It reads the PDF's name (JSON, one line) and its bytes from standard input and writes what `pdf_wire` makes of its text
and findings to standard output.
"""

from __future__ import annotations

import json
import os
import sys

from annotate.process_limits import end_with_parent, limit_process


def main() -> None:
    """Read the PDF, write what it holds. Arguments: processor seconds, bytes of address space."""
    end_with_parent()
    # C libraries may print; what they print must not get into the answer.
    answer = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    limit_process(int(sys.argv[1]), int(sys.argv[2]))

    from annotate.errors import InputRefused  # noqa: PLC0415
    from annotate.read.pdf import text as pdf_text  # noqa: PLC0415
    from annotate.read.pdf import wire as pdf_wire  # noqa: PLC0415  # PDFium, only after the limits stand

    path = json.loads(sys.stdin.buffer.readline())
    try:
        source, findings = pdf_text.text_of(sys.stdin.buffer.read(), path)
        line = pdf_wire.to_bytes(source, findings)
    except InputRefused as refusal:
        line = pdf_wire.to_bytes(None, refusal.findings)
    with answer:
        answer.write(line)


if __name__ == "__main__":
    main()
