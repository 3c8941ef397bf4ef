"""The house keeps its shape: no import cycle, small files, small functions, one way of flow."""

from __future__ import annotations

import ast
import statistics
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src" / "curriculum_lint"
FILES = sorted(SOURCE.rglob("*.py"))
TREES = {path: ast.parse(path.read_text()) for path in FILES}

#: Which folders each folder may import from: the way that data flows.
FLOW = {
    "text": set(),
    "changes": {"text"},
    "settings": {"text", "check"},
    "discover": {"text", "settings"},
    "parse": {"text"},
    "model": {"text", "settings", "discover", "parse", "links"},
    "links": {"text", "settings", "discover", "parse", "model"},
    "check": {"text", "settings", "parse", "model", "changes"},
    "refactor": {"text", "settings", "discover", "parse", "model", "links", "changes"},
    "index": {"text", "settings", "parse", "model", "links"},
    "page": {"text", "index"},
    "generation": {
        *("text", "settings", "parse", "model", "changes"),
        *("index", "graph", "page"),
    },
    "rules": {
        *("text", "settings", "discover", "parse", "model", "links"),
        *("check", "changes", "refactor", "index", "generation"),
    },
    "online": {"text", "model", "links"},
    "plugins": {"text", "settings", "check"},
    "report": {"text", "settings", "discover", "check", "changes"},
    "baseline": {"text", "settings", "discover", "model", "check", "changes"},
    "changed": {
        *("text", "settings", "discover", "model"),
        *("check", "changes", "report", "baseline", "cache"),
    },
    "comparison": {"text", "settings", "discover", "model", "report"},
    "graph": {"text", "settings", "report", "index"},
    "stats": {"text", "parse", "model", "report", "index"},
    "init": {"text", "settings", "discover", "parse", "model", "changes"},
    "cache": {"text", "settings", "discover", "parse", "model", "check", "report"},
}


def _name(path: Path) -> str:
    parts = path.relative_to(SOURCE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imports(path: Path, tree: ast.AST) -> Iterator[str]:
    """The files of the package that are imported where the file is loaded."""
    package = _name(path).split(".") if path.name == "__init__.py" else _name(path).split(".")[:-1]
    guarded = {
        child
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        for child in ast.walk(node)
    }
    inside = {
        child
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        for child in ast.walk(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level and node not in guarded | inside:
            base = package[: len(package) - node.level + 1]
            yield ".".join([*base, *(node.module.split(".") if node.module else [])])


GRAPH = {_name(path): set(_imports(path, tree)) for path, tree in TREES.items()}


def test_there_is_no_import_cycle() -> None:
    TopologicalSorter(GRAPH).prepare()


def test_folders_import_only_what_the_flow_allows() -> None:
    for name, imported in GRAPH.items():
        folder = name.split(".")[1] if name.count(".") > 1 else None
        if folder not in FLOW:
            continue
        for other in imported:
            parts = other.split(".")
            if len(parts) > 1 and parts[1] != folder:
                assert parts[1] in FLOW[folder], f"{name} imports {other}"


def test_only_the_parser_knows_the_markdown_library() -> None:
    for path, tree in TREES.items():
        names = {
            (node.module or "") if isinstance(node, ast.ImportFrom) else node.names[0].name
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom | ast.Import)
        }
        if any(name.startswith("markdown_it") for name in names):
            assert path.parent.name == "parse", path


def test_files_and_functions_are_small() -> None:
    lines = [len(path.read_text().splitlines()) for path in FILES]
    functions = [
        (node.end_lineno or 0) - node.lineno + 1
        for tree in TREES.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
    ]
    assert statistics.median(lines) < 90
    assert statistics.median(functions) < 12
    assert max(lines) < 350


def test_no_file_has_a_name_that_says_nothing() -> None:
    assert not {path.stem for path in FILES} & {"utils", "helpers", "common", "misc"}


def test_only_the_command_line_prints() -> None:
    for path, tree in TREES.items():
        calls = {
            node.func.id
            for node in ast.walk(tree)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        assert "print" not in calls, path
