"""Small Word and OpenDocument files made of strings, for the tests of their readers."""

import io
import zipfile

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_NAMESPACES = (
    f'xmlns:w="{WORD}" xmlns:r="{OFFICE}/relationships" xmlns:m="{OFFICE}/math"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)


def zipped(parts):
    """Return a zip archive of parts, given as pairs of name and text or bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def relations(**targets):
    """Return a relationships part: `rId5="hyperlink https://..."`; an address is external."""
    lines = []
    for identifier, said in targets.items():
        kind, _, target = said.partition(" ")
        mode = ' TargetMode="External"' if ":" in target else ""
        lines.append(f'<Relationship Id="{identifier}" Type="{OFFICE}/relationships/{kind}" Target="{target}"{mode}/>')
    return f'<Relationships xmlns="{RELATIONS}">{"".join(lines)}</Relationships>'


def word_part(element, content):
    """Return an XML part whose root is a WordprocessingML element."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{element} {_NAMESPACES}>{content}</w:{element}>'


_STYLES = "".join(
    f'<w:style w:type="{kind}" w:styleId="{identifier}"{default}><w:name w:val="{name}"/>'
    f"{f'<w:basedOn w:val={chr(34)}{based}{chr(34)}/>' if based else ''}{properties}</w:style>"
    for kind, identifier, name, based, default, properties in (
        ("paragraph", "Standard", "Normal", "", ' w:default="1"', ""),
        ("paragraph", "Titel", "Title", "Standard", "", "<w:rPr><w:b/></w:rPr>"),
        ("paragraph", "Untertitel", "Subtitle", "Standard", "", ""),
        ("paragraph", "berschrift1", "heading 1", "Standard", "", "<w:rPr><w:b/></w:rPr>"),
        ("paragraph", "Hausstil", "House Section", "berschrift1", "", ""),
        ("paragraph", "Frage", "Question", "Standard", "", "<w:rPr><w:b/></w:rPr>"),
        ("paragraph", "Zitat", "Quote", "Standard", "", "<w:rPr><w:i/></w:rPr>"),
        ("paragraph", "Bild", "caption", "Standard", "", ""),
        ("paragraph", "Gedicht", "Poem", "Standard", "", ""),
        ("paragraph", "Verzeichnis1", "toc 1", "Standard", "", ""),
        ("character", "Hervorhebung", "Emphasis", "", "", "<w:rPr><w:i/></w:rPr>"),
        ("character", "Stark", "Strong", "", "", "<w:rPr><w:b/></w:rPr>"),
        ("character", "Link", "Hyperlink", "", "", '<w:rPr><w:u w:val="single"/></w:rPr>'),
        ("character", "Unsichtbar", "Secret", "", "", "<w:rPr><w:vanish/></w:rPr>"),
    )
)
_NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>'
)


def word_file(body, *, footnotes="", endnotes="", comments="", links=None, note_links=None, core="", extra=()):
    """Return a Word file with this body and notes, as XML strings; `links` are further relationships of the body."""
    main = {
        "rS": "styles styles.xml",
        "rN": "numbering numbering.xml",
        **({"rF": "footnotes footnotes.xml"} if footnotes else {}),
        **({"rE": "endnotes endnotes.xml"} if endnotes else {}),
        **({"rC": "comments comments.xml"} if comments else {}),
        **(links or {}),
    }
    parts = [
        ("_rels/.rels", relations(rId1="officeDocument word/document.xml")),
        ("word/document.xml", word_part("document", f"<w:body>{body}</w:body>")),
        ("word/_rels/document.xml.rels", relations(**main)),
        ("word/styles.xml", word_part("styles", _STYLES)),
        ("word/numbering.xml", word_part("numbering", _NUMBERING)),
    ]
    if core:
        parts.append(("docProps/core.xml", core))
    for name, content in (("footnotes", footnotes), ("endnotes", endnotes), ("comments", comments)):
        if content:
            parts.append((f"word/{name}.xml", word_part(name, content)))
            parts.append((f"word/_rels/{name}.xml.rels", relations(**(note_links or {}))))
    return zipped([*parts, *extra])


def run(text, properties=""):
    """Return a run of text."""
    inside = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inside}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs, style="", properties=""):
    """Return a paragraph; a string without markup becomes a run."""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    content = "".join(piece if piece.startswith("<") else run(piece) for piece in runs)
    return f"<w:p><w:pPr>{styled}{properties}</w:pPr>{content}</w:p>"


def note(kind, identifier, *paragraphs):
    """Return a footnote, endnote or comment."""
    return f'<w:{kind} w:id="{identifier}">{"".join(paragraphs)}</w:{kind}>'


_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_ODF_NAMESPACES = " ".join(
    (
        *(f'xmlns:{prefix}="{_ODF}:{prefix}:1.0"' for prefix in ("office", "text", "table", "style", "meta")),
        f'xmlns:draw="{_ODF}:drawing:1.0" xmlns:fo="{_ODF}:xsl-fo-compatible:1.0"',
        f'xmlns:svg="{_ODF}:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"',
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:math="http://www.w3.org/1998/Math/MathML"',
    )
)


def _odf_style(family, name, parent="", properties="", more=""):
    based = f' style:parent-style-name="{parent}"' if parent else ""
    return (
        f'<style:style style:family="{family}" style:name="{name}"{based}{more}>'
        f"{f'<style:text-properties {properties}/>' if properties else ''}</style:style>"
    )


_ODF_AUTOMATIC = "".join(
    (
        _odf_style("paragraph", "P1", "Quotations"),
        _odf_style("paragraph", "P2", "Standard", 'fo:font-weight="bold"'),
        _odf_style("text", "T1", "", 'fo:font-style="italic"'),
        _odf_style("text", "T2", "", 'fo:font-weight="bold"'),
        _odf_style("text", "T3", "", 'text:display="none"'),
        _odf_style("text", "T4", "", 'fo:language="fr" fo:country="FR"'),
        _odf_style("text", "T5", "", 'fo:font-weight="normal"'),
        (
            '<text:list-style style:name="L1"><text:list-level-style-number text:level="1"/>'
            '<text:list-level-style-bullet text:level="2"/></text:list-style>'
        ),
    )
)
_ODF_COMMON = "".join(
    (
        (
            '<style:default-style style:family="paragraph"><style:text-properties fo:language="en" fo:country="GB"/>'
            "</style:default-style>"
        ),
        _odf_style("paragraph", "Standard"),
        _odf_style("paragraph", "Quotations", "Standard", 'fo:font-style="italic"'),
        _odf_style("paragraph", "Title", "Standard"),
        _odf_style("paragraph", "Caption", "Standard"),
        _odf_style("paragraph", "Horizontal_20_Line", "Standard", "", ' style:display-name="Horizontal Line"'),
        _odf_style("text", "Emphasis", "", 'fo:font-style="italic"'),
    )
)


def odt_file(text, *, meta="", margins="", extra=()):
    """Return an OpenDocument text with this `office:text`, as an XML string."""
    content = (
        f"<office:document-content {_ODF_NAMESPACES}><office:automatic-styles>{_ODF_AUTOMATIC}"
        f"</office:automatic-styles><office:body><office:text>{text}</office:text></office:body>"
        "</office:document-content>"
    )
    styles = (
        f"<office:document-styles {_ODF_NAMESPACES}><office:styles>{_ODF_COMMON}</office:styles>"
        f'<office:master-styles><style:master-page style:name="Standard">{margins}</style:master-page>'
        "</office:master-styles></office:document-styles>"
    )
    parts = [
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", content),
        ("styles.xml", styles),
    ]
    if meta:
        properties = f"<office:document-meta {_ODF_NAMESPACES}><office:meta>{meta}</office:meta></office:document-meta>"
        parts.append(("meta.xml", properties))
    return zipped([*parts, *extra])


def marked(block):
    """Return the markup of a block as pairs of what it says and the words it covers."""
    return [
        (" ".join((mark.name, *mark.attributes.values())), block.text[mark.start : mark.end]) for mark in block.marks
    ]


def kinds(source):
    """Return form and text of each block."""
    return [(block.form.value, block.text) for block in source.blocks]


def codes(findings):
    """Return the codes of findings in order."""
    return [finding.code for finding in findings]
