"""What can be wrong with a claim: its status, its claimant (codes C103 and C150 to C156, C196)."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity

SUPPORTED_WITHOUT_SUPPORT = Rule(
    "C103",
    Severity.ERROR,
    "supported without evidence",
    'claim {id} is "supported" but has no supporting evidence',
    'add evidence with relation "supports", or set status to "unreviewed"',
    bad='{"claims": [{"id": "c-7k2m9x", "status": "supported",'
    ' "evidence": [{"id": "e-4hq8rz", "relation": "mentions"}]}]}',
    good='{"claims": [{"id": "c-7k2m9x", "status": "supported",'
    ' "evidence": [{"id": "e-4hq8rz", "relation": "supports"}]}]}',
)
DISPUTED_WITHOUT_DISPUTE = Rule(
    "C150",
    Severity.ERROR,
    "disputed or refuted without evidence",
    'claim {id} is "{status}" but has no disputing evidence',
    'add evidence with relation "disputes", or set status to "unreviewed"',
    bad='{"claims": [{"id": "c-7k2m9x", "status": "disputed"}]}',
    good='{"claims": [{"id": "c-7k2m9x", "status": "disputed",'
    ' "evidence": [{"id": "e-4hq8rz", "relation": "disputes"}]}]}',
)
STATUS_AGAINST_EVIDENCE = Rule(
    "C151",
    Severity.WARNING,
    "status that leaves evidence out of account",
    'claim {id} is "{status}" though {evidence} {relation} it',
    'set status to "disputed", or say in note why that evidence does not count',
    bad='{"claims": [{"id": "c-7k2m9x", "status": "supported", "evidence": [{"id": "e-9s8r7q", "source": "nosferatu",'
    ' "relation": "disputes", "locator": {"label": "timestamp", "value": "00:10:00"}}]}]}',
    good='{"claims": [{"id": "c-7k2m9x", "status": "disputed", "evidence": [{"id": "e-9s8r7q", "source": "nosferatu",'
    ' "relation": "disputes", "locator": {"label": "timestamp", "value": "00:10:00"}}]}]}',
)
UNVERIFIABLE_WITHOUT_REASON = Rule(
    "C152",
    Severity.NOTE,
    "unverifiable without a reason",
    'claim {id} is "unverifiable", and neither evidence nor note says what was looked at',
    "say in note where you looked",
    bad='{"claims": [{"id": "c-4n6p8r", "status": "unverifiable", "evidence": null}]}',
    good='{"claims": [{"id": "c-4n6p8r", "status": "unverifiable",'
    ' "evidence": null, "note": "No print can be measured."}]}',
)
UNKNOWN_CLAIMANT = Rule(
    "C153",
    Severity.ERROR,
    "unknown claimant",
    'claim {id} is made by "{claimant}", and there is no entity of this id',
    "{remedy}",
    bad='{"claims": [{"id": "c-7k2m9x", "claimant": "adda"}]}',
    good='{"claims": [{"id": "c-7k2m9x", "claimant": "ada"}]}',
)
CLAIMANT_CANNOT_SPEAK = Rule(
    "C154",
    Severity.WARNING,
    "claimant that cannot claim",
    "claim {id} is made by {claimant}, which is {kind}",
    "name the person, organisation or work that makes the claim",
    bad='{"claims": [{"id": "c-4n6p8r", "claimant": "prague"}]}',
    good='{"claims": [{"id": "c-4n6p8r", "claimant": "ada"}]}',
)
CLAIMANT_NOT_SPEAKER = Rule(
    "C155",
    Severity.WARNING,
    "claimant who is not speaking",
    "claim {id} is asserted by {claimant}, but {speaker} is speaking in {block}",
    'name the speaker as claimant, set attitude to "reports", or say in note or tags why',
    bad='{"claims": [{"id": "c-7k2m9x", "claimant": "ben", "attitude": "asserts"}],'
    ' "entities": [{"id": "ben", "type": "person", "name": "Ben Example"}]}',
    good='{"claims": [{"id": "c-7k2m9x", "claimant": "ada", "attitude": "asserts"}]}',
)
SAME_CLAIM = Rule(
    "C156",
    Severity.WARNING,
    "the same claim twice",
    "claim {id} has the same passage, statement and claimant as {other}",
    "remove one of the two, or say in statement what each claims",
    bad='{"claims": [{"id": "c-3f4g5h", "creator": "Ed", "kind": "factual",'
    ' "target": {"exact": "The film runs ninety-four minutes"},'
    ' "claimant": "ada"}]}',
    good='{"claims": [{"id": "c-3f4g5h", "creator": "Ed", "kind": "factual",'
    ' "target": {"exact": "The film runs ninety-four minutes"},'
    ' "claimant": "ada", "statement": "The film is shown at its old speed."}]}',
)
FILM_CLAIMS = Rule(
    "C196",
    Severity.NOTE,
    "film that claims",
    "claim {id} is made by {claimant}, which is a film",
    "name who says so in the film, or who made it, if that can be told",
    bad='{"entities": [{"id": "street", "type": "film", "name": "Joyless Street"}],'
    ' "claims": [{"id": "c-4n6p8r", "claimant": "street"}]}',
    good='{"claims": [{"id": "c-4n6p8r", "claimant": "ada"}]}',
)

RULES = (
    SUPPORTED_WITHOUT_SUPPORT,
    DISPUTED_WITHOUT_DISPUTE,
    STATUS_AGAINST_EVIDENCE,
    UNVERIFIABLE_WITHOUT_REASON,
    UNKNOWN_CLAIMANT,
    CLAIMANT_CANNOT_SPEAK,
    CLAIMANT_NOT_SPEAKER,
    SAME_CLAIM,
    FILM_CLAIMS,
)
