from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

import pytest

from curriculum_lint.edits.temporary import temporary_name
from curriculum_lint.text.globs import compile_globs
from curriculum_lint.workspace.tree import EntryKind, Status, Tree, scan

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="needs links, pipes and the names that Linux allows"
)


def _scan(root: Path, *exclude: str) -> Tree:
    return scan(str(root), compile_globs(exclude))


def _write(root: Path, *paths: str, content: str = "") -> None:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(content)


def _paths(tree: Tree) -> list[str]:
    return list(tree.entries)


def test_entries_are_sorted_by_path_and_hold_the_root(tmp_path: Path) -> None:
    _write(tmp_path, "b/c.md", "a.md", "b-c.md")
    assert _paths(_scan(tmp_path)) == [".", "a.md", "b", "b-c.md", "b/c.md"]


def test_entry_holds_what_the_disk_says(tmp_path: Path) -> None:
    _write(tmp_path, "d/a.md", content="# Hi\n")
    state = os.stat(tmp_path / "d/a.md")
    entry = _scan(tmp_path).entries["d/a.md"]
    assert entry == (
        "d/a.md", EntryKind.FILE, 5, state.st_mtime_ns, state.st_ctime_ns, state.st_ino, None
    )  # fmt: skip
    assert entry.name == "a.md"


@pytest.mark.parametrize(
    "folder", [".git", ".GIT", ".hg", ".svn", "node_modules", ".venv", "venv", "__pycache__"]
)
def test_folders_of_tools_are_never_entered(tmp_path: Path, folder: str) -> None:
    _write(tmp_path, f"{folder}/a.md", f"deep/{folder}/a.md")
    assert _paths(_scan(tmp_path)) == [".", "deep"]


def test_what_is_in_a_nested_repository_is_not_looked_at(tmp_path: Path) -> None:
    _write(tmp_path, "lib/.git/config", "lib/a.md", "sub/.git", "sub/a.md")
    assert _paths(_scan(tmp_path)) == [".", "lib", "sub"]


def test_what_a_killed_run_left_behind_is_no_entry(tmp_path: Path) -> None:
    for name in ("a.md", ".hidden.md", "é" * 200 + "\n.md"):
        _write(tmp_path, temporary_name(name), f"deep/{temporary_name(name)}")
    _write(tmp_path, f"{temporary_name('journal')}/a.md")
    _write(tmp_path, "a.tmp", ".a.md.tmp", ".a.curriculum-lint-0123456.tmp")
    assert _paths(_scan(tmp_path)) == [
        *(".", ".a.curriculum-lint-0123456.tmp", ".a.md.tmp", "a.tmp", "deep")
    ]


def test_file_with_the_name_of_a_tool_folder_is_an_entry(tmp_path: Path) -> None:
    _write(tmp_path, "venv")
    assert "venv" in _scan(tmp_path).entries


def test_excluded_folder_is_left_out_with_all_below_it(tmp_path: Path) -> None:
    _write(tmp_path, "archive/old/a.md", "a.md")
    assert _paths(_scan(tmp_path, "archive/**")) == [".", "a.md"]


def test_ignored_paths_are_left_out(tmp_path: Path) -> None:
    _write(tmp_path, "a.tmp", "keep.tmp", "d/a.tmp", "build/x.md")
    _write(tmp_path, ".gitignore", content="*.tmp\n!keep.tmp\nbuild/\n")
    assert _paths(_scan(tmp_path)) == [".", ".gitignore", "d", "keep.tmp"]


def test_ignore_file_behind_a_link_is_not_read(tmp_path: Path) -> None:
    _write(tmp_path, "a.md")
    _write(tmp_path, "rules", content="a.md\n")
    (tmp_path / ".gitignore").symlink_to("rules")
    tree = _scan(tmp_path)
    assert "a.md" in tree.entries
    assert tree.unreadable == ()


def test_excludes_of_the_repository_behind_a_link_are_not_read(tmp_path: Path) -> None:
    _write(tmp_path, "root/a.md")
    _write(tmp_path, "elsewhere/info/exclude", content="a.md\n")
    (tmp_path / "root/.git").symlink_to("../elsewhere")
    assert "a.md" in _scan(tmp_path / "root").entries


def test_ignore_file_that_is_a_pipe_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / ".gitignore")
    tree = _scan(tmp_path)
    assert tree.entries[".gitignore"].kind is EntryKind.OTHER
    assert tree.unreadable == ()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("a.md\n" + "#" * 70_000, "This ignore file is larger than 64 kB"),
        ("a.md\n" + "x\n" * 5_000, "All ignore files have more than 5,000 lines together"),
    ],
)
def test_ignore_file_beyond_a_limit_is_remembered_and_not_obeyed(
    tmp_path: Path, content: str, message: str
) -> None:
    _write(tmp_path, "a.md")
    _write(tmp_path, ".gitignore", content=content)
    tree = _scan(tmp_path)
    assert "a.md" in tree.entries
    assert tree.unreadable == ((".gitignore", message),)


def test_links_are_resolved_and_never_entered(tmp_path: Path) -> None:
    _write(tmp_path, "root/d/a.md", "secret/a.md", "root/.git/config")
    root = tmp_path / "root"
    links = {
        "file.md": "d/a.md",
        "folder": "d",
        "chain": "folder/a.md",
        "self": ".",
        "up": "d/../d/./a.md",
        "dangling.md": "nothing.md",
        "through": "d/a.md/x",
        "cycle.md": "cycle2.md",
        "cycle2.md": "cycle.md",
        "outside": "../secret",
        "outside.md": "folder/../../secret/a.md",
        "out-and-in.md": "../root/d/a.md",
        "absolute.md": str(root / "d/a.md"),
        "proc.md": "/proc/self/environ",
        "git.md": ".git/config",
    }
    for name, target in links.items():
        (root / name).symlink_to(target)
    entries = _scan(root).entries
    stray = {e.path for e in entries.values() if e.kind is EntryKind.STRAY}
    assert {e.path: e.target for e in entries.values() if e.kind is EntryKind.LINK} == {
        "file.md": "d/a.md", "folder": "d", "chain": "d/a.md", "self": ".", "up": "d/a.md",
    }  # fmt: skip
    assert stray == set(list(links)[5:])
    assert set(entries) == {".", "d", "d/a.md", *links}


def test_link_that_makes_the_way_endless_is_a_stray(tmp_path: Path) -> None:
    (tmp_path / "d").mkdir()
    (tmp_path / "long.md").symlink_to("d/../" * 700 + "d")
    (tmp_path / "wide.md").symlink_to("wide.md/" * 300)
    entries = _scan(tmp_path).entries
    assert (entries["long.md"].kind, entries["wide.md"].kind) == (EntryKind.STRAY, EntryKind.STRAY)


def test_pipes_and_sockets_are_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.md")
    tree = _scan(tmp_path)
    assert [(e.path, e.kind) for e in tree.markdown()] == [
        ("pipe.md", EntryKind.OTHER),
        ("socket.md", EntryKind.OTHER),
    ]


def test_hostile_names_are_entries_like_any_other(tmp_path: Path) -> None:
    names = [b"new\nline.md", b"\x1b[31mred.md", b"caf\xe9.md", b"::error::x.md", b"##[group].md"]
    names += [b"back\\slash.md", b"-rf.md", " \u202e.md".encode(), b"a'\"$(x).md"]
    for name in names:
        Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), name))).touch()
    tree = _scan(tmp_path)
    assert {os.fsencode(entry.path) for entry in tree.markdown()} == set(names)
    assert all(tree.lookup(entry.path).entry == entry for entry in tree.markdown())
    assert len(tree.signature()) == 64


def _refuse(folder: Path, error: type[OSError], monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.scandir

    def scandir(path: str):
        if path == str(folder):
            raise error(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)


def test_unreadable_folder_is_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(tmp_path, "closed/a.md", "open/a.md")
    _refuse(tmp_path / "closed", PermissionError, monkeypatch)
    tree = _scan(tmp_path)
    assert tree.unreadable == (("closed", "It cannot be read: Permission denied"),)
    assert _paths(tree) == [".", "closed", "open", "open/a.md"]


def test_ignore_file_without_permission_is_remembered_and_not_obeyed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write(tmp_path, "a.md")
    _write(tmp_path, ".gitignore", content="a.md")

    def refuse(path: str, _flags: int) -> int:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "open", refuse)
    (tmp_path / ".git/info").mkdir(parents=True)
    tree = _scan(tmp_path)
    assert "a.md" in tree.entries
    assert (".gitignore", "It cannot be read: Permission denied") in tree.unreadable


def test_file_that_disappears_after_its_folder_was_listed_is_left_out(tmp_path: Path) -> None:
    _write(tmp_path, "a.md", "b.md")

    def remove(path: str) -> bool:
        (tmp_path / path).unlink()
        return False

    tree = scan(str(tmp_path), remove)
    assert (_paths(tree), tree.unreadable) == (["."], ())


def test_missing_root_is_remembered(tmp_path: Path) -> None:
    tree = _scan(tmp_path / "nothing")
    assert tree.entries == {}
    assert tree.lookup(".").status is Status.MISSING
    assert tree.unreadable == ((".", "It cannot be read: No such file or directory"),)


def test_tree_of_three_hundred_levels_is_cut_off_and_remembered(tmp_path: Path) -> None:
    _write(tmp_path, "a/" * 300 + "a.md")
    tree = _scan(tmp_path)
    assert len(tree.entries) == 202
    deepest = "/".join("a" * 201)
    assert tree.unreadable == ((deepest, "It lies more than 200 folders deep"),)


def test_path_too_long_for_the_system_is_remembered(tmp_path: Path) -> None:
    name = "n" * 200
    descriptor = os.open(tmp_path, os.O_RDONLY)
    for _ in range(25):
        os.mkdir(name, dir_fd=descriptor)
        inner = os.open(name, os.O_RDONLY, dir_fd=descriptor)
        os.close(descriptor)
        descriptor = inner
    os.close(descriptor)
    tree = _scan(tmp_path)
    assert {message for _, message in tree.unreadable} == {"It cannot be read: File name too long"}
    assert 15 < len(tree.entries) < 25


def test_children_are_in_natural_order_and_only_direct_ones(tmp_path: Path) -> None:
    _write(tmp_path, "l/10_a/readme.md", "l/9_b/readme.md", "l/1_c/readme.md", "l/readme.md")
    tree = _scan(tmp_path)
    assert [e.name for e in tree.children("l")] == ["1_c", "9_b", "10_a", "readme.md"]
    assert [e.path for e in tree.children(".")] == ["l"]
    assert tree.children("l/readme.md") == ()
    assert tree.children("nothing") == ()


def test_markdown_is_known_by_its_suffix_in_any_case(tmp_path: Path) -> None:
    _write(tmp_path, "A.MD", "b.markdown", "c.txt", "d.md/x", "md", "e.mdx", "f.mdxx")
    assert [e.path for e in _scan(tmp_path).markdown()] == ["A.MD", "b.markdown", "e.mdx"]


def test_signature_is_the_same_for_the_same_tree(tmp_path: Path) -> None:
    _write(tmp_path, "d/a.md")
    assert _scan(tmp_path).signature() == _scan(tmp_path).signature()


def _change_content(root: Path) -> None:
    _write(root, "d/a.md", content="longer")


def _touch(root: Path) -> None:
    os.utime(root / "d/a.md", ns=(1, 1))


def _add(root: Path) -> None:
    _write(root, "d/b.md")


def _rename(root: Path) -> None:
    (root / "d/a.md").rename(root / "d/b.md")


def _replace_by_link(root: Path) -> None:
    (root / "d/a.md").unlink()
    (root / "d/a.md").symlink_to("..")


@pytest.mark.parametrize("change", [_change_content, _touch, _add, _rename, _replace_by_link])
def test_signature_changes_with_the_tree(tmp_path: Path, change) -> None:
    _write(tmp_path, "d/a.md")
    before = _scan(tmp_path).signature()
    change(tmp_path)
    assert _scan(tmp_path).signature() != before


def test_signature_does_not_change_with_ignored_files(tmp_path: Path) -> None:
    _write(tmp_path, "d/a.md")
    _write(tmp_path, ".gitignore", content="*.tmp")
    before = _scan(tmp_path).signature()
    _write(tmp_path, "d/new.tmp")
    assert _scan(tmp_path).signature() == before


def test_newest_time_is_that_of_the_file_changed_last(tmp_path: Path) -> None:
    _write(tmp_path, "a.md", "b.md")
    os.utime(tmp_path / "a.md", ns=(5, 5))
    os.utime(tmp_path / "b.md", ns=(7, 7))
    assert _scan(tmp_path).newest_mtime_ns == 7


def test_newest_time_of_an_empty_tree_is_zero(tmp_path: Path) -> None:
    assert _scan(tmp_path).newest_mtime_ns == 0
