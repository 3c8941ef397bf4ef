"""The index and the readmes → the files of the page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ..index.entries import CurriculumIndex
from ..settings.index_settings import PageLayout
from ..text.utf_8 import writable
from .addresses import Addresses
from .articles import Articles
from .assets import assets
from .compose import page_view
from .data import page_data
from .layout import Layout, layout_for
from .library import NOTHING, Library
from .places import article_file
from .seal import PART, seal_element, sealed
from .search_data import search_data
from .view import ArticleView, LevelView, PageView, UnitView

if TYPE_CHECKING:
    from jinja2 import Environment

_TEMPLATES = Path(__file__).parent / "templates"
STYLE, SCRIPT, DATA, SEARCH = "page/page.css", "page/page.js", "page/data.js", "page/search.js"


class PageFile(NamedTuple):
    """A file of the page. ``path`` is relative to the folder of the first one."""

    path: str
    text: str


def html_page(
    index: CurriculumIndex, path: str, source: str | None, library: Library = NOTHING
) -> str:
    """The page in one file; the same index and readmes give the same text.

    ``path`` is where it will lie, relative to the root. ``source`` is the web address that stands
    before the paths of files that are not on the page; without one, links to them are relative.
    """
    [file] = page_files(index, path, source, library, PageLayout.FILE)
    return file.text


def page_files(
    index: CurriculumIndex,
    path: str,
    source: str | None,
    library: Library,
    name: PageLayout,
    origin: str = "",
) -> list[PageFile]:
    """The files of the page, the one with the path through the curriculum first.

    ``origin`` is what the page says that it was made from.
    """
    characters = sum(len(library.text(each) or "") for each in _readmes(index))
    layout = layout_for(name, path.rpartition("/")[2], characters)
    articles = Articles(index, Addresses(path, source), library, layout)
    view = page_view(index, articles)
    # What is no character, because its file had bytes that are no UTF-8, cannot be written.
    first, *others = [
        PageFile(file, writable(text)) for file, text in _files(view, articles, layout, origin)
    ]
    return [first._replace(text=sealed(first.text, origin)), *others]


def _readmes(index: CurriculumIndex) -> Iterator[str]:
    levels, units = (each.readme for each in index.levels), (u.readme for u in index.units())
    yield from {path for path in (index.readme, *levels, *units) if path}


def _files(
    view: PageView, articles: Articles, layout: Layout, origin: str
) -> Iterator[tuple[str, str]]:
    parts = assets(has_map=view.has_map, has_diagrams=view.has_diagrams)
    seal = seal_element(origin)
    shared: dict[str, Any] = {"view": view, "layout": layout, "assets": parts, "seal": seal}
    if not layout.is_folder:
        yield layout.home, _rendered("page.html", "", **shared, data=page_data(view, layout))
        return
    yield layout.home, _rendered("home.html", "", **shared, way="")
    for article in _articles(view):
        yield article_file(article["key"]), _rendered("article_page.html", **shared, **article)
    yield STYLE, PART + parts.style
    yield SCRIPT, PART + "\n".join((*parts.libraries, parts.script))
    yield DATA, f"{PART}globalThis.curriculumData = {page_data(view, layout)};\n"
    yield SEARCH, f"{PART}globalThis.curriculumTexts = {search_data(view, articles.written)};\n"


def _articles(view: PageView) -> Iterator[dict[str, Any]]:
    """What the file of each article shows: its unit or level, and the way to the first file."""
    if view.about:
        yield _article(view.about, view.title)
    for level in view.levels:
        if level.article and level.is_named:
            yield _article(level.article, level.title, level)
        for unit in level.units():
            yield _article(unit.article, unit.name.title, level, unit)


def _article(
    article: ArticleView, title: str, level: LevelView | None = None, unit: UnitView | None = None
) -> dict[str, Any]:
    way = "../" * article_file(article.key).count("/")
    return {"key": article.key, "title": title, "level": level, "unit": unit, "way": way}


def _rendered(name: str, key: str, *, layout: Layout, **more: Any) -> str:
    places = layout.places(key or None)
    template = _environment().get_template(name)
    return template.render(places=places, current=key, layout=layout, **more)


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
