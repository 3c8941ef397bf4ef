"""What a killed run leaves behind, written by hand: the form that every later version must know."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from curriculum_lint.edits.digest import digest

NAME = ".repair.curriculum-lint-0123abcd.tmp"


def replacement(path: str, old: str | None, new: str) -> list[str | None]:
    """How a journal says that a file gets a new text."""
    return [path, None if old is None else digest(old.encode()), digest(new.encode())]


def seal_of(folder: Path) -> list[int]:
    """What no repository can bring with it."""
    state = (folder / "seal").lstat()
    return [state.st_ino, state.st_ctime_ns]


def leave_folder(root: Path, held: dict[str, str], name: str = NAME) -> Path:
    """A folder that is not yet a journal, or no longer; ``held`` is in it besides."""
    folder = root / name
    folder.mkdir(0o700, parents=True)
    names = {"seal": "", "not-taken": "", "not-back": ""} | held
    for mark in {"taken", "back"} & held.keys():
        del names[f"not-{mark}"]
    for each, text in names.items():
        (folder / each).write_text(text)
    return folder


def leave_journal(root: Path, held: dict[str, str], name: str = NAME, **said: Any) -> Path:
    """A journal that says so, and holds these files."""
    folder = leave_folder(root, held, name)
    data: dict[str, Any] = {"version": 2, "seal": seal_of(folder), "whole": True}
    data |= {"moves": [], "makes": [], "files": []} | said
    (folder / "journal.json").write_text(json.dumps(data))
    return folder
