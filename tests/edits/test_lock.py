"""One run at a time changes a repository, where the system has locks."""

from __future__ import annotations

import errno
import fcntl
import os
import sys
from pathlib import Path

import pytest

from curriculum_lint.edits.lock import BusyError, exclusive, is_locked, lock_file


def test_a_folder_is_held_as_long_as_the_block_runs(tmp_path: Path) -> None:
    assert not is_locked(str(tmp_path))
    with exclusive(str(tmp_path)):
        assert is_locked(str(tmp_path))
        with pytest.raises(BusyError), exclusive(str(tmp_path)):
            raise AssertionError
        assert is_locked(str(tmp_path))
    assert not is_locked(str(tmp_path))


def test_a_block_that_fails_lets_go(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), exclusive(str(tmp_path)):
        raise ZeroDivisionError
    with exclusive(str(tmp_path)):
        pass


def test_what_cannot_be_held_is_taken_for_held(tmp_path: Path) -> None:
    assert is_locked(str(tmp_path / "gone"))
    with pytest.raises(FileNotFoundError), exclusive(str(tmp_path / "gone")):
        raise AssertionError


def test_windows_holds_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = str(tmp_path)
    with monkeypatch.context() as context:
        context.setattr(os, "name", "nt")
        context.delattr(os, "open")
        with exclusive(root), exclusive(root):
            is_held = is_locked(root)
    assert not is_held


@pytest.fixture
def file(tmp_path: Path) -> str:
    (tmp_path / "file").touch()
    return str(tmp_path / "file")


def test_who_comes_second_does_not_wait(file: str) -> None:
    with open(file) as one, open(file) as other:
        assert lock_file(one.fileno()) is True
        with pytest.raises(BlockingIOError, match="Resource temporarily unavailable"):
            lock_file(other.fileno())
    with open(file) as later:
        assert lock_file(later.fileno()) is True


@pytest.mark.parametrize("number", [errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES])
def test_each_system_has_its_word_for_a_lock_of_another(
    file: str, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, "held")

    monkeypatch.setattr(fcntl, "flock", refuse)
    with open(file) as opened, pytest.raises(BlockingIOError, match="held") as raised:
        lock_file(opened.fileno())
    assert raised.value.errno == number
    with pytest.raises(BusyError), exclusive(str(Path(file).parent)):
        raise AssertionError


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.EOPNOTSUPP, errno.EINVAL])
def test_a_drive_without_locks_holds_nothing(
    file: str, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, "no locks")

    monkeypatch.setattr(fcntl, "flock", refuse)
    with open(file) as opened:
        assert lock_file(opened.fileno()) is False
    with exclusive(str(Path(file).parent)):
        pass


def test_a_system_without_such_locks_holds_nothing(
    file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "fcntl", None)
    with open(file) as opened:
        assert lock_file(opened.fileno()) is False
