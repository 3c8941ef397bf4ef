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

#: The folders from the ground up: each imports only from those before it.
FLOORS = [
    *("text", "edits", "settings", "git", "parse", "workspace", "model", "readme_schema", "links"),
    *("criteria", "listings"),
    *(
        "check",
        "plugins",
        "report",
        "index",
        "cache",
        "views",
        "fix",
        "refactor",
        "graph",
        "diagram",
        "render",
        "suppress",
    ),
    *("page", "generate", "rules", "curriculum_diff", "stats", "init", "online", "server", "cli"),
]
#: The rooms of the largest folder, from the ground up; its own files stand above all of them.
REFACTOR = [
    *("labels", "headings", "units", "paths", "lists", "menus", "metadata", "neighbours"),
    *("words", "titles", "drafts", "proofs"),
]
ENTRY_POINTS = {"__init__", "__main__", "testing"}


def _name(path: Path) -> str:
    parts = path.relative_to(SOURCE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imports(path: Path, tree: ast.AST, *, everywhere: bool = False) -> Iterator[str]:
    """The files of the package that are imported where the file is loaded, or ``everywhere``."""
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
        if isinstance(node, ast.FunctionDef) and not everywhere
        for child in ast.walk(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level and node not in guarded | inside:
            base = package[: len(package) - node.level + 1]
            yield ".".join([*base, *(node.module.split(".") if node.module else [])])


GRAPH = {_name(path): set(_imports(path, tree)) for path, tree in TREES.items()}


def test_there_is_no_import_cycle() -> None:
    TopologicalSorter(GRAPH).prepare()


def test_folders_import_only_from_the_floors_below() -> None:
    for path, tree in TREES.items():
        folder, *rest = path.relative_to(SOURCE).parts
        if not rest:
            assert path.stem in ENTRY_POINTS, f"{path} stands beside the folders"
            continue
        below = FLOORS[: FLOORS.index(folder)]
        for other in _imports(path, tree, everywhere=True):
            parts = other.split(".")
            if len(parts) > 1 and parts[1] != folder:
                assert parts[1] in below, f"{path} imports {other}"


def test_rooms_of_restructurings_import_only_from_those_below() -> None:
    for path, tree in TREES.items():
        folder, *inner, _ = *path.relative_to(SOURCE).parent.parts, "", ""
        if folder != "refactor" or not inner[0]:
            continue
        below = {*REFACTOR[: REFACTOR.index(inner[0]) + 1]}
        for other in _imports(path, tree, everywhere=True):
            if other.startswith("curriculum_lint.refactor"):
                assert other.split(".")[2] in below, f"{path} imports {other}"


def test_only_the_renderer_knows_the_markdown_library() -> None:
    """What is linted is read as GitHub's grammar reads it: `tools.differential` compares."""
    for path, tree in TREES.items():
        names = {
            (node.module or "") if isinstance(node, ast.ImportFrom) else node.names[0].name
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom | ast.Import)
        }
        if any(name.startswith("markdown_it") for name in names):
            assert path.parent.name == "render", path


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


def test_no_two_classes_have_one_name() -> None:
    places: dict[str, list[str]] = {}
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places.setdefault(node.name, []).append(str(path.relative_to(SOURCE)))
    assert not {name: files for name, files in places.items() if len(files) > 1}


def test_no_option_is_looked_up_by_its_name() -> None:
    """Options become typed parameters or one request at the door of a command."""
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name):
                assert node.value.id != "options" or path.parent.name != "cli", path


def test_only_views_know_how_much_is_listed() -> None:
    for path, tree in TREES.items():
        names = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        if "diagnostics_per_rule" in names:
            assert path.parent.name == "views", path


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
