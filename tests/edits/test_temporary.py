"""The names of what exists only while a run changes files: later versions must know them."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from curriculum_lint.edits.temporary import (
    is_removal,
    is_temporary,
    removal_of,
    temporary_name,
    temporary_prefix,
)


@pytest.mark.parametrize(
    ("name", "prefix"),
    [
        ("readme.md", ".readme.md.curriculum-lint-"),
        ("x" * 50, f".{'x' * 50}.curriculum-lint-"),
        ("x" * 51, f".{'x' * 50}.curriculum-lint-"),
        ("line\nend", ".line\nend.curriculum-lint-"),
    ],
)
def test_a_temporary_name_says_what_it_is_for_and_whose_it_is(name: str, prefix: str) -> None:
    assert temporary_prefix(name) == prefix
    made = temporary_name(name)
    assert re.fullmatch(re.escape(prefix) + r"[0-9a-f]{8}\.tmp", made)
    assert is_temporary(made)
    assert made != temporary_name(name)


def test_the_longest_name_has_a_temporary_one(tmp_path: Path) -> None:
    (tmp_path / temporary_name("\U0001f389" * 63)).touch()
    assert len(os.listdir(tmp_path)) == 1


@pytest.mark.parametrize(
    "name",
    [
        *("readme.md", ".readme.md.tmp", "curriculum-lint-0.tmp", ".curriculum-lint-0123abcd.tmp"),
        ".x.curriculum-lint-0123abcd.tmp.md",
        "x.curriculum-lint-0123abcd.tmp",
        ".x.curriculum-lint-0123abc.tmp",
        ".x.curriculum-lint-0123abcde.tmp",
        ".x.curriculum-lint-0123ABCD.tmp",
        ".x.curriculum-lint-0123abcg.tmp",
        ".xcurriculum-lint-0123abcd.tmp",
        ".x.curriculum-lint-0123abcd_tmp",
        " .x.curriculum-lint-0123abcd.tmp",
    ],
)
def test_other_names_are_not_mistaken_for_it(name: str) -> None:
    assert not is_temporary(name)


@pytest.mark.parametrize(
    ("path", "name"), [("a.md", "a.md"), ("level/1_a", "1_a"), ("a/b/c.md", "c.md")]
)
def test_what_is_removed_goes_into_a_folder_of_its_own(path: str, name: str) -> None:
    folder, _, inside = removal_of(path).partition("/")
    assert re.fullmatch(r"\.removed\.curriculum-lint-[0-9a-f]{8}\.tmp", folder)
    assert inside == name
    assert is_removal(f"{folder}/{inside}")
    assert is_removal(folder)
    assert not is_removal(f"a/{folder}/{inside}")


@pytest.mark.parametrize(
    "target",
    [
        *(
            "a.md",
            "removed/a.md",
            ".removed.curriculum-lint-/a",
            ".removed.curriculum-lint-x.tmp/a",
        ),
        ".repair.curriculum-lint-0123abcd.tmp/a.md",
    ],
)
def test_what_only_looks_like_it_is_a_name_like_others(target: str) -> None:
    assert not is_removal(target)
