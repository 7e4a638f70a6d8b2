"""Where the samples are, and the real texts and third-party suites if they are at hand."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "samples"
SAMPLE_NAMES = ("general-review", "train-essay", "archive-interview")
SHARED = ROOT.parent / "shared"

needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the real texts and third-party suites are not at hand")
