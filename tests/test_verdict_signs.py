"""What a quotation may be written with otherwise than its source, and what never passes for an accident of writing."""

from __future__ import annotations

import pytest

from annotate.match.near import WorkLimit
from annotate.match.verdict import Copy, verdict

FAITHFUL = {"verbatim", "normalised", "elided"}
ACCIDENTS = [
    ("He can't go home when", "He can’t go home when it is dark."),
    ("the film was first shown here", "the ﬁlm was ﬁrst shown here"),
    ("the ﬁlm was ﬁrst shown here", "the film was first shown here"),
    ("the cel\u00adebrated film was shown", "the celebrated film was shown"),
    ("Ｔｈｅ film of 1926 was shown", "The film of 1926 was shown"),
    ("the film of １９２６ was shown", "the film of 1926 was shown"),
    ("\u200fthe film\u200e was shown here", "the film was shown here"),
    ("\u202ethe film was shown here\u202c", "the film was shown here"),
    ("He said “no” to the offer", "He said ‘no’ to the offer"),
    ("well, yes, it was … long", "Well, yes, it was … long, he thought."),
    ("cafe\u0301 at the end of it", "café at the end of it"),
    ("the film\u2028was shown", "the film was shown"),
]
CHANGES = [
    ("The film lasted ninety minutes in all.", "The film lasted nineteen minutes in all."),
    ("it was likely to end so well", "it was unlikely to end so well"),
    ("He can go home when it is dark.", "He can’t go home when it is dark."),
    ("the film of 1926² was shown", "the film of 19262 was shown"),
    ("It cost $5 million to make it", "It cost £5 million to make it"),
    ("It cost 5.000 to make it", "It cost 5,000 to make it"),
    ("It rose by -5 percent that year", "It rose by 5 percent that year"),
    ("a small-business owner went there", "a small business owner went there"),
    ("He said no to the offer", "He said “no” to the offer"),
    ("we saw it in Paris and Rome", "we saw it in Paris or Rome"),
    ("naïve and sentimental film here", "naive and sentimental film here"),
    ("\u03a4he film was shown here", "The film was shown here"),  # a Greek letter
    ("its the best of all films", "it's the best of all films"),
    ("the actors’ strike went on", "the actor’s strike went on"),
    ("is it not good?", "it is not good"),
    ("I would ever do it again", "I would never do it again"),
    ("A film was like it before", "No film was like it before"),
    ("I did... like it", "I did not like it"),
    ("I did [...] like it", "I did not like it"),
    ("He [always] liked it much", "He never liked it much"),
    ("STOP it at once please", "stop it at once please"),
]


@pytest.mark.parametrize(("quotation", "source"), ACCIDENTS, ids=range(len(ACCIDENTS)))
def test_an_accident_of_writing_is_no_alteration(quotation: str, source: str) -> None:
    assert verdict(quotation, Copy(source), WorkLimit()).kind in FAITHFUL


@pytest.mark.parametrize(("quotation", "source"), CHANGES, ids=range(len(CHANGES)))
def test_what_changes_the_words_is_never_faithful(quotation: str, source: str) -> None:
    assert verdict(quotation, Copy(source), WorkLimit()).kind not in FAITHFUL
