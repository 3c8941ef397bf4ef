from __future__ import annotations

import hashlib
import os
import socket
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.settings.limits import Limits
from curriculum_lint.workspace import open as opening
from curriculum_lint.workspace.read import (
    FileText,
    Unreadable,
    UnreadableReason,
    decode_text,
    read_text,
)

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="needs links, pipes and the names that Linux allows"
)

LIMITS = Limits()


def _read(root: Path, path: str = "a.md", limits: Limits = LIMITS) -> FileText | Unreadable:
    return read_text(str(root), path, limits)


def _descriptors() -> int:
    return len(os.listdir("/proc/self/fd"))


@pytest.mark.parametrize(
    ("data", "text", "bom"),
    [
        (b"", "", False),
        (b"# Hi\n", "# Hi\n", False),
        (b"\xef\xbb\xbf# Hi\n", "# Hi\n", True),
        (b"\xef\xbb\xbf\xef\xbb\xbfa", "\ufeffa", True),
        (b"a\r\nb\rc\n", "a\r\nb\rc\n", False),
        (b"nul\0byte", "nul\0byte", False),
        ("é\u2028\x85".encode(), "é\u2028\x85", False),
    ],
)
def test_text_is_what_the_bytes_say(tmp_path: Path, data: bytes, text: str, bom: bool) -> None:
    (tmp_path / "a.md").write_bytes(data)
    digest = hashlib.blake2b(data, digest_size=32).hexdigest()
    assert _read(tmp_path) == FileText(text, bom, digest)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("hé".encode("utf-16"), (UnreadableReason.UTF_16, "This file is UTF-16; save it as UTF-8")),
        (b"\xfe\xff\0h", (UnreadableReason.UTF_16, "This file is UTF-16; save it as UTF-8")),
        ("h".encode("utf-32"), (UnreadableReason.UTF_32, "This file is UTF-32; save it as UTF-8")),
    ],
)
def test_other_unicode_encodings_are_named(
    tmp_path: Path, data: bytes, expected: tuple[UnreadableReason, str]
) -> None:
    (tmp_path / "a.md").write_bytes(data)
    assert _read(tmp_path) == (*expected, None, None)


@pytest.mark.parametrize(
    ("data", "byte", "guess", "line", "column"),
    [
        (b"a\r\nb\rcaf\xe9!", "0xE9", " (it would be é in Latin-1)", 3, 4),
        (b"\x93quoted\x94", "0x93", " (it would be “ in Windows-1252)", 1, 1),
        (b"\xef\xbb\xbfx\xa0", "0xA0", "", 1, 2),
        (b"\x81", "0x81", "", 1, 1),
        ("é".encode() + b"\xed\xa0\x80", "0xED", " (it would be í in Latin-1)", 1, 2),
    ],
)
def test_byte_that_is_not_utf_8_is_named_with_its_place(
    tmp_path: Path, data: bytes, byte: str, guess: str, line: int, column: int
) -> None:
    (tmp_path / "a.md").write_bytes(data)
    message = f"Byte {byte} in line {line} is not UTF-8{guess}; save the file as UTF-8"
    assert _read(tmp_path) == (UnreadableReason.NOT_UTF_8, message, line, column)


@pytest.mark.parametrize(
    ("size", "limit", "found"),
    [
        (21_286_093, 1024 * 1024, "is 20.3 MB; the limit is 1 MB"),
        (1024 * 1024 + 1, 1024 * 1024, "is 1,048,577 bytes; the limit is 1,048,576 bytes"),
        (2048, 1000, "is 2 kB; the limit is 1,000 bytes"),
    ],
)
def test_file_over_the_limit_is_not_read(tmp_path: Path, size: int, limit: int, found: str) -> None:
    with open(tmp_path / "a.md", "wb") as file:
        file.truncate(size)
    answer = _read(tmp_path, limits=Limits(file_bytes=limit))
    assert answer == (
        UnreadableReason.TOO_LARGE,
        f"This file {found} (limits.file-bytes)",
        None,
        None,
    )


def test_file_at_the_limit_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"12345")
    assert isinstance(_read(tmp_path, limits=Limits(file_bytes=5)), FileText)


def test_file_that_grows_while_it_is_read_is_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.md").write_bytes(b"12345")
    real = os.fstat

    def fstat(descriptor: int) -> os.stat_result:
        state = real(descriptor)
        with open(tmp_path / "a.md", "ab") as file:
            file.write(b"6")
        return state

    monkeypatch.setattr(opening.os, "fstat", fstat)
    answer = _read(tmp_path, limits=Limits(file_bytes=5))
    message = "This file grew while it was read; the limit is 5 bytes (limits.file-bytes)"
    assert answer == (UnreadableReason.TOO_LARGE, message, None, None)


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _socket(path: Path) -> None:
    os.chdir(path.parent)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(path.name)


@pytest.mark.parametrize(
    ("make", "shape"),
    [(Path.mkdir, "A folder"), (_pipe, "A named pipe (FIFO)"), (_socket, "A socket")],
)
def test_what_is_no_file_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make, shape: str
) -> None:
    monkeypatch.chdir(tmp_path)
    make(tmp_path / "a.md")
    answer = _read(tmp_path)
    assert answer == (UnreadableReason.NOT_A_FILE, f"{shape} is where a file should be", None, None)


def test_pipe_that_takes_the_place_of_a_file_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.md").touch()
    real = os.open

    def swap(path: str, flags: int) -> int:
        os.unlink(path)
        os.mkfifo(path)
        return real(path, flags)

    monkeypatch.setattr(opening.os, "open", swap)
    before = _descriptors()
    answer = _read(tmp_path)
    assert isinstance(answer, Unreadable)
    assert answer.reason is UnreadableReason.NOT_A_FILE
    assert _descriptors() == before


def test_link_that_takes_the_place_of_a_file_is_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.md").touch()
    (tmp_path / "b.md").write_text("secret")
    real = os.open

    def swap(path: str, flags: int) -> int:
        os.unlink(path)
        os.symlink("b.md", path)
        return real(path, flags)

    monkeypatch.setattr(opening.os, "open", swap)
    answer = _read(tmp_path)
    assert isinstance(answer, Unreadable)
    assert answer.reason is UnreadableReason.FAILED


@pytest.mark.parametrize(
    ("target", "reason", "words"),
    [
        ("../secret.md", UnreadableReason.OUTSIDE, "leads out of the repository"),
        ("/proc/self/environ", UnreadableReason.OUTSIDE, "leads out of the repository"),
        ("none.md", UnreadableReason.DANGLING, "is dangling"),
        ("a.md", UnreadableReason.CYCLIC, "leads round in a circle"),
        (".git/config", UnreadableReason.PRIVATE, "version control"),
    ],
)
def test_stray_link_is_explained_and_never_read(
    tmp_path: Path, target: str, reason: UnreadableReason, words: str
) -> None:
    root = tmp_path / "root"
    (root / ".git").mkdir(parents=True)
    (root / ".git/config").write_text("token")
    (tmp_path / "secret.md").write_text("secret")
    (root / "a.md").symlink_to(target)
    answer = _read(root)
    assert isinstance(answer, Unreadable)
    assert answer.reason is reason
    assert words in answer.message


def test_link_inside_the_root_is_followed(tmp_path: Path) -> None:
    (tmp_path / "d").mkdir()
    (tmp_path / "d/b.md").write_text("b")
    (tmp_path / "a.md").symlink_to("link/b.md")
    (tmp_path / "link").symlink_to("d")
    answer = _read(tmp_path)
    assert isinstance(answer, FileText)
    assert answer.text == "b"


def test_folder_replaced_by_a_link_out_of_the_root_is_not_read_through(tmp_path: Path) -> None:
    (tmp_path / "root").mkdir()
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret/a.md").write_text("secret")
    (tmp_path / "root/d").symlink_to("../secret")
    answer = _read(tmp_path / "root", "d/a.md")
    assert isinstance(answer, Unreadable)
    assert answer.reason is UnreadableReason.OUTSIDE


@pytest.mark.parametrize("path", ["../secret.md", "d/../../secret.md"])
def test_path_out_of_the_root_is_not_read(tmp_path: Path, path: str) -> None:
    (tmp_path / "root/d").mkdir(parents=True)
    (tmp_path / "secret.md").write_text("secret")
    answer = _read(tmp_path / "root", path)
    assert isinstance(answer, Unreadable)
    assert answer.reason is UnreadableReason.OUTSIDE


@pytest.mark.parametrize("path", ["gone.md", "gone/a.md", "nul\0.md", "n" * 5000, "\udce9.md"])
def test_file_that_disappeared_after_the_scan_is_explained(tmp_path: Path, path: str) -> None:
    answer = _read(tmp_path, path)
    assert answer == (
        UnreadableReason.MISSING,
        "This file disappeared before it could be read",
        None,
        None,
    )


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (
            FileNotFoundError(2, "x"),
            (UnreadableReason.MISSING, "This file disappeared while it was read"),
        ),
        (
            PermissionError(13, "x"),
            (UnreadableReason.DENIED, "There is no permission to read this file"),
        ),
        (OSError(5, "I/O error"), (UnreadableReason.FAILED, "This file cannot be read: I/O error")),
    ],
)
def test_error_of_the_system_is_explained(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    error: OSError,
    expected: tuple[UnreadableReason, str],
) -> None:
    def fail(*_arguments: object) -> int:
        raise error

    (tmp_path / "a.md").touch()
    monkeypatch.setattr(opening.os, "open", fail)
    assert _read(tmp_path) == (*expected, None, None)


def test_folder_without_permission_is_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: str) -> os.stat_result:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "lstat", refuse)
    answer = _read(tmp_path)
    assert isinstance(answer, Unreadable)
    assert answer.reason is UnreadableReason.DENIED


@pytest.mark.parametrize("content", [b"fine", b"\xff\xfeh\0", b"x" * 50])
def test_file_is_closed_whatever_comes_of_it(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.md").write_bytes(content)
    before = _descriptors()
    _read(tmp_path, limits=replace(Limits(), file_bytes=20))
    assert _descriptors() == before


@given(st.binary(max_size=40))
def test_any_bytes_give_their_text_back_or_a_place_in_it(data: bytes) -> None:
    answer = decode_text(data)
    if isinstance(answer, FileText):
        assert answer.text.encode("utf-8-sig" if answer.bom else "utf-8") == data
    else:
        assert answer.message
        assert (answer.line is None) is (answer.reason is not UnreadableReason.NOT_UTF_8)


@given(st.text(), st.integers(1, 80))
def test_packed_texts_stay_as_they_are(text: str, count: int) -> None:
    """Also when so many are unpacked that the first ones are packed again."""
    packed = [FileText(f"{number}{text}", False, "") for number in range(count)]
    for each in packed:
        each.pack()
    for _ in range(2):
        for number, each in enumerate(packed):
            assert each.utf_8 == each.text.encode()
            assert each == FileText(f"{number}{text}", False, "")
