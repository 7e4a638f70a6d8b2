"""What can be wrong with notes, mentions, entities, passages and links (codes N150 to N199)."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity

EMPTY_NOTE = Rule(
    "N150",
    Severity.ERROR,
    "empty note",
    "note {id} says nothing",
    "write its body, or remove it",
    bad='{"notes": [{"id": "n-2b9x4d", "body": " "}]}',
    good='{"notes": [{"id": "n-2b9x4d", "body": "Found in 1984."}]}',
)
UNKNOWN_ENTITY = Rule(
    "N151",
    Severity.ERROR,
    "unknown entity",
    'mention {id} is of "{entity}", and there is no entity of this id',
    "{remedy}",
    bad='{"mentions": [{"id": "m-8h2j5q", "entity": "praque", "target": {"exact": "a Prague cellar"}}]}',
    good='{"mentions": [{"id": "m-8h2j5q", "entity": "prague", "target": {"exact": "a Prague cellar"}}]}',
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
    bad='{"mentions": [{"id": "m-8h2j5q", "entity": "prague", "target": {"exact": "Prague"}}]}',
    good='{"mentions": [{"id": "m-8h2j5q", "entity": "prague", "target": {"exact": "in a Prague cellar"}}]}',
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
    ' "mentions": [{"id": "m-8h2j5q", "entity": "prague-2", "target": {"exact": "a Prague cellar"}}]}',
    good='{"entities": [{"id": "prague-2", "type": "place", "name": "Prague, Oklahoma"}],'
    ' "mentions": [{"id": "m-8h2j5q", "entity": "prague-2", "target": {"exact": "a Prague cellar"}}]}',
)
UNKNOWN_END = Rule(
    "N156",
    Severity.ERROR,
    "link to nothing",
    "link {id} leads to {end}, and there is no claim, note or passage of this id{where}",
    "{remedy}",
    bad='{"links": [{"id": "l-9s8r7q", "from": "c-4n6p8r", "relation": "supports", "to": "p-5f7v2d"}]}',
    good='{"links": [{"id": "l-9s8r7q", "from": "c-4n6p8r", "relation": "supports", "to": "p-5f7v2c"}]}',
)
FILE_NOT_THERE = Rule(
    "N157",
    Severity.WARNING,
    "link into a file that is not there",
    "link {id} leads into {file}, which cannot be read",
    "put the file beside this one, or mend the link",
    bad='{"links": [{"id": "l-9s8r7q", "from": "c-7k2m9x", "relation": "restates",'
    ' "to": "lost.annotations.json#c-7k2m9x"}]}',
    good='{"links": [{"id": "l-9s8r7q", "from": "c-7k2m9x", "relation": "restates",'
    ' "to": "essay.annotations.json#c-7k2m9x"}]}',
)
LINK_TO_ITSELF = Rule(
    "N158",
    Severity.WARNING,
    "link to itself",
    "link {id} leads from {end} to itself",
    "mend one of its ends, or remove it",
    bad='{"links": [{"id": "l-9s8r7q", "from": "c-7k2m9x", "relation": "restates", "to": "c-7k2m9x"}]}',
    good='{"links": [{"id": "l-9s8r7q", "from": "c-7k2m9x", "relation": "restates", "to": "c-4n6p8r"}]}',
)
SAME_LINK = Rule(
    "N159",
    Severity.WARNING,
    "the same link twice",
    "link {id} says the same as {other}",
    "remove one of the two",
    bad='{"links": [{"id": "l-9s8r7q", "from": "c-7k2m9x", "relation": "supports", "to": "p-5f7v2c"}]}',
    good='{"links": [{"id": "l-9s8r7q", "from": "c-4n6p8r", "relation": "supports", "to": "p-5f7v2c"}]}',
)
UNUSED_PASSAGE = Rule(
    "N160",
    Severity.NOTE,
    "passage never linked",
    "no link in this file has the passage {id} as an end",
    "link it, or remove it if no other file links to it",
    bad='{"passages": [{"id": "p-6g8w3d", "target": {"exact": "A court"}}]}',
    good='{"passages": [{"id": "p-5f7v2c", "target": {"exact": "The second reel is the best"}}]}',
)

RULES = (
    EMPTY_NOTE,
    UNKNOWN_ENTITY,
    NAME_NOT_THERE,
    SAME_MENTION,
    UNUSED_ENTITY,
    SAME_ENTITY,
    UNKNOWN_END,
    FILE_NOT_THERE,
    LINK_TO_ITSELF,
    SAME_LINK,
    UNUSED_PASSAGE,
)
