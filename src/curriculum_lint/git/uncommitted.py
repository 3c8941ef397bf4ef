"""Which tracked files differ from the last commit: git could not give them back."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence

from .calls import GitFailure, environment, find_repository

_SECONDS = 120
_MOST_PATHS = 200


def uncommitted(root: str, paths: Sequence[str], *, untracked: bool = False) -> list[str] | None:
    """Those of the files at or below ``paths`` that have changes, ``None`` without git.

    Paths are relative to ``root``. Files that git does not know count where ``untracked``.
    """
    try:
        repository = find_repository(root)
    except GitFailure:
        return None
    prefix = f"{repository.prefix}/" if repository.prefix else ""
    every = paths if len(paths) <= _MOST_PATHS else ["."]
    arguments = ["status", "--porcelain=v1", "-z", "--no-renames"]
    arguments += ["--untracked-files=all" if untracked else "--untracked-files=no"]
    arguments += ["--ignored=matching"] * untracked
    found = _lines(
        repository.command(*arguments, "--", *(f":(literal){prefix}{path}" for path in every)),
        repository.top,
    )
    if found is None:
        return None
    changed = {os.fsdecode(each[3:]) for each in found if _counts(each[:2])}
    return sorted(path.removeprefix(prefix).rstrip("/") for path in changed)


def _counts(state: bytes) -> bool:
    """Whether a state is a change that a commit would save; what was only added is safe."""
    return state != b"A "


def _lines(command: list[str], top: str) -> list[bytes] | None:
    work_tree = f"--work-tree={top}"
    try:
        done = subprocess.run(  # noqa: S603 - fixed arguments, and paths behind `--`
            [command[0], work_tree, *command[1:]],
            cwd=top,
            env=environment(),
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return [each for each in done.stdout.split(b"\0") if each] if done.returncode == 0 else None
