"""Whatever fails, and whenever: the file is the old or the new one, whole, and what was acknowledged is there."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys

import pytest

from annotate import file_lock, store
from annotate.errors import WorkFailed
from tests.surroundings import ROOT, SAMPLES
from tests.system_faults import System, fails, fails_after_half

OLD, NEW = b"what stood there\n", b"what is new\n" * 1000

CRASHES = """
import os, sys
from pathlib import Path
from annotate import file_lock, store
from tests.system_faults import System, dies_after, dies_before, dies_in_the_middle

path, old, new = Path(sys.argv[1]), sys.argv[2].encode(), sys.argv[3].encode() * 1000

def write(system):
    store.os = file_lock.os = system
    with store.locked(path, 5):
        store.replace_file(path, new)

path.write_bytes(old)
whole = System()
write(whole)
for fault in (dies_before, dies_in_the_middle, dies_after):
    for number, name in enumerate(whole.calls):
        path.write_bytes(old)
        child = os.fork()
        if child == 0:
            write(System(number, fault))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        print(fault.__name__, number, name, os.waitstatus_to_exitcode(status),
              {old: "old", new: "new"}.get(path.read_bytes(), "torn"))
    print("left", sum(entry.name.endswith(".tmp") for entry in os.scandir(path.parent)))
    write(System())
    print("left afterwards", sum(entry.name.endswith(".tmp") for entry in os.scandir(path.parent)))
"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "review.annotations.json"
    path.write_bytes(OLD)
    return path


def beside(path):
    return sorted(other.name for other in path.parent.iterdir() if other != path)


def calls_of_a_save(path):
    system = System()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(store, "os", system)
        store.replace_file(path, NEW)
    return system


def test_the_new_bytes_are_on_disk_before_they_get_the_name_and_the_name_before_anybody_is_told(file):
    system = calls_of_a_save(file)
    order = [name for name in system.calls if name in {"write", "fsync", "replace"}]
    assert order == ["write", "fsync", "replace", "fsync"]
    flushed = [arguments[0] for name, arguments in zip(system.calls, system.arguments, strict=True) if name == "fsync"]
    written = next(
        arguments[0] for name, arguments in zip(system.calls, system.arguments, strict=True) if name == "write"
    )
    assert flushed[0] == written
    opened = [arguments[0] for name, arguments in zip(system.calls, system.arguments, strict=True) if name == "open"]
    assert opened[-1] == file.parent


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EROFS], ids=errno.errorcode.get)
@pytest.mark.parametrize("fault", [fails, fails_after_half], ids=["at once", "after half"])
def test_every_call_that_can_fail_leaves_the_old_file_or_the_new_one_and_says_which(file, monkeypatch, fault, number):
    for call in range(len(calls_of_a_save(file).calls)):
        file.write_bytes(OLD)
        system = System(call, fault(number))
        monkeypatch.setattr(store, "os", system)
        try:
            store.replace_file(file, NEW)
            said = None
        except WorkFailed as failed:
            (finding,) = failed.findings
            said = finding.code
        monkeypatch.undo()
        renamed = "replace" in system.calls[:call]
        assert said == ("F303" if renamed else "F301"), system.calls[call]
        assert file.read_bytes() == (NEW if renamed else OLD), system.calls[call]
        assert beside(file) == []


def test_a_write_that_takes_only_part_of_the_bytes_is_gone_on_with(file, monkeypatch):
    def part(real, descriptor, data):
        return real(descriptor, data[:7])

    first_write = calls_of_a_save(file).calls.index("write")
    monkeypatch.setattr(store, "os", System(first_write, part))
    store.replace_file(file, NEW)
    assert file.read_bytes() == NEW


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system knows no fork")
def test_a_process_that_dies_at_any_call_leaves_a_whole_file_and_what_it_left_is_swept_away(file):
    told = subprocess.run(
        [sys.executable, "-c", CRASHES, str(file), OLD.decode(), NEW[:12].decode()],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    crashes = [line.split() for line in told if not line.startswith("left")]
    assert {outcome for *_, outcome in crashes} == {"old", "new"}
    assert {code for *_, code, _ in crashes} == {"9"}
    for fault, _, name, _, outcome in crashes:
        if name == "replace":
            assert outcome == ("new" if fault == "dies_after" else "old")
    left = [line for line in told if line.startswith("left")]
    assert any(line.startswith("left ") and line != "left 0" for line in left)
    assert [line for line in left if "afterwards" in line] == ["left afterwards 0"] * 3


def the_commands_file(tmp_path, annotate):
    text = tmp_path / "review.xml"
    text.write_bytes((SAMPLES / "general-review.xml").read_bytes())
    annotate("claim", "add", text, "the", "--occurrence", "1", code=0)
    return text, tmp_path / "review.annotations.json"


def test_a_command_acknowledges_a_claim_only_where_it_is_in_the_file(tmp_path, annotate, monkeypatch):
    text, file = the_commands_file(tmp_path, annotate)
    before = file.read_bytes()
    whole = System()
    monkeypatch.setattr(store, "os", whole)
    monkeypatch.setattr(file_lock, "os", whole)
    annotate("claim", "add", text, "the", "--occurrence", "2", code=0)
    refused = 0
    for call in range(len(whole.calls)):
        file.write_bytes(before)
        system = System(call, fails(errno.EIO))
        monkeypatch.setattr(store, "os", system)
        monkeypatch.setattr(file_lock, "os", system)
        code, out, err = annotate("claim", "add", text, "the", "--occurrence", "2")
        claims = {claim["id"] for claim in json.loads(file.read_bytes())["claims"]}
        if code == 0:
            assert out.strip() in claims
        else:
            refused += 1
            assert (code, out) == (3, ""), err
            assert ("F301" in err and file.read_bytes() == before) or ("F303" in err and len(claims) == 2), err
    assert refused >= 8


def test_a_folder_that_may_not_be_written_is_named_and_nothing_changes(tmp_path, annotate, monkeypatch):
    text, file = the_commands_file(tmp_path, annotate)
    before = file.read_bytes()
    lock = file.with_name(f".{file.name}.lock")
    lock.unlink()
    # Root may write everywhere, so that the folder is made read-only by what the system answers.
    monkeypatch.setattr(file_lock, "os", System(0, fails(errno.EACCES)))
    _, _, err = annotate("claim", "add", text, "the", "--occurrence", "2", code=3)
    assert "F301" in err
    assert "permission denied" in err
    assert file.read_bytes() == before


def test_a_file_system_without_locks_is_named_and_nothing_changes(tmp_path, annotate, monkeypatch):
    text, file = the_commands_file(tmp_path, annotate)
    before = file.read_bytes()

    def no_locks(_descriptor):
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(file_lock, "_lock_now", no_locks)
    _, _, err = annotate("claim", "add", text, "the", "--occurrence", "2", code=3)
    assert "F140" in err
    assert file.read_bytes() == before


def test_a_lock_file_of_another_person_that_may_only_be_read_locks_all_the_same(file, monkeypatch):
    lock = file.with_name(f".{file.name}.lock")
    lock.write_text("left by somebody")
    monkeypatch.setattr(file_lock, "os", System(0, fails(errno.EACCES)))
    with store.locked(file, 1):
        monkeypatch.undo()
        with pytest.raises(WorkFailed) as failed, store.locked(file, 0.05):
            pass
    assert failed.value.findings[0].code == "F302"
    assert lock.read_text() == "left by somebody"


def test_a_lock_file_that_was_deleted_while_another_waited_for_it_locks_nobody_out_and_lets_nobody_in(file):
    lock = file.with_name(f".{file.name}.lock")
    inside = []
    with store.locked(file):
        waiting = file_lock._opened(lock)
        lock.unlink()
    try:
        assert not file_lock._is_still(lock, waiting)
        with store.locked(file, 1):
            inside.append("entered")
    finally:
        os.close(waiting)
    assert inside == ["entered"]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give files away")
def test_a_file_keeps_its_owner_and_group(file):
    os.chown(file, 12345, 23456)
    file.chmod(0o640)
    store.replace_file(file, NEW)
    found = file.stat()
    assert (found.st_uid, found.st_gid, found.st_mode & 0o777) == (12345, 23456, 0o640)


def test_a_person_who_may_not_give_files_away_keeps_the_group_at_least(file, monkeypatch):
    given = []

    def chown(_descriptor, owner, group):
        given.append((owner, group))
        if owner != -1:
            raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    found = file.stat()
    monkeypatch.setattr(os, "fchown", chown)
    monkeypatch.setattr(store, "_standing", lambda _: os.stat_result((0o100640, 0, 0, 1, 777, 888, *found[6:10])))
    store.replace_file(file, NEW)
    assert given == [(777, 888), (-1, 888)]
    assert file.read_bytes() == NEW


def test_a_symbolic_link_to_a_file_that_is_yet_to_be_made_makes_it_there(tmp_path):
    (tmp_path / "link.json").symlink_to(tmp_path / "real.json")
    store.replace_file(tmp_path / "link.json", NEW)
    assert (tmp_path / "real.json").read_bytes() == NEW
    assert (tmp_path / "link.json").is_symlink()


def test_symbolic_links_in_a_circle_are_refused(tmp_path):
    (tmp_path / "one").symlink_to(tmp_path / "two")
    (tmp_path / "two").symlink_to(tmp_path / "one")
    with pytest.raises(WorkFailed) as failed, store.locked(tmp_path / "one", 1):
        store.replace_file(tmp_path / "one", NEW)
    assert failed.value.findings[0].code == "F301"
