"""The figures of units and levels, their sums, and what stands out."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_lint.index.entries import Range
from curriculum_lint.stats.entries import CurriculumStats, Figures
from tests.checkout import ROOT
from tests.stats.sample import EASY, HARD, HOSTILE, RICH, stats_of


@pytest.fixture
def rich(tmp_path: Path) -> CurriculumStats:
    return stats_of(tmp_path, RICH)


def figures(stats: CurriculumStats, label: str) -> Figures:
    return next(unit.figures for unit in stats.units if unit.label == label)


def test_a_unit_has_what_its_readme_holds(rich: CurriculumStats) -> None:
    assert figures(rich, "1") == Figures(
        exercises=1,
        criteria=3,
        tested=0,
        words=60,
        concepts=2,
        minutes=Range(least=120, most=180),
        difficulty=Range(least=1, most=3),
        readability=None,
    )


def test_a_unit_without_readme_has_nothing(rich: CurriculumStats) -> None:
    empty = figures(rich, "5")
    assert (empty.exercises, empty.words, empty.minutes, empty.readability) == (0, 0, None, None)


@pytest.mark.parametrize("name", ["exercises", "criteria", "words", "concepts"])
def test_totals_are_sums(rich: CurriculumStats, name: str) -> None:
    for whole in (rich, *rich.levels):
        modules = whole.modules
        subsections = [each for module in modules for each in module.subsections]
        assert getattr(whole.required, name) == sum(getattr(m.figures, name) for m in modules)
        assert getattr(whole.optional, name) == sum(getattr(s.figures, name) for s in subsections)


def test_times_are_added_and_difficulties_are_spanned(rich: CurriculumStats) -> None:
    assert rich.required.minutes == Range(least=120 + 240 + 90, most=180 + 240 + 90)
    assert rich.optional.minutes == Range(least=25 + 30, most=30 + 30)
    assert rich.required.difficulty == Range(least=1, most=3)
    assert rich.optional.difficulty is None


def test_what_stands_out(rich: CurriculumStats) -> None:
    found = rich.outliers
    assert found.longest == "first_level/3_loops"
    assert found.shortest == "first_level/10_end"
    assert found.hardest == "first_level/4_queues"
    assert found.easiest == "first_level/3_loops"
    assert found.without_readme == ("first_level/5_empty", "first_level/6_line")
    assert found.without_time == (
        *("first_level/2_files", "first_level/10_end", "second_level/1_go"),
    )
    assert [(e.number, e.title, e.line) for e in found.exercises_without_criteria] == [
        ("1a.1", "Two lines", 9),
        ("1a.2", "Three lines", 13),
    ]
    assert found.exercises_without_time == ()


def test_what_nobody_states_is_nowhere_missing(tmp_path: Path) -> None:
    found = stats_of(tmp_path, HOSTILE).outliers
    assert found.without_time == ()
    assert found.exercises_without_time == ()
    assert found.exercises_without_criteria == ()


def test_one_module_is_neither_the_longest_nor_the_shortest(tmp_path: Path) -> None:
    found = stats_of(tmp_path, {"first_level/1_a/readme.md": f"# A\n\n{EASY}\n"}).outliers
    assert (found.longest, found.shortest, found.hardest, found.easiest) == (None,) * 4


def test_units_that_are_alike_do_not_stand_out(tmp_path: Path) -> None:
    files = {f"first_level/{n}_a/readme.md": f"# A\n\n{HARD}end.\n" for n in (1, 2)}
    found = stats_of(tmp_path, files).outliers
    assert (found.longest, found.shortest, found.hardest, found.easiest) == (None,) * 4


def test_modules_that_are_files_are_measured(tmp_path: Path) -> None:
    (tmp_path / "curriculum-lint.toml").write_text(
        'levels = ["."]\nmodule-pattern = "{number:02}-{slug}.md"\n'
    )
    stats = stats_of(tmp_path, {"01-go.md": "# Go\n\nOne two.\n", "02-stop.md": "# Stop\n"})
    assert [(u.path, u.figures.words) for u in stats.units] == [("01-go.md", 3), ("02-stop.md", 1)]


def test_this_repository_is_measured() -> None:
    stats = stats_of(ROOT, {})
    assert stats.required.exercises + stats.optional.exercises >= 180
    assert all(unit.figures.readability for unit in stats.units)
