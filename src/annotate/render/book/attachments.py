"""The files that a book carries, written when it is bound: what is on its pages does not depend on them."""

from __future__ import annotations

import zlib
from hashlib import md5
from mimetypes import MimeTypes
from typing import TYPE_CHECKING

from annotate.render.pdf.syntax import dictionary, reference, string

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotate.render.book.file import PdfFile
    from annotate.render.pdf.make import Attachment

_LEVEL = 9


def write_attachments(file: PdfFile, attachments: Sequence[Attachment]) -> tuple[int, list[int]]:
    """Write files; return the number of the tree of their names, and those of their descriptions.

    They are given in the order of that tree (ISO 32000-1, 7.9.6 and 7.11.4; ISO 32000-2, 14.13).
    """
    specifications = [_write(file, attachment) for attachment in attachments]
    names = b" ".join(
        b"%s %s" % (string(attachment.name), reference(number))
        for attachment, number in zip(attachments, specifications, strict=True)
    )
    file.plain(tree := file.new(), b"<</Names [%s]>>" % names)
    return tree, specifications


def _write(file: PdfFile, attachment: Attachment) -> int:
    """Write a file and what it is called; return the number of the latter."""
    packed = zlib.compress(attachment.data, _LEVEL)
    checksum = md5(attachment.data, usedforsecurity=False).hexdigest()  # what PDF asks for
    media_type = MimeTypes().guess_type(attachment.name)[0] or "application/octet-stream"
    head = {
        "Type": b"/EmbeddedFile",
        "Subtype": b"/" + media_type.replace("/", "#2f").encode("ascii"),
        "Params": b"<</CheckSum <%s>/Size %d>>" % (checksum.encode("ascii"), len(attachment.data)),
        "Filter": b"/FlateDecode",
        "Length": b"%d" % len(packed),
    }
    file.stream(held := file.new(), dictionary(head), packed)
    told = {
        "Type": b"/Filespec",
        "F": string(attachment.name),
        "UF": string(attachment.name),
        "EF": b"<</F %s>>" % reference(held),
        "Desc": string(attachment.description),
        "AFRelationship": b"/" + attachment.relationship.encode("ascii"),
    }
    file.plain(number := file.new(), dictionary(told))
    return number
