"""The house rules that no linter knows: sizes, docstrings, resource folders, no import cycles."""

from __future__ import annotations

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
import pytest

CHECKOUT = Path(__file__).resolve().parent.parent
LONGEST_FILE = 350
LONGEST_FUNCTION = 60

SOURCES = sorted(path for folder in ("src", "bench", "tools") for path in (CHECKOUT / folder).rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(CHECKOUT).as_posix()


def trees() -> dict[str, ast.Module]:
    """Every source file, parsed, by its name from the top."""
    return {name_of(path): ast.parse(path.read_text(encoding="utf-8")) for path in SOURCES}


def test_every_file_says_in_one_line_what_it_is_responsible_for():
    first_lines = {name: (ast.get_docstring(tree) or "").partition("\n")[0] for name, tree in trees().items()}
    assert {name: line for name, line in first_lines.items() if not line.endswith(".")} == {}


def test_no_file_is_too_long():
    lengths = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}
    too_long = {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE}
    assert too_long == {}, f"longer than {LONGEST_FILE} lines: divide them by responsibility"


def test_no_function_is_too_long():
    too_long = {
        f"{name}:{node.lineno} {node.name}": length
        for name, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        and (length := (node.end_lineno or node.lineno) - node.lineno + 1) > LONGEST_FUNCTION
    }
    assert too_long == {}, f"longer than {LONGEST_FUNCTION} lines: give their steps names"


@pytest.mark.parametrize("folder", ["schemas", "templates"])
def test_schemas_and_templates_are_plain_files_and_stand_once(folder):
    paths = list((CHECKOUT / folder).rglob("*"))
    assert paths, f"{folder}/ is empty"
    assert [name_of(path) for path in paths if path.is_symlink()] == []
    assert [name_of(path) for path in paths if path.suffix == ".py"] == []
    names = {path.name for path in paths if path.is_file()}
    copies = [name_of(path) for path in (CHECKOUT / "src").rglob("*") if path.is_file() and path.name in names]
    assert copies == []


def test_no_module_imports_itself_through_others():
    graph = grimp.build_graph("annotate", exclude_type_checking_imports=True, cache_dir=None)
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        pytest.fail(f"modules import each other in a circle: {' -> '.join(error.args[1])}")
