"""A cell that means several rows stays in the first of them, whichever that is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command import invoke
from tests.edits.trees import state_of
from tests.repository import write_files

NAMES = {"basic": ("setup", "git", "html"), "more": ("node", "sql")}


def table(first: str, *rows: str) -> str:
    head = "| Level | Week | Lesson | Slides |\n|---|---|---|---|\n"
    written = "".join(f"{row}\n" for row in rows)
    more = (
        "| More | 1 | [Node](more/1_node/readme.md) | |\n| | 2 | [Sql](more/2_sql/readme.md) | |\n"
    )
    return f"# Course\n\n{head}{first}\n{written}{more}"


def row(number: int, name: str, slides: str = "") -> str:
    return f"{number} | [{name.title()}](basic/{number}_{name}/readme.md) | {slides}|"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    units = {
        f"{level}/{n}_{name}/readme.md": f"# {name.title()}\n\nText.\n"
        for level, names in NAMES.items()
        for n, name in enumerate(names, 1)
    }
    readme = table(
        f"| Basic | {row(1, 'setup', '[pdf](x.md) ')}",
        f"| | {row(2, 'git')}",
        f"| | {row(3, 'html')}",
    )
    config = 'levels = ["basic", "more"]\nreadme = "readme.md"\n'
    write_files(
        tmp_path, {"curriculum-lint.toml": config, "README.md": readme, "x.md": "# X\n", **units}
    )
    return tmp_path


def test_after_a_move_and_back(root: Path) -> None:
    before = state_of(root)
    assert invoke("move", "basic/3_html", "--to", "1", "--root", str(root)).exit_code == 0
    assert (root / "README.md").read_text() == table(
        f"| Basic | {row(1, 'html')}",
        f"| | {row(2, 'setup', '[pdf](x.md) ')}",
        f"| | {row(3, 'git')}",
    )
    assert invoke("move", "basic/1_html", "--to", "3", "--root", str(root)).exit_code == 0
    assert state_of(root) == before


def test_after_the_first_is_removed(root: Path) -> None:
    assert invoke("remove", "basic/1_setup", "--root", str(root)).exit_code == 0
    assert (root / "README.md").read_text() == table(
        f"| Basic | {row(1, 'git')}", f"| | {row(2, 'html')}"
    )
