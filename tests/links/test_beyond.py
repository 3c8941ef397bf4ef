"""Links that leave the root and stay in the repository."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.changed.history import commit, git, repository
from tests.command import invoke
from tests.curricula import FIRST, clean_files


@pytest.fixture
def top(tmp_path: Path) -> Path:
    """Two curricula in one repository."""
    files = {f"{one}/{path}": text for one in "ab" for path, text in clean_files().items()}
    roots = {"a/curriculum-lint.toml": "", "b/curriculum-lint.toml": ""}
    return repository(tmp_path / "top", {**files, **roots})


def found(top: Path, destination: str, *options: str) -> str:
    with (top / "b" / FIRST).open("a") as file:
        file.write(f"\n[x]({destination})\n")
    done = invoke(
        *("check", "--root", str(top / "b"), "--output-format", "concise", "--select", "CL3"),
        *options,
    )
    assert done.exit_code in (0, 1), done
    return done.stdout if done.exit_code else ""


@pytest.mark.parametrize("destination", ["../../../a/", f"../../../a/{FIRST}#exercises"])
def test_what_is_there_is_found(top: Path, destination: str) -> None:
    assert found(top, destination) == ""


def test_what_is_not_there_is_told_by_its_path_in_the_repository(top: Path) -> None:
    said = found(top, "../../../a/gone.md")
    assert "CL301" in said
    assert "there is nothing at `a/gone.md` in the repository" in said


def test_a_cached_answer_is_asked_for_again(top: Path) -> None:
    assert "CL301" in found(top, "../../../a/later.md")
    (top / "a/later.md").write_text("# Later\n")
    assert found(top, "../../../a/later.md") == ""


def test_what_may_only_be_left_out_here_is_not_told(top: Path, tmp_path: Path) -> None:
    commit(top)
    git(tmp_path, "clone", "-q", "--no-checkout", f"file://{top}", "sparse")
    git(tmp_path / "sparse", "sparse-checkout", "set", "--cone", "b")
    git(tmp_path / "sparse", "checkout", "-q", "change")
    assert found(tmp_path / "sparse", f"../../../a/{FIRST}") == ""
