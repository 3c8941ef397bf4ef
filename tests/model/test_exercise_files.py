"""What names of files say of exercises, and which files patterns mean."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_lint.model.exercise_files import (
    exercise_files,
    is_readme,
    is_solution,
    name_of,
    number_of,
)
from curriculum_lint.settings.load import load_settings
from curriculum_lint.workspace.disk import Disk
from tests.repository import write_files


@pytest.mark.parametrize(
    ("path", "number", "name"),
    [
        ("w/03-loops.md", 3, "Loops"),
        ("w/3_for_loops.md", 3, "For loops"),
        ("w/3.md", 3, "3"),
        ("w/007.md", 7, "007"),
        ("w/exercise-12-sort.md", 12, "Sort"),
        ("w/Exercise 2.md", 2, "Exercise 2"),
        ("w/hw4.md", 4, "Hw4"),
        ("w/ex1-a--b.md", 1, "A b"),
        ("w/999-last.md", 999, "Last"),
        ("w/1000-more.md", None, "1000 more"),
        ("w/2024-01-loops.md", None, "2024 01 loops"),
        ("w/1.5-half.md", None, "1.5 half"),
        ("w/3d-print.md", None, "3d print"),
        ("w/loops.md", None, "Loops"),
        ("w/loops-3.md", None, "Loops 3"),
        ("w/02-count/README.md", 2, "Count"),
        ("w/02-count/index.md", 2, "Count"),
        ("w/count/_index.md", None, "Count"),
        ("w/02-count/text.md", None, "Text"),
        ("05-x/README.md", 5, "X"),
    ],
)
def test_a_name_says_number_and_title(path: str, number: int | None, name: str) -> None:
    assert (number_of(path), name_of(path)) == (number, name)


@pytest.mark.parametrize(
    ("path", "readme", "solution"),
    [
        ("a/README.md", True, False),
        ("a/Index.mdx", True, False),
        ("readme", False, False),
        ("a/readme.es.md", False, False),
        ("a/solution.md", False, True),
        ("a/01-ANSWERS.md", False, True),
        ("solutions/01.md", False, False),
        ("a/lösung-1.md", False, True),
        ("a/resolve.md", False, False),
    ],
)
def test_readmes_and_solutions_are_known_by_their_names(
    path: str, readme: bool, solution: bool
) -> None:
    assert (is_readme(path), is_solution(path)) == (readme, solution)


TREE = (
    *("w1/README.md", "w1/assignment.md", "w1/exercises/README.md", "w1/exercises/2-b.md"),
    *("w1/exercises/10-c.md", "w1/exercises/1-a.md", "w1/exercises/1-a.es.md"),
    *("w1/exercises/1-a-solution.md", "w1/exercises/data.txt", "w1/exercises/more/3-d.md"),
    *("w1/tasks/1-x/README.md", "w1/tasks/2-y/README.md", "w1/tasks/2-y/notes.md"),
    *("flat/01-a.md", "flat/01-a-hw.md", "flat/02-b.md", "flat/02-b-hw.md"),
)


def found(
    root: Path, folder: str, name: str, *patterns: str, others: tuple[str, ...] = ()
) -> list[str]:
    write_files(root, dict.fromkeys(TREE, "# T\n"))
    tree = Disk(load_settings(str(root), root=str(root)).settings).tree
    inside = f"{folder}/"
    paths = exercise_files(tree, folder, name, patterns, others)
    return [path.removeprefix(inside) for path in paths]


@pytest.mark.parametrize(
    ("patterns", "files"),
    [
        (["assignment.md"], ["assignment.md"]),
        (["exercises/*.md"], ["exercises/1-a.md", "exercises/2-b.md", "exercises/10-c.md"]),
        (["exercises/README.md"], ["exercises/README.md"]),
        (["exercises/*"], ["exercises/1-a.md", "exercises/2-b.md", "exercises/10-c.md"]),
        (["tasks/*/README.md"], ["tasks/1-x/README.md", "tasks/2-y/README.md"]),
        (["tasks/*/*.md"], ["tasks/1-x/README.md", "tasks/2-y/notes.md"]),
        (["**/3-*.md"], ["exercises/more/3-d.md"]),
        (
            ["exercises/**/*.md"],
            ["exercises/1-a.md", "exercises/2-b.md", "exercises/10-c.md", "exercises/more/3-d.md"],
        ),
        (
            ["exercises/2-b.md", "exercises/*.md"],
            ["exercises/2-b.md", "exercises/1-a.md", "exercises/10-c.md"],
        ),
        (["exercise/*.md", "*.txt", "exercises/*.txt"], []),
    ],
)
def test_patterns_mean_files_below_the_unit(
    patterns: list[str], files: list[str], tmp_path: Path
) -> None:
    assert found(tmp_path, "w1", "w1", *patterns) == files


def test_what_belongs_to_others_is_left_out(tmp_path: Path) -> None:
    others = ("w1/README.md", "w1/exercises/more", "w1/exercises/2-b.md")
    files = found(tmp_path, "w1", "w1", "*.md", "exercises/**/*.md", others=others)
    assert files == ["assignment.md", "exercises/1-a.md", "exercises/10-c.md"]


def test_files_in_a_folder_of_several_units_need_the_name_of_theirs(tmp_path: Path) -> None:
    assert found(tmp_path, "flat", "01-a", "{unit}-hw.md") == ["01-a-hw.md"]
    assert found(tmp_path, "flat", "01-a", "*-hw.md") == []
