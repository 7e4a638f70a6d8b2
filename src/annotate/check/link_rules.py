"""What can be wrong with links and the passages they join (codes N156 to N164)."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity

UNKNOWN_END = Rule(
    "N156",
    Severity.ERROR,
    "link to nothing",
    "link {id} leads to {end}, and there is no claim, note or passage of this id{where}",
    "{remedy}",
    bad='{"links": [{"id": "l-9s8r7q", "creator": "Ed", "from": "c-4n6p8r", "relation": "supports",'
    ' "to": "p-5f7v2d"}]}',
    good='{"links": [{"id": "l-9s8r7q", "creator": "Ed", "from": "c-4n6p8r", "relation": "supports",'
    ' "to": "p-5f7v2c"}]}',
)
FILE_NOT_THERE = Rule(
    "N157",
    Severity.WARNING,
    "link into a file that is not there",
    "link {id} leads into {file}, which cannot be read",
    "put the file beside this one, or mend the link",
    bad='{"links": [{"id": "l-9s8r7q", "creator": "Ed", "from": "c-7k2m9x", "relation": "restates",'
    ' "to": "lost.annotations.json#c-7k2m9x"}]}',
    good='{"links": [{"id": "l-9s8r7q", "creator": "Ed", "from": "c-7k2m9x", "relation": "restates",'
    ' "to": "essay.annotations.json#c-7k2m9x"}]}',
)
LINK_TO_ITSELF = Rule(
    "N158",
    Severity.WARNING,
    "link to itself",
    "link {id} leads from {end} to itself",
    "mend one of its ends, or remove it",
    bad='{"links": [{"id": "l-9s8r7q", "creator": "Ed", "from": "c-7k2m9x", "relation": "restates",'
    ' "to": "c-7k2m9x"}]}',
    good='{"links": [{"id": "l-9s8r7q", "creator": "Ed", "from": "c-7k2m9x", "relation": "restates",'
    ' "to": "c-4n6p8r"}]}',
)
SAME_LINK = Rule(
    "N159",
    Severity.WARNING,
    "the same link twice",
    "link {id} says the same as {other}",
    "remove one of the two",
    bad='{"links": [{"id": "l-9s8r7q", "creator": "Ed", "from": "c-7k2m9x", "relation": "supports",'
    ' "to": "p-5f7v2c"}]}',
    good='{"links": [{"id": "l-9s8r7q", "creator": "Ed", "from": "c-4n6p8r", "relation": "supports",'
    ' "to": "p-5f7v2c"}]}',
)
UNUSED_PASSAGE = Rule(
    "N160",
    Severity.NOTE,
    "passage never linked",
    "no link in this file has the passage {id} as an end",
    "link it, or remove it if no other file links to it",
    bad='{"passages": [{"id": "p-6g8w3d", "creator": "Ed", "target": {"exact": "A court"}}]}',
    good='{"passages": [{"id": "p-5f7v2c", "target": {"exact": "The second reel is the best"}}]}',
)
SAID_BOTH_WAYS = Rule(
    "N161",
    Severity.WARNING,
    "the same link in both directions",
    'link {id} says what {other} says, since "{relation}" holds in both directions',
    "remove one of the two",
    bad='{"links": [{"id": "l-9s8r7q", "from": "c-7k2m9x", "relation": "restates", "to": "c-4n6p8r", "creator": "Ed"},'
    ' {"id": "l-9s8r7r", "from": "c-4n6p8r", "relation": "restates", "to": "c-7k2m9x", "creator": "Ed"}]}',
    good='{"links": [{"id": "l-9s8r7q", "from": "c-7k2m9x", "relation": "supports", "to": "c-4n6p8r", "creator": "Ed"},'
    ' {"id": "l-9s8r7r", "from": "c-4n6p8r", "relation": "restates", "to": "c-7k2m9x", "creator": "Ed"}]}',
)
FOR_AND_AGAINST = Rule(
    "N162",
    Severity.WARNING,
    "link for and against",
    'link {id} says that {start} {relation} {end}, and {other} says that it "{opposite}" it',
    "remove the one that is wrong, or divide the claim in two",
    bad='{"links": [{"id": "l-9s8r7q", "from": "c-7k2m9x", "relation": "attacks", "to": "p-5f7v2c", "creator": "Ed"}]}',
    good='{"links": ['
    '{"id": "l-9s8r7q", "from": "c-4n6p8r", "relation": "attacks", "to": "p-5f7v2c", "creator": "Ed"}]}',
)
OWN_FILE_NAMED = Rule(
    "N163",
    Severity.NOTE,
    "link that names its own file",
    "link {id} names {file}, which is this file",
    "write {record} alone, so that the link still holds when the file is renamed",
    bad='{"links": [{"id": "l-9s8r7q", "from": "c-4n6p8r", "relation": "supports", "creator": "Ed",'
    ' "to": "talk.annotations.json#p-5f7v2c"}]}',
    good='{"links": ['
    '{"id": "l-9s8r7q", "from": "c-4n6p8r", "relation": "supports", "to": "p-5f7v2c", "creator": "Ed"}]}',
)
SUPPORT_IN_A_CIRCLE = Rule(
    "N164",
    Severity.WARNING,
    "support that runs in a circle",
    "link {id} closes a circle: {end} already supports {start}",
    "a claim cannot support itself through others: remove the link that is not an argument",
    bad='{"links": [{"id": "l-9s8r7q", "from": "p-5f7v2c", "relation": "supports", "to": "c-4n6p8r", "creator": "Ed"},'
    ' {"id": "l-9s8r7r", "from": "c-4n6p8r", "relation": "supports", "to": "c-7k2m9x", "creator": "Ed"}]}',
    good='{"links": ['
    '{"id": "l-9s8r7q", "from": "p-5f7v2c", "relation": "supports", "to": "c-4n6p8r", "creator": "Ed"}]}',
)

RULES = (
    UNKNOWN_END,
    FILE_NOT_THERE,
    LINK_TO_ITSELF,
    SAME_LINK,
    UNUSED_PASSAGE,
    SAID_BOTH_WAYS,
    FOR_AND_AGAINST,
    OWN_FILE_NAMED,
    SUPPORT_IN_A_CIRCLE,
)
