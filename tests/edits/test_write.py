from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from curriculum_lint.edits.digest import digest
from curriculum_lint.edits.not_written import NotWritten, Reason
from curriculum_lint.edits.write import write_text
from curriculum_lint.settings.settings import Limits
from curriculum_lint.workspace.read import FileText, read_text

OLD = "old text\r\nwith lines\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "repository"
    (folder / "level").mkdir(parents=True)
    (folder / "level" / "readme.md").write_bytes(OLD.encode())
    return folder


def write(root: Path, path: str = "level/readme.md", text: str = "new\n", old: str | None = OLD):
    expected = None if old is None else digest(old.encode())
    return write_text(str(root), path, text, bom=False, expected_digest=expected)


def reason(outcome: NotWritten | None) -> Reason | None:
    return outcome and outcome.reason


def files(root: Path) -> list[str]:
    return sorted(str(path.relative_to(root)) for path in root.rglob("*") if path.is_file())


@pytest.mark.parametrize("bom", [False, True])
@pytest.mark.parametrize("text", ["", "no end", "a\r\nb\rc\n", "日本 🎉\u2028\x85\x00"])
def test_the_text_is_written_exactly(root: Path, text: str, bom: bool) -> None:
    expected = digest(OLD.encode())
    assert write_text(str(root), "level/readme.md", text, bom=bom, expected_digest=expected) is None
    assert (root / "level/readme.md").read_bytes() == b"\xef\xbb\xbf" * bom + text.encode()
    assert files(root) == ["level/readme.md"]


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back_as_it_was(root: Path, text: str) -> None:
    target = root / "level/readme.md"
    assert write(root, text=text, old=target.read_bytes().decode()) is None
    assert target.read_bytes().decode() == text


def test_a_new_file_can_be_written(root: Path) -> None:
    assert write(root, "level/new.md", old=None) is None
    assert (root / "level/new.md").read_text() == "new\n"


def test_a_new_file_replaces_nothing(root: Path) -> None:
    assert reason(write(root, old=None)) is Reason.EXISTS
    assert files(root) == ["level/readme.md"]


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
def test_what_was_read_can_be_written_back_byte_for_byte(root: Path, start: bytes) -> None:
    data = start + b"one\r\ntwo\rthree"
    (root / "a.md").write_bytes(data)
    read = read_text(str(root), "a.md", Limits())
    assert isinstance(read, FileText)
    outcome = write_text(str(root), "a.md", read.text, bom=read.bom, expected_digest=read.digest)
    assert outcome is None
    assert (root / "a.md").read_bytes() == data


@pytest.mark.parametrize("mode", [0o644, 0o600, 0o755, 0o664])
def test_the_mode_stays(root: Path, mode: int) -> None:
    target = root / "level/readme.md"
    target.chmod(mode)
    assert write(root) is None
    assert stat.S_IMODE(target.stat().st_mode) == mode


def test_a_file_with_the_longest_name_can_be_written(root: Path) -> None:
    name = "ж" * 126 + ".md"
    assert write(root, name, old=None) is None
    assert write(root, name, old="new\n", text="newer\n") is None
    assert (root / name).read_text() == "newer\n"


def test_a_changed_file_is_left_alone(root: Path) -> None:
    (root / "level/readme.md").write_text("edited meanwhile")
    assert reason(write(root)) is Reason.CHANGED
    assert (root / "level/readme.md").read_text() == "edited meanwhile"
    assert files(root) == ["level/readme.md"]


def test_a_file_that_vanished_is_not_written_again(root: Path) -> None:
    (root / "level/readme.md").unlink()
    assert reason(write(root)) is Reason.CHANGED
    assert files(root) == []


def _append(target: Path) -> None:
    with target.open("a") as file:
        file.write("!")


def _replace_by_equal(target: Path) -> None:
    other = target.with_name("other")
    other.write_bytes(target.read_bytes())
    other.replace(target)


def _replace_by_link(target: Path) -> None:
    target.unlink()
    target.symlink_to("/etc/hostname")


@pytest.mark.parametrize("meddle", [_append, _replace_by_equal, _replace_by_link, Path.unlink])
def test_a_change_while_the_new_text_is_written_is_noticed(
    root: Path, monkeypatch: pytest.MonkeyPatch, meddle
) -> None:
    target = root / "level/readme.md"
    sync = os.fsync

    def sync_and_meddle(handle: int) -> None:
        sync(handle)
        meddle(target)

    monkeypatch.setattr(os, "fsync", sync_and_meddle)
    assert reason(write(root)) is Reason.CHANGED
    assert not target.exists() or target.is_symlink() or target.read_text() != "new\n"
    assert not list(root.rglob(".*.tmp"))


@pytest.mark.parametrize("call", ["open", "fsync", "chmod", "replace"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS])
def test_a_failing_system_leaves_the_old_file_and_no_other(
    root: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int
) -> None:
    original = getattr(os, call)

    def fail(*args, **kwargs):
        if call == "open" and not args[1] & os.O_CREAT:
            return original(*args, **kwargs)
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, call, fail)
    outcome = write(root)
    monkeypatch.undo()
    assert outcome is not None
    assert outcome.reason in {Reason.FAILED, Reason.READ_ONLY_FOLDER}
    if outcome.reason is Reason.FAILED:
        assert outcome.message == f"level/readme.md was not written: {os.strerror(code)}"
    assert (root / "level/readme.md").read_bytes() == OLD.encode()
    assert files(root) == ["level/readme.md"]


def test_an_interruption_leaves_the_old_file_and_no_other(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write(root)
    assert (root / "level/readme.md").read_bytes() == OLD.encode()
    assert files(root) == ["level/readme.md"]


def test_a_folder_that_cannot_be_synced_does_not_undo_the_write(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync = os.fsync

    def only_files(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        sync(handle)

    monkeypatch.setattr(os, "fsync", only_files)
    assert write(root) is None
    assert (root / "level/readme.md").read_text() == "new\n"


def test_a_read_only_file_is_respected_even_by_an_administrator(root: Path) -> None:
    (root / "level/readme.md").chmod(0o444)
    outcome = write(root)
    assert outcome is not None
    assert outcome.message == "level/readme.md was not written: it is read-only"
    assert (root / "level/readme.md").read_bytes() == OLD.encode()


@pytest.mark.skipif(os.geteuid() == 0, reason="an administrator may write to any folder")
def test_a_read_only_folder_is_named_as_the_reason(root: Path) -> None:
    (root / "level").chmod(0o555)
    outcome = write(root)
    (root / "level").chmod(0o755)
    assert reason(outcome) is Reason.READ_ONLY_FOLDER


def test_a_folder_that_refuses_new_files_is_named_as_the_reason(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = os.open

    def refuse(path: str, flags: int, *rest: int) -> int:
        if flags & os.O_CREAT:
            raise PermissionError(errno.EACCES, "Permission denied")
        return original(path, flags, *rest)

    monkeypatch.setattr(os, "open", refuse)
    assert reason(write(root)) is Reason.READ_ONLY_FOLDER


def test_a_link_out_of_the_repository_is_never_written_through(root: Path) -> None:
    secret = root.parent / "secret.md"
    secret.write_text(OLD, newline="")
    (root / "link.md").symlink_to(secret)
    (root / "out").symlink_to(root.parent)
    for path in ("link.md", "out/secret.md", "../secret.md", str(secret), "level/../../secret.md"):
        assert reason(write(root, path)) is Reason.OUTSIDE
    assert secret.read_bytes() == OLD.encode()


def test_a_link_inside_the_repository_stays_a_link(root: Path) -> None:
    (root / "link.md").symlink_to("level/readme.md")
    assert write(root, "link.md") is None
    assert (root / "link.md").is_symlink()
    assert (root / "level/readme.md").read_text() == "new\n"


def test_the_root_itself_may_be_reached_through_a_link(root: Path) -> None:
    (root.parent / "alias").symlink_to(root)
    assert write(root.parent / "alias") is None


@pytest.mark.parametrize("folder", [".git", ".GIT", "level/.git", ".git/hooks"])
def test_a_git_folder_is_never_written_to(root: Path, folder: str) -> None:
    (root / folder).mkdir(parents=True)
    (root / "way").symlink_to(root / folder)
    assert reason(write(root, f"{folder}/new", old=None)) is Reason.GIT_FOLDER
    assert reason(write(root, "way/new", old=None)) is Reason.GIT_FOLDER


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("level", Reason.NOT_A_FILE),
        ("fifo", Reason.NOT_A_FILE),
        ("loop", Reason.NOT_A_FILE),
        ("nowhere/readme.md", Reason.CHANGED),
        ("a\0b", Reason.NOT_A_NAME),
        ("\ud800.md", Reason.NOT_A_NAME),
        (".", Reason.OUTSIDE),
        ("", Reason.OUTSIDE),
    ],
)
def test_what_is_not_a_file_is_refused(root: Path, path: str, expected: Reason) -> None:
    os.mkfifo(root / "fifo")
    (root / "loop").symlink_to("loop")
    assert reason(write(root, path)) is expected


def test_a_new_file_needs_its_folder(root: Path) -> None:
    assert reason(write(root, "nowhere/readme.md", old=None)) is Reason.NO_FOLDER


def test_text_that_utf_8_cannot_store_is_refused(root: Path) -> None:
    assert reason(write(root, text="\ud800")) is Reason.NOT_TEXT
    assert (root / "level/readme.md").read_bytes() == OLD.encode()


def test_a_file_whose_name_is_not_utf_8_can_be_written(root: Path) -> None:
    name = os.fsdecode(b"\xff.md")
    assert write(root, name, old=None) is None
    assert (root / name).read_text() == "new\n"
