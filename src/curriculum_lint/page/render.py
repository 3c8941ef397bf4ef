"""The index and the readmes → the files of the page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..index.entries import CurriculumIndex
from .addresses import Addresses
from .articles import Articles
from .assets import assets
from .compose import page_view
from .data import page_data
from .layout import Layout, LayoutName, layout_for
from .library import Library
from .places import article_file
from .search_data import search_data
from .view import ArticleView, PageView

if TYPE_CHECKING:
    from jinja2 import Environment

_TEMPLATES = Path(__file__).parent / "templates"
STYLE, SCRIPT, DATA, SEARCH = "page/page.css", "page/page.js", "page/data.js", "page/search.js"


class PageFile(NamedTuple):
    """A file of the page. ``path`` is relative to the folder of the first one."""

    path: str
    text: str


def html_page(index: CurriculumIndex, path: str, source: str | None, library: Library) -> str:
    """The page in one file; the same index and readmes give the same text.

    ``path`` is where it will lie, relative to the root. ``source`` is the web address that stands
    before the paths of files that are not on the page; without one, links to them are relative.
    """
    [file] = page_files(index, path, source, library, LayoutName.FILE)
    return file.text


def page_files(
    index: CurriculumIndex, path: str, source: str | None, library: Library, name: LayoutName
) -> list[PageFile]:
    """The files of the page, the one with the path through the curriculum first."""
    characters = sum(len(library.text(each) or "") for each in _readmes(index))
    layout = layout_for(name, path.rpartition("/")[2], characters)
    articles = Articles(index, Addresses(path, source), library, layout)
    view = page_view(index, articles)
    return [
        # What is no character, because its file had bytes that are no UTF-8, cannot be written.
        PageFile(file, text.encode("utf-8", "replace").decode("utf-8"))
        for file, text in _files(view, articles, layout)
    ]


def _readmes(index: CurriculumIndex) -> Iterator[str]:
    yield from (unit.readme for unit in index.units() if unit.readme)


def _files(view: PageView, articles: Articles, layout: Layout) -> Iterator[tuple[str, str]]:
    parts = assets(has_map=view.has_map)
    if not layout.is_folder:
        shared = {"data": page_data(view, layout), "assets": parts}
        yield layout.home, _rendered("page.html", view, layout, None, **shared)
        return
    yield layout.home, _rendered("home.html", view, layout, None, assets=parts)
    for article in _articles(view):
        text = _rendered("article_page.html", view, layout, article, assets=parts)
        yield article_file(article.key), text
    yield STYLE, parts.style
    yield SCRIPT, "\n".join((*parts.libraries, parts.script))
    yield DATA, f"globalThis.curriculumData = {page_data(view, layout)};\n"
    yield SEARCH, f"globalThis.curriculumTexts = {search_data(view, articles.written)};\n"


def _articles(view: PageView) -> Iterator[ArticleView]:
    yield from (each for each in (view.about,) if each)
    for level in view.levels:
        yield from (each for each in (level.article,) if each)
        yield from (unit.article for unit in level.units())


def _rendered(
    name: str, view: PageView, layout: Layout, article: ArticleView | None, **more: object
) -> str:
    places = layout.places(article.key if article else None)
    current = article.key if article else ""
    return (
        _environment()
        .get_template(name)
        .render(view=view, places=places, current=current, layout=layout, **more)
    )


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
