from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from curriculum_lint.edits.apply import apply_plan
from curriculum_lint.edits.digest import digest
from curriculum_lint.edits.not_written import NotWritten, Reason
from curriculum_lint.edits.plan import NewText, Plan
from curriculum_lint.settings.limits import Limits
from curriculum_lint.workspace.read import FileText, read_text

OLD = "old text\r\nwith lines\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "repository"
    (folder / "level").mkdir(parents=True)
    (folder / "level" / "readme.md").write_bytes(OLD.encode())
    return folder


def write_text(
    root: Path, path: str, text: str, *, bom: bool, expected_digest: str | None
) -> NotWritten | None:
    problems = apply_plan(str(root), Plan((NewText(path, text, bom, expected_digest),)))
    return problems[0] if problems else None


def write(root: Path, path: str = "level/readme.md", text: str = "new\n", old: str | None = OLD):
    expected = None if old is None else digest(old.encode())
    return write_text(root, path, text, bom=False, expected_digest=expected)


def reason(outcome: NotWritten | None) -> Reason | None:
    return outcome and outcome.reason


def files(root: Path) -> list[str]:
    return sorted(str(path.relative_to(root)) for path in root.rglob("*") if path.is_file())


@pytest.mark.parametrize("bom", [False, True])
@pytest.mark.parametrize("text", ["", "no end", "a\r\nb\rc\n", "日本 🎉\u2028\x85\x00"])
def test_the_text_is_written_exactly(root: Path, text: str, bom: bool) -> None:
    expected = digest(OLD.encode())
    assert write_text(root, "level/readme.md", text, bom=bom, expected_digest=expected) is None
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


@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_a_new_file_has_the_mode_that_the_user_gives_to_files(
    root: Path, umask: int, mode: int
) -> None:
    before = os.umask(umask)
    try:
        assert write(root, "new.md", old=None) is None
    finally:
        os.umask(before)
    assert stat.S_IMODE((root / "new.md").stat().st_mode) == mode


def test_a_new_file_replaces_nothing(root: Path) -> None:
    assert reason(write(root, old=None)) is Reason.EXISTS
    assert files(root) == ["level/readme.md"]


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
def test_what_was_read_can_be_written_back_byte_for_byte(root: Path, start: bytes) -> None:
    data = start + b"one\r\ntwo\rthree"
    (root / "a.md").write_bytes(data)
    read = read_text(str(root), "a.md", Limits())
    assert isinstance(read, FileText)
    outcome = write_text(root, "a.md", read.text, bom=read.bom, expected_digest=read.digest)
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


def test_links_are_never_written_through(root: Path) -> None:
    secret = root.parent / "secret.md"
    secret.write_text(OLD, newline="")
    (root / "link.md").symlink_to(secret)
    (root / "out").symlink_to(root.parent)
    (root / "inside.md").symlink_to("level/readme.md")
    (root / "level" / "again").symlink_to(".")
    for path in ("link.md", "out/secret.md", "inside.md", "level/again/readme.md"):
        assert reason(write(root, path)) is Reason.LINKED
        assert reason(write(root, path, old=None)) in {Reason.LINKED, Reason.EXISTS}
    for path in ("../secret.md", str(secret), "level/../../secret.md"):
        assert reason(write(root, path)) is Reason.OUTSIDE
    assert secret.read_bytes() == (root / "level/readme.md").read_bytes() == OLD.encode()


@pytest.mark.parametrize("make", ["folder", "file"])
def test_another_repository_is_never_written_to(root: Path, make: str) -> None:
    git = root / "level" / ".git"
    git.mkdir() if make == "folder" else git.write_text("gitdir: ../.git/modules/level")
    (root / ".git").mkdir()
    assert reason(write(root)) is Reason.OTHER_REPOSITORY
    assert reason(write(root, "level/deep/new.md", old=None)) is Reason.OTHER_REPOSITORY
    assert (root / "level/readme.md").read_bytes() == OLD.encode()


def test_the_root_itself_may_be_reached_through_a_link(root: Path) -> None:
    (root.parent / "alias").symlink_to(root)
    assert write(root.parent / "alias") is None


@pytest.mark.parametrize("folder", [".git", ".GIT", "level/.git", ".git/hooks"])
def test_a_git_folder_is_never_written_to(root: Path, folder: str) -> None:
    (root / folder).mkdir(parents=True)
    assert reason(write(root, f"{folder}/new", old=None)) is Reason.GIT_FOLDER
    assert not (root / folder / "new").exists()


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("level", Reason.NOT_A_FILE),
        ("fifo", Reason.NOT_A_FILE),
        ("loop", Reason.LINKED),
        ("nowhere/readme.md", Reason.CHANGED),
        ("a\0b", Reason.OUTSIDE),
        ("\ud800.md", Reason.OUTSIDE),
        (".", Reason.OUTSIDE),
        ("", Reason.OUTSIDE),
    ],
)
def test_what_is_not_a_file_is_refused(root: Path, path: str, expected: Reason) -> None:
    os.mkfifo(root / "fifo")
    (root / "loop").symlink_to("loop")
    assert reason(write(root, path)) is expected


def test_a_new_file_gets_its_folder(root: Path) -> None:
    assert write(root, "no/where/readme.md", old=None) is None
    assert files(root) == ["level/readme.md", "no/where/readme.md"]


def test_what_is_as_it_should_be_is_not_written(root: Path) -> None:
    before = (root / "level/readme.md").stat().st_ino
    assert write(root, text=OLD) is None
    assert (root / "level/readme.md").stat().st_ino == before


def test_text_that_utf_8_cannot_store_is_refused(root: Path) -> None:
    assert reason(write(root, text="\ud800")) is Reason.NOT_TEXT
    assert (root / "level/readme.md").read_bytes() == OLD.encode()


def test_a_file_whose_name_is_not_utf_8_can_be_written(root: Path) -> None:
    name = os.fsdecode(b"\xff.md")
    assert write(root, name, old=None) is None
    assert (root / name).read_text() == "new\n"
