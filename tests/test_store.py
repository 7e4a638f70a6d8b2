"""A person's file is replaced whole or not at all, and two processes never undo each other's work."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time

import pytest

from annotate.diagnostics import Finding
from annotate.errors import WorkFailed
from annotate.store import locked, replace_file

OLD, NEW = b"what stood there\n", b"what is new\n"

WRITE_FOR_EVER = """
import sys
from pathlib import Path
from annotate.store import locked, replace_file
path, number = Path(sys.argv[1]), 0
while True:
    number += 1
    with locked(path):
        replace_file(path, (f"{number % 10}" * 300_000 + "\\n").encode())
    print(number, flush=True)
"""

ADD_LINES = """
import sys
from pathlib import Path
from annotate.store import locked, replace_file
path = Path(sys.argv[1])
for number in range(25):
    with locked(path, 60):
        replace_file(path, path.read_bytes() + f"{sys.argv[2]} {number}\\n".encode())
"""

HOLD = """
import sys, time
from pathlib import Path
from annotate.store import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "review.annotations.json"
    path.write_bytes(OLD)
    return path


def started(program, *arguments):
    return subprocess.Popen([sys.executable, "-c", program, *map(str, arguments)], stdout=subprocess.PIPE)


def finding_of(failed) -> Finding:
    (finding,) = failed.value.findings
    assert isinstance(finding, Finding)
    return finding


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_replaced_and_nothing_is_left_beside_it(file):
    replace_file(file, NEW)
    assert file.read_bytes() == NEW
    assert names(file.parent) == [file.name]


def test_a_new_file_gets_what_the_umask_leaves(tmp_path):
    previous = os.umask(0o027)
    try:
        replace_file(tmp_path / "new.json", NEW)
    finally:
        os.umask(previous)
    assert stat.S_IMODE((tmp_path / "new.json").stat().st_mode) == 0o640


@pytest.mark.parametrize("mode", [0o600, 0o664])
def test_a_file_keeps_its_mode(file, mode):
    file.chmod(mode)
    replace_file(file, NEW)
    assert stat.S_IMODE(file.stat().st_mode) == mode


def test_a_companion_may_be_changed_by_whoever_may_change_the_file(file, tmp_path):
    companion = tmp_path / ".review.annotations.journal"
    replace_file(companion, OLD, companion_of=tmp_path / "yet to be made")
    file.chmod(0o660)
    companion.chmod(0o400)
    replace_file(companion, NEW, companion_of=file)
    assert companion.read_bytes() == NEW
    assert stat.S_IMODE(companion.stat().st_mode) == 0o660


def test_a_symbolic_link_stays_one_and_the_file_it_names_is_replaced(file, tmp_path):
    link = tmp_path / "folder" / "link.json"
    link.parent.mkdir()
    link.symlink_to(file)
    with locked(link):
        replace_file(link, NEW)
    assert link.is_symlink()
    assert file.read_bytes() == NEW
    assert names(link.parent) == ["link.json"]


def test_an_interruption_leaves_the_old_file_and_nothing_beside_it(file, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        replace_file(file, NEW)
    assert file.read_bytes() == OLD
    assert names(file.parent) == [file.name]


def test_a_folder_that_cannot_be_flushed_is_reported_as_unknown_and_not_as_unsaved(file, monkeypatch):
    real = os.fsync

    def failing_for_folders(descriptor):
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(5, "Input/output error")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", failing_for_folders)
    with pytest.raises(WorkFailed) as failed:
        replace_file(file, NEW)
    finding = finding_of(failed)
    assert finding.code == "F303"
    assert "the new file stands in its place" in finding.sentence
    assert file.read_bytes() == NEW


@pytest.mark.parametrize("what", ["folder", "pipe", "no folder"])
def test_what_is_no_plain_file_is_never_replaced(tmp_path, what):
    path = tmp_path / "target"
    if what == "folder":
        path.mkdir()
    elif what == "pipe":
        os.mkfifo(path)
    else:
        path = tmp_path / "nowhere" / "target"
    with pytest.raises(WorkFailed) as failed:
        replace_file(path, NEW)
    assert finding_of(failed).code == "F301"
    assert names(tmp_path) == ([] if what == "no folder" else ["target"])


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_write_protected_file_is_left_alone(file):
    file.chmod(0o444)
    with pytest.raises(WorkFailed):
        replace_file(file, NEW)
    assert file.read_bytes() == OLD


def test_a_killed_writer_leaves_a_whole_file(tmp_path):
    path = tmp_path / "review.annotations.json"
    for pause in (0.0, 0.002, 0.005, 0.011, 0.017):
        writer = started(WRITE_FOR_EVER, path)
        assert writer.stdout.readline()
        time.sleep(pause)
        writer.send_signal(signal.SIGKILL)
        acknowledged = [int(line) for line in writer.communicate()[0].split()]
        data = path.read_bytes()
        assert len(data) == 300_001
        assert len(set(data[:-1])) == 1
        if acknowledged:
            # What was acknowledged is there, or the write after it that was not acknowledged any more.
            assert data[:1] in {b"%d" % (acknowledged[-1] % 10), b"%d" % ((acknowledged[-1] + 1) % 10)}
    with locked(path):
        pass
    assert [name for name in names(tmp_path) if name.endswith(".tmp")] == []


def test_what_a_killed_writer_left_is_swept_away_but_nothing_else(file):
    stale = file.with_name(f".{file.name}.0123456789ab.tmp")
    others = [file.with_name(f".other.json.{'0' * 12}.tmp"), file.with_name(f"{file.name}.tmp"), file.with_name(".tmp")]
    of_a_journal = file.with_name(f"..journal.{'0' * 12}.tmp")
    for path in (stale, of_a_journal, *others):
        path.write_bytes(b"half")
    os.utime(of_a_journal, (1, 1))
    with locked(file):
        assert not stale.exists()
        assert not of_a_journal.exists()
    assert all(path.exists() for path in others)


def test_processes_that_write_at_once_lose_nothing(file):
    writers = [started(ADD_LINES, file, name) for name in ("a", "b", "c", "d")]
    assert [writer.wait() for writer in writers] == [0, 0, 0, 0]
    for writer in writers:
        writer.stdout.close()
    lines = file.read_text().splitlines()
    assert sorted(lines[1:]) == sorted(f"{name} {number}" for name in "abcd" for number in range(25))


def test_a_file_that_another_process_keeps_is_given_up_after_the_time_and_is_free_when_it_is_killed(file):
    holder = started(HOLD, file)
    try:
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(WorkFailed) as failed, locked(file, 0.2):
            pass
        assert finding_of(failed).code == "F302"
    finally:
        holder.kill()
        holder.communicate()
    with locked(file, 5):
        replace_file(file, NEW)
    assert file.read_bytes() == NEW


def test_a_folder_that_is_not_there_is_not_made(tmp_path):
    with pytest.raises(WorkFailed) as failed, locked(tmp_path / "folder" / "review.json"):
        pass
    assert finding_of(failed).code == "F301"
    assert names(tmp_path) == []


def test_an_error_inside_frees_the_lock(file):
    with pytest.raises(RuntimeError), locked(file):
        raise RuntimeError
    with locked(file, 1):
        pass
