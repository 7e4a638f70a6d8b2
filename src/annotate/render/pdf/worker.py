"""The process that lays out one PDF: started by `pdf`, under limits it puts on itself, with nothing to fetch.

It reads a `Request` from standard input and writes a `Reply` to standard output: one line of JSON, then the PDF.
"""

from __future__ import annotations

import mimetypes
import os
import sys
import warnings

from annotate.process_limits import end_with_parent, limit_process
from annotate.render.pdf.protocol import Reply, Request

_LONGEST_REASON = 300


def attempt(request: Request) -> tuple[Reply, bytes]:
    """Return what became of a request, and the PDF, empty unless it is done, whatever the layout raises."""
    try:
        warnings.filterwarnings("error", message="No fonts configured")
        from annotate.render.pdf import line_ends, quick  # noqa: PLC0415  # loads WeasyPrint: after the limits stand
        from annotate.render.pdf.layout import lay_out  # noqa: PLC0415  # as above

        quick.install(line_ends.replacements())
    except UserWarning as error:
        return Reply("fonts", str(error)), b""
    except (ImportError, OSError) as error:
        return Reply("library", str(error)), b""
    try:
        return lay_out(request)
    except MemoryError:
        return Reply("memory"), b""
    except RecursionError:
        return Reply("nesting"), b""
    except Exception as error:  # hostile input makes WeasyPrint raise anything, e.g. ZeroDivisionError
        return Reply("layout", f"{type(error).__name__}: {error}"[:_LONGEST_REASON]), b""


def main() -> None:
    """Read the request, lay out, write the reply and the PDF."""
    end_with_parent()
    mimetypes.knownfiles.clear()  # what the machine calls a file must not tell in the PDF that carries it
    # C libraries may print; what they print must not get between the reply and the PDF.
    answer = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    request = Request.from_bytes(sys.stdin.buffer.read())
    limit_process(request.cpu_seconds, request.memory_bytes)
    reply, data = attempt(request)
    with answer:
        answer.write(reply.to_bytes())
        answer.write(data)


if __name__ == "__main__":
    main()
