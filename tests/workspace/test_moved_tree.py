"""A tree as renames will leave it answers as the disk will, once they are made."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_lint.edits.apply import apply_plan
from curriculum_lint.edits.edit import Move
from curriculum_lint.edits.moves import Moves
from curriculum_lint.edits.plan import NewText, Plan
from curriculum_lint.settings.settings import Settings
from curriculum_lint.workspace.disk import Disk
from curriculum_lint.workspace.moved_tree import MovedTree, Names
from curriculum_lint.workspace.tree import Tree
from tests.repository import write_files

FILES = {
    ".gitignore": "*.log\nbuild/\n",
    "l/2_b/readme.md": "two",
    "l/2_b/out.log": "ignored",
    "l/2_b/build/x.html": "ignored",
    "l/3_c/ReadMe.md": "three",
    "l/3_c/a_x/readme.md": "a",
    "readme.md": "root",
}
MOVES = [
    ("l/2_b l/3_b", "l/3_c l/2_c"),
    ("l/2_b l/3_c", "l/3_c l/2_b"),
    ("l/3_c l/2_c", "l/3_c/a_x l/2_c/b_x"),
    ("l/3_c/ReadMe.md l/3_c/readme.md",),
    ("l/2_b/readme.md readme2.md", "l/3_c new"),
]
ASKED = [
    *("l/2_b", "l/2_b/readme.md", "l/2_b/out.log", "l/2_b/build/x.html", "l/2_b/build"),
    *("l/3_b/out.log", "l/3_b/build/x.html", "l/3_c/readme.md", "l/2_c/readme.md"),
    *("l/3_c/ReadMe.md", "l/2_c/ReadMe.md", "l/2_c/b_x", "l/2_c/a_x", "l/3_c/a_x/../out.log"),
    *("readme2.md", "README.md", "new/a_x", "link/readme.md", "link", "L/3_b", "l/5_n/readme.md"),
]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_files(tmp_path, FILES)
    (tmp_path / "link").symlink_to("l")
    return tmp_path


def answers(tree: Tree) -> dict[str, object]:
    found = {path: tree.lookup(path) for path in ASKED}
    return {
        path: (each.status, each.entry and (each.entry.path, each.entry.kind), each.in_tree)
        for path, each in found.items()
    } | {"tree": {path: entry.kind for path, entry in tree.entries.items()}, "off": tree.ignored}


@pytest.mark.parametrize("pairs", MOVES)
def test_it_answers_as_the_disk_will(root: Path, pairs: tuple[str, ...]) -> None:
    moves = Moves(Move(*pair.split(" ")) for pair in pairs)
    settings = Settings(str(root))
    promised = MovedTree(Disk(settings).tree, Names(moves.new, moves.old), {"l/5_n/readme.md": 3})
    new = NewText("l/5_n/readme.md", "new", False, None)
    expected = answers(promised)
    origins = {
        path: (root / promised.origin(path)).read_text()
        for path, entry in promised.entries.items()
        if entry.kind == "file" and path != new.path
    }
    assert apply_plan(str(root), Plan((new,), tuple(moves))) == []
    assert answers(Disk(settings).tree) == expected
    assert {path: (root / path).read_text() for path in origins} == origins


@pytest.mark.parametrize(
    ("path", "folder", "expected"),
    [
        ("l/build", True, True),
        ("l/build", False, False),
        ("l/x.log", False, True),
        ("l/build/readme.md", False, True),
        ("l/4_d", True, False),
        ("node_modules", True, True),
        (".git/x", False, True),
        ("skipped/x.md", False, True),
    ],
)
def test_what_git_would_ignore_is_known_before_it_exists(
    root: Path, path: str, folder: bool, expected: bool
) -> None:
    settings = Settings(str(root), exclude=("skipped/**",))
    assert Disk(settings).leaves_out(path, folder=folder) is expected
