"""What can be wrong with a Markdown text, and what of it cannot be kept (codes F401 to F429)."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity

SHORT_CODE = Rule(
    "F401",
    Severity.WARNING,
    "short code",
    "the short code {code} is kept as text",
    "write what it stands for, if readers need it",
    bad='{{< figure src="still.jpg" caption="The bridge" >}}',
    good='![The bridge](still.jpg "The bridge")',
)
ELEMENT_NOT_KEPT = Rule(
    "F402",
    Severity.NOTE,
    "HTML element not kept",
    "the HTML element {tag} is not kept{times}, its text is",
    "nothing need be done, unless the element said something",
    bad='<span class="lead">It rained.</span>',
    good="It rained.",
)
HTML_LEFT_OUT = Rule(
    "F403",
    Severity.WARNING,
    "HTML left out",
    "{what} is left out: {source}",
    "if it belongs to the text, write it as text",
    bad="It rained. <!-- check the date -->",
    good="It rained.",
)
HTML_UNBALANCED = Rule(
    "F404",
    Severity.NOTE,
    "HTML tag without its partner",
    "the HTML tag {tag} {fault}",
    "write the other tag, or delete this one",
    bad="He said <b>no.",
    good="He said <b>no</b>.",
)
FRONT_MATTER_BROKEN = Rule(
    "F405",
    Severity.WARNING,
    "front matter not understood",
    "the front matter is not {language} that can be read ({reason}) and is kept as boilerplate",
    "mend it at this place; a value with a colon in it needs quotation marks",
    bad="---\ntitle: General: a review\n---",
    good='---\ntitle: "General: a review"\n---',
)
FIELD_NOT_TAKEN = Rule(
    "F406",
    Severity.NOTE,
    "front matter not taken over",
    "the front matter's {key} is not taken over: {value}",
    "nothing need be done, unless it belongs in the text",
    bad="---\nlayout: post\n---",
    good="---\ntitle: The General\n---",
)
VALUE_NOT_UNDERSTOOD = Rule(
    "F407",
    Severity.WARNING,
    "front matter's value not understood",
    "the front matter's {key} is not {wanted}: {value}",
    "write it as in this example: {example}",
    bad="---\ndate: 03/04/2019\n---",
    good="---\ndate: 2019-04-03\n---",
)
NOTE_NOT_CALLED = Rule(
    "F408",
    Severity.WARNING,
    "note that nothing calls",
    "nothing calls the note [^{label}], which is kept as a paragraph",
    "write [^{label}] where it belongs, or delete the note",
    bad="It rained.\n\n[^1]: In Oregon.",
    good="It rained.[^1]\n\n[^1]: In Oregon.",
)
NOTE_CALLED_AGAIN = Rule(
    "F409",
    Severity.NOTE,
    "note called again",
    "the note [^{label}] is called again here, and stands only where it was called first",
    "write a note of its own if readers need it here",
    bad="It rained[^1] and blew.[^1]\n\n[^1]: In Oregon.",
    good="It rained[^1] and blew.[^2]\n\n[^1]: In Oregon.\n\n[^2]: See note 1.",
)
REFERENCE_NOT_USED = Rule(
    "F410",
    Severity.NOTE,
    "address that no link uses",
    "no link uses the address [{label}]: {target}",
    "write [words][{label}] where it belongs, or delete it",
    bad="It rained.\n\n[still]: https://example.org/still",
    good="It [rained][still].\n\n[still]: https://example.org/still",
)
TITLE_NOT_KEPT = Rule(
    "F411",
    Severity.NOTE,
    "words about a link or picture not kept",
    "what is said of {what} is not kept: {title}",
    "write it as text, if readers need it",
    bad='the [archive](https://example.org "open on weekdays")',
    good="the [archive](https://example.org), open on weekdays",
)
SCRIPT_TARGET = Rule(
    "F412",
    Severity.WARNING,
    "link that runs a script",
    "the link's target is a script and is dropped: {target}",
    "link to a page, or write no link",
    bad="[more](javascript:show())",
    good="[more](https://example.org/more)",
)
LINK_NOT_KEPT = Rule(
    "F413",
    Severity.NOTE,
    "link not kept",
    "the link of {what} is not kept: {target}",
    "give the link words to stand on, if readers need it",
    bad="[![The bridge](still.jpg)](https://example.org)",
    good="![The bridge](still.jpg)\n\n[More](https://example.org)",
)
BAD_CHARACTER = Rule(
    "F414",
    Severity.WARNING,
    "a character XML cannot hold, written as a code",
    "{source} stands for no character that XML can hold, and is replaced by U+FFFD",
    "delete it, or write the character that was meant",
    bad="the&#1;end",
    good="the end",
)
TOO_DEEP = Rule(
    "F415",
    Severity.ERROR,
    "nested too deep",
    "quotations and lists are nested more than {limit} levels deep here",
    "make the nesting less deep",
    bad="a line with 200 times “> ”",
    good="> > a quotation in a quotation",
)
TOO_MANY_TARGETS = Rule(
    "F416",
    Severity.ERROR,
    "links too long together",
    "the targets of the links are together {times} times as long as the file",
    "look for an address that is very long and used very often",
    bad="an address of 60 kilobytes that a thousand links use",
    good="an address of some hundred characters",
)
READ_AS_ANOTHER = Rule(
    "F417",
    Severity.NOTE,
    "form inside another form",
    "{what} inside {container} is read as {form}",
    "put it outside, if that is not what it is",
    bad="> ## A heading in a quotation",
    good="## A heading",
)
MARKUP_TOO_DEEP = Rule(
    "F418",
    Severity.NOTE,
    "markup nested too deep",
    "markup nested more than {limit} deep is not kept here, its text is",
    "use fewer signs",
    bad="thirty links and emphases, each in the other",
    good="**one** and *another*",
)
INFO_NOT_KEPT = Rule(
    "F419",
    Severity.NOTE,
    "what is said of code not kept",
    "what the fence says of its code is not kept: {info}",
    "nothing need be done, unless it belongs to the text",
    bad="``` python\nprint(1)\n```",
    good="```\nprint(1)\n```",
)
NO_SUCH_NOTE = Rule(
    "F420",
    Severity.WARNING,
    "call of a note that is not there",
    "there is no note for {call}, which is kept as text",
    "write the note as “{call}: ...” on a line of its own",
    bad="It rained.[^2]",
    good="It rained.[^2]\n\n[^2]: In Oregon.",
)
COMMENT_NOT_TAKEN = Rule(
    "F421",
    Severity.NOTE,
    "comment in the front matter",
    "the comment in the front matter is left out: {comment}",
    "nothing need be done",
    bad="---\ntitle: The General # working title\n---",
    good="---\ntitle: The General\n---",
)
EMPTY_NOTE = Rule(
    "F422",
    Severity.WARNING,
    "empty note",
    "the note [^{label}] is empty, and its call is left out",
    "write the note, or delete its call",
    bad="It rained.[^1]\n\n[^1]:",
    good="It rained.[^1]\n\n[^1]: In Oregon.",
)

RULES = (
    SHORT_CODE,
    ELEMENT_NOT_KEPT,
    HTML_LEFT_OUT,
    HTML_UNBALANCED,
    FRONT_MATTER_BROKEN,
    FIELD_NOT_TAKEN,
    VALUE_NOT_UNDERSTOOD,
    NOTE_NOT_CALLED,
    NOTE_CALLED_AGAIN,
    REFERENCE_NOT_USED,
    TITLE_NOT_KEPT,
    SCRIPT_TARGET,
    LINK_NOT_KEPT,
    BAD_CHARACTER,
    TOO_DEEP,
    TOO_MANY_TARGETS,
    READ_AS_ANOTHER,
    MARKUP_TOO_DEEP,
    INFO_NOT_KEPT,
    NO_SUCH_NOTE,
    COMMENT_NOT_TAKEN,
    EMPTY_NOTE,
)
