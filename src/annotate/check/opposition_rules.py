"""What can be wrong between claims: verdicts that run against each other (codes C180 to C183)."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity

_SECOND = (
    '{"id": "c-3f4g5h", "kind": "factual", "claimant": "ada", "creator": "Ed",'
    ' "target": {"exact": "The film runs ninety-four minutes"}'
)
_LINKS = (
    ', "links": [{"id": "l-9s8r7q", "from": "c-7k2m9x", "relation": "contradicts", "to": "c-4n6p8r", "creator": "Ed"}'
)
_SUPPORTED = (
    '{"claims": [{"id": "c-4n6p8r", "status": "supported", "evidence": [{"id": "e-2c5w7t", "relation": "supports"}]}]'
)
OPPOSITE_VERDICTS = Rule(
    "C180",
    Severity.WARNING,
    "opposite verdicts on one passage",
    'claim {id} is "{status}", and {other} on the same passage is "{opposite}"',
    "say in statement what each claims, link the two, or give both the same status",
    bad='{"claims": [{"id": "c-4n6p8r", "status": "supported",'
    ' "evidence": [{"id": "e-2c5w7t", "relation": "supports"}]}, '
    + _SECOND
    + ', "claimant": null, "status": "refuted", "evidence": [{"id": "e-9s8r7q", "source": "weekly-1925",'
    ' "relation": "disputes", "locator": {"label": "page", "value": "13"}}]}]}',
    good='{"claims": [{"id": "c-4n6p8r", "status": "supported",'
    ' "evidence": [{"id": "e-2c5w7t", "relation": "supports"}]}, '
    + _SECOND
    + ', "statement": "It is shown at the speed of its day.", "status": "refuted", "evidence": [{"id": "e-9s8r7q",'
    ' "source": "weekly-1925", "relation": "disputes", "locator": {"label": "page", "value": "13"}}]}]}',
)
BOTH_SUPPORTED = Rule(
    "C181",
    Severity.WARNING,
    "claims that contradict each other, both supported",
    'link {id} says that {start} contradicts {end}, and both are "supported"',
    "weigh the evidence again: at most one of the two can hold",
    bad=_SUPPORTED + _LINKS + "]}",
    good='{"claims": [{"id": "c-4n6p8r", "status": "unreviewed"}]' + _LINKS + "]}",
)
CONTRADICTION_CIRCLE = Rule(
    "C182",
    Severity.WARNING,
    "circle of contradictions",
    "link {id} closes a circle: {start} and {end} are already joined by claims that contradict each other",
    "if no two can hold together, mark all but one as refuted; else use another relation",
    bad='{"claims": ['
    + _SECOND
    + ', "claimant": null}]'
    + _LINKS
    + ', {"id": "l-9s8r7r", "from": "c-4n6p8r", "relation":'
    ' "contradicts", "to": "c-3f4g5h", "creator": "Ed"}, {"id": "l-9s8r7s", "from": "c-3f4g5h", "relation":'
    ' "contradicts", "to": "c-7k2m9x", "creator": "Ed"}]}',
    good='{"claims": ['
    + _SECOND
    + ', "claimant": null}]'
    + _LINKS
    + ', {"id": "l-9s8r7r", "from": "c-4n6p8r", "relation":'
    ' "contradicts", "to": "c-3f4g5h", "creator": "Ed"}]}',
)
SUPPORTS_REFUTED = Rule(
    "C183",
    Severity.WARNING,
    "support from a refuted claim",
    'link {id} lets {start} support {end}, and {start} is "refuted"',
    "remove the link, or look again at what was refuted",
    bad='{"claims": [{"id": "c-4n6p8r", "status": "refuted",'
    ' "evidence": [{"id": "e-2c5w7t", "relation": "disputes"}]}],'
    ' "links": [{"id": "l-9s8r7q", "from": "c-4n6p8r", "relation": "supports", "to": "c-7k2m9x", "creator": "Ed"}]}',
    good='{"links": [{"id": "l-9s8r7q", "from": "c-4n6p8r", "relation": "supports", "to": "c-7k2m9x",'
    ' "creator": "Ed"}]}',
)

RULES = (OPPOSITE_VERDICTS, BOTH_SUPPORTED, CONTRADICTION_CIRCLE, SUPPORTS_REFUTED)
