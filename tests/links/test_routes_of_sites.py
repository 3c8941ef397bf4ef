"""Destinations that a website reads otherwise than GitHub does."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_lint.model.target import Outcome
from curriculum_lint.settings.settings import RouteLinks
from tests.repository import write_files

from .resolving import Repository


@pytest.mark.parametrize("destination", ["/loops", "#/loops", "#/loops?id=end"])
def test_a_route_is_none_of_ours_where_it_is_configured(tmp_path: Path, destination: str) -> None:
    write_files(tmp_path, {"readme.md": "# A\n"})
    routes = Repository(tmp_path, absolute=RouteLinks.IGNORE)
    assert routes.follow(destination).outcome is Outcome.IGNORED
    files = Repository(tmp_path)
    assert files.follow(destination).outcome in (Outcome.MISSING, Outcome.ANCHOR_MISSING)


def test_a_cover_has_the_anchors_of_the_readme_below_it(tmp_path: Path) -> None:
    write_files(tmp_path, {"docs/README.md": "# Course\n", "docs/_coverpage.md": "# Cover\n"})
    here = Repository(tmp_path)
    found = {
        name: here.follow(f"#{name}", "docs/_coverpage.md").outcome for name in ("course", "x")
    }
    assert found == {"course": Outcome.FOUND, "x": Outcome.ANCHOR_MISSING}
