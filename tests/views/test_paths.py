"""PATHS: what is at one of them, or below it."""

from __future__ import annotations

import pytest

from curriculum_lint.check.diagnostic import INTERNAL_ERROR, Diagnostic, Place
from curriculum_lint.settings.severity import Severity
from curriculum_lint.text.source import Position
from curriculum_lint.views.paths import AskedPaths


def at(path: str, code: str = "CL1") -> Diagnostic:
    place = Place(path, Position(1, 1), Position(1, 2))
    return Diagnostic(code, "some-rule", Severity.ERROR, "Something.", place)


@pytest.mark.parametrize(
    ("paths", "path", "held"),
    [
        (None, "a.md", True),
        ((), "a.md", False),
        ((".",), "a.md", True),
        ((".",), ".", True),
        (("a.md",), "a.md", True),
        (("a",), "a/b.md", True),
        (("a",), "a/b/c.md", True),
        (("a",), "ab.md", False),
        (("a/b",), "a", False),
        (("b",), "a/b", False),
        (("x", "a"), "a/b.md", True),
        (("a", "x"), "a/b.md", True),
        (("x", "y"), "a/b.md", False),
    ],
)
def test_what_is_there_or_below_is_asked_for(
    paths: tuple[str, ...] | None, path: str, held: bool
) -> None:
    assert AskedPaths(paths).hold(at(path)) is held


@pytest.mark.parametrize("paths", [None, (), ("other",)])
def test_a_fault_of_the_tool_is_everywhere(paths: tuple[str, ...] | None) -> None:
    assert AskedPaths(paths).hold(at("a.md", INTERNAL_ERROR))


def test_a_file_is_asked_for_by_the_name_that_it_had() -> None:
    asked = AskedPaths(("old",), lambda path: path.replace("new/", "old/"))
    assert [asked.hold(at(path)) for path in ("new/a.md", "old/a.md", "other/a.md")] == [
        True,
        True,
        False,
    ]
