"""Renumbered units: every name of theirs follows, or nothing is changed at all."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from curriculum_lint.edits.edit import Fix
from tests.command import invoke
from tests.edits.trees import state_of
from tests.repository import diagnostics_on, write_files

CONFIGURATION = """\
levels = ["course"]
module-pattern = "{number:02}-{slug}"
subsection-pattern = "{number:02}{letter}-{slug}"
readme = "README.md"
schemas = { module = "any.json", subsection = "any.json" }
"""
BASE = {"curriculum-lint.toml": CONFIGURATION, "any.json": "{}\n"}


def course(three: int) -> dict[str, str]:
    """Three modules; the third, which has a subsection, has the number ``three``."""
    n, folder = three, f"course/{three:02}-files"
    return {
        **BASE,
        "README.md": f"# Root\n\n[Course](course/README.md), exercise {n}.2, `course/{n:02}-files/`,"
        f" [Module {n}: do](course/{n:02}-files/README.md#exercise-{n}1-do).\n",
        "course/README.md": "# Course\n\n- [Module 1: Intro](01-intro/README.md)\n"
        f"- [02. Loops](./02-loops/)\n- [{n:02}. Files]({n:02}-files/README.md)\n"
        f"  - [{n}a. Deep]({n:02}-files/{n:02}a-deep/README.md)\n",
        "course/01-intro/README.md": "# Module 1: Intro\n",
        "course/02-loops/README.md": "# Module 2: Loops\n\n## Exercises\n\n### Exercise 2.1: Do\n\n"
        f"Later: exercise {n}a.1. [Exercise {n}.1](../{n:02}-files/README.md#exercise-{n}1-do)\n",
        f"{folder}/README.md": f"# Module {n}: Files\n\nSee [back][b], <a href='../{n:02}-files/"
        f"README.md'>me</a>.\n\n[b]: <../02-loops/README.md> 'T'\n\n## Exercises\n\n"
        f"### Exercise {n}.1: Do\n\n### Exercise {n}.2: More\n\nAs exercise {n}.1 and module 2.1\n",
        f"{folder}/data.csv": "1,2\n",
        f"{folder}/{n:02}a-deep/README.md": f"# {n}a. Deep\n\n[Files](../README.md), "
        f"[abs](/course/{n:02}-files/README.md#top)\n\n## Exercises\n\n### Exercise {n}a.1: Do\n",
    }


def fixed(root: Path, files: Mapping[str, str]) -> dict[str, str]:
    write_files(root, files)
    invoke("check", "--fix", "--unsafe-fixes", "--root", str(root), "--no-cache")
    return {path: body.decode() for path, body in state_of(root).items()}


def fix_of(root: Path, files: Mapping[str, str], code: str = "CL201") -> Fix | None:
    write_files(root, files)
    return next(each.fix for each in diagnostics_on(root) if each.code == code)


@pytest.mark.parametrize("missing", [5, 11])
def test_a_gap_is_closed_in_everything_that_states_the_number(tmp_path: Path, missing: int) -> None:
    wanted = course(3)
    if missing >= 10:
        # Without a zero before 11, nobody knows that there should be one before 3.
        wanted["course/README.md"] = wanted["course/README.md"].replace("[03.", "[3.")
    assert fixed(tmp_path, course(missing)) == wanted


def test_a_repeat_gives_the_later_module_the_next_free_number(tmp_path: Path) -> None:
    wanted = course(3)
    # Two units had a 2.2 for a reader of this page: nobody can know which one it meant.
    wanted["README.md"] = wanted["README.md"].replace("exercise 3.2", "exercise 2.2")
    assert fixed(tmp_path, course(2)) == wanted


def test_letters_close_up_as_numbers_do(tmp_path: Path) -> None:
    def module(letter: str) -> dict[str, str]:
        return {
            "curriculum-lint.toml": "schemas = { module = 'any.json', subsection = 'any.json' }\n",
            "any.json": "{}\n",
            "first_level/readme.md": "# First level\n\n- [Start](1_start/readme.md)\n"
            f"  - a) [Shells](1_start/a_shells/readme.md)\n"
            f"  - {letter}) [Pipes](1_start/{letter}_pipes/readme.md)\n",
            "first_level/1_start/readme.md": "# Start\n",
            "first_level/1_start/a_shells/readme.md": f"# Shells\n\nOn: [1{letter}. Pipes]"
            f"(../{letter}_pipes/readme.md)\n",
            f"first_level/1_start/{letter}_pipes/readme.md": "# Pipes\n\n## Exercises\n\n"
            f"### 1{letter}.1 Do\n\nExercise 1{letter}.1 again.\n",
        }

    assert fixed(tmp_path, module("d")) == module("b")


def test_file_modules_are_renamed_as_files(tmp_path: Path) -> None:
    def lessons(last: int) -> dict[str, str]:
        return {
            "curriculum-lint.toml": 'levels = ["c"]\nmodule-pattern = "lesson-{number}.md"\n'
            "schemas = { module = 'any.json' }\n",
            "any.json": "{}\n",
            "c/readme.md": f"# C\n\n1. [Lesson 1](lesson-1.md)\n2. [Lesson {last}](lesson-{last}.md)\n",
            "c/lesson-1.md": f"# Lesson 1: A\n\n[Next](./lesson-{last}.md)\n",
            f"c/lesson-{last}.md": f"# Lesson {last}: B\n\n[Back](lesson-1.md)\n",
        }

    assert fixed(tmp_path, lessons(4)) == lessons(2)


def without_fix(change: str, root: Path) -> None:
    files = course(4)
    if change == "a glob of the configuration names the folder":
        files["curriculum-lint.toml"] += 'per-path-ignores = { "course/04-*/**" = ["CL605"] }\n'
    assert files != course(4) or change == "a symbolic link leads into it"
    write_files(root, files)
    if change == "a symbolic link leads into it":
        os.symlink("04-files", root / "course/latest")


@pytest.mark.parametrize(
    "change",
    [
        "a glob of the configuration names the folder",
        "a symbolic link leads into it",
    ],
)
def test_no_fix_is_offered_where_something_would_break(tmp_path: Path, change: str) -> None:
    assert fix_of(tmp_path / "whole", course(4)) is not None
    without_fix(change, tmp_path)
    assert fix_of(tmp_path, {}) is None


def test_a_number_in_marks_is_renumbered(tmp_path: Path) -> None:
    files = course(4)
    files["course/README.md"] = files["course/README.md"].replace("[04. F", "[**04.** F")
    assert fixed(tmp_path, files)["course/README.md"].count("[**03.** F") == 1


def test_a_reference_that_led_nowhere_is_named_to_be_looked_at(tmp_path: Path) -> None:
    files = course(4)
    files["course/02-loops/README.md"] += "\nLike exercise 3.2.\n"
    fix = fix_of(tmp_path, files)
    assert fix is not None
    assert fix.caution == (
        "This reference led to no exercise, and leads to another one now: 3.2 in "
        "course/02-loops/README.md:9."
    )
    arguments = ("--root", str(tmp_path), "--no-cache", "--unsafe-fixes")
    assert fix.caution in invoke("check", "--diff", *arguments).stderr
    assert fix.caution in invoke("check", "--fix", *arguments).stderr


def test_the_last_module_of_a_style_keeps_its_number(tmp_path: Path) -> None:
    files = course(4) | {"course/99-end/README.md": "# Module 99: End\n"}
    done = fixed(tmp_path, files)
    assert "course/99-end/README.md" in done
    assert "course/03-files/README.md" in done


def test_numbers_of_parts_are_no_numbers_of_units(tmp_path: Path) -> None:
    files = course(4)
    path = "course/04-files/README.md"
    files[path] = files[path].replace("Exercise 4.1", "Exercise 1.1").replace("4.2", "4.1")
    files = {name: text for name, text in files.items() if "loops" not in name or "md" in name}
    fix = fix_of(tmp_path, files)
    assert fix is None or not any(edit.text.startswith("Exercise") for edit in fix.edits)


def test_a_text_that_is_the_name_of_what_it_leads_to_follows(tmp_path: Path) -> None:
    def index(number: int) -> dict[str, str]:
        folder = f"course/{number:02}-files"
        return {
            **BASE,
            "README.md": f"# Root\n\n[course/{number:02}-files/]({folder}/), [{number:02}-files]"
            f"({folder}/README.md), [README.md]({folder}/README.md), [Files]({folder})\n",
            "course/README.md": "# Course\n\n- [01-intro](01-intro)\n"
            f"- [{number:02}-files]({number:02}-files/)\n",
            "course/01-intro/README.md": "# Intro\n",
            f"{folder}/README.md": "# Files\n",
        }

    assert fixed(tmp_path, index(3)) == index(2)


def test_a_label_before_a_destination_in_angle_brackets_follows(tmp_path: Path) -> None:
    def lessons(number: int) -> dict[str, str]:
        name = f"Lesson {number} - More loops"
        return {
            "curriculum-lint.toml": 'levels = ["."]\nmodule-pattern = "Lesson {number} - {name}"\n'
            'readme = "README.md"\nschemas = { module = "any.json" }\n',
            "any.json": "{}\n",
            "README.md": f"# Root\n\n- [Lesson 1](<Lesson 1 - Start>)\n"
            f"- [Lesson {number}](<{name}/README.md> 'T')\n",
            "Lesson 1 - Start/README.md": "# Start\n",
            f"{name}/README.md": "# More loops\n",
        }

    assert fixed(tmp_path, lessons(4)) == lessons(2)


@pytest.mark.parametrize(("numbers", "wanted"), [((98, 99, 100), (2, 3, 4)), ((3, 99), (2, 99))])
def test_a_module_99_stays_only_where_a_gap_makes_it_the_last(
    tmp_path: Path, numbers: tuple[int, ...], wanted: tuple[int, ...]
) -> None:
    files = {f"course/{n:02}-m{at}/README.md": f"# M{at}\n" for at, n in enumerate((1, *numbers))}
    after = fixed(tmp_path, {**BASE, "course/README.md": "# Course\n", **files})
    names = {path.split("/")[1] for path in after if path.startswith("course/")} - {"README.md"}
    assert names == {f"{n:02}-m{at}" for at, n in enumerate((1, *wanted))}


def test_links_to_headings_that_name_a_unit_follow(tmp_path: Path) -> None:
    """The headings themselves are rewritten as links, as paths in code, and as exercises."""

    def level(number: int) -> dict[str, str]:
        n, folder = number, f"{number:02}-files"
        return {
            **BASE,
            "course/README.md": f"# Course\n\n[a](#module-{n}-files), [b](#{folder}), "
            f"[c](#course{folder})\n\n## [Module 1: Intro](01-intro/README.md)\n\n"
            f"## [Module {n}: Files]({folder}/README.md)\n\n## [{folder}]({folder}/)\n\n"
            f"## `course/{folder}/`\n",
            "course/01-intro/README.md": f"# Intro\n\n[d](../{folder}/README.md#{n}1-after-{n}2), "
            f"[e](../{folder}/README.md#{n}2-more)\n",
            f"course/{folder}/README.md": "# Files\n\n## Exercises\n\n"
            f"### {n}.1 After [{n}.2](#{n}2-more)\n\n### {n}.2 More\n",
        }

    assert fixed(tmp_path, level(3)) == level(2)


@pytest.mark.parametrize(
    "configuration",
    [
        'exclude = ["course/05-files/drafts"]',
        'baseline = "course/05-files/known.json"',
        'per-path-ignores = { "course/05-files/*" = ["CL116"] }',
        '[index]\njson = "course/05-files/index.json"',
    ],
)
def test_what_the_configuration_names_stays(tmp_path: Path, configuration: str) -> None:
    files = course(5)
    assert fix_of(tmp_path, files) is not None
    files["curriculum-lint.toml"] += f"{configuration}\n"
    assert fix_of(tmp_path, files) is None


def test_what_git_ignores_does_not_come_to_light(tmp_path: Path) -> None:
    files = {**course(5), ".gitignore": "/course/05-files/.env\n", "course/05-files/.env": "key\n"}
    write_files(tmp_path, files)
    before = state_of(tmp_path)
    done = invoke("check", "--fix", "--unsafe-fixes", "--root", str(tmp_path), "--no-cache")
    assert "course/05-files/.env was not renamed: git ignores it here" in done.stderr
    assert state_of(tmp_path) == before
    (tmp_path / ".gitignore").unlink()
    (tmp_path / "course/05-files/.gitignore").write_text("/.env\n")
    done = invoke("check", "--fix", "--unsafe-fixes", "--root", str(tmp_path), "--no-cache")
    assert (tmp_path / "course/03-files/.env").exists()
