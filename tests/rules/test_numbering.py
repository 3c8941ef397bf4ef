from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from curriculum_lint.check.diagnostic import Diagnostic
from curriculum_lint.edits.edit import Move
from tests.repository import diagnostics_on, places, write_files

NUMBERED = ("CL000", "CL201", "CL202", "CL203", "CL204", "CL205", "CL405")
EXERCISE = "### 1. Print\n\n**Goal:** Print.\n\n**Steps:**\n\n1. Print.\n"

WEEKS = 'levels = ["."]\nmodule-pattern = "week{number}"\n'
PADDED = 'levels = ["."]\nmodule-pattern = "{number:02}-{slug}"\nreadme = "README.md"\n'
LESSONS = 'levels = ["*/lessons"]\nmodule-pattern = "{number}-{slug}"\n'
FILES = (
    'levels = ["."]\nmodule-pattern = "part{number}.md"\n'
    'subsection-pattern = "part{number}{letter}.md"\n'
)
NESTED = 'levels = ["*/*"]\n'
TRACKS = 'levels = ["."]\nmodule-pattern = "{number:02}-{track}-{part:02}"\n'
SPACED = 'levels = ["."]\nmodule-pattern = "Lesson {number} - {name}"\n'


def _found(
    root: Path, paths: Iterable[str], settings: str = "", codes: tuple[str, ...] = NUMBERED
) -> tuple[Diagnostic, ...]:
    """What rules about numbers find in readmes (or files) at ``paths``, each ``path: text``."""
    files = {"curriculum-lint.toml": settings} if settings else {}
    for each in paths:
        path, _, text = each.partition(": ")
        name = path if path.endswith(".md") else f"{path}/readme.md"
        files[name] = text or "# Reserved\n"
    write_files(root, files)
    return tuple(d for d in diagnostics_on(root) if d.code in codes)


def _short(found: tuple[Diagnostic, ...]) -> list[str]:
    """``path CODE``, without the readme's name and line 1."""
    return [each.replace("/readme.md:1:1", "").replace(":1:1", "") for each in places(found)]


@pytest.mark.parametrize(
    ("settings", "paths"),
    [
        pytest.param("", ["a_level/9_x", *(f"a_level/{n}_x" for n in range(1, 9)), "a_level/10_x"],
                     id="ten stands behind nine"),
        pytest.param("", ["a_level/0_x", "a_level/1_y"], id="from zero"),
        pytest.param("", ["a_level/1_x", "b_level/2_x", "b_level/3_x"], id="over levels"),
        pytest.param("", ["a_level/1_x", "b_level/1_x"], id="again in each level"),
        pytest.param("", ["a_level/1_x", "b_level", "c_level/2_x"], id="over an empty level"),
        pytest.param("", ["a_level/10_x", "a_level/20_x", "a_level/30_x"], id="by tens"),
        pytest.param("", ["a_level/1_x", "a_level/2_x", "a_level/99_x"], id="the last is 99"),
        pytest.param("", ["a_level/1_x", "a_level/1_x/e-commerce"], id="no subsection"),
        pytest.param("", ["a_level/1_x", "a_level/3rd-party"], id="an ordinal"),
        pytest.param("", ["a_level/1_x/a_y", "a_level/1_x", f"a_level/1_x/exercises: {EXERCISE}"],
                     id="exercises beside subsections"),
        pytest.param("", ["a_level/1_x", "a_level/notes: # Notes\n"], id="no exercises"),
        pytest.param(PADDED, [f"{n:02}-x/README.md" for n in range(1, 12)], id="padded"),
        pytest.param(PADDED, ["00-x/README.md", "01-x/README.md", "docs/README.md"],
                     id="padded, from zero"),
        pytest.param(WEEKS, ["week1", "week2", "week3"], id="weeks"),
        pytest.param(LESSONS, ["html/lessons/1-a", "html/lessons/2-b", "css/lessons/1-a", "css"],
                     id="again in each theme"),
        pytest.param(FILES, ["part0.md", "part0a.md", "part0b.md", "part1.md", "part1a.md"],
                     id="files"),
        pytest.param(NESTED, ["back/data/1_a", "back/data/2_b", "back/data", "front/css/1_a",
                              "docs/guide"], id="two folders down"),
        pytest.param(TRACKS, ["01-core-01", "01-core-02", "01-extra-01", "02-core-01"],
                     id="tracks count by themselves"),
        pytest.param(TRACKS, ["01-core-01", "01-core-02", "01-extra-03", "02-core-00"],
                     id="tracks share a count"),
        pytest.param(TRACKS, ["01-web-01", "02-data-01", "03-web-01"], id="tracks share numbers"),
        pytest.param(SPACED, ["Lesson 1 - Loops", "Lesson 2 - For & While"], id="spaces allowed"),
    ],
)  # fmt: skip
def test_layouts_that_are_right_are_not_reported(
    settings: str, paths: list[str], tmp_path: Path
) -> None:
    settings = f'{settings}ignore = ["empty-level"]\n'
    assert _short(_found(tmp_path, paths, settings)) == []


@pytest.mark.parametrize(
    ("settings", "paths", "expected"),
    [
        ("", ["a_level/1_x", "a_level/11_x"], ["a_level/11_x CL201"]),
        ("", ["a_level/2_x"], ["a_level/2_x CL201"]),
        ("", ["a_level/10_x", "a_level/20_x"], ["a_level/10_x CL201", "a_level/20_x CL201"]),
        ("", ["a_level/1_x", "b_level/4_x"], ["b_level/4_x CL201"]),
        ("", ["a_level/1_x", "a_level/3_x/code.md"], ["a_level/3_x CL201"]),
        ("", ["a_level/1_x", "a_level/2_x", "a_level/2_y", "a_level/4_z"], ["a_level/2_y CL202"]),
        ("", ["a_level/1_x", "a_level/2_x", "a_level/2_y", "a_level/3_z", "a_level/6_z"],
         ["a_level/2_y CL202", "a_level/6_z CL201"]),
        ("", ["a_level/1_x", "a_level/1_y", "a_level/1_z"],
         ["a_level/1_y CL202", "a_level/1_z CL202"]),
        ("", ["a_level/1_x", "a_level/02_x"], ["a_level/02_x CL203"]),
        ("", ["a_level/1_x", "a_level/03-X"], ["a_level/03-X CL201", "a_level/03-X CL203"]),
        ("", ["a_level/1_x", f"a_level/loops: {EXERCISE}"], ["a_level/loops CL203"]),
        ("", ["a_level/1_x", "a_level/1_x/a_y", f"a_level/1_x/more: {EXERCISE}"],
         ["a_level/1_x/more CL203"]),
        ("", ["a_level/1_x", "a_level/1_x/a_y", "a_level/1_x/d_z"], ["a_level/1_x/d_z CL204"]),
        ("", ["a_level/1_x", "a_level/1_x/b_y"], ["a_level/1_x/b_y CL204"]),
        ("", ["a_level/1_x", "a_level/1_x/a_y", "a_level/1_x/a_z", "a_level/1_x/c_z"],
         ["a_level/1_x/a_z CL205"]),
        ("", ["a_level/1_x", "a_level/1_x/a_y", "a_level/1_x/B-z"], ["a_level/1_x/B-z CL203"]),
        (PADDED, ["01-x/README.md", "03-x/README.md"], ["03-x/README.md CL201"]),
        (PADDED, ["01-x/README.md", "2-x/README.md"], ["2-x/README.md CL203"]),
        (WEEKS, ["week1", "week2", "week4", "Week 5"], ["Week 5 CL203", "week4 CL201"]),
        (LESSONS, ["html/lessons/1-a", "html/lessons/2-b", "js/lessons/1-a", "js/lessons/3-a"],
         ["js/lessons/3-a CL201"]),
        (FILES, ["part1.md", "part1a.md", "part1c.md", "part3.md"],
         ["part1c.md CL204", "part3.md CL201"]),
        (NESTED, ["back/data/1_a", "back/data/3_b"], ["back/data/3_b CL201"]),
        (TRACKS, ["06-core-01", "06-core-03", "08-core-01"],
         ["06-core-01 CL201", "06-core-03 CL201", "08-core-01 CL201"]),
        (TRACKS, ["01-core-01", "01-core-02", "01-extra-01", "01-extra-03"],
         ["01-extra-03 CL201"]),
        (TRACKS, ["01-core-01", "01-Core-02"], ["01-Core-02 CL203"]),
    ],
)  # fmt: skip
def test_each_cause_is_reported_once_at_the_unit_where_it_shows(
    settings: str, paths: list[str], expected: list[str], tmp_path: Path
) -> None:
    settings = f'{settings}ignore = ["empty-level"]\n'
    assert sorted(_short(_found(tmp_path, paths, settings))) == expected


def test_messages_name_what_is_missing_and_who_shares_a_number(tmp_path: Path) -> None:
    paths = ["a_level/1_x", "a_level/4_y", "a_level/5_y", "a_level/5_z", "a_level/7_z"]
    found = _found(tmp_path, [*paths, "a_level/7_z/a_y", "a_level/7_z/a_z"])
    assert [each.message for each in found] == [
        "Modules 2 and 3 are missing: `4_y` follows `1_x`.",
        "`5_y` and `5_z` are both module 5; the next free number is 6.",
        "`a_y` and `a_z` are both subsection a of module 7; the next free letter is b.",
    ]
    assert found[1].related[0].place.path == "a_level/5_y/readme.md"


@pytest.mark.parametrize(
    ("settings", "name", "message"),
    [
        ("", "01_intro", "should be called `1_intro`: its number is padded"),
        ("", "1-intro", "should be called `1_intro`: “-” follows the number instead of “_”"),
        ("", "1intro", "should be called `1_intro`: “_” is missing after the number"),
        ("", "1_FirstSteps", "should be called `1_first_steps`: it has capital letters"),
        ("", "1 first steps", "should be called `1_first_steps`: it has spaces"),
        ("", "01 - Intro", "`1_intro`: its number is padded, it has capital letters and it has"),
        ("", "1_", "does not follow the pattern `{number}_{slug}`"),
        (PADDED, "1-intro", "should be called `01-intro`: its number is not padded to 2 digits"),
        (SPACED, "Lesson 1- For & If", "`Lesson 1 - For & If`: “- ” follows the number instead"),
    ],
)
def test_the_message_says_what_is_wrong_with_a_name(
    settings: str, name: str, message: str, tmp_path: Path
) -> None:
    folder = name if settings else f"a_level/{name}"
    found = _found(tmp_path, [folder], settings, ("CL203",))
    assert len(found) == 1
    assert message in found[0].message


@pytest.mark.parametrize(
    ("settings", "path", "new"),
    [
        ("", "a_level/01_x", "a_level/1_x"),
        ('levels = ["."]\n', "01_x", "1_x"),
        ("", "a_level/1_x/A-y", "a_level/1_x/a_y"),
    ],
)
def test_the_fix_renames_the_folder_where_it_is(
    settings: str, path: str, new: str, tmp_path: Path
) -> None:
    (found,) = _found(tmp_path, [path], settings, ("CL203",))
    assert found.fix is not None
    assert found.fix.moves == (Move(path, new),)


def test_two_folders_are_not_renamed_to_one_name(tmp_path: Path) -> None:
    found = _found(tmp_path, ["a_level/01_x", "a_level/1-x"], codes=("CL203",))
    assert [each.fix for each in found] == [None, None]


def test_a_level_that_only_a_wildcard_names_may_be_empty(tmp_path: Path) -> None:
    paths = ["docs/guide: # Guide\n", "back/data/1_a"]
    assert _found(tmp_path, paths, NESTED, ("CL405",)) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- `b_level/` and **c_level/**: later.\n", ["3:4 CL404", "3:20 CL404"]),
        ("- b_level/: later.\n\nIn `b_level/` again.\n", ["3:3 CL404"]),
        ("We plan b_level/ one day.\n", []),
        ("- [b_level/](b_level/readme.md)\n", []),
        ("```text\nb_level/\n```\n", []),
        ("- `b_level/**`, `x/b_level/` and `src/`.\n", []),
        ("- `a_level/`: the first.\n", []),
    ],
)
def test_levels_that_the_root_readme_names_must_exist(
    text: str, expected: list[str], tmp_path: Path
) -> None:
    files = {"readme.md": f"# Course\n\n{text}", "a_level/readme.md": "# A\n\nReserved.\n"}
    write_files(tmp_path, files)
    found = tuple(d for d in diagnostics_on(tmp_path) if d.code == "CL404")
    assert [each.partition(":")[2] for each in places(found)] == expected
