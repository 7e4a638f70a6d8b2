"""Laws of copies: what they say is found in them, what they do not say is not, and no fault leaves a false record."""

from __future__ import annotations

import errno
import json
import os
import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from annotate import store
from annotate.api.annotation_file import annotation_file, opened
from annotate.api.source_attach import attach_copy
from annotate.api.source_check import check_copies
from annotate.api.source_records import add_source
from annotate.attach.quotes import evidence_resolution, quote_target
from annotate.errors import AnnotateError, InputRefused
from annotate.model.anchor import Outcome
from annotate.model.annotation import Evidence
from annotate.model.document import Block, Document, Metadata
from annotate.model.source_copy import CopyState
from annotate.model.text import reading_text
from tests.system_faults import System, fails, fails_after_half

WORDS = "the engine fell from bridge not was 500 on fire in river and Keaton saw it burn".split()
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)
COPIES = st.lists(SENTENCES, min_size=1, max_size=6)
TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Essay</title></titleStmt>
<publicationStmt><p>Press</p></publicationStmt><sourceDesc><p>None</p></sourceDesc></fileDesc></teiHeader>
<text><body><p>The bridge burned all night.</p></body></text></TEI>"""


def copy_that_says(paragraphs):
    blocks = tuple(Block(f"b{number}", "p", (words,)) for number, words in enumerate(paragraphs, 1))
    return reading_text(Document(Metadata("A copy"), body=blocks))


def times_said(quote, reading):
    """Count the places of a quotation, white space and case aside, overlapping ones too."""
    whole = " ".join(reading.text.split())
    return len(re.findall(f"(?={re.escape(quote)})", whole, re.IGNORECASE))


@given(st.data(), COPIES)
def test_words_of_a_copy_are_found_there_or_at_several_places(data, paragraphs):
    reading = copy_that_says(paragraphs)
    words = data.draw(st.sampled_from(paragraphs)).split()
    first = data.draw(st.integers(0, len(words) - 1))
    quote = " ".join(words[first : data.draw(st.integers(first + 1, len(words)))])
    try:
        target = quote_target(quote, reading, path="copy.txt")
    except InputRefused as refusal:
        codes = [finding.code for finding in refusal.findings]
        assert (codes, times_said(quote, reading) > 1) == (["A101"], True)
        return
    assert target is not None
    assert target.exact is not None
    assert target.exact.casefold() == quote.casefold()
    assert reading.text[target.start : target.end] == target.exact
    resolution = evidence_resolution(Evidence("e-1", "s", "supports", quote=quote, target=target), reading)
    assert resolution is not None
    assert resolution.outcome is Outcome.EXACT
    assert (resolution.spans[0].start, resolution.spans[0].end) == (target.start, target.end)


@given(COPIES, SENTENCES)
def test_a_place_is_never_given_to_what_the_copy_does_not_say(paragraphs, quote):
    reading = copy_that_says(paragraphs)
    assume(times_said(quote, reading) == 0)
    assert quote_target(quote, reading, path="copy.txt") is None


@given(COPIES, COPIES, st.data())
def test_a_position_counts_only_in_the_copy_it_was_found_in(before, after, data):
    old, new = copy_that_says(before), copy_that_says(after)
    quote = data.draw(st.sampled_from(before))
    try:
        target = quote_target(quote, old, path="copy.txt")
    except InputRefused:
        return
    resolution = evidence_resolution(Evidence("e-1", "s", "supports", quote=quote, target=target), new)
    assert resolution is not None
    if old.sha256 != new.sha256:
        assert not resolution.outcome.trusted


@pytest.mark.parametrize("fault", [fails(errno.EIO), fails_after_half(errno.ENOSPC)], ids=["at once", "half done"])
@pytest.mark.parametrize("replacing", [False, True], ids=["first", "replacing"])
def test_whichever_write_fails_no_record_says_what_is_not_so(tmp_path, monkeypatch, fault, replacing):
    undisturbed = System()
    attached_with(undisturbed, tmp_path / "undisturbed", monkeypatch, replacing=replacing)
    for at, call in enumerate(undisturbed.calls):
        if call not in {"open", "write", "fsync", "replace"}:
            continue
        text, before, failed = attached_with(System(at, fault), tmp_path / str(at), monkeypatch, replacing=replacing)
        kept = _kept(text)
        assert failed or kept == "new.txt"
        if (text.parent / "essay.annotations.json").read_bytes() != before:
            assert kept == "new.txt"
        elif replacing:
            # A copy that was replaced without its record is told, never taken for the old one.
            assert kept in {"old.txt", "told"}
        else:
            assert kept is None


def attached_with(system, folder, monkeypatch, *, replacing):
    """Attach a copy with a system that fails; return the text, its annotations before, and whether that was refused."""
    folder.mkdir()
    text = folder / "essay.xml"
    text.write_text(TEI, encoding="utf-8")
    add_source(text, {"id": "s-1", "type": "book", "title": "A book"})
    (folder / "old.txt").write_text("The engine fell from the bridge.", encoding="utf-8")
    (folder / "new.txt").write_text("The engine never fell from the bridge.", encoding="utf-8")
    if replacing:
        attach_copy(text, "s-1", folder / "old.txt")
    before = (folder / "essay.annotations.json").read_bytes()
    with monkeypatch.context() as patched:
        patched.setattr(store, "os", system)
        try:
            attach_copy(text, "s-1", folder / "new.txt", replacing=replacing)
        except AnnotateError:
            return text, before, True
    return text, before, False


def _kept(text):
    """Return which file the record and the copy agree upon; "told" where checking says that they do not agree.

    None where there is no record.
    """
    found = check_copies(text)
    if not found.copies:
        return None
    if found.findings:
        assert {one.copy.state for one in found.copies} <= {CopyState.CHANGED, CopyState.REWORDED}
        return "told"
    (source,) = opened(annotation_file(text, None))[0].sources
    assert source.copy is not None
    data = (text.parent / source.copy.file).read_bytes()
    return next(name for name in ("old.txt", "new.txt") if (text.parent / name).read_bytes() == data)


def test_the_record_of_a_copy_is_written_after_the_copy(tmp_path, monkeypatch):
    text = tmp_path / "essay.xml"
    text.write_text(TEI, encoding="utf-8")
    add_source(text, {"id": "s-1", "type": "book", "title": "A book"})
    (tmp_path / "new.txt").write_text("The engine fell from the bridge.", encoding="utf-8")
    written = []
    real = os.replace

    def noted(source, target):
        written.append(target.name)
        real(source, target)

    monkeypatch.setattr("annotate.store.os.replace", noted)
    attach_copy(text, "s-1", tmp_path / "new.txt")
    assert written[:2] == ["s-1.txt", "s-1.xml"]
    assert written[-1] == "essay.annotations.json"
    assert json.loads((tmp_path / "essay.annotations.json").read_bytes())["sources"][0]["copy"]["sha256"]
