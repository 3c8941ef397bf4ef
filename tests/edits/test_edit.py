"""Which fixes are more than one file's."""

from __future__ import annotations

import pytest

from curriculum_lint.edits.edit import Edit, Fix, Move, Safety, Write


@pytest.mark.parametrize(
    ("fix", "wide"),
    [
        (Fix("x", Safety.SAFE), False),
        (Fix("x", Safety.SAFE, (Edit("a", 0, 1, ""), Edit("a", 3, 4, ""))), False),
        (Fix("x", Safety.SAFE, (Edit("a", 0, 1, ""), Edit("b", 3, 4, ""))), True),
        (Fix("x", Safety.SAFE, (), (), (Write("a", ""),)), False),
        (Fix("x", Safety.SAFE, (Edit("a", 0, 1, ""),), (), (Write("b", ""),)), True),
        (Fix("x", Safety.SAFE, (), (Move("a", "b"),)), True),
    ],
)
def test_a_fix_is_wide_if_half_of_it_could_be_left(fix: Fix, wide: bool) -> None:
    assert fix.is_wide is wide
