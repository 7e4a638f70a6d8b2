"""What can be wrong with a table of annotations, before anybody looks at what it says (codes A140 to A144)."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity

UNKNOWN_COLUMN = Rule(
    "A140",
    Severity.ERROR,
    "no such column",
    'there is no column "{name}" for these annotations{nearest}',
    "take the column away or name it anew; the columns are {columns}",
    bad="quote,kynd",
    good="quote,kind",
)
COLUMN_TWICE = Rule(
    "A141",
    Severity.ERROR,
    "column twice",
    'the column "{name}" stands there twice',
    "give each column once; several tags stand in one cell, with semicolons between",
    bad="quote,tags,tags",
    good="quote,tags",
)
OPEN_CELL = Rule(
    "A142",
    Severity.ERROR,
    "cell that does not end",
    "the quotation mark that begins this cell has no counterpart, or something stands right behind it",
    'put a cell with commas or line ends in straight quotation marks, and write those within it twice: ""',
    bad='"the film,factual',
    good='"the film",factual',
)
TOO_MANY_CELLS = Rule(
    "A143",
    Severity.ERROR,
    "more cells than columns",
    "the row has {cells} cells, the table {columns} columns",
    "put a cell that has a comma in straight quotation marks",
    bad="a train, a bridge,factual in a table with the columns quote,kind",
    good='"a train, a bridge",factual',
)
NOT_A_ROW = Rule(
    "A144",
    Severity.ERROR,
    "line that is no row",
    "{what}",
    'each line of a .jsonl file is an object with texts, such as {{"quote": "a real engine", "tags": ["props"]}}',
    bad='["a real engine", "factual"]',
    good='{"quote": "a real engine", "kind": "factual"}',
)
RULES = (UNKNOWN_COLUMN, COLUMN_TWICE, OPEN_CELL, TOO_MANY_CELLS, NOT_A_ROW)
