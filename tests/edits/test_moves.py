"""Moves as one mapping: what it brings where, and two of them one after the other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.edits.compose import select_fixes
from curriculum_lint.edits.edit import Edit, Fix, Move, Safety, Write
from curriculum_lint.edits.moves import Moves


def moves(*pairs: str) -> Moves:
    return Moves(Move(*pair.split(" ")) for pair in pairs)


@pytest.mark.parametrize(
    ("given", "old", "new"),
    [
        ("a b", "a/x.md", "b/x.md"),
        ("a b", "ab/x.md", "ab/x.md"),
        ("a/x.md a/y.md", "a/x.md", "a/y.md"),
        ("m/3 m/2,m/3/b m/2/a", "m/3/b/r.md", "m/2/a/r.md"),
        ("m/3 m/2,m/3/b m/2/a", "m/3/c/r.md", "m/2/c/r.md"),
        ("2 3,3 2", "2/x", "3/x"),
        ("2 3,3 2", "3/x", "2/x"),
    ],
)
def test_the_nearest_move_decides_and_leads_back(given: str, old: str, new: str) -> None:
    all_moves = moves(*given.split(","))
    assert all_moves.new(old) == new
    assert all_moves.old(new) == old


def test_a_name_that_was_given_up_is_nothing_any_more() -> None:
    assert moves("a b").old("a/x.md") is None
    assert moves("a b", "b c").old("a") is None
    assert moves("3 2", "3/b 2/a").old("2/b") == "2/b"


_NAMES = ["a", "b", "c", "d"]
_permutations = st.permutations(_NAMES).map(
    lambda order: Moves(Move(*pair) for pair in zip(_NAMES, order, strict=True) if len({*pair}) > 1)
)
_nested = st.permutations(_NAMES).map(
    lambda order: Moves(
        Move(f"a/{x}", f"a/{y}") for x, y in zip(_NAMES, order, strict=True) if x != y
    )
)
_paths = [f"{x}{rest}" for x in _NAMES for rest in ("", "/a", "/b/r.md", "/c", "/d/a")]


@given(st.lists(_permutations | _nested, max_size=4))
def test_moves_one_after_the_other_are_one(steps: list[Moves]) -> None:
    whole = Moves()
    for step in steps:
        whole = whole.then(step)
    for path in _paths:
        stepwise = path
        for step in steps:
            stepwise = step.new(stepwise)
        assert whole.new(path) == stepwise
        assert whole.old(stepwise) == path


@given(_permutations)
def test_what_is_moved_back_is_not_moved(given: Moves) -> None:
    back = Moves(Move(target, source) for source, target in given)
    assert not list(given.then(back))


def fix(*changes: Edit | Move | Write, title: str = "Fix") -> Fix:
    kinds = {kind: tuple(c for c in changes if isinstance(c, kind)) for kind in (Edit, Move, Write)}
    return Fix(title, Safety.UNSAFE, kinds[Edit], kinds[Move], kinds[Write])


EDIT = Edit("x.md", 0, 1, "y")


@pytest.mark.parametrize(
    ("first", "second", "is_chosen"),
    [
        (fix(Move("a", "b")), fix(Move("c", "d")), True),
        (fix(Move("a", "b")), fix(Move("b", "c")), False),
        (fix(Move("a", "b")), fix(Move("a/x", "a/y")), False),
        (fix(Move("a/x", "a/y")), fix(Move("b", "a")), False),
        (fix(Move("a", "b")), fix(Move("ab", "c")), True),
        (fix(Move("a", "b"), EDIT), fix(Move("c", "d"), EDIT), True),
        (fix(Move("a", "b"), EDIT), fix(Move("c", "d"), Edit("x.md", 1, 2, "")), False),
        (fix(Write("a", "x")), fix(Write("b", "x")), True),
        (fix(Write("a", "x")), fix(Write("a", "x"), title="Other"), True),
        (fix(Write("a", "x")), fix(Write("a", "y")), False),
        (fix(Write("x.md", "x")), fix(EDIT), False),
        (fix(EDIT), fix(Move("x.md", "y.md")), False),
    ],
)
def test_fixes_that_meet_wait_for_each_other(first: Fix, second: Fix, is_chosen: bool) -> None:
    for fixes in ([first, second], [second, first]):
        assert (len(select_fixes(fixes).chosen) == 2) is is_chosen


def test_moves_wait_until_texts_are_settled() -> None:
    moving, writing = fix(Move("a", "b")), fix(EDIT)
    assert select_fixes([moving, writing]) == ((writing,), (moving,))
    assert select_fixes([moving]) == ((moving,), ())


@pytest.mark.parametrize(
    "bad",
    [
        fix(Move("a", "a")),
        fix(Move("a", "a/b")),
        fix(Move("a", "c"), Move("b", "c")),
        fix(Move("a", "b"), Move("a", "c")),
        fix(Write("a", "x"), Write("a", "y")),
        fix(EDIT, Write("x.md", "y")),
        fix(),
    ],
)
def test_a_fix_that_contradicts_itself_is_never_chosen(bad: Fix) -> None:
    assert select_fixes([bad]).chosen == ()
