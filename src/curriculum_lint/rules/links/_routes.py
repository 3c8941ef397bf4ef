"""Broken links that are routes of a website: many have one cause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ...links.alike import nearest_names
from ...links.endings import page_without_ending
from ...model.target import Target
from ...workspace.entry import ROOT
from ...workspace.lookup import Status
from ...workspace.tree import Tree

#: So many links of one kind are told one by one.
_MOST_PREFIXED = 2
_MOST_BARE = 10


class Route(NamedTuple):
    """What a broken link may be: a route below ``/prefix``, or ``page`` without its ending."""

    prefix: str = ""
    page: str = ""

    @property
    def kind(self) -> str:
        """What other links are of the same cause; empty for a link that is no route."""
        return self.prefix or ("page" if self.page else "")


class Broken(NamedTuple):
    """A link of the document ``path`` that leads to nothing, and ``others`` of its cause."""

    path: str
    target: Target
    route: Route
    others: int = 0


def told_once(tree: Tree, missing: Iterable[tuple[str, Target]]) -> Iterator[Broken]:
    """The broken links, but only the first of many routes of one kind."""
    links = [Broken(path, target, _route(tree, target)) for path, target in missing]
    kinds: dict[str, list[Broken]] = {}
    for each in links:
        kinds.setdefault(each.route.kind, []).append(each)
    for each in links:
        alike = kinds[each.route.kind]
        most = _MOST_PREFIXED if each.route.prefix else _MOST_BARE
        if not each.route.kind or len(alike) <= most:
            yield each
        elif each is alike[0]:
            yield each._replace(others=len(alike) - 1)


def _route(tree: Tree, target: Target) -> Route:
    if page := page_without_ending(tree, target.path):
        return Route(page=page)
    first = target.path.partition("/")[0]
    is_absolute = target.link.destination.startswith("/")
    if not is_absolute or not first or tree.lookup(first).status is not Status.MISSING:
        return Route()
    # A folder of a similar name says that it was renamed.
    renamed = nearest_names(first, [each.name for each in tree.children(ROOT)])
    return Route() if renamed else Route(prefix=f"/{first}")
