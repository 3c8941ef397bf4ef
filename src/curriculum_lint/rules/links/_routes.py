"""Broken links of one cause, such as the routes of a website: the first stands for all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ...links.alike import Nearest, nearest_names
from ...links.endings import page_of_route, page_without_ending
from ...model.target import Target
from ...workspace.entry import ROOT
from ...workspace.lookup import Status
from ...workspace.tree import Tree

#: So many links of one cause are told one by one.
_MOST_ALIKE = 2
_MOST_BARE = 10


class SiteRoute(NamedTuple):
    """What a broken link may be: a route below ``/prefix``, or ``page`` without its ending."""

    prefix: str = ""
    page: str = ""


class Broken(NamedTuple):
    """A link of the document ``path`` that leads to nothing, and how many ``others`` do as it does.

    ``nearest`` is what it may mean, ``folder`` the folder that is missing where it means nothing.
    """

    path: str
    target: Target
    route: SiteRoute
    nearest: Nearest | None = None
    folder: str = ""
    others: int = 0

    @property
    def cause(self) -> tuple[str, ...]:
        """What it shares with others of its cause; empty for a link that stands for itself."""
        if self.route.page:
            return ("page",)
        if self.route.prefix:
            return (self.route.prefix,)
        return (self.path, self.folder) if self.folder else ()


def told_once(links: Iterable[Broken]) -> Iterator[Broken]:
    """The links, but only the first of many of one cause."""
    links = list(links)
    causes: dict[tuple[str, ...], list[Broken]] = {}
    for each in links:
        causes.setdefault(each.cause, []).append(each)
    for each in links:
        alike = causes[each.cause]
        most = _MOST_BARE if each.route.page else _MOST_ALIKE
        if not each.cause or len(alike) <= most:
            yield each
        elif each is alike[0]:
            yield each._replace(others=len(alike) - 1)


def route_of(tree: Tree, source: str, target: Target) -> SiteRoute:
    """What route a link of ``source`` that leads to nothing may be."""
    is_absolute = target.link.destination.startswith("/")
    page = (
        page_without_ending(tree, target.path)
        if is_absolute
        else page_of_route(tree, source, target.path)
    )
    if page:
        return SiteRoute(page=page)
    first = target.path.partition("/")[0]
    if not is_absolute or not first or tree.lookup(first).status is not Status.MISSING:
        return SiteRoute()
    # A folder of a similar name says that it was renamed.
    renamed = nearest_names(first, [each.name for each in tree.children(ROOT)])
    return SiteRoute() if renamed else SiteRoute(prefix=f"/{first}")


def may_be_route(target: Target, nearest: Nearest) -> bool:
    """Whether a website whose pages lie in a folder of the repository would serve the link.

    ``/guides/setup`` is ``site/content/guides/setup`` there, and what is written here is right.
    """
    is_absolute = target.link.destination.startswith("/")
    return is_absolute and nearest.name.endswith(f"/{target.path}")
