"""Numbers of weeks and the like that a new or a removed one makes wrong are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command import invoke
from tests.repository import write_files


def course(root: Path, words: str, unit: str = "week") -> None:
    files = {f"{unit}{n}/readme.md": f"# T{n}x\n\nText {n}.\n" for n in (1, 2, 3, 4)}
    index = "".join(f"{n}. [T{n}x]({unit}{n}/readme.md)\n" for n in (1, 2, 3, 4))
    configuration = f'levels = ["."]\nmodule-pattern = "{unit}{{number}}"\n'
    write_files(
        root,
        files | {"readme.md": f"# C\n\n{words}\n\n{index}", "curriculum-lint.toml": configuration},
    )


@pytest.mark.parametrize(
    ("words", "unit", "told"),
    [
        ("A course of four weeks.", "week", "four weeks"),
        ("In 4 weeks.", "week", "4 weeks"),
        ("El curso tiene Cuatro semanas.", "semana", "Cuatro semanas"),
        ("In vier Wochen.", "woche", "vier Wochen"),
        ("It takes five weeks, 14 weeks or 1.4 weeks.", "week", ""),
        ("Four days.", "week", ""),
    ],
)
@pytest.mark.parametrize("command", ["new", "remove"])
def test_a_total_that_was_right_is_told(
    tmp_path: Path, command: str, words: str, unit: str, told: str
) -> None:
    course(tmp_path, words, unit)
    arguments = ("new", "module", "More") if command == "new" else ("remove", f"{unit}4")
    done = invoke(*arguments, "--root", str(tmp_path))
    assert done.exit_code == 0, done.stderr
    said = [line for line in (done.stdout + done.stderr).splitlines() if "Also says" in line]
    assert said == ([f"Also says “{told}”: readme.md:3."] if told else [])


def test_moving_changes_no_total(tmp_path: Path) -> None:
    course(tmp_path, "A course of four weeks.")
    done = invoke("move", "week4", "--to", "1", "--root", str(tmp_path))
    assert "Also says" not in done.stdout + done.stderr
