"""The index → the view of the page."""

from __future__ import annotations

from ..index.entries import CurriculumIndex, Level
from .addresses import Addresses
from .draw_profile import profile_of
from .unit_views import UnitViews, short_title
from .view import LevelView, PageView
from .words import level_words, totals_words

#: With more exercises than this, those of a unit are written by the script when it is opened.
_MOST_EXERCISES = 1500


def page_view(index: CurriculumIndex, addresses: Addresses) -> PageView:
    """Everything that the page shows."""
    views = UnitViews(index, addresses)
    return PageView(
        title=short_title(index.title),
        summary=index.summary,
        address=_address(addresses, index.readme),
        facts=tuple(totals_words(index.totals)),
        levels=tuple(_level(level, index, views, addresses) for level in index.levels),
        has_map=any(unit.requires for unit in index.units()),
        is_short=index.totals.exercises <= _MOST_EXERCISES,
    )


def _level(
    level: Level, index: CurriculumIndex, views: UnitViews, addresses: Addresses
) -> LevelView:
    return LevelView(
        key="_".join(level.path.split()),
        title=short_title(level.title),
        summary=level.summary,
        address=_address(addresses, level.readme),
        facts=() if level.totals == index.totals else tuple(level_words(level)),
        is_named=len(index.levels) > 1 or level.path != ".",
        profile=profile_of(level, views.hardest),
        modules=tuple(map(views.of, level.modules)),
    )


def _address(addresses: Addresses, readme: str | None) -> str | None:
    return addresses.of(readme) if readme else None
