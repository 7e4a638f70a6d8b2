"""A PDF for the archive: PDF/A-3a (ISO 19005-3), which is PDF/UA-1 (ISO 14289-1) as well and says both.

Level 3 because an edition carries its text and annotations as files, level `a` because it is tagged. WeasyPrint embeds
the colours' profile and the identifiers, but names one standard of the two and compresses what names it, which programs
that look for the metadata of a PDF without reading PDF (ISO 19005-3, 6.6.2.1) cannot see through.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pydyf  # type: ignore[import-untyped]
from PIL import Image

from annotate.render.pdf.objects import referred

VARIANT = "pdf/a-3a"
"""What WeasyPrint calls it."""
_LAST = b"\nendstream"
_END = b"</rdf:RDF>"
# The identification of PDF/UA, and the description of its properties, which are none of those that PDF/A knows.
_ACCESSIBLE = b"""<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="" pdfuaid:part="1"/>
<rdf:Description xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"
 rdf:about=""><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""


def install() -> None:
    """Have this process end each stream of a PDF so that its length can be told from its end, too.

    The line end before `endstream` does not count as the stream's (ISO 19005-3, 6.1.7.1). WeasyPrint writes a line
    feed, which with a last byte of 13 makes one line end of two characters: the stream seems a byte too short.
    """
    original = pydyf.Stream.data.fget

    def data(stream: Any) -> bytes:
        written: bytes = original(stream)
        return written.removesuffix(_LAST) + b"\r" + _LAST if written.endswith(b"\r" + _LAST) else written

    pydyf.Stream.data = property(data)


def mend_pictures(pdf: Any) -> None:
    """Have pictures drawn as they are, in the colours of the screen.

    PDF/A wants no picture smoothed (ISO 19005-3, 6.2.8.1), and of colours only those that its profile has: WeasyPrint's
    is sRGB, so a picture for four inks is turned into what a screen shows of it.
    """
    for item in pdf.objects:
        if not isinstance(item, pydyf.Stream) or item.extra.get("Subtype") != "/Image":
            continue
        item.extra["Interpolate"] = "false"
        if item.extra.get("ColorSpace") == "/DeviceCMYK":
            held = b"".join(getattr(part, "data", part) for part in item.stream)
            with Image.open(BytesIO(held)) as picture:
                item.stream = [picture.convert("RGB").tobytes()]
            for key in ("Filter", "DecodeParms", "Decode"):
                item.extra.pop(key, None)
            item.extra["ColorSpace"] = "/DeviceRGB"
            item.compress = True


def identify(pdf: Any) -> None:
    """Have the metadata of a PDF/A that WeasyPrint made name PDF/UA-1 too, and lie in the file uncompressed.

    The schema is described as ISO 19005-3, 6.6.2.3.3 wants it.
    """
    metadata = referred(pdf, pdf.catalog["Metadata"])
    before, end, after = b"\n".join(metadata.stream).rpartition(_END)
    metadata.stream = [before + _ACCESSIBLE + end + after]
    metadata.compress = False
