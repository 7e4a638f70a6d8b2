"""What can be wrong with entities and the mentions of them (codes N151 to N155, N165 to N169, N190)."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity

UNKNOWN_ENTITY = Rule(
    "N151",
    Severity.ERROR,
    "unknown entity",
    'mention {id} is of "{entity}", and there is no entity of this id',
    "{remedy}",
    bad='{"mentions": [{"id": "m-8h2j5q", "creator": "Ed", "entity": "praque",'
    ' "target": {"exact": "a Prague cellar"}}]}',
    good='{"mentions": [{"id": "m-8h2j5q", "creator": "Ed", "entity": "prague",'
    ' "target": {"exact": "a Prague cellar"}}]}',
)
NAME_NOT_THERE = Rule(
    "N152",
    Severity.NOTE,
    "mention without the name",
    "mention {id} is of {name}, and no word of that name stands in “{quote}”",
    "look whether it is the right entity; nothing to do where another word stands for it",
    bad='{"mentions": [{"id": "m-9d3k1p", "target": {"exact": "cellar", "prefix": null, "suffix": null}}]}',
    good='{"mentions": [{"id": "m-9d3k1p", "target": {"exact": "a Prague cellar", "prefix": null, "suffix": null}}]}',
)
SAME_MENTION = Rule(
    "N153",
    Severity.WARNING,
    "the same mention twice",
    "mention {id} names the same entity in the same place as {other}",
    "remove one of the two",
    bad='{"mentions": [{"id": "m-8h2j5q", "creator": "Ed", "entity": "prague", "target": {"exact": "Prague"}}]}',
    good='{"mentions": [{"id": "m-8h2j5q", "creator": "Ed", "entity": "prague",'
    ' "target": {"exact": "in a Prague cellar"}}]}',
)
UNUSED_ENTITY = Rule(
    "N154",
    Severity.NOTE,
    "entity never used",
    "nothing mentions the entity {id}, and it makes no claim",
    "mention it where the text names it, or remove it",
    bad='{"entities": [{"id": "murnau", "type": "person", "name": "F. W. Murnau"}]}',
    good='{"entities": [{"id": "prague", "name": "Prague"}]}',
)
SAME_ENTITY = Rule(
    "N155",
    Severity.WARNING,
    "the same entity twice",
    "the entities {id} and {other} are both the {type} {name}",
    "keep one of the two, or let their names tell them apart",
    bad='{"entities": [{"id": "prague-2", "type": "place", "name": "Prague"}],'
    ' "mentions": [{"id": "m-8h2j5q", "creator": "Ed", "entity": "prague-2", "target": {"exact": "a Prague cellar"}}]}',
    good='{"entities": [{"id": "prague-2", "type": "place", "name": "Prague, Oklahoma"}],'
    ' "mentions": [{"id": "m-8h2j5q", "creator": "Ed", "entity": "prague-2", "target": {"exact": "a Prague cellar"}}]}',
)
BAD_ORCID = Rule(
    "N165",
    Severity.ERROR,
    "no ORCID",
    "the ORCID of the entity {id} is not one: {value} has a wrong digit or form",
    "write it as https://orcid.org/0000-0002-1825-0097, and compare the digits",
    bad='{"entities": [{"id": "ada", "same_as": ["https://orcid.org/0000-0002-1825-0098"]}]}',
    good='{"entities": [{"id": "ada", "same_as": ["https://orcid.org/0000-0002-1825-0097"]}]}',
)
NAMED_TWO_WAYS = Rule(
    "N166",
    Severity.WARNING,
    "entity named two ways",
    "the entities {id} and {other} may be one: {reason}",
    "keep one of the two, or let names and addresses tell them apart",
    bad='{"entities": [{"id": "example-a", "type": "person", "name": "Example, Ada"}],'
    ' "claims": [{"id": "c-4n6p8r", "claimant": "example-a"}]}',
    good='{"entities": [{"id": "example-a", "type": "person", "name": "Example, Adam"}],'
    ' "claims": [{"id": "c-4n6p8r", "claimant": "example-a"}]}',
)
SORTED_ELSEWHERE = Rule(
    "N167",
    Severity.NOTE,
    "sorted under another name",
    'the entity {id} is sorted as "{sort_name}", and its name "{name}" has no "{word}"',
    "mend sort_name, unless it is written so on purpose",
    bad='{"entities": [{"id": "ada", "sort_name": "Exampel, Ada"}]}',
    good='{"entities": [{"id": "ada", "sort_name": "Example, Ada"}]}',
)
BAD_IDENTITY = Rule(
    "N168",
    Severity.WARNING,
    "identity that is no web address",
    "an address of the entity {id} cannot be opened: {reason}",
    "write the whole address, as https://example.org/people/ada",
    bad='{"entities": [{"id": "ada", "same_as": ["urn:ada"]}]}',
    good='{"entities": [{"id": "ada", "same_as": ["https://example.org/people/ada"]}]}',
)
OTHER_ENTITY_NAMED = Rule(
    "N169",
    Severity.WARNING,
    "mention of another entity",
    "mention {id} is of {name}, and “{quote}” is the name of {other}",
    'set entity to "{other}", or quote the words that name {name}',
    bad='{"entities": [{"id": "prague", "name": "Prague Castle"}, {"id": "prague-city", "type": "place",'
    ' "name": "Prague"}], "claims": [{"id": "c-4n6p8r", "note": null}],'
    ' "mentions": [{"id": "m-8h2j5q", "entity": "prague-city", "target": {"exact": "a Prague cellar"},'
    ' "creator": "Ed"}]}',
    good='{"entities": [{"id": "prague", "name": "Prague Castle"}]}',
)
SORTED_BY_ARTICLE = Rule(
    "N190",
    Severity.NOTE,
    "sorted under its article",
    'the entity {id}, "{name}", begins with an article and has no sort_name',
    'add "sort_name": "{wanted}", so that an index has it where readers look',
    bad='{"entities": [{"id": "street", "type": "film", "name": "The Joyless Street"}], "mentions": [{"id": "m-8h2j5q",'
    ' "creator": "Ed", "entity": "street", "target": {"exact": "The film"}}]}',
    good='{"entities": [{"id": "street", "type": "film", "name": "The Joyless Street",'
    ' "sort_name": "Joyless Street, The"}],'
    ' "mentions": [{"id": "m-8h2j5q", "creator": "Ed", "entity": "street", "target": {"exact": "The film"}}]}',
)

RULES = (
    UNKNOWN_ENTITY,
    NAME_NOT_THERE,
    SAME_MENTION,
    UNUSED_ENTITY,
    SAME_ENTITY,
    BAD_ORCID,
    NAMED_TWO_WAYS,
    SORTED_ELSEWHERE,
    BAD_IDENTITY,
    OTHER_ENTITY_NAMED,
    SORTED_BY_ARTICLE,
)
