"""Writing to the terminal, a pipe or a file, whatever state they are in.

It imports next to nothing: a check of what has not changed needs little else.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import TypeVar

    Text = TypeVar("Text")


class OutputFailure(Exception):  # noqa: N818 - it says what failed
    """The report cannot be written: one line for people."""


def prepare_streams(*, closed: bool = False) -> None:
    """Make both streams take every character; ``closed`` gives up standard output."""
    if closed or sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - until the end
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - until the end
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def write(chunks: Iterable[str]) -> bool:
    """Write to standard output: whether somebody reads it, for a reader may have gone away."""
    return _write_each(chunks, sys.stdout.write)


def write_bytes(data: bytes) -> None:
    """Write exactly these bytes to standard output."""
    _write_each([data], sys.stdout.buffer.write)


def _write_each(chunks: Iterable[Text], write_chunk: Callable[[Text], object]) -> bool:
    try:
        for chunk in chunks:
            write_chunk(chunk)
        sys.stdout.flush()
    except BrokenPipeError:
        _discard_the_rest()
    except (OSError, ValueError) as error:
        _discard_the_rest()
        raise OutputFailure(f"Standard output cannot be written: {_reason(error)}") from None
    else:
        return True
    return False


def write_file(path: str, root: str, chunks: Iterable[str]) -> None:
    """Write a report to a file that the command line names, at once or not at all.

    It is written through no symbolic link in the repository around the folder ``root``.
    """
    from ..edits.not_written import RefusedError
    from ..edits.overwrite import overwrite
    from ..git.prefix import repository_top

    try:
        overwrite(path, repository_top(root), map(encode, chunks))
    except RefusedError as refused:
        raise OutputFailure(f"{path} {refused.reason}") from None
    except (OSError, ValueError) as error:
        raise OutputFailure(f"{path} cannot be written: {_reason(error)}") from None


def encode(text: str) -> bytes:
    """``text`` as UTF-8; what UTF-8 cannot hold is spelt out."""
    return text.encode("utf-8", "backslashreplace")


def complain(text: str) -> None:
    """Write lines to standard error; where that is gone, there is nobody to tell."""
    try:
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()
    except (OSError, ValueError):
        return


def _discard_the_rest() -> None:
    """Point standard output nowhere, so that the interpreter's last flush succeeds as well."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        return


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
