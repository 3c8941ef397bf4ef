"""What is made of a curriculum is made once, as long as it is kept."""

from __future__ import annotations

from typing import Any

from curriculum_lint.model.per_curriculum import PerCurriculum


def test_the_last_ones_are_kept_and_no_more() -> None:
    asked: list[Any] = []

    def make(curriculum: Any) -> list[Any]:
        asked.append(curriculum)
        return [curriculum]

    shared = PerCurriculum(make, most=2)
    one, two, three = (object() for _ in range(3))
    known: list[Any] = [shared.of(each) for each in (one, one, two, one)]  # type: ignore[arg-type]
    assert known[0] is known[1] is known[3]
    assert asked == [one, two]
    for each in (three, one):
        shared.of(each)  # type: ignore[arg-type]
    assert asked == [one, two, three, one]
