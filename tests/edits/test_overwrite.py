"""Reports: written at once, and never where strangers want to have them."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import threading
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from curriculum_lint.edits import overwrite as overwriting
from curriculum_lint.edits.not_written import Reason, RefusedError
from curriculum_lint.edits.overwrite import append, is_inside, overwrite
from curriculum_lint.edits.temporary import temporary_name
from tests.edits.interference import CHANGING, interposed

SECRET = "secret\n"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A repository, beside a folder that strangers must not reach."""
    folder = tmp_path / "checkout"
    (folder / "deep").mkdir(parents=True)
    (folder / ".git").mkdir()
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret").write_text(SECRET)
    return folder


def write(checkout: Path, place: Path, text: str = "report\n") -> None:
    overwrite(str(place), str(checkout), [text.encode()])


def names(folder: Path) -> list[str]:
    return sorted(os.listdir(folder))


@pytest.mark.parametrize("before", [None, "", "old\n", "old " * 10_000])
def test_a_report_is_the_whole_of_its_file(checkout: Path, before: str | None) -> None:
    place = checkout / "deep" / "report.json"
    if before is not None:
        place.write_text(before)
        place.chmod(0o640)
    write(checkout, place)
    assert place.read_text() == "report\n"
    assert before is None or place.stat().st_mode & 0o777 == 0o640
    assert names(checkout / "deep") == ["report.json"]


LINKS = {
    "to a file": ("report", "../outside/secret", "report"),
    "to a folder": ("out", "../outside", "out/secret"),
    "to nothing": ("report", "../outside/new", "report"),
    "deep": ("deep/out", "../../outside", "deep/out/secret"),
    "inside": ("report", "deep/report", "report"),
    "over and over": ("report", "report", "report"),
    "to a device": ("report", "/dev/null", "report"),
}


@pytest.mark.parametrize("case", LINKS)
@pytest.mark.parametrize("work", [overwrite, append])
def test_a_link_in_the_checkout_is_not_followed(checkout: Path, case: str, work: Any) -> None:
    at, target, path = LINKS[case]
    (checkout / at).symlink_to(target)
    data: Any = b"x" if work is append else [b"x"]
    with pytest.raises(RefusedError) as refused:
        work(str(checkout / path), str(checkout), data)
    assert refused.value.reason is Reason.LINKED
    outside = checkout.parent / "outside"
    assert (names(outside), (outside / "secret").read_text()) == (["secret"], SECRET)


def test_a_link_outside_the_checkout_is_the_users_own(checkout: Path) -> None:
    (checkout.parent / "reports").symlink_to(checkout.parent / "outside")
    (checkout.parent / "last").symlink_to("reports/new")
    write(checkout, checkout.parent / "reports" / "secret")
    write(checkout, checkout.parent / "last")
    assert names(checkout.parent / "outside") == ["new", "secret"]
    assert (checkout.parent / "outside/secret").read_text() == "report\n"
    assert (checkout.parent / "last").is_symlink()


def test_a_link_from_outside_into_one_inside_is_not_followed(checkout: Path) -> None:
    (checkout / "report").symlink_to("../outside/secret")
    (checkout.parent / "last").symlink_to(checkout / "report")
    with pytest.raises(RefusedError):
        write(checkout, checkout.parent / "last")
    assert (checkout.parent / "outside/secret").read_text() == SECRET


@pytest.mark.parametrize("path", [".git/config", ".git/hooks/x", ".GIT/x", "deep/.git/x"])
def test_a_git_folder_is_not_written_to(checkout: Path, path: str) -> None:
    (checkout / path).parent.mkdir(parents=True, exist_ok=True)
    with pytest.raises(RefusedError) as refused:
        write(checkout, checkout / path)
    assert refused.value.reason in {Reason.GIT_FOLDER, Reason.OTHER_REPOSITORY}
    assert not (checkout / path).exists()


def test_another_repository_is_not_written_to(checkout: Path) -> None:
    (checkout / "deep" / ".git").write_text("gitdir: elsewhere\n")
    with pytest.raises(RefusedError) as refused:
        write(checkout, checkout / "deep" / "report")
    assert refused.value.reason is Reason.OTHER_REPOSITORY


@pytest.mark.skipif(sys.platform != "linux", reason="these devices are Linux's")
@pytest.mark.parametrize("place", ["/dev/null", "/dev/stdout", "/dev/stderr", "/dev/fd/1"])
def test_a_device_is_written_to(checkout: Path, place: str) -> None:
    code = (
        "import sys; from curriculum_lint.edits.overwrite import overwrite; "
        "overwrite(sys.argv[1], sys.argv[2], [b'report'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, place, str(checkout)], capture_output=True, check=True
    )
    assert done.stdout + done.stderr == (b"" if place == "/dev/null" else b"report")


@pytest.mark.skipif(sys.platform != "linux", reason="needs /dev/full")
def test_a_full_device_is_an_error(checkout: Path) -> None:
    with pytest.raises(OSError, match="No space"):
        write(checkout, Path("/dev/full"))


def test_a_pipe_is_written_to(checkout: Path) -> None:
    pipe = checkout.parent / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()))
    reader.start()
    write(checkout, pipe)
    reader.join(timeout=10)
    assert read == ["report\n"]


def test_a_folder_is_not_replaced(checkout: Path) -> None:
    for folder in (checkout, checkout / "deep"):
        with pytest.raises(IsADirectoryError):
            write(checkout, folder)


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EINTR, errno.EROFS])
@pytest.mark.parametrize("text", ["old\n", None])
def test_a_call_that_fails_leaves_the_old_report(
    checkout: Path, code: int, text: str | None
) -> None:
    place, folder = checkout / "deep" / "report", checkout / "deep"
    for at in range(20):
        place.unlink(missing_ok=True)
        if text is not None:
            place.write_text(text)
        count = iter(range(100))

        def around(_name: str, call: partial[Any], at: int = at, count: Any = count) -> Any:
            if next(count) == at:
                raise OSError(code, os.strerror(code))
            return call()

        try:
            with interposed(around, CHANGING):
                write(checkout, place)
        except OSError:
            assert names(folder) == ["report"] * (text is not None)
            assert text is None or place.read_text() == text
        else:
            assert place.read_text() == "report\n"


def test_a_report_that_cannot_be_made_leaves_the_old_one(checkout: Path) -> None:
    place = checkout / "deep" / "report"
    place.write_text("old\n")

    def chunks() -> Any:
        yield b"new"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        overwrite(str(place), str(checkout), chunks())
    assert (names(place.parent), place.read_text()) == (["report"], "old\n")


def test_what_killed_runs_have_left_is_removed_but_nothing_else(checkout: Path) -> None:
    folder = checkout / "deep"
    stray, other, link = (folder / temporary_name(name) for name in ("report", "else", "report"))
    stray.write_text("half a rep")
    other.write_text("of another file")
    link.symlink_to("../../outside/secret")
    (folder / ".report.curriculum-lint-notes.tmp").write_text("of a person")
    write(checkout, folder / "report")
    assert not stray.exists()
    assert names(folder) == sorted(
        ["report", other.name, link.name, ".report.curriculum-lint-notes.tmp"]
    )


def test_what_another_run_is_writing_is_not_removed(checkout: Path) -> None:
    place = checkout / "deep" / "report"

    def chunks() -> Any:
        yield b"first"
        write(checkout, place, "second")
        yield b" and last"

    overwrite(str(place), str(checkout), chunks())
    assert place.read_text() == "first and last"
    assert names(place.parent) == ["report"]


def test_a_line_is_appended_as_a_whole_or_not_at_all(checkout: Path) -> None:
    place = checkout / "deep" / "summary"
    append(str(place), str(checkout), b"one\n")
    append(str(place), str(checkout), b"two\n")
    whole = os.write
    with pytest.MonkeyPatch.context() as patch:
        count = iter(range(10))

        def full(handle: int, data: Any) -> int:
            if next(count) > 0:
                raise OSError(errno.ENOSPC, "No space left on device")
            return whole(handle, bytes(data)[:2])

        patch.setattr(os, "write", full)
        with pytest.raises(OSError, match="No space"):
            append(str(place), str(checkout), b"three\n")
    assert place.read_text() == "one\ntwo\n"


def chain(folder: Path, length: int) -> Path:
    """The first of so many links, each to the next one; the last leads to a report."""
    for number in range(length):
        target = "report" if number == length - 1 else f"link{number + 1}"
        (folder / f"link{number}").symlink_to(target)
    return folder / "link0"


def test_links_are_followed_as_far_as_the_system_does(checkout: Path) -> None:
    (checkout.parent / "far").mkdir()
    for folder, length in ((checkout.parent / "outside", 40), (checkout.parent / "far", 41)):
        first = chain(folder, length)
        if length > 40:
            with pytest.raises(RefusedError) as refused:
                write(checkout, first)
            assert refused.value.reason is Reason.LINKED
            assert not (folder / "report").exists()
        else:
            write(checkout, first)
            assert (folder / "report").read_text() == "report\n"


@pytest.mark.skipif(sys.platform != "linux", reason="these devices are Linux's")
@pytest.mark.parametrize("place", ["/dev/fd/{}", "/proc/self/fd/{}"])
def test_what_is_open_already_is_written_to_and_not_replaced(checkout: Path, place: str) -> None:
    with open(checkout / "deep" / "open", "w+") as file:
        before = os.fstat(file.fileno()).st_ino
        write(checkout, Path(place.format(file.fileno())))
        assert file.read() == "report\n"
    assert (checkout / "deep" / "open").stat().st_ino == before
    assert names(checkout / "deep") == ["open"]


def test_a_folder_is_said_to_be_one(checkout: Path) -> None:
    with pytest.raises(IsADirectoryError, match="Is a directory"):
        write(checkout, checkout.parent / "outside")


def test_a_git_folder_elsewhere_is_not_written_to(checkout: Path) -> None:
    (checkout.parent / "outside" / ".git").mkdir()
    with pytest.raises(RefusedError) as refused:
        write(checkout, checkout.parent / "outside" / ".git" / "config")
    assert refused.value.reason is Reason.GIT_FOLDER


def test_a_checkout_may_be_in_a_git_folder_itself(tmp_path: Path) -> None:
    checkout = tmp_path / ".git" / "modules" / "course"
    checkout.mkdir(parents=True)
    write(checkout, checkout / "report")
    assert (checkout / "report").read_text() == "report\n"
    with pytest.raises(RefusedError):
        write(checkout, checkout / ".git" / "report")


def test_beside_the_checkout_is_not_inside(checkout: Path) -> None:
    """A name that begins like it: links there are the user's own."""
    beside = checkout.with_name("checkout2")
    beside.mkdir()
    (beside / "last").symlink_to("report")
    write(checkout, beside / "last")
    assert (beside / "report").read_text() == "report\n"


def test_two_drives_have_nothing_in_common(monkeypatch: pytest.MonkeyPatch) -> None:
    def of_windows(_paths: object) -> str:
        raise ValueError("Paths don't have the same drive")

    assert is_inside("/a/b", "/a")
    assert is_inside("/a", "/a")
    assert not is_inside("/ab", "/a")
    with monkeypatch.context() as context:
        context.setattr(os.path, "commonpath", of_windows)
        found = is_inside("C:\\a", "D:\\a")
    assert not found


@pytest.mark.parametrize("text", ["old\n", None])
def test_a_report_is_private_until_it_has_the_mode_of_the_old_one(
    checkout: Path, text: str | None
) -> None:
    place = checkout / "deep" / "report"
    if text:
        place.write_text(text)
        place.chmod(0o644)
    modes: list[int] = []

    def chunks() -> Any:
        (temporary,) = (each for each in place.parent.iterdir() if each != place)
        modes.append(temporary.stat().st_mode & 0o777)
        yield b"new"

    before = os.umask(0o022)
    try:
        overwrite(str(place), str(checkout), chunks())
    finally:
        os.umask(before)
    assert modes == [0o600 if text else 0o644]
    assert place.stat().st_mode & 0o777 == 0o644


@pytest.mark.parametrize("is_locked", [True, False])
def test_what_is_open_keeps_its_lock_until_it_has_its_name(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, is_locked: bool
) -> None:
    """Where there are no locks, as on Windows, what is open could not be renamed."""
    handles: list[int] = []
    states: list[bool] = []
    replace = os.replace

    def lock(handle: int) -> bool:
        handles.append(handle)
        return is_locked

    def look_and_replace(source: str, target: str) -> None:
        states.append(Path(f"/proc/self/fd/{handles[-1]}").exists())
        replace(source, target)

    monkeypatch.setattr(overwriting, "lock_file", lock)
    monkeypatch.setattr(os, "replace", look_and_replace)
    write(checkout, checkout / "deep" / "report")
    assert (checkout / "deep" / "report").read_text() == "report\n"
    if sys.platform == "linux":
        assert states == [is_locked]


@pytest.mark.parametrize(("system", "is_removed"), [("posix", False), ("nt", True)])
def test_without_locks_nobody_knows_whether_another_run_is_writing(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, system: str, is_removed: bool
) -> None:
    """On Windows what is open cannot be removed, so there it may be tried."""
    stray = checkout / "deep" / temporary_name("report")
    stray.write_text("half a rep")
    path = str(checkout / "deep" / "report")
    monkeypatch.setattr(overwriting, "lock_file", lambda _handle: False)
    with monkeypatch.context() as context:
        context.setattr(os, "name", system)
        overwrite(path, str(checkout), [b"report\n"])
    assert names(checkout / "deep") == (
        ["report"] if is_removed else sorted([stray.name, "report"])
    )


def test_a_pipe_that_is_called_like_a_stray_is_left_alone(checkout: Path) -> None:
    strays = [checkout / "deep" / temporary_name("report") for _ in range(3)]
    os.mkfifo(strays[0])
    strays[1].mkdir()
    strays[2].write_text("half a rep")
    write(checkout, checkout / "deep" / "report")
    assert names(checkout / "deep") == sorted([strays[0].name, strays[1].name, "report"])


def test_what_is_appended_to_is_made_with_the_users_mode(checkout: Path) -> None:
    before = os.umask(0o027)
    try:
        append(str(checkout / "deep" / "summary"), str(checkout), b"one\n")
    finally:
        os.umask(before)
    assert (checkout / "deep" / "summary").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("written", "others", "left"),
    [(0, b"", b"one\n"), (3, b"", b"one\n"), (4, b"", b"one\ntwo\n"), (2, b"others'\n", None)],
)
def test_only_a_part_of_a_line_is_taken_back(
    checkout: Path,
    monkeypatch: pytest.MonkeyPatch,
    written: int,
    others: bytes,
    left: bytes | None,
) -> None:
    """Not what is whole, nor what another program has appended behind it."""
    place, whole = checkout / "deep" / "summary", os.write
    place.write_bytes(b"one\n")

    def interrupted(handle: int, data: Any) -> int:
        whole(handle, bytes(data)[:written])
        with open(place, "ab") as file:
            file.write(others)
        raise KeyboardInterrupt

    with monkeypatch.context() as context:
        context.setattr(os, "write", interrupted)
        with pytest.raises(KeyboardInterrupt):
            append(str(place), str(checkout), b"two\n")
    assert place.read_bytes() == (b"one\ntwothers'\n" if left is None else left)
