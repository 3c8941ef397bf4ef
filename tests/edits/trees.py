"""What a tree holds, for comparing it before and after."""

from __future__ import annotations

from pathlib import Path

from curriculum_lint.edits.temporary import is_temporary


def state_of(root: Path) -> dict[str, bytes]:
    """The bytes of every file, by path, without what is temporary or behind a link."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and not any(map(is_temporary, path.relative_to(root).parts))
    }
