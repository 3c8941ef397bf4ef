"""Names, links and submodules of strangers: nothing leaves the folder that the base is put in."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from curriculum_lint.git.base import Base
from curriculum_lint.git.calls import GitFailure, find_repository
from curriculum_lint.git.objects import Objects
from curriculum_lint.git.tree import read_tree
from curriculum_lint.views.changed.checkout import write_tree
from tests.changed.checking import check, found
from tests.changed.conftest import OLD
from tests.changed.history import commit, git, repository
from tests.robustness.outcome import assert_sound

NAMES = [
    "a b.md", "tab\t.md", "line\nend.md", "quote\".md", "back\\slash.md", "-rf.md", "ümlaut.md",
    ":(glob)x.md", "##[error]x.md", "\x1b[31m.md", os.fsdecode(b"bytes\xff.md"), "$(id).md",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_hostile_name_is_a_name(root: Path, name: str) -> None:
    git(root, "switch", "-q", "main")
    (root / name).write_text(OLD)
    commit(root)
    git(root, "switch", "-qC", "change")
    assert found(root) == []
    (root / name).write_text(f"{OLD}\n[z](gone.md)\n")
    assert [each[1:3] for each in found(root)] == [(9, "CL301")]
    assert_sound(check(root))


def test_links_stay_links(root: Path, tmp_path: Path) -> None:
    git(root, "switch", "-q", "main")
    (tmp_path / "secret.md").write_text(OLD)
    for name, target in {
        "absolute.md": str(tmp_path / "secret.md"),
        "up.md": "../../../../../../etc/passwd",
        "loop.md": "loop.md",
        "inside.md": "old.md",
        "folder": "first_level",
    }.items():
        (root / name).symlink_to(target)
    commit(root)
    git(root, "switch", "-qC", "change")
    assert found(root) == []
    (root / "up.md").unlink()
    (root / "up.md").symlink_to("/proc/self/environ")
    done = check(root)
    assert_sound(done)
    assert "PATH=" not in done.stdout


def hashed(root: Path, kind: str, data: bytes) -> str:
    done = subprocess.run(
        ["git", "hash-object", "-w", "--literally", "-t", kind, "--stdin"],
        cwd=root, input=data, capture_output=True, check=True,
    )  # fmt: skip
    return done.stdout.decode().strip()


def tree_of(root: Path, *entries: tuple[str, bytes, str]) -> str:
    data = b"".join(
        mode.encode() + b" " + name + b"\0" + bytes.fromhex(sha) for mode, name, sha in entries
    )
    return hashed(root, "tree", data)


def written(root: Path, tree: str, folder: Path) -> Path:
    folder.mkdir()
    with Objects(find_repository(str(root))) as objects:
        base = read_tree(objects, Base(tree, "x").commit, "")
        write_tree(str(folder), base, objects, lambda _path: True, 1000)
    return folder


def test_tree_that_no_git_would_make_stays_inside(root: Path, tmp_path: Path) -> None:
    blob, out = hashed(root, "blob", b"x"), hashed(root, "blob", str(tmp_path).encode())
    below = tree_of(root, ("100644", b"planted", blob))
    tree = tree_of(
        root,
        ("100644", b"../escaped", blob),
        ("100644", b"..", blob),
        ("40000", b"..", below),
        ("40000", b".git", below),
        ("40000", b".GIT", below),
        ("100644", b"/tmp/absolute", blob),
        ("120000", b"link", out),
        ("40000", b"link", below),
        ("100644", b"fine", blob),
        ("100644", b"n" * 4000, blob),
    )
    folder = written(root, tree, tmp_path / "folder")
    assert sorted(os.listdir(folder)) == ["fine", "link"]
    assert not (tmp_path / "planted").exists()
    assert not (tmp_path / "escaped").exists()


def test_tree_that_repeats_itself_is_refused(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("curriculum_lint.git.tree._MOST", 500)
    tree = hashed(root, "blob", b"x")
    for mode in ("100644", *["40000"] * 9):
        tree = tree_of(root, *((mode, b"%d" % n, tree) for n in range(10)))
    with pytest.raises(GitFailure, match="too many"):
        written(root, tree, tmp_path / "folder")


def test_large_file_takes_no_room(root: Path, tmp_path: Path) -> None:
    tree = tree_of(root, ("100644", b"large.md", hashed(root, "blob", b"x" * 5000)))
    state = os.stat(written(root, tree, tmp_path / "folder") / "large.md")
    assert (state.st_size, state.st_blocks) == (5000, 0)


def test_what_is_in_a_submodule_is_no_change(root: Path, tmp_path: Path) -> None:
    repository(tmp_path / "other", {"inner.md": OLD, "a.txt": "x"})
    git(root, "switch", "-q", "main")
    git(root, "submodule", "add", "-q", str(tmp_path / "other"), "sub")
    (root / "old.md").write_text(f"{OLD}\n[in](sub/inner.md) and [a](sub/a.txt)\n")
    commit(root)
    git(root, "switch", "-qC", "change")
    assert found(root) == []
    (root / "sub/inner.md").write_text(OLD.replace("# Old\n", "# Old\n\n[y](gone.md)\n"))
    assert [path for path, *_ in found(root) if path.startswith("sub/")] == []
    (root / "old.md").write_text(f"{OLD}\n[in](sub/gone.md) and [a](sub/a.txt)\n")
    assert [each[:3] for each in found(root)] == [("old.md", 9, "CL301")]
