"""Asking for help is quick: it loads none of the libraries that single commands need."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

HEAVY = {
    "citeproc",
    "fontTools",
    "jinja2",
    "jsonschema",
    "jsonschema_rs",
    "lxml",
    "markdown_it",
    "nh3",
    "pikepdf",
    "rapidfuzz",
    "rich",
    "trafilatura",
    "weasyprint",
}


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_load_no_heavy_library(option):
    program = f"""
import json, sys
from annotate.cli.main import run
assert run([{option!r}]) == 0
print(json.dumps(sorted(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = set(json.loads(done.stdout.splitlines()[-1]))
    assert loaded & HEAVY == set()
