"""The profile: as wide as the hours, as high as the difficulty, and true as a table."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.index.entries import Module, Range
from curriculum_lint.page.draw_profile import profile_of
from curriculum_lint.page.profile import Profile, ProfileKind
from tests.page.indexes import level, module, small_index, steps, subsection


def drawn(*units: Module, hardest: int = 10) -> Profile | None:
    return profile_of(level("a", "A", units), hardest)


def unit(label: str, minutes: Range | None = None, difficulty: Range | None = None) -> Module:
    return module(label, label, f"Unit {label}", minutes=minutes, difficulty=difficulty)


@pytest.mark.parametrize(
    ("units", "kind"),
    [
        (
            [unit("1", steps(60), steps(1)), unit("2", steps(60), steps(2))],
            ProfileKind.HOURS_AND_DIFFICULTY,
        ),
        ([unit("1", steps(60)), unit("2", steps(90))], ProfileKind.HOURS),
        ([unit("1", None, steps(1)), unit("2", None, steps(2))], ProfileKind.DIFFICULTY),
    ],
)
def test_it_shows_what_is_known(units: list[Module], kind: ProfileKind) -> None:
    found = drawn(*units)
    assert found is not None
    assert found.kind is kind


@pytest.mark.parametrize(
    "units", [[], [unit("1")], [unit("1", steps(60), steps(3)), unit("2")], [unit("1"), unit("2")]]
)
def test_there_is_none_where_too_little_is_known(units: list[Module]) -> None:
    assert drawn(*units) is None


@given(
    st.lists(
        st.tuples(st.integers(1, 5000), st.integers(1, 10), st.integers(0, 5)),
        min_size=2,
        max_size=150,
    )
)
def test_bars_stand_side_by_side_and_fill_the_width(values: list[tuple[int, int, int]]) -> None:
    units = [
        unit(str(place), steps(minutes), steps(least, min(10, least + more)))
        for place, (minutes, least, more) in enumerate(values)
    ]
    found = drawn(*units)
    assert found is not None
    ends = [0.0, *(bar.x + bar.width for bar in found.bars)]
    for bar, end in zip(found.bars, ends, strict=False):
        assert bar.x == pytest.approx(end, abs=0.01)
        assert 0 <= bar.least <= bar.most <= 100
    assert ends[-1] == pytest.approx(100, abs=0.01)
    assert found.is_scrolled is (len(values) > 90)
    assert 1 <= len(found.along) <= 14


def test_the_table_adds_up_the_hours_and_keeps_what_is_not_drawn() -> None:
    found = drawn(
        unit("1", steps(60), steps(1)), unit("2"), unit("3", steps(120, 180), steps(2, 4))
    )
    assert found is not None
    assert [tuple(row) for row in found.rows] == [
        ("1 Unit 1", False, "1 h", "1 h", "1"),
        ("2 Unit 2", False, "", "", ""),
        ("3 Unit 3", False, "2–3 h", "3–4 h", "2–4"),
    ]
    assert [bar.label for bar in found.bars] == ["1", "3"]


def test_optional_units_are_marked_in_both() -> None:
    found = profile_of(small_index().levels[0], 5)
    assert found is not None
    assert found.has_optional
    assert [bar.is_optional for bar in found.bars] == [False, True, False]
    assert [row.is_optional for row in found.rows] == [False, True, False]


def test_levels_share_one_scale() -> None:
    found = drawn(unit("1", None, steps(1)), unit("2", None, steps(5)), hardest=10)
    assert found is not None
    assert max(bar.most for bar in found.bars) == 50


def test_a_bar_without_room_has_no_label() -> None:
    found = drawn(unit("1", steps(6000), steps(1)), unit("2", steps(10), steps(2)))
    assert found is not None
    assert [bar.label for bar in found.bars] == ["1", ""]


def test_a_subsection_of_a_module_without_time_is_drawn() -> None:
    branch = subsection("b", "1a", "Branch", minutes=steps(60), difficulty=steps(2))
    found = drawn(module("a", "1", "A", subsections=(branch,)), unit("2", steps(60), steps(3)))
    assert found is not None
    assert [bar.label for bar in found.bars] == ["1a", "2"]
