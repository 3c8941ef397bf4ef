"""Why a file was left as it is."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Reason(StrEnum):
    """What stood in the way, as the end of a sentence that begins with the path."""

    OUTSIDE = "was not written: it is outside the repository"
    GIT_FOLDER = "was not written: it is inside a .git folder"
    OTHER_REPOSITORY = "was not written: it is inside another git repository"
    NOT_A_FILE = "was not written: it is not an ordinary file"
    CHANGED = "was not written: it has changed since it was read; run the command again"
    IN_USE = "was not written: another program has it open for writing"
    EXISTS = "was not written: it exists already"
    READ_ONLY = "was not written: it is read-only"
    READ_ONLY_FOLDER = "was not written: its folder is read-only"
    NOT_TEXT = "was not written: the new text holds characters that UTF-8 cannot store"
    CONFLICT = "was not written: it holds a merge conflict; resolve that first"
    LINKED = "was not written: a symbolic link is in the way"
    OTHER_DEVICE = "was not written: it is on another device than the root of the curriculum"
    FAILED = "was not written"
    #: From here on: names that stay as they are.
    HELD = "was not renamed: it or the folder around it is read-only"
    GONE = "was not renamed: it is not there any more; run the command again"
    TAKEN = "was not made: something of this name exists already"
    IGNORED = "was not made: git would ignore it, or the configuration excludes it"
    SHOWN = (
        "was not renamed: git ignores it here, and would not under its new name; "
        "change .gitignore first"
    )
    FOREIGN = "was not renamed: another git repository is in it; `git mv` can move a submodule"
    ABSENT = "was not renamed: a sparse checkout leaves it, or something in it, out"
    #: From here on: everything that was to be changed.
    NOT_DONE = "was not changed"
    UNFINISHED = "was left half changed"
    OUTDATED = "is not what it was"


class NotWritten(NamedTuple):
    """A file that is still as it was; the path ``.`` stands for all that was to be changed.

    ``detail`` is what the system said, if it was asked.
    """

    path: str
    reason: Reason
    detail: str = ""

    @property
    def message(self) -> str:
        """A sentence about the path, not escaped: ``readme.md was not written: …``."""
        said = f": {self.detail}" if self.detail else ""
        if self.reason is Reason.NOT_DONE and self.path == ".":
            return f"Nothing was changed{said}."
        if self.reason is Reason.OUTDATED:
            return f"{self.detail} Nothing else was changed: run the command again."
        if self.reason is Reason.UNFINISHED:
            return (
                f"What was begun could be neither finished nor undone{said}. "
                "Put that right, and run the command again: it ends this first."
            )
        return f"{self.path} {self.reason}{said}"


class RefusedError(Exception):
    """A change that is not made, and why."""

    def __init__(self, reason: Reason, path: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.path = path


class UnfinishedError(Exception):
    """What was begun can be neither finished nor undone: the journal stays for another try."""


def reason_of(error: Exception) -> str:
    """What the system said, in one line."""
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
