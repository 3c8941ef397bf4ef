"""What a broken link may mean: another spelling, but no other thing."""

from __future__ import annotations

import pytest

from curriculum_lint.links.alike import (
    Nearest,
    introduction,
    is_misspelt,
    is_near,
    is_of_a_kind,
    is_slip,
    name_key,
    nearest_names,
)


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


@pytest.mark.parametrize(
    ("name", "names", "found"),
    [
        ("1_a.md", ["2_a.md"], [("2_a.md", True)]),
        ("1_a.md", ["2_a.md", "3_a.md"], [("2_a.md", False), ("3_a.md", False)]),
        ("1_a", ["2_a", "3_a", "4_a", "5_a"], [("2_a", False), ("3_a", False), ("4_a", False)]),
        ("a.md", ["A.md"], [("A.md", True)]),
        ("a.htm", ["a.md"], [("a.md", False)]),
        ("a.htm", ["a.a", "a.b", "a.c", "a.d"], [("a.a", False), ("a.b", False), ("a.c", False)]),
        ("quizz.md", ["quiz.md", "zebra.md"], [("quiz.md", True)]),
        ("quizz.md", ["quiz.md", "quize.md"], [("quiz.md", False), ("quize.md", False)]),
        ("quizz.md", ["quiz.txt"], [("quiz.txt", False)]),
        ("a.md", [], []),
        ("", ["a.md"], []),
    ],
)
def test_names_that_may_be_meant(
    name: str, names: list[str], found: list[tuple[str, bool]]
) -> None:
    assert nearest_names(name, names) == found


@pytest.mark.parametrize(
    ("name", "names", "found"),
    [
        ("index.md", ["readme.md", "other.md"], [Nearest("readme.md", sure=True)]),
        ("index.html", ["README.md"], [Nearest("README.md", sure=False)]),
        ("README.md", ["index.md", "readme.mdx"], [("index.md", False), ("readme.mdx", False)]),
        ("start.md", ["readme.md"], []),
        ("index.md", ["start.md"], []),
    ],
)
def test_an_introduction_is_one_by_any_name(
    name: str, names: list[str], found: list[Nearest]
) -> None:
    assert introduction(name, names) == found


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("3_Loops.md", "loops.md"),
        ("03-the loops_and more.md", "the-loops-and-more.md"),
        ("a. Start.md", "start.md"),
        ("2.md", "2.md"),
        ("10.loops", "loops"),
        ("loops", "loops"),
        ("É.md", "é.md"),
    ],
)
def test_what_stays_when_a_name_is_renumbered(name: str, key: str) -> None:
    assert name_key(name) == key


@pytest.mark.parametrize(
    ("name", "other", "is_one"),
    [
        ("quizz", "quiz", True),
        ("Installation", "instalation", True),
        ("part1", "part2", False),
        ("part one", "part", False),
        ("abcdef", "abcxyz", False),
        # 0.85 is enough: 2 * 17 of 40 letters agree.
        ("a" * 17 + "bcd", "a" * 17 + "xyz", True),
        ("a" * 16 + "bcde", "a" * 16 + "wxyz", False),
    ],
)
def test_a_slip_is_a_letter_or_two_but_no_number_and_no_word(
    name: str, other: str, is_one: bool
) -> None:
    assert is_misspelt(name, other) is is_one
    assert is_slip(f"{name}.md", f"{other}.md") is is_one
    assert not is_slip(f"{name}.md", f"{other}.txt")


@pytest.mark.parametrize(
    ("name", "other", "near"),
    [
        ("part-two", "part-one", False),
        ("part", "part-one", True),
        ("1-loops", "2-loop", True),
        ("12", "13", False),
        ("loops", "files", False),
        ("set-up", "setup", True),
        ("colour-theory", "color-theory", True),
        ("-", "loops", False),
        ("abcd", "abce", True),
        ("abc", "abd", False),
        ("abcd", "abcxy", False),
        ("abcdef", "abcdxy", True),
        ("abcdef", "abcxyz", False),
        ("2 x", "3 x", True),
    ],
)
def test_names_are_near_if_the_words_that_differ_are_alike(
    name: str, other: str, near: bool
) -> None:
    assert is_near(name, other) is near
    assert is_near(other, name) is near


@pytest.mark.parametrize(
    ("path", "other", "alike"),
    [
        ("a.png", "b/c.svg", True),
        ("a.md", "b", True),
        ("a", "b.html", True),
        ("a.png", "b.md", False),
        ("a.js", "b.js", True),
        ("a.js", "b.ts", False),
        ("a.png", "b", False),
    ],
)
def test_images_are_for_images_and_pages_for_pages(path: str, other: str, alike: bool) -> None:
    assert is_of_a_kind(path, other) is alike
    assert is_of_a_kind(other, path) is alike
