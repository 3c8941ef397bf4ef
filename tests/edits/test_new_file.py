"""Files that are new: who may read them, what they hold, and what they never touch."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from curriculum_lint.edits.new_file import (
    create,
    create_handle,
    fill,
    open_regular,
    sync_folder,
    take_over,
)


@pytest.fixture(params=[0o000, 0o022, 0o077])
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    """What the user takes away from every new file."""
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_file_may_be_read_by_whom_the_user_lets(tmp_path: Path, umask: int) -> None:
    create(str(tmp_path / "new"), (b"one ", b"", b"two"))
    assert (tmp_path / "new").read_bytes() == b"one two"
    assert mode(tmp_path / "new") == 0o666 & ~umask


@pytest.mark.parametrize("wanted", [0o600, 0o644, 0o666, 0o750, 0o4755])
def test_what_replaces_a_file_has_its_mode_and_is_private_until_then(
    tmp_path: Path, umask: int, wanted: int
) -> None:
    (tmp_path / "old").touch()
    (tmp_path / "old").chmod(wanted)
    before = (tmp_path / "old").stat()
    os.close(create_handle(str(tmp_path / "begun"), before))
    assert mode(tmp_path / "begun") == 0o600 & ~umask
    create(str(tmp_path / "new"), (b"text",), before)
    assert mode(tmp_path / "new") == wanted
    assert (tmp_path / "new").read_bytes() == b"text"


@pytest.mark.parametrize("make", ["file", "link", "link to nothing"])
def test_what_is_there_is_not_overwritten(tmp_path: Path, make: str) -> None:
    (tmp_path / "other").write_text("old")
    path = tmp_path / "new"
    if make == "file":
        path.write_text("old")
    else:
        path.symlink_to("other" if make == "link" else "nowhere")
    with pytest.raises(FileExistsError):
        create(str(path), (b"new",), tmp_path.stat())
    create(str(tmp_path / "another"), (b"new",), (tmp_path / "other").stat())
    sync_folder(str(tmp_path))
    (tmp_path / "another").unlink()
    assert sorted(os.listdir(tmp_path)) == ["new", "other"]
    assert (tmp_path / "other").read_text() == "old"


def test_a_file_is_on_the_disk_before_it_is_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[tuple[int, int]] = []
    monkeypatch.setattr(
        os, "fsync", lambda handle: synced.append((os.fstat(handle).st_size, handle))
    )
    create(str(tmp_path / "new"), (b"text",))
    ((size, handle),) = synced
    assert size == len(b"text")
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(handle)


def test_a_system_that_takes_one_byte_at_a_time_gets_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: write(handle, bytes(data)[:1]))
    with open(tmp_path / "new", "wb") as file:
        fill(file.fileno(), (b"abc", b"", b"defg"))
    assert (tmp_path / "new").read_bytes() == b"abcdefg"


def test_the_owner_stays_where_the_system_allows_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    path.touch()
    before = path.stat()
    given: list[tuple[str, int, int]] = []
    monkeypatch.setattr(os, "chown", lambda *arguments: given.append(arguments))
    path.chmod(0o400)
    take_over(str(path), before)
    assert given == [(str(path), before.st_uid, before.st_gid)]
    assert mode(path) == stat.S_IMODE(before.st_mode)


@pytest.mark.parametrize("system", ["refuses", "has no owners"])
def test_a_file_that_cannot_be_given_away_still_has_its_mode(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    path = tmp_path / "file"
    path.touch()
    path.chmod(0o751)
    before = path.stat()
    path.chmod(0o600)
    if system == "refuses":
        monkeypatch.setattr(os, "chown", refuse)
    else:
        monkeypatch.delattr(os, "chown")
    take_over(str(path), before)
    assert mode(path) == 0o751


def test_a_link_is_not_read_and_a_pipe_not_waited_for(tmp_path: Path) -> None:
    create(str(tmp_path / "file"), (b"te", b"xt"), tmp_path.stat())
    sync_folder(str(tmp_path))
    with open(open_regular(str(tmp_path / "file")), "rb") as file:
        assert file.read() == b"text"
    (tmp_path / "link").symlink_to("file")
    with pytest.raises(OSError, match="symbolic links"):
        open_regular(str(tmp_path / "link"))
    os.mkfifo(tmp_path / "pipe")
    os.close(open_regular(str(tmp_path / "pipe")))


def test_the_names_in_a_folder_are_on_the_disk_where_the_system_can(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []

    def sync(handle: int) -> None:
        synced.append(handle)
        assert os.path.samestat(os.fstat(handle), tmp_path.stat())
        raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(os, "fsync", sync)
    sync_folder(str(tmp_path))
    sync_folder(str(tmp_path / "gone"))
    (handle,) = synced
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(handle)


@pytest.mark.parametrize(
    ("system", "reading", "writing"),
    [
        ("all", os.O_RDONLY | 1 << 20 | 1 << 21, os.O_WRONLY | os.O_CREAT | os.O_EXCL | 1 << 22),
        ("none", os.O_RDONLY, os.O_WRONLY | os.O_CREAT | os.O_EXCL),
    ],
)
def test_each_system_is_asked_for_what_it_has(
    monkeypatch: pytest.MonkeyPatch, system: str, reading: int, writing: int
) -> None:
    """Windows would write other line ends without its flag, and knows no links to refuse."""
    for at, name in enumerate(("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY")):
        if system == "all":
            monkeypatch.setattr(os, name, 1 << (20 + at), raising=False)
        else:
            monkeypatch.delattr(os, name, raising=False)
    asked: list[int] = []

    def record(_path: str, flags: int, _mode: int = 0) -> int:
        asked.append(flags)
        return 0

    with monkeypatch.context() as context:
        context.setattr(os, "open", record)
        open_regular("file")
        create_handle("file")
    assert asked == [reading, writing]
