"""What can be wrong with a row of a table of annotations (codes A145 to A149)."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity

NO_PASSAGE = Rule(
    "A145",
    Severity.ERROR,
    "row without a passage",
    "the row does not say which words it is about",
    'fill one of the columns "quote", "at", "block" and "turn"',
    bad="quote,kind with the row ,factual",
    good="quote,kind with the row a real engine,factual",
)
UNKNOWN_VALUE = Rule(
    "A146",
    Severity.ERROR,
    "value that the column does not take",
    '"{value}" is no {name}{nearest}',
    "{help}",
    bad="quote,kind with the row a real engine,fact",
    good="quote,kind with the row a real engine,factual",
)
NO_SOURCE = Rule(
    "A147",
    Severity.ERROR,
    "evidence without one source",
    "the row has {what}",
    'name the source in one of the columns "supports" and "disputes"; another is added with annotate evidence add',
    bad="quote,locator with the row a real engine,page:12",
    good="quote,supports,locator with the row a real engine,hall-1927,page:12",
)
MISSING_VALUE = Rule(
    "A148",
    Severity.ERROR,
    "row that lacks a value",
    'the row has nothing under "{name}"',
    "fill the cell, or give the value for all rows with {option}",
    bad="quote,body with the row a real engine,",
    good="quote,body with the row a real engine,It was the *Texas*.",
)
NO_ROWS = Rule(
    "A149",
    Severity.ERROR,
    "table without rows",
    "there is no row in the table",
    "the first line of a .csv file names the columns, each further line is one annotation",
    bad="a file with the one line quote,kind",
    good="a file with the lines quote,kind and a real engine,factual",
)
RULES = (NO_PASSAGE, UNKNOWN_VALUE, NO_SOURCE, MISSING_VALUE, NO_ROWS)
