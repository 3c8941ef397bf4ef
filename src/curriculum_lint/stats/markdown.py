"""The figures as tables for GitHub and GitLab."""

from __future__ import annotations

from collections.abc import Iterator

from ..report.markdown_text import code, plain
from ..text.phrases import counted
from .columns import Column, known_columns
from .entries import CurriculumStats, Figures, LevelStats
from .names import level_name, unit_name
from .remarks import Remark, remarks
from .text import NO_MODULES

_LONGEST = 200
_INDENT = "&emsp;"


def markdown_stats(stats: CurriculumStats) -> Iterator[str]:
    """A heading and a table for each level, and what stands out as a list."""
    columns = known_columns(stats)
    yield f"## {_shown(stats.title)}\n"
    if not stats.modules:
        yield f"\n{NO_MODULES}\n"
        return
    for level in stats.levels:
        yield from _level(level, columns)
    if sum(1 for level in stats.levels if level.modules) > 1:
        yield "\n### All levels\n\n"
        yield from _head(columns)
        subsections = sum(len(level.subsections) for level in stats.levels)
        yield from _totals(len(stats.modules), subsections, stats, columns)
    yield "\n"
    for remark in remarks(stats):
        yield from _item(remark)


def _level(level: LevelStats, columns: list[Column]) -> Iterator[str]:
    yield f"\n### {_shown(level_name(level))}\n\n"
    if not level.modules:
        yield "No modules yet.\n"
        return
    yield from _head(columns)
    for module in level.modules:
        yield _row(_shown(unit_name(module)), module.figures, columns)
        for each in module.subsections:
            yield _row(f"{_INDENT}{_shown(unit_name(each))} *(optional)*", each.figures, columns)
    yield from _totals(len(level.modules), len(level.subsections), level, columns)


def _head(columns: list[Column]) -> Iterator[str]:
    yield f"| Unit | {' | '.join(column.name for column in columns)} |\n"
    yield f"|:--|{'--:|' * len(columns)}\n"


def _totals(
    modules: int, subsections: int, of: LevelStats | CurriculumStats, columns: list[Column]
) -> Iterator[str]:
    yield _row(f"**{counted(modules, 'module')}**", of.required, columns)
    if subsections:
        name = f"**{counted(subsections, 'optional subsection')}**"
        yield _row(name, of.optional, columns)


def _row(name: str, figures: Figures, columns: list[Column]) -> str:
    return f"| {' | '.join([name, *(column.cell(figures) for column in columns)])} |\n"


def _item(remark: Remark) -> Iterator[str]:
    subject = f"{_shown(remark.subject)}, " if remark.subject else ""
    yield f"- {remark.name}: {subject}{remark.figures}\n"
    for item in remark.items:
        words = f" {_shown(item.words)}" if item.words else ""
        yield f"  - {code(item.place)}{words}\n"
    if remark.left_out:
        yield f"  - and {remark.left_out:,} more\n"


def _shown(words: str) -> str:
    return plain(words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…")
