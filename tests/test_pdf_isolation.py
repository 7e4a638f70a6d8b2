"""Hostile HTML in the process that lays out: it opens no file but its own programs' and fonts, and no socket."""

import json
import socket
import subprocess
import sys
import sysconfig
import tempfile
import threading
from pathlib import Path

import pytest

import annotate
from annotate.render.fonts import faces as fonts
from annotate.render.pdf import make as pdf
from annotate.render.pdf.protocol import Reply, Request
from tests.hostile_project import VECTORS

# Runs the process with an audit hook (PEP 578) that reports what is opened, connected to or started.
AUDITED = """
import json, os, sys
import tempfile, weasyprint  # before the hook: both ask the system where things are
tempfile.gettempdir()
report = os.fdopen(os.dup(2), "w")
def hook(event, arguments):
    watched = "socket.", "subprocess.", "urllib.", "ftplib.", "http.", "os.system", "os.exec"
    if event == "open" or event.startswith(watched):
        report.write(json.dumps([event, [str(argument) for argument in arguments]]) + chr(10))
        report.flush()
sys.addaudithook(hook)
from annotate.render.pdf import worker as pdf_worker
pdf_worker.main()
"""
# What WeasyPrint acts on at all; the others it takes for nothing.
ACTED_ON = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 19, 21}


@pytest.fixture
def listener():
    """A server on this machine that counts who comes."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        visits = []
        server.settimeout(0.2)
        stop = threading.Event()

        def serve():
            while not stop.is_set():
                try:
                    visitor, address = server.accept()
                except TimeoutError:
                    continue
                visits.append(address)
                visitor.close()

        thread = threading.Thread(target=serve)
        thread.start()
        yield server.getsockname()[1], visits
        stop.set()
        thread.join()


def audited(html, css=""):
    """Lay out HTML and return the reply and every audited event."""
    request = Request(html, (css,), {}, "0" * 32, 60, 2 * 1024**3)
    done = subprocess.run(
        [sys.executable, "-P", "-X", "utf8", "-c", AUDITED],
        input=request.to_bytes(),
        capture_output=True,
        env=pdf._environment(),
        check=True,
    )
    events = [json.loads(line) for line in done.stderr.decode().splitlines() if line.startswith("[")]
    return Reply.from_bytes(done.stdout.partition(b"\n")[0]), events


def own(path):
    """Whether a path belongs to Python, the installed packages or our fonts, or is WeasyPrint's folder for fonts."""
    if Path(path).parent == Path(tempfile.gettempdir()) and Path(path).name.startswith("weasyprint-"):
        return True
    roots = {sys.prefix, sys.base_prefix, *sysconfig.get_paths().values(), str(Path(annotate.__file__).parent)}
    roots |= {str(fonts.fonts().configuration.parent)}
    resolved = Path(path).resolve()
    return any(resolved.is_relative_to(Path(root).resolve()) for root in roots)


@pytest.mark.parametrize("target", ["file", "http"])
def test_no_vector_reaches_a_file_or_a_server(target, tmp_path, listener):
    port, visits = listener
    secret = tmp_path / "secret"
    secret.mkdir()
    for number in range(30):
        (secret / str(number)).write_text("SECRET", encoding="utf-8")
    address = f"file://{secret}/" if target == "file" else f"http://127.0.0.1:{port}/"
    body = "".join(vector.format(address) for vector in VECTORS)
    html = f'<!DOCTYPE html><html lang="en"><head><title>x</title></head><body><p>x</p>{body}</body></html>'
    reply, events = audited(html, f"@import url({address}26); body {{ background: url({address}27) }}")
    assert reply.status == "done"
    assert set(reply.refused) == {f"{address}{number}" for number in (*ACTED_ON, 26, 27)}
    opened = [arguments[0] for event, arguments in events if event == "open" and not arguments[0].isdigit()]
    assert opened, "the hook saw nothing"
    assert [path for path in opened if not own(path)] == []
    assert [event for event, _ in events if event != "open"] == []
    assert visits == []


def test_a_data_address_that_holds_an_address_reaches_nothing(listener):
    port, visits = listener
    picture = (
        f"%3Csvg xmlns=%22http://www.w3.org/2000/svg%22%3E%3Cimage href=%22http://127.0.0.1:{port}/%22/%3E%3C/svg%3E"
    )
    body = (
        f'<img alt="x" src="data:image/svg+xml,{picture}"><base href="http://127.0.0.1:{port}/"><img alt="x" src="y">'
    )
    html = f'<!DOCTYPE html><html lang="en"><head><title>x</title></head><body>{body}</body></html>'
    reply, events = audited(html)
    assert len(reply.refused) == 2
    assert [event for event, _ in events if event != "open"] == []
    assert visits == []
