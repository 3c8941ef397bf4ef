"""A tree that cannot be written to is checked like any other, and whoever wants to write is told."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.command import invoke
from tests.robustness.outcome import assert_sound

_IS_ADMINISTRATOR = not hasattr(os, "geteuid") or os.geteuid() == 0


@pytest.fixture
def read_only(root: Path) -> Iterator[Path]:
    """A curriculum with one finding, of which nothing can be written."""
    folders = [root, *(path for path in root.rglob("*") if path.is_dir())]
    for path in root.rglob("*.md"):
        path.chmod(0o444)
    for folder in folders:
        folder.chmod(0o555)
    yield root
    for folder in folders:
        folder.chmod(0o755)


@pytest.mark.parametrize("option", [(), ("--no-cache",), ("--diff",)])
def test_check_of_a_read_only_tree_is_a_check(read_only: Path, option: tuple[str, ...]) -> None:
    done = invoke("check", "--root", str(read_only), *option)
    assert_sound(done)
    assert done.stderr == ""
    assert done.exit_code == (0 if option == ("--diff",) else 1)


@pytest.mark.skipif(_IS_ADMINISTRATOR, reason="an administrator may write everywhere")
@pytest.mark.parametrize("arguments", [("check", "--update-baseline"), ("init",)])
def test_what_cannot_be_written_is_named(
    read_only: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    before = sorted(os.listdir(read_only))
    monkeypatch.chdir(read_only)
    done = invoke(*arguments)
    assert_sound(done)
    assert done.exit_code == 2
    assert "was not written: its folder is read-only" in done.stderr
    assert sorted(os.listdir(read_only)) == before
