"""What can be wrong with how a source is described (codes S161 to S166 and S168 to S177)."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity


def _weekly(fields: str) -> str:
    return f'{{"sources": [{{"id": "weekly-1925", {fields}}}]}}'


def _film(fields: str) -> str:
    return f'{{"sources": [{{"id": "nosferatu", {fields}}}]}}'


OWN_SOURCE = Rule(
    "S161",
    Severity.ERROR,
    "text as its own source",
    "the source {id} is the text that is annotated",
    "cite what the text rests on: a text cannot vouch for itself",
    bad=_weekly('"URL": "https://www.example.org/talk/"'),
    good=_weekly('"URL": "https://www.example.org/1925"'),
)
BY_NOBODY = Rule(
    "S162",
    Severity.NOTE,
    "source by nobody",
    "the source {id} names nobody: no author, editor or director, no newspaper or site, no publisher or archive",
    'add who made it or where it appeared, as in "author": [{{"family": "Eisner", "given": "Lotte"}}]',
    bad=_weekly('"container-title": null'),
    good=_weekly('"container-title": null, "author": [{"family": "Eisner", "given": "Lotte"}]'),
)
NO_DATE = Rule(
    "S163",
    Severity.NOTE,
    "source without date",
    "the source {id} has no date",
    'add "issued", as "1922-03-04" or "1922"; of what is not dated, "accessed"',
    bad=_weekly('"issued": null'),
    good=_weekly('"issued": "1925-08"'),
)
BEFORE_FILM = Rule(
    "S164",
    Severity.WARNING,
    "film from before film",
    "the film {id} is dated {date}, and the first films were shot in 1888",
    "mend issued",
    bad=_film('"issued": "1822"'),
    good=_film('"issued": "1922"'),
)
MINUTES = Rule(
    "S165",
    Severity.WARNING,
    "running time that looks like minutes",
    "the running time of {id} is {runtime} seconds",
    "runtime counts seconds: write {seconds} if {runtime} minutes are meant; if it is that short, say so in note",
    bad='{"sources": [{"id": "nosferatu", "custom": {"runtime": 94}}], "claims": [{"id": "c-7k2m9x", "evidence":'
    ' [{"id": "e-6t7w8v", "locator": {"label": "timestamp", "value": "00:01:00"}}]}]}',
    good=_film('"custom": {"runtime": 5640}'),
)
PAGES_BACKWARDS = Rule(
    "S166",
    Severity.WARNING,
    "pages that run backwards",
    "the pages of the source {id} end before they begin: {value}",
    "mend page",
    bad=_weekly('"page": "14-12"'),
    good=_weekly('"page": "12-14"'),
)
PASSWORD = Rule(
    "S168",
    Severity.ERROR,
    "address with a password",
    "the URL of the source {id} holds a user name or password",
    "take it out, and change the password: the editions print the address",
    bad=_weekly('"URL": "https://ada:secret@example.org/1925"'),
    good=_weekly('"URL": "https://example.org/1925"'),
)
ONLY_HERE = Rule(
    "S169",
    Severity.WARNING,
    "address that no reader can reach",
    "the URL of the source {id} leads to {host}, a machine of your own network",
    "give the public address, or leave it out and attach a copy",
    bad=_weekly('"URL": "http://192.168.1.20/1925"'),
    good=_weekly('"URL": "http://192.0.78.20/1925"'),
)
TWO_DOIS = Rule(
    "S170",
    Severity.WARNING,
    "two DOIs",
    "the URL of the source {id} holds the DOI {found}, and its DOI is {doi}",
    "mend the one that is wrong",
    bad=_weekly('"DOI": "10.1000/182", "URL": "https://doi.org/10.1000/183"'),
    good=_weekly('"DOI": "10.1000/182", "URL": "https://doi.org/10.1000/182"'),
)
DOI_AS_ADDRESS = Rule(
    "S171",
    Severity.NOTE,
    "DOI as an address only",
    "the URL of the source {id} holds the DOI {found}, and the source has no DOI",
    'add "DOI": "{found}", by which it can be told from others and cited',
    bad=_weekly('"URL": "https://doi.org/10.1000/182"'),
    good=_weekly('"DOI": "10.1000/182"'),
)
LIKE_ANOTHER = Rule(
    "S172",
    Severity.WARNING,
    "two sources that may be one",
    "the sources {id} and {other} have the same title, type and year, and the same makers",
    "keep one of the two; or add what tells them apart: volume, issue, page, day or edition",
    bad='{"sources": [{"id": "nosferatu-2", "type": "motion_picture", "title": "NOSFERATU", "issued": "1922",'
    ' "director": [{"family": "Murnau", "given": "F. W."}]}], "claims": [{"id": "c-7k2m9x", "evidence":'
    ' [{"id": "e-9s8r7q", "source": "nosferatu-2", "relation": "mentions",'
    ' "locator": {"label": "part", "value": "2"}}]}]}',
    good='{"sources": [{"id": "nosferatu-2", "type": "motion_picture", "title": "Nosferatu", "issued": "1979",'
    ' "director": [{"family": "Herzog", "given": "Werner"}]}], "claims": [{"id": "c-7k2m9x", "evidence":'
    ' [{"id": "e-9s8r7q", "source": "nosferatu-2", "relation": "mentions",'
    ' "locator": {"label": "part", "value": "2"}}]}]}',
)
NO_LANGUAGE = Rule(
    "S173",
    Severity.WARNING,
    "language that is none",
    'the language of the source {id} is not one: "{value}"',
    "write the tag of the language, as en, de or pt-BR",
    bad=_weekly('"language": "german"'),
    good=_weekly('"language": "de"'),
)
ET_AL = Rule(
    "S174",
    Severity.WARNING,
    "others as a name",
    'a name of the source {id} is "{name}"',
    "name them all, or leave it out: the citation style shortens long lists by itself",
    bad=_weekly('"author": [{"literal": "et al."}]'),
    good=_weekly('"author": [{"family": "Eisner", "given": "Lotte"}]'),
)
HAS_APPEARED = Rule(
    "S175",
    Severity.NOTE,
    "forthcoming work that has appeared",
    'the source {id} is "forthcoming", and is dated {date}',
    "leave status out, or mend the date",
    bad=_weekly('"status": "forthcoming"'),
    good=_weekly('"status": "forthcoming", "issued": "2027"'),
)
TRACKED = Rule(
    "S176",
    Severity.NOTE,
    "address that tracks its readers",
    'the URL of the source {id} has "{parameter}", which tells the site where a reader came from',
    "leave out what follows the question mark, if the page opens without it",
    bad=_weekly('"URL": "https://example.org/1925?utm_source=feed"'),
    good=_weekly('"URL": "https://example.org/1925"'),
)
EMPTY_NAME = Rule(
    "S177",
    Severity.WARNING,
    "name without letters",
    "a name in {field} of the source {id} has no letters",
    "write the name, or leave it out",
    bad=_weekly('"author": [{"family": " ", "given": "."}]'),
    good=_weekly('"author": [{"family": "Eisner"}]'),
)

RULES = (
    OWN_SOURCE,
    BY_NOBODY,
    NO_DATE,
    BEFORE_FILM,
    MINUTES,
    PAGES_BACKWARDS,
    PASSWORD,
    ONLY_HERE,
    TWO_DOIS,
    DOI_AS_ADDRESS,
    LIKE_ANOTHER,
    NO_LANGUAGE,
    ET_AL,
    HAS_APPEARED,
    TRACKED,
    EMPTY_NAME,
)
