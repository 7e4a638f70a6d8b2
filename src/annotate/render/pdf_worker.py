"""The process that lays out one PDF: started by `pdf`, under limits it puts on itself, with nothing to fetch.

It reads a `Request` from standard input and writes a `Reply` to standard output: one line of JSON, then the PDF.
"""

from __future__ import annotations

import base64
import json
import logging
import os
import sys
import warnings
from dataclasses import asdict, dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Any, Literal

from annotate.process_limits import limit_process

if TYPE_CHECKING:
    from typing import Self

    from annotate.model.edition_choices import Restart

_LONGEST_REASON = 300


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that a PDF carries: its name, what it is, how the pages relate to it, its bytes as base 64.

    `relationship` is a word of ISO 32000-2, 7.11.3: `Source` for what the pages were made from, `Data` for what they
    show.
    """

    name: str
    description: str
    relationship: str
    data: str


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be laid out, and within what.

    `files` maps addresses to base 64; `cpu_seconds` is processor time, `memory_bytes` address space. `line_numbers`
    says where numbering begins anew ("" prints none), and `digits` is the TrueType font of the numbers as base 64.
    """

    html: str
    styles: tuple[str, ...]
    files: dict[str, str]
    identifier: str
    cpu_seconds: int
    memory_bytes: int
    attached: tuple[Attached, ...] = ()
    line_numbers: Restart | Literal[""] = ""
    digits: str = ""

    def to_bytes(self) -> bytes:
        """Return the request as it is passed to the process."""
        return json.dumps(asdict(self)).encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Return the request that was passed."""
        read = json.loads(data)
        attached = tuple(Attached(**item) for item in read["attached"])
        return cls(**{**read, "styles": tuple(read["styles"]), "attached": attached})


@dataclass(frozen=True, slots=True)
class Reply:
    """What became of it.

    Attributes:
        status: `done`, or why not: `memory`, `library`, `fonts`, `nesting`, `layout`.
        reason: what the library said, one line.
        pages: how many pages there are.
        refused: addresses of resources that were asked for and not given.
        links: addresses of links that were left out.
        remarks: what WeasyPrint complained of, each once.
    """

    status: str
    reason: str = ""
    pages: int = 0
    refused: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def to_bytes(self) -> bytes:
        """Return the reply as one line."""
        return json.dumps(asdict(self)).encode() + b"\n"

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Return the reply of one line. Raises ValueError or TypeError if it is none."""
        return cls(**json.loads(data))


class _Remarks(logging.Handler):
    """Keeps what WeasyPrint logs, each sentence once."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.sentences: dict[str, None] = {}

    def emit(self, record: logging.LogRecord) -> None:
        self.sentences.setdefault(record.getMessage())


def lay_out(request: Request) -> tuple[Reply, bytes]:
    """Return what became of a request, and the PDF (PDF/UA-1, tagged), empty unless it is done."""
    try:
        warnings.filterwarnings("error", message="No fonts configured")
        import weasyprint  # noqa: PLC0415  # only after the limits stand

        from annotate.render import fetcher, line_numbers, pdf_files, pdf_tags  # noqa: PLC0415  # load WeasyPrint
    except UserWarning as error:
        return Reply("fonts", str(error)), b""
    except (ImportError, OSError) as error:
        return Reply("library", str(error)), b""
    remarks = _Remarks()
    logging.getLogger("weasyprint").handlers = [remarks]
    resources = fetcher.EditionFetcher({name: base64.b64decode(data) for name, data in request.files.items()})
    tagging = pdf_tags.Tagging()
    tagging.install()
    fonts = weasyprint.text.fonts.FontConfiguration()
    styles = [
        weasyprint.CSS(string=css, base_url=fetcher.BASE_ADDRESS, url_fetcher=resources, font_config=fonts)
        for css in request.styles
    ]
    options = {"pdf_variant": "pdf/ua-1", "pdf_identifier": request.identifier.encode()}

    def rendered(page: str) -> Any:
        html = weasyprint.HTML(string=page, base_url=fetcher.BASE_ADDRESS, url_fetcher=resources)
        return html.render(font_config=fonts, stylesheets=styles, **options)

    document = rendered(request.html)
    numbered = None
    if request.line_numbers:
        numbered = line_numbers.numbered_lines(document, request.line_numbers)
        # What names lines stands after the text, so that naming them moves none of them.
        named = line_numbers.with_lines(request.html, numbered.of_elements)
        if named != request.html:
            document = rendered(named)
            numbered = line_numbers.numbered_lines(document, request.line_numbers)
    attachments = [
        weasyprint.Attachment(
            file_obj=BytesIO(base64.b64decode(item.data)), name=item.name, description=item.description
        )
        for item in request.attached
    ]

    def finish(finished: object, pdf: object) -> None:
        tagging.finish(finished, pdf)
        pdf_files.tell_relationships(pdf, request.attached)
        if numbered is not None:
            line_numbers.draw_numbers(pdf, numbered, base64.b64decode(request.digits))

    data = document.write_pdf(finisher=finish, attachments=attachments, **options)
    reply = Reply(
        "done",
        pages=len(document.pages),
        refused=resources.refused,
        links=tagging.refused,
        remarks=list(remarks.sentences),
    )
    return reply, data


def attempt(request: Request) -> tuple[Reply, bytes]:
    """Return what became of a request, whatever the layout raises."""
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
