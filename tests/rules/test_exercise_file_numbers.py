"""Gaps and repeats in the numbers of files that are exercises."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.repository import diagnostics_on, write_files

CONFIGURATION = (
    'levels = ["."]\nmodule-pattern = "week-{number}"\nreadme = "README.md"\n'
    '[exercises]\nfiles = ["exercises/*.md", "tasks/*/README.md"]\n'
)


def told(root: Path, *files: str, text: str = "# Do\n\nIt.\n") -> list[str]:
    units = {f"week-{n}/README.md": f"# Week {n}\n" for n in (1, 2)}
    write_files(
        root, {**units, **dict.fromkeys(files, text), "curriculum-lint.toml": CONFIGURATION}
    )
    found = [each for each in diagnostics_on(root) if each.code == "CL206"]
    return [f"{each.place.path}: {each.message} {each.help}" for each in found]


@pytest.mark.parametrize(
    ("numbers", "path", "message"),
    [
        (["1", "2", "3"], "", ""),
        (["0", "1", "2"], "", ""),
        (["1"], "", ""),
        (["5"], "", ""),
        (["1", "3"], "3", "Exercise 2 is missing before exercise 3, which this is by the name of its file. Write what is missing, or number this file 2."),
        (["1", "4"], "4", "Exercises 2 and 3 are missing before exercise 4, which this is by the name of its file. Write what is missing, or number this file 2."),
        (["1", "5"], "5", "Exercises 2 to 4 are missing before exercise 5, which this is by the name of its file. Write what is missing, or number this file 2."),
        (["1", "2", "02"], "2", "week-1/exercises/02.md is exercise 2 by its name, and so is this one. The next free number is 3."),
        (["2", "10", "3", "1"], "10", "Exercises 4 to 9 are missing before exercise 10, which this is by the name of its file. Write what is missing, or number this file 4."),
    ],
)  # fmt: skip
def test_files_of_one_folder_count(
    numbers: list[str], path: str, message: str, tmp_path: Path
) -> None:
    found = told(tmp_path, *(f"week-1/exercises/{number}.md" for number in numbers))
    assert found == ([f"week-1/exercises/{path}.md: {message}"] if message else [])


@pytest.mark.parametrize(
    ("first", "second", "is_told"),
    [
        ([1, 2], [1, 2], False),
        ([1, 2], [3, 4], False),
        ([1, 2], [4, 5], True),
        ([1, 2], [2, 3], True),
    ],
)
def test_the_next_unit_begins_anew_or_goes_on(
    first: list[int], second: list[int], is_told: bool, tmp_path: Path
) -> None:
    files = [f"week-1/exercises/{n}-x.md" for n in first]
    files += [f"week-2/tasks/{n}-x/README.md" for n in second]
    assert bool(told(tmp_path, *files)) == is_told


def test_each_folder_counts_by_itself(tmp_path: Path) -> None:
    files = ("week-1/exercises/1-a.md", "week-1/exercises/2-b.md")
    tasks = ("week-1/tasks/1-a/README.md", "week-1/tasks/3-b/README.md")
    (found,) = told(tmp_path, *files, *tasks)
    assert found.startswith("week-1/tasks/3-b/README.md: Exercise 2 is missing")
