"""What levels and units are called in reports."""

from __future__ import annotations

from .entries import LevelStats, UnitStats

_ROOT = "."


def level_name(level: LevelStats) -> str:
    """The title; a root that is the level itself has had its title above everything."""
    return "Modules" if level.path == _ROOT else level.title


def unit_name(unit: UnitStats) -> str:
    """Number and title."""
    return f"{unit.label} {unit.title}" if unit.label else unit.title
