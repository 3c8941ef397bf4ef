"""Which fixes can be applied together, and which are none."""

from __future__ import annotations

import pytest

from curriculum_lint.edits.claims import Claims, is_consistent
from curriculum_lint.edits.edit import Edit, Fix, Move, Safety, Write


def fix(*changes: Edit | Move | Write) -> Fix:
    def of(kind: type) -> tuple[object, ...]:
        return tuple(each for each in changes if isinstance(each, kind))

    return Fix("x", Safety.SAFE, of(Edit), of(Move), of(Write))  # type: ignore[arg-type]


A = Edit("a.md", 4, 8, "x")


@pytest.mark.parametrize(
    ("one", "other", "collide"),
    [
        (A, A, False),
        (A, Edit("a.md", 4, 8, "y"), True),
        (A, Edit("b.md", 4, 8, "y"), False),
        (A, Edit("a.md", 0, 3, ""), False),
        (A, Edit("a.md", 0, 4, ""), True),
        (A, Edit("a.md", 0, 5, ""), True),
        (A, Edit("a.md", 5, 6, ""), True),
        (A, Edit("a.md", 8, 9, ""), True),
        (A, Edit("a.md", 8, 8, "y"), True),
        (A, Edit("a.md", 9, 9, "y"), False),
        (A, Edit("a.md", 0, 20, ""), True),
        (A, Write("a.md", "x"), True),
        (A, Write("b.md", "x"), False),
        (A, Move("a.md", "b.md"), False),
        (Write("a.md", "x"), Write("a.md", "x"), False),
        (Write("a.md", "x"), Write("a.md", "y"), True),
        (Write("a.md", "x"), Write("b.md", "x"), False),
        (Move("a", "b"), Move("c", "d"), False),
        (Move("a", "b"), Move("a", "c"), True),
        (Move("a", "b"), Move("c", "b"), True),
        (Move("a", "b"), Move("b", "c"), True),
        (Move("a", "b"), Move("a/x", "a/y"), True),
        (Move("a", "b"), Move("c", "b/x"), True),
        (Move("l/m/a", "l/m/b"), Move("l", "k"), True),
        (Move("l/m/a", "l/m/b"), Move("l/m", "l/k"), True),
        (Move("l/m/a", "l/m/b"), Move("l/m/c", "l/m/d"), False),
        (Move("l/m/a", "l/m/b"), Move("k", "l/m/a/x"), True),
        (Move("a", "b"), Move("ab", "abc"), False),
    ],
)
def test_two_fixes_collide_whichever_comes_first(
    one: Edit | Move | Write, other: Edit | Move | Write, collide: bool
) -> None:
    for first, second in ((one, other), (other, one)):
        claims = Claims()
        claims.add(fix(first))
        assert claims.collide(fix(second)) is collide


def test_all_that_was_promised_is_kept() -> None:
    claims = Claims()
    for start in (10, 0, 20, 5):
        claims.add(fix(Edit("a.md", start, start + 2, "x")))
    claims.add(fix(Edit("a.md", 5, 7, "x"), Move("k/a", "k/b"), Move("c", "d"), Write("w", "")))
    claims.add(fix(Move("e", "f"), Write("v", "")))
    taken = [start for start in range(30) if claims.collide(fix(Edit("a.md", start, start, "y")))]
    assert taken == [0, 1, 2, 5, 6, 7, 10, 11, 12, 20, 21, 22]
    for change in (
        Move("k", "l"),
        Move("c", "m"),
        Move("n", "f"),
        Write("w", "x"),
        Write("v", "x"),
    ):
        assert claims.collide(fix(change))
    assert not claims.collide(fix(Move("g", "h"), Write("u", "")))


@pytest.mark.parametrize(
    ("changes", "consistent"),
    [
        ([], False),
        ([A], True),
        ([A, A], True),
        ([A, Edit("a.md", 8, 9, "y")], True),
        ([A, Edit("a.md", 7, 9, "y")], False),
        ([A, Edit("b.md", 7, 9, "y")], True),
        ([Write("a.md", "x")], True),
        ([A, Write("a.md", "x")], False),
        ([A, Write("b.md", "x")], True),
        ([Write("a.md", "x"), Write("a.md", "y")], False),
        ([Move("a", "b")], True),
        ([Move("a", "b"), Move("b", "a")], True),
        ([Move("a", "b"), Move("a", "c")], False),
        ([Move("a", "c"), Move("b", "c")], False),
        ([Move("a", "a")], False),
        ([Move("a", "a/b")], False),
        ([Move("a/b", "a")], True),
        ([Move("a", "b"), Move("c", "c/x/d")], False),
        ([Move("a", "ab")], True),
        ([A, Move("a.md", "b.md"), Write("c.md", "x")], True),
    ],
)
def test_a_fix_changes_something_and_nothing_twice(
    changes: list[Edit | Move | Write], consistent: bool
) -> None:
    assert is_consistent(fix(*changes)) is consistent
