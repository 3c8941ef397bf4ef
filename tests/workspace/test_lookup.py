from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from curriculum_lint.text.globs import compile_globs
from curriculum_lint.workspace.tree import EntryKind, Status, Tree, scan

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="needs links, pipes and the names that Linux allows"
)

COMPOSED = "caf\u00e9.md"
DECOMPOSED = "cafe\u0301.md"


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    for path in (
        "root/d/Readme.md", "root/d/e/a.md", "root/dist/x.md", "root/archive/y.md",
        "root/node_modules/z.js", "root/.git/config", f"root/{COMPOSED}", "secret.md",
    ):  # fmt: skip
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).touch()
    root = tmp_path / "root"
    (root / ".gitignore").write_text("dist/\n")
    links = {
        "link": "d", "link.md": "d/e/a.md", "to-dist.md": "dist/x.md", "out": "..",
        "dangling.md": "none", "cycle.md": "cycle.md", "git.md": ".git/config", "loop": ".",
    }  # fmt: skip
    for name, target in links.items():
        (root / name).symlink_to(target)
    return scan(str(root), compile_globs(["archive"]))


@pytest.mark.parametrize(
    ("path", "reached", "in_tree"),
    [
        ("d/Readme.md", "d/Readme.md", True),
        ("d", "d", True),
        ("d/", "d", True),
        ("./d//e/a.md", "d/e/a.md", True),
        ("d/e/../Readme.md", "d/Readme.md", True),
        ("none/../d", "d", True),
        (".", ".", True),
        ("", ".", True),
        ("link/Readme.md", "d/Readme.md", True),
        ("link.md", "d/e/a.md", True),
        ("loop/loop/loop/d", "d", True),
        ("to-dist.md", "dist/x.md", False),
        ("dist", "dist", False),
        ("dist/x.md", "dist/x.md", False),
        ("archive/y.md", "archive/y.md", False),
        ("node_modules/z.js", "node_modules/z.js", False),
    ],
)
def test_path_is_found(tree: Tree, path: str, reached: str, in_tree: bool) -> None:
    found = tree.lookup(path)
    assert found.entry is not None
    assert (found.status, found.entry.path, found.in_tree) == (Status.FOUND, reached, in_tree)
    assert found.actual is None


def test_entry_outside_the_tree_says_what_it_is(tree: Tree) -> None:
    kinds = [tree.lookup(path).entry.kind for path in ("dist", "dist/x.md")]  # type: ignore[union-attr]
    assert kinds == [EntryKind.FOLDER, EntryKind.FILE]


@pytest.mark.parametrize(
    ("path", "actual", "in_tree"),
    [
        ("d/readme.md", "d/Readme.md", True),
        ("D/E/A.md", "d/e/a.md", True),
        ("DIST/x.md", "dist/x.md", False),
        ("Link/readme.md", "link/Readme.md", True),
        (DECOMPOSED, COMPOSED, True),
        (DECOMPOSED.upper(), COMPOSED, True),
    ],
)
def test_other_spelling_is_the_wrong_case(
    tree: Tree, path: str, actual: str, in_tree: bool
) -> None:
    found = tree.lookup(path)
    assert (found.status, found.actual, found.in_tree) == (Status.WRONG_CASE, actual, in_tree)
    assert found.entry is not None


@pytest.mark.parametrize(
    "path",
    [
        "none.md", "d/none/a.md", "d/Readme.md/x", "dangling.md", "cycle.md", "cycle.md/x",
        ".git/config", ".GIT", ".git", "d\\Readme.md", "nul\0.md", "n" * 5000, "x/" * 5000,
    ],
)  # fmt: skip
def test_path_is_missing(tree: Tree, path: str) -> None:
    assert tree.lookup(path) == (Status.MISSING, None, None, False)


@pytest.mark.parametrize("path", ["..", "../root/d", "d/../../x", "out", "out/secret.md", "git.md"])
def test_path_leads_outside(tree: Tree, path: str) -> None:
    assert tree.lookup(path) == (Status.OUTSIDE, None, None, False)


def test_right_spelling_wins_over_another_one(tmp_path: Path) -> None:
    (tmp_path / "a.md").touch()
    (tmp_path / "A.md").touch()
    tree = scan(str(tmp_path), lambda path: path == "a.md")
    found = tree.lookup("a.md")
    assert (found.status, found.in_tree) == (Status.FOUND, False)


def test_first_of_several_other_spellings_is_named(tmp_path: Path) -> None:
    for name in ("ab", "aB", "Ab"):
        (tmp_path / name).touch()
    assert scan(str(tmp_path), lambda _path: False).lookup("AB").actual == "Ab"


def test_answers_that_do_not_follow_from_the_entries_are_remembered(tree: Tree) -> None:
    for path in ("d/Readme.md", "d/./e", "none.md", "./none.md", "dist/x.md", "D", "..", "link.md"):
        tree.lookup(path)
    assert tree.probes == {
        "none.md": Status.MISSING,
        "dist/x.md": f"{Status.FOUND} ignored",
        "D": Status.WRONG_CASE,
        "link.md": Status.FOUND,
        "..": Status.OUTSIDE,
    }


def test_same_question_lists_a_folder_once(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    listed: list[str] = []
    real = os.listdir
    monkeypatch.setattr(os, "listdir", lambda path: listed.append(path) or real(path))
    for path in ("d/x", "d/y", "d/x"):
        tree.lookup(path)
    assert listed == [f"{tree.root}/d"]


def test_folder_that_cannot_be_listed_holds_nothing(
    tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: str):
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "listdir", refuse)
    assert tree.lookup("dist/x.md").status is Status.MISSING


def test_file_that_disappears_between_listing_and_look_is_missing(
    tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "listdir", lambda _path: ["gone.md"])
    assert tree.lookup("gone.md").status is Status.MISSING
