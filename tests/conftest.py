from __future__ import annotations

import subprocess

import pytest
from hypothesis import HealthCheck, settings

from tests.parse import commonmark_examples

# A shared, noisy runner must not fail a property because one example was slow.
settings.register_profile(
    "project", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60
)
settings.load_profile("project")


def pytest_configure(config: pytest.Config) -> None:
    """Fetch the examples of the CommonMark specification once, before workers collect tests."""
    is_worker = hasattr(config, "workerinput")
    if is_worker or commonmark_examples.FILE.exists():
        return
    try:
        commonmark_examples.fetch()
    except (subprocess.CalledProcessError, OSError, StopIteration) as error:
        print(f"The CommonMark examples could not be fetched, their tests are skipped: {error}")
