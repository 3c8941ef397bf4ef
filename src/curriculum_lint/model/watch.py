"""Pages that note what is read of them: what nobody has read may change and nobody sees it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar, overload

from ..parse.document import Document, Label, LetteredItem
from ..text.source import Position
from .curriculum import Curriculum, Page
from .outline import Outline
from .own_code import find_own, name_of

_T = TypeVar("_T")
_MOST_RECENT = 128
#: Facts of an outline whose parts are noted by themselves when somebody looks at them.
PARTS = {"exercises": "sections", "sections": "items", "misplaced": "items"}


#: What `Watch.read` calls the text of a page, and the lines on which its facts stand.
TEXT, LINES = "text", "lines"

#: What some code finds out about a page of a curriculum, about a page by itself, or about things
#: on a page that are asked for by their names.
Query = (
    Callable[[Curriculum, Page], object]
    | Callable[[Page], object]
    | Callable[[Page, Sequence[str]], object]
)
_Query = TypeVar("_Query", bound=Query)


_QUERIES: dict[str, Query] = {}


def stored_query(query: _Query) -> _Query:
    """Let a stored run name ``query``: no other function is called because a cache says so."""
    _QUERIES[name_of(query)] = query
    return query


def taken(page: Page, query: Query, about: str | None = None) -> Page:
    """The page itself, for code that finds out nothing but what ``query`` answers.

    As long as that answer is the same, so is all that follows from it. ``about`` is the name of
    the thing that it is asked about, if there are several.
    """
    document = page.document
    if not isinstance(document, WatchedDocument):
        return page
    document.note(name_of(query), about)
    return document.page


def query_of(fact: str) -> Query | None:
    """The query that `Watch.read` has by this name."""
    if fact not in _QUERIES:
        find_own(fact)
    return _QUERIES.get(fact)


#: Fields of tuples that hold an offset of the page, or -1.
OFFSETS: dict[type, tuple[str, ...]] = {Label: ("item",), LetteredItem: ("item",)}


class Watch:
    """What is read of the pages that it watches: for each fact by name, the pages.

    ``asked`` has, for each page, the queries about things on it, and the names of these things.
    """

    def __init__(self) -> None:
        self.read: dict[str, set[str]] = {}
        self.asked: dict[str, dict[str, set[str]]] = {}
        self._recent: dict[tuple[str, str], tuple[Any, Any]] = {}

    def note(self, fact: str, path: str, about: str | None = None) -> None:
        """Remember that a fact of a page is read, or what a query was ``about``."""
        if about is None:
            self.read.setdefault(fact, set()).add(path)
        else:
            self.asked.setdefault(path, {}).setdefault(fact, set()).add(about)

    def with_parts(self, path: str, fact: str, value: Any) -> Any:
        """A fact whose parts are noted by themselves; the same again for who asks twice.

        Only a few are kept: of a large curriculum, the facts of few pages are in memory.
        """
        if not value or path in self.read.get(part_of(value[0], PARTS[fact]), ()):
            return value
        known = self._recent.get((path, fact))
        if known is not None and known[0] is value:
            return known[1]
        watched = tuple(self._with_part(path, each, PARTS[fact]) for each in value)
        self._recent[path, fact] = value, watched
        if len(self._recent) > _MOST_RECENT:
            del self._recent[next(iter(self._recent))]
        return watched

    def _with_part(self, path: str, whole: Any, part: str) -> Any:
        looked_at = partial(self.note, part_of(whole, part), path)
        return whole._replace(**{part: _WatchedSequence(getattr(whole, part), looked_at)})

    def over(self, pages: Mapping[str, Page]) -> dict[str, Page]:
        """The same pages, watched."""
        return {path: self._watched(page) for path, page in pages.items()}

    def _watched(self, page: Page) -> Page:
        document = WatchedDocument.__new__(WatchedDocument)
        outline = _WatchedOutline.__new__(_WatchedOutline)
        for part, source in ((document, page), (outline, page.outline)):
            _keep(part, "_source", source)
            _keep(part, "_watch", self)
            _keep(part, "path", page.path)
        return replace(page, document=document, outline=outline)


def plain(page: Page) -> Page:
    """The page itself: what is read of it is not noted."""
    document = page.document
    return document.page if isinstance(document, WatchedDocument) else page


class WatchedDocument(Document):
    """A document that notes what is read of it."""

    __slots__ = ("_source", "_watch")
    _source: Page
    _watch: Watch

    @property
    def page(self) -> Page:
        """The page that is watched."""
        return self._source

    def note(self, fact: str, about: str | None = None) -> None:
        """Remember that something else than a fact is read."""
        self._watch.note(fact, self.path, about)

    def __getattr__(self, name: str) -> Any:
        self.note(TEXT if name == "line_starts" else name)
        return getattr(self._source.document, name)

    def position(self, offset: int) -> Position:
        """The line and column of ``offset``."""
        self.note(LINES)
        return self._source.document.position(offset)

    def line(self, offset: int) -> int:
        """The line of ``offset``."""
        self.note(LINES)
        return self._source.document.line(offset)


class _WatchedOutline(Outline):
    __slots__ = ("_source", "_watch", "path")
    _source: Outline
    _watch: Watch
    path: str

    def __getattr__(self, name: str) -> Any:
        self._watch.note(name, self.path)
        value = getattr(self._source, name)
        return self._watch.with_parts(self.path, name, value) if name in PARTS else value


def part_of(whole: object, part: str) -> str:
    """What `Watch.read` calls the parts of a fact."""
    return f"{part} of {type(whole).__name__}"


class _WatchedSequence(Sequence[_T]):
    """A sequence that tells when somebody looks into it."""

    __slots__ = ("_note", "_source")

    def __init__(self, source: Sequence[_T], note: Callable[[], object]) -> None:
        self._source, self._note = source, note

    def _noted(self) -> Sequence[_T]:
        self._note()
        return self._source

    def __len__(self) -> int:
        return len(self._noted())

    @overload
    def __getitem__(self, index: int) -> _T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[_T]: ...
    def __getitem__(self, index: int | slice) -> _T | Sequence[_T]:
        return self._noted()[index]

    def __iter__(self) -> Iterator[_T]:
        return iter(self._noted())

    def __eq__(self, other: object) -> bool:
        source = other._source if isinstance(other, _WatchedSequence) else other
        return source is self._source or self._noted() == source

    def __hash__(self) -> int:
        return hash(self._noted())


def _keep(watched: Any, name: str, value: Any) -> None:
    object.__setattr__(watched, name, value)
