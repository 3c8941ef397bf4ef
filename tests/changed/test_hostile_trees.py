"""Names, links and submodules of strangers: nothing leaves the commit."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from curriculum_lint.git.calls import GitFailure, find_repository
from curriculum_lint.git.folders import CommitFolders
from curriculum_lint.git.objects import Objects
from curriculum_lint.git.tree import read_commit
from curriculum_lint.settings.limits import Limits
from curriculum_lint.settings.settings import Settings
from curriculum_lint.workspace.read import FileText, Unreadable, UnreadableReason
from curriculum_lint.workspace.revision import Revision
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


def revision(root: Path, tree: str) -> Iterator[Revision]:
    repository = find_repository(str(root))
    settings = Settings(str(root), limits=Limits(file_bytes=1000))
    with Objects(repository) as objects:
        around = CommitFolders(objects, tree)
        yield Revision(settings, objects, read_commit(repository, objects, tree), around)


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
    for base in revision(root, tree):
        assert {".", "fine", "link"} <= set(base.tree.entries)
        assert all(".." not in path and not path.startswith("/") for path in base.tree.entries)
        assert [p for p in base.tree.entries if "git" in p.lower()] == []
        assert isinstance(base.read("fine"), FileText)
        assert not isinstance(base.read("../escaped"), FileText)


def test_tree_that_repeats_itself_is_refused(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("curriculum_lint.git.tree._MOST", 500)
    tree = hashed(root, "blob", b"x")
    for mode in ("100644", *["40000"] * 9):
        tree = tree_of(root, *((mode, b"%d" % n, tree) for n in range(10)))
    with pytest.raises(GitFailure, match="too many"):
        list(revision(root, tree))


def test_large_file_is_not_read(root: Path) -> None:
    tree = tree_of(root, ("100644", b"large.md", hashed(root, "blob", b"x" * 5000)))
    for base in revision(root, tree):
        read = base.read("large.md")
        assert isinstance(read, Unreadable)
        assert read.reason is UnreadableReason.TOO_LARGE


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
    # Whether it is checked out must not matter: a link into it is never judged.
    assert found(root) == []
