"""Where a new unit is listed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from curriculum_lint.refactor.steps import Beginning, add_module
from tests.command import invoke
from tests.refactor.indexes import OTHERS, curriculum, lessons
from tests.refactor.test_restructuring import restructure
from tests.repository import write_files


def test_a_new_module_is_listed_in_contents_around_its_level(tmp_path: Path) -> None:
    names = ("01-start", "02-loops", "03-files")
    units = {f"docs/kurs/{name}.md": f"# {name[3:].title()}\n" for name in names}
    index = "".join(f"- [{name[3:].title()}](kurs/{name}.md)\n" for name in names)
    configuration = 'levels = ["docs/kurs"]\nmodule-pattern = "{number:02}-{slug}.md"\n'
    contents = {"docs/index.md": f"# Contents\n\n{index}", "curriculum-lint.toml": configuration}
    write_files(tmp_path, {**units, **contents})
    done = invoke("new", "module", "More", "--at", "2", "--root", str(tmp_path))
    assert done.exit_code == 0, done.stderr
    assert (tmp_path / "docs/index.md").read_text() == (
        "# Contents\n\n- [Start](kurs/01-start.md)\n- [More](kurs/02-more.md)\n"
        "- [Loops](kurs/03-loops.md)\n- [Files](kurs/04-files.md)\n"
    )


@pytest.mark.parametrize("form", OTHERS)
def test_where_the_form_is_not_understood_a_new_unit_is_told(form: str, tmp_path: Path) -> None:
    write_files(tmp_path, curriculum(lessons("alpha", "bravo", "carol", "delta"), OTHERS[form]))
    work = restructure(tmp_path, lambda work: add_module(work, "a_level", Beginning("Extra", "3")))
    (told,) = (each for each in work._notes.told(work.curriculum.pages) if "add it" in each)
    assert told.startswith("a_level/readme.md:") and told.endswith(" lists no module 3: add it")


def test_a_new_module_is_listed_in_the_part_of_an_index_that_its_neighbour_is_in(
    tmp_path: Path,
) -> None:
    names = ("01-a", "02-b", "03-c", "04-d", "05-e", "06-f", "07-g")
    units = {f"{name}/README.md": f"# {name[3:].upper()}\n" for name in names}
    rows = [f"| {name[:2]} | [{name[3:].upper()}]({name}/README.md) |\n" for name in names]
    head = "| # | Module |\n|---|---|\n"
    parts = (rows[:2], rows[2:4], rows[4:])
    contents = "\n".join(f"## Part\n\n{head}{''.join(part)}" for part in parts)
    configuration = 'levels = ["."]\nmodule-pattern = "{number:02}-{slug}"\n'
    write_files(
        tmp_path,
        {"README.md": f"# Course\n\n{contents}", "curriculum-lint.toml": configuration, **units},
    )
    done = invoke("new", "module", "X", "--at", "4", "--root", str(tmp_path))
    assert done.exit_code == 0, done.stderr
    listed = re.findall(r"\| (\d+) \| \[(\w)\]|(## Part)", (tmp_path / "README.md").read_text())
    assert ["".join(each) for each in listed] == [
        *("## Part", "01A", "02B", "## Part", "03C", "04X", "05D"),
        *("## Part", "06E", "07F", "08G"),
    ]


def test_a_cell_with_the_number_as_a_link_and_one_with_the_title_are_filled(tmp_path: Path) -> None:
    names = ("start", "loops", "files")
    units = {f"week{n}/README.md": f"# Week {n}: {name}\n" for n, name in enumerate(names, 1)}
    rows = [
        f"| [{n}](week{n}/README.md) | {name} | on {name} |\n" for n, name in enumerate(names, 1)
    ]
    table = "# Course\n\n| Week | Topic | Notes |\n|---|---|---|\n" + "".join(rows)
    configuration = 'levels = ["."]\nmodule-pattern = "week{number}"\nreadme = "README.md"\n'
    write_files(tmp_path, {"README.md": table, "curriculum-lint.toml": configuration, **units})
    done = invoke("new", "module", "sets", "--at", "2", "--root", str(tmp_path))
    assert done.exit_code == 0, done.stderr
    row = (tmp_path / "README.md").read_text().splitlines()[5]
    assert [cell.strip() for cell in row.split("|")] == ["", "[2](week2/README.md)", "sets", "", ""]


@pytest.mark.parametrize("at", ["1", "2", "3"])
def test_an_entry_has_a_box_to_tick_where_the_others_have(at: str, tmp_path: Path) -> None:
    boxes = ("- [x] [A](1_a) first\n", "- [ ]  [B](2_b) second\n")
    configuration = 'levels = ["l"]\nreadme = "readme.md"\nschemas = { module = "none" }\n'
    units = {"l/1_a/readme.md": "# A\n", "l/2_b/readme.md": "# B\n"}
    contents = {"l/readme.md": f"# L\n\n{''.join(boxes)}", "curriculum-lint.toml": configuration}
    write_files(tmp_path, {**units, **contents})
    restructure(tmp_path, lambda work: add_module(work, "l", Beginning("New", at)))
    (line,) = (
        each for each in (tmp_path / "l/readme.md").read_text().splitlines() if "New" in each
    )
    assert re.fullmatch(rf"- \[ \] +\[New\]\({at}_new\)", line)
