"""Destinations from strangers: nothing raises, and nothing outside the root is looked at."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.model.target import Outcome
from tests.links.resolving import Repository, disk_accesses
from tests.repository import write_files

PIECES = (
    *(
        "..",
        ".",
        "/",
        "//",
        "\\",
        "#",
        "?",
        "%",
        "%00",
        "%2e%2e",
        "%2F",
        "%5C",
        "%FF",
        "%ud800",
        "~",
    ),
    *(
        "readme.md",
        "README.md",
        "docs",
        "leak",
        "leak.md",
        "loop",
        ".git",
        "config",
        "a" * 300,
        "C:",
    ),
    *(
        "file:",
        "{{",
        "\x00",
        "\n",
        " ",
        "é",
        "e\u0301",
        "\u202e",
        "\ud800",
        "https:",
        "www.",
        "x.com",
    ),
)
destinations = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=12).map("".join)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    root = tmp_path_factory.mktemp("outer") / "root"
    write_files(root, {"readme.md": "# Root\n", "docs/readme.md": "# Docs\n", ".git/config": "x\n"})
    write_files(root.parent, {"secret/readme.md": "# Secret\n"})
    (root / "leak.md").symlink_to("../secret/readme.md")
    (root / "leak").symlink_to(root.parent / "secret")
    (root / "loop").symlink_to("loop")
    return Repository(root)


@given(destination=destinations, source=st.sampled_from(["readme.md", "docs/readme.md"]))
def test_nothing_outside_the_root_is_looked_at(
    repository: Repository, destination: str, source: str
) -> None:
    root = repository.settings.root
    with disk_accesses() as seen:
        target = repository.follow(destination, source)
    outside = [path for path in seen if not os.path.normpath(path).startswith(root)]
    assert not outside
    assert not [path for path in seen if "/.git/" in path]
    assert target.outcome in Outcome


@pytest.mark.parametrize("destination", ["leak.md", "leak/readme.md", "leak/nope.md", "leak"])
def test_what_a_link_out_of_the_root_leads_to_stays_unknown(
    repository: Repository, destination: str
) -> None:
    target = repository.follow(destination)
    assert (target.outcome, target.page, target.actual) == (Outcome.OUTSIDE, None, None)


def test_a_folder_that_is_gone_does_not_matter(repository: Repository, tmp_path: Path) -> None:
    here = os.getcwd()
    gone = tmp_path / "gone"
    gone.mkdir()
    try:
        os.chdir(gone)
        gone.rmdir()
        assert repository.follow("docs/../nope.md").outcome is Outcome.MISSING
        assert repository.follow("/nope.md").outcome is Outcome.MISSING
    finally:
        os.chdir(here)


def test_a_long_way_takes_no_time(repository: Repository) -> None:
    assert repository.follow("a/../" * 4000 + "readme.md").outcome is Outcome.FOUND
    assert repository.follow("docs/" * 4000).outcome is Outcome.MISSING
