"""Who speaks in an interview, and who asks."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from annotate.model.document import Person
from annotate.structure.draft import Kind
from annotate.structure.labels import is_unnamed
from annotate.structure.names import slug

if TYPE_CHECKING:
    from annotate.structure.draft import Sketch

INTERVIEWER, INTERVIEWEE = "Interviewer", "Interviewee"  # whose names the text does not tell
_QUESTION_ENDS = ("?", "？", "?”", '?"', "?»")
_ALSO = 0.6  # of the turns of one more who asks
_SURE = 0.3  # of somebody's turns are questions, if it is who asks


def enter_persons(sketch: Sketch, interviewer: str | None = None) -> None:
    """Enter the speakers of turns as persons, in the order in which they first speak.

    Who asks is `interviewer`, else who is called so or wrote the text, else who asks the largest share of questions if
    that is plain; and whoever else mostly asks.
    """
    turns = [draft for draft in sketch.drafts if draft.kind is Kind.TURN and draft.speaker]
    if not turns:
        return
    spoken = Counter(draft.speaker for draft in turns)
    asked = Counter(draft.speaker for draft in turns if draft.text.endswith(_QUESTION_ENDS))
    order = list(dict.fromkeys(draft.speaker for draft in turns))
    asks = interviewer or next((name for name in (INTERVIEWER, *sketch.authors) if name in order), None)
    if asks is None:
        likeliest = max(order, key=lambda name: (asked[name] / spoken[name], spoken[name]))
        asks = likeliest if asked[likeliest] >= spoken[likeliest] * _SURE else None
    askers = {name for name in order if name == asks or (spoken[name] > 1 and asked[name] >= spoken[name] * _ALSO)}
    taken: set[str] = set()
    for name in order:
        role = None if asks is None or is_unnamed(name) else "interviewer" if name in askers else "interviewee"
        person = Person(slug(name, taken, "speaker"), name, role)
        taken.add(person.id)
        sketch.persons.append(person)
