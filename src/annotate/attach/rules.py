"""What an edit of annotations can be refused for (codes 101 to 149 of A, C, S and N) and what guards them."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity

REPEATED_QUOTE = Rule(
    "A101",
    Severity.ERROR,
    "quote occurs several times",
    'the quote "{quote}" occurs {times}: {places}',
    "choose one with {choice}, or quote more words",
    bad='annotate note add review.xml "the film" --body "..."',
    good='annotate note add review.xml "the film" --in b12 --body "..."',
)
ABSENT_QUOTE = Rule(
    "A102",
    Severity.ERROR,
    "quote does not occur",
    'the quote "{quote}" does not occur{where}; {nearest}',
    "quote the words as the text has them; annotate show prints the text with its block numbers",
    bad='annotate claim add review.xml "a train of 1862"',
    good='annotate claim add review.xml "a train from 1862"',
)
UNKNOWN_BLOCK = Rule(
    "A103",
    Severity.ERROR,
    "no such block or turn",
    "the text has no block or turn {within}; its last block is {last}",
    "annotate show prints the text with the ids of its blocks and turns",
    bad='annotate note add review.xml "the film" --in b900 --body "..."',
    good='annotate note add review.xml "the film" --in b9 --body "..."',
)
NO_SUCH_OCCURRENCE = Rule(
    "A104",
    Severity.ERROR,
    "no such occurrence",
    'the quote "{quote}" occurs {times} there, so there is no occurrence {occurrence}',
    "give --occurrence a number from 1 to {last}",
    bad='annotate note add review.xml "the film" --occurrence 9 --body "..."',
    good='annotate note add review.xml "the film" --occurrence 2 --body "..."',
)
EMPTY_QUOTE = Rule(
    "A105",
    Severity.ERROR,
    "empty quote",
    "the quote is empty",
    "quote the words the annotation is about",
    bad='annotate claim add review.xml ""',
    good='annotate claim add review.xml "shot in Oregon"',
)
TEXT_CHANGED = Rule(
    "A106",
    Severity.ERROR,
    "text changed under its annotations",
    "the text has changed, and {count} of the {total} anchors made before are no longer certain: {which}",
    "annotate rebase OLDER TEXT carries the rest, if you have the older text; else edit each with --on QUOTE",
    bad="a sentence with a claim on it was rewritten in the source, and the text parsed again",
    good="the annotations were carried by annotate rebase older.xml review.xml",
)
OTHER_TEXT = Rule(
    "A107",
    Severity.ERROR,
    "annotations of another text",
    "these are annotations of {file}, not of {text}",
    "name the text they belong to, or another file with --annotations",
    bad="annotate claim list essay.xml --annotations review.annotations.json",
    good="annotate claim list review.xml --annotations review.annotations.json",
)
SPEAKER_UNCLEAR = Rule(
    "C101",
    Severity.ERROR,
    "whose claim is it",
    "the passage is spoken by more than one person: {speakers}",
    "say whose claim it is with --by NAME, or quote less",
    bad="a quote that runs from a question into its answer",
    good="the same quote with --by and a name",
)
UNKNOWN_CLAIM = Rule(
    "C102",
    Severity.ERROR,
    "no such claim",
    "there is no claim {id}{nearest}",
    "annotate claim list prints the claims with their ids",
    bad="annotate claim show review.xml c-7k2m9y",
    good="annotate claim show review.xml c-7k2m9x",
)
UNKNOWN_EVIDENCE = Rule(
    "C104",
    Severity.ERROR,
    "no such evidence",
    "there is no evidence {id}{nearest}",
    "annotate claim show prints a claim with the ids of its evidence",
    bad="annotate evidence remove review.xml e-7k2m9y",
    good="annotate evidence remove review.xml e-7k2m9x",
)
UNKNOWN_SOURCE = Rule(
    "S101",
    Severity.ERROR,
    "no such source",
    "there is no source {id}{nearest}",
    "annotate source list prints the sources with their ids; annotate source add makes one",
    bad="annotate claim add review.xml QUOTE --supports gaurdian-2008",
    good="annotate claim add review.xml QUOTE --supports guardian-2008",
)
ID_TAKEN = Rule(
    "S102",
    Severity.ERROR,
    "id in use",
    "the id {id} is in use already",
    "choose another id with --id, or leave --id out to have one made",
    bad="two sources with the id guardian-2008",
    good="sources with the ids guardian-2008 and guardian-2008b",
)
SOURCE_CITED = Rule(
    "S103",
    Severity.ERROR,
    "source still cited",
    "the source {id} is still cited by {which}",
    "remove that evidence first, with annotate evidence remove, or all of it with --cascade",
    bad="removing a source that is evidence for a claim",
    good="removing the evidence, then the source",
)
ILL_FORMED_ID = Rule(
    "S104",
    Severity.ERROR,
    "ill-formed id",
    'the id "{id}" is not made of lower-case letters, digits, full stops, hyphens and underscores',
    "write it like guardian-2008: at most 80 characters, the first a letter or digit",
    bad="Guardian 2008",
    good="guardian-2008",
)
NOT_A_SOURCE = Rule(
    "S105",
    Severity.ERROR,
    "not a CSL item",
    "this is no CSL-JSON item: {reason}",
    "give a JSON object with a CSL type, or a list of such, as reference managers export",
    bad='{"title": "The General"}',
    good='{"type": "motion_picture", "title": "The General"}',
)
UNKNOWN_NOTE = Rule(
    "N101",
    Severity.ERROR,
    "no such note",
    "there is no note {id}{nearest}",
    "annotate note list prints the notes with their ids",
    bad="annotate note show review.xml n-7k2m9y",
    good="annotate note show review.xml n-7k2m9x",
)
UNKNOWN_MENTION = Rule(
    "N102",
    Severity.ERROR,
    "no such mention",
    "there is no mention {id}{nearest}",
    "annotate mention list prints the mentions with their ids",
    bad="annotate mention remove review.xml m-7k2m9y",
    good="annotate mention remove review.xml m-7k2m9x",
)
LINKED = Rule(
    "N103",
    Severity.ERROR,
    "still linked",
    "{id} is still an end of {which}",
    "remove that link first, with annotate link remove; --cascade removes the links of this file along with it",
    bad="removing a claim that a link says contradicts another",
    good="removing the link, then the claim",
)
NAMESAKES = Rule(
    "N104",
    Severity.ERROR,
    "several entities of one name",
    'the name "{name}" belongs to several entities: {which}',
    "give the id of the one you mean instead of the name",
    bad='--by "Steve McQueen" where an actor and a director of this name are entities',
    good="--by steve-mcqueen-2",
)
EMPTY_BODY = Rule(
    "N105",
    Severity.ERROR,
    "empty note",
    "the note says nothing",
    "give its words with --body",
    bad='annotate note add review.xml "the trestle" --body ""',
    good='annotate note add review.xml "the trestle" --body "Burnt for the film."',
)
UNTYPED_ENTITY = Rule(
    "N106",
    Severity.ERROR,
    "new entity without type",
    'there is no entity "{name}" yet{nearest}',
    "say what it is with --type: {types}",
    bad='annotate mention add review.xml "Keaton" --entity "Buster Keaton"',
    good='annotate mention add review.xml "Keaton" --entity "Buster Keaton" --type person',
)
NO_FILE_OF_ITS_OWN = Rule(
    "A108",
    Severity.ERROR,
    "standard input has no annotations",
    "a text from standard input has no annotation file of its own",
    "name the file with --annotations",
    bad='annotate claim add - "shot in Oregon" < review.xml',
    good='annotate claim add - "shot in Oregon" --annotations review.annotations.json < review.xml',
)
UNWRITABLE_VALUE = Rule(
    "F305",
    Severity.ERROR,
    "value that is not text",
    "a value given on the command line is not text in the terminal's encoding",
    "type the value again, or set the terminal to UTF-8",
    bad="--title with a byte that is not UTF-8",
    good="--title with letters",
)
BAD_CLOCK = Rule(
    "F304",
    Severity.ERROR,
    "SOURCE_DATE_EPOCH is not a time",
    'the environment variable SOURCE_DATE_EPOCH is "{value}", not a number of seconds since 1970',
    "set it to whole seconds, or unset it",
    bad="SOURCE_DATE_EPOCH=yesterday",
    good="SOURCE_DATE_EPOCH=1795168800",
)

RULES = (
    REPEATED_QUOTE,
    ABSENT_QUOTE,
    UNKNOWN_BLOCK,
    NO_SUCH_OCCURRENCE,
    EMPTY_QUOTE,
    TEXT_CHANGED,
    OTHER_TEXT,
    SPEAKER_UNCLEAR,
    UNKNOWN_CLAIM,
    UNKNOWN_EVIDENCE,
    UNKNOWN_SOURCE,
    ID_TAKEN,
    SOURCE_CITED,
    ILL_FORMED_ID,
    NOT_A_SOURCE,
    UNKNOWN_NOTE,
    UNKNOWN_MENTION,
    LINKED,
    NAMESAKES,
    EMPTY_BODY,
    UNTYPED_ENTITY,
    NO_FILE_OF_ITS_OWN,
    UNWRITABLE_VALUE,
    BAD_CLOCK,
)
