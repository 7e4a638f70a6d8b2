"""Citations of many places in few sources: composed once, and printed as if each had been composed by itself."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotate.model.annotation import Locator, Source
from annotate.render.citations import STYLES, Bibliography, marks

LABELS = (
    "book", "chapter", "column", "figure", "folio", "issue", "line", "note", "opus", "page", "paragraph", "part",
    "section", "sub-verbo", "timestamp", "verse", "volume", "scene", "reel",
)  # fmt: skip
SOURCES = (
    Source({"id": "book", "type": "book", "title": "Sixty Looms", "author": [{"family": "Orr", "given": "Ida"}],
            "issued": {"date-parts": [[1931]]}}),
    Source({"id": "film", "type": "motion_picture", "title": "The Quarry", "issued": {"date-parts": [[1926]]},
            "director": [{"family": "Vane", "given": "Osric"}]}),
    Source({"id": "cutting", "type": "article-newspaper", "title": "No name on it"}),
    Source({"id": "bare", "type": "book"}),
)  # fmt: skip
NUMBERS = st.from_regex(r"[0-9]{1,7}", fullmatch=True)
TIMES = st.from_regex(r"[0-9]{1,2}(:[0-9]{2}){1,3}", fullmatch=True)
OTHERS = st.from_regex(r"[0-9]{1,3}[-–, ]{1,2}[0-9a-z]{1,3}\.?", fullmatch=True) | st.text(max_size=8)
KEPT = {(style, language): Bibliography(style, SOURCES, language) for style in STYLES for language in ("en", "de")}


@given(
    st.sampled_from(sorted(KEPT)), st.sampled_from(SOURCES), st.sampled_from(LABELS), NUMBERS | TIMES | OTHERS
)  # fmt: skip
@example(("mla", "en"), SOURCES[0], "page", "1")
@example(("apa", "en"), SOURCES[1], "timestamp", "00:43:12")
@example(("chicago", "de"), SOURCES[3], "page", "007")
def test_a_place_is_cited_as_if_no_other_had_been(style, source, label, value):
    kept = KEPT[style]
    by_itself = marks.html(kept._citation(source.id, Locator(label, value)), kept._style.quotation)
    assert kept.cite(source.id, Locator(label, value)) == by_itself


@pytest.mark.parametrize("style", sorted(STYLES))
def test_a_number_that_a_source_bears_in_its_title_stays_in_it(style):
    title = "Numbers 9080706050403020109 and 98:76:54:32:10"
    cited = Bibliography(style, [Source({"id": "odd", "type": "book", "title": title})])
    for value in ("12", "00:43:12"):
        assert "9080706050403020109" in cited.cite("odd", Locator("page", value))
        assert value in cited.cite("odd", Locator("page", value))
