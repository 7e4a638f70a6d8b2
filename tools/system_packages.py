"""Say which system packages a purpose lacks, and install them where that may be done without asking.

Run by `make` with whatever Python is there, before anything is installed: standard library only.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import importlib.util
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass


@dataclass(frozen=True)
class Package:
    """A piece of the system that pip cannot bring.

    Attributes:
        what: what it is for, in a person's words.
        debian: the package's name on Debian and Ubuntu.
        brew: its name in Homebrew on macOS, "" where Python or macOS brings it.
        present: whether the system has it already.
    """

    what: str
    debian: str
    brew: str
    present: bool


def has_library(soname: str, plain_name: str) -> bool:
    """Whether a shared library can be loaded, by the names WeasyPrint tries (`weasyprint/text/ffi.py`)."""
    for name in (soname, ctypes.util.find_library(plain_name)):
        if name:
            try:
                ctypes.CDLL(name)
            except OSError:
                continue
            return True
    return False


def has_program(*names: str) -> bool:
    """Whether one of these programs is on the search path."""
    return any(shutil.which(name) for name in names)


def needed() -> list[Package]:
    """Return what annotate cannot run without."""
    minor = f"{sys.version_info[0]}.{sys.version_info[1]}"
    # Debian leaves ensurepip, without which `python -m venv` fails, to a package of its own.
    has_venv = importlib.util.find_spec("ensurepip") is not None and importlib.util.find_spec("venv") is not None
    return [
        Package("virtual environments", f"python{minor}-venv", "", has_venv),
        Package("setting text (Pango)", "libpango-1.0-0", "pango", has_library("libpango-1.0.so.0", "pango-1.0")),
        Package(
            "setting text (Pango)",
            "libpangoft2-1.0-0",
            "pango",
            has_library("libpangoft2-1.0.so.0", "pangoft2-1.0"),
        ),
        Package(
            "embedding fonts (HarfBuzz)",
            "libharfbuzz-subset0",
            "harfbuzz",
            has_library("libharfbuzz-subset.so.0", "harfbuzz-subset"),
        ),
    ]


def wanted_for_tests() -> list[Package]:
    """Return what some tests use; without it they are skipped and say so."""
    return [
        Package("looking at pages", "chromium", "--cask chromium", has_program("chromium", "chromium-browser")),
        # Playwright's own Node.js, which drives the browser, is linked with it.
        Package(
            "looking at pages", "libatomic1", "", sys.platform != "linux" or has_library("libatomic.so.1", "atomic")
        ),
        Package("reading PDF files", "poppler-utils", "poppler", has_program("pdftotext")),
        Package("checking PDF files", "qpdf", "qpdf", has_program("qpdf")),
    ]


def install_line(packages: list[Package]) -> str:
    """Return the one line a person types to install these packages, or what to look for where we know no line."""
    if sys.platform == "darwin":
        names = sorted({package.brew for package in packages if package.brew})
        return " && ".join(f"brew install {name}" for name in names)
    names = [package.debian for package in packages]
    if shutil.which("apt-get"):
        return f"sudo apt-get install {' '.join(names)}"
    return f"install what your system calls these Debian packages: {' '.join(names)}"


def install(packages: list[Package]) -> bool:
    """Install packages by apt-get where we are root and there is one; return whether it worked."""
    if sys.platform != "linux" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    names = [package.debian for package in packages]
    print(f"Installing with apt-get: {' '.join(names)}", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install_command = ["apt-get", "install", "-y", "--no-install-recommends", *names]
    # The lists of a fresh image are empty; where they cannot be fetched, packages may still lie in the cache.
    for command in (["apt-get", "update"], install_command):
        done = subprocess.run(command, env=quiet, capture_output=True, text=True, check=False)
    if done.returncode:
        print(done.stdout + done.stderr, file=sys.stderr)
    return done.returncode == 0


def main(purpose: str) -> int:
    """Check, and where possible install, what `purpose` ("demo" or "test") needs; return an exit code."""
    missing = [package for package in needed() if not package.present]
    unavailable = [package for package in wanted_for_tests() if not package.present] if purpose == "test" else []
    if missing + unavailable and install(missing + unavailable):
        return 0
    if unavailable:
        what = ", ".join(sorted({package.what for package in unavailable}))
        print(f"Tests that need programs for {what} will be skipped; to have them, type:\n")
        print(f"    {install_line(unavailable)}\n", flush=True)
    if missing:
        what = ", ".join(sorted({package.what for package in missing}))
        print(f"Your system lacks what annotate needs for {what}. Type this once, then try again:\n", file=sys.stderr)
        print(f"    {install_line(missing)}\n", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
