"""PATHS as tools give them: git, hooks, and workflows with a working directory."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.changed.history import commit, git, repository
from tests.command import Result, invoke
from tests.curricula import clean_files

BROKEN = "# Notes\n\n[x](gone.md)\n"


@pytest.fixture
def top(tmp_path: Path) -> Path:
    """A repository with a curriculum in a folder, and broken links in and beside it."""
    inside = {f"course/{path}": text for path, text in clean_files().items()}
    more = {"course/curriculum-lint.toml": "", "course/a.md": BROKEN, "course/b.md": BROKEN}
    return repository(tmp_path / "top", {**inside, **more, "beside.md": BROKEN, "main.py": ""})


def check(top: Path, monkeypatch: pytest.MonkeyPatch, where: str, *paths: str) -> Result:
    monkeypatch.chdir(top / where)
    options = ("--no-cache", "--output-format", "json", "--root", str(top / "course"))
    return invoke("check", *options, *paths)


def reported(done: Result) -> set[str]:
    assert done.exit_code in (0, 1), done
    return {each["path"] for each in json.loads(done.stdout)["diagnostics"]}


@pytest.mark.parametrize("where", [".", "course", "course/first_level"])
def test_what_git_lists_counts_wherever_it_is_run(
    top: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    (top / "course/b.md").unlink()
    (top / "course/c.md").write_text(BROKEN)
    (top / "beside.md").write_text("# Beside\n")
    (top / "main.py").write_text("import os\n")
    commit(top)
    paths = git(top, "diff", "--no-renames", "--name-only", "main").splitlines()
    assert set(paths) == {"beside.md", "main.py", "course/b.md", "course/c.md"}
    done = check(top, monkeypatch, where, "--", *paths)
    assert reported(done) == {"c.md"}
    assert "does not exist (nothing is reported for it): course/b.md." in done.stderr
    assert (
        "is not in the curriculum (nothing is reported for it): beside.md, main.py." in done.stderr
    )


def test_paths_from_the_folder_come_before_those_from_the_top(
    top: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (top / "a.md").write_text("# Another\n")
    assert reported(check(top, monkeypatch, "course", "a.md")) == {"a.md"}
    assert reported(check(top, monkeypatch, ".", "a.md")) == set()


@pytest.mark.parametrize("paths", [(), ("--",), ("",), ("", "--", "")])
def test_an_empty_list_asks_for_everything(
    top: Path, monkeypatch: pytest.MonkeyPatch, paths: tuple[str, ...]
) -> None:
    assert reported(check(top, monkeypatch, ".", *paths)) == {"a.md", "b.md"}


def test_a_list_of_deleted_files_asks_for_nothing_else(
    top: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = check(top, monkeypatch, ".", "course/gone.md", "course/gone.txt")
    assert (done.exit_code, reported(done)) == (0, set())
    assert "of 2 paths" in done.stderr


@pytest.mark.parametrize("path", ["/", "..", "."])
def test_a_folder_around_the_curriculum_holds_all_of_it(
    top: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    assert reported(check(top, monkeypatch, ".", path)) == {"a.md", "b.md"}


@pytest.mark.parametrize("path", ["/etc/passwd", "../../x", "a\0b", "\x1b[31m", "::error::x"])
def test_no_path_ends_the_run(top: Path, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    done = check(top, monkeypatch, "course", "--", path, "a.md")
    assert reported(done) == {"a.md"}
    assert done.stderr.count(os.linesep) == 1


def test_quiet_says_nothing_of_them(top: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert check(top, monkeypatch, "course", "-q", "gone.md").stderr == ""
