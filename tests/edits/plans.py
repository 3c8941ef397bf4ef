"""A small tree, and plans for it of every kind."""

from __future__ import annotations

import shutil
from pathlib import Path

from curriculum_lint.edits.digest import digest
from curriculum_lint.edits.edit import Move
from curriculum_lint.edits.plan import NewText, Plan
from tests.repository import write_files

OLD = {"a/readme.md": "a\n", "b/readme.md": "b\n", "c.md": "c\n"}


def _new(path: str, text: str) -> NewText:
    old = OLD.get(path)
    return NewText(path, text, False, None if old is None else digest(old.encode()))


_TEXTS = (_new("a/readme.md", "A\n"), _new("b/readme.md", "B\n"), _new("d.md", "D\n"))
PLANS = {
    "one file": Plan(_TEXTS[:1]),
    "each for itself": Plan(_TEXTS),
    "together": Plan(_TEXTS, whole=True),
    "with moves": Plan(_TEXTS, (Move("a", "b"), Move("b", "a"))),
    "to other names": Plan(_TEXTS, (Move("a", "x"), Move("c.md", "y/c.md"))),
}


def fresh(root: Path) -> None:
    """Make the tree anew."""
    shutil.rmtree(root, ignore_errors=True)
    write_files(root, OLD)
