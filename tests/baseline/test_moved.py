"""A curriculum that is moved as a whole keeps what is known of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from curriculum_lint.views.baseline.fingerprint import Fingerprint
from curriculum_lint.views.baseline.moved import follow_moves
from tests.changed.history import commit, git, repository
from tests.command import Result, invoke
from tests.curricula import SECOND, clean_files, readme

NAME = "curriculum-lint-baseline.json"
FILES = {**clean_files(), SECOND: readme("Files", practices="") + "\n[x](gone.md)\n"}
FILES["README.md"] += "\n[x](gone.md)\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with three known findings, on a branch for a change."""
    root = repository(tmp_path / "repository", FILES)
    assert "3 findings known" in check(root, "--update-baseline").stderr
    commit(root)
    git(root, "branch", "-f", "main")
    (root / "courses/node").mkdir(parents=True)
    return root


def check(root: Path, *options: str) -> Result:
    return invoke("check", "--root", str(root), "--fail-level", "info", *options)


def move_all(root: Path, *names: str) -> None:
    for name in names:
        git(root, "mv", name, f"courses/node/{name}")


def test_below_a_root_that_stays(root: Path) -> None:
    move_all(root, "README.md", "first_level")
    (root / "curriculum-lint.toml").write_text('levels = ["courses/node/*_level"]\n')
    commit(root)
    assert check(root).exit_code == 0
    assert check(root, "--no-baseline", "--changed", "--base", "main").exit_code == 0
    assert "3 findings known (0 added, 0 removed)" in check(root, "--update-baseline").stderr
    entries = json.loads((root / NAME).read_text())["entries"]
    assert {each["unit"] for each in entries[:-1]} == {
        "courses/node",
        "courses/node/first_level/files",
    }
    told = invoke("changes", "--root", str(root), "--base", "main").stdout
    assert "level: First level – moved from first_level/readme.md" in told
    assert told.endswith("\n1 level moved.\n")


@pytest.mark.parametrize("is_configured", [True, False])
def test_with_the_root(root: Path, *, is_configured: bool) -> None:
    if is_configured:
        (root / "curriculum-lint.toml").write_text("")
        commit(root)
        git(root, "branch", "-f", "main")
        move_all(root, "curriculum-lint.toml")
    else:
        (root / "courses/node/curriculum-lint.toml").write_text("")
    move_all(root, "README.md", "first_level", NAME)
    commit(root)
    node = root / "courses/node"
    assert check(node).exit_code == 0
    assert check(node, "--no-baseline", "--changed", "--base", "main").exit_code == 0
    data = json.loads(
        invoke("changes", "--root", str(node), "--base", "main", "--output-format", "json").stdout
    )
    assert [(each["kind"], each["changes"]) for each in data["changes"]] == [("level", ["moved"])]
    assert data["changes"][0]["before"]["path"] == "../../first_level/readme.md"


def test_what_is_new_in_a_moved_curriculum_is_new(root: Path) -> None:
    move_all(root, "README.md", "first_level", NAME)
    node = root / "courses/node"
    (node / "curriculum-lint.toml").write_text("")
    (node / "first_level/1_start/readme.md").write_text(readme("Start") + "\n[x](new.md)\n")
    commit(root)
    done = check(node, "--no-baseline", "--changed", "--base", "main", "--output-format", "concise")
    assert "Found 1 error" in done.stdout
    assert "new.md" in done.stdout


def test_a_copy_is_not_a_move(root: Path) -> None:
    for name in ("README.md", "first_level", NAME):
        git(root, "mv", name, f"courses/node/{name}")
    git(root, "checkout", "-q", "main", "--", ".")
    (root / "courses/node/curriculum-lint.toml").write_text("")
    commit(root)
    told = invoke("changes", "--root", str(root / "courses/node"), "--base", "main").stdout
    assert "1 level added" in told


def finding(unit: str) -> Fingerprint:
    return Fingerprint(unit, "CL104", "", "")


@pytest.mark.parametrize(
    ("unit", "now", "followed"),
    [
        ("level/files", ["a/level/files"], "a/level/files"),
        ("a/level/files", ["level/files"], "level/files"),
        ("a/level/files", ["b/c/level/files"], "b/c/level/files"),
        ("level/files", ["level/start", "other/files"], "level/files"),
        ("level/files", ["level/files", "a/level/files"], "level/files"),
        ("a/level/files", ["a/level/start", "b/level/files"], "a/level/files"),
        ("level/files", ["b/start"], "level/files"),
        ("level/files", ["a/level/files", "level/start"], "level/files"),
        ("a/b/files", ["a/start", "c/files"], "c/files"),
        ("a/b/files", ["a/b/start", "c/files"], "a/b/files"),
        (".", ["a/level"], "."),
    ],
)
def test_only_a_folder_of_which_nothing_is_left_has_moved(
    unit: str, now: list[str], followed: str
) -> None:
    assert follow_moves({finding(unit): 2}, now) == {finding(followed): 2}


@pytest.mark.parametrize(
    ("units", "now", "followed"),
    [
        # What stays, what was elsewhere, and what is gone from the folder that has moved.
        (
            ["a/one/x", "a/two/x", "b/three", "kept", "a/gone"],
            ["c/one/x", "c/two/x", "kept"],
            ["c/one/x", "c/two/x", "b/three", "kept", "a/gone"],
        ),
        # Most votes win, and of as many the first by name.
        (["a/one", "a/two", "a/six"], ["b/one", "b/two", "c/six"], ["b/one", "b/two", "a/six"]),
        (["a/one", "a/two"], ["b/one", "c/two"], ["b/one", "a/two"]),
        # The folder itself, and one whose name only begins like it.
        (["a", "a/one", "ab/one"], ["b/a", "b/a/one"], ["b/a", "b/a/one", "ab/one"]),
        ([".", "one/x"], [".", "sub", "sub/one/x"], [".", "sub/one/x"]),
        ([".", "one/x"], ["sub", "sub/one/x"], ["sub", "sub/one/x"]),
    ],
)
def test_each_entry_follows_its_folder(
    units: list[str], now: list[str], followed: list[str]
) -> None:
    entries = {finding(unit): 1 for unit in units}
    assert [each.unit for each in follow_moves(entries, now)] == followed


def test_entries_that_become_one_are_counted_together() -> None:
    entries = {finding("c/one"): 1, finding("a/one"): 2, finding("a/two"): 4}
    followed = follow_moves(entries, ["c/one", "c/two"])
    assert followed == {finding("c/one"): 3, finding("c/two"): 4}
