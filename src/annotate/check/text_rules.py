"""What can be wrong with a text that annotate wrote and a person changed (codes T201 to T249)."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity

UNKNOWN_ELEMENT = Rule(
    "T201",
    Severity.ERROR,
    "unknown element",
    "<{name}> is no element of the texts annotate writes",
    "{remedy}",
    bad='<p xml:id="b1">A <b>bold</b> word.</p>',
    good='<p xml:id="b1">A <hi rend="bold">bold</hi> word.</p>',
)
UNKNOWN_ATTRIBUTE = Rule(
    "T202",
    Severity.ERROR,
    "unknown attribute",
    "<{name}> has an attribute {attribute}, which it cannot have",
    "{remedy}",
    bad='<p xml:id="b1" style="color: red">A paragraph.</p>',
    good='<p xml:id="b1" rend="red">A paragraph.</p>',
)
MISPLACED_ELEMENT = Rule(
    "T203",
    Severity.ERROR,
    "element out of place",
    "<{name}> cannot stand here in <{parent}>",
    "{remedy}",
    bad='<div><p xml:id="b1">A paragraph.</p></div><p xml:id="b2">One after a division.</p>',
    good='<div><p xml:id="b1">A paragraph.</p><p xml:id="b2">One within it.</p></div>',
)
WRONG_VALUE = Rule(
    "T204",
    Severity.ERROR,
    "attribute with a value it cannot have",
    'the attribute {attribute} of <{name}> cannot be "{value}"',
    "{remedy}",
    bad='<p xml:id="b1">On <date when="4 March 1922">4 March 1922</date>.</p>',
    good='<p xml:id="b1">On <date when="1922-03-04">4 March 1922</date>.</p>',
)
MISSING_ATTRIBUTE = Rule(
    "T205",
    Severity.ERROR,
    "missing attribute",
    "<{name}> lacks the attribute {attribute}",
    "add it{remedy}",
    bad='<figure><graphic/><head xml:id="b1">A still.</head></figure><p xml:id="b2">A paragraph.</p>',
    good='<figure><graphic url="still.png"/><head xml:id="b1">A still.</head></figure><p xml:id="b2">A paragraph.</p>',
)
INCOMPLETE_ELEMENT = Rule(
    "T206",
    Severity.ERROR,
    "incomplete element",
    "<{name}> is incomplete",
    "add {wanted}",
    bad="<list><head xml:id='b1'>Films seen</head></list>",
    good="<list><head xml:id='b1'>Films seen</head><item xml:id='b2'>Nosferatu</item></list>",
)
LOOSE_WORDS = Rule(
    "T207",
    Severity.ERROR,
    "words outside a block",
    "<{name}> holds words that stand in no block of it",
    "put them into one of its blocks, such as {wanted}",
    bad='<div>Loose words.<p xml:id="b1">A paragraph.</p></div>',
    good='<div><p xml:id="b1">Loose words.</p><p xml:id="b2">A paragraph.</p></div>',
)
NOT_OUR_GRAMMAR = Rule(
    "T208",
    Severity.ERROR,
    "text that does not fit the grammar",
    "the text does not fit the grammar of annotate's texts: {reason}",
    "compare this place with a text that annotate parse wrote",
    bad='<ab xml:id="b1" type="credits" subtype="advert">Directed by F. W. Murnau</ab>',
    good='<ab xml:id="b1" type="credits">Directed by F. W. Murnau</ab>',
)
POINTS_NOWHERE = Rule(
    "T209",
    Severity.ERROR,
    "reference to nothing",
    '{attribute}="{pointer}" of <{name}> points at nothing: no element has this xml:id',
    "{remedy}",
    bad='<sp xml:id="t1" who="#nobody"><p xml:id="b1">A turn.</p></sp>',
    good='<sp xml:id="t1" who="#ada"><p xml:id="b1">A turn.</p></sp>',
)
JOINTS_DISAGREE = Rule(
    "T210",
    Severity.ERROR,
    "halves that do not agree",
    "<{name}> says that its other half is {pointer}, which does not say the same",
    "let the first half have next, and the second prev with the first one's xml:id",
    bad='<p xml:id="b1" part="I" next="#b2">One half</p><p xml:id="b2" part="F">and the other.</p>',
    good='<p xml:id="b1" part="I" next="#b2">One half</p><p xml:id="b2" part="F" prev="#b1">and the other.</p>',
)
EDITED = Rule(
    "T211",
    Severity.NOTE,
    "text edited by hand",
    "the text was changed after annotate wrote it",
    "nothing, if you meant it: annotate parse will not overwrite it without being told to",
    bad="a text whose digest is not the one in its header",
    good="a text as annotate parse wrote it",
)

RULES = (
    UNKNOWN_ELEMENT,
    UNKNOWN_ATTRIBUTE,
    MISPLACED_ELEMENT,
    WRONG_VALUE,
    MISSING_ATTRIBUTE,
    INCOMPLETE_ELEMENT,
    LOOSE_WORDS,
    NOT_OUR_GRAMMAR,
    POINTS_NOWHERE,
    JOINTS_DISAGREE,
    EDITED,
)
