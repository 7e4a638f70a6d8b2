"""The worked example of choosing passages prints what its page says, and leaves what it says in the file."""

from __future__ import annotations

import json
import shutil

import pytest

from tests.surroundings import ROOT, SAMPLES
from tests.worked_examples import run_page


@pytest.mark.skipif(shutil.which("sh") is None, reason="the example is for a shell")
def test_the_ways_to_choose_passages_are_as_their_page_says(tmp_path):
    shutil.copy(SAMPLES / "general-review.txt", tmp_path)
    run_page(ROOT / "docs" / "selecting.md", tmp_path)
    held = json.loads((tmp_path / "review.annotations.json").read_bytes())
    assert {note["target"]["exact"] for note in held["notes"]} >= {"the film great", "The General", "film"}
    (walked,) = (claim for claim in held["claims"] if claim.get("statement") == "No model was used.")
    assert walked["target"]["exact"].startswith("A locomotive rolls out")
    assert (walked["kind"], walked["certainty"], walked["tags"]) == ("interpretive", "probable", ["bridge"])
    assert sum("parts" in claim["target"] for claim in held["claims"]) == 2
