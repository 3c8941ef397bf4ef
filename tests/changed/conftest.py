from __future__ import annotations

from pathlib import Path

import pytest

from tests.changed.history import repository
from tests.curricula import clean_files

NOTES = "# Notes\n\n## A heading\n\nText.\n"
#: A finding that was there before any change: CL301.
OLD = "# Old\n\n[x](nowhere.md)\n\nSome text.\n\nThe end.\n"


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cache for one test, outside the tree, and no workflow around it."""
    monkeypatch.setenv("CURRICULUM_LINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.delenv("GITHUB_BASE_REF", raising=False)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A curriculum with one old finding; README.md links to a heading of notes.md."""
    readme = clean_files()["README.md"] + "\n[Notes](notes.md#a-heading) and [old](old.md)\n"
    files = clean_files() | {"README.md": readme, "notes.md": NOTES, "old.md": OLD}
    return repository(tmp_path / "repository", files)
