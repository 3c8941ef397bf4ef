"""A copy of the repository, where mutants are written: nobody edits a mutant by mistake."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = "src/curriculum_lint"
FOLDERS = ("rules", "model", "links", "listings", "edits", "views")

_LEFT_BEHIND = (
    *(".git", ".venv", "node_modules", "__pycache__", ".hypothesis"),
    *(".mypy_cache", ".ruff_cache", ".pytest_cache"),
)


def enter_copy(folder: Path) -> Path:
    """Copy the repository into ``folder`` and work there, programs that tests start included."""
    copy = folder / "checkout"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(*_LEFT_BEHIND))
    os.chdir(copy)
    os.environ["PYTHONPATH"] = os.pathsep.join((str(copy / "src"), str(copy)))
    sys.path[:0] = [str(copy / "src"), str(copy)]
    return copy


def sources(root: Path) -> list[str]:
    """The modules that are mutated, as paths from ``root``; samples serve examples alone."""
    found = (path for name in FOLDERS for path in (root / PACKAGE / name).rglob("*.py"))
    code = (path for path in found if not f"_{path.stem}".endswith("_sample"))
    return sorted(path.relative_to(root).as_posix() for path in code)
