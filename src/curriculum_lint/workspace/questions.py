"""Questions to the disk whose answers are short texts: asked again, they tell what has changed.

It imports next to nothing, because it is asked before anything else is loaded.
"""

from __future__ import annotations

import os
import stat

#: What a question begins with; the rest is an absolute path.
STATE, FOLLOWED, NAMES, HEAD = "l", "s", "n", "h"
_HEAD_BYTES = 8
_NOTHING = "none"
_FOLDER = "folder"


def ask(question: str) -> str:
    """The answer as of now: another one if what lies there has changed. Never raises."""
    kind, path = question[:1], question[1:]
    try:
        if kind == NAMES:
            return names_in_short(os.listdir(path))
        if kind == HEAD:
            with open(path, "rb") as file:
                return file.read(_HEAD_BYTES).hex()
        state = os.lstat(path)
        if kind == FOLLOWED and stat.S_ISLNK(state.st_mode):
            return f"{state_in_short(state)} {_followed(path)}"
        return state_in_short(state)
    except (OSError, ValueError):
        return _NOTHING


def state_in_short(state: os.stat_result) -> str:
    """The answer for something with this state; of a folder only that it is one."""
    if stat.S_ISDIR(state.st_mode):
        return _FOLDER
    written = f"{state.st_size} {state.st_mtime_ns} {state.st_ctime_ns}"
    return f"{state.st_mode} {written} {state.st_ino}"


def names_in_short(names: list[str]) -> str:
    """The answer for a folder with these names."""
    return "/".join(sorted(names))


def _followed(path: str) -> str:
    try:
        return state_in_short(os.stat(path))
    except OSError:
        return _NOTHING


def folder_in_short(lines: list[str]) -> str:
    """The answer for a folder of a curriculum, from a line for everything in it."""
    lines.sort()
    return "/".join(lines)


def ask_folder(root: str, folder: str, passed_over: frozenset[str]) -> str:
    """What is in ``folder``, relative to ``root``: of each file its state, too.

    Of ``passed_over`` paths only the name and the kind count.
    """
    prefix = "" if folder == "." else f"{folder}/"
    lines: list[str] = []
    try:
        with os.scandir(root if folder == "." else f"{root}/{folder}") as found:
            for each in found:
                name = each.name
                if prefix + name in passed_over:
                    lines.append(passed_over_line(each))
                elif each.is_dir(follow_symlinks=False):
                    lines.append(f"{name} {_FOLDER}")
                else:
                    state = each.stat(follow_symlinks=False)
                    lines.append(
                        f"{name} {state.st_size} {state.st_mtime_ns} {state.st_ctime_ns} "
                        f"{state.st_ino}"
                    )
    except (OSError, ValueError):
        return _NOTHING
    return folder_in_short(lines)


def passed_over_line(found: os.DirEntry[str]) -> str:
    """The line for something in a folder that is no part of the curriculum."""
    kind = "d" if found.is_dir(follow_symlinks=False) else "l" if found.is_symlink() else "f"
    return f"{found.name} {kind}"


def folder_line(name: str) -> str:
    """The line for a folder in a folder."""
    return f"{name} {_FOLDER}"


def file_line(name: str, size: int, mtime_ns: int, ctime_ns: int, inode: int) -> str:
    """The line for anything else in a folder."""
    return f"{name} {size} {mtime_ns} {ctime_ns} {inode}"
