"""How many acceptance criteria have a test, before and after."""

from __future__ import annotations

from typing import NamedTuple

from ..criteria.read_tests import find_tests, read_test_files
from ..text.phrases import counted
from ..workspace.workspace import Workspace


class Tested(NamedTuple):
    """The numbers of criteria that tests name."""

    before: int
    after: int


def compare_tests(before: Workspace, after: Workspace) -> Tested | None:
    """How many criteria have a test; ``None`` where neither version configures tests."""
    if not before.settings.tests.files and not after.settings.tests.files:
        return None
    return Tested(_count(before), _count(after))


def tested_words(tested: Tested | None) -> str:
    """What has changed, as a sentence; empty where nothing has."""
    if tested is None or tested.before == tested.after:
        return ""
    has = "has" if tested.after == 1 else "have"
    criteria = counted(tested.after, "acceptance criterion", "acceptance criteria")
    return f"{criteria} {has} a test; before it was {tested.before:,}."


def _count(workspace: Workspace) -> int:
    settings = workspace.settings
    return len(
        {
            (test.exercise, test.number)
            for path, text in read_test_files(workspace)
            for test in find_tests(path, text, settings)
        }
    )
