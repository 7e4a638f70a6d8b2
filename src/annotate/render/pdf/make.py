"""The PDF edition: HTML and CSS in, a tagged PDF out, laid out in a process of its own under limits."""

from __future__ import annotations

import base64
import os
import re
import signal
import subprocess
import sys
from dataclasses import dataclass, field
from hashlib import sha256
from html import unescape
from typing import TYPE_CHECKING, Literal

from annotate.errors import WorkFailed
from annotate.render import rules
from annotate.render.fonts import faces as fonts
from annotate.render.pdf.protocol import NO_COMMENTS, Attached, Reply, Request

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotate.diagnostics import Finding, Rule
    from annotate.model.edition_choices import Restart
    from annotate.render.pdf.protocol import Comments, InBook

# What the process is given of the environment: where the system's and the user's libraries are, and the date to print.
_PASSED_ON = (
    "HOME", "TMPDIR", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH",
    "WEASYPRINT_DLL_DIRECTORIES", "SYSTEMROOT", "SOURCE_DATE_EPOCH",
)  # fmt: skip
_TAG = re.compile(r"<style.*?</style>|<[^>]*>", re.DOTALL | re.IGNORECASE)
# What Python and GLib say before they end a process that is refused memory.
_OUT_OF_MEMORY = (b"MemoryError", b"failed to allocate", b"Error creating thread")
# WeasyPrint's remark on a character without a sign; our own warning names all of them.
_NO_SIGN = ".notdef glyph"
_FAILURES: Mapping[str, Rule] = {
    "memory": rules.PDF_OUT_OF_MEMORY,
    "library": rules.PDF_LIBRARY_MISSING,
    "fonts": rules.PDF_WITHOUT_FONTS,
    "nesting": rules.NESTED_TOO_DEEPLY,
    "layout": rules.PDF_LAYOUT_FAILED,
}


@dataclass(frozen=True, slots=True)
class Limits:
    """What laying out may cost: processor seconds, bytes of address space, and seconds by the clock."""

    cpu_seconds: int
    memory_bytes: int
    wall_seconds: int

    @classmethod
    def for_length(cls, length: int) -> Limits:
        """Return generous limits for HTML of `length` code points.

        About ten times what pages with footnotes cost: a book of 300,000 words (3 million code points of HTML) takes
        two and a half minutes and 0.7 GiB. By the clock three times that, because other work may share the machine.
        """
        cpu_seconds = 60 + length // 2_000
        return cls(cpu_seconds, 2 * 1024**3 + 1_000 * length, 3 * cpu_seconds + 60)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that the PDF carries, as `pdf_protocol.Attached` has it."""

    name: str
    description: str
    relationship: Literal["Source", "Data"]
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class PdfResult:
    """A PDF, how many pages it has, and what a person should know about it."""

    data: bytes
    pages: int
    findings: tuple[Finding, ...] = ()


def make_pdf(
    html: str,
    css: str | Sequence[str] = (),
    *,
    files: Mapping[str, bytes] | None = None,
    attachments: Sequence[Attachment] = (),
    line_numbers: Restart | Literal[""] = "",
    pdf_a: bool = False,
    comments: Comments = NO_COMMENTS,
    book: InBook | None = None,
    limits: Limits | None = None,
    path: str = "edition.pdf",
) -> PdfResult:
    """Return the PDF (PDF/UA-1: tagged, with language, bookmarks and metadata of the HTML) that HTML is laid out as.

    `css` is one style sheet or several, in the order they apply. `files` are the only resources the HTML and CSS can
    have, by address ("figures/1.png"); our fonts are there by family name. The PDF carries `attachments`. With
    `line_numbers` each fifth line of the text bears its number, counted anew by page, by section or not at all
    (`text`), and references to calls name the line. With `pdf_a` it is PDF/A-3a as well, for the archive;
    `comments` lie on their words. `path` is what findings name. The same input gives the same bytes. Findings are
    warnings: characters without a font, links that were left out, remarks of the layout engine. Raises WorkFailed, and
    makes no PDF, when a limit is reached, a resource that is not among `files` is asked for, or fonts or libraries are
    missing.
    """
    styles = (css,) if isinstance(css, str) else tuple(css)
    given = dict(sorted((files or {}).items()))
    attached = tuple(
        Attached(item.name, item.description, item.relationship, base64.b64encode(item.data).decode())
        for item in attachments
    )
    bounds = limits or Limits.for_length(len(html))
    request = Request(
        html=html,
        styles=styles,
        files={address: base64.b64encode(data).decode() for address, data in given.items()},
        identifier=_identifier(f"{html}{line_numbers}{pdf_a}{comments!r}", styles, given, attachments),
        cpu_seconds=bounds.cpu_seconds,
        memory_bytes=bounds.memory_bytes,
        attached=attached,
        line_numbers=line_numbers,
        digits=base64.b64encode(fonts.digits()).decode() if line_numbers else "",
        pdf_a=pdf_a,
        comments=comments,
        book=book,
    )
    reply, data = _run(request, bounds, path)
    if reply.status in _FAILURES:
        raise WorkFailed(
            _FAILURES[reply.status].at(path, reason=reply.reason, megabytes=bounds.memory_bytes // 1024**2)
        )
    if reply.refused:
        raise WorkFailed(*(rules.PDF_RESOURCE_REFUSED.at(path, address=address) for address in reply.refused))
    return PdfResult(data, reply.pages, tuple(_findings(reply, html, path)))


def _findings(reply: Reply, html: str, path: str) -> list[Finding]:
    lacking = fonts.lacking_finding(path, unescape(_TAG.sub("", html)))
    remarks = [remark.rstrip(".") for remark in reply.remarks if not (lacking and remark.startswith(_NO_SIGN))]
    return [
        *([lacking] if lacking else []),
        *(rules.PDF_LINK_LEFT_OUT.at(path, address=address) for address in reply.links),
        *(rules.PDF_REMARK.at(path, remark=remark) for remark in remarks),
        *(rules.PDF_COMMENT_WITHOUT_WORDS.at(path, record=name) for name in reply.homeless),
    ]


def _identifier(html: str, styles: Sequence[str], files: Mapping[str, bytes], attachments: Sequence[Attachment]) -> str:
    """Return the file's identifier (ISO 32000-1, 14.4): 32 hexadecimal digits, from all that goes into it."""
    parts = [html.encode(), *(style.encode() for style in styles)]
    parts += [part for address, data in files.items() for part in (address.encode(), data)]
    parts += [part for item in attachments for part in (item.name.encode(), item.data)]
    return sha256(b"".join(sha256(part).digest() for part in parts)).hexdigest()[:32]


def _run(request: Request, limits: Limits, path: str) -> tuple[Reply, bytes]:
    """Start the process, wait for it, and return its reply and the PDF. Raises WorkFailed if it was ended."""
    with subprocess.Popen(
        [sys.executable, "-P", "-X", "utf8", "-m", "annotate.render.pdf.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=_environment(),
        start_new_session=True,  # an interrupt from the keyboard comes to us, who end the process
    ) as process:
        try:
            out, complaints = process.communicate(request.to_bytes(), timeout=limits.wall_seconds)
        except subprocess.TimeoutExpired:
            raise WorkFailed(rules.PDF_OUT_OF_TIME.at(path, seconds=limits.wall_seconds)) from None
        finally:
            process.kill()
    if process.returncode == -getattr(signal, "SIGXCPU", 0):
        raise WorkFailed(rules.PDF_OUT_OF_TIME.at(path, seconds=limits.cpu_seconds))
    line, _, data = out.partition(b"\n")
    try:
        return Reply.from_bytes(line), data
    except (ValueError, TypeError):
        if any(complaint in complaints for complaint in _OUT_OF_MEMORY):
            return Reply("memory"), b""
        ending = _ending(process.returncode, complaints)
        raise WorkFailed(rules.PDF_PROCESS_CRASHED.at(path, ending=ending)) from None


def _environment() -> dict[str, str]:
    """Return the environment of the process: our fonts and no others, our import path, little else."""
    passed = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    # An empty PATH keeps Python from asking a compiler, a dozen times, where the system's libraries are; WeasyPrint
    # finds them by their own names. Windows finds libraries by it.
    path = "" if os.name == "posix" else os.environ.get("PATH", "")
    return {
        "PATH": path,
        **passed,
        "LANG": "C.UTF-8",
        "PYTHONPATH": os.pathsep.join(entry for entry in sys.path if entry),
        "FONTCONFIG_FILE": str(fonts.fonts().configuration),
    }


def _ending(code: int, complaints: bytes) -> str:
    last = complaints.decode(errors="replace").strip().rpartition("\n")[2][:200]
    named = f"signal {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
    return f"{named} ({last})" if last else named
