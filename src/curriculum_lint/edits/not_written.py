"""Why a file was left as it is."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Reason(StrEnum):
    """What stood in the way, as the end of a sentence that begins with the path."""

    OUTSIDE = "was not written: it is outside the repository"
    GIT_FOLDER = "was not written: it is inside a .git folder"
    NOT_A_NAME = "was not written: no file can have this name"
    NOT_A_FILE = "was not written: it is not an ordinary file"
    NO_FOLDER = "was not written: its folder does not exist"
    CHANGED = "was not written: it has changed since it was read; run the command again"
    EXISTS = "was not written: it exists already"
    READ_ONLY = "was not written: it is read-only"
    READ_ONLY_FOLDER = "was not written: its folder is read-only"
    NOT_TEXT = "was not written: the new text holds characters that UTF-8 cannot store"
    CONFLICT = "was not written: it holds a merge conflict; resolve that first"
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
    LINKED = "was not made: a symbolic link is in the way"
    OTHER_DEVICE = "was not renamed: it is on another device than the repository"
    NOT_DONE = "was not changed"


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
        if self.path == "." and self.reason is Reason.NOT_DONE:
            return f"Nothing was changed{said}."
        return f"{self.path} {self.reason}{said}"
