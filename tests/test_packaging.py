"""What a person gets who installs annotate: the sdist, the wheel made of it, the wheel in an empty environment."""

from __future__ import annotations

import ast
import hashlib
import json
import subprocess
import sys
import tarfile
import tomllib
import venv
import zipfile
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

CHECKOUT = Path(__file__).resolve().parent.parent
SHIPPED_FOLDERS = ("schemas", "templates")
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def shipped_files() -> list[str]:
    """Every schema and template of the checkout, by its name from the top."""
    return sorted(
        path.relative_to(CHECKOUT).as_posix()
        for folder in SHIPPED_FOLDERS
        for path in (CHECKOUT / folder).rglob("*")
        if path.is_file() and not path.name.startswith(".")
    )


def run(command: list[str], cwd: Path | None = None, env: dict[str, str] | None = None) -> str:
    """Run a program that must succeed; return what it printed."""
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=cwd, env=env)
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel built from the unpacked sdist."""
    folder = tmp_path_factory.mktemp("dist")
    # Without --sdist or --wheel, `build` makes the wheel from the sdist, as a package index's users get it.
    run([sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(CHECKOUT)])
    return folder


def runtime_distributions() -> list[metadata.Distribution]:
    """What annotate declares that it needs, and what that needs in turn; nothing of the tests' tools."""
    found: dict[str, metadata.Distribution] = {}
    waiting = [(Requirement(line), "") for line in PROJECT["dependencies"]]
    seen: set[tuple[str, str]] = set()
    while waiting:
        requirement, extra = waiting.pop()
        if requirement.marker and not requirement.marker.evaluate({"extra": extra}):
            continue
        name = canonicalize_name(requirement.name)
        found[name] = distribution = metadata.distribution(name)
        for wanted in ("", *requirement.extras):
            if (name, wanted) not in seen:
                seen.add((name, wanted))
                waiting += [(Requirement(line), wanted) for line in distribution.requires or ()]
    return list(found.values())


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an environment that holds the wheel and what it declares to need, and nothing else."""
    folder = tmp_path_factory.mktemp("empty")
    venv.create(folder, with_pip=False, symlinks=True)
    (wheel,) = built.glob("*.whl")
    pip = [sys.executable, "-m", "pip", "--python", str(folder / "bin" / "python"), "--quiet"]
    run([*pip, "install", "--disable-pip-version-check", "--no-deps", "--no-index", str(wheel)])
    (packages,) = (folder / "lib").glob("python*/site-packages")
    # Linked file by file: fast, and several distributions may share a folder.
    for distribution in runtime_distributions():
        for file in distribution.files or ():
            if file.parts[0] != ".." and "__pycache__" not in file.parts:
                link = packages / file
                link.parent.mkdir(parents=True, exist_ok=True)
                link.symlink_to(file.locate())
    return folder


def run_installed(installed: Path, program: str, *arguments: str) -> str:
    """Run Python code in the empty environment, away from the checkout and without its settings."""
    return run([str(installed / "bin" / "python"), "-I", "-c", program, *arguments], cwd=installed)


def twice(names: list[str]) -> list[str]:
    """Return the schemas and templates that stand among `names` more than once, in whichever folders."""
    return [wanted for wanted in shipped_files() if sum(f"/{name}".endswith(f"/{wanted}") for name in names) > 1]


def test_there_are_schemas_and_templates_to_ship():
    folders = {name.split("/")[0] for name in shipped_files()}
    assert folders == set(SHIPPED_FOLDERS)


def test_the_wheel_holds_every_schema_and_template_once(built):
    (wheel,) = built.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert sorted(name.removeprefix("annotate/_resources/") for name in names if "/_resources/" in name) == (
        shipped_files()
    )
    assert twice(names) == []


def test_the_sdist_holds_every_schema_and_template_once(built):
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = [name.partition("/")[2] for name in archive.getnames()]
    wanted = shipped_files()
    assert sorted(name for name in names if name.split("/")[0] in SHIPPED_FOLDERS) == wanted
    assert twice(names) == []


def test_the_wheel_says_that_it_is_typed_and_under_which_licence(built):
    (wheel,) = built.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert "annotate/py.typed" in names
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)


def test_an_installed_annotate_finds_its_own_schemas_and_templates(installed):
    program = """
import hashlib, json, sys
from annotate.resources import resource_bytes, resource_path
print(json.dumps({name: [str(resource_path(name)), hashlib.sha256(resource_bytes(name)).hexdigest()]
                  for name in json.loads(sys.argv[1])}))
"""
    found = json.loads(run_installed(installed, program, json.dumps(shipped_files())))
    for name, (path, digest) in found.items():
        assert Path(path).is_relative_to(installed), f"{name} was found outside the installation"
        assert digest == hashlib.sha256((CHECKOUT / name).read_bytes()).hexdigest()


def test_every_module_of_an_installed_annotate_can_be_imported(installed):
    program = """
import importlib, json, pkgutil, annotate
names = [module.name for module in pkgutil.walk_packages(annotate.__path__, "annotate.")]
for name in names:
    if not name.endswith(".__main__"):  # importing it runs the command line
        importlib.import_module(name)
print(json.dumps(names))
"""
    source = CHECKOUT / "src"
    files = [path.relative_to(source) for path in (source / "annotate").rglob("*.py")]
    modules = {".".join(file.with_suffix("").parts).removesuffix(".__init__") for file in files}
    assert set(json.loads(run_installed(installed, program))) == modules - {"annotate"}


def test_an_installed_annotate_prints_its_help(installed):
    command = str(installed / "bin" / "annotate")
    assert "Usage: annotate" in run([command, "--help"], cwd=installed, env={})
    assert run([command, "--version"], cwd=installed, env={}).split()[-1] == metadata.version("annotate")


def imported_packages() -> dict[str, list[str]]:
    """Every top-level name that the package imports, with the files that do."""
    imports: dict[str, list[str]] = {}
    for path in sorted((CHECKOUT / "src/annotate").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names: list[str] = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and not node.level:
                names = [node.module or ""]
            for name in names:
                imports.setdefault(name.split(".")[0], []).append(path.relative_to(CHECKOUT).as_posix())
    return imports


def test_every_import_is_of_the_standard_library_or_a_declared_dependency():
    declared = {canonicalize_name(Requirement(line).name) for line in PROJECT["dependencies"]}
    providers = metadata.packages_distributions()
    undeclared = {
        name: files
        for name, files in imported_packages().items()
        if name not in sys.stdlib_module_names
        and name != "annotate"
        and not declared & {canonicalize_name(provider) for provider in providers.get(name, ())}
    }
    assert undeclared == {}
