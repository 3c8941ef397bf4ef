"""What public reports say is misread elsewhere is read as GitHub reads it, and found once."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from tests.fixes.test_generated import broken_laws
from tests.reported.cases import TARGETS, Reported, cases_of, topics
from tests.repository import diagnostics_on, write_files
from tools.differential.compare import differences
from tools.differential.known import reason_of

TOPICS = topics()
CASES = [case for topic in TOPICS for case in cases_of(topic)]
#: Nothing links to these pages.
_ORPHAN = "CL311"


@cache
def found(folder: Path, topic: str) -> dict[str, list[str]]:
    """What is found in each page of a topic, all of them in one repository."""
    write_files(folder, {**TARGETS, **{case.path: case.text for case in cases_of(topic)}})
    by_path: dict[str, list[str]] = defaultdict(list)
    for each in diagnostics_on(folder):
        path, start, _ = each.place
        if each.code != _ORPHAN:
            by_path[path].append(f"{start.line}:{start.column}:{each.code}")
    return by_path


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("reported")


def test_there_are_many() -> None:
    assert len(CASES) >= 150


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.path)
def test_what_is_found(folder: Path, case: Reported) -> None:
    topic = case.path.rstrip("0123456789.md")
    here = found(folder / topic, topic)
    assert sorted(here[case.path]) == sorted(case.finds), case.about


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.path)
def test_links_headings_and_anchors_are_those_of_github(case: Reported) -> None:
    # GitHub and the reader of files take a byte-order mark away.
    text = case.text.removeprefix("\ufeff")
    unknown = [each for each in differences(text) if reason_of(each, text) is None]
    assert not unknown, case.about


@pytest.mark.parametrize("topic", TOPICS)
def test_safe_fixes_change_no_more_than_they_state(tmp_path: Path, topic: str) -> None:
    files = {**TARGETS, **{case.path: case.text for case in cases_of(topic)}}
    write_files(tmp_path, files)
    assert not list(broken_laws(tmp_path, files))
