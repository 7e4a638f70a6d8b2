"""The process that opens one PDF: started by `pdf_process`, under limits it puts on itself.

It reads the PDF from standard input and writes a `Reply` and the `Page`s to standard output, a line each.
"""

from __future__ import annotations

import os
import sys

from annotate.read.pdf_page import Page, Reply

# Beyond the soft limit the system ends the process at once; the margin lets it say so first where it can.
_HARD_MARGIN = 5
# A text of two million words; more is a library, or an attack on the memory of whoever reads it.
MAX_PAGES = 10_000
MAX_CHARACTERS = 15_000_000


def _limit(cpu_seconds: int, memory_bytes: int) -> None:
    """Limit this process; a system that knows no such limits (Windows, partly macOS) is left without."""
    try:
        import resource  # noqa: PLC0415  # not on Windows
    except ImportError:
        return
    bounds = {
        resource.RLIMIT_CPU: (cpu_seconds, cpu_seconds + _HARD_MARGIN),
        resource.RLIMIT_AS: (memory_bytes, memory_bytes),
        resource.RLIMIT_CORE: (0, 0),
    }
    for name, bound in bounds.items():
        try:
            resource.setrlimit(name, bound)
        except (ValueError, OSError):
            continue


def _read(data: bytes) -> tuple[Reply, list[bytes]]:
    """Return what became of it, and the pages, each as a line."""
    from annotate.read import pdf_open  # noqa: PLC0415  # pdfium, only after the limits stand

    lines: list[bytes] = []
    try:
        with pdf_open.opened(data) as document:
            if len(document) > MAX_PAGES:
                return Reply("pages", str(len(document))), []
            characters = 0
            for page in pdf_open.pages(document):
                lines.append(page.to_bytes())
                characters += _characters(page)
                if characters > MAX_CHARACTERS:
                    return Reply("characters"), []
            return pdf_open.reply(document), lines
    except pdf_open.Refused as refusal:
        return Reply(refusal.status, refusal.reason), []
    except MemoryError:
        return Reply("memory"), []


def _characters(page: Page) -> int:
    return sum(len(fragment.text) for fragment in page.fragments)


def main() -> None:
    """Read the PDF, write the reply and the pages."""
    # C libraries may print; what they print must not get between the lines.
    answer = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    _limit(int(sys.argv[1]), int(sys.argv[2]))
    reply, lines = _read(sys.stdin.buffer.read())
    with answer:
        answer.write(reply.to_bytes())
        answer.writelines(lines)


if __name__ == "__main__":
    main()
