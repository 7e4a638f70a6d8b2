"""The worked example of annotating does what its page says, line by line, and prints what it shows."""

from __future__ import annotations

import json
import shutil

import pytest

from tests.surroundings import ROOT, SAMPLES
from tests.worked_examples import run_page


@pytest.mark.skipif(shutil.which("sh") is None, reason="the example is for a shell")
def test_the_worked_example_prints_what_it_says(tmp_path):
    shutil.copy(SAMPLES / "general-review.txt", tmp_path)
    run_page(ROOT / "docs" / "annotating.md", tmp_path)
    (claim,) = (
        one for one in json.loads((tmp_path / "review.annotations.json").read_bytes())["claims"] if "statement" in one
    )
    assert (claim["status"], claim["certainty"], len(claim["evidence"])) == ("supported", "possible", 1)
    assert (tmp_path / "review.ben.annotations.json").exists()
    assert (tmp_path / "library.json").exists()
