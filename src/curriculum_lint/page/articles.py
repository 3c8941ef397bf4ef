"""Readmes → the articles of the page."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..index.entries import CurriculumIndex, IndexedExercise, IndexedUnit
from ..render.readme import Rendered, RenderedSection, Task, Writer, render_readme
from ..text.language import direction_of
from .additions import criterion_box, exercise_box, exercise_foot
from .addresses import Addresses
from .destinations import Article, Destinations
from .layout import Layout
from .library import Library
from .titles import key_of, short_title
from .view import ArticleView, ContentsLine

ABOUT = "about"
#: Deeper headings are not in the table of contents.
_DEEPEST = 3


class Written(NamedTuple):
    """An article, and its text for the search."""

    view: ArticleView
    sections: Sequence[RenderedSection]


class Articles:
    """Writes the articles of one page."""

    def __init__(
        self, index: CurriculumIndex, addresses: Addresses, library: Library, layout: Layout
    ) -> None:
        self._addresses, self._library, self._layout = addresses, library, layout
        known = [each for each in _all(index, library) if library.text(each.path) is not None]
        self._known = {each.key: each for each in known}
        paths = {path: each for each in reversed(known) for path in _paths(each)}
        self._destinations = Destinations(paths, addresses, library.picture)
        self._untested = _untested(index)
        self.written: dict[str, Written] = {}

    def of_unit(self, unit: IndexedUnit) -> Written:
        """The article of a unit; with nothing to read where it has no readme."""
        tasks = [Task(key_of(e.key), e.number, short_title(e.title)) for e in own_exercises(unit)]
        return self._of(unit_article(unit), tasks) or Written(_empty(unit_article(unit)), ())

    def of_page(self, key: str) -> ArticleView | None:
        """The article of another readme; ``None`` where there is none."""
        written = self._of(key, ())
        return written.view if written else None

    def _of(self, key: str, tasks: Sequence[Task]) -> Written | None:
        article = self._known.get(key)
        text = self._library.text(article.path) if article else None
        if article is None or text is None:
            return None
        places = self._layout.places(key)
        decide = self._destinations.of(article, places)
        rendered = render_readme(text, self._library.vocabulary, tasks, self._writer(), decide)
        view = self._view(article, rendered)
        self.written[key] = Written(view, rendered.sections)
        return self.written[key]

    def _view(self, article: Article, rendered: Rendered) -> ArticleView:
        return ArticleView(
            key=article.key,
            title_anchor=rendered.title,
            html=rendered.html,
            minutes=rendered.minutes,
            contents=tuple(_contents(rendered)),
            source=self._addresses.of(article.path) if self._addresses.source else None,
            language=rendered.language,
            direction=direction_of(rendered.language),
            has_diagrams=rendered.has_diagrams,
        )

    def _writer(self) -> Writer:
        return Writer(
            lambda task, criteria: exercise_foot(task, criteria, self._command(task)),
            criterion_box,
            exercise_box,
        )

    def _command(self, task: Task) -> str | None:
        """The command that checks an exercise, where there is something to check it with."""
        command = self._library.check_command
        if command is None or not task.number or task.key in self._untested:
            return None
        return command.replace("{number}", task.number)


def about_readme(index: CurriculumIndex) -> str | None:
    """The readme that is about the whole curriculum: the root's, or that of the only level."""
    return index.readme or (index.levels[0].readme if len(index.levels) == 1 else None)


def unit_article(unit: IndexedUnit) -> str:
    """The key of a unit's article."""
    return f"unit/{key_of(unit.key)}"


def level_article(path: str) -> str:
    """The key of a level's article."""
    return f"level/{key_of(path)}"


def own_exercises(unit: IndexedUnit) -> list[IndexedExercise]:
    """The exercises that are in the article of a unit: those in other files are not shown there."""
    return [each for each in unit.exercises if each.file is None]


def _all(index: CurriculumIndex, library: Library) -> Iterator[Article]:
    about = about_readme(index)
    if about:
        yield Article(ABOUT, about)
    for level in index.levels:
        if level.readme and level.readme != about:
            yield Article(level_article(level.path), level.readme)
    for unit in index.units():
        path = unit.readme or library.alone(unit.path)
        if path:
            yield Article(unit_article(unit), path)


def _paths(article: Article) -> Iterable[str]:
    """What links to an article may name: its file, or the folder in which GitHub shows it."""
    yield article.path
    folder, name = posixpath.split(article.path)
    if posixpath.splitext(name)[0].lower() in ("readme", "index"):
        yield folder or "."


def _contents(rendered: Rendered) -> Iterator[ContentsLine]:
    headings = [each for each in rendered.sections if each.level and each.anchor]
    shown = [h for h in headings if h.anchor != rendered.title and h.level <= _DEEPEST]
    least = min((each.level for each in shown), default=1)
    for each in shown:
        if each.title:
            depth = min(each.level - least, 1)
            title = short_title(each.title)
            yield ContentsLine(
                title=title, anchor=each.anchor, depth=depth, task=each.exercise or ""
            )


def _untested(index: CurriculumIndex) -> set[str]:
    """The exercises without a test, where others have one."""
    if not index.totals.tested:
        return set()
    exercises = (each for unit in index.units() for each in unit.exercises)
    return {key_of(each.key) for each in exercises if not each.tested}


def _empty(key: str) -> ArticleView:
    return ArticleView(key=key, title_anchor="", html="", minutes=0, contents=(), source=None)
