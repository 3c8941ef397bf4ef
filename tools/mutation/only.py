"""A plugin of pytest: of the tests in the files, only those that a file names."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

VARIABLE = "MUTATION_TESTS"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests named, in that order."""
    names = Path(os.environ[VARIABLE]).read_text().splitlines()
    order = {name: place for place, name in enumerate(names)}
    items[:] = sorted(
        (item for item in items if item.nodeid in order), key=lambda item: order[item.nodeid]
    )
