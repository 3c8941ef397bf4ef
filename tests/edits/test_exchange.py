"""Two names that are exchanged, and one that is given: whatever the system can do at once."""

from __future__ import annotations

import ctypes
import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from curriculum_lint.edits import exchange as exchanging
from curriculum_lint.edits.exchange import end_exchange, exchange, rename_new
from tests.edits.interference import Killed

NEW, OLD = "new", "old"


@pytest.fixture
def paths(tmp_path: Path) -> tuple[Path, Path]:
    """A file that is staged, and the one in its place."""
    staged, place = tmp_path / "staged", tmp_path / "place"
    staged.write_text(NEW)
    place.write_text(OLD)
    place.chmod(0o640)
    return staged, place


@pytest.fixture
def in_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that knows no such call."""
    monkeypatch.setattr(exchanging, "_call", lambda *_: errno.ENOSYS)


class Macos:
    """The C library of macOS: `renamex_np` alone, with the flags of its manual."""

    SWAP, EXCL = 2, 4

    def renamex_np(self, source: bytes, target: bytes, flags: int) -> int:
        if flags == self.SWAP:
            os.rename(target, target + b"-other")
            os.rename(source, target)
            os.rename(target + b"-other", source)
        elif flags == self.EXCL and not os.path.lexists(target):
            os.rename(source, target)
        else:
            ctypes.set_errno(errno.EEXIST)
            return -1
        return 0


def have_library(monkeypatch: pytest.MonkeyPatch, library: object) -> None:
    def load(name: None, *, use_errno: bool) -> object:
        assert (name, use_errno) == (None, True)
        return library

    monkeypatch.setattr(ctypes, "CDLL", load)


def assert_exchanged(staged: Path, place: Path) -> None:
    assert (staged.read_text(), place.read_text()) == (OLD, NEW)
    assert staged.stat().st_mode & 0o777 == 0o640
    assert sorted(os.listdir(staged.parent)) == ["place", "staged"]


def test_names_are_exchanged_at_once(paths: tuple[Path, Path]) -> None:
    assert exchange(*map(str, paths)) is True
    assert_exchanged(*paths)


def test_paths_are_those_of_the_working_folder(
    paths: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(paths[0].parent)
    assert exchange("staged", "place") is True
    assert_exchanged(*paths)
    rename_new("staged", "other")
    assert (paths[0].parent / "other").read_text() == OLD


def test_names_are_exchanged_in_steps(paths: tuple[Path, Path], in_steps: None) -> None:
    assert exchange(*map(str, paths)) is False
    assert_exchanged(*paths)


def test_macos_exchanges_names_at_once(
    paths: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    have_library(monkeypatch, Macos())
    assert exchange(*map(str, paths)) is True
    assert_exchanged(*paths)
    with pytest.raises(FileExistsError):
        rename_new(*map(str, paths))
    paths[1].unlink()
    rename_new(*map(str, paths))
    assert paths[1].read_text() == OLD


def test_a_library_without_such_calls_is_one_that_needs_steps(
    paths: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    have_library(monkeypatch, object())
    assert exchange(*map(str, paths)) is False
    assert_exchanged(*paths)


def test_windows_is_not_asked_for_a_library(
    paths: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(ctypes, "CDLL")
    with monkeypatch.context() as context:
        context.setattr(os, "name", "nt")
        was_single = exchange(*map(str, paths))
    assert was_single is False
    assert_exchanged(*paths)


@pytest.mark.parametrize(
    "number", [errno.ENOSYS, errno.EINVAL, errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP]
)
def test_a_file_system_that_does_not_know_the_call_needs_steps(
    paths: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(exchanging, "_call", lambda *_: number)
    assert exchange(*map(str, paths)) is False
    assert_exchanged(*paths)


def test_any_other_error_is_raised_with_what_the_system_said(
    paths: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchanging, "_call", lambda *_: errno.EIO)
    with pytest.raises(OSError, match="Input/output error") as raised:
        exchange(*map(str, paths))
    assert raised.value.errno == errno.EIO
    assert [path.read_text() for path in paths] == [NEW, OLD]


@pytest.mark.parametrize("system", ["at once", "in steps"])
def test_where_nothing_is_there_is_nothing_to_exchange(
    paths: tuple[Path, Path], request: pytest.FixtureRequest, system: str
) -> None:
    if system == "in steps":
        request.getfixturevalue("in_steps")
    staged, place = paths
    place.unlink()
    with pytest.raises(FileNotFoundError, match="No such file"):
        exchange(str(staged), str(place))
    assert (os.listdir(staged.parent), staged.read_text()) == (["staged"], NEW)


@pytest.mark.parametrize("error", [OSError(errno.EPERM, "no"), NotImplementedError()])
@pytest.mark.parametrize("what", ["file", "link"])
def test_a_file_system_without_hard_links_keeps_a_copy(
    paths: tuple[Path, Path],
    in_steps: None,
    monkeypatch: pytest.MonkeyPatch,
    error: Exception,
    what: str,
) -> None:
    staged, place = paths
    if what == "link":
        place.unlink()
        place.symlink_to("elsewhere")
    else:
        os.utime(place, (1, 1))

    def refuse(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(os, "link", refuse)
    assert exchange(str(staged), str(place)) is False
    assert place.read_text() == NEW
    if what == "link":
        assert os.readlink(staged) == "elsewhere"
    else:
        assert_exchanged(staged, place)
        assert staged.stat().st_mtime == 1


@pytest.mark.parametrize("system", ["linux", "macos"])
def test_a_link_in_the_place_comes_out_as_a_link(
    paths: tuple[Path, Path], in_steps: None, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    """MacOS makes another name of what a link leads to, unless it is told otherwise."""
    staged, place = paths
    link = os.link

    def follow(source: str, target: str, *, follow_symlinks: bool = True) -> None:
        link(os.path.realpath(source) if follow_symlinks else source, target, follow_symlinks=False)

    if system == "macos":
        monkeypatch.setattr(os, "link", follow)
    place.unlink()
    place.symlink_to("elsewhere")
    exchange(str(staged), str(place))
    assert (os.readlink(staged), place.read_text()) == ("elsewhere", NEW)


@pytest.mark.parametrize("system", ["at once", "in steps"])
def test_a_name_is_given_only_where_nothing_has_it(
    paths: tuple[Path, Path], request: pytest.FixtureRequest, system: str
) -> None:
    if system == "in steps":
        request.getfixturevalue("in_steps")
    staged, place = paths
    with pytest.raises(FileExistsError, match="File exists"):
        rename_new(str(staged), str(place))
    assert (staged.read_text(), place.read_text()) == (NEW, OLD)
    place.unlink()
    rename_new(str(staged), str(place))
    assert (os.listdir(place.parent), place.read_text()) == (["place"], NEW)


def test_a_link_to_nothing_has_its_name_too(paths: tuple[Path, Path], in_steps: None) -> None:
    staged, place = paths
    place.unlink()
    place.symlink_to("nowhere")
    with pytest.raises(FileExistsError):
        rename_new(str(staged), str(place))
    assert place.is_symlink()


def killed_before(name: str) -> Callable[..., None]:
    def call(*_: object, **__: object) -> None:
        raise Killed(name)

    return call


@pytest.mark.parametrize(
    ("call", "place_then", "staged_then"),
    [("link", OLD, NEW), ("replace", OLD, NEW), ("rename", NEW, OLD)],
)
def test_an_exchange_that_was_interrupted_is_done_or_was_not_begun(
    paths: tuple[Path, Path],
    in_steps: None,
    monkeypatch: pytest.MonkeyPatch,
    call: str,
    place_then: str,
    staged_then: str,
) -> None:
    """At every moment there is a file in the place; what came out of it is never lost."""
    staged, place = paths
    with monkeypatch.context() as context:
        context.setattr(os, call, killed_before(call))
        with pytest.raises(Killed):
            exchange(str(staged), str(place))
    assert place.read_text() == place_then
    for _ in range(2):
        end_exchange(str(staged))
        assert (place.read_text(), staged.read_text()) == (place_then, staged_then)
        assert sorted(os.listdir(place.parent)) == ["place", "staged"]


def test_what_an_interrupted_exchange_has_kept_is_in_nobodys_way(
    paths: tuple[Path, Path], in_steps: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    staged, place = paths
    with monkeypatch.context() as context:
        context.setattr(os, "replace", killed_before("replace"))
        with pytest.raises(Killed):
            exchange(str(staged), str(place))
    assert len(os.listdir(place.parent)) == 3
    exchange(str(staged), str(place))
    assert_exchanged(staged, place)
