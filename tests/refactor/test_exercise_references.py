"""Numbers in prose that name an exercise which goes, or one that was not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command import invoke
from tests.repository import write_files

CONFIG = 'levels = ["l"]\nreadme = "readme.md"\nschemas = { module = "none" }\n'
EXERCISES = "".join(f"## Exercise 2.{n}: Print {n}\n\nDo it.\n\n" for n in (1, 2, 3))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_files(
        tmp_path,
        {
            "curriculum-lint.toml": CONFIG,
            "l/1_a/readme.md": "# A\n\nSee exercise 2.1, and exercise 2.2 first.\n",
            "l/2_b/readme.md": f"# B\n\nAs in exercise 1. There is no exercise 2.4.\n\n{EXERCISES}",
        },
    )
    return tmp_path


def test_what_names_a_removed_exercise_is_told(root: Path) -> None:
    done = invoke("remove", "2", "--exercise", "2.1", "--root", str(root))
    assert "l/1_a/readme.md:3 “exercise 2.1” leads to what is removed" in done.stderr
    assert "l/2_b/readme.md:3 “exercise 1” leads to what is removed" in done.stderr
    assert (root / "l/1_a/readme.md").read_text().endswith("2.1, and exercise 2.1 first.\n")


def test_what_named_no_exercise_and_names_one_now_is_told(root: Path) -> None:
    done = invoke("new", "exercise", "More", "--in", "2", "--at", "2.2", "--root", str(root))
    assert (
        "What led to no exercise leads to another one now: 2.4 in l/2_b/readme.md:3" in done.stderr
    )
    assert "curriculum-lint remove" not in done.stderr


def test_an_exercise_behind_the_last_is_taken_back_with_one_command(root: Path) -> None:
    done = invoke("new", "exercise", "More", "--in", "2", "--root", str(root))
    assert "curriculum-lint remove l/2_b --exercise 2.4" in done.stderr
