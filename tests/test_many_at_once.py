"""Several people on one file at once, and commands that are killed: nothing that was told is lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from annotate.api.load import load_annotations
from tests.surroundings import ROOT, SAMPLES

ADD = """
import os, sys
from pathlib import Path
from annotate.cli.main import run
del os.environ["ANNOTATE_SEED"]
for number in range(int(sys.argv[2])):
    if run(["claim", "add", sys.argv[1], "the", "--occurrence", str(number % 20 + 1), "--note", f"{number}"]):
        sys.exit(f"claim {number} was refused")
"""

# One warm process that forks a writer for each kill: what is tried is the moment, not the start of Python.
KILLS = """
import os, random, signal, sys, time
from pathlib import Path
from annotate.api.load import load_annotations
from annotate.cli.main import run

text, file, kills = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
chance = random.Random(20261121)
del os.environ["ANNOTATE_SEED"]

def add():
    if run(["claim", "add", str(text), "the", "--occurrence", str(chance.randint(1, 20))]):
        os._exit(1)

def writer():
    read, write = os.pipe()
    chance.random()
    child = os.fork()
    if child == 0:
        os.dup2(write, 1)
        while True:
            add()
    os.close(write)
    return child, read

acknowledged, total = set(), 0
add()
started = time.perf_counter()
child, read = writer()
os.read(read, 1)
first = time.perf_counter() - started
os.kill(child, signal.SIGKILL)
os.waitpid(child, 0)
for number in range(kills):
    child, read = writer()
    time.sleep(chance.uniform(0, 3 * first))
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if os.waitstatus_to_exitcode(status) != -signal.SIGKILL:
        sys.exit(f"kill {number}: a claim was refused")
    with os.fdopen(read) as told:
        told_now = {line.strip() for line in told if line.endswith("\\n")}
    acknowledged |= told_now
    total += len(told_now)
    there = {claim.id for claim in load_annotations(file).annotations.claims}
    if not acknowledged <= there:
        sys.exit(f"kill {number}: lost {acknowledged - there}")
    if len(there) > 60:
        # A file that keeps growing would make the moments ever rarer that matter.
        file.unlink()
        acknowledged.clear()
        add()
print(kills, "kills,", "some" if total > kills // 4 else "hardly any", "claims told")
"""


@pytest.fixture
def text(tmp_path):
    path = tmp_path / "review.xml"
    path.write_bytes((SAMPLES / "general-review.xml").read_bytes())
    return path


def python(program, *arguments):
    command = [sys.executable, "-c", program, *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_eight_processes_adding_fifty_claims_each_add_four_hundred(text):
    writers = [python(ADD, text, 50) for _ in range(8)]
    told = [writer.communicate() for writer in writers]
    assert [writer.returncode for writer in writers] == [0] * 8, told
    ids = [line for out, _ in told for line in out.split()]
    loaded = load_annotations(text.with_name("review.annotations.json"))
    assert len(ids) == 400
    assert sorted(ids) == sorted(claim.id for claim in loaded.annotations.claims)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system knows no fork")
def test_three_hundred_kills_leave_a_whole_file_with_every_claim_that_was_told(text):
    file = text.with_name("review.annotations.json")
    killing = python(KILLS, text, file, 300)
    out, err = killing.communicate()
    assert killing.returncode == 0, err[-500:]
    assert out.splitlines()[-1] == "300 kills, some claims told"
    json.loads(file.read_bytes())
