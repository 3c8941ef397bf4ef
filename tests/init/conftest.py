from __future__ import annotations

from pathlib import Path

import pytest

from tests.curricula import write_broken


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache for one test, outside the tree."""
    monkeypatch.setenv("CURRICULUM_LINT_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A curriculum with one finding, which nothing may hide."""
    return write_broken(tmp_path / "repository")
