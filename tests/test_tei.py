"""TEI by others is read whole, and its header is understood."""

import pytest

from annotate.model.document import leaves
from annotate.model.text import reading_text
from annotate.read.tei.reader import read_tei
from tests.surroundings import SHARED, needs_shared

HEADER = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="fr"><teiHeader><fileDesc><titleStmt>
<title type="sub">Entretien</title><title type="main">Le  train</title><author>Ada Quill</author></titleStmt>
<publicationStmt><p/></publicationStmt><notesStmt><relatedItem type="reviewed"><bibl><title>The General</title>
<respStmt><resp>director</resp><name>Buster Keaton</name></respStmt><date when="1926"/>
<extent><measure type="runtime" quantity="79" unit="min"/></extent></bibl></relatedItem></notesStmt>
<sourceDesc><bibl><publisher>La Gazette</publisher><date when="1927-02-08"/><ref target="https://example.org/a"/></bibl>
</sourceDesc></fileDesc><profileDesc><textClass><keywords><term type="genre">interview</term></keywords></textClass>
<particDesc><listPerson><person xml:id="ml" role="interviewee"><persName>Marta Lind</persName></person></listPerson>
</particDesc></profileDesc></teiHeader><text><body>%s</body></text></TEI>"""


def test_the_header_is_understood():
    metadata = read_tei((HEADER % "<p>a</p>").encode(), "a.xml").metadata
    assert (metadata.title, metadata.authors, metadata.language) == ("Le train", ("Ada Quill",), "fr")
    assert (metadata.publisher, metadata.date, metadata.url) == ("La Gazette", "1927-02-08", "https://example.org/a")
    assert metadata.genre == "interview"
    assert [(person.id, person.name, person.role) for person in metadata.persons] == [
        ("ml", "Marta Lind", "interviewee")
    ]
    (film,) = metadata.films
    assert (film.title, film.directors, film.date, film.runtime) == ("The General", ("Buster Keaton",), "1926", 4740)


def test_blocks_without_an_id_are_addressed_by_their_number():
    document = read_tei((HEADER % '<head>H</head><p xml:id="b2">x</p><p>y</p><p xml:id="z">w</p>').encode(), "a.xml")
    ids = [block.id for block, _ in leaves(document.parts)]
    assert ids[0] == "b1"
    assert ids[1] == "b2"
    assert ids[3] == "z"
    assert len(set(ids)) == 4


@needs_shared
@pytest.mark.parametrize("path", sorted((SHARED / "suites" / "tei" / "valid").glob("*.xml")), ids=lambda p: p.stem)
def test_tei_by_others_is_read_and_every_block_is_in_place(path):
    document = read_tei(path.read_bytes(), path.name)
    reading = reading_text(document)
    ids = [block.id for block, _ in leaves(document.parts)]
    assert len(ids) == len(set(ids))
    assert "\n\n".join(reading.slice(block.span) for block in reading.blocks) == reading.text


@needs_shared
@pytest.mark.parametrize(
    "path", sorted((SHARED / "suites" / "xml" / "xmltestdata").rglob("*.xml")), ids=lambda p: p.stem
)
def test_hostile_xml_is_refused_as_findings(path):
    from annotate.errors import InputRefused

    with pytest.raises(InputRefused) as refusal:
        read_tei(path.read_bytes(), path.name)
    assert all(finding.code.startswith("F1") and finding.line >= 1 for finding in refusal.value.findings)
