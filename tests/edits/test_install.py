"""A file that is put back where another program saves meanwhile."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from curriculum_lint.edits import install
from curriculum_lint.edits.digest import digest
from curriculum_lint.edits.exchange import exchange
from curriculum_lint.edits.install import UnfinishedError, digest_at, put_back
from curriculum_lint.edits.not_written import Reason, RefusedError


@pytest.fixture
def paths(tmp_path: Path) -> tuple[Path, Path]:
    """A file that is staged, and its place, which holds what we put there."""
    staged, place = tmp_path / "staged", tmp_path / "place"
    staged.write_text("as it was")
    place.write_text("ours")
    return staged, place


def test_what_we_put_there_comes_back(paths: tuple[Path, Path]) -> None:
    staged, place = paths
    put_back(str(staged), str(place), digest(b"ours"))
    assert (place.read_text(), staged.read_text()) == ("as it was", "ours")


def test_what_was_saved_before_stays(paths: tuple[Path, Path]) -> None:
    staged, place = paths
    place.write_text("saved")
    put_back(str(staged), str(place), digest(b"ours"))
    assert (place.read_text(), staged.read_text()) == ("saved", "as it was")


@pytest.mark.parametrize("saves", [1, 2, 7])
def test_what_is_saved_last_stays(
    saves: int, paths: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    staged, place = paths
    left = list(range(saves, 0, -1))

    def save_and_exchange(one: str, other: str) -> None:
        if left:
            Path(other).write_text(f"save {left.pop()}")
        exchange(one, other)

    monkeypatch.setattr(install, "exchange", save_and_exchange)
    put_back(str(staged), str(place), digest(b"ours"))
    assert place.read_text() == f"save {saves}"


def test_who_saves_for_ever_is_not_waited_for(
    paths: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    staged, place = paths

    def save_and_exchange(one: str, other: str) -> None:
        Path(other).write_text(f"{os.urandom(4).hex()}")
        exchange(one, other)

    monkeypatch.setattr(install, "exchange", save_and_exchange)
    with pytest.raises(UnfinishedError):
        put_back(str(staged), str(place), digest(b"ours"))


def test_a_place_that_is_empty_takes_the_file_and_one_that_is_taken_keeps_its_own(
    paths: tuple[Path, Path],
) -> None:
    staged, place = paths
    place.unlink()
    put_back(str(staged), str(place), digest(b"ours"))
    assert place.read_text() == "as it was"
    assert not staged.exists()
    with pytest.raises(FileNotFoundError):
        put_back(str(staged), str(place), digest(b"ours"))


@pytest.fixture
def new(tmp_path: Path) -> tuple[Path, Path]:
    """A new text that is staged, and its place, which holds the old one."""
    staged, place = tmp_path / "staged", tmp_path / "place"
    staged.write_text("new")
    place.write_text("old")
    return staged, place


def put(paths: tuple[Path, Path], old: str | None = "old") -> None:
    """Put the new text in the place of ``old``."""
    staged, place = map(str, paths)
    expected = None if old is None else digest(old.encode())
    install.install(staged, place, expected, digest(b"new"))


def refused(paths: tuple[Path, Path], old: str | None = "old") -> Reason:
    with pytest.raises(RefusedError) as caught:
        put(paths, old)
    return caught.value.reason


def texts(paths: tuple[Path, Path]) -> tuple[str | None, str | None]:
    """What is staged, and what is in the place."""
    staged, place = (path.read_text() if path.exists() else None for path in paths)
    return staged, place


def before_exchange(monkeypatch: pytest.MonkeyPatch, act: Callable[[], object]) -> None:
    """Another program does something in the very moment before names are exchanged."""
    acts = [act]

    def act_and_exchange(one: str, other: str) -> bool:
        if acts:
            acts.pop()()
        return exchange(one, other)

    monkeypatch.setattr(install, "exchange", act_and_exchange)


def test_the_new_text_comes_and_the_old_one_is_kept(new: tuple[Path, Path]) -> None:
    put(new)
    assert texts(new) == ("old", "new")


def test_a_new_file_comes_where_nothing_is(new: tuple[Path, Path]) -> None:
    assert refused(new, None) is Reason.EXISTS
    assert texts(new) == ("new", "old")
    new[1].unlink()
    put(new, None)
    assert texts(new) == (None, "new")


def test_another_text_stays(new: tuple[Path, Path]) -> None:
    new[1].write_text("saved")
    assert refused(new) is Reason.CHANGED
    assert texts(new) == ("new", "saved")
    new[1].unlink()
    assert refused(new) is Reason.CHANGED
    assert texts(new) == ("new", None)


def test_what_is_saved_in_the_last_moment_stays(
    new: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    before_exchange(monkeypatch, lambda: new[1].write_text("saved"))
    assert refused(new) is Reason.CHANGED
    assert texts(new) == ("new", "saved")


def test_what_is_removed_in_the_last_moment_stays_away(
    new: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    before_exchange(monkeypatch, new[1].unlink)
    assert refused(new) is Reason.CHANGED
    assert texts(new) == ("new", None)


def test_a_link_that_is_made_in_the_last_moment_stays(
    new: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even one that leads to the very bytes that were expected."""
    (new[1].parent / "elsewhere").write_text("old")

    def link() -> None:
        new[1].unlink()
        new[1].symlink_to("elsewhere")

    before_exchange(monkeypatch, link)
    assert refused(new) is Reason.CHANGED
    assert os.readlink(new[1]) == "elsewhere"
    assert (new[0].read_text(), new[1].read_text()) == ("new", "old")


def test_what_is_saved_while_it_goes_back_stays(
    new: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Saved twice: the later text is in the place, and the earlier one is nobody's any more."""
    acts = ["saved", "saved again"]

    def save_and_exchange(one: str, other: str) -> bool:
        if acts:
            Path(other).write_text(acts.pop(0))
        return exchange(one, other)

    monkeypatch.setattr(install, "exchange", save_and_exchange)
    assert refused(new) is Reason.CHANGED
    assert texts(new) == (None, "saved again")


def test_what_cannot_be_looked_at_goes_back(
    new: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(install, "_reason_to_put_back", fail)
    with pytest.raises(OSError, match="Input/output error"):
        put(new)
    assert texts(new) == ("new", "old")


@pytest.mark.parametrize("number", [errno.EINVAL, errno.EACCES, errno.ENOTTY])
def test_a_file_system_that_cannot_tell_who_writes_is_no_hindrance(
    new: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    fcntl = pytest.importorskip("fcntl")

    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(fcntl, "fcntl", fail)
    put(new)
    assert texts(new) == ("old", "new")


def test_who_writes_is_asked_only_where_the_exchange_was_one_step(
    new: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the file has two names for a while, and counts as open here."""
    with open(new[1], "a"):
        assert refused(new) is Reason.IN_USE
        assert texts(new) == ("new", "old")
        monkeypatch.setattr(install, "exchange", lambda one, other: exchange(one, other) and False)
        put(new)
    assert texts(new) == ("old", "new")


@pytest.mark.parametrize("lacking", ["F_SETSIG", "F_SETLEASE"])
def test_a_system_without_leases_is_no_hindrance(
    new: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, lacking: str
) -> None:
    fcntl = pytest.importorskip("fcntl")
    monkeypatch.delattr(fcntl, lacking, raising=False)
    with open(new[1], "a"):
        put(new)
    assert texts(new) == ("old", "new")


def test_only_files_have_a_digest(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("old")
    (tmp_path / "link").symlink_to("file")
    os.mkfifo(tmp_path / "pipe")
    found = [digest_at(str(tmp_path / name)) for name in ("file", "link", "pipe", ".", "gone")]
    assert found == [digest(b"old"), "", "", "", None]


def test_so_many_saves_are_enough(
    paths: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    staged, place = paths
    for saves, is_done in ((99, True), (100, False)):
        left = list(range(saves, 0, -1))

        def save_and_exchange(one: str, other: str, left: list[int] = left) -> None:
            if left:
                Path(other).write_text(f"save {left.pop()}")
            exchange(one, other)

        staged.write_text("as it was")
        place.write_text("ours")
        monkeypatch.setattr(install, "exchange", save_and_exchange)
        if is_done:
            put_back(str(staged), str(place), digest(b"ours"))
            assert place.read_text() == "save 99"
        else:
            with pytest.raises(UnfinishedError, match="again and again"):
                put_back(str(staged), str(place), digest(b"ours"))
