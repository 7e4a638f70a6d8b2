"""What can be wrong with an edit of entities, passages, links and evidence (codes C105, N110 to N120, N122)."""

from __future__ import annotations

from annotate.diagnostics import Rule, Severity

EVIDENCE_OF_ANOTHER = Rule(
    "C105",
    Severity.ERROR,
    "evidence of another claim",
    "{id} is evidence for {actual}, not for {claim}",
    "name the claim it belongs to, or leave the claim out",
    bad="annotate evidence edit review.xml c-000002 e-7k2m9x --strength weak, where e-7k2m9x belongs to c-000001",
    good="annotate evidence edit review.xml e-7k2m9x --strength weak",
)
UNKNOWN_ENTITY = Rule(
    "N110",
    Severity.ERROR,
    "no such entity",
    "there is no entity {id}{nearest}",
    "annotate entity list prints the entities with their ids; annotate entity add makes one",
    bad="annotate entity show review.xml buster-keeton",
    good="annotate entity show review.xml buster-keaton",
)
UNKNOWN_PASSAGE = Rule(
    "N111",
    Severity.ERROR,
    "no such passage",
    "there is no passage {id}{nearest}",
    "annotate passage list prints the passages with their ids",
    bad="annotate passage show review.xml p-7k2m9y",
    good="annotate passage show review.xml p-7k2m9x",
)
UNKNOWN_LINK = Rule(
    "N112",
    Severity.ERROR,
    "no such link",
    "there is no link {id}{nearest}",
    "annotate link list prints the links with their ids",
    bad="annotate link remove review.xml l-7k2m9y",
    good="annotate link remove review.xml l-7k2m9x",
)
ENTITY_USED = Rule(
    "N113",
    Severity.ERROR,
    "entity still used",
    "the entity {id} is still used by {which}",
    "remove or change these first, or remove it with --cascade: the mentions go, the claims lose their claimant",
    bad="removing a person whom a claim names as claimant",
    good="giving the claim another claimant with annotate claim edit, then removing the person",
)
UNKNOWN_END = Rule(
    "N114",
    Severity.ERROR,
    "link to nothing",
    "{end} cannot be an end of a link: {reason}",
    "name a claim, note or passage by its id, or OTHER.annotations.json#ID for one in another file",
    bad="annotate link add review.xml c-7k2m9x contradicts c-7k2m9y, where there is no c-7k2m9y",
    good="annotate link add review.xml c-7k2m9x contradicts c-2b9x4d",
)
LINK_TO_ITSELF = Rule(
    "N115",
    Severity.ERROR,
    "link to itself",
    "a link from {end} to itself says nothing",
    "name another claim, note or passage",
    bad="annotate link add review.xml c-7k2m9x contradicts c-7k2m9x",
    good="annotate link add review.xml c-7k2m9x contradicts c-2b9x4d",
)
LINKED_ALREADY = Rule(
    "N116",
    Severity.ERROR,
    "link there already",
    "{id} links the same two in the same way",
    "leave it as it is, or change it with annotate link edit",
    bad="annotate link add review.xml c-7k2m9x contradicts c-2b9x4d, twice",
    good="annotate link add review.xml c-7k2m9x contradicts c-2b9x4d, once",
)
NOBODYS_FILE = Rule(
    "N117",
    Severity.ERROR,
    "file of one's own without a name",
    "nobody is named whose own annotation file this could be",
    "say who you are with --as, in Latin letters, or name the file with --annotations",
    bad="annotate claim list review.xml --own, where neither --as, ANNOTATE_USER nor git says who you are",
    good="annotate claim list review.xml --own --as Ben",
)
NOTHING_TO_UNDO = Rule(
    "N118",
    Severity.ERROR,
    "nothing to take back",
    "{wanted} of the last changes cannot be taken back: the journal beside the file has {kept}",
    "annotate undo --list shows which; what is older is in your version control, if you use one",
    bad="annotate undo review.xml, where no command has changed the annotations",
    good="annotate undo review.xml, after annotate claim add",
)
CHANGED_SINCE = Rule(
    "N119",
    Severity.ERROR,
    "changed since by something else",
    "the file is not as the last command in its journal left it, so that nothing can be taken back",
    "change it back by hand, or with your version control; annotate undo --list shows what commands did",
    bad="annotate undo review.xml, after an editor has saved the annotation file",
    good="annotate undo review.xml, right after the command",
)
IN_LIBRARY = Rule(
    "N120",
    Severity.ERROR,
    "entry of the library",
    "{id} stands in the project's library, which all its texts share",
    "change or remove it there, with --library",
    bad="annotate source edit review.xml hall-1927 --page 12, where hall-1927 stands in library.json",
    good="annotate source edit review.xml hall-1927 --page 12 --library",
)
ID_USED_ELSEWHERE = Rule(
    "N122",
    Severity.ERROR,
    "id used by other files",
    "the id {id} stands in other files: {which}",
    "leave the id as it is; what the reader sees is made from the other fields",
    bad="annotate source edit review.xml hall-1927 --id screen-1927 --library, where a text cites hall-1927",
    good='annotate source edit review.xml hall-1927 --title "The Screen" --library',
)
RULES = (
    EVIDENCE_OF_ANOTHER,
    UNKNOWN_ENTITY,
    UNKNOWN_PASSAGE,
    UNKNOWN_LINK,
    ENTITY_USED,
    UNKNOWN_END,
    LINK_TO_ITSELF,
    LINKED_ALREADY,
    NOBODYS_FILE,
    NOTHING_TO_UNDO,
    CHANGED_SINCE,
    IN_LIBRARY,
    ID_USED_ELSEWHERE,
)
