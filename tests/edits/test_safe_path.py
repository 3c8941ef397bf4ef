"""Which paths may be written to: plain ones, where no link or other repository is in the way."""

from __future__ import annotations

import ntpath
import os
import stat
from pathlib import Path
from types import SimpleNamespace

import pytest

from curriculum_lint.edits.not_written import Reason
from curriculum_lint.edits.safe_path import find_obstacle, is_in_git_folder, is_plain
from tests.repository import write_files


@pytest.mark.parametrize(
    ("path", "plain"),
    [
        ("a.md", True),
        ("a/b c/ü.md", True),
        ("a/...", True),
        (".github/a", True),
        (os.fsdecode(b"\xff.md"), True),
        ("a\\b", True),
        ("a:b", True),
        ("git~2/a", True),
        ("", False),
        (".", False),
        ("..", False),
        ("/a", False),
        ("a/", False),
        ("a//b", False),
        ("a/./b", False),
        ("a/../b", False),
        ("a\0b", False),
        ("\ud800", False),
        (".git/a", False),
        ("a/.GIT", False),
        ("GIT~1/a", False),
    ],
)
def test_a_path_is_plain_if_it_can_only_lead_to_one_place_inside(path: str, plain: bool) -> None:
    assert is_plain(path) is plain


@pytest.mark.parametrize(
    ("path", "plain"),
    [("a/b", True), ("a\\b", False), ("C:a", False), ("C:/a", False), ("//server/share/a", False)],
)
def test_windows_has_other_ways_out(
    monkeypatch: pytest.MonkeyPatch, path: str, plain: bool
) -> None:
    monkeypatch.setattr(os, "sep", ntpath.sep)
    monkeypatch.setattr(os.path, "splitdrive", ntpath.splitdrive)
    assert is_plain(path) is plain


def test_gits_own_folder_is_known_by_each_of_its_names() -> None:
    parts = ("a", ".git", ".Git", "git~1", "GIT~1", ".gitignore", "git")
    assert [is_in_git_folder(["x", part]) for part in parts] == [False, *[True] * 4, False, False]


@pytest.mark.parametrize(
    ("path", "obstacle"),
    [
        ("a.md", None),
        ("deep/a.md", None),
        ("deep/er/new.md", None),
        ("gone/er/new.md", None),
        ("deep/gone/er/new.md", None),
        ("link", None),
        ("link/a.md", Reason.LINKED),
        ("a.md/b.md", Reason.LINKED),
        ("deep/link/a.md", Reason.LINKED),
        ("deep/link/.git/a", Reason.GIT_FOLDER),
        ("other", None),
        ("other/a.md", Reason.OTHER_REPOSITORY),
        ("other/gone/a.md", Reason.OTHER_REPOSITORY),
        ("deep/linked/a.md", Reason.OTHER_REPOSITORY),
        (".git/a", Reason.GIT_FOLDER),
        ("../a.md", Reason.OUTSIDE),
        ("a.md/../../b.md", Reason.OUTSIDE),
        ("", Reason.OUTSIDE),
    ],
)
def test_what_is_in_the_way_is_named(tmp_path: Path, path: str, obstacle: Reason | None) -> None:
    root = tmp_path / "root"
    write_files(root, {"a.md": "", "deep/a.md": "", "deep/er/a.md": "", "other/.git/HEAD": ""})
    write_files(root, {".git/HEAD": "", "deep/linked/a.md": ""})
    (root / "link").symlink_to("deep")
    (root / "deep/link").symlink_to(tmp_path)
    (root / "deep/linked/.git").symlink_to("nowhere")
    assert find_obstacle(str(root), path) is obstacle


@pytest.mark.parametrize(("tag", "obstacle"), [(0xA0000003, Reason.LINKED), (0, None)])
def test_a_junction_of_windows_is_a_link(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, tag: int, obstacle: Reason | None
) -> None:
    state = SimpleNamespace(st_mode=stat.S_IFDIR | 0o755, st_reparse_tag=tag)
    with monkeypatch.context() as context:
        context.setattr(os, "lstat", lambda _path: state)
        context.setattr(os.path, "lexists", lambda _path: False)
        found = find_obstacle(str(tmp_path), "junction/a.md")
    assert found is obstacle
