"""Where links, names and pictures of readmes lead on the page."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping
from typing import NamedTuple
from urllib.parse import unquote

from ..links.destination import DestinationForm, read_destination
from ..render.pictures import data_address, is_picture
from .addresses import Addresses, web_address
from .places import PagePlaces

#: What GitHub puts before the names that a readme gives to its elements.
_PREFIX = "user-content-"
#: Elements of the page itself are called so, and no element of a readme.
OWN = "page."


class Article(NamedTuple):
    """A readme that is on the page."""

    key: str
    path: str


class Destinations:
    """Decides for all readmes of one page. ``articles`` go by the paths that links may name."""

    def __init__(
        self,
        articles: Mapping[str, Article],
        addresses: Addresses,
        picture: Callable[[str], bytes | None],
    ) -> None:
        self._articles, self._addresses, self._picture = articles, addresses, picture

    def of(self, article: Article, places: PagePlaces) -> Callable[[str, str, str], str | None]:
        """The decisions for the readme of ``article`` where ``places`` has it."""

        def decide(tag: str, name: str, value: str) -> str | None:  # noqa: ARG001
            if name == "href":
                return self._link(article, places, value)
            if name == "src":
                return self._source(article, value)
            return None if value.startswith(OWN) else places.name(article.key, value)

        return decide

    def _link(self, article: Article, places: PagePlaces, value: str) -> str | None:
        found = read_destination(value)
        if found.form is DestinationForm.EXTERNAL:
            return self._from_web(places, value)
        if found.form not in (DestinationForm.RELATIVE, DestinationForm.ABSOLUTE):
            return None
        path = self._path(article, found.path) if found.path else article.path
        return self._local(places, path, found.fragment)

    def _from_web(self, places: PagePlaces, value: str) -> str | None:
        """A web address; one of the curriculum itself leads to where it is on the page."""
        source = f"{self._addresses.source}/"
        if self._addresses.source and value.startswith(source):
            path, _, anchor = value.removeprefix(source).partition("#")
            if unquote(path) in self._articles:
                return self._local(places, unquote(path), unquote(anchor) or None)
        return web_address(value)

    def _local(self, places: PagePlaces, path: str, anchor: str | None) -> str:
        target = self._articles.get(path)
        if target is None:
            return self._addresses.of(path, anchor)
        anchor = (anchor or "").removeprefix(_PREFIX)
        return places.heading(target.key, anchor) if anchor else places.article(target.key)

    def _path(self, article: Article, path: str) -> str:
        if path.startswith("/"):
            return posixpath.normpath(path.lstrip("/") or ".")
        return posixpath.normpath(posixpath.join(posixpath.dirname(article.path), path))

    def _source(self, article: Article, value: str) -> str | None:
        found = read_destination(value)
        if found.form is DestinationForm.EXTERNAL:
            return web_address(value)
        if found.form not in (DestinationForm.RELATIVE, DestinationForm.ABSOLUTE):
            return None
        path = self._path(article, found.path)
        data = self._picture(path) if is_picture(path) else None
        return self._addresses.of(path) if data is None else data_address(path, data)
