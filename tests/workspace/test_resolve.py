from __future__ import annotations

import ntpath
import os
from pathlib import Path

import pytest

from curriculum_lint.workspace.resolve import Resolved, Stop, resolve


def test_path_without_links_is_itself(tmp_path: Path) -> None:
    (tmp_path / "d").mkdir()
    found = resolve(str(tmp_path), "./d//")
    assert isinstance(found, Resolved)
    assert (found.path, found.state.st_ino) == ("d", os.stat(tmp_path / "d").st_ino)


@pytest.mark.parametrize("path", [".", "", "d/.."])
def test_root_is_a_path_too(tmp_path: Path, path: str) -> None:
    (tmp_path / "d").mkdir()
    found = resolve(str(tmp_path), path)
    assert isinstance(found, Resolved)
    assert (found.path, found.state.st_ino) == (".", os.stat(tmp_path).st_ino)


def test_root_that_disappeared_is_missing(tmp_path: Path) -> None:
    assert resolve(str(tmp_path / "gone"), ".") is Stop.MISSING


def test_file_is_no_way_to_anything(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    assert resolve(str(tmp_path), "a/b") is Stop.MISSING


@pytest.mark.parametrize("name", [".git", ".Git", "GIT~1", ".hg", ".svn"])
def test_version_control_is_private(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    assert resolve(str(tmp_path), f"{name}/config") is Stop.PRIVATE


@pytest.mark.parametrize("target", ["/x", "C:/x", "C:\\x", "\\\\server\\x"])
def test_absolute_link_of_windows_leads_outside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, target: str
) -> None:
    (tmp_path / "a").symlink_to(target)
    monkeypatch.setattr(os, "sep", ntpath.sep)
    monkeypatch.setattr(os.path, "splitdrive", ntpath.splitdrive)
    assert resolve(str(tmp_path), "a") is Stop.OUTSIDE
