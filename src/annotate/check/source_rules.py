"""What can be wrong with a source (codes S150 to S199)."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity

UNUSED_SOURCE = Rule(
    "S150",
    Severity.WARNING,
    "source never used",
    "no evidence names the source {id}",
    "cite it in the evidence of a claim, or remove it",
    bad='{"sources": [{"id": "caligari", "type": "motion_picture", "title": "Das Cabinet des Dr. Caligari",'
    ' "issued": "1920", "director": [{"family": "Wiene", "given": "Robert"}]}]}',
    good='{"sources": [{"id": "nosferatu", "title": "Nosferatu"}]}',
)
SAME_WORK = Rule(
    "S151",
    Severity.WARNING,
    "the same work twice",
    "the sources {id} and {other} have the same {field}: {value}",
    "keep one of the two, and let all evidence name it",
    bad='{"sources": [{"id": "nosferatu", "DOI": "10.1000/182"}, {"id": "weekly-1925", "DOI": "10.1000/182"}]}',
    good='{"sources": [{"id": "nosferatu", "DOI": "10.1000/182"}, {"id": "weekly-1925", "DOI": "10.1000/183"}]}',
)
NO_TITLE = Rule(
    "S152",
    Severity.WARNING,
    "source without title",
    "the source {id} has no title",
    "add a title, or what a reader would call it",
    bad='{"sources": [{"id": "weekly-1925", "title": null}]}',
    good='{"sources": [{"id": "weekly-1925", "title": "Film Ordered Destroyed"}]}',
)
IMPOSSIBLE_DATE = Rule(
    "S153",
    Severity.ERROR,
    "date that cannot be",
    "{field} of the source {id} cannot be: {reason}",
    "write it as 1922-03-04, 1922-03 or 1922, or as date-parts [[1922, 3, 4]]",
    bad='{"sources": [{"id": "weekly-1925", "issued": "1925-02-30"}]}',
    good='{"sources": [{"id": "weekly-1925", "issued": "1925-02-28"}]}',
)
DATE_IN_FUTURE = Rule(
    "S154",
    Severity.WARNING,
    "date in the future",
    "{field} of the source {id} lies in the future: {date}",
    'mend the date; a work still to come has "status": "forthcoming"',
    bad='{"sources": [{"id": "weekly-1925", "issued": "2125-02-28"}]}',
    good='{"sources": [{"id": "weekly-1925", "issued": "1925-02-28"}]}',
)
ACCESSED_BEFORE_ISSUED = Rule(
    "S155",
    Severity.WARNING,
    "looked at before it was published",
    "the source {id} was looked at ({accessed}) before it was published ({issued})",
    "mend accessed or issued",
    bad='{"sources": [{"id": "weekly-1925", "issued": "1925-08-01", "accessed": "1925-07"}]}',
    good='{"sources": [{"id": "weekly-1925", "issued": "1925-08-01", "accessed": "2025-07"}]}',
)
BAD_ADDRESS = Rule(
    "S156",
    Severity.ERROR,
    "no web address",
    "the URL of the source {id} is no web address: {reason}",
    "write the whole address, as https://example.org/review",
    bad='{"sources": [{"id": "weekly-1925", "URL": "www.example.org/1925"}]}',
    good='{"sources": [{"id": "weekly-1925", "URL": "https://www.example.org/1925"}]}',
)
BAD_DOI = Rule(
    "S157",
    Severity.ERROR,
    "no DOI",
    'the DOI of the source {id} is not one: "{value}"',
    "write {wanted}",
    bad='{"sources": [{"id": "weekly-1925", "DOI": "https://doi.org/10.1000/182"}]}',
    good='{"sources": [{"id": "weekly-1925", "DOI": "10.1000/182"}]}',
)
BAD_ISBN = Rule(
    "S158",
    Severity.ERROR,
    "no ISBN",
    'the ISBN of the source {id} is not one: "{value}" has a wrong digit or length',
    "compare it with the book, digit by digit",
    bad='{"sources": [{"id": "weekly-1925", "ISBN": "978-0-306-40615-8"}]}',
    good='{"sources": [{"id": "weekly-1925", "ISBN": "978-0-306-40615-7"}]}',
)
BAD_ISSN = Rule(
    "S159",
    Severity.ERROR,
    "no ISSN",
    'the ISSN of the source {id} is not one: "{value}" has a wrong digit or form',
    "write it as 0378-5955, and compare the digits",
    bad='{"sources": [{"id": "weekly-1925", "ISSN": "0378-5954"}]}',
    good='{"sources": [{"id": "weekly-1925", "ISSN": "0378-5955"}]}',
)
NO_ACCESSED = Rule(
    "S160",
    Severity.NOTE,
    "web page without the day it was looked at",
    "the source {id} is a web page and does not say when it was looked at",
    'add "accessed": web pages change',
    bad='{"sources": [{"id": "weekly-1925", "type": "webpage", "URL": "https://example.org/1925", "page": null}]}',
    good='{"sources": [{"id": "weekly-1925", "type": "webpage", "URL": "https://example.org/1925", "page": null,'
    ' "accessed": "2025-07-01"}]}',
)

RULES = (
    UNUSED_SOURCE,
    SAME_WORK,
    NO_TITLE,
    IMPOSSIBLE_DATE,
    DATE_IN_FUTURE,
    ACCESSED_BEFORE_ISSUED,
    BAD_ADDRESS,
    BAD_DOI,
    BAD_ISBN,
    BAD_ISSN,
    NO_ACCESSED,
)
