"""Code that readers are given has to run, too: a file is worth nothing if no fence uses it."""

import re
from collections.abc import Sequence
from fnmatch import fnmatchcase
from pathlib import PurePosixPath

from .extract import Fence
from .verdict import FenceError

WORD = re.compile(r"[\w./*-]+")


def require_use(fence: Fence, section: Sequence[Fence]) -> None:
    """Raise for a JavaScript file that no program under the same heading leads to."""
    if fence.language == "js" and fence.file and fence not in _used(section):
        raise FenceError(f"nothing under this heading runs {fence.file}; show how it is used")


def _used(section: Sequence[Fence]) -> list[Fence]:
    """What runs, and the files that it names, and those that they name."""
    used = [fence for fence in section if fence.runs]
    for user in used:
        used += [fence for fence in section if fence not in used and _names(user, fence)]
    return used


def _names(user: Fence, fence: Fence) -> bool:
    file = PurePosixPath(fence.file or "")
    words = WORD.findall(user.text)
    return any(PurePosixPath(word).name == file.name or _matches(file, word) for word in words)


def _matches(file: PurePosixPath, glob: str) -> bool:
    return "*" in glob and fnmatchcase(str(file), glob.replace("**/", "*"))
