"""What a move reads again depends on what it changes, not on how much there is beside that."""

from __future__ import annotations

import subprocess
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from curriculum_lint.check.document_reader import DocumentReader
from curriculum_lint.listings.read import ListingReader
from tests.command import invoke
from tests.repository import write_files

FEW, MANY = 12, 48
#: Where work is counted that is done for each page, and for each program that is started.
_PARSED, _LISTS, _PROGRAMS = "pages parsed", "pages read for lists", "programs started"


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each kind of work is done from now on."""
    done: Counter[str] = Counter()

    def count(owner: type, name: str, what: str) -> None:
        real: Callable[..., Any] = getattr(owner, name)

        def counted(*arguments: Any, **named: Any) -> Any:
            done[what] += 1
            return real(*arguments, **named)

        monkeypatch.setattr(owner, name, counted)

    count(DocumentReader, "_parse", _PARSED)
    count(ListingReader, "_indexes_of", _LISTS)
    count(subprocess.Popen, "__init__", _PROGRAMS)
    return done


def course(modules: int) -> dict[str, str]:
    """Modules with two subsections each; all of them link to the last module."""
    folders = [f"{at}_part" for at in range(1, modules + 1)]
    files = {
        "curriculum-lint.toml": "levels = ['.']\nreadme = 'readme.md'\n",
        "readme.md": "# Course\n\n"
        + "".join(f"{at}. [Part {at}]({path}/readme.md)\n" for at, path in enumerate(folders, 1)),
    }
    for at, path in enumerate(folders, 1):
        inner = [f"{letter}_more" for letter in "ab"]
        links = "".join(f"- [More {at} {each[0]}]({each}/readme.md)\n" for each in inner)
        last = f"As in [the last](../{folders[-1]}/readme.md).\n"
        files[f"{path}/readme.md"] = f"# Part {at}\n\n{links}\n{last}"
        for each in inner:
            files[f"{path}/{each}/readme.md"] = f"# More {at} {each[0]}\n\nWords.\n"
    return files


def work_of_move(
    root: Path, modules: int, work: Counter[str], module: str = "3", to: str = "2"
) -> Counter[str]:
    """What moving a module costs where a check was run before."""
    write_files(root, course(modules))
    for command in (["git", "init", "-q"], ["git", "add", "-A"]):
        subprocess.run(command, cwd=root, check=True)
    invoke("check", "--root", str(root))
    work.clear()
    done = invoke("move", module, "--to", to, "--root", str(root), "--force")
    assert done.exit_code == 0, done.stderr
    assert f"[More {module} a]" in (root / f"{to}_part" / "readme.md").read_text()
    return work.copy()


def test_a_near_move_costs_what_it_changes(
    work: Counter[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    few = work_of_move(tmp_path / "few", FEW, work)
    many = work_of_move(tmp_path / "many", MANY, work)
    assert few[_PARSED] > 0
    assert few[_LISTS] > 0
    assert few[_PROGRAMS] > 0
    assert many[_PROGRAMS] == few[_PROGRAMS]
    # Each module's page holds a list, which is read once: those of subsections hold none.
    assert many[_LISTS] - few[_LISTS] <= MANY - FEW, (few, many)
    assert many[_PARSED] == few[_PARSED], (few, many)


def test_a_far_move_parses_no_page_whose_links_alone_are_others(
    work: Counter[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    few = work_of_move(tmp_path / "few", FEW, work, "1", str(FEW))
    many = work_of_move(tmp_path / "many", MANY, work, "1", str(MANY))
    # The titles of the modules have numbers: a page for each, and those that list them.
    assert 0 < few[_PARSED] < 2 * FEW
    assert many[_PARSED] - few[_PARSED] == MANY - FEW, (few, many)
