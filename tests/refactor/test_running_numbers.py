"""Numbers of rows and sections that run on through all levels run on after a restructuring."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.command import invoke
from tests.repository import write_files

_LEVELS = {"basics": ("files", "loops", "types"), "web": ("forms", "pages"), "ops": ("logs",)}
_CONFIGURATION = {"curriculum-lint.toml": 'levels = ["basics", "web", "ops"]\n'}


def _units() -> list[tuple[str, str]]:
    return [
        (f"{level}/{number}_{name}/readme.md", name.title())
        for level, names in _LEVELS.items()
        for number, name in enumerate(names, 1)
    ]


def course(root: Path, overview: str) -> None:
    pages = {path: f"# {title}\n\nWords.\n" for path, title in _units()}
    levels = {f"{level}/readme.md": f"# {level.title()}\n\nWords.\n" for level in _LEVELS}
    write_files(root, pages | levels | _CONFIGURATION | {"readme.md": overview})


def rows(form: str, first: int = 1) -> str:
    lines = [
        form.format(number=number, title=title, path=path, level=path.split("/")[0].title())
        for number, (path, title) in enumerate(_units(), first)
    ]
    return "\n".join(lines)


def table(form: str, first: int = 1) -> str:
    return f"# Course\n\n| Lesson | Part | Link |\n|---|---|---|\n{rows(form, first)}\n"


_ROW = "| {number:02} | {level} | [{title}]({path}) |"
_FORMS = {
    "rows": table(_ROW),
    "rows from 0": table(_ROW, 0),
    "rows that end in two digits": table("| {number} | {level} | [{title}]({path}) |", 7),
    "rows with what is no unit": table(_ROW) + "| 07 | | Project |\n| 08 | | Exam |\n",
    "sections": "# Course\n\n" + rows("## Lesson {number}: [{title}]({path})\n\nWords.\n"),
}
_COMMANDS = [
    ("move", "basics/3_types", "--to", "1"),
    ("new", "module", "Shiny", "--level", "basics", "--at", "2"),
    ("new", "module", "Shiny", "--level", "ops", "--at", "2"),
    ("remove", "web/1_forms"),
    ("move", "web/1_forms", "--level", "basics", "--to", "2"),
]


def numbers(text: str) -> list[int]:
    found = re.findall(r"^(?:\| (\d+) +\||## Lesson (\d+):)", text, re.MULTILINE)
    return [int(one or other) for one, other in found]


@pytest.mark.parametrize("command", _COMMANDS, ids=" ".join)
@pytest.mark.parametrize("form", _FORMS)
def test_numbers_run_on(form: str, command: tuple[str, ...], tmp_path: Path) -> None:
    course(tmp_path, _FORMS[form])
    before = numbers(_FORMS[form])
    done = invoke(*command, "--root", str(tmp_path), "--force")
    assert done.exit_code == 0, done.stderr
    after = numbers((tmp_path / "readme.md").read_text())
    more = {"new": 1, "remove": -1, "move": 0}[command[0]]
    assert after == [*range(before[0], before[0] + len(before) + more)]


def test_numbers_of_several_tables_run_on(tmp_path: Path) -> None:
    head = "| Lesson | Part | Link |\n|---|---|---|"
    lines = rows(_ROW).splitlines()
    course(
        tmp_path, "\n".join(["# Course\n", head, *lines[:3], "\n## Web\n", head, *lines[3:], ""])
    )
    invoke("new", "module", "Shiny", "--level", "basics", "--at", "2", "--root", str(tmp_path))
    assert numbers((tmp_path / "readme.md").read_text()) == [1, 2, 3, 4, 5, 6, 7]


def test_a_new_row_names_its_level_and_is_linked(tmp_path: Path) -> None:
    text = "# Course\n\n| No | Part | Topic | Lesson |\n|---|---|---|---|\n"
    course(tmp_path, text + rows("| {number} | {level} | {title} | [{title}]({path}) |") + "\n")
    invoke("new", "module", "Shiny", "--level", "web", "--at", "2", "--root", str(tmp_path))
    row = (tmp_path / "readme.md").read_text().splitlines()[8]
    assert [cell.strip() for cell in row.strip("|").split("|")] == [
        "5",
        "Web",
        "Shiny",
        "[Shiny](web/2_shiny/readme.md)",
    ]


def test_numbers_that_did_not_run_on_are_left(tmp_path: Path) -> None:
    lines = rows("| {number} | {level} | [{title}]({path}) |").replace("| 6 |", "| 9 |")
    course(tmp_path, f"# Course\n\n| Lesson | Part | Link |\n|---|---|---|\n{lines}\n")
    invoke("remove", "web/1_forms", "--root", str(tmp_path), "--force")
    assert numbers((tmp_path / "readme.md").read_text()) == [1, 2, 3, 5, 9]


def test_a_gap_of_units_stays_one(tmp_path: Path) -> None:
    files = {f"{n}_t{n}x/readme.md": f"# T{n}x\n\nWords.\n" for n in range(1, 6)}
    overview = "".join(f"| {n} | [T{n}x]({n}_t{n}x/readme.md) |\n" for n in range(1, 6))
    write_files(
        tmp_path,
        files
        | {"curriculum-lint.toml": 'levels = ["."]\n'}
        | {"readme.md": f"# Course\n\n| No | Lesson |\n|---|---|\n{overview}"},
    )
    invoke("remove", "2", "--keep-gap", "--root", str(tmp_path), "--force")
    assert numbers((tmp_path / "readme.md").read_text()) == [1, 3, 4, 5]
