"""Another program, or the system itself, that interferes at a chosen call of the system."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from curriculum_lint.edits import exchange

#: Every call by which the package reads or changes a disk.
CALLS = (
    *("open", "close", "write", "fsync", "chmod", "chown", "ftruncate"),
    *("rename", "replace", "link", "unlink", "mkdir", "rmdir"),
    *("stat", "lstat", "fstat", "access", "scandir", "listdir", "readlink"),
)
#: Those that change it.
CHANGING = (
    *("open", "write", "fsync", "chmod", "chown", "ftruncate"),
    *("rename", "replace", "link", "unlink", "mkdir", "rmdir"),
)

Call = Callable[..., Any]
#: Makes a call, which has a name and knows its arguments.
Around = Callable[[str, "partial[Any]"], Any]


@contextmanager
def interposed(around: Around, calls: tuple[str, ...] = CALLS) -> Iterator[None]:
    """Let ``around`` make each call; what it does itself is not interfered with."""
    before = {name: getattr(os, name) for name in calls}
    before_exchange, inside = exchange._call, False

    def wrap(name: str, whole: Call) -> Call:
        def call(*arguments: Any, **options: Any) -> Any:
            nonlocal inside
            if inside:
                return whole(*arguments, **options)
            inside = True
            try:
                return around(name, partial(whole, *arguments, **options))
            finally:
                inside = False

        return call

    try:
        for name, whole in before.items():
            # Nobody cuts the power here, and waiting for the disk takes most of the time.
            setattr(os, name, wrap(name, (lambda _: None) if name == "fsync" else whole))
        exchange._call = wrap("exchange", before_exchange)
        yield
    finally:
        exchange._call = before_exchange
        for name, whole in before.items():
            setattr(os, name, whole)


def acting(act: Callable[[int], None]) -> Around:
    """Call ``act`` with a running number before and after each call."""
    count = iter(range(10**6))

    def around(_name: str, call: partial[Any]) -> Any:
        act(next(count))
        try:
            return call()
        finally:
            act(next(count))

    return around


class Killed(BaseException):
    """The process is no more: it makes no other call."""


def dying(at: int) -> Around:
    """The process is killed before call number ``at``."""
    count = iter(range(10**6))

    def around(_name: str, call: partial[Any]) -> Any:
        if next(count) >= at:
            raise Killed
        return call()

    return around


def save_in_place(place: Path, text: str) -> None:
    """What an editor does that keeps the file."""
    with open(place, "r+", newline="") as file:
        file.truncate()
        file.write(text)


def append_in_place(place: Path, text: str) -> None:
    """What a shell does."""
    if place.exists():
        with open(place, "a", newline="") as file:
            file.write(text)


def save_by_replacing(place: Path, text: str) -> None:
    """What an editor does that is careful."""
    if place.exists():
        other = place.with_name("other")
        other.write_bytes(text.encode())
        other.replace(place)


def remove_and_save(place: Path, text: str) -> None:
    """What an editor does that is careless."""
    if place.exists():
        place.unlink()
        place.write_bytes(text.encode())
