"""The index and the readmes → the view of the page."""

from __future__ import annotations

from ..index.entries import CurriculumIndex, Level
from ..text.language import direction_of, language_of
from .articles import ABOUT, Articles, about_readme, level_article
from .draw_profile import profile_of
from .titles import key_of, short_title
from .unit_views import UnitViews
from .view import LevelView, PageView
from .words import level_words, totals_words


def page_view(index: CurriculumIndex, articles: Articles) -> PageView:
    """Everything that the page shows."""
    views = UnitViews(index, articles)
    language = language_of(_words(index))
    return PageView(
        title=short_title(index.title),
        summary=index.summary or (index.levels[0].summary if len(index.levels) == 1 else ""),
        facts=tuple(totals_words(index.totals)),
        about=articles.of_page(ABOUT),
        levels=tuple(_level(level, index, views, articles) for level in index.levels),
        has_map=any(unit.requires for unit in index.units()),
        language=language,
        direction=direction_of(language),
    )


def _level(level: Level, index: CurriculumIndex, views: UnitViews, articles: Articles) -> LevelView:
    return LevelView(
        key=key_of(level.path),
        title=short_title(level.title),
        summary=level.summary,
        facts=() if level.totals == index.totals else tuple(level_words(level)),
        is_named=len(index.levels) > 1 or not _is_all(level, index),
        profile=profile_of(level, views.hardest),
        article=articles.of_page(level_article(level.path)),
        modules=tuple(map(views.of, level.modules)),
    )


def _is_all(level: Level, index: CurriculumIndex) -> bool:
    """Whether a level is the whole curriculum, so that its title says nothing new."""
    return level.path == "." or (level.readme is not None and level.readme == about_readme(index))


def _words(index: CurriculumIndex) -> str:
    texts = (part for unit in index.units() for part in (unit.title, unit.summary))
    return " ".join((index.title, index.summary, *texts))
