"""TEI of another hand: every command takes it as it is, and none rewrites it."""

import json

import pytest

SHORT = "The sea came in at six."
HEADER = """<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>
<publicationStmt><p>x</p></publicationStmt><sourceDesc><p>x</p></sourceDesc></fileDesc></teiHeader>"""
PLAY = f"""<?xml version="1.0" encoding="UTF-8"?>
<?xml-model href="house.rng"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:house="http://example.org/house">{HEADER}
<text><group><text><body><div1 type="act" house:number="1">
<head>Act One</head>
<sp who="#keeper"><speaker>Keeper</speaker><l n="1">{SHORT}</l><l n="2">It took <choice><sic>teh</sic>
<corr>the</corr></choice> <name ref="#dog">dog</name>.</l></sp>
<!-- a word of the editor --></div1></body></text></group></text></TEI>
"""
SPOKEN = f"""<TEI xmlns="http://www.tei-c.org/ns/1.0">{HEADER}<standOff><listPerson><person xml:id="k"><p>K</p></person>
</listPerson></standOff><text>
<body><u who="#k"><seg>{SHORT}</seg><pause/><seg>And then?</seg></u></body></text></TEI>"""
LETTER = f"""<TEI xmlns="http://www.tei-c.org/ns/1.0">{HEADER}<text><body><div type="letter">
<opener><salute>Dear Ida,
</salute></opener><p>{SHORT} <app><lem>It rained.</lem><rdg wit="#B">It snowed.</rdg></app></p><closer>Yours</closer>
<floatingText><body><ab>An enclosure.</ab></body></floatingText></div></body></text></TEI>"""


@pytest.fixture(params=[PLAY, SPOKEN, LETTER], ids=["a play in a group", "a transcript", "a letter with variants"])
def foreign(request, tmp_path):
    text = tmp_path / "foreign.xml"
    text.write_text(request.param, "utf-8")
    return text


def test_foreign_tei_is_shown_annotated_checked_and_published_and_never_rewritten(foreign, annotate):
    before = foreign.read_bytes()
    assert SHORT in annotate("show", foreign, code=0)[1]
    annotate("claim", "add", foreign, "came in at six", code=0)
    annotate("note", "add", foreign, "The sea", "--body", "The North Sea.", code=0)
    annotate("validate", foreign, code=0)
    annotate("render", foreign, "--to", "html", code=0)
    assert "North Sea" in foreign.with_suffix(".html").read_text("utf-8")
    assert foreign.read_bytes() == before
    claims = json.loads(foreign.with_suffix(".annotations.json").read_text("utf-8"))["claims"]
    assert claims[0]["target"]["exact"] == "came in at six"


def test_parsing_it_is_refused_with_the_command_that_helps(foreign, annotate):
    _, _, err = annotate("parse", foreign, code=1)
    assert " F139 " in err
    assert f"annotate show {foreign}" in err


def test_a_source_is_never_parsed_over_it(foreign, tmp_path, annotate):
    before = foreign.read_bytes()
    (tmp_path / "foreign.txt").write_text("Other words.\n\nAnd some more of them, for a text.\n", "utf-8")
    assert " F115 " in annotate("parse", tmp_path / "foreign.txt", code=1)[2]
    assert foreign.read_bytes() == before


def test_it_has_no_source_that_could_be_corrected(foreign, annotate):
    assert " F118 " in annotate("correct", foreign, "b1", "--kind", "p", code=1)[2]
