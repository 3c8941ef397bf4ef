"""Where the folder of a curriculum was: the folder that most of its files were in."""

from __future__ import annotations

import pytest

from curriculum_lint.views.changed.former_root import former_root

FILES = ("readme.md", "a/one.md", "a/two.md", "b/one.md")


@pytest.mark.parametrize(
    ("before", "stayed", "folder"),
    [
        ((*(f"old/{path}" for path in FILES), "else/readme.md"), (), "old"),
        (FILES, (), ""),
        (("x/y/a/one.md", "x/y/a/two.md"), (), "x/y"),
        (("old/a/one.md",), (), None),
        (("old/ba/one.md", "old/ba/two.md"), (), None),
        (("a/a/one.md", "a/a/two.md", "b/a/one.md", "b/a/two.md", "b/b/one.md"), (), "b"),
        (("old/a/one.md", "new/a/one.md", "old/a/two.md", "new/a/two.md"), (), "new"),
        (("old/a/one.md", "new/a/one.md", "old/a/two.md", "old/b/one.md"), (), "old"),
        (("old/a/one.md", "old/a/two.md", "old/b/one.md"), ("old/a/one.md",), "old"),
        # What was copied has not moved.
        (("old/a/one.md", "old/a/two.md"), ("old/a/one.md", "old/a/two.md"), None),
        (("a/one.md", "a/two.md"), ("a/one.md", "a/two.md"), None),
        ((), (), None),
    ],
)
def test_half_of_the_files_have_to_have_been_there_and_to_have_gone(
    before: tuple[str, ...], stayed: tuple[str, ...], folder: str | None
) -> None:
    assert former_root(FILES, before, stayed.__contains__) == folder


def test_five_hundred_files_are_enough_to_tell() -> None:
    files = [f"{number:03}.md" for number in range(501)]
    before = [f"old/{path}" for path in files[:250]]
    assert former_root(files, before, lambda _path: False) == "old"
    assert former_root(files, before[1:], lambda _path: False) is None


def test_a_curriculum_without_files_was_nowhere() -> None:
    assert former_root((), ("old/readme.md",), lambda _path: False) is None
