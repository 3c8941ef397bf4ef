"""What a broken link may mean: another spelling, but no other thing."""

from __future__ import annotations

import pytest

from curriculum_lint.links.alike import Nearest, nearest_names


@pytest.mark.parametrize(
    ("name", "other", "meant"),
    [
        ("BACKERS.md", "AGENTS.md", False),
        ("8-version-control-fundamentals-git-github.md", "6-javascript-fundamentals.md", False),
        ("2-environment.md", "2-environment-setup.md", True),
        ("quizz1", "quiz1.mdx", True),
        ("9-design-for-developers.md", "8-design-for-developers.md", True),
        ("image", "images", True),
    ],
)
def test_a_name_is_offered_that_says_the_same(name: str, other: str, meant: bool) -> None:
    assert bool(nearest_names(name, [other, "unlike-anything.txt"])) is meant


@pytest.mark.parametrize(
    ("name", "other"),
    [("b.md", "a.md"), ("2.md", "1.md"), ("02.png", "01.png"), ("3.ipynb", "2.ipynb")],
)
def test_a_number_that_is_the_whole_name_is_no_order(name: str, other: str) -> None:
    assert nearest_names(name, [other]) == []


def test_a_number_before_a_name_is_one() -> None:
    assert nearest_names("2.loops", ["3.loops"]) == [Nearest("3.loops", sure=True)]
    assert nearest_names("2.loops.md", ["3-loops.md"]) == [Nearest("3-loops.md", sure=True)]
