"""Which file of today is which file of the base."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from curriculum_lint.model.unit_names import UnitNames
from curriculum_lint.settings.settings import Settings
from curriculum_lint.views.changed.renames import Renames, find_renames

#: Names that differ in their numbers alone are those of one unit.
_LETTERS = str.maketrans("0123456789", "abcdefghij")


def renames(removed: Mapping[str, str], added: Mapping[str, str], *, moved: bool = True) -> Renames:
    def lines_in(files: Mapping[str, str]):  # type: ignore[no-untyped-def]
        return lambda path: files[path].split(",") if path in files else None

    names = UnitNames(Settings(root=""))
    return find_renames(
        removed, added, lines_in(removed), lines_in(added), names, lambda _a, _b: moved
    )


def test_a_unit_with_another_number_is_the_same_one_whatever_it_holds() -> None:
    found = renames({"a_level/1_start/readme.md": "x"}, {"a_level/2_start/readme.md": "y"})
    assert found.new == {
        "a_level/1_start/readme.md": "a_level/2_start/readme.md",
        "a_level/1_start": "a_level/2_start",
    }
    assert found.old == {new: old for old, new in found.new.items()}


def test_a_name_that_two_have_says_nothing() -> None:
    one = {"a_level/1_start/readme.md": "x"}
    two = {"a_level/2_start/readme.md": "y", "a_level/3_start/readme.md": "z"}
    assert renames(one, two).new == {}
    assert renames(two, one).new == {}


def test_half_of_the_lines_make_a_file_the_same() -> None:
    assert renames({"alpha.md": "1,2,3,4"}, {"bravo.md": "1,2,5,6"}).new == {"alpha.md": "bravo.md"}
    assert renames({"alpha.md": "1,2,3,4"}, {"bravo.md": "1,5,6,7"}).new == {}
    assert renames({"alpha.md": ""}, {"bravo.md": ""}).new == {}


def test_the_likest_files_are_paired_first() -> None:
    found = renames(
        {"alpha.md": "1,2,3,4", "bravo.md": "1,2,3,9"},
        {"carol.md": "1,2,3,9", "delta.md": "1,2,4,5"},
    )
    assert found.new == {"bravo.md": "carol.md", "alpha.md": "delta.md"}


def test_folders_go_where_their_first_file_goes() -> None:
    removed = {"one/alpha.md": "1", "one/bravo.md": "2", "one/carol.md": "3", "xray.md": "4"}
    added = {"two/alpha.md": "1", "three/bravo.md": "2", "one/zulu.md": "3", "two/xray.md": "4"}
    found = renames(removed, added)
    assert found.new == {
        "one/alpha.md": "two/alpha.md",
        "one/bravo.md": "three/bravo.md",
        "one/carol.md": "one/zulu.md",
        "xray.md": "two/xray.md",
        "one": "two",
    }
    assert "one" not in renames(removed, added, moved=False).new


def test_a_file_is_paired_once() -> None:
    likest = {"alpha.md": "1,2,3,4"}
    both = {"bravo.md": "1,2,3,4", "carol.md": "1,2,3,5"}
    assert renames(likest, both).new == {"alpha.md": "bravo.md"}
    assert renames(both, likest).new == {"bravo.md": "alpha.md"}


def test_blanks_make_no_difference_and_blank_lines_do_not_count() -> None:
    assert renames({"alpha.md": "1,2,, "}, {"bravo.md": "\t1 ,2,3,4"}).new == {
        "alpha.md": "bravo.md"
    }
    assert renames({"alpha.md": "1,2,,,,"}, {"bravo.md": "3,4,,,,"}).new == {}
    assert renames({"alpha.md": "1,1,1,2"}, {"bravo.md": "1,3,3,3"}).new == {}


def test_a_folder_has_moved_only_with_a_file_that_keeps_its_name() -> None:
    found = renames({"one/alpha.md": "1"}, {"two/bravo.md": "1"})
    assert found.new == {"one/alpha.md": "two/bravo.md"}
    assert renames({"one/alpha.md": "1"}, {"alpha.md": "1"}).new == {"one/alpha.md": "alpha.md"}


@pytest.mark.parametrize(("count", "is_compared"), [(100, True), (101, False)])
def test_so_many_files_are_not_all_compared(count: int, is_compared: bool) -> None:
    removed = {f"old-{letter}{number}.md": f"{number}" for letter in "x" for number in range(100)}
    removed = {f"{name.translate(_LETTERS)}": text for name, text in removed.items()}
    added = {f"new{name[3:]}": text for name, text in removed.items()}
    if count > len(added):
        added["more.md"] = "more"
    assert bool(renames(removed, added).new) is is_compared


@pytest.mark.parametrize(("removed", "added"), [((), ("a.md",)), (("a.md",), ())])
def test_nothing_is_read_where_there_is_nothing_to_compare(
    removed: tuple[str, ...], added: tuple[str, ...]
) -> None:
    def read(path: str) -> list[str]:
        raise AssertionError(path)

    names = UnitNames(Settings(root=""))
    assert find_renames(removed, added, read, read, names, lambda _a, _b: True) == ({}, {})
