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

from curriculum_lint.edits.not_written import Reason, RefusedError
from curriculum_lint.edits.overwrite import append, overwrite
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
