"""Exercises in files beside the text of a unit."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.command import invoke
from tests.repository import diagnostics_on, write_files

_WORDS = "one two three four five six seven eight nine ten eleven twelve thirteen"
_CONFIGURATION = """\
levels = ["."]
module-pattern = "week-{number}"
readme = "README.md"

[exercises]
files = ["assignment.md", "exercises/*.md", "exercises/*/README.md"]

[index]
depth = "exercises"
json = "index.json"
html = "page.html"
"""
FILES = {
    "curriculum-lint.toml": _CONFIGURATION,
    "README.md": "# Course\n\nThere are 7 exercises.\n\n- [One](week-1/README.md)\n"
    "- [Two](week-2/README.md)\n",
    "week-1/README.md": "# Week 1\n\nDo the [first](exercises/01-greet.md), the "
    "[second](exercises/02-count/README.md) and [all](exercises/README.md).\n",
    "week-1/exercises/README.md": "# About the exercises\n\nDo [them](01-greet.md).\n",
    "week-1/exercises/01-greet.md": f"# Greet\n\n**Goal:** Say hello. {_WORDS}\n",
    "week-1/exercises/01-greet-solution.md": "# Greet, solved\n\n[Task](01-greet.md).\n",
    "week-1/exercises/01-greet.es.md": "# Saluda\n\n[En inglés](01-greet.md).\n",
    "week-1/exercises/02-count/README.md": "# Exercise 2: Count\n\nCount.\n",
    "week-2/README.md": "# Week 2\n\nThe [assignment](assignment.md).\n\n## Exercises\n\n"
    "### 1. Sort\n\nSort.\n\n### 2. Prove\n\nProve.\n",
    "week-2/assignment.md": "# Exercises\n\n## 1. Read\n\nRead.\n\n## 2. Write\n\nWrite.\n\n"
    "## 3. Test\n\nTest.\n",
}


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CURRICULUM_LINT_CACHE_DIR", str(tmp_path / "cache"))
    root = tmp_path / "course"
    write_files(root, FILES)
    return root


def codes(root: Path) -> list[str]:
    return [each.code for each in diagnostics_on(root) if each.code in ("CL206", "CL115", "CL118")]


def change(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text()
    assert old in text
    (root / path).write_text(text.replace(old, new))


def test_all_are_counted_and_listed_with_their_files(course: Path) -> None:
    assert invoke("index", "--root", str(course)).exit_code == 0
    index = json.loads((course / "index.json").read_text())
    assert index["totals"]["exercises"] == 7
    exercises = [e for m in index["levels"][0]["modules"] for e in m["exercises"]]
    assert [(e["number"], e["title"], e["file"]) for e in exercises] == [
        ("1", "Greet", "week-1/exercises/01-greet.md"),
        ("2", "Count", "week-1/exercises/02-count/README.md"),
        ("1", "Sort", None),
        ("2", "Prove", None),
        *((str(at), title, "week-2/assignment.md") for at, title in _ASSIGNED),
    ]
    assert exercises[0]["goal"].startswith("Say hello.")
    html = (course / "page.html").read_text()
    assert html.count('data-task="exercise/') == 2
    assert 'data-task="unit/week-1"' in html or "unit/" in html
    assert codes(course) == []


_ASSIGNED = ((1, "Read"), (2, "Write"), (3, "Test"))


def test_a_wrong_total_a_copy_and_wrong_numbers_are_found(course: Path) -> None:
    change(course, "README.md", "7 exercises", "6 exercises")
    change(course, "week-2/assignment.md", "## 3. Test", "## 4. Test")
    (course / "week-1/exercises/01-greet.md").rename(course / "week-1/exercises/04-greet.md")
    copied = FILES["week-1/exercises/01-greet.md"].replace("# Greet", "# Greet again")
    write_files(course, {"week-2/exercises/01-again.md": copied})
    write_files(course, {"week-2/exercises/02-more.md": "# More\n\nMore.\n"})
    found = {(each.code, each.place.path) for each in diagnostics_on(course)}
    assert ("CL115", "README.md") in found
    assert ("CL206", "week-2/assignment.md") in found
    assert ("CL118", "week-2/exercises/01-again.md") in found


def test_files_in_one_folder_are_counted_by_their_names(course: Path) -> None:
    write_files(course, {"week-2/exercises/01-a.md": "# Ask\n\nAsk.\n"})
    write_files(course, {"week-2/exercises/03-b.md": "# Answer\n\nAnswer.\n"})
    write_files(course, {"week-1/exercises/02-c.md": "# Listen\n\nListen.\n"})
    found = [each for each in diagnostics_on(course) if each.code == "CL206"]
    assert [(each.place.path, each.message) for each in found] == [
        (
            "week-1/exercises/02-count/README.md",
            "week-1/exercises/02-c.md is exercise 2 by its name, and so is this one.",
        ),
        (
            "week-2/exercises/03-b.md",
            "Exercise 2 is missing before exercise 3, which this is by the name of its file.",
        ),
    ]


@pytest.mark.parametrize("name", ["1.1-a", "1.2-b", "es6", "03a-x", "2024-plan", "q"])
def test_what_numbers_something_else_is_no_number(course: Path, name: str) -> None:
    write_files(course, {f"week-2/exercises/{name}.md": "# One\n\nOne.\n"})
    write_files(course, {"week-2/exercises/01-ask.md": "# Ask\n\nAsk.\n"})
    write_files(course, {"week-2/exercises/02-answer.md": "# Answer\n\nAnswer.\n"})
    assert "CL206" not in codes(course)


def test_a_second_run_and_one_behind_an_edit_find_the_same(course: Path) -> None:
    first, second = (invoke("check", "--root", str(course)) for _ in range(2))
    assert first == second
    change(course, "week-2/assignment.md", "## 3. Test", "## 4. Test")
    warm = invoke("check", "--root", str(course))
    assert warm == invoke("check", "--no-cache", "--root", str(course))
    assert "CL206" in warm.stdout


def test_files_of_units_that_are_files_are_named_after_them(tmp_path: Path) -> None:
    configuration = (
        'levels = ["lessons"]\nmodule-pattern = "{number:02}-{slug}.md"\n'
        '[exercises]\nfiles = ["exercises/{unit}.md", "{unit}.tasks.md", "other.md"]\n'
    )
    lesson = "# Lesson {}\n\nThe [tasks](exercises/0{}-x.md).\n"
    files = {
        "curriculum-lint.toml": configuration,
        "lessons/01-x.md": lesson.format(1, 1),
        "lessons/02-x.md": lesson.format(2, 2),
        "lessons/exercises/01-x.md": "# Tasks\n\n## 1. Go\n\n## 2. Stop\n",
        "lessons/exercises/02-x.md": "# Tasks\n\n## 1. Go\n\n## 2. Stop\n",
        "lessons/other.md": "# Other\n",
    }
    write_files(tmp_path, files)
    done = invoke("check", "--root", str(tmp_path), "--output-format", "json")
    assert json.loads(done.stdout)["summary"]["exercises"] == 4


def test_a_new_one_is_refused_with_the_file_beside_it(course: Path) -> None:
    done = invoke("new", "exercise", "X", "--in", "week-1", "--root", str(course))
    assert done.exit_code == 2
    assert "week-1/exercises/02-count/README.md: add another one beside it by hand" in done.stderr
