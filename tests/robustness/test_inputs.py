"""Files that are not text, or too much of it, beside a file that has a finding."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.curricula import FIRST, SECOND, readme
from tests.robustness.outcome import check_in_every_format, diagnostics, found_at

LEFT = (SECOND, "CL104")

BYTES = {
    "latin-1": "# Début\n\nCafé.\n".encode("latin-1"),
    "utf-16-le": b"\xff\xfe" + "# Start\n".encode("utf-16-le"),
    "utf-16-be": b"\xfe\xff" + "# Start\n".encode("utf-16-be"),
    "utf-16 without a mark": "# Start\n".encode("utf-16-le"),
    "utf-32": "# Start\n".encode("utf-32"),
    "only bytes": bytes(range(256)) * 16,
    "an escape in the middle of a character": b"# a\xe2\x1b[31m\n",
    "20 MB": b"x\n" * 10_000_000,
    "one long line": b"[" * 1_000_000,
}


@pytest.mark.parametrize("name", BYTES)
def test_file_that_is_no_text_is_reported_and_hides_nothing(root: Path, name: str) -> None:
    (root / FIRST).write_bytes(BYTES[name])
    found = found_at(root)
    assert LEFT in found
    assert {code for path, code in found if path == FIRST}, found


@pytest.mark.parametrize("name", BYTES)
def test_file_that_is_no_text_is_harmless_in_every_format(root: Path, name: str) -> None:
    (root / FIRST).write_bytes(BYTES[name])
    assert {done.exit_code for done in check_in_every_format(root)} == {1}


READABLE = {
    "a byte-order mark": "\ufeff" + readme("Start"),
    "CRLF": readme("Start").replace("\n", "\r\n"),
    "CR": readme("Start").replace("\n", "\r"),
    "a NUL": readme("Start").replace("Run it", "Run\0it"),
    "no last line ending": readme("Start").rstrip("\n"),
    "separators that end no line": readme("Start").replace("Run it", "Run\u2028\x85\x0b\x0cit"),
    "escapes": readme("Start").replace("Run it", "Run \x1b[31mit\x1b[0m \x9b31m \x07"),
}


@pytest.mark.parametrize("name", READABLE)
def test_odd_text_is_read_as_what_it_is(root: Path, name: str) -> None:
    (root / FIRST).write_bytes(READABLE[name].encode())
    assert found_at(root, "--select", "CL0,CL1") == [LEFT]


def _folder(path: Path) -> None:
    path.mkdir()


def _fifo(path: Path) -> None:
    os.mkfifo(path)


def _socket(path: Path) -> None:
    here = os.getcwd()
    os.chdir(path.parent)
    try:
        # The path of a socket has at most 107 bytes.
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


def _device(path: Path) -> None:
    path.symlink_to("/dev/zero")


@pytest.mark.parametrize("make", [_folder, _fifo, _socket, _device])
@pytest.mark.parametrize("at", [FIRST, "notes.md", "README.md", "first_level/readme.md"])
def test_something_else_where_a_file_should_be_is_reported(
    root: Path, make: Callable[[Path], None], at: str
) -> None:
    (root / at).unlink(missing_ok=True)
    make(root / at)
    found = found_at(root)
    assert LEFT in found
    if make is not _folder or at == FIRST:
        assert len(found) > 1, found
    check_in_every_format(root)


@pytest.mark.parametrize("make", [_fifo, _socket])
def test_what_is_no_file_is_named_as_what_it_is(root: Path, make: Callable[[Path], None]) -> None:
    (root / FIRST).unlink()
    make(root / FIRST)
    messages = [d["message"] for d in diagnostics(root) if d["path"] == FIRST]
    assert messages == [
        {_fifo: "A named pipe (FIFO)", _socket: "A socket"}[make] + " is where a file should be"
    ]
