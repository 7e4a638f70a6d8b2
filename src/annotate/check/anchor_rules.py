"""What can be wrong with the place of an annotation (codes A117 and A150 to A199)."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity

TEXT_CHANGED = Rule(
    "A150",
    Severity.WARNING,
    "text changed since",
    "the text has changed since these annotations were made: {held} of {total} passages still certain, {moved} moved",
    "see to the passages named below, if any; the next annotate command that changes this file stores the new places",
    bad='{"text": {"reading_sha256": "0000000000000000000000000000000000000000000000000000000000000000"},'
    ' "notes": [{"id": "n-2b9x4d", "target": {"prefix": "The second reel ", "suffix": ". The second reel is"}}],'
    ' "passages": [{"id": "p-5f7v2c", "target": {"prefix": "a Prague cellar, behind the boiler. ",'
    ' "suffix": " for sixty years."}}]}',
    good='{"text": {"file": "talk.xml"}}',
)
MOVED = Rule(
    "A151",
    Severity.NOTE,
    "passage stands elsewhere",
    "the passage of {record} does not stand at the position given, but in {block}",
    "nothing to do: the next annotate command that changes this file mends the position",
    bad='{"passages": [{"id": "p-5f7v2c", "target": {"prefix": "a Prague cellar, behind the boiler. ",'
    ' "suffix": " for sixty years.", "start": 0, "end": 9}}]}',
    good='{"passages": [{"id": "p-5f7v2c", "target": {"start": null, "end": null}}]}',
)
NEAR = Rule(
    "A152",
    Severity.ERROR,
    "passage only approximately found",
    "the passage of {record} stands in {block} only as: {difference}",
    "if that is it, write the words as the text has them; else quote the passage meant",
    bad='{"notes": [{"id": "n-2b9x4d", "target": {"exact": "survived the fire in a Prague attic, behind"}}]}',
    good='{"notes": [{"id": "n-2b9x4d", "target": {"exact": "survived the fire in a Prague cellar, behind"}}]}',
)
LOOK_ALIKE = Rule(
    "A153",
    Severity.ERROR,
    "passage that could be a look-alike",
    "the words of {record} stand in {block}, but what is around them differs{others}",
    "if that is the place, delete prefix, suffix, start and end; else quote the passage meant",
    bad='{"notes": [{"id": "n-2b9x4d", "target": {"exact": "survived", "prefix": "who ", "suffix": " a fire"}}]}',
    good='{"notes": [{"id": "n-2b9x4d", "target": {"exact": "survived", "prefix": "reel ", "suffix": " the fire"}}]}',
)
UNDECIDED = Rule(
    "A117",
    Severity.ERROR,
    "passage left undecided in a revised text",
    "the words of {record} stand in {block}, but when the text was revised it was not certain that this is the place",
    "if it is, delete reading_sha256, prefix, suffix, start and end; else quote the passage meant",
    bad='{"notes": [{"id": "n-2b9x4d", "target": {"reading_sha256":'
    ' "0000000000000000000000000000000000000000000000000000000000000000"}}]}',
    good='{"notes": [{"id": "n-2b9x4d", "target": {"exact": "in a Prague cellar"}}]}',
)
AMBIGUOUS = Rule(
    "A154",
    Severity.ERROR,
    "passage that stands in several places",
    "the passage of {record} stands in several places: {places}",
    "add prefix or suffix, the words before or after it, or quote more words",
    bad='{"notes": [{"id": "n-2b9x4d", "target": {"exact": "The second reel"}}]}',
    good='{"notes": [{"id": "n-2b9x4d", "target": {"exact": "The second reel", "suffix": " survived"}}]}',
)
ORPHANED = Rule(
    "A155",
    Severity.ERROR,
    "passage not found",
    "the passage of {record} stands nowhere in the text, nor anything like it: “{quote}”",
    "quote a passage of the text as it is now, or remove the annotation",
    bad='{"notes": [{"id": "n-2b9x4d", "target": {"exact": "Everyone had forgotten the orchestra"}}]}',
    good='{"notes": [{"id": "n-2b9x4d", "target": {"exact": "The second reel is the best"}}]}',
)
NOT_SEARCHED = Rule(
    "A156",
    Severity.WARNING,
    "passage not searched",
    "the passage of {record} was not found word for word, and searching for what is like it would take too long",
    "mend the quotation by hand, or split the file and validate the parts",
    bad="hundreds of long quotations that stand nowhere in a long text",
    good="quotations that stand in the text",
)
BLANK_TARGET = Rule(
    "A157",
    Severity.ERROR,
    "passage without words",
    "the passage of {record} is nothing but white space",
    "quote the words the annotation is about",
    bad='{"notes": [{"id": "n-2b9x4d", "target": {"exact": " "}}]}',
    good='{"notes": [{"id": "n-2b9x4d", "target": {"exact": "in a Prague cellar"}}]}',
)
ENDS_BEFORE_START = Rule(
    "A158",
    Severity.ERROR,
    "position that ends before it starts",
    "the position of {record} starts at {start} and ends at {end}",
    "delete start and end: annotate finds the passage by its words",
    bad='{"notes": [{"id": "n-2b9x4d", "target": {"exact": "in a Prague cellar", "start": 9, "end": 3}}]}',
    good='{"notes": [{"id": "n-2b9x4d", "target": {"exact": "in a Prague cellar"}}]}',
)
PARTS_OVERLAP = Rule(
    "A159",
    Severity.WARNING,
    "parts that overlap or are out of order",
    "the parts of {record} overlap or do not follow each other in the text",
    "put the parts in the order of the text, or make one of two that overlap",
    bad='{"passages": [{"id": "p-5f7v2c", "target": {"exact": null,'
    ' "parts": [{"exact": "best"}, {"exact": "is the"}]}}]}',
    good='{"passages": [{"id": "p-5f7v2c", "target": {"exact": null,'
    ' "parts": [{"exact": "is the"}, {"exact": "best"}]}}]}',
)

RULES = (
    TEXT_CHANGED,
    MOVED,
    NEAR,
    LOOK_ALIKE,
    UNDECIDED,
    AMBIGUOUS,
    ORPHANED,
    NOT_SEARCHED,
    BLANK_TARGET,
    ENDS_BEFORE_START,
    PARTS_OVERLAP,
)
